//! Resource profiles, who does which task, and who does several at once.

use std::collections::HashMap;

use super::At;
use super::calendars::{Calendars, span};
use super::distributions;
use crate::place::Mistake;
use crate::scenario::json::Mistakes;
use crate::scenario::{MAX_RESOURCES, Multitasking, Performer, Pool, Resource, Scenario, Task};

/// The most tasks in hand at once.
const MAX_AT_ONCE: u32 = 1_000;

/// The individuals of each stated resource.
pub(super) type Individuals = HashMap<String, Vec<usize>>;

pub(super) fn read(
    root: &At<'_>,
    calendars: &mut Calendars,
    scenario: &mut Scenario,
    mistakes: &mut Mistakes,
) -> Individuals {
    let mut individuals = Individuals::new();
    let Some(profiles) = root.need("resource_profiles", mistakes) else { return individuals };
    let listed: Vec<(Option<&str>, At<'_>)> = if profiles.value.is_object() {
        profiles.members(mistakes).into_iter().map(|(id, profile)| (Some(id), profile)).collect()
    } else {
        profiles.items(mistakes).into_iter().map(|profile| (None, profile)).collect()
    };
    for (id, profile) in listed {
        let id = match id {
            Some(id) => id.to_owned(),
            None => match profile.text_of("id", mistakes) {
                Some(id) => id.into_owned(),
                None => continue,
            },
        };
        let name = profile.get("name").and_then(|name| name.text(mistakes)).map_or(id.clone(), Into::into);
        scenario.pools.push(Pool { id, name });
        let Some(list) = profile.need("resource_list", mistakes) else { continue };
        for stated in list.items(mistakes) {
            resource(&stated, calendars, scenario, &mut individuals, mistakes);
            if scenario.resources.len() > MAX_RESOURCES {
                let count = scenario.resources.len();
                let what = Mistake::TooMany { what: "resources", count, limit: MAX_RESOURCES };
                mistakes.note(stated.place(), what);
                return individuals;
            }
        }
    }
    individuals
}

fn resource(
    stated: &At<'_>,
    calendars: &mut Calendars,
    scenario: &mut Scenario,
    individuals: &mut Individuals,
    mistakes: &mut Mistakes,
) -> Option<()> {
    let id = stated.text_of("id", mistakes)?.into_owned();
    let name = stated.get("name").and_then(|name| name.text(mistakes)).map_or(id.clone(), Into::into);
    let most = MAX_RESOURCES as u32 + 1;
    let amount = match stated.get("amount") {
        Some(amount) => amount.whole("the amount", 0, most, mistakes)?,
        None => 1,
    };
    let cost_per_hour = match stated.get("cost_per_hour") {
        Some(cost) => cost.within((0.0, f64::MAX), "the cost", "zero or more", mistakes)?,
        None => 0.0,
    };
    // Older files name a calendar by its resource.
    let calendar = match stated.get("calendar") {
        Some(calendar) => {
            let name = calendar.text(mistakes)?;
            let found = calendars.find(&name);
            if found.is_none() {
                let what = Mistake::Unknown { what: "calendar", id: name.into_owned() };
                mistakes.note(calendar.place(), what);
                return None;
            }
            found
        }
        None => calendars.find(&id),
    };
    let pool = scenario.pools.len() - 1;
    // A resource of several profiles is one; it belongs to the last.
    if let Some(known) = individuals.get(&id) {
        known.iter().for_each(|at| scenario.resources[*at].pool = pool);
        return Some(());
    }
    let numbered = |name: &str, at: u32| if amount > 1 { format!("{name}_{at}") } else { name.to_owned() };
    let held = individuals.entry(id.clone()).or_default();
    for at in 0..amount {
        held.push(scenario.resources.len());
        scenario.resources.push(Resource {
            id: numbered(&id, at),
            name: numbered(&name, at),
            pool,
            calendar,
            cost_per_hour,
            multitasking: None,
            place: stated.place(),
        });
    }
    Some(())
}

