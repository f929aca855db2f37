//! Our own scenarios: TOML that a person writes. `docs/guide/simulate.md` documents it.

mod attributes;
mod hours;
mod time;
mod write;

pub use write::Wordless;

use serde_json::Value as Json;

use super::json::{At, Mistakes};
use super::{
    Arrivals, Calendar, Event, Gateway, MAX_RESOURCES, Path, Pattern, Performer, Pool, Repeat, Resource,
    Scenario, Task,
};
use crate::place::{Error, Mistake, Place, Problem};

use attributes::Attributes;

/// The most bytes of a scenario.
pub const MAX_BYTES: usize = 1 << 20;

const TABLES: &[&str] = &[
    "name",
    "calendars",
    "pools",
    "resources",
    "arrivals",
    "tasks",
    "gateways",
    "events",
    "repeats",
    "attributes",
    "updates",
    "priorities",
    "gateway_limit",
];

impl Scenario {
    /// Reads a scenario in TOML.
    ///
    /// # Errors
    /// [`Error::Scenario`] with every mistake and the path to it, up to a hundred.
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        if text.len() > MAX_BYTES {
            let what = Mistake::TooLarge { bytes: text.len(), limit: MAX_BYTES };
            return Err(Error::Scenario(vec![Problem::new(Place::Whole, what)]));
        }
        let json: Json = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start.min(text.len()));
            let before = text.get(..at).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
            let why = error.message().to_owned();
            let what = Mistake::Syntax { format: "TOML", why };
            Error::Scenario(vec![Problem::new(Place::Line { line, column }, what)])
        })?;
        let mut mistakes = Mistakes::default();
        let scenario = read(&At::root(&json), &mut mistakes);
        if mistakes.0.is_empty() { Ok(scenario) } else { Err(Error::Scenario(mistakes.0)) }
    }
}

fn read(root: &At<'_>, mistakes: &mut Mistakes) -> Scenario {
    root.know(TABLES, mistakes);
    let mut scenario = Scenario::default();
    if root.get("tasks").is_none() && root.get("arrivals").is_none() {
        mistakes.note(Place::Whole, Mistake::NotAScenario { expected: "[arrivals], [tasks]" });
        return scenario;
    }
    if let Some(name) = root.get("name").and_then(|name| name.text(mistakes)) {
        scenario.name = name.into_owned();
    }
    for (id, calendar) in members(root, "calendars", mistakes) {
        if let Some(hours) = hours::calendar(&calendar, id, mistakes) {
            scenario.calendars.push(Calendar { id: id.to_owned(), hours, place: calendar.place() });
        }
    }
    resources(root, &mut scenario, mistakes);
    arrivals(root, &mut scenario, mistakes);
    tasks(root, &mut scenario, mistakes);
    let attributes = Attributes::read(root, &mut scenario, mistakes);
    gateways(root, &attributes, &mut scenario, mistakes);
    for (id, event) in members(root, "events", mistakes) {
        event.know(&["after", "only_waiting"], mistakes);
        let only_waiting = event.get("only_waiting").is_some_and(|held| held.value == true);
        let after = event.need("after", mistakes);
        if let Some(delay) = after.and_then(|after| time::distribution(&after, mistakes)) {
            scenario.events.push(Event { id: id.to_owned(), delay, only_waiting, place: event.place() });
        }
    }
    for (id, repeat) in members(root, "repeats", mistakes) {
        if let Some(count) = time::distribution(&repeat, mistakes) {
            scenario.repeats.push(Repeat { id: id.to_owned(), count, place: repeat.place() });
        }
    }
    if let Some(limit) = root.get("gateway_limit") {
        scenario.gateway_limit = limit.whole("the limit", 1, u32::MAX, mistakes);
    }
    scenario
}

/// The members of a table that may be missing.
fn members<'a>(root: &At<'a>, key: &str, mistakes: &mut Mistakes) -> Vec<(&'a str, At<'a>)> {
    root.get(key).map_or_else(Vec::new, |table| table.members(mistakes))
}

fn calendar(at: &At<'_>, scenario: &Scenario, mistakes: &mut Mistakes) -> Option<usize> {
    let named = at.get("calendar")?;
    let name = named.text(mistakes)?;
    let found = scenario.calendars.iter().position(|calendar| calendar.id == name);
    if found.is_none() {
        mistakes.note(named.place(), Mistake::Unknown { what: "calendar", id: name.into_owned() });
    }
    found
}

/// Pools with a number of people, and single people with hours and costs of their own.
fn resources(root: &At<'_>, scenario: &mut Scenario, mistakes: &mut Mistakes) {
    for (id, pool) in members(root, "pools", mistakes) {
        pool.know(&["name", "count", "calendar", "cost_per_hour"], mistakes);
        let name = pool.get("name").and_then(|name| name.text(mistakes)).map_or(id.to_owned(), Into::into);
        scenario.pools.push(Pool { id: id.to_owned(), name: name.clone() });
        let count = pool
            .get("count")
            .map_or(Some(0), |count| count.whole("the number of people", 0, MAX_RESOURCES as u32, mistakes));
        let held = scenario.pools.len() - 1;
        for at in 1..=count.unwrap_or(0) {
            add_resource(&format!("{id}-{at}"), &format!("{name} {at}"), held, &pool, scenario, mistakes);
        }
    }
    for (id, resource) in members(root, "resources", mistakes) {
        resource.know(&["name", "pool", "calendar", "cost_per_hour"], mistakes);
        let Some(pool) = resource.text_of("pool", mistakes) else { continue };
        let Some(held) = scenario.pools.iter().position(|known| known.id == pool) else {
            mistakes.note(resource.place(), Mistake::Unknown { what: "pool", id: pool.into_owned() });
            continue;
        };
        let name =
            resource.get("name").and_then(|name| name.text(mistakes)).map_or(id.to_owned(), Into::into);
        add_resource(id, &name, held, &resource, scenario, mistakes);
    }
    let count = scenario.resources.len();
    if count > MAX_RESOURCES {
        mistakes.note(root.place(), Mistake::TooMany { what: "resources", count, limit: MAX_RESOURCES });
    }
}

