//! Scenarios from the outside in: what customers come for and by which way, what answers it, and the holes first.

use super::change::{Seen, change};
use crate::App;
use crate::rooms::blueprints::amend::{Amendment, MAX_TEXT};
use crate::rooms::blueprints::known::Known;
use crate::rooms::processes::Head;
use crate::web::{Form, Page, Place, Problem, Right, Visit, html};
use axum::extract::{Path, State};
use axum::response::{Html, Response};
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
    put(&app, &visit, &key, amendment, filled).await
}

/// Changes the scenario of this number.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path((key, number)): Path<(String, usize)>,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    let amendment = Amendment::Scenario(Some(number), filled.scenario());
    put(&app, &visit, &key, amendment, filled).await
}

/// Takes the scenario of this number away.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path((key, number)): Path<(String, usize)>,
    Form(seen): Form<Seen>,
) -> Result<Response, Problem> {
    let filled = Filled { version: seen.version, ..Filled::default() };
    put(&app, &visit, &key, Amendment::NoScenario(number), filled).await
}

/// Makes the change that a form asks for.
async fn put(
    app: &App,
    visit: &Visit,
    key: &str,
    amendment: Amendment,
    filled: Filled,
) -> Result<Response, Problem> {
    let made = change(app, visit, key, filled.version, |_| Ok(amendment)).await?;
    let again = |refused| page(app, visit, key, filled, Some(refused));
    made.or_again(&format!("/processes/{key}/scenarios"), again).await
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
