//! What programs change in the catalogue: a process added, rewritten or deleted, many changed at once.

use crate::App;
use crate::rooms::processes::choices::Choices;
use crate::rooms::processes::commands::{self, Revision};
use crate::rooms::processes::edits::{self, Settings};
use crate::rooms::processes::facts::{Facts, USUAL_MONTHS};
use crate::rooms::processes::model::{Area, Initiator, Stage, State};
use crate::rooms::processes::pages::sketch;
use crate::rooms::processes::queries;
use crate::web::api::Json;
use crate::web::{Caller, Problem, Right, Say, Text};
use axum::extract::{self, Path, Query};
use axum::http::StatusCode;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use language::Language;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// What is said of a process.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ProcessFacts)]
pub struct Said {
    /// What people call it, 120 characters at most.
    name: String,
    /// What it is, 2,000 characters at most.
    #[serde(default)]
    description: String,
    stage: Stage,
    /// `product-development`, `supply-chain`, `relationship`, or an own name.
    #[schema(value_type = String)]
    area: Area,
    state: State,
    /// The industry that it is made for; none of a process that serves all of them.
    #[serde(default)]
    industry: Option<String>,
    /// What sets it going.
    #[serde(default = "customer")]
    initiator: Initiator,
    /// Partners who take part, 20 at most.
    #[serde(default)]
    partners: Vec<String>,
    /// Words that it can be found by, 20 at most.
    #[serde(default)]
    tags: Vec<String>,
    /// The id of its department.
    #[serde(default)]
    department: Option<Uuid>,
    /// The id of who answers for it.
    #[serde(default)]
    owner: Option<Uuid>,
    /// What is promised, by its key.
    #[serde(default)]
    promise: Option<String>,
    /// When it was last looked over.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    reviewed_at: Option<Timestamp>,
    /// How often it is to be looked over, in months; `null` for never.
    #[serde(default = "usual")]
    review_months: Option<u32>,
}

fn customer() -> Initiator {
    Initiator::Customer
}

fn usual() -> Option<u32> {
    Some(USUAL_MONTHS)
}

impl From<Said> for Facts {
    fn from(said: Said) -> Self {
        Self {
            name: said.name,
            description: said.description,
            stage: said.stage,
            area: said.area,
            state: said.state,
            industry: said.industry,
            initiator: said.initiator,
            partners: said.partners,
            tags: said.tags,
            department: said.department,
            owner: said.owner,
            promise: said.promise,
            // The journal keeps whole microseconds.
            reviewed_at: said.reviewed_at.map(crate::app::whole_microseconds),
            review_months: said.review_months,
        }
    }
}

/// A process that is to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewProcess)]
pub struct New {
    /// Its key; made of its name, if none is given.
    key: Option<String>,
    #[serde(flatten)]
    said: Said,
}

/// The key of a process.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProcessKey)]
pub struct Key {
    key: String,
}

/// Adds a process, with a map of its beginning and its end.
#[utoipa::path(post, path = "/api/v1/processes", tag = "processes", request_body = New,
    responses((status = 201, body = Key), (status = 401), (status = 403), (status = 409), (status = 422)))]
pub async fn create(
    extract::State(app): extract::State<App>,
    caller: Caller,
    Json(new): Json<New>,
) -> Result<(StatusCode, axum::Json<Key>), Problem> {
    let (by, now) = (caller.allowed(Right::Design)?.in_journal(), caller.now);
    let facts = Facts::from(new.said);
    Choices::of(&mut app.db().read().await?).await?.check(&facts, None)?;
    let language = caller.actor.language.unwrap_or(Language::En);
    let sketch = sketch(&Say { language, zone: TimeZone::UTC, now });
    let new = vec![(new.key, facts)];
    let keys = app
        .db()
        .write(move |tx| Box::pin(async move { commands::create(tx, new, &sketch, by, now).await }))
        .await?;
    Ok((StatusCode::CREATED, axum::Json(Key { key: keys.concat() })))
}

/// What is said of a process from now on, and the version that it was made against.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ChangedProcess)]
pub struct Changed {
    /// The version that was seen.
    version: u64,
    #[serde(flatten)]
    said: Said,
}

