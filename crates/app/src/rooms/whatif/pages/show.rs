//! A scenario and what it would bring: its figures beside today's, the map coloured by waiting, cases on their way.

use super::parts::{Said, Speech, process};
use crate::App;
use crate::rooms::processes::{self, Head};
use crate::rooms::whatif::calibration::REPLICATIONS;
use crate::rooms::whatif::model::{RunState, Scenario};
use crate::rooms::whatif::queries::{self, Today};
use crate::rooms::whatif::simulation::{Compared, Outcome, Refused};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::Html;
use bpmn::customer::to_map;
use bpmn::extension::Extensions;
use bpmn::map::CustomerMap;
use bpmn::model::Model;
use bpmn::xml::Document;
use chart::Caption;
use chart::map::{Direction, MapText, StepFigures, draw_heat};
use language::Value;
use uuid::Uuid;

/// A figure of both sides.
pub struct Row {
    pub name: String,
    pub today: Said,
    pub then: Said,
    pub delta: Said,
    pub says: String,
    pub tone: &'static str,
}

/// A step's wait on both sides.
struct Wait {
    name: String,
    today: String,
    then: String,
}

#[derive(askama::Template)]
#[template(path = "whatif/templates/show.html")]
struct Show {
    page: Page,
    head: Head,
    id: String,
    name: String,
    about: String,
    state: &'static str,
    percent: u64,
    failure: Option<String>,
    is_outdated: bool,
    has_result: bool,
    warnings: Vec<String>,
    says: String,
    rows: Vec<Row>,
    pools: Vec<Row>,
    waits: Vec<Wait>,
    map: Drawn,
    tokens: String,
    how: String,
    command: String,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((key, id)): Path<(String, Uuid)>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let process = process(&app, &key).await?;
    let mut db = app.db().read().await?;
    let scenario = queries::find(&mut db, &process, id).await?;
    let outcome = queries::outcome(&mut db, id).await?;
    let figures = processes::measured(&mut db, app.measures(), &process, visit.now()).await?;
    let head = Head::of(&mut db, process, "what-if", figures.cases, say).await?;
    drop(db);
    let state = scenario.run.as_ref().map(|run| run.state);
    // Only what failed needs today's parameters, to say why; a result speaks for itself, and for its own currency.
    let today = queries::today(&app, &head.process, visit.now()).await?;
    let speech = Speech { say, currency: today.currency.as_deref() };
    let failure = (state == Some(RunState::Failed)).then(|| failure(&scenario, &today, say));
    let mut page = Show {
        page: visit.page(Place::Map),
        id: id.to_string(),
        name: scenario.name.clone(),
        about: say.with2(
            "whatif-about",
            ("name", scenario.author_name.as_deref().unwrap_or("Touchline")),
            ("when", &say.ago(&scenario.changed_at)),
        ),
        state: state.map_or("new", RunState::as_str),
        percent: percent(&app, &scenario, &today),
        failure,
        is_outdated: scenario.is_outdated(),
        has_result: outcome.is_some(),
        warnings: Vec::new(),
        says: String::new(),
        rows: Vec::new(),
        pools: Vec::new(),
        waits: Vec::new(),
        map: Drawn::default(),
        tokens: format!("/processes/{}/what-if/{id}/export/tokens.json", head.process.key),
        how: String::new(),
        command: String::new(),
        head,
    };
    if let Some(outcome) = &outcome {
        page.tell(outcome, &speech);
    }
    html(&page)
}

impl Show {
    fn tell(&mut self, outcome: &Outcome, speech: &Speech<'_>) {
        let say = speech.say;
        for (lanes, key) in
            [(&outcome.unstable, "whatif-unstable"), (&outcome.unstable_today, "whatif-unstable-today")]
        {
            if !lanes.is_empty() {
                self.warnings.push(say.with(key, "lanes", &lanes.join(", ")));
            }
        }
        self.rows = outcome.figures.iter().map(|figure| row(figure, speech)).collect();
        self.pools = outcome.pools.iter().map(|pool| row(pool, speech)).collect();
        self.says = self.rows.first().map(|row| row.says.clone()).unwrap_or_default();
        let time =
            |seconds: Option<f64>| seconds.map_or_else(|| "–".to_owned(), |seconds| say.duration(&seconds));
        self.waits = outcome
            .steps
            .iter()
            .map(|step| Wait { name: step.name.clone(), today: time(step.today_s), then: time(step.then_s) })
            .collect();
        self.map = drawn(outcome, say).unwrap_or_default();
        let values = [
            ("cases", Value::from(say.language.count(outcome.cases))),
            ("replications", outcome.replications.into()),
        ];
        self.how = say.language.text_with("whatif-how", &values);
        if let Some(promise) = outcome.promise_s {
            self.how =
                format!("{} {}", self.how, say.with("whatif-how-promise", "time", &say.duration(&promise)));
        }
        let key = &self.head.process.key;
        self.command = format!(
            "touchline simulate {key}-what-if.today.bpmn {key}-what-if.today.toml --compare-map {key}-what-if.bpmn \
             --compare {key}-what-if.toml --cases {} --replications {} --seed 1 --start '{}' --json",
            outcome.cases, outcome.replications, outcome.start
        );
    }
}

