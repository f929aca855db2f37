//! Event logs for programs.

use super::model::{Log, MAX_FILE, Mapping, Meaning};
use super::pages::{said, too_large};
use super::reading::guess;
use super::summary::Summary;
use super::{commands, queries};
use crate::App;
use crate::web::api::Paging;
use crate::web::{Caller, Problem, Right, Text, Visit};
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use report::wording;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

/// The addresses.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .layer(DefaultBodyLimit::max(MAX_FILE))
        .routes(routes!(show))
}

/// An event log.
#[derive(Serialize, ToSchema)]
struct LogBody {
    /// Its id.
    id: Uuid,
    /// The name of its file.
    name: String,
    /// Size of its file.
    size_bytes: u64,
    /// Who brought it in.
    person: Uuid,
    /// When it was brought in (RFC 3339).
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// Names of its columns.
    columns: Vec<String>,
    /// What they mean; none before someone has said so.
    mapping: Option<Mapping>,
    /// What it shows; none before it was read. Times are seconds.
    summary: Option<Summary>,
}

impl From<Log> for LogBody {
    fn from(log: Log) -> Self {
        Self {
            id: log.id,
            name: log.name,
            size_bytes: log.size_bytes,
            person: log.person,
            created_at: log.created_at,
            columns: log.columns.names,
            mapping: log.columns.mapping,
            summary: log.summary,
        }
    }
}

/// A page of logs.
#[derive(Serialize, ToSchema)]
struct LogList {
    /// The logs, the latest first, without what they show.
    logs: Vec<LogBody>,
    /// Whether the next page has more.
    has_more: bool,
}

/// Event logs, the latest first.
#[utoipa::path(
    get,
    path = "/api/v1/logs",
    tag = "logs",
    params(Paging),
    responses((status = 200, description = "A page of logs", body = LogList))
)]
async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(paging): Query<Paging>,
) -> Result<axum::Json<LogList>, Problem> {
    caller.allowed(Right::See)?;
    let mut db = app.db().read().await?;
    let (logs, has_more) = queries::list(&mut db, paging.wanted()).await?;
    let logs = logs.into_iter().map(|log| LogBody { summary: None, ..log.into() }).collect();
    Ok(axum::Json(LogList { logs, has_more }))
}

/// An event log, with what it shows.
#[utoipa::path(
    get,
    path = "/api/v1/logs/{id}",
    tag = "logs",
    params(("id" = Uuid, Path, description = "The log's id")),
    responses((status = 200, description = "The log", body = LogBody), (status = 404, description = "There is none"))
)]
async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Uuid>,
) -> Result<axum::Json<LogBody>, Problem> {
    caller.allowed(Right::See)?;
    let log = queries::find(&mut app.db().read().await?, id).await?.ok_or(Problem::NotFound)?;
    Ok(axum::Json(log.into()))
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct Named {
    /// What the log is to be called.
    name: Option<String>,
    /// The column that tells cases apart. This and the columns below are found by their usual names, if none is named.
    case: Option<String>,
    /// The column that says what was done.
    activity: Option<String>,
    /// The column that says when it was done.
    time: Option<String>,
    /// The column that says when it was begun.
    start: Option<String>,
    /// The column that says by whom.
    resource: Option<String>,
    /// How times are written, as in `%d.%m.%Y %H:%M`.
    time_format: Option<String>,
    /// The zone of times that name none, as in `Europe/Sofia`; UTC, if none is named.
    time_zone: Option<String>,
}

/// Brings in an event log: CSV, plain or packed as gzip or zip, up to 32 MB. It is read at once where case, activity and
/// time are known.
#[utoipa::path(
    post,
    path = "/api/v1/logs",
    tag = "logs",
    params(Named),
    request_body(content(("text/csv"), ("application/gzip"), ("application/zip"))),
    responses(
        (status = 201, description = "It was kept", body = LogBody),
        (status = 413, description = "It is too large"),
        (status = 422, description = "It cannot be read; the answer says why")
    )
)]
async fn create(
    State(app): State<App>,
    visit: Visit,
    caller: Caller,
    Query(named): Query<Named>,
    body: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, axum::Json<LogBody>), Problem> {
    let actor = caller.allowed(Right::Design)?;
    let file: Vec<u8> = body.map_err(|rejection| too_large(rejection.into()))?.into();
    let name = named.name.clone().unwrap_or_default();
    let unreadable = |why: String| Problem::Invalid(Text::key("logs-unreadable").with("why", why));
    let language = visit.say.language;
    let (id, columns) = match commands::add(&app, actor, &name, file.into()).await? {
        Ok(added) => added,
        Err(refused) => return Err(unreadable(said(language, &refused))),
    };
    let find = async || queries::find(&mut app.db().read().await?, id).await?.ok_or(Problem::NotFound);
    let guessed = guess(&columns);
    let column = |given: &Option<String>, wanted: Meaning| {
        let at = guessed.iter().position(|guess| guess.is_some_and(|(meaning, _)| meaning == wanted));
        given.clone().or_else(|| columns.names.get(at?).cloned())
    };
    let needed = (
        column(&named.case, Meaning::Case),
        column(&named.activity, Meaning::Activity),
        column(&named.time, Meaning::Time),
    );
    if let (Some(case), Some(activity), Some(time)) = needed {
        let mapping = Mapping {
            case,
            activity,
            time,
            start: column(&named.start, Meaning::Start),
            resource: column(&named.resource, Meaning::Resource),
            time_format: named.time_format,
            time_zone: named.time_zone.unwrap_or_else(|| "UTC".to_owned()),
        };
        if let Err(error) = commands::map(&app, actor, find().await?, mapping).await? {
            // A log that was refused is not left behind.
            commands::remove(&app, actor, id).await?;
            return Err(unreadable(wording::read_error(language, &error)));
        }
    }
    Ok((StatusCode::CREATED, axum::Json(find().await?.into())))
}
