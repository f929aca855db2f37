//! A process step by step: waits, work done again, scores, and the ways that are not on the map.

use super::parts::{Head, ScoreView};
use crate::App;
use crate::rooms::processes::flow::{Measured, StepFigures};
use crate::rooms::processes::queries;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, State};
use axum::response::Html;
use language::Value;

struct Row {
    name: String,
    lane: String,
    end: Option<&'static str>,
    cases: String,
    cases_at: String,
    median: String,
    p90: String,
    again: String,
    is_longest: bool,
    is_again_often: bool,
    score: Option<ScoreView>,
}

struct WayRow {
    from: String,
    to: String,
    count: String,
}

#[derive(askama::Template)]
#[template(path = "processes/templates/steps.html")]
struct Steps {
    page: Page,
    head: Head,
    rows: Vec<Row>,
    ways: Vec<WayRow>,
    again_says: String,
    ways_say: String,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let mut db = app.db().read().await?;
    let process = queries::find(&mut db, &key).await?.ok_or(Problem::NotFound)?;
    let figures = queries::measured(&mut db, app.measures(), &process, visit.now()).await?;
    let head = Head::of(&mut db, process, "steps", figures.cases, say).await?;
    let name = |step: usize| head.process.map.steps()[step].name.clone();
    let ways: Vec<WayRow> = figures
        .deviations
        .iter()
        .map(|way| WayRow { from: name(way.from), to: name(way.to), count: say.language.count(way.count) })
        .collect();
    let page = Steps {
        page: visit.page(Place::Map),
        rows: rows(&head, &figures, say),
        again_says: again_says(&head, &figures, say),
        ways_say: ways_say(&figures, say),
        head,
        ways,
    };
    html(&page)
}

/// A share of repetitions from which on it is marked.
const OFTEN: f64 = 0.1;

fn rows(head: &Head, figures: &Measured, say: &Say) -> Vec<Row> {
    let longest = figures.longest_wait().map(|(step, _)| step);
    let map = &head.process.map;
    let row = |(number, step): (usize, &StepFigures)| {
        let known = &map.steps()[number];
        let time = |seconds: Option<f64>| seconds.map_or_else(none, |seconds| say.duration(&seconds));
        let again = share_again(step);
        Row {
            name: known.name.clone(),
            lane: map.lanes()[known.lane].name.clone(),
            end: match known.kind {
                bpmn::map::StepKind::End { good: true } => Some("good"),
                bpmn::map::StepKind::End { good: false } => Some("bad"),
                _ => None,
            },
            cases: say.language.count(step.cases),
            cases_at: format!("{}&step={}", head.cases, known.id),
            median: time(step.wait.map(|wait| wait.median_s)),
            p90: time(step.wait.map(|wait| wait.p90_s)),
            again: again.map_or_else(none, |share| say.language.percent(share, 0)),
            is_longest: longest == Some(number),
            is_again_often: again.is_some_and(|share| share >= OFTEN),
            score: ScoreView::of(&step.nps, say),
        }
    };
    figures.steps.iter().enumerate().map(row).collect()
}

fn none() -> String {
    "–".to_owned()
}

/// Share of a step's cases that came to it again, if any did.
fn share_again(step: &StepFigures) -> Option<f64> {
    (step.again > 0).then(|| step.again as f64 / step.cases as f64)
}

fn again_says(head: &Head, figures: &Measured, say: &Say) -> String {
    let Some(number) = figures.most_again() else { return say.text("process-again-none") };
    let step = &figures.steps[number];
    let values = [
        ("step", Value::from(&head.process.map.steps()[number].name)),
        ("share", say.language.percent(share_again(step).unwrap_or_default(), 0).into()),
        ("n", step.again.into()),
        ("all", step.cases.into()),
    ];
    say.language.text_with("process-again-says", &values)
}

fn ways_say(figures: &Measured, say: &Say) -> String {
    let (on, off) = figures.moves();
    if off == 0 {
        return say.text("process-ways-none");
    }
    let values = [
        ("share", Value::from(say.language.percent(off as f64 / (on + off) as f64, 1))),
        ("n", off.into()),
        ("all", (on + off).into()),
    ];
    say.language.text_with("process-ways-say", &values)
}
