//! Scenarios over HTTP: listed, one, made, simulated, and their results.

use super::changes::Changes;
use super::kit::Names;
use super::model::{RunState, Scenario};
use super::simulation::{self, Refused};
use super::{commands, queries};
use crate::App;
use crate::rooms::processes::{self, Process};
use crate::web::api::Json as Sent;
use crate::web::{Caller, Problem, Right, Text, Visit};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

/// The addresses.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(create))
        .routes(routes!(show))
        .routes(routes!(run))
        .routes(routes!(result))
}

/// A scenario.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WhatIfScenario)]
pub struct Shown {
    id: Uuid,
    name: String,
    /// What it changes of today.
    changes: Changes,
    /// The person who made it; none of those that came with the program.
    author: Option<Uuid>,
    created_at: String,
    changed_at: String,
    version: u64,
    /// How its simulation stands; none before it was asked for.
    state: Option<RunState>,
    /// Why there is no result: `impossible`, `wrong`, `refused`, `busy` or `unwritten`.
    problem: Option<String>,
    /// The version of the scenario that the result speaks of.
    result_version: Option<u64>,
}

/// The scenarios of a process.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WhatIfScenarios)]
pub struct Listed {
    scenarios: Vec<Shown>,
}

/// A scenario to make.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewWhatIfScenario)]
pub struct New {
    name: String,
    #[serde(default)]
    changes: Changes,
}

impl From<Scenario> for Shown {
    fn from(scenario: Scenario) -> Self {
        let run = scenario.run.as_ref();
        Self {
            id: scenario.id,
            state: run.map(|run| run.state),
            problem: run.and_then(|run| run.problem.clone()),
            result_version: run.and_then(|run| run.result).map(|(_, version)| version),
            name: scenario.name,
            changes: scenario.changes,
            author: scenario.author,
            created_at: scenario.created_at.to_string(),
            changed_at: scenario.changed_at.to_string(),
            version: scenario.version,
        }
    }
}

async fn process(app: &App, key: &str) -> Result<Process, Problem> {
    processes::find(&mut app.db().read().await?, key).await?.ok_or(Problem::NotFound)
}

/// The scenarios of a process, the oldest first.
#[utoipa::path(get, path = "/api/v1/processes/{key}/scenarios", tag = "what-if",
    params(("key" = String, Path, description = "The key of the process")),
    responses((status = 200, body = Listed), (status = 401), (status = 403), (status = 404)))]
async fn list(
    State(app): State<App>,
    caller: Caller,
    Path(key): Path<String>,
) -> Result<Json<Listed>, Problem> {
    caller.allowed(Right::See)?;
    let process = process(&app, &key).await?;
    let scenarios = queries::list(&mut app.db().read().await?, &process).await?;
    Ok(Json(Listed { scenarios: scenarios.into_iter().map(Shown::from).collect() }))
}

/// Makes a scenario; its simulation is asked for by another call.
#[utoipa::path(post, path = "/api/v1/processes/{key}/scenarios", tag = "what-if", request_body = New,
    params(("key" = String, Path, description = "The key of the process")),
    responses((status = 201, body = Shown), (status = 401), (status = 403), (status = 404), (status = 409), (status = 422)))]
async fn create(
    State(app): State<App>,
    caller: Caller,
    visit: Visit,
    Path(key): Path<String>,
    Sent(new): Sent<New>,
) -> Result<(StatusCode, Json<Shown>), Problem> {
    let by = caller.allowed(Right::Design)?.in_journal();
    let process = process(&app, &key).await?;
    let today = queries::today(&app, &process, caller.now).await?;
    if let Ok(known) = &today.known {
        let held = new.changes.applied(&known.today).map_err(Refused::Wrong).and_then(|parameters| {
            simulation::ready(&parameters, Names { key: &key, process: &key, scenario: "" })
        });
        if let Err(refused) = held {
            let why = refused.said(visit.say.language);
            return Err(Problem::Invalid(Text::key("whatif-refused").with("why", why)));
        }
    }
    let (id, now) = (process.id, caller.now);
    let made = app
        .db()
        .write(move |tx| {
            Box::pin(async move { commands::add(tx, id, (&new.name, new.changes), by, now).await })
        })
        .await?;
    Ok((StatusCode::CREATED, Json(made.into())))
}

/// A scenario, and how its simulation stands.
#[utoipa::path(get, path = "/api/v1/processes/{key}/scenarios/{scenario}", tag = "what-if",
    params(("key" = String, Path, description = "The key of the process"), ("scenario" = Uuid, Path, description = "The scenario")),
    responses((status = 200, body = Shown), (status = 401), (status = 403), (status = 404)))]
async fn show(
    State(app): State<App>,
    caller: Caller,
    Path((key, id)): Path<(String, Uuid)>,
) -> Result<Json<Shown>, Problem> {
    caller.allowed(Right::See)?;
    let process = process(&app, &key).await?;
    Ok(Json(queries::find(&mut app.db().read().await?, &process, id).await?.into()))
}

/// Asks for the simulation of a scenario; it runs when those that were asked for before are over.
#[utoipa::path(post, path = "/api/v1/processes/{key}/scenarios/{scenario}/run", tag = "what-if",
    params(("key" = String, Path, description = "The key of the process"), ("scenario" = Uuid, Path, description = "The scenario")),
    responses((status = 202, body = Shown), (status = 401), (status = 403), (status = 404), (status = 503)))]
async fn run(
    State(app): State<App>,
    caller: Caller,
    Path((key, id)): Path<(String, Uuid)>,
) -> Result<(StatusCode, Json<Shown>), Problem> {
    caller.allowed(Right::Design)?;
    let process = process(&app, &key).await?;
    queries::find(&mut app.db().read().await?, &process, id).await?;
    commands::ask(&app, &process, id, caller.now).await?;
    let scenario = queries::find(&mut app.db().read().await?, &process, id).await?;
    Ok((StatusCode::ACCEPTED, Json(scenario.into())))
}

/// What a scenario would bring: figures today, in the scenario, and their paired differences; `report` is what
/// `touchline simulate --compare --json` prints. There is none before a simulation is over.
#[utoipa::path(get, path = "/api/v1/processes/{key}/scenarios/{scenario}/result", tag = "what-if",
    params(("key" = String, Path, description = "The key of the process"), ("scenario" = Uuid, Path, description = "The scenario")),
    responses((status = 200, body = Object), (status = 401), (status = 403), (status = 404)))]
async fn result(
    State(app): State<App>,
    caller: Caller,
    Path((key, id)): Path<(String, Uuid)>,
) -> Result<Json<serde_json::Value>, Problem> {
    caller.allowed(Right::See)?;
    let process = process(&app, &key).await?;
    let mut db = app.db().read().await?;
    queries::find(&mut db, &process, id).await?;
    let outcome = queries::outcome(&mut db, id).await?.ok_or(Problem::NotFound)?;
    let mut shown = serde_json::json!(outcome);
    shown["report"] = serde_json::from_str(&outcome.report).unwrap_or_default();
    Ok(Json(shown))
}
