//! Answers and scores for programs.

mod emotions;

use super::model::{Answer, Felt, Question};
use super::queries::{self, Asking, Listed};
use super::{commands, store, tally::Tally};
use crate::App;
use crate::rooms::processes;
use crate::web::api::{Json, Paging};
use crate::web::{Caller, Problem, Right, Text};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

/// How far in the past or future a caller may say that an answer was given.
const AGE: SignedDuration = SignedDuration::from_hours(10 * 365 * 24);
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// The addresses.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, record)).routes(routes!(scores)).merge(emotions::routes())
}

/// An answer.
#[derive(Serialize, ToSchema)]
struct AnswerBody {
    /// Its id.
    id: Uuid,
    /// The case that it is about.
    case: Option<Uuid>,
    /// The number of the case.
    case_number: Option<i64>,
    /// Who gave it.
    customer: Option<Uuid>,
    /// The customer process, by its key.
    process: String,
    /// The step after which it was asked.
    step: Option<String>,
    /// What was asked.
    question: Question,
    /// What was answered, on the scale of the question.
    score: u8,
    /// The customer's own words.
    words: String,
    /// How strongly emotions were felt, from 1 to 3, by name.
    emotions: Felt,
    /// Where it was asked.
    channel: String,
    /// When it was given (RFC 3339).
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

impl From<Listed> for AnswerBody {
    fn from(listed: Listed) -> Self {
        let Answer { id, case, customer, process, step, question, score, words, emotions, channel, at } =
            listed.answer;
        let case_number = listed.case_number;
        Self { id, case, case_number, customer, process, step, question, score, words, emotions, channel, at }
    }
}

/// A page of answers.
#[derive(Serialize, ToSchema)]
struct AnswerList {
    /// The answers, the latest first.
    answers: Vec<AnswerBody>,
    /// Whether the next page has more.
    has_more: bool,
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// About this process only, by its key.
    process: Option<String>,
    /// To this question only.
    question: Option<Question>,
}

/// Answers of customers, the latest first. Those about confidential cases are for administrators.
#[utoipa::path(
    get,
    path = "/api/v1/feedback",
    tag = "feedback",
    params(Wanted, Paging),
    responses((status = 200, description = "A page of answers", body = AnswerList))
)]
async fn list(
    State(app): State<App>,
    caller: Caller,
    Query(wanted): Query<Wanted>,
    Query(paging): Query<Paging>,
) -> Result<axum::Json<AnswerList>, Problem> {
    let actor = caller.allowed(Right::See)?;
    let mut db = app.db().read().await?;
    let (listed, has_more) = queries::list(
        &mut db,
        (wanted.process, wanted.question),
        actor.may(Right::Administer),
        paging.wanted(),
    )
    .await?;
    Ok(axum::Json(AnswerList { answers: listed.into_iter().map(AnswerBody::from).collect(), has_more }))
}

/// An answer to be kept.
#[derive(Deserialize, ToSchema)]
struct NewAnswer {
    /// Its id, if the caller wants to be able to send it twice without its being kept twice.
    id: Option<Uuid>,
    /// The case that it is about.
    case: Option<Uuid>,
    /// Who gave it; the customer of the case, if none is named.
    customer: Option<Uuid>,
    /// The customer process, by its key.
    process: String,
    /// The step after which it was asked.
    step: Option<String>,
    /// What was asked.
    question: Question,
    /// What was answered: from 0 to 10 for `nps`, from 1 to 5 for `csat`, from 1 to 7 for `ces`.
    score: u8,
    /// The customer's own words, at most 2,000 characters.
    #[serde(default)]
    words: String,
    /// How strongly emotions were felt, from 1 to 3, by name.
    #[serde(default)]
    #[schema(value_type = Object)]
    emotions: Felt,
    /// Where it was asked; `api` if nothing is said.
    channel: Option<String>,
    /// When it was given (RFC 3339); now, if nothing is said.
    #[schema(value_type = Option<String>, format = DateTime)]
    at: Option<Timestamp>,
}

/// The id of what was kept.
#[derive(Serialize, ToSchema)]
struct Kept {
    /// The id.
    id: Uuid,
}

