//! Making a scenario and changing it: a form that holds today, and says what is wrong without losing anything.

use super::fields::{self, Filled};
use super::parts::Known;
use crate::App;
use crate::rooms::processes::Head;
use crate::rooms::whatif::changes::{Changes, DAYS, MAX_NAME, Wrong};
use crate::rooms::whatif::kit::Names;
use crate::rooms::whatif::model::Scenario;
use crate::rooms::whatif::parameters::Parameters;
use crate::rooms::whatif::simulation::{self, Refused};
use crate::rooms::whatif::{commands, queries};
use crate::web::{Form, Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use uuid::Uuid;

/// Fields of a lane.
struct LaneRow {
    id: String,
    name: String,
    people: String,
    hours: String,
    cost: String,
    extra: Vec<(&'static str, String)>,
    has_extra: bool,
}

/// Fields of a step.
struct StepRow {
    id: String,
    name: String,
    lane: String,
    is_staffed: bool,
    work: String,
    delay: String,
    patience: String,
    is_removed: bool,
}

/// Fields of the ways from a step.
struct Fork {
    name: String,
    ways: Vec<(String, String, String)>,
}

/// What is wrong, and the field to mend.
struct Fault {
    field: String,
    text: String,
}

#[derive(askama::Template)]
#[template(path = "whatif/templates/edit.html")]
struct Edit {
    page: Page,
    head: Head,
    action: String,
    back: String,
    is_new: bool,
    name: String,
    version: u64,
    filled: Filled,
    lanes: Vec<LaneRow>,
    all_lanes: Vec<(String, String)>,
    steps: Vec<StepRow>,
    forks: Vec<Fork>,
    added: Vec<String>,
    faults: Vec<Fault>,
    most: usize,
    usual_cases: u64,
}

impl Edit {
    /// What stands in a field.
    fn field(&self, name: &str) -> &str {
        self.filled.get(name).map_or("", String::as_str)
    }

    /// Whether a field is wrong.
    fn is_wrong(&self, name: &str) -> bool {
        self.faults.iter().any(|fault| fault.field == name)
    }
}

/// A new scenario.
pub async fn start(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    let known = Known::of(&app, &visit, &key).await?;
    let filled = fields::filled(&known.calibration()?.today, &Changes::default());
    page(&visit, known, None, filled, Vec::new())
}

/// Keeps it, and has it simulated.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let by = visit.allowed(Right::Design)?.in_journal();
    let known = Known::of(&app, &visit, &key).await?;
    let form: Filled = form.into_iter().collect();
    let (name, changes) = match read(&known, &[], &form, &visit.say)? {
        Ok(read) => read,
        Err(faults) => return again(&visit, known, None, form, faults),
    };
    let (process, now) = (known.head.process.clone(), visit.now());
    let id = process.id;
    let made = app
        .db()
        .write(move |tx| Box::pin(async move { commands::add(tx, id, (&name, changes), by, now).await }))
        .await?;
    commands::ask(&app, &process, made.id, now).await?;
    Ok(Redirect::to(&format!("/processes/{key}/what-if/{}", made.id)).into_response())
}

/// A scenario to be changed.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((key, id)): Path<(String, Uuid)>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::Design)?;
    let known = Known::of(&app, &visit, &key).await?;
    let scenario = queries::find(&mut app.db().read().await?, &known.head.process, id).await?;
    let filled = fields::filled(&known.calibration()?.today, &scenario.changes);
    page(&visit, known, Some(&scenario), filled, Vec::new())
}

/// Changes it, and has it simulated.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path((key, id)): Path<(String, Uuid)>,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let by = visit.allowed(Right::Design)?.in_journal();
    let known = Known::of(&app, &visit, &key).await?;
    let form: Filled = form.into_iter().collect();
    let scenario = queries::find(&mut app.db().read().await?, &known.head.process, id).await?;
    let (name, changes) = match read(&known, &scenario.changes.added, &form, &visit.say)? {
        Ok(read) => read,
        Err(faults) => return again(&visit, known, Some(&scenario), form, faults),
    };
    let version = form.get("version").and_then(|version| version.parse().ok()).unwrap_or(0);
    let (process, now) = (known.head.process.clone(), visit.now());
    let changed = Scenario { name, changes, version, ..scenario.clone() };
    let kept =
        app.db().write(move |tx| Box::pin(async move { commands::change(tx, changed, by, now).await })).await;
    match kept {
        Ok(()) => {}
        Err(Problem::Conflict(text)) => {
            let fault = Fault { field: String::new(), text: text.said(visit.say.language) };
            let page = page(&visit, known, Some(&scenario), form, vec![fault])?;
            return Ok((StatusCode::CONFLICT, page).into_response());
        }
        Err(problem) => return Err(problem),
    }
    commands::ask(&app, &process, id, now).await?;
    Ok(Redirect::to(&format!("/processes/{key}/what-if/{id}")).into_response())
}

