//! Reports over HTTP.

use super::queries;
use crate::App;
use crate::rooms::processes;
use crate::web::{Caller, Problem, Right};
use axum::Json;
use axum::extract::{Path, State};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The addresses.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show))
}

/// The report on a process over the last year: steps, waits, scores, the promise, drivers and changes to try. There is
/// none of a process without cases.
#[utoipa::path(get, path = "/api/v1/processes/{key}/report", tag = "processes",
    params(("key" = String, Path, description = "The key of the process")),
    responses((status = 200, body = Object), (status = 401), (status = 403), (status = 404)))]
async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(key): Path<String>,
) -> Result<Json<serde_json::Value>, Problem> {
    caller.allowed(Right::See)?;
    let process = processes::find(&mut app.db().read().await?, &key).await?.ok_or(Problem::NotFound)?;
    let report = queries::report(&app, &process, caller.now).await?;
    report.as_ref().as_ref().map(|report| Json(report.to_json())).ok_or(Problem::NotFound)
}
