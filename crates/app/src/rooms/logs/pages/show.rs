//! A log: what is in it, what was wrong with it, and taking it away.

use super::list::size;
use super::picture::{self, Picture};
use crate::App;
use crate::rooms::logs::model::Log;
use crate::rooms::logs::summary::Summary;
use crate::rooms::logs::{commands, queries};
use crate::web::{Form, Page, Place, Problem, Right, Visit, html};
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::Timestamp;
use report::wording;
use uuid::Uuid;

#[derive(askama::Template)]
#[template(path = "logs/templates/show.html")]
struct Show {
    page: Page,
    log: Log,
    size: String,
    summary: Summary,
    period: String,
    picture: Option<Picture>,
}

/// The log at a glance; before it was read, its columns come first.
pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Problem> {
    let actor = visit.allowed(Right::See)?;
    let log = queries::find(&mut app.db().read().await?, id).await?.ok_or(Problem::NotFound)?;
    let Some(summary) = log.summary.clone() else {
        let next = if actor.may(Right::Design) { format!("/logs/{id}/mapping") } else { "/logs".to_owned() };
        return Ok(Redirect::to(&next).into_response());
    };
    let page = visit.page(Place::Data);
    let size = size(&page, &log);
    let shown = Show {
        period: period(&visit, &summary),
        picture: picture::of(&summary, &visit.say),
        page,
        log,
        size,
        summary,
    };
    Ok(html(&shown)?.into_response())
}

/// From the day of the first event to that of the last.
pub fn period(visit: &Visit, summary: &Summary) -> String {
    let day = |us: i64| Timestamp::from_microsecond(us).map(|at| visit.say.day(&at)).unwrap_or_default();
    visit.say.with2("logs-period", ("from", &day(summary.first_us)), ("to", &day(summary.last_us)))
}

#[derive(askama::Template)]
#[template(path = "logs/templates/problems.html")]
struct Problems {
    page: Page,
    log: Log,
    wrong: u64,
    rows: Vec<Row>,
}

/// What was wrong, where, and how often.
struct Row {
    what: String,
    lines: String,
    count: String,
}

/// What was wrong with single rows.
pub async fn problems(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let log = queries::find(&mut app.db().read().await?, id).await?.ok_or(Problem::NotFound)?;
    let summary = log.summary.as_ref().ok_or(Problem::NotFound)?;
    let language = visit.say.language;
    let row = |wrong: &crate::rooms::logs::summary::Wrong| {
        let mut lines: Vec<String> = wrong.lines.iter().map(|line| language.count(*line)).collect();
        if wrong.count > wrong.lines.len() as u64 {
            lines.push("…".to_owned());
        }
        Some(Row {
            what: wording::problem(language, &wrong.problem()?),
            lines: lines.join(" · "),
            count: language.count(wrong.count),
        })
    };
    let rows = summary.problems.iter().filter_map(row).collect();
    html(&Problems { page: visit.page(Place::Data), wrong: summary.wrong(), rows, log })
}

#[derive(askama::Template)]
#[template(path = "logs/templates/removal.html")]
struct Removal {
    page: Page,
    log: Log,
}

/// Asks once more, for those whose browser runs no scripts.
pub async fn ask(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    let log = queries::find(&mut app.db().read().await?, id).await?.ok_or(Problem::NotFound)?;
    html(&Removal { page: visit.page(Place::Data), log })
}

/// A form with nothing but its token.
#[derive(serde::Deserialize)]
pub struct Nothing {}

/// Takes it away.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<Uuid>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let actor = visit.allowed(Right::Design)?;
    commands::remove(&app, actor, id).await?;
    Ok(Redirect::to("/logs"))
}
