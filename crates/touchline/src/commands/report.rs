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
    let text = read_spec(language, &args.spec)?;
    let place = args.spec.display().to_string();
    let spec = Spec::parse(&text).map_err(|mistakes| {
        Failure::Input(mistakes.iter().map(|m| wording::placed_mistake(language, &place, m)).collect())
    })?;
    let folder = Folder(args.data.clone().unwrap_or_else(|| folder_of(&args.spec)));
    let report =
        report::report(&spec, &folder).map_err(|failed| Failure::input(folder.wording(language, &failed)))?;

    let found = report.problems.iter().map(|found| (found.file.as_str(), &found.problem));
    problems::list(language, found, "problems-more");
    if args.json {
        return output::print(&report.to_json().to_string());
    }
    output::print_lines(&summary::lines(language, &report))
}

fn read_spec(language: Language, path: &Path) -> Result<String, Failure> {
    let place = path.display().to_string();
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
    match spec.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
