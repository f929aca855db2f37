//! A process: a view of its map with what was measured, the tracks under it, and what is promised.

use super::drawing::{self, Cut, Look};
use super::figures::Shown;
use super::tracks::{Tracks, stations};
use super::upright::{Line, upright};
use super::{emotions, value_stream};
use crate::App;
use crate::rooms::blueprints::known::Known;
use crate::rooms::processes::{Head, Measured, Process};
use crate::rooms::{promises, settings};
use crate::web::{Page, Place, Problem, Right, Say, Visit, html};
use axum::extract::{Path, Query, State};
use axum::response::Html;
use bpmn::map::Visibility;
use bpmn::view::{Preset, Track, View};
use language::Value;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the map is to show; words that mean nothing are passed over.
#[derive(serde::Deserialize)]
pub struct Wanted {
    #[serde(default)]
    show: String,
    #[serde(default)]
    view: String,
    #[serde(default)]
    chart: String,
    tracks: Option<String>,
    #[serde(default)]
    ways: String,
}

/// A figure at the top of the page.
pub(super) struct Tile {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) value: String,
    pub(super) unit: String,
    pub(super) note: String,
}

/// A choice of what the map shows.
struct Choice {
    name: String,
    address: String,
    is_chosen: bool,
}

#[derive(askama::Template)]
#[template(path = "blueprints/templates/map.html")]
struct Show {
    page: Page,
    head: Head,
    tiles: Vec<Tile>,
    views: Vec<Choice>,
    lanes: Vec<Choice>,
    charts: Vec<Choice>,
    tracks: Vec<Choice>,
    figures: Vec<Choice>,
    ways: Vec<Choice>,
    shown: Shown,
    picture: Arc<String>,
    steps: Vec<Line>,
    says: Says,
    stream: Option<value_stream::Stream>,
    promise: Option<PromiseView>,
    deviations: Option<String>,
    has_cases: bool,
    has_curve: bool,
}

/// The sentence that matters most, around a link to what it speaks of.
pub(super) struct Says {
    pub(super) text: String,
    pub(super) link: Option<(String, String)>,
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
    let known = Known::of(&app, &mut db, &key, visit.now()).await?;
    let all = promises::list(&mut db).await?;
    let names: BTreeMap<String, String> =
        all.iter().map(|promise| (promise.key.clone(), promise.name.clone())).collect();
    let promise = all.into_iter().find(|promise| Some(&promise.key) == known.process.promise.as_ref());
    let organisation = settings::organisation(&mut db).await?.unwrap_or_default();
    let head = Head::of(&mut db, known.process.clone(), "map", known.figures.cases, say).await?;
    let promise = promise.map(|promise| {
        let hours = promise.target.as_secs_f64() / 3600.0;
        PromiseView {
            target: say.with("process-promise-hours", "hours", &say.language.number(hours, 0)),
            name: promise.name,
            sentence: promise.sentence,
            amount: (promise.compensation_cents > 0).then(|| say.money(promise.compensation_cents)),
        }
    });
    let (look, preset) = wanted.look(&known);
    let cut = drawing::cut(&known, &look, &organisation);
    let tracks = Tracks::of(&known, &look.tracks, &names, say);
    let says = says(&head, &known, &look, &cut, say);
    let name = format!("{key} {} {}", look.name(), say.code());
    let pictures = &app.blueprints().pictures;
    let draw = || drawing::draw(&known, &cut, &look, &tracks, &says.text, say);
    let picture = pictures.get(&name, known.mark).unwrap_or_else(|| pictures.put(&name, known.mark, draw()));
    let page = Show {
        page: visit.page(Place::Map),
        tiles: tiles(&head, &known.figures, promise.as_ref(), say),
        views: views(&look, preset, say),
        lanes: lanes(&known, &look),
        charts: charts(&known, preset, say),
        tracks: track_choices(&look, preset, say),
        figures: figure_choices(&look, preset, say),
        ways: ways(&known, &look, say),
        shown: look.figures,
        steps: upright(&known, &cut, &tracks, look.figures, say),
        stream: (look.view == View::ValueStream)
            .then(|| value_stream::Stream::of(&known, &stations(&known), say)),
        deviations: deviations(&head.process, &known.figures, say),
        has_cases: known.figures.cases > 0,
        has_curve: look.tracks.contains(&Track::Emotion),
        picture,
        head,
        says,
        promise,
    };
    html(&page)
}

