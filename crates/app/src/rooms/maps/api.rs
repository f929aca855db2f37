//! Maps over HTTP: their versions, the BPMN of each, saving, publishing, checking and comparing. The editor speaks to these.

use super::commands::{self, Drawn, NotPublished};
use super::model::{MAX_FILE, State, Version, Which};
use super::queries;
use super::reading::Reading;
use super::words::{self, Changed, Fault, Found};
use crate::App;
use crate::rooms::processes::{self, Process};
use crate::web::Visit;
use crate::web::{Caller, Problem, Right, Say, Text};
use axum::Json;
use axum::extract::{self, DefaultBodyLimit, Path, Query};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

/// Most that a body with a document is larger than the document: quotes and line ends are written with two letters.
const ESCAPED: usize = 2;

/// The addresses.
pub fn routes() -> OpenApiRouter<App> {
    let large = OpenApiRouter::new()
        .routes(routes!(save))
        .routes(routes!(copy))
        .routes(routes!(check))
        .layer(DefaultBodyLimit::max(MAX_FILE * ESCAPED));
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(publish))
        .routes(routes!(diff))
        .merge(large)
        .merge(super::edits_api::routes())
}

/// A version of a map.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MapVersion)]
pub struct Shown {
    /// Counts the versions of a process from 1.
    number: u64,
    state: State,
    note: String,
    /// The person who changed it last; none where the program made it.
    author: Option<Uuid>,
    author_name: Option<String>,
    created_at: String,
    changed_at: String,
    published_at: Option<String>,
    /// Grows with every save; a save carries the one that it was made against.
    version: u64,
}

impl From<Version> for Shown {
    fn from(about: Version) -> Self {
        Self {
            number: about.number,
            state: about.state,
            note: about.note,
            author: about.author,
            author_name: about.author_name,
            created_at: about.created_at.to_string(),
            changed_at: about.changed_at.to_string(),
            published_at: about.published_at.map(|at| at.to_string()),
            version: about.version,
        }
    }
}

/// The versions of a map.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MapVersions)]
pub struct Versions {
    /// They, the latest first.
    versions: Vec<Shown>,
}

/// A document to save.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = MapDocument)]
pub struct Saved {
    /// BPMN 2.0 XML.
    bpmn: String,
    /// The version of the draft that it was made against; 0 to begin a draft.
    #[serde(default)]
    version: u64,
    /// What is said of it; left out to leave what was said.
    note: Option<String>,
    /// Whether the draft that is there, in that version, is put away and kept among the versions of the past.
    #[serde(default)]
    replace: bool,
}

/// The draft to publish.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = MapPublication)]
pub struct Publication {
    /// The version of the draft that was seen.
    version: u64,
    note: Option<String>,
}

/// A document to check.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = MapToCheck)]
pub struct ToCheck {
    /// BPMN 2.0 XML.
    bpmn: String,
    /// The process and version to tell differences from, such as `order:draft` or `order:3`.
    against: Option<String>,
}

/// What is found in a document.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MapCheck)]
pub struct Checked {
    /// What was malformed or is wrong.
    faults: Vec<Fault>,
    /// What good practice says.
    findings: Vec<Found>,
    /// What keeps it from being published.
    no_map: Vec<String>,
    /// What changed from the version it was compared with.
    changes: Vec<Changed>,
}

/// What changed between two versions.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MapChanges)]
pub struct Changes {
    changes: Vec<Changed>,
}

/// The two versions that are compared.
#[derive(Debug, Deserialize)]
pub struct Pair {
    a: Option<String>,
    b: Option<String>,
}

/// The versions of a process's map, the latest first.
#[utoipa::path(get, path = "/api/v1/processes/{key}/maps", tag = "maps",
    params(("key" = String, Path, description = "The key of the process")),
    responses((status = 200, body = Versions), (status = 401), (status = 403), (status = 404)))]