/// A figure as a row.
pub fn row(compared: &Compared, speech: &Speech<'_>) -> Row {
    let is_pool = !compared.name.is_empty();
    let figure = if is_pool { "utilisation" } else { &*compared.of };
    Row {
        name: if is_pool { compared.name.clone() } else { speech.say.of("whatif-figure-", figure) },
        today: speech.estimate(figure, &compared.today),
        then: speech.estimate(figure, &compared.then),
        delta: speech.difference(figure, &compared.delta),
        says: if is_pool { String::new() } else { speech.sentence(compared) },
        tone: speech.tone(compared),
    }
}

/// How much of a run is done.
fn percent(app: &App, scenario: &Scenario, today: &Today) -> u64 {
    let (Some(cases), Ok(known)) = (app.whatif().cases(scenario.id), &today.known) else { return 0 };
    let of_side = scenario.changes.cases.unwrap_or(known.cases);
    let all = 2 * of_side * scenario.changes.replications.unwrap_or(REPLICATIONS);
    (cases * 100 / all.max(1)).min(99)
}

/// Why there is no result, by what is known now.
fn failure(scenario: &Scenario, today: &Today, say: &Say) -> String {
    match &today.known {
        Err(why) => super::parts::impossible(*why).said(say.language),
        Ok(known) => match scenario.changes.applied(&known.today) {
            Err(wrong) => Refused::Wrong(wrong).said(say.language),
            Ok(_) => say.text("whatif-failed-text"),
        },
    }
}

/// The map as a drawing.
#[derive(Default)]
struct Drawn {
    svg: String,
    says: String,
    /// Identifiers of its steps, in the order in which they are drawn.
    steps: String,
}

/// The scenario's map, each step darker the longer is waited at it, and a sentence about it.
fn drawn(outcome: &Outcome, say: &Say) -> Option<Drawn> {
    let map = map_of(&outcome.then.bpmn)?;
    let wait = |id: &str| outcome.steps.iter().find(|step| step.id == id)?.then_s;
    let longest = map.steps().iter().filter_map(|step| Some((step, wait(&step.id)?)));
    let (step, longest_s) = longest.max_by(|a, b| a.1.total_cmp(&b.1))?;
    let says = say.with2("whatif-map-says", ("step", &step.name), ("time", &say.duration(&longest_s)));
    let figures: Vec<StepFigures> = map
        .steps()
        .iter()
        .map(|step| match wait(&step.id) {
            Some(wait) => StepFigures {
                headline: say.duration(&wait),
                detail: Vec::new(),
                weight: if longest_s > 0.0 { wait / longest_s } else { 0.0 },
            },
            None => StepFigures::default(),
        })
        .collect();
    let text = MapText {
        caption: Caption { title: say.text("whatif-map"), desc: says.clone() },
        line_interaction: say.text("line-interaction"),
        line_visibility: say.text("line-visibility"),
        line_internal: say.text("line-internal"),
    };
    let steps = map.steps().iter().map(|step| &*step.id).collect::<Vec<_>>().join(" ");
    Some(Drawn { svg: draw_heat(&map, &figures, &text, Direction::LeftToRight).to_sized(), says, steps })
}

fn map_of(bpmn: &str) -> Option<CustomerMap> {
    let (document, _) = Document::read(bpmn.as_bytes()).ok()?;
    let (model, _) = Model::read(&document);
    let (extensions, _) = Extensions::read(&document, &model);
    to_map(&model, &extensions).ok().map(|derived| derived.map)
}
