//! Edits of a draft's grid over HTTP: the grid, edits, undoing and making again, each against the draft that was seen.

use super::editing::{self, Draft, NotMade, Turn};
use super::edits::{Happened, Seen};
use super::words;
use crate::App;
use crate::rooms::processes::{self, Process};
use crate::web::{Caller, Problem, Right, Say, Text, Visit};
use axum::Json;
use axum::extract::{Path, State};
use bpmn::edit::{Edit, columns};
use bpmn::map::StepKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

/// The addresses.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show))
        .routes(routes!(create))
        .routes(routes!(undo))
        .routes(routes!(redo))
}

/// A lane.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GridLane)]
pub struct Lane {
    id: String,
    name: String,
    /// `customer`, `front`, `back`, `system` or `partner`.
    line: String,
}

/// A step.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GridStep)]
pub struct Step {
    id: String,
    name: String,
    /// The identifier of its lane.
    lane: String,
    /// `start`, `step`, `end-good` or `end-bad`.
    kind: &'static str,
    stage: Option<String>,
    /// Its column, from 0.
    column: usize,
}

/// What leads from a step to another.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GridFlow)]
pub struct Flow {
    from: String,
    to: String,
    /// What is written at the arrow.
    name: String,
}

/// Something that others did.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GridNews)]
pub struct News {
    /// The person; none where the program did it.
    person: Option<Uuid>,
    who: Option<String>,
    /// The verb of the edit.
    #[serde(rename = "do")]
    verb: &'static str,
    /// What it is about.
    what: String,
    /// Whether the edit was undone rather than made.
    undone: bool,
}

/// The grid of a draft, or of the published map where there is none.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MapGrid)]
pub struct Shown {
    /// The number of the draft; 0 where there is none.
    draft: u64,
    /// The version of the draft, which an edit is made against; 0 where there is none.
    version: u64,
    lanes: Vec<Lane>,
    steps: Vec<Step>,
    flows: Vec<Flow>,
    /// What the caller would undo next.
    undo: Option<String>,
    /// What the caller would make again next.
    redo: Option<String>,
    /// What others did since the draft that the caller saw.
    since: Vec<News>,
}

/// An edit.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = GridEdit)]
pub struct Wanted {
    /// The number of the draft that was seen; 0 for none.
    #[serde(default)]
    draft: u64,
    /// The version of the draft that was seen; 0 for none.
    #[serde(default)]
    version: u64,
    /// A verb with what it needs: `add-step` (step, name, lane, at), `rename-step` (step, name), `move-step` (step, lane, at),
    /// `split-step` (step, name, second, second_name), `merge-steps` (step, with, name), `remove-step` (step), `add-lane` (lane,
    /// name, line), `rename-lane` (lane, name), `move-lane` (lane, line, before), `remove-lane` (lane), `connect` and
    /// `disconnect` (from, to), `name-flow` (from, to, name), `set-stage` (step, stage). `at` is `"loose"`, `{"after": step}`,
    /// `{"before": step}` or `{"between": [from, to]}`.
    #[schema(value_type = Object, example = json!({ "do": "rename-step", "step": "pay", "name": "Pay by card" }))]
    edit: serde_json::Value,
}

/// The grid of a process's draft, or of its published map where there is no draft.
#[utoipa::path(get, path = "/api/v1/processes/{key}/grid", tag = "maps",
    params(("key" = String, Path, description = "The key of the process")),
    responses((status = 200, body = Shown), (status = 401), (status = 403), (status = 404)))]
async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(key): Path<String>,
) -> Result<Json<Shown>, Problem> {
    let person = caller.allowed(Right::See)?.in_journal().1;
    let draft = editing::draft(&app, &find(&app, &key).await?).await?;
    Ok(Json(shown(&draft, person, Vec::new())))
}

/// Edits the draft of a process in its grid, or begins a draft. What others did since the draft that was seen stays, if it is
/// of other things.
#[utoipa::path(post, path = "/api/v1/processes/{key}/grid/edits", tag = "maps",
    params(("key" = String, Path, description = "The key of the process")), request_body = Wanted,
    responses((status = 200, body = Shown), (status = 401), (status = 403), (status = 404),
        (status = 409, description = "Others changed the same since"),
        (status = 422, description = "It makes no sense, or only the full notation can change it")))]
