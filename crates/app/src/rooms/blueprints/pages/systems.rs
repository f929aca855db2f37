//! The systems of a process: which steps of the customer each touches, and how often it spares or hands on work.

use super::table::{Cell, Table};
use crate::App;
use crate::rooms::blueprints::known::Known;
use crate::rooms::blueprints::systems::{System, systems};
use crate::rooms::processes::{self, Head};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::Html;
use language::Value;
use measure::Share;

#[derive(askama::Template)]
#[template(path = "blueprints/templates/tables.html")]
struct Tables {
    page: Page,
    head: Head,
    title: String,
    tables: Vec<Table>,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let known = Known::of(&app, &mut db, &key, visit.now()).await?;
    let head = Head::of(&mut db, known.process.clone(), "systems", known.figures.cases, say).await?;
    let passages = processes::passages(&mut db, &key, known.since).await?;
    let found = systems(&known.process.map, &passages);
    let page = Tables {
        page: visit.page(Place::Map),
        title: say.text("process-tab-systems"),
        tables: vec![table(&known, &found, say)],
        head,
    };
    html(&page)
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
