//! `touchline report`: the whole loop on files.

mod summary;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use language::Language;
use report::spec::SPEC_BYTES;
use report::{Spec, wording};

use crate::args::ReportArgs;
use crate::failure::Failure;
use crate::folder::Folder;
use crate::{output, problems};

/// Where the page goes if nobody says.
const USUAL_PAGE: &str = "report.html";

/// Reads the spec and its files, writes the page, and prints the figures or what matters of them.
pub fn run(language: Language, args: &ReportArgs) -> Result<(), Failure> {
    let place = args.spec.display().to_string();
    let text = read_spec(language, &args.spec, &place)?;
    let spec = Spec::parse(&text).map_err(|mistakes| {
        Failure::Input(mistakes.iter().map(|m| wording::placed_mistake(language, &place, m)).collect())
    })?;
    let folder = Folder(args.data.clone().unwrap_or_else(|| folder_of(&args.spec)));
    let page = page(args);
    if let Some(page) = page {
        let read = spec.files.iter().map(|file| folder.0.join(&file.path));
        output::replaces_nothing_read(language, page, read.chain([args.spec.clone()]))?;
    }
    let report =
        report::report(&spec, &folder).map_err(|failed| Failure::input(folder.wording(language, &failed)))?;

    let found = report.problems.iter().map(|found| (found.file.as_str(), &found.problem));
    problems::list(language, found, "problems-more");
    if let Some(page) = page {
        output::write_file(page, report.to_html(language).as_bytes())?;
    }
    if args.json {
        return output::print(&report.to_json().to_string());
    }
    let mut lines = summary::lines(language, &report);
    lines.extend(
        page.map(|page| language.text_with("summary-page", &[("file", page.display().to_string().into())])),
    );
    output::print_lines(&lines)
}

/// Where the page goes: scripts that ask for JSON get one only where they say so.
fn page(args: &ReportArgs) -> Option<&Path> {
    let usual = (!args.json).then_some(Path::new(USUAL_PAGE));
    args.out.as_deref().or(usual)
}

fn read_spec(language: Language, path: &Path, place: &str) -> Result<String, Failure> {
    let failed =
        |error: &io::Error| Failure::input(format!("{place}: {}", wording::io_error(language, error)));
    let reader: Box<dyn Read> = if path.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(File::open(path).map_err(|error| failed(&error))?)
    };
    let mut bytes = Vec::new();
    // One more than may be: enough to see that it is too long.
    reader.take(SPEC_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = good.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Failure::input(format!("{place}:{line}: {}", language.text("spec-not-utf8")))
    })
}

/// The folder that a spec lies in; of a spec on a pipe, the current one.
fn folder_of(spec: &Path) -> PathBuf {
    spec.parent().map(Path::to_owned).unwrap_or_default()
}
