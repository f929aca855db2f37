//! Failure points: what the data says of steps, and what may go wrong by hand, the severe first.

use super::change::{Seen, change};
use super::table::{Cell, Table};
use crate::App;
use crate::rooms::blueprints::amend::{Amendment, MAX_TEXT};
use crate::rooms::blueprints::failing::{Failing, Sign, failing};
use crate::rooms::blueprints::known::Known;
use crate::rooms::processes::Head;
use crate::web::{Form, Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::{Html, Response};
use bpmn::extension::FailurePoint;
use bpmn::view::failures::ranked;
use language::Value;

/// A failure point as a form has it.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct Filled {
    #[serde(default)]
    version: u64,
    #[serde(default)]
    step: String,
    #[serde(default)]
    what: String,
    #[serde(default)]
    severity: u8,
    #[serde(default)]
    occurrence: u8,
    #[serde(default)]
    detection: u8,
}

/// A failure point of the page.
struct Row {
    number: usize,
    step_name: String,
    filled: Filled,
    rpn: u32,
    is_severe: bool,
}

#[derive(askama::Template)]
#[template(path = "blueprints/templates/failures.html")]
struct Failures {
    page: Page,
    head: Head,
    measured: Table,
    says: String,
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

/// Adds a failure point to a step.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    let amendment = Amendment::Failure(filled.step.clone(), None, filled.point());
    put(&app, &visit, &key, amendment, filled).await
}

/// Changes a failure point of a step.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path((key, step, number)): Path<(String, String, usize)>,
    Form(filled): Form<Filled>,
) -> Result<Response, Problem> {
    let amendment = Amendment::Failure(step, Some(number), filled.point());
    put(&app, &visit, &key, amendment, filled).await
}

/// Takes a failure point of a step away.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path((key, step, number)): Path<(String, String, usize)>,
    Form(seen): Form<Seen>,
) -> Result<Response, Problem> {
    let filled = Filled { version: seen.version, ..Filled::default() };
    put(&app, &visit, &key, Amendment::NoFailure(step, number), filled).await
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
    made.or_again(&format!("/processes/{key}/failures"), again).await
}

impl Filled {
    fn point(&self) -> FailurePoint {
        let Self { severity, occurrence, detection, .. } = *self;
        FailurePoint { what: self.what.trim().to_owned(), severity, occurrence, detection }
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
    let head = Head::of(&mut db, known.process.clone(), "failures", known.figures.cases, say).await?;
    let version = known.said.1;
    let ranked = ranked(known.blueprint());
    let severe = ranked.iter().filter(|ranked| ranked.is_severe()).count();
    let says = match (ranked.len(), severe) {
        (0, _) => say.text("failures-none"),
        (all, severe) => {
            say.language.text_with("failures-says", &[("n", Value::from(all)), ("severe", severe.into())])
        }
    };
    let rows = ranked.iter().map(|ranked| Row {
        number: ranked.number,
        step_name: known.name(ranked.step).to_owned(),
        filled: Filled {
            version,
            step: known.process.map.steps()[ranked.step].id.clone(),
            what: ranked.point.what.clone(),
            severity: ranked.point.severity,
            occurrence: ranked.point.occurrence,
            detection: ranked.point.detection,
        },
        rpn: ranked.point.rpn(),
        is_severe: ranked.is_severe(),
    });
    let steps = known.process.map.steps().iter();
    html(&Failures {
        page: visit.page(Place::Map),
        head,
        measured: measured(&known, say),
        says,
        rows: rows.collect(),
        steps: steps.map(|step| (step.id.clone(), step.name.clone())).collect(),
        version,
        added,
        refused,
        most: MAX_TEXT,
    })
}

/// What the data says.
fn measured(known: &Known, say: &Say) -> Table {
    let found = failing(known);
    let says = match found.len() {
        0 => say.text("failures-data-none"),
        n => say.count("failures-data-says", &n),
    };
    let head = |key: &str, is_figure| (say.text(key), is_figure);
    Table {
        id: "measured",
        title: say.text("failures-data"),
        says,
        columns: vec![
            head("col-step", false),
            head("failures-sign", false),
            head("failures-figure", true),
            head("failures-behind", true),
        ],
        rows: found.iter().map(|failing| row(known, failing, say)).collect(),
        read: String::new(),
    }
}

fn row(known: &Known, failing: &Failing, say: &Say) -> Vec<Cell> {
    let language = say.language;
    let cases = known.cases_at(failing.step);
    let (key, figure, note, link) = match failing.sign {
        Sign::Again(share) => ("failures-again", language.percent(share, 0), String::new(), cases),
        Sign::Lost(share) => ("failures-lost", language.percent(share, 0), String::new(), cases),
        Sign::Wait(nine, half) => {
            let note = say.with("failures-half", "time", &say.duration(&half));
            ("failures-wait", say.duration(&nine), note, cases)
        }
        Sign::Score(score, low, high, _) => {
            let note = format!("{} … {}", language.signed(low, 0), language.signed(high, 0));
            let link = format!("/feedback/{}", known.process.key);
            ("failures-score", language.signed(score, 0), note, link)
        }
    };
    vec![
        Cell::text(known.name(failing.step)),
        Cell::text(say.text(key)),
        Cell::text(figure).note(note),
        Cell::text(language.count(failing.n)).link(link),
    ]
}
