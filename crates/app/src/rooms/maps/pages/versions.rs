//! The versions of a map: the list, and what is done with them.

use super::parts::{VersionView, draft_seen, head, process};
use crate::App;
use crate::rooms::maps::commands::{self, NotPublished};
use crate::rooms::maps::model::State as MapState;
use crate::rooms::maps::{queries, words};
use crate::rooms::processes::Head;
use crate::web::{Form, Page, Place, Problem, Right, Visit, html};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

#[derive(askama::Template)]
#[template(path = "maps/templates/versions.html")]
struct Index {
    page: Page,
    head: Head,
    versions: Vec<VersionView>,
    draft: Option<VersionView>,
    /// The version of the draft that was seen; 0 without one.
    seen: u64,
    /// What keeps the draft from being published.
    no_map: Vec<String>,
}

/// The version of the draft that was seen.
#[derive(Debug, serde::Deserialize)]
pub struct Seen {
    seen: u64,
}

/// A version that is to become the draft.
#[derive(Debug, serde::Deserialize)]
pub struct Restored {
    number: u64,
    seen: u64,
}

/// What is published, and what is said of it.
#[derive(Debug, serde::Deserialize)]
pub struct Publication {
    seen: u64,
    #[serde(default)]
    note: String,
}

/// The page.
pub async fn index(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    page(&app, &visit, &key, Vec::new()).await
}

async fn page(app: &App, visit: &Visit, key: &str, no_map: Vec<String>) -> Result<Html<String>, Problem> {
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let process = process(&mut db, key).await?;
    let versions = queries::versions(&mut db, &process).await?;
    let draft = versions.iter().find(|about| about.state == MapState::Draft);
    let page = Index {
        page: visit.page(Place::Map),
        draft: draft.map(|about| VersionView::of(about, say)),
        seen: draft_seen(&versions),
        versions: versions.iter().map(|about| VersionView::of(about, say)).collect(),
        head: head(&mut db, app, process, say).await?,
        no_map,
    };
    html(&page)
}

/// Makes the draft of an earlier version.
pub async fn restore(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(restored): Form<Restored>,
) -> Result<Redirect, Problem> {
    let (by, now) = (visit.allowed(Right::Design)?.in_journal(), visit.now());
    let process = process(&mut app.db().read().await?, &key).await?;
    let note = visit.say.with("map-restored-note", "n", &restored.number.to_string());
    let work = app.db().write(move |tx| {
        Box::pin(async move {
            commands::restore(tx, &process, (restored.number, note), restored.seen, by, now).await
        })
    });
    let draft = work.await?;
    Ok(Redirect::to(&format!("/processes/{key}/map?version={}", draft.number)))
}

/// Puts the draft among the versions of the past.
pub async fn archive(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(Seen { seen }): Form<Seen>,
) -> Result<Redirect, Problem> {
    let (by, now) = (visit.allowed(Right::Design)?.in_journal(), visit.now());
    let process = process(&mut app.db().read().await?, &key).await?;
    let work = app
        .db()
        .write(move |tx| Box::pin(async move { commands::archive_draft(tx, &process, seen, by, now).await }));
    work.await?;
    Ok(Redirect::to(&format!("/processes/{key}/map/versions")))
}

/// Brings the draft into force; what is no map of a process is not, and the page says why.
pub async fn publish(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(publication): Form<Publication>,
) -> Result<Response, Problem> {
    let (by, now) = (visit.allowed(Right::Design)?.in_journal(), visit.now());
    let process = process(&mut app.db().read().await?, &key).await?;
    let note = Some(publication.note).filter(|note| !note.trim().is_empty());
    match commands::publish(&app, &process, (publication.seen, note), by, now).await {
        Ok(_) => Ok(Redirect::to(&format!("/processes/{key}/map/versions")).into_response()),
        Err(NotPublished::NoMap(problems)) => {
            let page = page(&app, &visit, &key, words::no_map(&problems, &visit.say)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(NotPublished::Problem(problem)) => Err(problem),
    }
}
