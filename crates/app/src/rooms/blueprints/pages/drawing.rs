//! A view of a map as a drawing: which steps it shows, what stands in them, and the tracks below.

use super::figures::{Shown as Figures, flow_figures, step_figures};
use super::tracks::Tracks;
use crate::rooms::blueprints::known::Known;
use crate::web::Say;
use bpmn::map::CustomerMap;
use bpmn::view::{self, LineOfVision, Track, View};
use chart::Caption;
use chart::map::{FlowFigures, Frame, MapText, StepFigures, draw_framed};

/// What is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// The view.
    pub view: View,
    /// The tracks below it.
    pub tracks: Vec<Track>,
    /// The figures in its steps.
    pub figures: Figures,
    /// Whether systems are left out, as a logical chart does.
    pub is_logical: bool,
    /// Of the single unit: the scenarios whose ways are shown, by number; none stands for all.
    pub ways: Vec<usize>,
}

impl Look {
    /// A name for what is remembered.
    pub fn name(&self) -> String {
        let tracks: Vec<&str> = self.tracks.iter().map(|track| track.as_str()).collect();
        let (view, figures, ways) = (&self.view, self.figures.as_str(), &self.ways);
        format!("{view} {} {figures} {} {ways:?}", tracks.join(","), self.is_logical)
    }
}

/// The part of a map that a view shows.
#[derive(Debug, Clone)]
pub struct Cut {
    /// The map.
    pub map: CustomerMap,
    /// The step of the whole map that each step stands for; none for the organisation as one box.
    pub steps: Vec<Option<usize>>,
    /// The flow of the whole map that each flow stands for.
    pub flows: Vec<Option<usize>>,
    /// Steps without a way to the customer, by their index in the whole map.
    pub unseen: Vec<usize>,
}

impl From<view::Shown> for Cut {
    fn from(shown: view::Shown) -> Self {
        let steps = shown.steps.into_iter().map(Some).collect();
        Self { map: shown.map, steps, flows: shown.flows, unseen: Vec::new() }
    }
}

/// Cuts the map as the view asks; where nothing would be left, the whole stays.
pub fn cut(known: &Known, look: &Look, organisation: &str) -> Cut {
    let map = &known.process.map;
    let whole = || Cut::from(view::Shown::all(map));
    match &look.view {
        View::Blueprint if look.is_logical => view::without_systems(map).map_or_else(|_| whole(), Cut::from),
        View::Blueprint => whole(),
        View::Customer | View::Emotions | View::Competitors => {
            view::customer(map).map_or_else(|_| whole(), Cut::from)
        }
        View::Department(lane) => LineOfVision::of(map, lane).map_or_else(whole, |vision| {
            let unseen = vision.unseen().collect();
            vision.shown(map).map_or_else(|_| whole(), |shown| Cut { unseen, ..Cut::from(shown) })
        }),
        View::ValueStream => {
            let way = known.way();
            view::Shown::keep(map, |step| way.contains(&step)).map_or_else(|_| whole(), Cut::from)
        }
        View::Unit => {
            let scenarios = &known.blueprint().process.scenarios;
            let chosen = || look.ways.iter().filter_map(|&way| scenarios.get(way));
            let on_way = |step: usize| {
                let id = &map.steps()[step].id;
                look.ways.is_empty() || chosen().any(|scenario| scenario.steps.contains(id))
            };
            view::unit(map, organisation, on_way).map_or_else(
                |_| whole(),
                |unit| {
                    let mut steps: Vec<Option<usize>> = unit.steps.into_iter().map(Some).collect();
                    steps.resize(unit.map.steps().len(), None);
                    let flows = vec![None; unit.map.flows().len()];
                    Cut { map: unit.map, steps, flows, unseen: Vec::new() }
                },
            )
        }
    }
}

/// Draws the view; `says` is what it shows, in a sentence.
pub fn draw(known: &Known, cut: &Cut, look: &Look, tracks: &Tracks, says: &str, say: &Say) -> String {
    let figures = &known.figures;
    let steps: Vec<StepFigures> = cut
        .steps
        .iter()
        .map(|origin| {
            let Some(step) = *origin else { return StepFigures::default() };
            let mut shown = step_figures(&figures.steps[step], figures.cases, look.figures, say);
            if cut.unseen.contains(&step) {
                shown.detail.push(say.text("view-unseen"));
            }
            shown
        })
        .collect();
    let flows: Vec<FlowFigures> = cut
        .flows
        .iter()
        .map(|origin| flow_figures(origin.and_then(|flow| figures.flows[flow].as_ref()), look.figures, say))
        .collect();
    let text = MapText {
        caption: Caption { title: say.text("process-map-title"), desc: says.to_owned() },
        line_interaction: say.text("line-interaction"),
        line_visibility: say.text("line-visibility"),
        line_internal: say.text("line-internal"),
    };
    let said = |origin: &Option<usize>| origin.map(|step| &known.blueprint().steps()[step]);
    let heading =
        |origin: &Option<usize>| said(origin).and_then(|said| said.phase.clone()).unwrap_or_default();
    let link = |origin: &Option<usize>| origin.map_or_else(String::new, |step| known.cases_at(step));
    let frame = Frame {
        headings: cut.steps.iter().map(heading).collect(),
        links: cut.steps.iter().map(link).collect(),
        tracks: tracks.drawn(cut),
    };
    draw_framed(&cut.map, &steps, &flows, &text, &frame).to_sized()
}