fn add_resource(
    id: &str,
    name: &str,
    pool: usize,
    at: &At<'_>,
    scenario: &mut Scenario,
    mistakes: &mut Mistakes,
) {
    let cost = at.get("cost_per_hour");
    let cost = cost.and_then(|cost| cost.within((0.0, f64::MAX), "the cost", "zero or more", mistakes));
    let calendar = calendar(at, scenario, mistakes);
    scenario.resources.push(Resource {
        id: id.to_owned(),
        name: name.to_owned(),
        pool,
        calendar,
        cost_per_hour: cost.unwrap_or(0.0),
        multitasking: None,
        place: at.place(),
    });
}

/// One table, or a list of them for several start events.
fn arrivals(root: &At<'_>, scenario: &mut Scenario, mistakes: &mut Mistakes) {
    let Some(stated) = root.need("arrivals", mistakes) else { return };
    let listed = if stated.value.is_array() { stated.items(mistakes) } else { vec![stated] };
    for arrivals in listed {
        arrivals.know(&["start", "every", "calendar", "rates"], mistakes);
        let start = arrivals.get("start").and_then(|start| start.text(mistakes)).map(Into::into);
        let pattern = match (arrivals.get("every"), arrivals.get("rates")) {
            (Some(every), None) => time::distribution(&every, mistakes).map(|distribution| {
                Pattern::Intervals { distribution, calendar: calendar(&arrivals, scenario, mistakes) }
            }),
            (None, Some(rates)) => hours::rates(&rates, mistakes).map(Pattern::Rates),
            _ => {
                mistakes
                    .note(arrivals.place(), Mistake::Conflict("arrivals have either \"every\" or \"rates\""));
                None
            }
        };
        if let Some(pattern) = pattern {
            scenario.arrivals.push(Arrivals { start, pattern, place: arrivals.place() });
        }
    }
}

fn tasks(root: &At<'_>, scenario: &mut Scenario, mistakes: &mut Mistakes) {
    for (id, task) in members(root, "tasks", mistakes) {
        task.know(&["by", "time", "cost", "patience", "room"], mistakes);
        let cost = task.get("cost");
        let cost = cost.and_then(|cost| cost.within((0.0, f64::MAX), "the cost", "zero or more", mistakes));
        let duration = task.get("time").and_then(|at| time::distribution(&at, mistakes));
        let mut performers = Vec::new();
        for (name, own) in performers_of(&task, mistakes) {
            let of_pool =
                |resource: &Resource| scenario.pools[resource.pool].id == name || resource.id == name;
            let held = (0..scenario.resources.len()).filter(|at| of_pool(&scenario.resources[*at]));
            let before = performers.len();
            let Some(duration) = own.or_else(|| duration.clone()) else {
                mistakes.note(task.place(), Mistake::Missing("time".into()));
                continue;
            };
            performers.extend(held.map(|resource| Performer { resource, duration: duration.clone() }));
            if performers.len() == before {
                mistakes
                    .note(task.place(), Mistake::Unknown { what: "pool or resource with people", id: name });
            }
        }
        scenario.tasks.push(Task {
            id: id.to_owned(),
            performers,
            duration,
            cost: cost.unwrap_or(0.0),
            batching: None,
            patience: task.get("patience").and_then(|at| time::distribution(&at, mistakes)),
            room: task.get("room").and_then(|room| room.whole("the room", 0, u32::MAX, mistakes)),
            place: task.place(),
        });
    }
}

/// `by = "first"`, `by = ["first", "ana"]` or `by = { first = "exponential 5m", ana = "4m" }`.
fn performers_of(task: &At<'_>, mistakes: &mut Mistakes) -> Vec<(String, Option<crate::Distribution>)> {
    let Some(by) = task.get("by") else { return Vec::new() };
    if by.value.is_object() {
        let listed = by.members(mistakes);
        return listed
            .into_iter()
            .map(|(id, at)| (id.to_owned(), time::distribution(&at, mistakes)))
            .collect();
    }
    let listed = if by.value.is_array() { by.items(mistakes) } else { vec![by] };
    listed.iter().filter_map(|name| Some((name.text(mistakes)?.into_owned(), None))).collect()
}

/// Flows with their probability, or a rule.
fn gateways(root: &At<'_>, attributes: &Attributes, scenario: &mut Scenario, mistakes: &mut Mistakes) {
    for (id, gateway) in members(root, "gateways", mistakes) {
        let mut paths = Vec::new();
        for (flow, path) in gateway.members(mistakes) {
            let (probability, rule) = if path.value.is_object() {
                path.know(&["probability", "when"], mistakes);
                let probability = path.get("probability").and_then(|share| share.number(mistakes));
                (probability, path.get("when").and_then(|when| attributes.rule(&when, mistakes)))
            } else {
                (path.number(mistakes), None)
            };
            paths.push(Path { flow: flow.to_owned(), probability, rule });
        }
        scenario.gateways.push(Gateway { id: id.to_owned(), paths, place: gateway.place() });
    }
}