/// Puts everything that is said of a process in place of what was said; its map stays.
#[utoipa::path(put, path = "/api/v1/processes/{key}", tag = "processes", request_body = Changed,
    params(("key" = String, Path, description = "The key of the process")),
    responses((status = 204), (status = 401), (status = 403), (status = 404), (status = 409), (status = 422)))]
pub async fn update(
    extract::State(app): extract::State<App>,
    caller: Caller,
    Path(key): Path<String>,
    Json(changed): Json<Changed>,
) -> Result<StatusCode, Problem> {
    let (by, now) = (caller.allowed(Right::Design)?.in_journal(), caller.now);
    let mut db = app.db().read().await?;
    let before = queries::find(&mut db, &key).await?.ok_or(Problem::NotFound)?.facts();
    let facts = Facts::from(changed.said);
    Choices::of(&mut db).await?.check(&facts, Some(&before))?;
    drop(db);
    app.db()
        .write(move |tx| {
            Box::pin(async move { commands::change(tx, &key, changed.version, facts, by, now).await })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The version that was seen.
#[derive(Debug, Deserialize)]
pub struct Seen {
    #[serde(default)]
    version: u64,
}

/// Deletes a process that no case and no answer speaks of.
#[utoipa::path(delete, path = "/api/v1/processes/{key}", tag = "processes",
    params(
        ("key" = String, Path, description = "The key of the process"),
        ("version" = u64, Query, description = "The version that was seen"),
    ),
    responses((status = 204), (status = 401), (status = 403), (status = 404), (status = 409)))]
pub async fn remove(
    extract::State(app): extract::State<App>,
    caller: Caller,
    Path(key): Path<String>,
    Query(seen): Query<Seen>,
) -> Result<StatusCode, Problem> {
    let (by, now) = (caller.allowed(Right::Design)?.in_journal(), caller.now);
    app.db()
        .write(move |tx| Box::pin(async move { commands::remove(tx, &key, seen.version, by, now).await }))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A change of many processes.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = ChangeOfProcesses)]
pub struct Bulk {
    /// The keys of the processes, 5,000 at most.
    keys: Vec<String>,
    /// What is to be set in each.
    set: Settings,
}

/// What a change of many processes did.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ChangeOfProcessesDone)]
pub struct Done {
    /// The id of the edit, under which it can be undone at `/processes/edits/{id}`.
    edit: Uuid,
    /// Processes that it changed.
    changed: usize,
    /// Processes that were so already.
    same: usize,
}

/// Changes many processes at once.
#[utoipa::path(post, path = "/api/v1/processes/bulk", tag = "processes", request_body = Bulk,
    responses((status = 200, body = Done), (status = 401), (status = 403), (status = 409), (status = 422)))]
pub async fn bulk(
    extract::State(app): extract::State<App>,
    caller: Caller,
    Json(bulk): Json<Bulk>,
) -> Result<axum::Json<Done>, Problem> {
    let actor = caller.allowed(Right::Design)?.clone();
    let (by, now) = (actor.in_journal(), caller.now);
    let mut db = app.db().read().await?;
    let catalogue = queries::catalogue(&mut db, app.measures()).await?;
    let choices = Choices::of(&mut db).await?;
    drop(db);
    let known: HashMap<&str, _> =
        catalogue.entries.iter().map(|entry| (entry.key.as_str(), (entry.id, entry.version))).collect();
    let unknown = |key: &String| Problem::Invalid(Text::key("bulk-unknown").with("key", key));
    let chosen = bulk.keys.iter().map(|key| known.get(key.as_str()).copied().ok_or_else(|| unknown(key)));
    let chosen: Vec<(Uuid, u64)> = chosen.collect::<Result<_, _>>()?;
    let id = app
        .db()
        .write(move |tx| Box::pin(async move { edits::begin(tx, &actor, &chosen, now).await }))
        .await?;
    let edit = edits::find(&mut app.db().read().await?, &caller.actor, id).await?;
    let plan = edit.plan(&catalogue, &bulk.set, &choices, now)?;
    let changes = plan.changes.into_iter().map(|(entry, after)| Revision {
        id: entry.id,
        seen: entry.version,
        before: entry.facts.clone(),
        after,
    });
    let changes: Vec<Revision> = changes.collect();
    let (changed, same) = (changes.len(), plan.same);
    app.db().write(move |tx| Box::pin(async move { edits::make(tx, &edit, changes, by, now).await })).await?;
    Ok(axum::Json(Done { edit: id, changed, same }))
}
