//! What moves the outcome, and what a change would bring.

use chart::compare::{self, Compare, Pair, Side};
use chart::{Caption, Estimate, Tone};

use super::parts::{NARROW, WIDE};
use super::table::{self, Row, Table, known};
use super::{Picture, Words};
use crate::figures::{Driver, Group, Outcome, Report, WhatIf};

pub(crate) struct ImproveView {
    pub drivers: Option<DriversView>,
    pub what_ifs: Vec<WhatIfView>,
}

pub(crate) struct DriversView {
    pub says: String,
    pub picture: Picture,
    pub table: Table,
}

pub(crate) struct WhatIfView {
    pub title: String,
    pub says: String,
    pub owed: Option<String>,
}

impl ImproveView {
    pub(crate) fn of(report: &Report, words: &Words<'_>) -> Option<Self> {
        let strongest = report.drivers.first().filter(|driver| driver.is_known());
        if strongest.is_none() && report.what_ifs.is_empty() {
            return None;
        }
        let compensated = report.promise.as_ref().is_some_and(|promise| promise.compensated);
        Some(Self {
            drivers: strongest.map(|driver| DriversView {
                says: driver_says(driver, words),
                picture: drivers(report, driver, words),
                table: table(&report.drivers, words),
            }),
            what_ifs: report
                .what_ifs
                .iter()
                .map(|what_if| what_if_view(what_if, compensated, words))
                .collect(),
        })
    }
}

/// An outcome in words: a score, or a share of promises kept.
fn value(outcome: Outcome, value: f64, words: &Words<'_>) -> String {
    match outcome {
        Outcome::Score => words.score(value),
        Outcome::Promise => words.percent(value),
    }
}

/// A change of it, with its sign; a change of a share is in percentage points.
fn change(outcome: Outcome, value: f64, words: &Words<'_>) -> String {
    match outcome {
        Outcome::Score => words.language.signed(value, 2),
        Outcome::Promise => {
            words.say("percentage-points", &[("n", words.language.signed(value * 100.0, 1).into())])
        }
    }
}

fn range(outcome: Outcome, interval: Option<measure::Interval>, words: &Words<'_>) -> String {
    interval.map_or_else(
        || words.t("report-range-none"),
        |ci95| {
            let (low, high) = (change(outcome, ci95.low, words), change(outcome, ci95.high, words));
            words.say("report-range", &[("low", low.into()), ("high", high.into())])
        },
    )
}

fn driver_says(driver: &Driver, words: &Words<'_>) -> String {
    if !driver.is_beyond_chance() {
        return words.t("report-driver-none");
    }
    let mean = |group: &Group| value(driver.outcome, group.mean.unwrap_or(0.0), words);
    let key = match driver.outcome {
        Outcome::Score => "report-driver-says-score",
        Outcome::Promise => "report-driver-says-promise",
    };
    words.say(
        key,
        &[
            ("name", driver.name.to(words.language).into()),
            ("with", mean(&driver.with).into()),
            ("without", mean(&driver.without).into()),
            ("withn", driver.with.n.into()),
            ("withoutn", driver.without.n.into()),
            ("difference", change(driver.outcome, driver.difference.unwrap_or(0.0), words).into()),
            ("range", range(driver.outcome, driver.difference_ci95, words).into()),
        ],
    )
}

fn table(drivers: &[Driver], words: &Words<'_>) -> Table {
    let heads = ["col-with", "report-n", "col-without", "report-n", "col-difference", "col-ci95"];
    let rows = drivers.iter().map(|driver| {
        let mean = |group: &Group| known(group.mean, |mean| value(driver.outcome, mean, words));
        let difference = |by| change(driver.outcome, by, words);
        Row {
            name: driver.name.to(words.language).to_owned(),
            cells: vec![
                mean(&driver.with),
                words.count(driver.with.n),
                mean(&driver.without),
                words.count(driver.without.n),
                known(driver.difference, difference),
                table::range(driver.difference_ci95, difference),
            ],
        }
    });
    Table::new(words.t("report-drivers-title"), words.t("col-driver"), &heads, rows, words)
}

fn drivers(report: &Report, strongest: &Driver, words: &Words<'_>) -> Picture {
    let outcome = strongest.outcome;
    let side = |group: &Group, key: &str| {
        let mean = group.mean.unwrap_or(0.0);
        let (low, high) = group.ci95.map_or((mean, mean), |ci95| (ci95.low, ci95.high));
        Side {
            label: words.t(key),
            estimate: Estimate { value: mean, low, high },
            value_label: format!("{} · n = {}", value(outcome, mean, words), words.count(group.n)),
        }
    };
    let known = report.drivers.iter().filter(|driver| driver.is_known());
    let known = known.filter_map(|driver| Some((driver, driver.difference?)));
    let pairs = known.map(|(driver, difference)| Pair {
        label: driver.name.to(words.language).to_owned(),
        from: side(&driver.without, "report-without"),
        to: side(&driver.with, "report-with"),
        difference_label: format!(
            "{} {}",
            change(outcome, difference, words),
            range(outcome, driver.difference_ci95, words)
        ),
        tone: match driver.difference_ci95 {
            Some(ci95) if ci95.high < 0.0 => Tone::Bad,
            Some(ci95) if ci95.low > 0.0 => Tone::Good,
            _ => Tone::Plain,
        },
    });
    let title = words.t("report-drivers-title");
    let compare = Compare {
        caption: Caption { title: title.clone(), desc: driver_says(strongest, words) },
        pairs: pairs.collect(),
        reference: None,
        range: report.scores.as_ref().map(|scores| scores.scale),
    };
    let tick = |tick: f64| match outcome {
        Outcome::Score => words.language.number(tick, 1),
        Outcome::Promise => words.language.percent(tick, 0),
    };
    let draw = |width| compare::draw(&compare, &tick, width);
    Picture { title, wide: draw(WIDE), narrow: draw(NARROW), says: words.t("report-drivers-read") }
}

fn what_if_view(what_if: &WhatIf, compensated: bool, words: &Words<'_>) -> WhatIfView {
    let outcome = what_if.outcome;
    let key = match outcome {
        Outcome::Score => "report-what-if-says-score",
        Outcome::Promise => "report-what-if-says-promise",
    };
    let owed = || {
        let range = what_if.compensation_change_ci95.map_or_else(
            || words.t("report-range-none"),
            |ci95| {
                let signed = |amount| words.language.signed_money(amount, words.currency);
                let (low, high) = (signed(ci95.low), signed(ci95.high));
                words.say("report-range", &[("low", low.into()), ("high", high.into())])
            },
        );
        let money = words.language.signed_money(what_if.compensation_change, words.currency);
        words.say("report-what-if-owed", &[("money", money.into()), ("range", range.into())])
    };
    let says = words.say(
        key,
        &[
            ("name", what_if.driver.to(words.language).into()),
            ("share", words.percent(what_if.share).into()),
            ("newshare", words.percent(what_if.new_share).into()),
            ("now", value(outcome, what_if.now, words).into()),
            ("then", value(outcome, what_if.now + what_if.change, words).into()),
            ("change", change(outcome, what_if.change, words).into()),
            ("range", range(outcome, what_if.change_ci95, words).into()),
        ],
    );
    WhatIfView {
        title: what_if.name.to(words.language).to_owned(),
        says: words.sentences(&[&says, &words.say("report-what-if-base", &[("n", what_if.n.into())])]),
        owed: compensated.then(owed),
    }
}
