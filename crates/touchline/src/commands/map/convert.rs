//! `touchline map convert`: a BPMN file written again, with a drawing where it had none, or as something else.

use std::path::Path;

use bpmn::export;
use bpmn::layout::{self, LayoutError};
use bpmn::model::Diagram;
use chart::diagram::{self, DiagramError};
use chart::{Caption, PngError, Svg};
use language::Language;
use report::wording;

use super::views;
use crate::args::MapConvertArgs;
use crate::failure::Failure;
use crate::formats::Format;
use crate::modelfile::ModelFile;
use crate::output;

/// Reads a file and writes it in the format that is asked for; what is wrong with it is said on standard error.
pub fn run(language: Language, args: &MapConvertArgs) -> Result<(), Failure> {
    let format = format(language, args)?;
    let to_pipe = args.out.as_os_str() == "-";
    if !to_pipe {
        output::replaces_nothing_read(language, &args.out, std::iter::once(args.model.clone()))?;
    }
    let file = ModelFile::read(language, &args.model)?;
    file.tell_problems(language);
    let content = content(language, args, format, file)?;
    if to_pipe { output::write(&content) } else { output::write_file(&args.out, &content) }
}

/// The format that is named, else the one that the ending stands for; options that it has no use for are wrong use.
fn format(language: Language, args: &MapConvertArgs) -> Result<Format, Failure> {
    let known = args.to.or_else(|| Format::of(&args.out));
    let Some(format) = known else {
        let formats = Format::ALL.map(Format::as_str).join(", ");
        return Err(Failure::Use(vec![
            language.text_with("convert-no-format", &[("formats", formats.into())]),
        ]));
    };
    let is_picture = matches!(format, Format::Svg | Format::Png);
    let drawn = is_picture && args.view.is_none();
    let useless = [
        (args.view.is_some() && !is_picture, "--view"),
        (args.diagram.is_some() && !drawn, "--diagram"),
        (args.layout && !drawn && format != Format::Bpmn, "--layout"),
    ];
    match useless.into_iter().find(|(is_useless, _)| *is_useless) {
        None => Ok(format),
        Some((_, "--diagram" | "--layout")) if args.view.is_some() => {
            let option = if args.layout { "--layout" } else { "--diagram" };
            let values = [("arg", option.into()), ("other", "--view".into())];
            Err(Failure::Use(vec![language.text_with("usage-conflict", &values)]))
        }
        Some((_, option)) => {
            let values = [("arg", option.into()), ("format", format.as_str().into())];
            Err(Failure::Use(vec![language.text_with("convert-useless", &values)]))
        }
    }
}

fn content(
    language: Language,
    args: &MapConvertArgs,
    format: Format,
    file: ModelFile,
) -> Result<Vec<u8>, Failure> {
    match (format, &args.view) {
        (Format::Bpmn, _) => Ok(laid_out(language, args.layout, file)?.document.write().into_bytes()),
        (Format::Mermaid, _) => Ok(export::mermaid(&file.model).into_bytes()),
        (Format::Csv, _) => Ok(export::csv(&file.model).into_bytes()),
        (Format::Svg, _) => Ok(picture(language, args, file)?.to_document().into_bytes()),
        (Format::Png, _) => {
            let name = file.name.clone();
            pixels(language, &name, &picture(language, args, file)?)
        }
    }
}

/// The view that is asked for, else a diagram.
fn picture(language: Language, args: &MapConvertArgs, file: ModelFile) -> Result<Svg, Failure> {
    if let Some(view) = &args.view {
        return views::picture(language, &file, view);
    }
    let file = laid_out(language, args.layout, file)?;
    drawn(language, args.diagram.as_deref(), &file)
}

/// Two pixels for each unit, as sharp screens have them; fewer where a picture would get too large.
fn pixels(language: Language, name: &str, picture: &Svg) -> Result<Vec<u8>, Failure> {
    const SHARP: f64 = 2.0;
    let most = (chart::MAX_PIXELS / (picture.width() * picture.height()).max(1.0)).sqrt();
    // Rounding up to whole pixels must not lead beyond the limit.
    let scale = SHARP.min(most * 0.999);
    picture.to_png(scale, report::fonts::of_system()).map_err(|error| {
        let what = match error {
            PngError::NoFonts => language.text("convert-no-fonts"),
            PngError::TooLarge { limit, .. } => {
                language.text_with("convert-too-many-pixels", &[("limit", limit.into())])
            }
            PngError::Undrawable(why) => language.text_with("convert-undrawable", &[("why", why.into())]),
        };
        Failure::input(format!("{name}: {what}"))
    })
}

