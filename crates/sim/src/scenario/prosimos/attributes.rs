//! Attributes of cases, of all, and of events; rules over them.

use super::At;
use crate::place::Mistake;
use crate::scenario::attributes::{Attribute, Source, Update, Value};
use crate::scenario::formula::Formula;
use crate::scenario::json::Mistakes;
use crate::scenario::rule::{Condition, Rule, Test};
use crate::scenario::{Priority, Scenario};

use super::distributions;

/// By how much probabilities may miss 1.
const SUM_TOLERANCE: f64 = 1e-6;

/// All attributes; those that only events set are of each case and missing at first.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    pub list: Vec<Attribute>,
}

impl Attributes {
    pub fn read(root: &At<'_>, mistakes: &mut Mistakes) -> Self {
        let mut attributes = Self::default();
        for (key, global) in [("case_attributes", false), ("global_attributes", true)] {
            let Some(stated) = root.get(key) else { continue };
            for attribute in stated.items(mistakes) {
                let Some(name) = attribute.text_of("name", mistakes) else { continue };
                if attributes.find(&name).is_some() {
                    let what = Mistake::Twice { what: "attribute", id: name.into_owned() };
                    mistakes.note(attribute.place(), what);
                    continue;
                }
                let first = source(&attribute, &attributes, mistakes);
                attributes.list.push(Attribute { name: name.into_owned(), global, first });
            }
        }
        for attribute in of_events(root, mistakes).iter().flat_map(|(_, list)| list) {
            let Some(name) = attribute.get("name").and_then(|name| name.text(&mut Mistakes::default()))
            else {
                continue;
            };
            if attributes.find(&name).is_none() {
                attributes.list.push(Attribute { name: name.into_owned(), global: false, first: None });
            }
        }
        attributes
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.list.iter().position(|attribute| attribute.name == name)
    }

    /// What tasks and events set.
    pub fn updates(&self, root: &At<'_>, scenario: &mut Scenario, mistakes: &mut Mistakes) {
        for (element, list) in of_events(root, mistakes) {
            for stated in list {
                let Some(name) = stated.text_of("name", mistakes) else { continue };
                let (Some(attribute), Some(source)) = (self.find(&name), source(&stated, self, mistakes))
                else {
                    continue;
                };
                scenario.updates.push(Update {
                    element: element.clone(),
                    attribute,
                    source,
                    place: stated.place(),
                });
            }
        }
    }

    pub fn priorities(&self, root: &At<'_>, scenario: &mut Scenario, mistakes: &mut Mistakes) {
        let Some(stated) = root.get("prioritisation_rules") else { return };
        for priority in stated.items(mistakes) {
            let level = priority.need("priority_level", mistakes);
            let level = level.and_then(|level| level.whole("the level", 0, u32::MAX - 1, mistakes));
            let rule = priority.need("rules", mistakes).map(|rules| self.rule(&rules, mistakes));
            if let (Some(level), Some(rule)) = (level, rule) {
                scenario.priorities.push(Priority { level, rule });
            }
        }
    }

    /// Rules of gateways' branches by name.
    pub fn branch_rules(&self, root: &At<'_>, mistakes: &mut Mistakes) -> Vec<(String, Rule)> {
        let Some(stated) = root.get("branch_rules") else { return Vec::new() };
        let items = stated.items(mistakes);
        let read = |at: At<'_>, mistakes: &mut Mistakes| {
            let id = at.text_of("id", mistakes)?.into_owned();
            let rules = at.need("rules", mistakes)?;
            Some((id, self.rule(&rules, mistakes)))
        };
        items.into_iter().filter_map(|at| read(at, mistakes)).collect()
    }

    /// Groups of conditions; older files leave out the groups.
    fn rule(&self, at: &At<'_>, mistakes: &mut Mistakes) -> Rule {
        let items = at.items(mistakes);
        if items.iter().all(|item| item.value.is_object()) {
            let all = items.iter().filter_map(|item| self.condition(item, mistakes)).collect();
            return Rule { any: vec![all] };
        }
        let group = |item: &At<'_>, mistakes: &mut Mistakes| -> Vec<Condition> {
            let conditions = item.items(mistakes);
            conditions.iter().filter_map(|condition| self.condition(condition, mistakes)).collect()
        };
        Rule { any: items.iter().map(|item| group(item, mistakes)).collect() }
    }

    fn condition(&self, at: &At<'_>, mistakes: &mut Mistakes) -> Option<Condition> {
        let name = at.text_of("attribute", mistakes)?;
        let Some(attribute) = self.find(&name) else {
            mistakes.note(at.place(), Mistake::Unknown { what: "attribute", id: name.into_owned() });
            return None;
        };
        let comparison = at.text_of("comparison", mistakes)?;
        let value = at.need("value", mistakes)?;
        let test = match &*comparison {
            "=" | "==" => Test::Is(constant(&value, mistakes)?),
            "!=" => Test::IsNot(constant(&value, mistakes)?),
            "<" => Test::Below(value.number(mistakes)?),
            "<=" => Test::AtMost(value.number(mistakes)?),
            ">" => Test::Above(value.number(mistakes)?),
            ">=" => Test::AtLeast(value.number(mistakes)?),
            "in" => match &*value.items(mistakes) {
                [low, high] => Test::Within(low.number(mistakes)?, high.number(mistakes)?),
                _ => {
                    let found = "another list".into();
                    mistakes.note(value.place(), Mistake::Type { wanted: "a list of two numbers", found });
                    return None;
                }
            },
            _ => {
                let known = "=, !=, <, <=, >, >=, in";
                let what = Mistake::Word { word: comparison.into_owned(), what: "comparison", known };
                mistakes.note(at.place(), what);
                return None;
            }
        };
        Some(Condition { attribute, test })
    }
}

