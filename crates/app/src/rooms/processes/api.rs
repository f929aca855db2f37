//! Processes over HTTP: the catalogue, and one of them with its map and figures; what changes them stands in `change`.

mod change;
mod shown;

use super::entries::order;
use super::filter::Filter;
use super::queries;
use crate::App;
use crate::web::api::Paging;
use crate::web::{Caller, Problem, Right};
use axum::Json;
use axum::extract::{self, Path, Query};
use serde::Deserialize;
use shown::{Processes, Summary, Whole, whole};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The addresses.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, change::create)).routes(routes!(change::bulk)).routes(routes!(
        show,
        change::update,
        change::remove
    ))
}

/// In which order.
#[derive(Debug, Deserialize)]
struct Ordered {
    #[serde(default)]
    sort: String,
    #[serde(default)]
    order: String,
}

/// The catalogue of customer processes, narrowed by words and by any of the filters that the page has.
#[utoipa::path(get, path = "/api/v1/processes", tag = "processes",
    params(
        ("q" = Option<String>, Query, description = "Words that a process holds, all of them, whatever their case and marks"),
        ("stage" = Option<String>, Query, description = "Only those of this stage"),
        ("area" = Option<String>, Query, description = "Only those of this area, by its word or own name"),
        ("industry" = Option<String>, Query, description = "An industry; `none` for processes that serve all, `any` for those made for one"),
        ("state" = Option<String>, Query, description = "Only those in this state"),
        ("owner" = Option<String>, Query, description = "The id of who answers for it, or `none`"),
        ("department" = Option<String>, Query, description = "The id of the department, or `none`"),
        ("initiator" = Option<String>, Query, description = "What sets it going"),
        ("partner" = Option<String>, Query, description = "A partner who takes part, or `none`"),
        ("tag" = Option<String>, Query, description = "A tag, or `none`"),
        ("review" = Option<String>, Query, description = "`due`, `fresh` or `none`"),
        ("score" = Option<String>, Query, description = "`bad`, `mixed`, `good` or `none`"),
        ("sort" = Option<String>, Query, description = "`name`, `stage`, `owner`, `reviewed`, `cases`, `lead`, `kept` or `score`"),
        ("order" = Option<String>, Query, description = "`reverse` turns the order around"),
        Paging,
    ),
    responses((status = 200, body = Processes), (status = 401), (status = 403)))]
async fn list(
    extract::State(app): extract::State<App>,
    caller: Caller,
    Query(filter): Query<Filter>,
    Query(ordered): Query<Ordered>,
    Query(paging): Query<Paging>,
) -> Result<Json<Processes>, Problem> {
    caller.allowed(Right::See)?;
    let mut db = app.db().read().await?;
    let catalogue = queries::catalogue(&mut db, app.measures()).await?;
    let glances = queries::glances(&mut db, app.measures(), caller.now).await?;
    let mut found = catalogue.found(&filter, &glances, caller.now).entries;
    order(&mut found, &glances, &ordered.sort, ordered.order == "reverse");
    let (limit, page) = paging.wanted();
    let (total, limit) = (found.len(), limit as usize);
    let before = (page as usize).saturating_mul(limit);
    let shown = found.into_iter().skip(before).take(limit);
    let processes: Vec<_> =
        shown.map(|entry| Summary::of(entry, glances.get(&entry.key), caller.now)).collect();
    let has_more = before.saturating_add(processes.len()) < total;
    Ok(Json(Processes { processes, total, has_more }))
}

/// A process with its map, and what was measured on it over the last year.
#[utoipa::path(get, path = "/api/v1/processes/{key}", tag = "processes",
    params(("key" = String, Path, description = "The key of the process")),
    responses((status = 200, body = Whole), (status = 401), (status = 403), (status = 404)))]
async fn show(
    extract::State(app): extract::State<App>,
    caller: Caller,
    Path(key): Path<String>,
) -> Result<Json<Whole>, Problem> {
    caller.allowed(Right::See)?;
    let mut db = app.db().read().await?;
    let process = queries::find(&mut db, &key).await?.ok_or(Problem::NotFound)?;
    let figures = queries::measured(&mut db, app.measures(), &process, caller.now).await?;
    Ok(Json(whole(process, &figures)))
}