async fn list(
    extract::State(app): extract::State<App>,
    caller: Caller,
    Path(key): Path<String>,
) -> Result<Json<Versions>, Problem> {
    caller.allowed(Right::See)?;
    let mut db = app.db().read().await?;
    let process = find(&mut db, &key).await?;
    let versions = queries::versions(&mut db, &process).await?;
    Ok(Json(Versions { versions: versions.into_iter().map(Shown::from).collect() }))
}

/// The BPMN of a version: `draft`, `published` or a number.
#[utoipa::path(get, path = "/api/v1/processes/{key}/maps/{which}", tag = "maps",
    params(("key" = String, Path, description = "The key of the process"),
        ("which" = String, Path, description = "`draft`, `published` or a number")),
    responses((status = 200, body = String, content_type = "application/xml",
        description = "The document; the header `x-map-version` holds what a save is made against"),
        (status = 401), (status = 403), (status = 404)))]
async fn show(
    extract::State(app): extract::State<App>,
    caller: Caller,
    Path((key, which)): Path<(String, String)>,
) -> Result<Response, Problem> {
    caller.allowed(Right::See)?;
    let mut db = app.db().read().await?;
    let process = find(&mut db, &key).await?;
    let which = Which::read(&which).ok_or(Problem::NotFound)?;
    let map = queries::version(&mut db, &process, which).await?.ok_or(Problem::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "application/xml; charset=utf-8".to_owned()),
        (header::HeaderName::from_static("x-map-version"), map.about.version.to_string()),
    ];
    Ok((headers, map.bpmn).into_response())
}

/// Saves the draft of a process, or begins one.
#[utoipa::path(put, path = "/api/v1/processes/{key}/map", tag = "maps",
    params(("key" = String, Path, description = "The key of the process")), request_body = Saved,
    responses((status = 200, body = Shown), (status = 401), (status = 403), (status = 404),
        (status = 409, description = "Somebody else saved since"), (status = 413), (status = 422)))]
async fn save(
    extract::State(app): extract::State<App>,
    caller: Caller,
    visit: Visit,
    Path(key): Path<String>,
    crate::web::api::Json(saved): crate::web::api::Json<Saved>,
) -> Result<Json<Shown>, Problem> {
    let (by, now) = (caller.allowed(Right::Design)?.in_journal(), caller.now);
    let process = find(&mut app.db().read().await?, &key).await?;
    let (seen, replace, note) = (saved.version, saved.replace, saved.note);
    let drawn = Drawn { bpmn: read(saved.bpmn, &visit.say).await?.written(), note };
    let work = app.db().write(move |tx| {
        Box::pin(async move {
            if replace {
                commands::replace_draft(tx, &process, seen, drawn, by, now).await
            } else {
                commands::save_draft(tx, &process, seen, drawn, by, now).await
            }
        })
    });
    Ok(Json(work.await?.into()))
}

/// Keeps a document among the versions of the past, beside the draft.
#[utoipa::path(post, path = "/api/v1/processes/{key}/maps/copies", tag = "maps",
    params(("key" = String, Path, description = "The key of the process")), request_body = Saved,
    responses((status = 200, body = Shown), (status = 401), (status = 403), (status = 404), (status = 413),
        (status = 422)))]
async fn copy(
    extract::State(app): extract::State<App>,
    caller: Caller,
    visit: Visit,
    Path(key): Path<String>,
    crate::web::api::Json(saved): crate::web::api::Json<Saved>,
) -> Result<Json<Shown>, Problem> {
    let (by, now) = (caller.allowed(Right::Design)?.in_journal(), caller.now);
    let process = find(&mut app.db().read().await?, &key).await?;
    let drawn = Drawn { bpmn: read(saved.bpmn, &visit.say).await?.written(), note: saved.note };
    let work = app
        .db()
        .write(move |tx| Box::pin(async move { commands::keep_copy(tx, &process, drawn, by, now).await }));
    Ok(Json(work.await?.into()))
}

/// Publishes the draft of a process.
#[utoipa::path(put, path = "/api/v1/processes/{key}/maps/publication", tag = "maps",
    params(("key" = String, Path, description = "The key of the process")), request_body = Publication,
    responses((status = 200, body = Shown), (status = 401), (status = 403), (status = 404),
        (status = 409, description = "Somebody else saved since"),
        (status = 422, description = "It is no map of a customer process")))]