impl Wanted {
    /// What is looked at, and under which of the four charts' names.
    fn look(&self, known: &Known) -> (Look, Option<Preset>) {
        let preset = Preset::read(&self.chart);
        let lanes = known.process.map.lanes();
        let back = lanes.iter().find(|lane| lane.visibility == Visibility::Back);
        let job = back.or(lanes.last()).map(|lane| lane.id.as_str());
        let view = match preset {
            Some(preset) => preset.view(job),
            None => self.view.parse().unwrap_or_default(),
        };
        // A lane that the map does not have any longer.
        let view = match view {
            View::Department(id) if !lanes.iter().any(|lane| lane.id == id) => View::default(),
            view => view,
        };
        let usual = preset.map_or(view.tracks(), Preset::tracks);
        let tracks = self.tracks.as_deref().map_or_else(|| usual.to_vec(), Track::read);
        let is_logical = preset == Some(Preset::Logical);
        let ways = self.ways.split(',').filter_map(|way| way.trim().parse().ok()).take(100).collect();
        (Look { view, tracks, figures: Shown::read(&self.show), is_logical, ways }, preset)
    }
}

/// The address of a look.
fn address(look: &Look, preset: Option<Preset>) -> String {
    let words = |tracks: &[Track]| tracks.iter().map(|track| track.as_str()).collect::<Vec<_>>().join(",");
    let mut parts = vec![match preset {
        Some(preset) => format!("chart={}", preset.as_str()),
        None => format!("view={}", look.view),
    }];
    if look.figures != Shown::Times {
        parts.push(format!("show={}", look.figures.as_str()));
    }
    if look.tracks != preset.map_or(look.view.tracks(), Preset::tracks) {
        parts.push(format!("tracks={}", words(&look.tracks)));
    }
    if !look.ways.is_empty() {
        let ways: Vec<String> = look.ways.iter().map(usize::to_string).collect();
        parts.push(format!("ways={}", ways.join(",")));
    }
    format!("?{}", parts.join("&"))
}

fn views(look: &Look, preset: Option<Preset>, say: &Say) -> Vec<Choice> {
    let all =
        [View::Blueprint, View::Customer, View::Unit, View::ValueStream, View::Emotions, View::Competitors];
    let choice = |view: View| Choice {
        name: say.of("view-", view.word()),
        is_chosen: preset.is_none() && view == look.view,
        address: format!("?view={view}"),
    };
    all.into_iter().map(choice).collect()
}

fn lanes(known: &Known, look: &Look) -> Vec<Choice> {
    let lanes = known.process.map.lanes().iter().filter(|lane| lane.visibility != Visibility::Customer);
    let choice = |lane: &bpmn::map::Lane| {
        let view = View::Department(lane.id.clone());
        Choice { name: lane.name.clone(), is_chosen: view == look.view, address: format!("?view={view}") }
    };
    lanes.map(choice).collect()
}

fn charts(known: &Known, chosen: Option<Preset>, say: &Say) -> Vec<Choice> {
    let has_back = known.process.map.lanes().len() > 1;
    let choice = |preset: Preset| Choice {
        name: say.of("chart-", preset.as_str()),
        is_chosen: chosen == Some(preset),
        address: format!("?chart={}", preset.as_str()),
    };
    Preset::ALL.into_iter().filter(|&preset| has_back || preset != Preset::Job).map(choice).collect()
}

