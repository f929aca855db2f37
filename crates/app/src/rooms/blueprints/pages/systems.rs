//! The systems of a process: which steps of the customer each touches, and how often it spares or hands on work.

use super::table::{Cell, Table};
use super::tables;
use crate::App;
use crate::rooms::blueprints::known::Known;
use crate::rooms::blueprints::systems::{System, systems};
use crate::web::{Problem, Say, Visit};
use axum::extract::{Path, State};
use axum::response::Html;
use language::Value;
use measure::Share;

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    tables::page(&app, &visit, &key, ("systems", "process-tab-systems"), |known, passages, say| {
        table(known, &systems(&known.process.map, passages), say)
    })
    .await
}

fn table(known: &Known, found: &[System], say: &Say) -> Table {
    let lane = |system: &System| known.process.map.lanes()[system.lane].name.clone();
    let names = |steps: &[usize]| {
        let names: Vec<&str> = steps.iter().map(|&step| known.name(step)).collect();
        if names.is_empty() { "–".to_owned() } else { names.join(" · ") }
    };
    let share = |share: &Share, link: String| {
        share.share().zip(share.ci95()).map_or_else(Cell::none, |(value, range)| {
            let values = [
                ("low", Value::from(say.language.percent(range.low, 0))),
                ("high", say.language.percent(range.high, 0).into()),
                ("n", share.n.into()),
            ];
            let note = say.language.text_with("systems-range", &values);
            Cell::text(say.language.percent(value, 0)).note(note).link(link)
        })
    };
    let row = |system: &System| {
        let first = system.steps.first().copied();
        let cases = first.map_or_else(String::new, |step| known.cases_at(step));
        vec![
            Cell::text(lane(system)),
            Cell::text(names(&system.steps)),
            Cell::text(names(&system.touches)),
            share(&system.deflected, cases.clone()),
            share(&system.transferred, cases),
        ]
    };
    let says = match found {
        [] => say.text("systems-none"),
        found => {
            let touched: std::collections::BTreeSet<usize> =
                found.iter().flat_map(|system| system.touches.iter().copied()).collect();
            let values = [("n", Value::from(found.len())), ("steps", touched.len().into())];
            say.language.text_with("systems-says", &values)
        }
    };
    let head = |key: &str, is_figure| (say.text(key), is_figure);
    Table {
        id: "systems",
        title: say.text("systems-title"),
        says,
        columns: vec![
            head("systems-system", false),
            head("systems-steps", false),
            head("systems-touches", false),
            head("systems-deflected", true),
            head("systems-transferred", true),
        ],
        rows: found.iter().map(row).collect(),
        read: if found.is_empty() { String::new() } else { say.text("systems-read") },
    }
}
