//! What callers do to a case. The version that they saw goes along, as `version` or as `If-Match`; if someone changed the
//! same thing since, nothing is done.

use super::{ShownCase, answer, key};
use crate::App;
use crate::rooms::cases::commands::{self, closing};
use crate::rooms::cases::{Found, Sight, find};
use crate::web::api::Json as Body;
use crate::web::{Caller, Problem, Right, Text};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use caseflow::{Audience, Command, CommentId, NewTask, PersonId, TaskId};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

/// The addresses.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(comment))
        .routes(routes!(add_task))
        .routes(routes!(complete, uncomplete))
        .routes(routes!(close, reopen))
        .routes(routes!(reach))
}

/// Something to say.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewComment)]
pub struct Words {
    text: String,
    /// `staff`, which is meant if nothing is said, or `customer`. What customers say is for both.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    audience: Audience,
}

/// Says something on a case. A customer may, on their own.
#[utoipa::path(post, path = "/api/v1/cases/{number}/comments", tag = "cases", request_body = Words,
    params(("number" = u64, Path, description = "The case's number")),
    responses((status = 200, body = ShownCase), (status = 401), (status = 403), (status = 404), (status = 422)))]
async fn comment(
    State(app): State<App>,
    caller: Caller,
    Path(number): Path<u64>,
    Body(Words { text, audience }): Body<Words>,
) -> Result<Response, Problem> {
    if caller.actor.customer.is_none() {
        caller.allowed(Right::Work)?;
    }
    let command = Command::Comment { comment: CommentId(Uuid::now_v7()), text, audience };
    change(&app, &caller, (number, None), vec![command]).await
}

/// A task to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewTask)]
pub struct Wanted {
    name: String,
    responsible: Option<Uuid>,
    #[schema(value_type = Option<String>)]
    due: Option<Timestamp>,
}

/// Adds a task.
#[utoipa::path(post, path = "/api/v1/cases/{number}/tasks", tag = "cases", request_body = Wanted,
    params(("number" = u64, Path, description = "The case's number")),
    responses((status = 200, body = ShownCase), (status = 401), (status = 403), (status = 404), (status = 422)))]
async fn add_task(
    State(app): State<App>,
    caller: Caller,
    Path(number): Path<u64>,
    Body(Wanted { name, responsible, due }): Body<Wanted>,
) -> Result<Response, Problem> {
    caller.allowed(Right::Work)?;
    let (task, responsible) = (TaskId(Uuid::now_v7()), responsible.map(PersonId));
    let new = NewTask { task, name, stage: None, responsible, due, waits_for: Vec::new() };
    change(&app, &caller, (number, None), vec![Command::AddTask(new)]).await
}

/// Says that a task is done.
#[utoipa::path(put, path = "/api/v1/cases/{number}/tasks/{task}/completion", tag = "cases",
    params(("number" = u64, Path, description = "The case's number"), ("task" = Uuid, Path, description = "The task's id"),
        ("If-Match" = Option<String>, Header, description = "The version that was seen")),
    responses((status = 200, body = ShownCase), (status = 401), (status = 403), (status = 404), (status = 409)))]
async fn complete(
    State(app): State<App>,
    caller: Caller,
    Path((number, task)): Path<(u64, Uuid)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    caller.allowed(Right::Work)?;
    let command = Command::CompleteTask { task: TaskId(task) };
    change(&app, &caller, (number, seen(&headers, None)?), vec![command]).await
}

/// Says that it is not done after all.
#[utoipa::path(delete, path = "/api/v1/cases/{number}/tasks/{task}/completion", tag = "cases",
    params(("number" = u64, Path, description = "The case's number"), ("task" = Uuid, Path, description = "The task's id"),
        ("If-Match" = Option<String>, Header, description = "The version that was seen")),
    responses((status = 200, body = ShownCase), (status = 401), (status = 403), (status = 404), (status = 409)))]
async fn uncomplete(
    State(app): State<App>,
    caller: Caller,
    Path((number, task)): Path<(u64, Uuid)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    caller.allowed(Right::Work)?;
    let command = Command::ReopenTask { task: TaskId(task) };
    change(&app, &caller, (number, seen(&headers, None)?), vec![command]).await
}

/// How a case ended.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewClosure)]
pub struct Ended {
    /// An end of the process by its key, or `done`, `not-done` or `withdrawn`.
    outcome: String,
    version: Option<u64>,
}

