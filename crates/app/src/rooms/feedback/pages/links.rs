//! Links to a question for those who have no case: chosen by process, step and question, copied into a mail.

use crate::App;
use crate::rooms::feedback::asked::{About, Asked, address};
use crate::rooms::feedback::model::Question;
use crate::rooms::processes::{self, Process};
use crate::web::{Form, Page, Place, Problem, Right, Text, Visit, html};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::Html;
use uuid::Uuid;

#[derive(askama::Template)]
#[template(path = "feedback/templates/links.html")]
struct Links {
    page: Page,
    names: Vec<(String, String)>,
    process: Option<Process>,
    chosen: Chosen,
    made: Option<String>,
}

impl Links {
    fn is_of(&self, key: &str) -> bool {
        self.process.as_ref().is_some_and(|process| process.key == key)
    }
}

/// What a link is to ask.
#[derive(Default, serde::Deserialize)]
pub struct Chosen {
    #[serde(default)]
    process: String,
    #[serde(default)]
    step: String,
    #[serde(default)]
    question: String,
}

/// The form: first the process, then its step and the question.
pub async fn new(
    State(app): State<App>,
    visit: Visit,
    Query(chosen): Query<Chosen>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Work)?;
    page(&app, &visit, chosen, None).await
}

/// Makes a link. Each is for one answer, so each time it is another.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(chosen): Form<Chosen>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Work)?;
    let question = Question::read(&chosen.question).ok_or(Problem::Invalid(Text::key("problem-form")))?;
    let process = processes::find(&mut app.db().read().await?, &chosen.process).await?;
    let process = process.ok_or(Problem::NotFound)?;
    let step = (!chosen.step.is_empty()).then(|| chosen.step.clone());
    if step.as_ref().is_some_and(|id| !process.map.steps().iter().any(|step| step.id == *id)) {
        return Err(Problem::NotFound);
    }
    let asked = Asked { question, about: About::Holder(Uuid::new_v4()), process: process.key, step };
    let made = absolute(address(&app, &asked), &headers);
    page(&app, &visit, chosen, Some(made)).await
}

async fn page(
    app: &App,
    visit: &Visit,
    chosen: Chosen,
    made: Option<String>,
) -> Result<Html<String>, Problem> {
    let mut db = app.db().read().await?;
    let mut names: Vec<(String, String)> = processes::names(&mut db).await?.into_iter().collect();
    names.sort_by(|a, b| a.1.cmp(&b.1));
    let process = processes::find(&mut db, &chosen.process).await?;
    html(&Links { page: visit.page(Place::Listen), names, process, chosen, made })
}

/// An address that can be put into a mail, from the one by which this page was reached.
fn absolute(address: String, headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok());
    match host.filter(|_| address.starts_with('/')) {
        Some(host) => format!("http://{host}{address}"),
        None => address,
    }
}
