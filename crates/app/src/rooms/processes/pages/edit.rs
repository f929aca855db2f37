//! Changing what is said of a process, and making a new one.

use super::form::{Filled, Offers};
use super::said;
use crate::App;
use crate::rooms::processes::choices::{Choices, Used};
use crate::rooms::processes::commands::{self, Sketch};
use crate::rooms::processes::facts::{Facts, MAX_DESCRIPTION, MAX_MONTHS, MAX_NAME, MAX_WORD, USUAL_MONTHS};
use crate::rooms::processes::model::{Area, Initiator, Process, Stage, State};
use crate::rooms::processes::queries;
use crate::web::{Form, Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{self, Path};
use axum::response::{Html, IntoResponse, Redirect, Response};
use db::Connection;

#[derive(askama::Template)]
#[template(path = "processes/templates/edit.html")]
struct Edit {
    page: Page,
    /// Key and name of the process; none of a new one.
    known: Option<(String, String)>,
    filled: Filled,
    offers: Offers,
    refused: Option<String>,
    /// What others changed meanwhile: the name of a field, and what it holds now.
    theirs: Vec<(&'static str, String)>,
}

impl Edit {
    /// Where the form is sent to.
    fn action(&self) -> String {
        self.known
            .as_ref()
            .map_or_else(|| "/processes/new".to_owned(), |(key, _)| format!("/processes/{key}/edit"))
    }

    /// Where one goes without saving.
    fn back(&self) -> String {
        self.known.as_ref().map_or_else(|| "/processes".to_owned(), |(key, _)| format!("/processes/{key}"))
    }

    fn title(&self) -> String {
        let say = &self.page.say;
        self.known
            .as_ref()
            .map_or_else(|| say.text("process-new"), |(_, name)| say.with("process-edit-title", "name", name))
    }

    /// Whether an area is the one that is chosen.
    fn is_area(&self, word: &str) -> bool {
        self.filled.area == word
    }
}

async fn offers(app: &App, db: &mut Connection) -> Result<Offers, Problem> {
    let catalogue = queries::catalogue(db, app.measures()).await?;
    Ok(Offers { choices: Choices::of(db).await?, used: Used::of(&catalogue) })
}

async fn offers_of(app: &App, db: &mut Connection, process: &Process) -> Result<Offers, Problem> {
    let mut offers = offers(app, db).await?;
    let (owner, _) = queries::people(db, process).await?;
    offers.keep_owner(process.owner.zip(owner));
    Ok(offers)
}

/// The form of a new process.
pub async fn new(extract::State(app): extract::State<App>, visit: Visit) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    let offers = offers(&app, &mut app.db().read().await?).await?;
    let mut facts = Facts::named("");
    facts.review_months = Some(USUAL_MONTHS);
    let filled = Filled::of(&facts, 0, &visit.say.zone);
    html(&Edit {
        page: visit.page(Place::Map),
        known: None,
        filled,
        offers,
        refused: None,
        theirs: Vec::new(),
    })
}

/// The words on the map of a new process.
pub fn sketch(say: &Say) -> Sketch {
    Sketch(["sketch-lane", "sketch-start", "sketch-end"].map(|key| say.text(key)))
}

/// Makes a process; what does not fit comes back with the words that were typed.
pub async fn create(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    let (by, now) = (visit.allowed(Right::Design)?.in_journal(), visit.now());
    let offers = offers(&app, &mut app.db().read().await?).await?;
    let key = Some(filled.key.trim().to_owned()).filter(|key| !key.is_empty());
    let made = match filled.facts(None, &offers.choices, &visit.say.zone) {
        Ok(facts) => {
            let sketch = sketch(&visit.say);
            let new = vec![(key, facts)];
            app.db()
                .write(move |tx| Box::pin(async move { commands::create(tx, new, &sketch, by, now).await }))
                .await
        }
        Err(problem) => Err(problem),
    };
    let problem = match made {
        Ok(keys) => return Ok(Redirect::to(&format!("/processes/{}", keys.concat())).into_response()),
        Err(problem) => problem,
    };
    let (Problem::Invalid(text) | Problem::Conflict(text)) = &problem else { return Err(problem) };
    let refused = Some(text.said(visit.say.language));
    let again =
        Edit { page: visit.page(Place::Map), known: None, filled, offers, refused, theirs: Vec::new() };
    Ok((problem.status(), html(&again)?).into_response())
}

/// The form of a process that is there.
pub async fn show(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    let mut db = app.db().read().await?;
    let process = queries::find(&mut db, &key).await?.ok_or(Problem::NotFound)?;
    let offers = offers_of(&app, &mut db, &process).await?;
    let filled = Filled::of(&process.facts(), process.version, &visit.say.zone);
    let known = Some((process.key, process.name));
    html(&Edit { page: visit.page(Place::Map), known, filled, offers, refused: None, theirs: Vec::new() })
}

/// Changes it; what does not fit comes back with the words that were typed.
pub async fn update(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    let (by, now) = (visit.allowed(Right::Design)?.in_journal(), visit.now());
    let mut db = app.db().read().await?;
    let process = queries::find(&mut db, &key).await?.ok_or(Problem::NotFound)?;
    let offers = offers_of(&app, &mut db, &process).await?;
    drop(db);
    let before = process.facts();
    let mine = filled.facts(Some(&before), &offers.choices, &visit.say.zone);
    let made = match mine.clone() {
        Ok(facts) => {
            let (key, seen) = (key.clone(), filled.version);
            app.db()
                .write(move |tx| {
                    Box::pin(async move { commands::change(tx, &key, seen, facts, by, now).await })
                })
                .await
        }
        Err(problem) => Err(problem),
    };
    let problem = match made {
        Ok(()) => return Ok(Redirect::to(&format!("/processes/{key}")).into_response()),
        Err(problem) => problem,
    };
    let status = problem.status();
    let (text, theirs, version) = match problem {
        Problem::Invalid(text) => (text, Vec::new(), filled.version),
        // They see what changed; saving once more is then meant.
        Problem::Conflict(text) => {
            let differ = mine.map_or_else(|_| Vec::new(), |mine| mine.differences(&before));
            let value = |field: &'static str| {
                (said::label(field), said::value(&before, field, &offers.choices, &visit.say))
            };
            (text, differ.into_iter().map(value).collect(), process.version)
        }
        other => return Err(other),
    };
    let again = Edit {
        page: visit.page(Place::Map),
        known: Some((process.key, process.name)),
        filled: Filled { version, ..filled },
        offers,
        refused: Some(text.said(visit.say.language)),
        theirs,
    };
    Ok((status, html(&again)?).into_response())
}
