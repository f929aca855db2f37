//! Cases over HTTP: the queue, a case with what belongs to it, and every change that a page can make.

mod change;
mod shown;

use super::clock::PromiseState;
use super::commands::{self, Opening};
use super::model::{Filter, Sight, View};
use super::{find, history, list};
use crate::App;
use crate::web::api::{Json as Body, Paging};
use crate::web::{Caller, Problem, Right, Text};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use caseflow::{Case, Key};
use serde::{Deserialize, Serialize};
use shown::{Happened, ShownCase};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

/// The addresses.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list_cases, create))
        .routes(routes!(show))
        .routes(routes!(journal))
        .merge(change::routes())
}

/// Which cases, and how many of them.
#[derive(Debug, Deserialize)]
struct Wanted {
    view: Option<View>,
    process: Option<String>,
    step: Option<String>,
    customer: Option<Uuid>,
    q: Option<String>,
}

/// A page of cases.
#[derive(Debug, Serialize, ToSchema)]
pub struct Cases {
    /// Those whose promise ends first come first; of closed ones and of all, the latest.
    cases: Vec<Summary>,
    /// How many there are in all.
    total: i64,
    /// Whether there are more behind this page.
    has_more: bool,
}

/// A case in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseSummary)]
pub struct Summary {
    id: Uuid,
    number: u64,
    version: u64,
    title: String,
    process: Option<String>,
    step: Option<String>,
    /// `open`, `waiting` or `closed`.
    status: String,
    /// What the customer is called.
    customer: Option<String>,
    responsible: Option<Uuid>,
    opened_at: String,
    changed_at: String,
    closed_at: Option<String>,
    promise_state: Option<PromiseState>,
    promise_due: Option<String>,
}

/// Cases that the caller may see; a customer's own.
#[utoipa::path(get, path = "/api/v1/cases", tag = "cases",
    params(
        ("view" = Option<String>, Query, description = "mine, department, open, unassigned, late, waiting, closed or all; all if nothing is said"),
        ("process" = Option<String>, Query, description = "Only those of this process"),
        ("step" = Option<String>, Query, description = "Only those at this step"),
        ("customer" = Option<Uuid>, Query, description = "Only those of this customer"),
        ("q" = Option<String>, Query, description = "Words in title, text or the customer's name, or a number"),
        Paging,
    ),
    responses((status = 200, body = Cases), (status = 401)))]
async fn list_cases(
    State(app): State<App>,
    caller: Caller,
    Query(wanted): Query<Wanted>,
    Query(paging): Query<Paging>,
) -> Result<Json<Cases>, Problem> {
    let (limit, page) = paging.wanted();
    let filter = Filter {
        view: wanted.view.unwrap_or(View::All),
        process: wanted.process,
        step: wanted.step,
        customer: wanted.customer,
        words: wanted.q,
        ..Filter::default()
    };
    let mut db = app.db().read().await?;
    let rows = list(&mut db, &Sight::of(&caller.actor), &filter, caller.now, (limit, page)).await?;
    let total = rows.first().map_or(0, |row| row.of);
    let before = i64::from(page) * i64::from(limit);
    let cases: Vec<_> = rows.into_iter().map(Summary::from).collect();
    let has_more = before + (cases.len() as i64) < total;
    Ok(Json(Cases { cases, total, has_more }))
}

impl From<super::Listed> for Summary {
    fn from(row: super::Listed) -> Self {
        let standing = row.standing.as_ref();
        Self {
            promise_state: standing.map(|standing| standing.state),
            promise_due: standing.and_then(|standing| standing.due).map(|due| due.to_string()),
            id: row.id,
            number: row.number,
            version: row.version,
            title: row.title,
            process: row.process,
            step: row.step,
            status: row.status,
            customer: row.customer,
            responsible: row.responsible,
            opened_at: row.opened_at.to_string(),
            changed_at: row.changed_at.to_string(),
            closed_at: row.closed_at.map(|at| at.to_string()),
        }
    }
}

/// A case to be opened.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewCase)]
pub struct NewCase {
    /// What it is about, in one line.
    title: String,
    /// What it is about, at length.
    #[serde(default)]
    text: String,
    /// Whose matter it is; a customer opens cases for themselves alone.
    customer: Option<Uuid>,
    process: Option<String>,
    /// The step at which it begins; the first of the process if nothing is said.
    step: Option<String>,
    channel: Option<String>,
    responsible: Option<Uuid>,
}

