//! The simulation of a scenario: asked for, stopped; and a scenario taken away.

use super::parts::process;
use crate::App;
use crate::rooms::processes::Process;
use crate::rooms::whatif::model::Scenario;
use crate::rooms::whatif::{commands, queries};
use crate::web::{Form, Problem, Right, Visit};
use axum::extract::{Path, State};
use axum::response::Redirect;
use uuid::Uuid;

/// A form without fields.
#[derive(Debug, serde::Deserialize)]
pub struct Nothing {}

/// Simulates it.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path((key, id)): Path<(String, Uuid)>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let (process, _) = found(&app, &visit, &key, id).await?;
    commands::ask(&app, &process, id, visit.now()).await?;
    Ok(Redirect::to(&format!("/processes/{key}/what-if/{id}")))
}

/// Stops it.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path((key, id)): Path<(String, Uuid)>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    found(&app, &visit, &key, id).await?;
    commands::cancel(&app, id, visit.now()).await?;
    Ok(Redirect::to(&format!("/processes/{key}/what-if/{id}")))
}

/// Takes a scenario away.
pub async fn remove(
    State(app): State<App>,
    visit: Visit,
    Path((key, id)): Path<(String, Uuid)>,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Redirect, Problem> {
    let by = visit.allowed(Right::Design)?.in_journal();
    let (_, scenario) = found(&app, &visit, &key, id).await?;
    commands::cancel(&app, id, visit.now()).await?;
    let now = visit.now();
    app.db().write(move |tx| Box::pin(async move { commands::remove(tx, &scenario, by, now).await })).await?;
    Ok(Redirect::to(&format!("/processes/{key}/what-if")))
}

/// A scenario that the visitor may change, and its process.
async fn found(app: &App, visit: &Visit, key: &str, id: Uuid) -> Result<(Process, Scenario), Problem> {
    visit.allowed(Right::Design)?;
    let process = process(app, key).await?;
    let scenario = queries::find(&mut app.db().read().await?, &process, id).await?;
    Ok((process, scenario))
}
