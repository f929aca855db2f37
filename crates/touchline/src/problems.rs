//! Problems in the data, on standard error: a line each, and no more than a person reads.

use eventlog::Problem;
use language::Language;
use report::wording;

use crate::output::tell;

/// How many problems are listed.
const LISTED: usize = 20;

/// Says the first problems and how many more there are; `elsewhere` is the key of the text that says where those are.
pub fn list<'a>(
    language: Language,
    problems: impl ExactSizeIterator<Item = (&'a str, &'a Problem)>,
    elsewhere: &str,
) {
    let more = problems.len().saturating_sub(LISTED);
    for (file, problem) in problems.take(LISTED) {
        tell(&line(language, file, problem));
    }
    if more > 0 {
        tell(&language.text_with(elsewhere, &[("n", more.into())]));
    }
}

fn line(language: Language, file: &str, problem: &Problem) -> String {
    // Line 0 stands for none.
    let place = match problem.lines.first() {
        Some(&line) if line > 0 => format!("{file}:{line}"),
        _ => file.to_owned(),
    };
    let what = wording::problem(language, problem);
    language.text_with(
        "problem-line",
        &[("place", place.into()), ("what", what.into()), ("n", problem.count.into())],
    )
}