/// Opens a case, and makes the promise of its process.
#[utoipa::path(post, path = "/api/v1/cases", tag = "cases", request_body = NewCase,
    responses((status = 201, body = ShownCase), (status = 401), (status = 403), (status = 422)))]
async fn create(
    State(app): State<App>,
    caller: Caller,
    Body(new): Body<NewCase>,
) -> Result<Response, Problem> {
    let own = caller.actor.customer;
    if own.is_none() {
        caller.allowed(Right::Work)?;
    }
    let directory = {
        let mut db = app.db().read().await?;
        let people: Vec<Uuid> = new.responsible.into_iter().collect();
        let directory = app.directories().knowing(&mut db, caller.now, &people).await?;
        let is_known = match new.customer.filter(|_| own.is_none()) {
            Some(customer) => crate::rooms::customers::find(&mut db, customer).await?.is_some(),
            None => true,
        };
        if !is_known || people.iter().any(|person| !directory.people.contains_key(person)) {
            return Err(Problem::Invalid(Text::key("refusal-invalid")));
        }
        directory
    };
    let process = key(new.process)?;
    if process.as_ref().is_some_and(|process| !directory.processes.contains_key(process.as_str())) {
        return Err(Problem::Invalid(Text::key("refusal-invalid")));
    }
    let opening = Opening {
        title: new.title,
        text: new.text,
        customer: own.or(new.customer),
        process,
        step: key(new.step)?,
        channel: key(new.channel)?,
        responsible: new.responsible.filter(|_| own.is_none()),
    };
    let by = commands::context(&caller.actor, caller.now);
    let (_, number) = commands::open_in(app.db(), directory, by, opening).await.map_err(Problem::from)?;
    let place = HeaderValue::from_str(&format!("/api/v1/cases/{number}")).map_err(|_| Problem::Unexpected)?;
    let shown = answer(&app, &caller, number).await?;
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], shown).into_response())
}

/// A key that is one.
fn key(word: Option<String>) -> Result<Option<Key>, Problem> {
    let wrong = || Problem::Invalid(Text::key("refusal-invalid"));
    word.map(|word| Key::new(&word).ok_or_else(wrong)).transpose()
}

/// A case with its tasks, comments and promise. Its version is the `ETag`.
#[utoipa::path(get, path = "/api/v1/cases/{number}", tag = "cases",
    params(("number" = u64, Path, description = "The case's number")),
    responses((status = 200, body = ShownCase), (status = 401), (status = 404)))]
async fn show(State(app): State<App>, caller: Caller, Path(number): Path<u64>) -> Result<Response, Problem> {
    answer(&app, &caller, number).await
}

/// The case as it is now, with its version as `ETag`.
async fn answer(app: &App, caller: &Caller, number: u64) -> Result<Response, Problem> {
    let mut db = app.db().read().await?;
    let found = find(&mut db, &Sight::of(&caller.actor), number).await?.ok_or(Problem::NotFound)?;
    let case = Case::replay(&history(&mut db, found.id).await?).map_err(|_| Problem::Unexpected)?;
    let tag = HeaderValue::from_str(&format!("\"{}\"", case.version)).map_err(|_| Problem::Unexpected)?;
    let shown = ShownCase::of(&case, caller.actor.customer.is_some());
    Ok(([(header::ETAG, tag)], Json(shown)).into_response())
}

/// Everything that happened to a case, oldest first. It is for staff.
#[utoipa::path(get, path = "/api/v1/cases/{number}/journal", tag = "cases",
    params(("number" = u64, Path, description = "The case's number")),
    responses((status = 200, body = Vec<Happened>), (status = 401), (status = 403), (status = 404)))]
async fn journal(
    State(app): State<App>,
    caller: Caller,
    Path(number): Path<u64>,
) -> Result<Json<Vec<Happened>>, Problem> {
    let sight = Sight::of(caller.allowed(Right::See)?);
    let mut db = app.db().read().await?;
    let found = find(&mut db, &sight, number).await?.ok_or(Problem::NotFound)?;
    Ok(Json(history(&mut db, found.id).await?.iter().map(Happened::of).collect()))
}