/// Name and changes of a form, or everything that is wrong: what a simulation would refuse is refused here.
fn read(
    known: &Known,
    before: &[crate::rooms::whatif::changes::Added],
    form: &Filled,
    say: &Say,
) -> Result<Result<(String, Changes), Vec<Fault>>, Problem> {
    let today = &known.calibration()?.today;
    let fault = |wrong: &Wrong| Fault { field: wrong.field.clone(), text: wrong.said(say.language) };
    let name = match commands::named(form.get("name").map_or("", String::as_str)) {
        Ok(name) => name,
        Err(Problem::Invalid(text)) => {
            return Ok(Err(vec![Fault { field: "name".into(), text: text.said(say.language) }]));
        }
        Err(problem) => return Err(problem),
    };
    let changes = match fields::changes(today, before, form) {
        Ok(changes) => changes,
        Err(wrong) => return Ok(Err(wrong.iter().map(fault).collect())),
    };
    let held = changes.applied(today).map_err(Refused::Wrong).and_then(|parameters| {
        let key = &*known.head.process.key;
        simulation::ready(&parameters, Names { key, process: key, scenario: "" })
    });
    Ok(match held {
        Ok(_) => Ok((name, changes)),
        Err(Refused::Wrong(wrong)) => Err(wrong.iter().map(fault).collect()),
        Err(refused) => Err(vec![Fault { field: String::new(), text: refused.said(say.language) }]),
    })
}

fn again(
    visit: &Visit,
    known: Known,
    scenario: Option<&Scenario>,
    form: Filled,
    faults: Vec<Fault>,
) -> Result<Response, Problem> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(visit, known, scenario, form, faults)?).into_response())
}

fn page(
    visit: &Visit,
    known: Known,
    scenario: Option<&Scenario>,
    mut filled: Filled,
    faults: Vec<Fault>,
) -> Result<Html<String>, Problem> {
    let calibration = known.calibration()?;
    let today = &calibration.today;
    let at = format!("/processes/{}/what-if", known.head.process.key);
    let name =
        filled.remove("name").or_else(|| scenario.map(|scenario| scenario.name.clone())).unwrap_or_default();
    let back = scenario.map_or_else(|| at.clone(), |scenario| format!("{at}/{}", scenario.id));
    let field = |name: &str| filled.get(name).cloned().unwrap_or_default();
    let (lanes, steps) = (lanes(today, &field), steps(today, &filled));
    let forks = forks(today, &field);
    let usual_cases = calibration.cases;
    let all_lanes = today.lanes.iter().map(|lane| (lane.id.clone(), lane.name.clone())).collect();
    let page = Edit {
        page: visit.page(Place::Map),
        action: scenario.map_or_else(|| format!("{at}/new"), |scenario| format!("{at}/{}/edit", scenario.id)),
        back,
        is_new: scenario.is_none(),
        name,
        version: scenario.map_or(0, |scenario| scenario.version),
        lanes,
        all_lanes,
        steps,
        forks,
        added: scenario.map_or_else(Vec::new, |scenario| {
            scenario.changes.added.iter().map(|added| added.name.clone()).collect()
        }),
        faults,
        most: MAX_NAME,
        usual_cases,
        filled,
        head: known.head,
    };
    html(&page)
}

fn lanes(today: &Parameters, field: &dyn Fn(&str) -> String) -> Vec<LaneRow> {
    let row = |lane: &crate::rooms::whatif::parameters::Lane| {
        let id = &lane.id;
        let extra: Vec<(&'static str, String)> =
            DAYS.iter().map(|day| (*day, field(&format!("extra/{id}/{day}")))).collect();
        LaneRow {
            id: id.clone(),
            name: lane.name.clone(),
            people: field(&format!("people/{id}")),
            hours: field(&format!("hours/{id}")),
            cost: field(&format!("cost/{id}")),
            has_extra: extra.iter().any(|(_, count)| !matches!(&**count, "0" | "")),
            extra,
        }
    };
    today.lanes.iter().filter(|lane| lane.people.is_some()).map(row).collect()
}

fn steps(today: &Parameters, filled: &Filled) -> Vec<StepRow> {
    let field = |name: String| filled.get(&name).cloned().unwrap_or_default();
    let row = |(at, step): (usize, &crate::rooms::whatif::parameters::Step)| {
        let id = &step.id;
        StepRow {
            id: id.clone(),
            name: step.name.clone(),
            lane: field(format!("lane/{id}")),
            is_staffed: today.is_staffed(at),
            work: field(format!("work/{id}")),
            delay: field(format!("delay/{id}")),
            patience: field(format!("patience/{id}")),
            is_removed: filled.contains_key(&format!("remove/{id}")),
        }
    };
    today.steps.iter().enumerate().filter(|(_, step)| !step.kind.is_end()).map(row).collect()
}

fn forks(today: &Parameters, field: &dyn Fn(&str) -> String) -> Vec<Fork> {
    let fork = |(at, step): (usize, &crate::rooms::whatif::parameters::Step)| {
        let ways: Vec<_> = today
            .ways_from(at)
            .map(|way| {
                let to = &today.steps[way.to];
                let name = format!("share/{}/{}", step.id, to.id);
                (name.clone(), to.name.clone(), field(&name))
            })
            .collect();
        (ways.len() > 1).then(|| Fork { name: step.name.clone(), ways })
    };
    today.steps.iter().enumerate().filter_map(fork).collect()
}