/// Closes a case.
#[utoipa::path(put, path = "/api/v1/cases/{number}/closure", tag = "cases", request_body = Ended,
    params(("number" = u64, Path, description = "The case's number"),
        ("If-Match" = Option<String>, Header, description = "The version that was seen")),
    responses((status = 200, body = ShownCase), (status = 401), (status = 403), (status = 404), (status = 409)))]
async fn close(
    State(app): State<App>,
    caller: Caller,
    Path(number): Path<u64>,
    headers: HeaderMap,
    Body(Ended { outcome, version }): Body<Ended>,
) -> Result<Response, Problem> {
    caller.allowed(Right::Work)?;
    let outcome = key(Some(outcome))?.ok_or(Problem::Unexpected)?;
    let commands = {
        let mut db = app.db().read().await?;
        let found = of(&mut db, &caller, number).await?;
        let directory = app.directories().knowing(&mut db, caller.now, &[]).await?;
        let process = match &found.process {
            Some(process) => directory.process(&mut db, process).await?,
            None => None,
        };
        closing(&found, process.as_deref(), outcome)
    };
    change(&app, &caller, (number, seen(&headers, version)?), commands).await
}

/// Why a case goes on.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewReopening)]
pub struct GoesOn {
    reason: String,
    version: Option<u64>,
}

/// Opens a closed case again.
#[utoipa::path(delete, path = "/api/v1/cases/{number}/closure", tag = "cases", request_body = GoesOn,
    params(("number" = u64, Path, description = "The case's number"),
        ("If-Match" = Option<String>, Header, description = "The version that was seen")),
    responses((status = 200, body = ShownCase), (status = 401), (status = 403), (status = 404), (status = 409)))]
async fn reopen(
    State(app): State<App>,
    caller: Caller,
    Path(number): Path<u64>,
    headers: HeaderMap,
    Body(GoesOn { reason, version }): Body<GoesOn>,
) -> Result<Response, Problem> {
    caller.allowed(Right::Work)?;
    let seen = seen(&headers, version)?;
    change(&app, &caller, (number, seen), vec![Command::Reopen { reason }]).await
}

/// A step that a case came to.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewPassage)]
pub struct Reached {
    step: String,
    version: Option<u64>,
}

/// Notes that a case came to a step of its process.
#[utoipa::path(post, path = "/api/v1/cases/{number}/steps", tag = "cases", request_body = Reached,
    params(("number" = u64, Path, description = "The case's number"),
        ("If-Match" = Option<String>, Header, description = "The version that was seen")),
    responses((status = 200, body = ShownCase), (status = 401), (status = 403), (status = 404), (status = 409)))]
async fn reach(
    State(app): State<App>,
    caller: Caller,
    Path(number): Path<u64>,
    headers: HeaderMap,
    Body(Reached { step, version }): Body<Reached>,
) -> Result<Response, Problem> {
    caller.allowed(Right::Work)?;
    let step = key(Some(step))?.ok_or(Problem::Unexpected)?;
    change(&app, &caller, (number, seen(&headers, version)?), vec![Command::Reach { step }]).await
}

/// The version that the caller saw.
fn seen(headers: &HeaderMap, version: Option<u64>) -> Result<Option<u64>, Problem> {
    let Some(tag) = headers.get(header::IF_MATCH) else { return Ok(version) };
    let tag = tag.to_str().ok().map(|tag| tag.trim().trim_matches('"')).unwrap_or_default();
    if tag == "*" {
        return Ok(version);
    }
    tag.parse().map(Some).map_err(|_| Problem::Invalid(Text::key("problem-query")))
}

async fn of(db: &mut db::Connection, caller: &Caller, number: u64) -> Result<Found, Problem> {
    find(db, &Sight::of(&caller.actor), number).await?.ok_or(Problem::NotFound)
}

/// Does these things, and answers with the case as it is then.
async fn change(
    app: &App,
    caller: &Caller,
    (number, seen): (u64, Option<u64>),
    commands: Vec<Command>,
) -> Result<Response, Problem> {
    let (id, directory) = {
        let mut db = app.db().read().await?;
        let id = of(&mut db, caller, number).await?.id;
        (id, app.directories().knowing(&mut db, caller.now, &[]).await?)
    };
    let by = commands::context(&caller.actor, caller.now);
    app.db()
        .write(move |tx| {
            Box::pin(async move { commands::execute(tx, &directory, &by, (id, seen), &commands).await })
        })
        .await
        .map_err(Problem::from)?;
    answer(app, caller, number).await
}