/// Keeps an answer that was given elsewhere, on the phone for example.
#[utoipa::path(
    post,
    path = "/api/v1/feedback",
    tag = "feedback",
    request_body = NewAnswer,
    responses(
        (status = 201, description = "It was kept", body = Kept),
        (status = 409, description = "An answer with this id is there already"),
        (status = 422, description = "It does not hold; the answer says why")
    )
)]
async fn record(
    State(app): State<App>,
    caller: Caller,
    Json(new): Json<NewAnswer>,
) -> Result<(StatusCode, axum::Json<Kept>), Problem> {
    let by = caller.allowed(Right::Work)?.in_journal();
    let at = new.at.unwrap_or(caller.now);
    if at < caller.now - AGE || at > caller.now + AHEAD {
        return Err(Problem::Invalid(Text::key("feedback-time-wrong")));
    }
    let mut db = app.db().read().await?;
    let process = processes::find(&mut db, &new.process).await?;
    let process = process.ok_or(Problem::Invalid(Text::key("feedback-place-wrong")))?;
    let is_step = |id: &String| process.map.steps().iter().any(|step| step.id == *id);
    let is_known = match new.case {
        Some(case) => store::is_case(&mut db, case).await?,
        None => true,
    };
    if !new.step.as_ref().is_none_or(is_step) || !is_known {
        return Err(Problem::Invalid(Text::key("feedback-place-wrong")));
    }
    drop(db);
    let id = new.id.unwrap_or_else(Uuid::now_v7);
    let answer = Answer {
        id,
        case: new.case,
        customer: new.customer,
        process: new.process,
        step: new.step,
        question: new.question,
        score: new.score,
        words: new.words,
        emotions: new.emotions,
        channel: new.channel.unwrap_or_else(|| "api".to_owned()),
        at,
    };
    app.db().write(move |tx| Box::pin(async move { commands::record(tx, answer, by).await })).await?;
    Ok((StatusCode::CREATED, axum::Json(Kept { id })))
}

#[derive(Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
struct Scored {
    /// Of this process by step; of all processes, if none is named.
    process: Option<String>,
    /// To this question; `nps`, if none is named.
    question: Option<Question>,
    /// Answers given from this instant on (RFC 3339); a year ago, if nothing is said.
    #[param(value_type = Option<String>, format = DateTime)]
    from: Option<Timestamp>,
    /// Answers given before this instant (RFC 3339); now, if nothing is said.
    #[param(value_type = Option<String>, format = DateTime)]
    to: Option<Timestamp>,
}

/// A score with its 95 % interval: points from −100 to 100 for `nps`, percent in the top boxes for the others.
#[derive(Serialize, ToSchema)]
struct Score {
    /// Answers behind it.
    n: u64,
    /// The score; none without answers.
    value: Option<f64>,
    /// Lower end of the interval.
    low: Option<f64>,
    /// Upper end of the interval.
    high: Option<f64>,
}

impl From<&Tally> for Score {
    fn from(tally: &Tally) -> Self {
        let estimate = tally.estimate();
        Self {
            n: tally.n(),
            value: estimate.map(|estimate| estimate.value),
            low: estimate.map(|estimate| estimate.low),
            high: estimate.map(|estimate| estimate.high),
        }
    }
}

/// The score of a month or part.
#[derive(Serialize, ToSchema)]
struct Named {
    /// The month (2026-11), the key of a process, or the id of a step (empty for the process as a whole).
    key: String,
    /// The score.
    #[serde(flatten)]
    score: Score,
}

/// Scores of a period.
#[derive(Serialize, ToSchema)]
struct ScoresBody {
    /// The question.
    question: Question,
    /// Of everything.
    all: Score,
    /// Of each month in UTC.
    months: Vec<Named>,
    /// Of each process, or of each step of the one that was named.
    parts: Vec<Named>,
}

/// Scores with their intervals: in all, by month, and by process or step.
#[utoipa::path(
    get,
    path = "/api/v1/feedback/scores",
    tag = "feedback",
    params(Scored),
    responses((status = 200, description = "The scores", body = ScoresBody))
)]
async fn scores(
    State(app): State<App>,
    caller: Caller,
    Query(wanted): Query<Scored>,
) -> Result<axum::Json<ScoresBody>, Problem> {
    caller.allowed(Right::See)?;
    let to = wanted.to.unwrap_or(caller.now);
    let from = wanted.from.unwrap_or(to - SignedDuration::from_hours(365 * 24));
    if from >= to || to.duration_since(from) > AGE {
        return Err(Problem::Invalid(Text::key("feedback-time-wrong")));
    }
    let question = wanted.question.unwrap_or(Question::Nps);
    let asking = Asking { question, from, to, process: wanted.process, stage: None };
    let mut db = app.db().read().await?;
    let scores = match &asking.process {
        Some(process) => queries::by_step(&mut db, &asking, process).await?,
        None => queries::by_process(&mut db, &asking).await?,
    };
    let named = |key: String, tally: &Tally| Named { key, score: tally.into() };
    Ok(axum::Json(ScoresBody {
        question,
        all: (&scores.whole.all).into(),
        months: scores
            .months
            .iter()
            .map(|(month, tally)| named(month.strftime("%Y-%m").to_string(), tally))
            .collect(),
        parts: scores.parts.iter().map(|(key, line)| named(key.clone(), &line.all)).collect(),
    }))
}