async fn publish(
    extract::State(app): extract::State<App>,
    caller: Caller,
    visit: Visit,
    Path(key): Path<String>,
    crate::web::api::Json(publication): crate::web::api::Json<Publication>,
) -> Result<Json<Shown>, Problem> {
    let (by, now) = (caller.allowed(Right::Design)?.in_journal(), caller.now);
    let process = find(&mut app.db().read().await?, &key).await?;
    let made = commands::publish(&app, &process, (publication.version, publication.note), by, now).await;
    made.map(|about| Json(about.into())).map_err(|refused| match refused {
        NotPublished::Problem(problem) => problem,
        NotPublished::NoMap(problems) => {
            let what = words::no_map(&problems, &visit.say).join(" ");
            Problem::Invalid(Text::key("map-not-published").with("what", what))
        }
    })
}

/// Checks a document, and tells what changed from a version.
#[utoipa::path(post, path = "/api/v1/maps/check", tag = "maps", request_body = ToCheck,
    responses((status = 200, body = Checked), (status = 401), (status = 403), (status = 413), (status = 422)))]
async fn check(
    extract::State(app): extract::State<App>,
    caller: Caller,
    visit: Visit,
    crate::web::api::Json(wanted): crate::web::api::Json<ToCheck>,
) -> Result<Json<Checked>, Problem> {
    caller.allowed(Right::See)?;
    let say = visit.say;
    let reading = read(wanted.bpmn, &say).await?;
    let changes = match wanted.against {
        Some(word) => words::changed(&reading.since(&meant(&app, &word).await?), &say),
        None => Vec::new(),
    };
    Ok(Json(Checked {
        faults: words::faults(&reading, &say),
        findings: words::found(&reading, &say),
        no_map: reading.to_map().err().map_or_else(Vec::new, |problems| words::no_map(&problems, &say)),
        changes,
    }))
}

/// What changed between two versions, of the same process or of two.
#[utoipa::path(get, path = "/api/v1/maps/diff", tag = "maps",
    params(("a" = String, Query, description = "Process and version before, such as `order:3`"),
        ("b" = String, Query, description = "Process and version after, such as `order:draft`")),
    responses((status = 200, body = Changes), (status = 401), (status = 403), (status = 404)))]
async fn diff(
    extract::State(app): extract::State<App>,
    caller: Caller,
    visit: Visit,
    Query(pair): Query<Pair>,
) -> Result<Json<Changes>, Problem> {
    caller.allowed(Right::See)?;
    let (Some(a), Some(b)) = (pair.a, pair.b) else {
        return Err(Problem::Invalid(Text::key("problem-query")));
    };
    let (before, after) = (meant(&app, &a).await?, meant(&app, &b).await?);
    Ok(Json(Changes { changes: words::changed(&after.since(&before), &visit.say) }))
}

async fn find(db: &mut db::Connection, key: &str) -> Result<Process, Problem> {
    processes::find(db, key).await?.ok_or(Problem::NotFound)
}

/// The version that a word such as `order:3` means; without a version the published one.
async fn meant(app: &App, word: &str) -> Result<Reading, Problem> {
    let (key, which) = word.split_once(':').unwrap_or((word, "published"));
    let mut db = app.db().read().await?;
    let process = find(&mut db, key).await?;
    let which = Which::read(which).ok_or(Problem::NotFound)?;
    let map = queries::version(&mut db, &process, which).await?.ok_or(Problem::NotFound)?;
    drop(db);
    queries::read(map.bpmn).await
}

/// Reads a document that was sent.
async fn read(bpmn: String, say: &Say) -> Result<Reading, Problem> {
    let say = say.clone();
    let read = tokio::task::spawn_blocking(move || Reading::of(bpmn.as_bytes())).await;
    read.map_err(|_| Problem::Unexpected)?.map_err(|refusal| words::refused(&refusal, "BPMN", &say))
}
