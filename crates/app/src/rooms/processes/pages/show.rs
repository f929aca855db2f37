//! A process: its map with figures, what is promised, and how that was kept.

use super::parts::Head;
use super::picture::{Picture, Shown, picture};
use crate::App;
use crate::rooms::processes::flow::Measured;
use crate::rooms::processes::model::Process;
use crate::rooms::processes::queries;
use crate::rooms::promises;
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, Query, State};
use axum::response::Html;
use language::Value;

/// Currency of the organisation's amounts.
const CURRENCY: &str = "EUR";

/// What the map is to show.
#[derive(serde::Deserialize)]
pub struct Wanted {
    #[serde(default)]
    show: String,
}

/// A figure at the top of the page.
struct Tile {
    name: String,
    address: String,
    value: String,
    unit: String,
    note: String,
}

#[derive(askama::Template)]
#[template(path = "processes/templates/show.html")]
struct Show {
    page: Page,
    head: Head,
    tiles: Vec<Tile>,
    shown: Shown,
    picture: Picture,
    says: Option<Says>,
    promise: Option<PromiseView>,
    deviations: Option<String>,
    has_cases: bool,
}

/// The sentence that matters most, around a link to the cases that it speaks of.
struct Says {
    text: String,
    step: String,
    address: String,
}

struct PromiseView {
    name: String,
    target: String,
    sentence: String,
    amount: Option<String>,
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
    let mut db = app.db().read().await?;
    let process = queries::find(&mut db, &key).await?.ok_or(Problem::NotFound)?;
    let figures = queries::measured(&mut db, app.measures(), &process, visit.now()).await?;
    let promise = match &process.promise {
        Some(key) => promises::find(&mut db, key).await?,
        None => None,
    };
    let head = Head::of(&mut db, process, "map", figures.cases, say).await?;
    let shown = Shown::read(&wanted.show);
    let promise = promise.map(|promise| {
        let amount = promise.compensation_cents as f64 / 100.0;
        let hours = promise.target.as_secs_f64() / 3600.0;
        PromiseView {
            target: say.with("process-promise-hours", "hours", &say.language.number(hours, 0)),
            name: promise.name,
            sentence: promise.sentence,
            amount: (promise.compensation_cents > 0).then(|| say.language.money(amount, CURRENCY)),
        }
    });
    let says = says(&head, &figures, say);
    let caption = says.as_ref().map_or_else(|| say.text("process-map-plain"), |says| says.text.clone());
    let page = Show {
        page: visit.page(Place::Map),
        tiles: tiles(&head, &figures, promise.as_ref(), say),
        picture: picture(&head.process.map, &figures, shown, &caption, say),
        deviations: deviations(&head.process, &figures, say),
        has_cases: figures.cases > 0,
        head,
        shown,
        says,
        promise,
    };
    html(&page)
}

fn tiles(head: &Head, figures: &Measured, promise: Option<&PromiseView>, say: &Say) -> Vec<Tile> {
    let language = say.language;
    let mut tiles = vec![Tile {
        name: say.text("process-tile-cases"),
        address: head.cases.clone(),
        value: language.count(figures.cases),
        unit: String::new(),
        note: say.count("process-tile-open", &(figures.open as usize)),
    }];
    if let Some(lead) = figures.lead {
        tiles.push(Tile {
            name: say.text("process-tile-lead"),
            address: format!("{}&sort=lead", head.cases),
            value: say.duration(&lead.median_s),
            unit: String::new(),
            note: say.with("process-tile-lead-note", "time", &say.duration(&lead.p90_s)),
        });
    }
    if let (Some(share), Some(range)) = (figures.promise.share(), figures.promise.ci95()) {
        let values = [
            ("broken", Value::from(figures.promise.n - figures.promise.hits)),
            ("n", figures.promise.n.into()),
            ("low", language.percent(range.low, 0).into()),
            ("high", language.percent(range.high, 0).into()),
        ];
        tiles.push(Tile {
            name: promise.map_or_else(
                || say.text("process-tile-promise"),
                |promise| say.with("process-tile-promise-of", "target", &promise.target),
            ),
            address: format!("{}&late=1", head.cases),
            value: language.percent(share, 0),
            unit: String::new(),
            note: language.text_with("process-tile-promise-note", &values),
        });
    }
    if let (Some(score), Some(range)) = (figures.nps.score(), figures.nps.ci95_score()) {
        let values = [
            ("n", Value::from(figures.nps.n())),
            ("low", language.signed(range.low, 0).into()),
            ("high", language.signed(range.high, 0).into()),
        ];
        tiles.push(Tile {
            name: say.text("process-tile-score"),
            address: format!("/feedback/{}", head.process.key),
            value: language.signed(score, 0),
            unit: "NPS".to_owned(),
            note: language.text_with("process-tile-score-note", &values),
        });
    }
    tiles
}

fn says(head: &Head, figures: &Measured, say: &Say) -> Option<Says> {
    let (step, wait) = figures.longest_wait()?;
    let step = &head.process.map.steps()[step];
    let values = [
        ("step", Value::from(&step.name)),
        ("median", say.duration(&wait.median_s).into()),
        ("p90", say.duration(&wait.p90_s).into()),
    ];
    Some(Says {
        text: say.language.text_with("process-map-says", &values),
        step: step.name.clone(),
        address: format!("{}&step={}", head.cases, step.id),
    })
}

/// How often cases went where the map does not.
fn deviations(process: &Process, figures: &Measured, say: &Say) -> Option<String> {
    let first = figures.deviations.first()?;
    let (on, off) = figures.moves();
    let name = |step: usize| process.map.steps()[step].name.as_str();
    let values = [
        ("share", Value::from(say.language.percent(off as f64 / (on + off) as f64, 1))),
        ("from", name(first.from).into()),
        ("to", name(first.to).into()),
        ("n", first.count.into()),
    ];
    Some(say.language.text_with("process-deviations", &values))
}
