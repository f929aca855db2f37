//! What is found in a map and what changed on it, in the visitor's language.

use super::edits::Happened;
use super::model::MAX_FILE_MB;
use super::reading::{Reading, Refusal};
use crate::web::{Problem, Say, Text};
use bpmn::check::Severity;
use bpmn::diff::{Change, Difference};
use bpmn::edit::Refusal as NotEdited;
use bpmn::map::MapProblem;
use chart::diagram::Mark;
use language::Value;
use report::wording::{findings, models};
use serde::Serialize;
use utoipa::ToSchema;

/// Findings and changes that a page lists at most.
pub const MAX_LISTED: usize = 500;

/// Something that was found.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = MapFinding)]
pub struct Found {
    /// The name of the rule.
    pub rule: &'static str,
    /// `error`, `warning` or `hint`.
    pub severity: &'static str,
    /// The identifier of the element; empty where the file gives none.
    pub id: String,
    /// The element as people know it.
    pub element: String,
    /// Why it is a finding.
    pub reason: String,
    /// What to do about it.
    pub mend: String,
    /// Where it stands in the file.
    pub line: u32,
}

/// Everything that was found, the gravest first.
pub fn found(reading: &Reading, say: &Say) -> Vec<Found> {
    let mut all = reading.findings();
    all.sort_by_key(|finding| finding.rule.severity());
    let word = |finding: &bpmn::check::Finding| {
        let node = reading.model.base(finding.element).origin.node;
        let kind = reading.document.name(node).map(|name| name.local.to_owned()).unwrap_or_default();
        Found {
            rule: finding.rule.as_str(),
            severity: finding.rule.severity().as_str(),
            element: findings::label(say.language, &kind, &finding.id, &finding.name),
            id: finding.id.clone(),
            reason: findings::reason(say.language, finding),
            mend: findings::mend(say.language, finding.rule),
            line: finding.place.line,
        }
    };
    all.iter().take(MAX_LISTED).map(word).collect()
}

/// What is pointed out on the drawing: the gravest finding of each element.
pub fn marks(reading: &Reading) -> Vec<(String, Mark)> {
    let mut marks: std::collections::BTreeMap<String, Mark> = std::collections::BTreeMap::new();
    for finding in reading.findings() {
        let mark = match finding.rule.severity() {
            Severity::Error => Mark::Error,
            Severity::Warning => Mark::Warning,
            // A drawing full of hints hides what matters; they stand in the list.
            Severity::Hint => continue,
        };
        marks.entry(finding.id).and_modify(|known| *known = mark.min(*known)).or_insert(mark);
    }
    marks.into_iter().filter(|(id, _)| !id.is_empty()).collect()
}

/// Something wrong in a file, with its place.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = MapFault)]
pub struct Fault {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
    /// The element, where it is about one.
    pub element: String,
    /// What is wrong, and what was done about it.
    pub what: String,
}

/// What was malformed and what is wrong, in the order of the file.
pub fn faults(reading: &Reading, say: &Say) -> Vec<Fault> {
    let malformed = reading.malformed.iter().map(|problem| Fault {
        line: problem.place.line,
        column: problem.place.column,
        element: String::new(),
        what: models::malformed(say.language, &problem.kind),
    });
    let wrong = reading.wrong.iter().map(|problem| Fault {
        line: problem.place.line,
        column: problem.place.column,
        element: problem.element.clone(),
        what: models::problem(say.language, &problem.kind),
    });
    let mut all: Vec<Fault> = malformed.chain(wrong).collect();
    all.sort_by_key(|fault| (fault.line, fault.column));
    all.truncate(MAX_LISTED);
    all
}

/// A change of an element.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = MapChange)]
pub struct Changed {
    /// `added`, `removed`, `renamed`, `retyped`, `moved`, `rerouted`, `altered` or `redrawn`.
    pub kind: &'static str,
    /// The identifier of the element.
    pub id: String,
    /// The element, and what happened to it.
    pub what: String,
}

/// Changes in words. Those that only moved something on the drawing come last.
pub fn changed(differences: &[Difference], say: &Say) -> Vec<Changed> {
    let kind = |change: &Change| match change {
        Change::Added => "added",
        Change::Removed => "removed",
        Change::Renamed { .. } => "renamed",
        Change::Retyped { .. } => "retyped",
        Change::Moved { .. } => "moved",
        Change::Rerouted { .. } => "rerouted",
        Change::Altered { .. } => "altered",
        Change::Redrawn => "redrawn",
    };
    let mut ordered: Vec<&Difference> = differences.iter().collect();
    ordered.sort_by_key(|difference| difference.change == Change::Redrawn);
    let word = |difference: &&Difference| Changed {
        kind: kind(&difference.change),
        id: difference.element.id.clone(),
        what: findings::change(say.language, difference),
    };
    ordered.iter().take(MAX_LISTED).map(word).collect()
}