async fn create(
    State(app): State<App>,
    caller: Caller,
    visit: Visit,
    Path(key): Path<String>,
    crate::web::api::Json(wanted): crate::web::api::Json<Wanted>,
) -> Result<Json<Shown>, Problem> {
    let (by, now) = (caller.allowed(Right::Design)?.in_journal(), caller.now);
    let process = find(&app, &key).await?;
    let edit: Edit = serde_json::from_value(wanted.edit)
        .map_err(|error| Problem::Invalid(Text::key("problem-json").with("what", error)))?;
    let seen = Seen { draft: wanted.draft, version: wanted.version };
    let known = editing::draft(&app, &process).await?;
    let made = editing::make(&app, &process, known, (seen, edit), by, now).await;
    let draft = made.map_err(|not_made| problem(not_made, &visit.say))?;
    let since = draft.since(seen, by.1).unwrap_or_default();
    Ok(Json(shown(&draft, by.1, since)))
}

/// Undoes the caller's last edit of the draft. What others did since stays, if it is of other things.
#[utoipa::path(post, path = "/api/v1/processes/{key}/grid/undo", tag = "maps",
    params(("key" = String, Path, description = "The key of the process")),
    responses((status = 200, body = Shown), (status = 401), (status = 403), (status = 404),
        (status = 409, description = "Others changed the same since"),
        (status = 422, description = "There is nothing to undo")))]
async fn undo(
    State(app): State<App>,
    caller: Caller,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Json<Shown>, Problem> {
    turn(&app, &caller, &visit.say, &key, Turn::Undo).await
}

/// Makes the edit again that the caller undid last.
#[utoipa::path(post, path = "/api/v1/processes/{key}/grid/redo", tag = "maps",
    params(("key" = String, Path, description = "The key of the process")),
    responses((status = 200, body = Shown), (status = 401), (status = 403), (status = 404),
        (status = 409, description = "Others changed the same since"),
        (status = 422, description = "There is nothing to make again")))]
async fn redo(
    State(app): State<App>,
    caller: Caller,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Json<Shown>, Problem> {
    turn(&app, &caller, &visit.say, &key, Turn::Redo).await
}

async fn turn(app: &App, caller: &Caller, say: &Say, key: &str, turn: Turn) -> Result<Json<Shown>, Problem> {
    let (by, now) = (caller.allowed(Right::Design)?.in_journal(), caller.now);
    let done = editing::turn(app, &find(app, key).await?, turn, by, now).await;
    let (draft, _) = done.map_err(|not_made| problem(not_made, say))?;
    Ok(Json(shown(&draft, by.1, Vec::new())))
}

async fn find(app: &App, key: &str) -> Result<Process, Problem> {
    processes::find(&mut app.db().read().await?, key).await?.ok_or(Problem::NotFound)
}

fn shown(draft: &Draft, person: Option<Uuid>, since: Vec<Happened>) -> Shown {
    let grid = draft.sheet.grid();
    let columns = columns(grid);
    let lanes = grid.lanes.iter().map(|lane| Lane {
        id: lane.id.clone(),
        name: lane.name.clone(),
        line: lane.visibility.to_string(),
    });
    let steps = grid.steps.iter().zip(columns).map(|(step, column)| Step {
        id: step.id.clone(),
        name: step.name.clone(),
        lane: step.lane.clone(),
        kind: match step.kind {
            StepKind::Start => "start",
            StepKind::Step => "step",
            StepKind::End { good: true } => "end-good",
            StepKind::End { good: false } => "end-bad",
        },
        stage: step.stage.clone(),
        column,
    });
    let flows = grid.flows.iter().map(|((from, to), name)| Flow {
        from: from.clone(),
        to: to.clone(),
        name: name.clone(),
    });
    let news = |happened: Happened| News {
        person: happened.person,
        who: happened.who,
        verb: happened.verb,
        what: happened.what,
        undone: happened.is_undone,
    };
    Shown {
        draft: draft.seen.draft,
        version: draft.seen.version,
        lanes: lanes.collect(),
        steps: steps.collect(),
        flows: flows.collect(),
        undo: draft.to_undo(person).map(|made| made.what.clone()),
        redo: draft.to_redo(person).map(|made| made.what.clone()),
        since: since.into_iter().map(news).collect(),
    }
}

fn problem(not_made: NotMade, say: &Say) -> Problem {
    match not_made {
        NotMade::Problem(problem) => problem,
        NotMade::Refused(refusal) => Problem::Invalid(words::refusal(&refusal)),
        NotMade::Nothing => Problem::Invalid(Text::key("grid-nothing")),
        NotMade::Theirs { theirs, .. } if theirs.is_empty() => Problem::Conflict(Text::key("grid-undo-not")),
        NotMade::Theirs { theirs, .. } => {
            let told = theirs.iter().map(|happened| words::happened(happened, say));
            Problem::Conflict(Text::key("grid-meanwhile").with("what", told.collect::<Vec<_>>().join(" ")))
        }
    }
}