fn track_choices(look: &Look, preset: Option<Preset>, say: &Say) -> Vec<Choice> {
    let choice = |track: Track| {
        let is_chosen = look.tracks.contains(&track);
        let tracks =
            Track::ALL.into_iter().filter(|other| look.tracks.contains(other) != (*other == track)).collect();
        let other = Look { tracks, ..look.clone() };
        Choice { name: say.of("track-", track.as_str()), address: address(&other, preset), is_chosen }
    };
    if look.view == View::Unit { Vec::new() } else { Track::ALL.into_iter().map(choice).collect() }
}

fn figure_choices(look: &Look, preset: Option<Preset>, say: &Say) -> Vec<Choice> {
    let choice = |figures: Shown| Choice {
        name: say.of("process-show-", figures.as_str()),
        is_chosen: figures == look.figures,
        address: address(&Look { figures, ..look.clone() }, preset),
    };
    Shown::ALL.into_iter().map(choice).collect()
}

/// The ways of ordering, each of which can be switched on and off.
fn ways(known: &Known, look: &Look, say: &Say) -> Vec<Choice> {
    if look.view != View::Unit {
        return Vec::new();
    }
    let choice = |(number, scenario): (usize, &bpmn::extension::Scenario)| {
        let is_chosen = look.ways.contains(&number);
        let mut ways: Vec<usize> = look.ways.iter().copied().filter(|&way| way != number).collect();
        if !is_chosen {
            ways.push(number);
            ways.sort_unstable();
        }
        let channel = scenario.channel.clone().unwrap_or_else(|| say.text("scenarios-any-channel"));
        Choice {
            name: format!("{} · {channel}", scenario.name),
            address: address(&Look { ways, ..look.clone() }, None),
            is_chosen,
        }
    };
    known.blueprint().process.scenarios.iter().enumerate().map(choice).collect()
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

/// What the view shows, in a sentence.
fn says(head: &Head, known: &Known, look: &Look, cut: &Cut, say: &Say) -> Says {
    let language = say.language;
    let plain = |key: &str, values: &[(&'static str, Value<'_>)]| Says {
        text: language.text_with(key, values),
        link: None,
    };
    let steps = cut.map.steps().len();
    match &look.view {
        View::Customer => plain(
            "view-says-customer",
            &[("n", steps.into()), ("all", known.process.map.steps().len().into())],
        ),
        View::Unit => plain("view-says-unit", &[("n", cut.steps.iter().flatten().count().into())]),
        View::Department(id) => {
            let lane = known.process.map.lanes().iter().find(|lane| lane.id == *id);
            let name = lane.map_or("", |lane| lane.name.as_str());
            let own = known.process.map.steps().iter();
            let own = own.filter(|step| known.process.map.lanes()[step.lane].id == *id).count();
            let key =
                if cut.unseen.is_empty() { "view-says-department" } else { "view-says-department-unseen" };
            plain(key, &[("lane", name.into()), ("n", own.into()), ("unseen", cut.unseen.len().into())])
        }
        View::ValueStream => {
            let text = value_stream::Stream::of(known, &stations(known), say).says;
            Says { text, link: None }
        }
        View::Emotions => Says {
            text: emotions::says(known, say),
            link: Some((say.text("view-emotions-all"), format!("/processes/{}/emotions", known.process.key))),
        },
        View::Competitors => Says {
            text: super::competitors::says(known, say),
            link: Some((
                say.text("view-competitors-all"),
                format!("/processes/{}/competitors", known.process.key),
            )),
        },
        View::Blueprint => {
            let Some((step, wait)) = known.figures.longest_wait() else {
                return plain("process-map-plain", &[]);
            };
            let step = &head.process.map.steps()[step];
            let values = [
                ("step", Value::from(&step.name)),
                ("median", say.duration(&wait.median_s).into()),
                ("p90", say.duration(&wait.p90_s).into()),
            ];
            Says {
                text: language.text_with("process-map-says", &values),
                link: Some((
                    say.with("process-map-says-cases", "step", &step.name),
                    format!("{}&step={}", head.cases, step.id),
                )),
            }
        }
    }
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
