//! The views of a customer process that a BPMN file holds, drawn.

use bpmn::customer::{Derived, around_lane, seen_by_customer, to_map};
use bpmn::map::{CustomerMap, MapProblem};
use chart::map::{Direction, MapText, draw};
use chart::{Caption, Svg};
use language::Language;
use report::wording;

use crate::failure::Failure;
use crate::formats::View;
use crate::modelfile::ModelFile;
use crate::output;

/// Draws a view; steps that are not on it because no case can come to them are named on standard error.
pub fn picture(language: Language, file: &ModelFile, view: &View) -> Result<Svg, Failure> {
    let no_map = |problems: Vec<MapProblem>| Failure::input(why(language, &file.name, &problems));
    let whole = || to_map(&file.model, &file.extensions).map_err(no_map);
    let Derived { map, left_out } = match view {
        View::Blueprint => whole()?,
        View::Customer => seen_by_customer(&whole()?.map).map_err(|_| {
            Failure::input(format!("{}: {}", file.name, language.text("view-customer-empty")))
        })?,
        View::Department(name) => {
            let map = whole()?.map;
            let lane = lane(language, &map, name)?;
            around_lane(&map, lane).map_err(|_| {
                let values = &[("name", map.lanes()[lane].name.as_str().into())];
                let what = language.text_with("view-department-empty", values);
                Failure::input(format!("{}: {what}", file.name))
            })?
        }
        View::Unit | View::ValueStream | View::Emotions => {
            let values = [("view", view.as_str().into()), ("views", View::DRAWN.join(", ").into())];
            return Err(Failure::Use(vec![language.text_with("view-not-drawn", &values)]));
        }
    };
    if !left_out.is_empty() {
        let names: Vec<String> = left_out.iter().map(|id| name(file, id).to_owned()).collect();
        let values = [("steps", wording::list(language, &names).into())];
        output::tell(&language.text_with("view-left-out", &values));
    }
    Ok(draw(&map, &[], &[], &text(language, file, &map), Direction::LeftToRight))
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
