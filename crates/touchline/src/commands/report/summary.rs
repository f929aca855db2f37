//! A report in a few lines: what a person wants to know before opening the page.

use language::Language;
use measure::Interval;
use report::Report;
use report::figures::{Driver, Outcome, Promise, Score, WhatIf};

/// One line for each thing the report knows.
pub fn lines(language: Language, report: &Report) -> Vec<String> {
    let counted = language
        .text_with("summary-counts", &[("cases", report.cases.into()), ("events", report.events.into())]);
    let lead_time = report.lead_time.map(|times| {
        language.text_with(
            "summary-lead-time",
            &[
                ("median", language.duration(times.median_s).into()),
                ("p90", language.duration(times.p90_s).into()),
                ("n", times.n.into()),
            ],
        )
    });
    // Drivers come with the strongest first.
    let driver = report.drivers.first().and_then(|strongest| driver(language, strongest));
    [report.title.to(language).to_owned(), counted]
        .into_iter()
        .chain(lead_time)
        .chain(report.scores.as_ref().and_then(|scores| score(language, &scores.all)))
        .chain(report.promise.as_ref().and_then(|made| promise(language, made, &report.currency)))
        .chain(driver)
        .chain(report.what_ifs.iter().map(|change| what_if(language, change, report)))
        .chain(problems(language, report))
        .collect()
}

fn problems(language: Language, report: &Report) -> Option<String> {
    let noted: u64 = report.problems.iter().map(|found| found.problem.count).sum();
    let values = &[("n", report.problems.len().into()), ("noted", noted.into())];
    (noted > 0).then(|| language.text_with("summary-problems", values))
}

fn score(language: Language, all: &Score) -> Option<String> {
    let values = &[
        ("mean", language.number(all.mean?, 2).into()),
        ("interval", interval(all.mean_ci95, |bound| language.number(bound, 2)).into()),
        ("n", all.n.into()),
    ];
    Some(language.text_with("summary-score", values))
}

fn promise(language: Language, made: &Promise, currency: &str) -> Option<String> {
    let kept = language.percent(made.all.share()?, 1);
    let values = &[("kept", kept.into()), ("late", made.all.late.into()), ("n", made.all.n.into())];
    let line = language.text_with("summary-promise", values);
    if !made.compensated {
        return Some(line);
    }
    let owed = language.money(made.all.compensation, currency);
    Some(language.text_with("summary-owed", &[("line", line.into()), ("amount", owed.into())]))
}

fn driver(language: Language, driver: &Driver) -> Option<String> {
    let values = &[
        ("name", driver.name.to(language).into()),
        ("difference", change(language, driver.outcome, driver.difference?).into()),
        (
            "interval",
            interval(driver.difference_ci95, |bound| change(language, driver.outcome, bound)).into(),
        ),
    ];
    Some(language.text_with(
        match driver.outcome {
            Outcome::Score => "summary-driver-score",
            Outcome::Promise => "summary-driver-promise",
        },
        values,
    ))
}

fn what_if(language: Language, what_if: &WhatIf, report: &Report) -> String {
    let values = &[
        ("name", what_if.name.to(language).into()),
        ("change", change(language, what_if.outcome, what_if.change).into()),
        ("interval", interval(what_if.change_ci95, |bound| change(language, what_if.outcome, bound)).into()),
    ];
    let key = match what_if.outcome {
        Outcome::Score => "summary-what-if-score",
        Outcome::Promise => "summary-what-if-promise",
    };
    let line = language.text_with(key, values);
    if what_if.compensation_change == 0.0 {
        return line;
    }
    let amount = language.signed_money(what_if.compensation_change, &report.currency);
    language.text_with("summary-what-if-money", &[("line", line.into()), ("amount", amount.into())])
}

/// A change of a score, or of a share in points of a percent.
fn change(language: Language, outcome: Outcome, by: f64) -> String {
    match outcome {
        Outcome::Score => language.signed(by, 2),
        Outcome::Promise => language.signed(by * 100.0, 1),
    }
}

fn interval(interval: Option<Interval>, written: impl Fn(f64) -> String) -> String {
    interval.map_or_else(
        || "–".to_owned(),
        |interval| format!("{} … {}", written(interval.low), written(interval.high)),
    )
}
