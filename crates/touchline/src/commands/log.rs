//! `touchline log info`: what a log holds, before anything is asked of it.

use eventlog::{EventLog, Problem, Problems};
use jiff::Timestamp;
use language::Language;
use report::wording;
use serde_json::{Value, json};

use crate::args::InfoArgs;
use crate::failure::Failure;
use crate::{logfile, output};

/// Reads a log and prints its size, activities, period and problems.
pub fn info(language: Language, args: &InfoArgs) -> Result<(), Failure> {
    let (log, problems) = logfile::read(language, &args.log)?;
    if args.json {
        let file = args.log.file.display().to_string();
        return output::print(&to_json(&file, &log, &problems).to_string());
    }
    output::print_lines(&lines(language, &log, &problems))
}

fn to_json(file: &str, log: &EventLog, problems: &Problems) -> Value {
    let period = log.period_us().map(|(first, last)| json!({ "from": instant(first), "to": instant(last) }));
    json!({
        "cases": log.case_count(),
        "events": log.event_count(),
        "activities": mining::activities(log).iter().map(|activity| json!({
            "name": log.activities().get(activity.activity),
            "count": activity.count,
        })).collect::<Vec<_>>(),
        "period": period,
        "problems": problems.iter().map(|found| problem(file, found)).collect::<Vec<_>>(),
    })
}

/// The same fields as a problem of `report --json`.
fn problem(file: &str, problem: &Problem) -> Value {
    json!({
        "file": file,
        "line": problem.lines.first(),
        "problem": wording::problem_id(problem.kind),
        "count": problem.count,
        "column": problem.column,
        "example": problem.example,
        "lines": problem.lines,
    })
}

fn lines(language: Language, log: &EventLog, problems: &Problems) -> Vec<String> {
    let counts = [
        ("cases", log.case_count().into()),
        ("events", log.event_count().into()),
        ("activities", log.activities().len().into()),
    ];
    let mut lines = vec![language.text_with("info-counts", &counts)];
    lines.extend(log.period_us().map(|(first, last)| {
        language.text_with("info-period", &[("from", instant(first).into()), ("to", instant(last).into())])
    }));
    let noted: u64 = problems.iter().map(|problem| problem.count).sum();
    lines.push(match noted {
        0 => language.text("info-no-problems"),
        n => language.text_with("info-problems", &[("n", n.into())]),
    });
    let activities: Vec<_> = mining::activities(log)
        .iter()
        .map(|activity| [language.count(activity.count), log.activities().get(activity.activity).to_owned()])
        .collect();
    lines.extend([String::new(), language.text("mine-activities")]);
    lines.extend(output::table(&activities));
    lines
}

/// RFC 3339 in UTC.
fn instant(us: i64) -> String {
    Timestamp::from_microsecond(us).map_or_else(|_| us.to_string(), |instant| instant.to_string())
}