/// The file with a drawing of everything that had none; `anew` makes all of it new.
fn laid_out(language: Language, anew: bool, mut file: ModelFile) -> Result<ModelFile, Failure> {
    if anew {
        for diagram in &file.model.diagrams {
            file.document.remove(diagram.origin.node);
        }
        file = file.again();
    }
    match layout::draw(&mut file.document, &file.model) {
        Ok(0) if !anew => Ok(file),
        Ok(_) => Ok(file.again()),
        Err(error) if anew || file.model.diagrams.is_empty() => {
            Err(Failure::input(format!("{}: {}", file.name, not_laid_out(language, &error))))
        }
        Err(error) => {
            output::tell(&format!("{}: {}", file.name, not_laid_out(language, &error)));
            Ok(file)
        }
    }
}

fn not_laid_out(language: Language, error: &LayoutError) -> String {
    match error {
        LayoutError::TooMany { most, .. } => {
            language.text_with("layout-too-many", &[("limit", (*most).into())])
        }
        LayoutError::TooDeep { most } => language.text_with("layout-too-deep", &[("limit", (*most).into())]),
        LayoutError::Node { .. } | LayoutError::Edge { .. } => language.text("layout-unsound"),
    }
}

/// The diagram that is named, else the first; then standard error says that there are more.
fn drawn(language: Language, named: Option<&str>, file: &ModelFile) -> Result<Svg, Failure> {
    let diagrams = &file.model.diagrams;
    let names = || {
        let names = (1..).zip(diagrams).map(|(n, diagram)| format!("{n} {}", name(file, diagram)));
        wording::list(language, &names.collect::<Vec<_>>())
    };
    let chosen = match named {
        None => diagrams.first(),
        Some(wanted) => {
            let by_number = wanted.parse::<usize>().ok().and_then(|n| diagrams.get(n.checked_sub(1)?));
            let is_wanted = |diagram: &&Diagram| diagram.id == wanted || name(file, diagram) == wanted;
            by_number.or_else(|| diagrams.iter().find(is_wanted))
        }
    };
    let diagram = match (chosen, named) {
        (Some(diagram), _) => diagram,
        (None, Some(wanted)) if !diagrams.is_empty() => {
            let values = [("name", wanted.into()), ("names", names().into())];
            return Err(Failure::Use(vec![language.text_with("convert-no-diagram", &values)]));
        }
        _ => return Err(Failure::input(format!("{}: {}", file.name, language.text("convert-nothing")))),
    };
    if named.is_none() && diagrams.len() > 1 {
        output::tell(&language.text_with("convert-first-diagram", &[("names", names().into())]));
    }
    let counts = [("steps", diagram.shapes.len().into()), ("flows", diagram.edges.len().into())];
    let caption = Caption { title: title(file), desc: language.text_with("diagram-counts", &counts) };
    diagram::draw(&file.model, diagram, &caption).map_err(|error| {
        let what = match error {
            DiagramError::Empty => language.text("convert-nothing"),
            DiagramError::TooMany { .. } => {
                language.text_with("layout-too-many", &[("limit", diagram::MAX_ELEMENTS.into())])
            }
            DiagramError::TooLarge { .. } => {
                let limit = diagram::MAX_SIDE as u64;
                language.text_with("convert-too-large", &[("limit", limit.into())])
            }
        };
        Failure::input(format!("{}: {what}", file.name))
    })
}

/// What a diagram is called: its name, or what it shows.
fn name(file: &ModelFile, diagram: &Diagram) -> String {
    let shown = diagram.shows.element.map(|element| file.model.base(element).name.as_str());
    let names = [diagram.name.as_str(), shown.unwrap_or_default(), diagram.id.as_str()];
    names.into_iter().find(|name| !name.is_empty()).unwrap_or_default().to_owned()
}

/// What a file is about: its own name, that of its first process or pool, or that of the file.
pub fn title(file: &ModelFile) -> String {
    let model = &file.model;
    let names = std::iter::once(&model.definitions.base.name)
        .chain(model.processes.iter().map(|process| &process.base.name))
        .chain(model.participants.iter().map(|pool| &pool.base.name));
    let stem = || Path::new(&file.name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    names.into_iter().find(|name| !name.is_empty()).cloned().or_else(stem).unwrap_or_default()
}
