//! A page of the room that is one table under the head of its process.

use super::table::Table;
use crate::App;
use crate::rooms::blueprints::known::Known;
use crate::rooms::processes::{self, Head, Passage};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::response::Html;

#[derive(askama::Template)]
#[template(path = "blueprints/templates/tables.html")]
struct Tables {
    page: Page,
    head: Head,
    title: String,
    tables: [Table; 1],
}

/// The page under `tab`, with the table that `table` makes of what is known of the process and where its cases were.
pub async fn page(
    app: &App,
    visit: &Visit,
    key: &str,
    (tab, title): (&'static str, &str),
    table: impl FnOnce(&Known, &[Passage], &Say) -> Table,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let known = Known::of(app, &mut db, key, visit.now()).await?;
    let head = Head::of(&mut db, known.process.clone(), tab, known.figures.cases, say).await?;
    let passages = processes::passages(&mut db, key, known.since).await?;
    html(&Tables {
        page: visit.page(Place::Map),
        head,
        title: say.text(title),
        tables: [table(&known, &passages, say)],
    })
}
