//! What is said of a process, field by field, as people read it.

use crate::rooms::processes::choices::Choices;
use crate::rooms::processes::facts::Facts;
use crate::rooms::processes::filter::{ANY, Facet, NONE};
use crate::rooms::processes::model::Area;
use crate::web::Say;

/// What stands where there is nothing.
const DASH: &str = "–";

/// The key of what a field is called; the names are those of [`Facts::differences`].
#[must_use]
pub fn label(field: &str) -> &'static str {
    match field {
        "name" => "process-name",
        "description" => "process-description",
        "stage" => "process-stage",
        "area" => "process-area",
        "state" => "process-state",
        "industry" => "process-industry",
        "initiator" => "process-initiator",
        "partners" => "process-partners",
        "tags" => "process-tags",
        "department" => "process-department",
        "owner" => "process-owner",
        "promise" => "process-promise",
        "reviewed_at" => "process-reviewed-on",
        _ => "process-months",
    }
}

/// What a field holds.
#[must_use]
pub fn value(facts: &Facts, field: &str, choices: &Choices, say: &Say) -> String {
    let or_dash =
        |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(|| DASH.to_owned());
    match field {
        "name" => facts.name.clone(),
        "description" => or_dash(Some(facts.description.clone())),
        "stage" => say.of("stage-", facts.stage.as_str()),
        "area" => facts.area.called(say),
        "state" => say.of("state-", facts.state.as_str()),
        "industry" => facts.industry.clone().unwrap_or_else(|| say.text("process-horizontal")),
        "initiator" => say.of("initiator-", facts.initiator.as_str()),
        "partners" => or_dash(Some(facts.partners.join(", "))),
        "tags" => or_dash(Some(facts.tags.join(", "))),
        "department" => {
            let id = facts.department.map(|id| id.to_string());
            or_dash(id.and_then(|id| choices.department(&id).map(|known| known.name.clone())))
        }
        "owner" => {
            let id = facts.owner.map(|id| id.to_string());
            or_dash(id.and_then(|id| choices.owner(&id).map(|known| known.name.clone())))
        }
        "promise" => {
            let promise = facts.promise.as_deref();
            or_dash(
                promise.map(|key| {
                    choices.promise(key).map_or_else(|| key.to_owned(), |known| known.name.clone())
                }),
            )
        }
        "reviewed_at" => or_dash(facts.reviewed_at.map(|at| say.day(&at))),
        _ => facts.review_months.map_or_else(
            || say.text("process-months-none"),
            |months| say.count("process-months-n", &(months as usize)),
        ),
    }
}

/// The key of what a facet is called.
#[must_use]
pub fn facet_label(facet: Facet) -> &'static str {
    match facet {
        Facet::Stage => "process-stage",
        Facet::Area => "process-area",
        Facet::Industry => "process-industry",
        Facet::State => "process-state",
        Facet::Owner => "process-owner",
        Facet::Department => "process-department",
        Facet::Initiator => "process-initiator",
        Facet::Partner => "process-partner",
        Facet::Tag => "process-tag",
        Facet::Review => "process-review",
        Facet::Score => "processes-score-short",
    }
}

/// What a value of a facet is called; `names` are those of owners and departments by id.
#[must_use]
pub fn facet_value<'a>(
    facet: Facet,
    value: &str,
    names: impl Fn(&str) -> Option<&'a str>,
    say: &Say,
) -> String {
    match (facet, value) {
        (Facet::Stage, word) => say.of("stage-", word),
        (Facet::State, word) => say.of("state-", word),
        (Facet::Initiator, word) => say.of("initiator-", word),
        (Facet::Review, word) => say.of("review-", word),
        (Facet::Score, word) => say.of("lean-", word),
        (Facet::Industry, NONE) => say.text("process-horizontal"),
        (Facet::Industry, ANY) => say.text("process-vertical"),
        (Facet::Area, word) => Area::read(word).map_or_else(String::new, |area| area.called(say)),
        (_, NONE) => say.text("process-none"),
        (Facet::Owner | Facet::Department, id) => names(id).unwrap_or(DASH).to_owned(),
        (_, word) => word.to_owned(),
    }
}