pub(super) fn tasks(
    root: &At<'_>,
    individuals: &Individuals,
    scenario: &mut Scenario,
    mistakes: &mut Mistakes,
) {
    let Some(stated) = root.need("task_resource_distribution", mistakes) else { return };
    let is_old = stated.value.is_object();
    let listed: Vec<(String, At<'_>)> = if is_old {
        stated.members(mistakes).into_iter().map(|(id, task)| (id.to_owned(), task)).collect()
    } else {
        let items = stated.items(mistakes);
        items.into_iter().filter_map(|at| Some((at.text_of("task_id", mistakes)?.into_owned(), at))).collect()
    };
    for (id, task) in listed {
        let resources: Vec<(String, At<'_>)> = if is_old {
            task.members(mistakes).into_iter().map(|(id, held)| (id.to_owned(), held)).collect()
        } else {
            let Some(list) = task.need("resources", mistakes) else { continue };
            let items = list.items(mistakes);
            items
                .into_iter()
                .filter_map(|at| Some((at.text_of("resource_id", mistakes)?.into_owned(), at)))
                .collect()
        };
        let mut performers: Vec<Performer> = Vec::new();
        for (resource, held) in resources {
            let Some(known) = individuals.get(&resource) else {
                mistakes.note(held.place(), Mistake::Unknown { what: "resource", id: resource });
                continue;
            };
            let Some(duration) = distributions::read(&held, mistakes) else { continue };
            performers.extend(known.iter().map(|at| Performer { resource: *at, duration: duration.clone() }));
        }
        match scenario.tasks.iter_mut().find(|held| held.id == id) {
            Some(held) => held.performers.extend(performers),
            None => scenario.tasks.push(Task {
                id,
                performers,
                duration: None,
                cost: 0.0,
                batching: None,
                patience: None,
                room: None,
                place: task.place(),
            }),
        }
    }
}

/// Chances of taking another task: the same all week (`global`), or by the hour (`local`).
pub(super) fn multitasking(
    root: &At<'_>,
    individuals: &Individuals,
    scenario: &mut Scenario,
    mistakes: &mut Mistakes,
) {
    let Some(stated) = root.get("multitask") else { return };
    let Some(kind) = stated.text_of("type", mistakes) else { return };
    let is_local = kind.eq_ignore_ascii_case("local");
    if !is_local && !kind.eq_ignore_ascii_case("global") {
        let what =
            Mistake::Word { word: kind.into_owned(), what: "kind of multitasking", known: "global, local" };
        mistakes.note(stated.place(), what);
        return;
    }
    let Some(values) = stated.need("values", mistakes) else { return };
    for value in values.items(mistakes) {
        let Some(id) = value.text_of("resource_id", mistakes) else { continue };
        let alone = scenario.resources.iter().position(|resource| resource.id == *id);
        let held = individuals.get(&*id).cloned().or(alone.map(|at| vec![at]));
        let Some(held) = held else {
            mistakes.note(value.place(), Mistake::Unknown { what: "resource", id: id.into_owned() });
            continue;
        };
        let read = if is_local { hourly(&value, mistakes) } else { global(&value, mistakes) };
        for at in held {
            scenario.resources[at].multitasking.clone_from(&read);
        }
    }
}

fn global(value: &At<'_>, mistakes: &mut Mistakes) -> Option<Multitasking> {
    let mut chances = Vec::new();
    chances_of(value, &mut chances, mistakes)?;
    Some(Multitasking::Global(chances))
}

fn hourly(value: &At<'_>, mistakes: &mut Mistakes) -> Option<Multitasking> {
    let mut hours: Vec<Vec<f64>> = vec![Vec::new(); 7 * 24];
    for day in value.need("weekly_probability", mistakes)?.items(mistakes) {
        for period in day.items(mistakes) {
            let (first, last, begin, end) = span(&period, mistakes)?;
            let mut chances = Vec::new();
            chances_of(&period, &mut chances, mistakes)?;
            let days = if last >= first { last - first } else { last + 7 - first };
            for day in (first..=first + days).map(|day| day % 7) {
                let (from, to) = ((begin / 3600.0).floor() as usize, (end / 3600.0).ceil() as usize);
                hours[day * 24 + from..day * 24 + to.min(24).max(from)].fill(chances.clone());
            }
        }
    }
    Some(Multitasking::Hourly(hours))
}

/// Chances with so many tasks in hand, from one on; those not stated are as the next stated one.
fn chances_of(at: &At<'_>, chances: &mut Vec<f64>, mistakes: &mut Mistakes) -> Option<()> {
    for stated in at.need("multitask_info", mistakes)?.items(mistakes) {
        let tasks = stated.need("parallel_tasks", mistakes)?.whole(
            "the number of tasks",
            0,
            MAX_AT_ONCE,
            mistakes,
        )?;
        let probability = stated.need("probability", mistakes)?;
        let chance = probability.within((0.0, 1.0), "the probability", "from 0 to 1", mistakes)?;
        if tasks as usize > chances.len() {
            chances.resize(tasks as usize, chance);
        }
    }
    Some(())
}
