//! Bringing a BPMN file in: it is looked over first, with what was malformed, what the check finds and what changes.

use super::parts::{draft_seen, head, process};
use crate::App;
use crate::rooms::maps::commands::{self, Drawn};
use crate::rooms::maps::model::{Import, MAX_FILE_MB, Which};
use crate::rooms::maps::queries;
use crate::rooms::maps::reading::Reading;
use crate::rooms::maps::words::{self, Changed, Fault, Found};
use crate::rooms::processes::Head;
use crate::web::{Form, Page, Place, Problem, Right, Text, Upload, Visit, html};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use uuid::Uuid;

use super::drawing::{Wish, drawing};

#[derive(askama::Template)]
#[template(path = "maps/templates/import.html")]
struct Start {
    page: Page,
    head: Head,
    refused: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "maps/templates/preview.html")]
struct Preview {
    page: Page,
    head: Head,
    id: Uuid,
    name: String,
    /// The version of the draft that would be written over; 0 without one.
    seen: u64,
    drawing: Result<String, String>,
    faults: Vec<Fault>,
    found: Vec<Found>,
    no_map: Vec<String>,
    changes: Vec<Changed>,
    refused: Option<String>,
}

/// What becomes of the file.
#[derive(Debug, serde::Deserialize)]
pub struct Decision {
    seen: u64,
    #[serde(default)]
    note: String,
    #[serde(default)]
    how: String,
}

/// Where a file is chosen.
pub async fn start(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    start_page(&app, &visit, &key, None).await
}

async fn start_page(
    app: &App,
    visit: &Visit,
    key: &str,
    refused: Option<String>,
) -> Result<Html<String>, Problem> {
    let mut db = app.db().read().await?;
    let process = process(&mut db, key).await?;
    let head = head(&mut db, app, process, &visit.say).await?;
    html(&Start { page: visit.page(Place::Map), head, refused })
}

/// Takes a file.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    file: Result<Upload, Problem>,
) -> Result<Response, Problem> {
    let person = visit.allowed(Right::Design)?.person;
    let kept = match file.map_err(too_large) {
        Ok(file) => keep(&app, &visit, &key, file, person).await,
        Err(problem) => Err(problem),
    };
    match kept {
        Ok(id) => Ok(Redirect::to(&format!("/processes/{key}/map/imports/{id}")).into_response()),
        // What is wrong with a file is said where another one can be chosen.
        Err(problem @ (Problem::Invalid(_) | Problem::TooLarge(_))) => {
            let said = problem.detail(visit.say.language);
            let page = start_page(&app, &visit, &key, Some(said)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

fn too_large(problem: Problem) -> Problem {
    match problem {
        Problem::TooLarge(_) => Problem::TooLarge(Text::key("map-too-large").with("n", MAX_FILE_MB)),
        problem => problem,
    }
}

async fn keep(app: &App, visit: &Visit, key: &str, file: Upload, person: Uuid) -> Result<Uuid, Problem> {
    let process = process(&mut app.db().read().await?, key).await?;
    let import = Import {
        id: Uuid::now_v7(),
        process: process.id,
        name: file.name.chars().take(200).collect(),
        file: file.bytes.to_vec(),
    };
    read(&import, visit).await?;
    let (id, now) = (import.id, visit.now());
    app.db()
        .write(move |tx| Box::pin(async move { commands::keep_import(tx, import, person, now).await }))
        .await?;
    Ok(id)
}

async fn read(import: &Import, visit: &Visit) -> Result<Reading, Problem> {
    let file = import.file.clone();
    let reading = tokio::task::spawn_blocking(move || Reading::of(&file)).await;
    reading
        .map_err(|_| Problem::Unexpected)?
        .map_err(|refusal| words::refused(&refusal, &import.name, &visit.say))
}

/// The file, looked over.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((key, id)): Path<(String, Uuid)>,
) -> Result<Html<String>, Problem> {
    preview(&app, &visit, &key, id, None).await
}

async fn preview(
    app: &App,
    visit: &Visit,
    key: &str,
    id: Uuid,
    refused: Option<String>,
) -> Result<Html<String>, Problem> {
    let person = visit.allowed(Right::Design)?.person;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let process = process(&mut db, key).await?;
    let import = queries::import(&mut db, id, person, &process).await?.ok_or(Problem::NotFound)?;
    let seen = draft_seen(&queries::versions(&mut db, &process).await?);
    let which = if seen == 0 { Which::Published } else { Which::Draft };
    let before = queries::version(&mut db, &process, which).await?;
    let head = head(&mut db, app, process, say).await?;
    drop(db);
    let reading = read(&import, visit).await?;
    let before = match before {
        Some(map) => Some(queries::read(map.bpmn).await?),
        None => None,
    };
    let marks = words::marks(&reading);
    let wish = Wish { marks: &marks, prefix: "at-", ..Wish::default() };
    let page = Preview {
        page: visit.page(Place::Map),
        id,
        seen,
        drawing: drawing(&reading, reading.diagrams().next(), (&import.name, ""), &wish, say),
        faults: words::faults(&reading, say),
        found: words::found(&reading, say),
        no_map: reading.to_map().err().map_or_else(Vec::new, |problems| words::no_map(&problems, say)),
        changes: before.map_or_else(Vec::new, |before| words::changed(&reading.since(&before), say)),
        name: import.name,
        head,
        refused,
    };
    html(&page)
}

/// Makes a draft of it, or keeps it as a copy, or forgets it.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path((key, id)): Path<(String, Uuid)>,
    Form(decision): Form<Decision>,
) -> Result<Response, Problem> {
    let actor = visit.allowed(Right::Design)?;
    let (person, by, now) = (actor.person, actor.in_journal(), visit.now());
    let mut db = app.db().read().await?;
    let process = process(&mut db, &key).await?;
    let import = queries::import(&mut db, id, person, &process).await?.ok_or(Problem::NotFound)?;
    drop(db);
    let bpmn = read(&import, &visit).await?.written();
    let drawn = Drawn { bpmn, note: Some(decision.note) };
    let saved = app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                let number = match decision.how.as_str() {
                    "leave" => None,
                    "copy" => Some(commands::keep_copy(tx, &process, drawn, by, now).await?.number),
                    _ => Some(
                        commands::replace_draft(tx, &process, decision.seen, drawn, by, now).await?.number,
                    ),
                };
                commands::forget_import(tx, person).await?;
                Ok::<_, Problem>(number)
            })
        })
        .await;
    match saved {
        Ok(Some(number)) => {
            Ok(Redirect::to(&format!("/processes/{key}/map?version={number}")).into_response())
        }
        Ok(None) => Ok(Redirect::to(&format!("/processes/{key}/map")).into_response()),
        // Somebody else saved meanwhile: the same page, with what differs from theirs.
        Err(problem @ (Problem::Conflict(_) | Problem::Invalid(_))) => {
            let status = problem.status();
            let said = problem.detail(visit.say.language);
            Ok((status, preview(&app, &visit, &key, id, Some(said)).await?).into_response())
        }
        Err(problem) => Err(problem),
    }
}
