//! The logs, and bringing one in.

use super::too_large;
use crate::App;
use crate::rooms::logs::model::{Log, MAX_FILE_MB};
use crate::rooms::logs::reading::Refused;
use crate::rooms::logs::{commands, queries};
use crate::web::{Page, Place, Problem, Right, Upload, Visit, html};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use language::Language;
use report::wording;

/// Logs on a page.
const SHOWN: u32 = 50;

#[derive(askama::Template)]
#[template(path = "logs/templates/list.html")]
struct List {
    page: Page,
    logs: Vec<Log>,
    number: u32,
    has_more: bool,
    refused: Option<String>,
}

impl List {
    fn size(&self, log: &Log) -> String {
        size(&self.page, log)
    }
}

/// The size of a log's file, in megabytes.
pub fn size(page: &Page, log: &Log) -> String {
    let megabytes = log.size_bytes as f64 / f64::from(1 << 20);
    let number = page.say.language.number(megabytes.max(0.01), if megabytes < 1.0 { 2 } else { 1 });
    page.say.with("logs-megabytes", "n", &number)
}

/// Which page of the list.
#[derive(serde::Deserialize)]
pub struct Numbered {
    page: Option<u32>,
}

/// The list.
pub async fn index(
    State(app): State<App>,
    visit: Visit,
    Query(numbered): Query<Numbered>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    html(&list(&app, &visit, numbered.page.unwrap_or(0), None).await?)
}

async fn list(app: &App, visit: &Visit, number: u32, refused: Option<String>) -> Result<List, Problem> {
    let (logs, has_more) = queries::list(&mut app.db().read().await?, (SHOWN, number)).await?;
    Ok(List { page: visit.page(Place::Data), logs, number, has_more, refused })
}

/// Brings a log in; next come its columns.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    upload: Result<Upload, Problem>,
) -> Result<Response, Problem> {
    let actor = visit.allowed(Right::Design)?;
    let upload = upload.map_err(too_large)?;
    let file: Vec<u8> = upload.bytes.into();
    match commands::add(&app, actor, &upload.name, file.into()).await? {
        Ok((id, _)) => Ok(Redirect::to(&format!("/logs/{id}/mapping")).into_response()),
        Err(refused) => {
            let said = Some(said(visit.say.language, &refused));
            let again = html(&list(&app, &visit, 0, said).await?)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, again).into_response())
        }
    }
}

/// Why a file is not taken.
pub fn said(language: Language, refused: &Refused) -> String {
    match refused {
        Refused::Unreadable(error) => wording::read_error(language, error),
        Refused::TooFewColumns => language.text("logs-too-few-columns"),
        Refused::NoText => language.text("logs-no-text"),
    }
}
