//! One parameter over a range: how a figure follows it, as a curve in its band.

use super::fields::tidy;
use super::parts::{Known, Speech};
use crate::App;
use crate::rooms::processes::Head;
use crate::rooms::whatif::changes::Changes;
use crate::rooms::whatif::parameters::Parameters;
use crate::rooms::whatif::simulation::{self, Estimate, FIGURES};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, Query, State};
use axum::response::Html;
use chart::series::{self, Point, Series};
use chart::{Caption, Estimate as Drawn};
use language::Value;

/// Points of a curve.
const POINTS: usize = 7;

/// Cases of each replication at a point at most: seven of them should take a second or two.
const CASES: u64 = 1_000;

/// How often each point is simulated.
const REPLICATIONS: u64 = 10;

/// Widths that pictures are drawn for, in CSS pixels.
const WIDE: f64 = 680.0;
const NARROW: f64 = 350.0;

/// What is varied, from where to where, and what is looked at.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Wanted {
    #[serde(default)]
    of: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    figure: String,
}

/// Something that can be varied.
struct Choice {
    value: String,
    name: String,
    is_chosen: bool,
}

#[derive(askama::Template)]
#[template(path = "whatif/templates/sweep.html")]
struct Sweep {
    page: Page,
    head: Head,
    parameters: Vec<Choice>,
    figures: Vec<Choice>,
    from: String,
    to: String,
    refused: Option<String>,
    wide: String,
    narrow: String,
    says: String,
    rows: Vec<(String, String)>,
}

/// The page.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.allowed(Right::See)?;
    let say = &visit.say;
    let known = Known::of(&app, &visit, &key).await?;
    let calibration = known.calibration()?.clone();
    let (today, currency) = (&calibration.today, known.today.currency.clone());
    let speech = Speech { say, currency: currency.as_deref() };
    let varied = varied(today, say);
    let of = varied.iter().find(|(value, ..)| *value == wanted.of).or(varied.first());
    let (of, name, now) = of.cloned().unwrap_or_default();
    let figure = FIGURES.into_iter().find(|figure| *figure == wanted.figure).unwrap_or("wait");
    let number =
        |text: &str| text.trim().replace(',', ".").parse::<f64>().ok().filter(|value| value.is_finite());
    let from = number(&wanted.from).unwrap_or(now * 0.5);
    let to = number(&wanted.to).unwrap_or(now * 2.0);
    let step = (to - from) / (POINTS - 1) as f64;
    let values = (0..POINTS).map(|point| from + step * point as f64);
    let points: Vec<(f64, Changes)> =
        values.map(|value| (value, change(&of, value, calibration.cases))).collect();
    let found = if wanted.of.is_empty() {
        Ok(Vec::new())
    } else {
        app.whatif()
            .bench
            .ask(move |progress| simulation::sweep(&calibration, &points, figure, progress))
            .await?
    };
    let (found, refused) = match found {
        Ok(found) => (found, None),
        Err(refused) => (Vec::new(), Some(refused.said(say.language))),
    };
    let says = says(&found, &name, figure, &speech);
    let series = Series {
        caption: Caption { title: say.with("whatif-sweep-of", "name", &name), desc: says.clone() },
        points: found.iter().map(|(at, estimate)| point(*at, estimate, figure, &speech)).collect(),
        ..Series::default()
    };
    let draw = |width| {
        if found.is_empty() {
            String::new()
        } else {
            series::draw(&series, &|value| speech.value(figure, value), width).to_plain()
        }
    };
    let choice = |value: &str, name: String, chosen: &str| Choice {
        value: value.to_owned(),
        name,
        is_chosen: value == chosen,
    };
    let page = Sweep {
        page: visit.page(Place::Map),
        parameters: varied.iter().map(|(value, name, _)| choice(value, name.clone(), &of)).collect(),
        figures: FIGURES.iter().map(|name| choice(name, say.of("whatif-figure-", name), figure)).collect(),
        from: tidy(from),
        to: tidy(to),
        refused,
        wide: draw(WIDE),
        narrow: draw(NARROW),
        rows: found.iter().map(|(at, estimate)| (tidy(*at), told(figure, estimate, &speech))).collect(),
        says,
        head: known.head,
    };
    html(&page)
}

/// What can be varied, with its value today: people, working time in minutes, delay in hours, volume in percent.
fn varied(today: &Parameters, say: &Say) -> Vec<(String, String, f64)> {
    let mut varied = Vec::new();
    for lane in &today.lanes {
        if let Some(people) = &lane.people {
            varied.push((
                format!("people/{}", lane.id),
                say.with("whatif-people-of", "lane", &lane.name),
                people.count,
            ));
        }
    }
    varied.push(("volume".to_owned(), say.text("whatif-volume"), 100.0));
    for (at, step) in today.steps.iter().enumerate().filter(|(at, _)| today.is_staffed(*at)) {
        let work = today.steps[at].work_s / 60.0;
        varied.push((format!("work/{}", step.id), say.with("whatif-work-of", "step", &step.name), work));
        let delay = step.mean_delay_s() / 3_600.0;
        if delay > 0.0 {
            varied.push((
                format!("delay/{}", step.id),
                say.with("whatif-delay-of", "step", &step.name),
                delay,
            ));
        }
    }
    varied
}

fn change(of: &str, value: f64, cases: u64) -> Changes {
    let mut changes =
        Changes { cases: Some(cases.min(CASES)), replications: Some(REPLICATIONS), ..Changes::default() };
    match of.split_once('/') {
        Some(("people", id)) => drop(changes.people.insert(id.to_owned(), value)),
        Some(("work", id)) => drop(changes.work_s.insert(id.to_owned(), value * 60.0)),
        Some(("delay", id)) => drop(changes.delay_s.insert(id.to_owned(), value * 3_600.0)),
        _ => changes.volume = Some(value / 100.0),
    }
    changes
}

fn point(at: f64, estimate: &Estimate, figure: &str, speech: &Speech<'_>) -> Point {
    Point {
        label: tidy(at),
        estimate: estimate.mean.map(|value| {
            let [low, high] = estimate.range.unwrap_or([value, value]);
            Drawn { value, low, high }
        }),
        value_label: told(figure, estimate, speech),
        n: 0,
        n_label: String::new(),
    }
}

fn told(figure: &str, estimate: &Estimate, speech: &Speech<'_>) -> String {
    let said = speech.estimate(figure, estimate);
    if said.range.is_empty() { said.value } else { format!("{} ({})", said.value, said.range) }
}

/// What the curve shows.
fn says(found: &[(f64, Estimate)], name: &str, figure: &str, speech: &Speech<'_>) -> String {
    let known: Vec<(f64, f64)> =
        found.iter().filter_map(|(at, estimate)| Some((*at, estimate.mean?))).collect();
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return String::new() };
    let values = [
        ("name", Value::from(name)),
        ("figure", speech.say.of("whatif-figure-", figure).into()),
        ("from", tidy(first.0).into()),
        ("to", tidy(last.0).into()),
        ("first", speech.value(figure, first.1).into()),
        ("last", speech.value(figure, last.1).into()),
    ];
    let said = speech.say.language.text_with("whatif-sweep-says", &values);
    let grows = found.len() - known.len();
    if grows == 0 { said } else { format!("{said} {}", speech.say.count("whatif-sweep-grows", &grows)) }
}
