//! Places to streamline, each with what it costs in hours, money and score.

use super::table::{Cell, Table};
use super::tables;
use crate::App;
use crate::rooms::blueprints::known::Known;
use crate::rooms::blueprints::worth::{Worth, worths};
use crate::rooms::processes::Passage;
use crate::web::{Problem, Say, Visit};
use axum::extract::{Path, State};
use axum::response::Html;
use bpmn::view::streamline;
use language::Value;

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    tables::page(&app, &visit, &key, ("places", "process-tab-places"), table).await
}

fn table(known: &Known, passages: &[Passage], say: &Say) -> Table {
    let places = streamline::places(known.blueprint());
    let worths = worths(known, &places, passages);
    let mut found: Vec<(streamline::Place, Worth)> = places.into_iter().zip(worths).collect();
    found.sort_by(|a, b| b.1.elapsed_s.total_cmp(&a.1.elapsed_s));
    let says = found.iter().find(|(_, worth)| worth.times > 0).map_or_else(
        || say.text("places-none"),
        |(place, worth)| {
            let values = [
                ("place", Value::from(told(known, *place))),
                ("n", worth.times.into()),
                ("time", say.duration(&worth.elapsed_s).into()),
            ];
            say.language.text_with("places-says", &values)
        },
    );
    let head = |key: &str, is_figure| (say.text(key), is_figure);
    Table {
        id: "places",
        title: say.text("places-title"),
        says,
        columns: vec![
            head("places-place", false),
            head("places-kind", false),
            head("places-times", true),
            head("places-elapsed", true),
            head("places-work", true),
            head("places-money", true),
            head("places-score", true),
        ],
        rows: found.iter().map(|(place, worth)| row(known, *place, worth, say)).collect(),
        read: say.text("places-read"),
    }
}

fn row(known: &Known, place: streamline::Place, worth: &Worth, say: &Say) -> Vec<Cell> {
    let language = say.language;
    let step = at(known, place);
    let hours = |seconds: f64| {
        if seconds > 0.0 {
            Cell::text(say.with("places-hours", "n", &language.number(seconds / 3_600.0, 0)))
        } else {
            Cell::none()
        }
    };
    let money = worth.cents.filter(|&cents| cents > 0);
    let score = worth.score.difference().zip(worth.score.ci95()).map_or_else(Cell::none, |(score, range)| {
        let note = format!("{} … {}", language.signed(range.low, 1), language.signed(range.high, 1));
        Cell::text(language.signed(score, 1)).note(note).mark("worse", range.high < 0.0)
    });
    vec![
        Cell::text(told(known, place)),
        Cell::text(say.text(kind(place))),
        Cell::text(language.count(worth.times)).link(known.cases_at(step)),
        hours(worth.elapsed_s),
        hours(worth.work_s),
        money.map_or_else(Cell::none, |cents| Cell::text(say.money(cents))),
        score,
    ]
}

/// The step whose cases are behind a place.
fn at(known: &Known, place: streamline::Place) -> usize {
    match place {
        streamline::Place::Loop { flow } | streamline::Place::HandOff { flow } => {
            known.process.map.flows()[flow].to
        }
        streamline::Place::AskedAgain { again: step, .. } | streamline::Place::NoValue { step } => step,
    }
}

fn kind(place: streamline::Place) -> &'static str {
    match place {
        streamline::Place::Loop { .. } => "places-loop",
        streamline::Place::HandOff { .. } => "places-hand-off",
        streamline::Place::AskedAgain { .. } => "places-asked-again",
        streamline::Place::NoValue { .. } => "places-no-value",
    }
}

/// A place in words.
fn told(known: &Known, place: streamline::Place) -> String {
    let pair = |from: usize, to: usize| format!("{} → {}", known.name(from), known.name(to));
    match place {
        streamline::Place::Loop { flow } | streamline::Place::HandOff { flow } => {
            let flow = known.process.map.flows()[flow];
            pair(flow.from, flow.to)
        }
        streamline::Place::AskedAgain { first, again } if first != again => pair(first, again),
        streamline::Place::AskedAgain { again: step, .. } | streamline::Place::NoValue { step } => {
            known.name(step).to_owned()
        }
    }
}
