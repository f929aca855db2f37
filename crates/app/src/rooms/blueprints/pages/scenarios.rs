//! Scenarios from the outside in: what customers come for and by which way, what answers it, and the holes first.

use crate::App;
use crate::rooms::blueprints::amend::{Amendment, MAX_TEXT, amend};
use crate::rooms::blueprints::known::Known;
use crate::rooms::processes::Head;
use crate::web::{Form, Page, Place, Problem, Right, Visit, html};
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use bpmn::extension::Scenario;
use bpmn::view::scenarios::{self, Cell};
use language::Value;

/// A scenario as a form has it.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct Filled {
    #[serde(default)]
    version: u64,
    #[serde(default)]
    name: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    channel: String,
    #[serde(default)]
    steps: Vec<String>,
}

/// The version that a form was made against.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub struct Seen {
    version: u64,
}

/// A scenario of the page.
struct Row {
    number: usize,
    filled: Filled,
    /// Names of the steps that answer it.
    answers: Vec<String>,
    /// Steps that it names and the map has no longer.
    missing: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "blueprints/templates/scenarios.html")]
struct Scenarios {
    page: Page,
    head: Head,
    says: String,
    table: scenarios::Table,
    rows: Vec<Row>,
    steps: Vec<(String, String)>,
    version: u64,
    added: Filled,
    refused: Option<String>,
    most: usize,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    page(&app, &visit, &key, Filled::default(), None).await
}

/// Adds a scenario.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    let amendment = Amendment::Scenario(None, filled.scenario());
    change(&app, &visit, &key, filled.version, amendment, filled).await
}

/// Changes the scenario of this number.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path((key, number)): Path<(String, usize)>,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    let amendment = Amendment::Scenario(Some(number), filled.scenario());
    change(&app, &visit, &key, filled.version, amendment, filled).await
}

/// Takes the scenario of this number away.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path((key, number)): Path<(String, usize)>,
    Form(seen): Form<Seen>,
) -> Result<Response, Problem> {
    change(&app, &visit, &key, seen.version, Amendment::NoScenario(number), Filled::default()).await
}

async fn change(
    app: &App,
    visit: &Visit,
    key: &str,
    seen: u64,
    amendment: Amendment,
    filled: Filled,
) -> Result<Response, Problem> {
    let by = visit.allowed(Right::Design)?.in_journal();
    let now = visit.now();
    let process = Known::of(app, &mut app.db().read().await?, key, now).await?.process;
    let made = app
        .db()
        .write(move |tx| Box::pin(async move { amend(tx, &process, seen, &amendment, by, now).await }))
        .await;
    match made {
        Ok(()) => Ok(Redirect::to(&format!("/processes/{key}/scenarios")).into_response()),
        Err(problem) => {
            let status = problem.status();
            let (Problem::Invalid(text) | Problem::Conflict(text)) = problem else { return Err(problem) };
            let again = page(app, visit, key, filled, Some(text.said(visit.say.language))).await?;
            Ok((status, again).into_response())
        }
    }
}

impl Filled {
    fn scenario(&self) -> Scenario {
        let text = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Scenario {
            name: self.name.trim().to_owned(),
            reason: text(&self.reason),
            channel: text(&self.channel),
            steps: self.steps.clone(),
        }
    }

    fn of(scenario: &Scenario, version: u64) -> Self {
        Self {
            version,
            name: scenario.name.clone(),
            reason: scenario.reason.clone().unwrap_or_default(),
            channel: scenario.channel.clone().unwrap_or_default(),
            steps: scenario.steps.clone(),
        }
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    key: &str,
    added: Filled,
    refused: Option<String>,
) -> Result<Html<String>, Problem> {
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let known = Known::of(app, &mut db, key, visit.now()).await?;
    let head = Head::of(&mut db, known.process.clone(), "scenarios", known.figures.cases, say).await?;
    let (blueprint, version) = (known.blueprint(), known.said.1);
    let coverage = scenarios::coverage(blueprint);
    let holes = coverage.iter().filter(|found| found.is_hole()).count();
    let says = match (coverage.len(), holes) {
        (0, _) => say.text("scenarios-none"),
        (all, 0) => say.count("scenarios-all-covered", &all),
        (all, holes) => {
            say.language.text_with("scenarios-says", &[("n", Value::from(holes)), ("all", all.into())])
        }
    };
    let row = |found: scenarios::Coverage| Row {
        number: found.scenario,
        filled: Filled::of(&blueprint.process.scenarios[found.scenario], version),
        answers: found.steps.iter().map(|&step| known.name(step).to_owned()).collect(),
        missing: found.missing,
    };
    let steps = known.process.map.steps().iter();
    html(&Scenarios {
        page: visit.page(Place::Map),
        head,
        says,
        table: scenarios::table(blueprint),
        rows: coverage.into_iter().map(row).collect(),
        steps: steps.map(|step| (step.id.clone(), step.name.clone())).collect(),
        version,
        added,
        refused,
        most: MAX_TEXT,
    })
}
