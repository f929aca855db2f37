//! A case on its page: title, story, what comes next, and what is known beside it. Customers have a page of their own.

use super::clock::Promised;
use super::ladder::{self, Rung};
use super::names::Names;
use super::story::{self, Happened, OnIt, Said, ToDo};
use super::{requests, words};
use crate::App;
use crate::rooms::cases::model::Looked;
use crate::rooms::cases::projection::priority_word;
use crate::rooms::cases::{Directory, Sight, commands, history, projection, queries};
use crate::rooms::feedback::{self, Question};
use crate::rooms::processes::Process;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::Html;
use caseflow::{Case, Envelope, Value};
use std::sync::Arc;
use uuid::Uuid;

/// What is known of a case when its page is made.
pub struct Open {
    pub looked: Looked,
    pub case: Case,
    pub events: Vec<Envelope>,
    pub directory: Arc<Directory>,
    pub process: Option<Arc<Process>>,
}

impl Open {
    /// The names of the people on it.
    pub fn names<'a>(&'a self, visit: &'a Visit) -> Names<'a> {
        let customer = self.looked.customer_name.as_deref();
        Names { directory: &self.directory, customer, say: &visit.say }
    }

    /// Its promise.
    pub fn promised(&self, visit: &Visit) -> Option<Promised> {
        let standing = self.looked.standing.as_ref()?;
        Some(Promised::of(&self.directory, standing, self.looked.found.number, &visit.say))
    }
}

/// The case with this number and all that its page says.
pub async fn open(app: &App, visit: &Visit, number: u64) -> Result<Open, Problem> {
    let sight = Sight::of(visit.actor()?);
    let mut db = app.db().read().await?;
    let looked = queries::look(&mut db, &sight, number).await?.ok_or(Problem::NotFound)?;
    let events = history(&mut db, looked.found.id).await?;
    let case = Case::replay(&events).map_err(|gap| {
        tracing::error!(%gap, number, "the journal of a case");
        Problem::Unexpected
    })?;
    let people: Vec<Uuid> = case.people.keys().map(|person| person.0).collect();
    let directory = app.directories().knowing(&mut db, visit.now(), &people).await?;
    let process = match &looked.found.process {
        Some(key) => directory.process(&mut db, key).await?,
        None => None,
    };
    Ok(Open { looked, case, events, directory, process })
}

#[derive(askama::Template)]
#[template(path = "cases/templates/show.html")]
struct Show {
    page: Page,
    number: u64,
    version: u64,
    title: String,
    text: String,
    status: &'static str,
    outcome: Option<String>,
    urgency: &'static str,
    process: Option<(String, String)>,
    opened: String,
    opened_at: jiff::Timestamp,
    due: Option<String>,
    next: Vec<(String, String)>,
    ends: Vec<(String, String)>,
    promised: Option<Promised>,
    said: Vec<Said>,
    happened: Vec<Happened>,
    event_count: usize,
    rungs: Vec<Rung>,
    tasks: Vec<ToDo>,
    /// How many of the tasks are done.
    progress: String,
    people: Vec<OnIt>,
    is_mine: bool,
    is_nobodys: bool,
    /// Choices of a form, in HTML.
    workers: Arc<str>,
    customer: Option<Facts>,
    question: Option<String>,
}

struct Facts {
    name: String,
    segment: String,
    since: Option<String>,
    worth: Option<String>,
    score: Option<String>,
    lately: i64,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
) -> Result<Html<String>, Problem> {
    let actor = visit.actor()?;
    let open = open(&app, &visit, number).await?;
    if actor.customer.is_some() {
        return requests::show(&visit, &open);
    }
    let (names, say, case) = (open.names(&visit), &visit.say, &open.case);
    let opening = case.opening.as_ref().ok_or(Problem::NotFound)?;
    let process = open.process.as_deref();
    let by = commands::context(actor, visit.now()).actor;
    let is_open = case.closure.is_none();
    let may_work = actor.may(Right::Work);
    html(&Show {
        number,
        version: case.version,
        title: case.title.clone(),
        text: case.text.clone(),
        status: projection::status(case.status()),
        outcome: case.closure.as_ref().map(|closure| words::outcome_name(say, process, &closure.outcome)),
        urgency: priority_word(case.priority),
        process: opening.process.as_ref().map(|key| (key.to_string(), names.process(key.as_str()))),
        opened: opened(case, &names),
        opened_at: opening.at,
        due: case.due.map(|due| say.day(&due)),
        next: process.filter(|_| is_open).map(|process| ladder::next(case, process)).unwrap_or_default(),
        ends: process.map(ladder::ends).unwrap_or_default(),
        promised: open.promised(&visit),
        said: story::said(case, &names, by, (false, actor.may(Right::Design))),
        happened: story::happened(&open.events, case, process, &names),
        rungs: process.map(|process| ladder::ladder(case, process, false, say)).unwrap_or_default(),
        tasks: story::to_do(case, &names),
        progress: progress(case, say),
        event_count: open.events.len(),
        people: story::on_it(case, &names),
        is_mine: case.responsible().is_some_and(|person| person.0 == actor.person),
        is_nobodys: case.responsible().is_none(),
        workers: if may_work { open.directory.workers() } else { Arc::default() },
        customer: facts(&open.looked, &visit),
        question: process.filter(|_| may_work).and_then(|process| question(&app, &visit, &open, process)),
        page: visit.page(Place::Run),
    })
}

fn progress(case: &Case, say: &Say) -> String {
    let done = case.tasks.iter().filter(|task| task.done.is_some()).count().to_string();
    say.with2("case-tasks-done", ("done", &done), ("all", &case.tasks.len().to_string()))
}

/// Who opened it, and by which way the customer came.
fn opened(case: &Case, names: &Names<'_>) -> String {
    let by = case.opening.as_ref().map(|opening| names.actor(opening.by)).unwrap_or_default();
    let channel = case.fields.iter().find(|(field, _)| field.as_str() == commands::CHANNEL);
    match channel {
        Some((_, Value::Choice(channel))) => {
            let channel = words::channel_name(names.say, channel.as_str());
            names.say.with2("case-opened-by-way", ("name", &by), ("channel", &channel))
        }
        _ => names.say.with("case-opened-by", "name", &by),
    }
}

/// The link by which the customer says how the step was to which the case came last.
fn question(app: &App, visit: &Visit, open: &Open, process: &Process) -> Option<String> {
    open.looked.customer_name.as_ref()?;
    let last = open.case.steps.last().map(|passage| passage.step.as_str());
    let step = last.filter(|last| process.map.steps().iter().any(|step| step.id == *last));
    let link = feedback::link(app, open.looked.found.id, &process.key, step, Question::Nps);
    Some(if link.starts_with('/') { format!("{}{link}", visit.site) } else { link })
}

fn facts(looked: &Looked, visit: &Visit) -> Option<Facts> {
    let say = &visit.say;
    let score = looked.last_score.as_ref().map(|(score, question, at)| {
        let most = match question.as_str() {
            "csat" => "5",
            "ces" => "7",
            _ => "10",
        };
        let of = say.with2("case-score", ("score", &score.to_string()), ("most", most));
        format!("{of}, {}", say.ago(at))
    });
    Some(Facts {
        name: looked.customer_name.clone()?,
        segment: looked.segment.clone().unwrap_or_default(),
        since: looked.since.map(|since| since.to_zoned(say.zone.clone()).year().to_string()),
        worth: looked.monthly_cents.map(|cents| say.with("case-worth-month", "amount", &say.money(cents))),
        score,
        lately: looked.lately,
    })
}
