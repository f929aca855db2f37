//! The views of a customer process that a BPMN file holds, drawn.

use bpmn::customer::{Derived, around_lane, seen_by_customer, to_map};
use bpmn::extension::{Emotion, StepExtension};
use bpmn::map::{CustomerMap, MapProblem, Visibility};
use bpmn::model::ProcessIx;
use bpmn::view;
use chart::map::{Frame, MapText, Rung, Track, Values, Word, draw_framed};
use chart::{Caption, Svg};
use language::Language;
use report::wording;

use crate::failure::Failure;
use crate::formats::View;
use crate::modelfile::ModelFile;
use crate::output;

/// A view, ready to be drawn.
struct Cut {
    map: CustomerMap,
    /// Identifiers of steps that are not on it because no case can come to them.
    left_out: Vec<String>,
    tracks: Vec<Track>,
}

/// Draws a view; steps that are not on it because no case can come to them are named on standard error.
pub fn picture(language: Language, file: &ModelFile, view: &View) -> Result<Svg, Failure> {
    let whole = to_map(&file.model, &file.extensions)
        .map_err(|problems| Failure::input(why(language, &file.name, &problems)))?;
    let Cut { map, left_out, tracks } = cut(language, file, view, whole)?;
    if !left_out.is_empty() {
        let names: Vec<String> = left_out.iter().map(|id| name(file, id).to_owned()).collect();
        let values = [("steps", wording::list(language, &names).into())];
        output::tell(&language.text_with("view-left-out", &values));
    }
    let headings = said(file, &map, |said| said.phase.clone().unwrap_or_default());
    let frame = Frame { headings, links: Vec::new(), tracks };
    Ok(draw_framed(&map, &[], &[], &text(language, file, &map), &frame))
}

/// Cuts the whole map as the view asks.
fn cut(language: Language, file: &ModelFile, view: &View, whole: Derived) -> Result<Cut, Failure> {
    let refused = |what: String| Failure::input(format!("{}: {what}", file.name));
    let no_customer = |_| refused(language.text("view-customer-empty"));
    let plain = |Derived { map, left_out }: Derived| Cut { map, left_out, tracks: Vec::new() };
    Ok(match view {
        View::Blueprint => plain(whole),
        View::Customer => plain(seen_by_customer(&whole.map).map_err(no_customer)?),
        View::Department(name) => {
            let lane = lane(language, &whole.map, name)?;
            plain(around_lane(&whole.map, lane).map_err(|_| {
                let values = &[("name", whole.map.lanes()[lane].name.as_str().into())];
                refused(language.text_with("view-department-empty", values))
            })?)
        }
        View::Unit => {
            let organisation = organisation(file, &whole.map);
            let unit = view::unit(&whole.map, &organisation, |_| true).map_err(no_customer)?;
            Cut { map: unit.map, left_out: whole.left_out, tracks: Vec::new() }
        }
        View::ValueStream => {
            let way = view::usual_way(&whole.map, &[]);
            let shown = view::Shown::keep(&whole.map, |step| way.contains(&step));
            let map = shown.map_or(whole.map, |shown| shown.map);
            Cut { tracks: vec![times(language, file, &map)], map, left_out: whole.left_out }
        }
        View::Emotions => {
            let map = view::customer(&whole.map).map_err(no_customer)?.map;
            Cut { tracks: vec![emotions(language, file, &map)], map, left_out: whole.left_out }
        }
    })
}

/// What the extension says of each step of a map; of a step of which it says nothing, what it would say without words.
fn said<T>(file: &ModelFile, map: &CustomerMap, of: impl Fn(&StepExtension) -> T) -> Vec<T> {
    let nothing = StepExtension::default();
    let known = |id: &str| file.model.node(id).and_then(|node| file.extensions.steps.get(&node));
    map.steps().iter().map(|step| of(known(&step.id).unwrap_or(&nothing))).collect()
}

/// The track with waiting and work, as the file states them.
fn times(language: Language, file: &ModelFile, map: &CustomerMap) -> Track {
    let time = |seconds: Option<f64>| seconds.map_or_else(|| "–".to_owned(), |s| language.duration(s));
    let rung = |said: &StepExtension| {
        let (waiting, work) = (time(said.times.waiting_s), time(said.times.process_s));
        Some(Rung { waiting, work, link: String::new(), is_assumed: true })
    };
    Track { name: language.text("track-times"), values: Values::Ladder(said(file, map, rung)) }
}

/// The track with the emotions that customers should feel, each with its strength from 0 to 10.
fn emotions(language: Language, file: &ModelFile, map: &CustomerMap) -> Track {
    let words = |said: &StepExtension| {
        let word = |emotion: &Emotion| Word {
            text: format!("{} {}", emotion.name, language.number(emotion.strength, 0)),
            is_assumed: true,
            ..Word::default()
        };
        said.emotions.iter().map(word).collect()
    };
    Track { name: language.text("track-emotion"), values: Values::Words(said(file, map, words)) }
}

/// What the organisation is called: the pool with the most nodes that is not the customer's, else the file's title.
fn organisation(file: &ModelFile, map: &CustomerMap) -> String {
    let is_customers = |name: &str| {
        map.lanes().iter().any(|lane| lane.visibility == Visibility::Customer && lane.name == name)
    };
    let pools = file.model.participants.iter().filter(|pool| !is_customers(&pool.base.name));
    let nodes = |process: ProcessIx| file.model[file.model[process].scope].nodes.len();
    let largest = pools.filter_map(|pool| Some((nodes(pool.process?), &pool.base.name)));
    let name = largest.filter(|(_, name)| !name.is_empty()).max_by_key(|&(nodes, _)| nodes);
    name.map_or_else(|| super::convert::title(file), |(_, name)| name.clone())
}

/// What people call a step, as far as it has a name.
fn name<'a>(file: &'a ModelFile, id: &'a str) -> &'a str {
    let name = file.model.element(id).map_or("", |element| file.model.base(element).name.as_str());
    if name.is_empty() { id } else { name }
}

/// The lane of a name; capitals do not matter.
fn lane(language: Language, map: &CustomerMap, name: &str) -> Result<usize, Failure> {
    let wanted = name.to_lowercase();
    let found = map.lanes().iter().position(|lane| lane.name.to_lowercase() == wanted || lane.id == name);
    found.ok_or_else(|| {
        let names: Vec<String> =
            map.lanes().iter().map(|lane| lane.name.clone()).filter(|name| !name.is_empty()).collect();
        let values = [("name", name.into()), ("names", wording::list(language, &names).into())];
        Failure::Use(vec![language.text_with("view-no-department", &values)])
    })
}

fn why(language: Language, file: &str, problems: &[MapProblem]) -> String {
    let what = problems.iter().find_map(|problem| match problem {
        MapProblem::NoStep => Some(language.text("view-no-step")),
        MapProblem::TooMany { limit, .. } => {
            Some(language.text_with("map-view-too-many", &[("limit", (*limit).into())]))
        }
        _ => None,
    });
    format!("{file}: {}", what.unwrap_or_else(|| language.text("view-no-map")))
}

fn text(language: Language, file: &ModelFile, map: &CustomerMap) -> MapText {
    let counts = [("steps", map.steps().len().into()), ("flows", map.flows().len().into())];
    MapText {
        caption: Caption {
            title: super::convert::title(file),
            desc: language.text_with("picture-counts", &counts),
        },
        line_interaction: language.text("line-interaction"),
        line_visibility: language.text("line-visibility"),
        line_internal: language.text("line-internal"),
    }
}
