//! What happens to a process with one click: it was looked over, it is retired, it comes back, it is deleted.

use super::wanted::Wanted;
use crate::App;
use crate::rooms::processes::model::{Process, State};
use crate::rooms::processes::{Facts, commands, queries};
use crate::web::{Form, Page, Place, Problem, Right, Visit, html};
use axum::extract::{self, Path};
use axum::response::{Html, Redirect};
use jiff::Timestamp;

/// The version that was seen, and where to go on afterwards.
#[derive(Debug, serde::Deserialize)]
pub struct Seen {
    version: u64,
    #[serde(default)]
    query: Option<String>,
}

/// Changes one thing about a process.
async fn change(
    app: &App,
    visit: &Visit,
    (key, seen): (&str, u64),
    change: impl FnOnce(&mut Facts, Timestamp),
) -> Result<(), Problem> {
    let (by, now) = (visit.allowed(Right::Design)?.in_journal(), visit.now());
    let process = queries::find(&mut app.db().read().await?, key).await?.ok_or(Problem::NotFound)?;
    let mut facts = process.facts();
    change(&mut facts, now);
    let key = key.to_owned();
    app.db()
        .write(move |tx| Box::pin(async move { commands::change(tx, &key, seen, facts, by, now).await }))
        .await
}

/// It was looked over today.
pub async fn review(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(seen): Form<Seen>,
) -> Result<Redirect, Problem> {
    change(&app, &visit, (&key, seen.version), |facts, now| facts.reviewed_at = Some(now)).await?;
    // From the list one goes on in the list.
    let list = |query: String| format!("/processes?{}", Wanted::read(&query).query());
    let back = seen.query.map_or_else(|| format!("/processes/{key}"), list);
    Ok(Redirect::to(&back))
}

/// It is of the past.
pub async fn retire(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(seen): Form<Seen>,
) -> Result<Redirect, Problem> {
    change(&app, &visit, (&key, seen.version), |facts, _| facts.state = State::Archived).await?;
    Ok(Redirect::to(&format!("/processes/{key}")))
}

/// It is in use again.
pub async fn restore(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(seen): Form<Seen>,
) -> Result<Redirect, Problem> {
    change(&app, &visit, (&key, seen.version), |facts, _| facts.state = State::Published).await?;
    Ok(Redirect::to(&format!("/processes/{key}")))
}

#[derive(askama::Template)]
#[template(path = "processes/templates/removal.html")]
struct Removal {
    page: Page,
    process: Process,
    cases: usize,
    answers: usize,
}

/// Whether to delete it.
pub async fn ask(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    let mut db = app.db().read().await?;
    let process = queries::find(&mut db, &key).await?.ok_or(Problem::NotFound)?;
    let (cases, answers) = queries::used(&mut db, &key).await?;
    html(&Removal { page: visit.page(Place::Map), process, cases: cases as usize, answers: answers as usize })
}

/// Deletes it.
pub async fn destroy(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(seen): Form<Seen>,
) -> Result<Redirect, Problem> {
    let (by, now) = (visit.allowed(Right::Design)?.in_journal(), visit.now());
    app.db()
        .write(move |tx| Box::pin(async move { commands::remove(tx, &key, seen.version, by, now).await }))
        .await?;
    Ok(Redirect::to("/processes"))
}
