//! Scenarios of Prosimos: JSON in the shape of version 2, and in the older shapes with objects for lists.

mod attributes;
mod batches;
mod calendars;
mod distributions;
mod resources;

use serde_json::Value as Json;

use super::json::{At, Mistakes};
use super::{Arrivals, Calendar, Event, Gateway, Hours, Path, Pattern, Scenario};
use crate::place::{Error, Mistake, Place, Problem};

use attributes::Attributes;
use calendars::Calendars;

/// The most bytes of a scenario.
pub const MAX_BYTES: usize = 64 << 20;

/// What one of these keys says of a file: it is a scenario of Prosimos.
const KEYS: &[&str] = &["resource_profiles", "task_resource_distribution", "arrival_time_distribution"];

impl Scenario {
    /// Reads a scenario of Prosimos, in the shape of version 2 or in the older ones.
    ///
    /// # Errors
    /// [`Error::Scenario`] with every mistake and the JSON pointer to it, up to a hundred.
    pub fn from_prosimos(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > MAX_BYTES {
            let what = Mistake::TooLarge { bytes: bytes.len(), limit: MAX_BYTES };
            return Err(Error::Scenario(vec![Problem::new(Place::Whole, what)]));
        }
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let json: Json = serde_json::from_slice(text).map_err(|error| {
            let place = Place::Line { line: error.line(), column: error.column() };
            let why = error.to_string();
            Error::Scenario(vec![Problem::new(place, Mistake::Syntax { format: "JSON", why })])
        })?;
        let mut mistakes = Mistakes::default();
        let scenario = read(&At::root(&json), &mut mistakes);
        if mistakes.0.is_empty() { Ok(scenario) } else { Err(Error::Scenario(mistakes.0)) }
    }
}

fn read(root: &At<'_>, mistakes: &mut Mistakes) -> Scenario {
    let mut scenario = Scenario::default();
    if !KEYS.iter().any(|key| root.get(key).is_some()) {
        let expected = "resource_profiles, task_resource_distribution, arrival_time_distribution";
        mistakes.note(Place::Whole, Mistake::NotAScenario { expected });
        return scenario;
    }
    let mut calendars = Calendars::read(root, mistakes);
    let resources = resources::read(root, &mut calendars, &mut scenario, mistakes);
    resources::tasks(root, &resources, &mut scenario, mistakes);
    arrivals(root, &mut calendars, &mut scenario, mistakes);
    let attributes = Attributes::read(root, mistakes);
    gateways(root, &attributes, &mut scenario, mistakes);
    events(root, &mut scenario, mistakes);
    attributes.updates(root, &mut scenario, mistakes);
    attributes.priorities(root, &mut scenario, mistakes);
    scenario.attributes = attributes.list;
    batches::read(root, &mut scenario, mistakes);
    resources::multitasking(root, &resources, &mut scenario, mistakes);
    scenario.calendars = calendars.list;
    if let Some(limit) = root.get("gateway_execution_limit") {
        scenario.gateway_limit = limit.whole("the limit", 1, u32::MAX, mistakes);
    }
    scenario
}

fn arrivals(root: &At<'_>, calendars: &mut Calendars, scenario: &mut Scenario, mistakes: &mut Mistakes) {
    let Some(stated) = root.need("arrival_time_distribution", mistakes) else { return };
    let Some(distribution) = distributions::read(&stated, mistakes) else { return };
    let calendar = root.get("arrival_time_calendar").and_then(|periods| {
        let hours = calendars::week(&periods, "arrival_time_calendar", mistakes)?;
        let calendar = Calendar { id: "arrivals".into(), hours: Hours::Week(hours), place: periods.place() };
        Some(calendars.add(calendar))
    });
    let pattern = Pattern::Intervals { distribution, calendar };
    scenario.arrivals.push(Arrivals { start: None, pattern, place: stated.place() });
}

/// Gateways: a list with probabilities and conditions, or an object of objects.
fn gateways(root: &At<'_>, attributes: &Attributes, scenario: &mut Scenario, mistakes: &mut Mistakes) {
    let Some(stated) = root.get("gateway_branching_probabilities") else { return };
    let rules = attributes.branch_rules(root, mistakes);
    if stated.value.is_object() {
        for (id, paths) in stated.members(mistakes) {
            let path = |(flow, share): (&str, At<'_>), mistakes: &mut Mistakes| Path {
                flow: flow.to_owned(),
                probability: share.number(mistakes),
                rule: None,
            };
            let members = paths.members(mistakes);
            let paths_read = members.into_iter().map(|member| path(member, mistakes)).collect();
            scenario.gateways.push(Gateway { id: id.to_owned(), paths: paths_read, place: paths.place() });
        }
        return;
    }
    for gateway in stated.items(mistakes) {
        let Some(id) = gateway.text_of("gateway_id", mistakes) else { continue };
        let Some(listed) = gateway.need("probabilities", mistakes) else { continue };
        let mut paths = Vec::new();
        for path in listed.items(mistakes) {
            let Some(flow) = path.text_of("path_id", mistakes) else { continue };
            let rule = path.get("condition_id").and_then(|condition| {
                let name = condition.text(mistakes)?;
                let found = rules.iter().find(|(known, _)| *known == name).map(|(_, rule)| rule.clone());
                if found.is_none() {
                    let what = Mistake::Unknown { what: "branch rule", id: name.into_owned() };
                    mistakes.note(condition.place(), what);
                }
                found
            });
            let probability = path.get("value").and_then(|value| value.number(mistakes));
            paths.push(Path { flow: flow.into_owned(), probability, rule });
        }
        scenario.gateways.push(Gateway { id: id.into_owned(), paths, place: gateway.place() });
    }
}

/// Events: a list, or an object by event.
fn events(root: &At<'_>, scenario: &mut Scenario, mistakes: &mut Mistakes) {
    let Some(stated) = root.get("event_distribution") else { return };
    let listed: Vec<(String, At<'_>)> = if stated.value.is_object() {
        stated.members(mistakes).into_iter().map(|(id, event)| (id.to_owned(), event)).collect()
    } else {
        let items = stated.items(mistakes);
        items
            .into_iter()
            .filter_map(|at| Some((at.text_of("event_id", mistakes)?.into_owned(), at)))
            .collect()
    };
    for (id, event) in listed {
        if let Some(delay) = distributions::read(&event, mistakes) {
            scenario.events.push(Event { id, delay, only_waiting: false, place: event.place() });
        }
    }
}
