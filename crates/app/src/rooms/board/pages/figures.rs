//! The tiles of home: a figure with how many it rests on, how it changed, and its course over the months.

use crate::rooms::cases::Counts;
use crate::rooms::feedback::{Scores, Tally};
use crate::rooms::processes::Glance;
use crate::web::Say;
use std::collections::BTreeMap;
use std::fmt::Write;

/// A figure.
pub struct Tile {
    pub link: &'static str,
    pub name: String,
    pub value: String,
    pub unit: String,
    /// What it rests on, and how sure it is.
    pub note: String,
    /// How it changed, and whether that is `better`, `worse` or neither.
    pub change: Option<(String, &'static str)>,
    /// Points of its course, for a line in a box of 100 by 30; nothing for too few.
    pub course: Option<String>,
}

/// Would customers recommend us.
pub fn recommended(scores: &Scores, say: &Say) -> Tile {
    let line = &scores.whole;
    let whole = |value: f64| say.language.signed(value, 0);
    let estimate = line.recent.estimate();
    let n = say.count("home-answers", &usize::try_from(line.recent.n()).unwrap_or(usize::MAX));
    let note = estimate.map_or_else(
        || n.clone(),
        |e| format!("{n} · {}", say.with2("home-range", ("low", &whole(e.low)), ("high", &whole(e.high)))),
    );
    let change = line.recent.change_since(&line.before).map(|change| {
        let lean = if change.low > 0.0 {
            "better"
        } else if change.high < 0.0 {
            "worse"
        } else {
            ""
        };
        (whole(change.value), lean)
    });
    Tile {
        link: "/feedback",
        name: say.text("home-recommend"),
        value: estimate.map_or_else(|| "–".to_owned(), |estimate| whole(estimate.value)),
        unit: "NPS".to_owned(),
        note,
        change,
        course: course(scores.months.iter().map(|(_, tally)| tally)),
    }
}

/// Promises that were kept.
pub fn kept(glances: &BTreeMap<String, Glance>, say: &Say) -> Tile {
    let (hits, n) =
        glances.values().fold((0, 0), |(hits, n), glance| (hits + glance.promise.hits, n + glance.promise.n));
    let share = measure::Share { hits, n };
    let percent = |share: f64| say.language.number(100.0 * share, 1);
    let n = say.count("home-promises", &usize::try_from(n).unwrap_or(usize::MAX));
    let note = share.ci95().map_or_else(
        || n.clone(),
        |range| {
            let (low, high) = (percent(range.low), percent(range.high));
            format!("{n} · {}", say.with2("home-range", ("low", &low), ("high", &high)))
        },
    );
    Tile {
        link: "/processes",
        name: say.text("home-kept"),
        value: share.share().map_or_else(|| "–".to_owned(), percent),
        unit: "%".to_owned(),
        note,
        change: None,
        course: None,
    }
}

/// Cases that are open.
pub fn open(counts: &Counts, say: &Say) -> Tile {
    let count = |key, n: i64| say.count(key, &usize::try_from(n).unwrap_or(0));
    Tile {
        link: "/cases?view=open",
        name: say.text("home-open"),
        value: say.language.number(counts.open as f64, 0),
        unit: String::new(),
        note: format!(
            "{} · {}",
            count("home-waiting", counts.waiting),
            count("home-unassigned", counts.unassigned)
        ),
        change: None,
        course: None,
    }
}

/// Open cases whose promise is broken.
pub fn late(counts: &Counts, say: &Say) -> Tile {
    Tile {
        link: "/cases?view=late",
        name: say.text("home-late"),
        value: say.language.number(counts.late as f64, 0),
        unit: String::new(),
        note: say.count("home-due-today", &usize::try_from(counts.due_today).unwrap_or(0)),
        change: None,
        course: None,
    }
}

/// The course of a figure over months of which each has enough answers to mean something.
fn course<'a>(months: impl Iterator<Item = &'a Tally>) -> Option<String> {
    const ENOUGH: u64 = 5;
    let values: Vec<f64> = months
        .filter(|tally| tally.n() >= ENOUGH)
        .filter_map(|tally| tally.estimate().map(|estimate| estimate.value))
        .collect();
    let low = values.iter().copied().reduce(f64::min)?;
    let high = values.iter().copied().reduce(f64::max)?;
    if values.len() < 3 {
        return None;
    }
    let (step, span) = (100.0 / (values.len() - 1) as f64, (high - low).max(1.0));
    let mut points = String::new();
    for (at, value) in values.iter().enumerate() {
        write!(points, "{:.0},{:.0} ", at as f64 * step, 26.0 - 22.0 * (value - low) / span).ok()?;
    }
    Some(points.trim_end().to_owned())
}