/// What keeps a model from being the map of a process, a sentence each.
pub fn no_map(problems: &[MapProblem], say: &Say) -> Vec<String> {
    let text = |key: &str, values: &[(&'static str, Value<'_>)]| say.language.text_with(key, values);
    let word = |problem: &MapProblem| match problem {
        MapProblem::TooMany { part, found, limit } => {
            let part = match *part {
                "lanes" => say.text("map-part-lanes"),
                "steps" => say.text("map-part-steps"),
                _ => say.text("map-part-flows"),
            };
            text(
                "map-no-too-many",
                &[("part", part.into()), ("found", (*found).into()), ("n", (*limit).into())],
            )
        }
        MapProblem::NoLane | MapProblem::FirstLaneNotCustomer { .. } => say.text("map-no-customer"),
        MapProblem::NoStep => say.text("map-no-step"),
        MapProblem::DuplicateLane { id } | MapProblem::DuplicateStep { id } => {
            say.with("map-no-twice", "id", id)
        }
        MapProblem::FlowIntoStart { to, .. } => say.with("map-no-start-entered", "id", to),
        MapProblem::FlowOutOfEnd { from, .. } => say.with("map-no-end-left", "id", from),
        MapProblem::Unreachable { id } => say.with("map-no-way", "id", id),
        other => other.to_string(),
    };
    problems.iter().take(MAX_LISTED).map(word).collect()
}

/// Why a file is not taken.
pub fn refused(refusal: &Refusal, name: &str, say: &Say) -> Problem {
    match refusal {
        Refusal::TooLarge => Problem::TooLarge(Text::key("map-too-large").with("n", MAX_FILE_MB)),
        Refusal::NotBpmn => Problem::Invalid(Text::key("model-not-definitions")),
        Refusal::Unreadable(error) => {
            let what = models::placed_refusal(say.language, name, error);
            Problem::Invalid(Text::key("map-refused").with("what", what))
        }
    }
}

/// What an edit of the grid does, in a sentence.
pub fn done(verb: &str, what: &str, say: &Say) -> String {
    say.language.text_with(&format!("grid-did-{verb}"), &[("what", Value::from(what))])
}

/// What somebody did in the grid, in a sentence.
pub fn happened(happened: &Happened, say: &Say) -> String {
    let done = done(happened.verb, &happened.what, say);
    let key = if happened.is_undone { "grid-who-undid" } else { "grid-who-did" };
    let who = happened.who.clone().unwrap_or_else(|| say.text("grid-somebody"));
    say.with2(key, ("who", &who), ("what", &done))
}

/// Why an edit of the grid was refused.
pub fn refusal(refusal: &NotEdited) -> Text {
    match refusal {
        NotEdited::NoStep { .. } => Text::key("grid-no-step"),
        NotEdited::NoLane { .. } => Text::key("grid-no-lane"),
        NotEdited::NoFlow { .. } => Text::key("grid-no-flow"),
        NotEdited::IsFlow { .. } => Text::key("grid-is-flow"),
        NotEdited::Identifier { id } => Text::key("grid-identifier").with("id", id),
        NotEdited::Name { most } => Text::key("grid-name").with("n", most),
        NotEdited::TooMany { most, .. } => Text::key("grid-too-many").with("n", most),
        NotEdited::IntoStart { .. } => Text::key("grid-into-start"),
        NotEdited::OutOfEnd { .. } => Text::key("grid-out-of-end"),
        NotEdited::NotAStep { .. } => Text::key("grid-not-a-step"),
        NotEdited::Itself { .. } => Text::key("grid-itself"),
        NotEdited::Message { .. } => Text::key("grid-message"),
        NotEdited::LaneNotEmpty { .. } => Text::key("grid-lane-not-empty"),
        NotEdited::OnlyCustomer { .. } => Text::key("grid-only-customer"),
        NotEdited::OnlyStep { .. } => Text::key("grid-only-step"),
        NotEdited::NotHere { .. } => Text::key("grid-not-here"),
    }
}