/// Attributes of tasks and events: a list with `event_id` and `attributes`.
fn of_events<'a>(root: &At<'a>, mistakes: &mut Mistakes) -> Vec<(String, Vec<At<'a>>)> {
    let Some(stated) = root.get("event_attributes") else { return Vec::new() };
    let items = stated.items(mistakes);
    let read = |at: At<'a>, mistakes: &mut Mistakes| {
        let id = at.text_of("event_id", mistakes)?.into_owned();
        Some((id, at.need("attributes", mistakes)?.items(mistakes)))
    };
    items.into_iter().filter_map(|at| read(at, mistakes)).collect()
}

fn constant(at: &At<'_>, mistakes: &mut Mistakes) -> Option<Value> {
    match at.value {
        serde_json::Value::Bool(held) => Some(Value::text(if *held { "True" } else { "False" })),
        serde_json::Value::Number(_) => at.number(mistakes).map(Value::Number),
        _ => at.text(mistakes).map(|text| Value::text(&text)),
    }
}

fn source(at: &At<'_>, attributes: &Attributes, mistakes: &mut Mistakes) -> Option<Source> {
    let kind = at.text_of("type", mistakes)?;
    let values = at.need("values", mistakes)?;
    match &*kind {
        "discrete" if values.value.is_object() => chain(&values, mistakes),
        "discrete" => {
            let keyed: Option<Vec<(Value, f64)>> = values
                .items(mistakes)
                .iter()
                .map(|item| {
                    let key = constant(&item.need("key", mistakes)?, mistakes)?;
                    Some((key, item.need("value", mistakes)?.number(mistakes)?))
                })
                .collect();
            cumulated(&values, keyed?, mistakes).map(Source::Choice)
        }
        "continuous" => distributions::read(&values, mistakes).map(Source::Draw),
        "expression" => formula(&values, attributes, mistakes).map(Source::Formula),
        "dtree" => {
            let branches: Option<Vec<_>> = values
                .items(mistakes)
                .iter()
                .map(|branch| tree_branch(branch, attributes, mistakes))
                .collect();
            branches.map(Source::Tree)
        }
        _ => {
            let known = "discrete, continuous, expression, dtree";
            mistakes.note(
                at.place(),
                Mistake::Word { word: kind.into_owned(), what: "kind of attribute", known },
            );
            None
        }
    }
}

fn chain(values: &At<'_>, mistakes: &mut Mistakes) -> Option<Source> {
    let mut states = Vec::new();
    for (state, next) in values.members(mistakes) {
        let shares: Option<Vec<(Value, f64)>> = next
            .members(mistakes)
            .into_iter()
            .map(|(key, share)| Some((Value::text(key), share.number(mistakes)?)))
            .collect();
        states.push((Value::text(state), cumulated(&next, shares?, mistakes)?));
    }
    Some(Source::Chain(states))
}

/// Shares as sums up to each; they have to sum to one.
fn cumulated(at: &At<'_>, shares: Vec<(Value, f64)>, mistakes: &mut Mistakes) -> Option<Vec<(Value, f64)>> {
    let mut sum = 0.0;
    let mut negative = None;
    let cumulated = shares
        .into_iter()
        .map(|(value, share)| {
            negative = negative.or((share < 0.0).then_some(share));
            sum += share;
            (value, sum)
        })
        .collect();
    if let Some(value) = negative {
        mistakes.note(at.place(), Mistake::Range { what: "a probability", value, wanted: "from 0 to 1" });
        return None;
    }
    if (sum - 1.0).abs() > SUM_TOLERANCE {
        mistakes.note(at.place(), Mistake::Sum { of: "the values".into(), sum });
        return None;
    }
    Some(cumulated)
}

fn formula(at: &At<'_>, attributes: &Attributes, mistakes: &mut Mistakes) -> Option<Formula> {
    let text = at.text(mistakes)?;
    let read = Formula::parse(&text, &|name| attributes.find(name));
    read.map_err(|why| mistakes.note(at.place(), Mistake::Formula { formula: text.into_owned(), why })).ok()
}

/// Conditions, or `true`, and the formula that they lead to.
fn tree_branch(
    at: &At<'_>,
    attributes: &Attributes,
    mistakes: &mut Mistakes,
) -> Option<(Vec<Formula>, Formula)> {
    let parts = at.items(mistakes);
    let [conditions, result] = &*parts else {
        let found = format!("a list of {}", parts.len());
        mistakes.note(at.place(), Mistake::Type { wanted: "a list of conditions and a formula", found });
        return None;
    };
    let conditions: Option<Vec<Formula>> = if conditions.value == true {
        Some(Vec::new())
    } else {
        conditions.items(mistakes).iter().map(|one| formula(one, attributes, mistakes)).collect()
    };
    Some((conditions?, formula(result, attributes, mistakes)?))
}
