//! The public page behind a signed link: one question, answered once.

use crate::App;
use crate::rooms::feedback::asked::Asked;
use crate::rooms::feedback::emotions::{Emotion, Emotions};
use crate::rooms::feedback::model::{Answer, MAX_WORDS, Question};
use crate::rooms::feedback::{commands, feelings, queries};
use crate::rooms::{processes, settings};
use crate::web::{Form, Page, Place, Problem, Text, Visit, html};
use axum::extract::{ConnectInfo, Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use std::net::SocketAddr;

/// How many emotions an answer may name.
const MAX_NAMED: usize = 3;

/// How strongly an emotion was felt of which no more is said than that it was: clearly.
const FELT: u8 = 2;

#[derive(askama::Template)]
#[template(path = "feedback/templates/question.html")]
struct QuestionPage {
    page: Page,
    brand: Option<String>,
    token: String,
    question: Question,
    about: String,
    emotions: Emotions,
    given: Given,
    refused: Option<String>,
}

impl QuestionPage {
    fn scores(&self) -> std::ops::RangeInclusive<u8> {
        let (least, most) = self.question.scale();
        least..=most
    }

    fn class(&self) -> &'static str {
        match self.question {
            Question::Nps => "eleven",
            Question::Csat => "five",
            Question::Ces => "seven",
        }
    }

    fn offered(&self) -> impl Iterator<Item = &Emotion> {
        self.emotions.iter().filter(|emotion| emotion.is_offered)
    }

    fn is_chosen(&self, score: &u8) -> bool {
        self.given.score == Some(*score)
    }

    fn is_felt(&self, name: &str) -> bool {
        self.given.emotion.iter().any(|felt| felt == name)
    }
}

#[derive(askama::Template)]
#[template(path = "feedback/templates/thanks.html")]
struct Thanks {
    page: Page,
    brand: Option<String>,
    is_done: bool,
}

/// What the form asks for.
#[derive(Default, serde::Deserialize)]
pub struct Given {
    score: Option<u8>,
    #[serde(default)]
    emotion: Vec<String>,
    #[serde(default)]
    text: String,
}

/// Whether someone has just answered.
#[derive(serde::Deserialize)]
pub struct After {
    done: Option<String>,
}

/// The question; or thanks, if it was answered.
pub async fn new(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let asked = Asked::read(app.secret(), &token).ok_or(Problem::NotFound)?;
    let mut db = app.db().read().await?;
    if queries::is_answered(&mut db, asked.answer()).await? {
        let brand = settings::organisation(&mut db).await?;
        let thanks = Thanks { page: visit.page(Place::Nowhere), brand, is_done: after.done.is_some() };
        return Ok(html(&thanks)?.into_response());
    }
    drop(db);
    let page = question(&app, &visit, &asked, token, Given::default(), None).await?;
    Ok(html(&page)?.into_response())
}

/// Keeps the answer.
pub async fn create(
    State(app): State<App>,
    ConnectInfo(place): ConnectInfo<SocketAddr>,
    visit: Visit,
    Path(token): Path<String>,
    Form(given): Form<Given>,
) -> Result<Response, Problem> {
    app.feedback_gate().pass(place.ip())?;
    let asked = Asked::read(app.secret(), &token).ok_or(Problem::NotFound)?;
    let emotions = feelings::emotions(&mut app.db().read().await?).await?;
    let kept = match answer(&asked, &given, &emotions, &visit) {
        Ok(answer) => {
            let by = ("customer", visit.actor.as_ref().and_then(|actor| actor.customer));
            app.db().write(move |tx| Box::pin(async move { commands::record(tx, answer, by).await })).await
        }
        Err(problem) => Err(problem),
    };
    match kept {
        Ok(()) => Ok(Redirect::to(&format!("/f/{token}?done=1")).into_response()),
        Err(Problem::Conflict(_)) => Ok(Redirect::to(&format!("/f/{token}")).into_response()),
        Err(Problem::Invalid(text)) => {
            let status = Problem::Invalid(text.clone()).status();
            let again = question(&app, &visit, &asked, token, given, Some(text)).await?;
            Ok((status, html(&again)?).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn question(
    app: &App,
    visit: &Visit,
    asked: &Asked,
    token: String,
    given: Given,
    refused: Option<Text>,
) -> Result<QuestionPage, Problem> {
    let mut db = app.db().read().await?;
    let process = processes::find(&mut db, &asked.process).await?.ok_or(Problem::NotFound)?;
    let step = process.map.steps().iter().find(|step| Some(&step.id) == asked.step.as_ref());
    let about = match step {
        Some(step) => format!("{} · {}", process.name, step.name),
        None => process.name.clone(),
    };
    Ok(QuestionPage {
        page: visit.page(Place::Nowhere),
        brand: settings::organisation(&mut db).await?,
        token,
        question: asked.question,
        about,
        emotions: feelings::emotions(&mut db).await?,
        given,
        refused: refused.map(|text| text.said(visit.say.language)),
    })
}

fn answer(asked: &Asked, given: &Given, emotions: &Emotions, visit: &Visit) -> Result<Answer, Problem> {
    let score = given.score.ok_or(Problem::Invalid(Text::key("feedback-score-missing")))?;
    if given.emotion.len() > MAX_NAMED {
        return Err(Problem::Invalid(Text::key("feedback-emotions-too-many").with("n", MAX_NAMED)));
    }
    let felt = given.emotion.iter().filter_map(|name| emotions.find(name));
    Ok(Answer {
        id: asked.answer(),
        case: asked.case(),
        customer: None,
        process: asked.process.clone(),
        step: asked.step.clone(),
        question: asked.question,
        score,
        words: given.text.trim().replace("\r\n", "\n"),
        emotions: felt.map(|emotion| (emotion.name.clone(), FELT)).collect(),
        channel: "link".to_owned(),
        at: visit.now(),
    })
}
