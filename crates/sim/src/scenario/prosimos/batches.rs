//! Batching: `batch_processing`.

use super::At;
use crate::place::Mistake;
use crate::scenario::Scenario;
use crate::scenario::batch::{BatchKind, Batching, Firing};
use crate::scenario::json::Mistakes;
use crate::timetable::DAY_S;

/// The most tasks of a batch.
const MAX_SIZE: u32 = 1_000_000;

pub(super) fn read(root: &At<'_>, scenario: &mut Scenario, mistakes: &mut Mistakes) {
    let Some(stated) = root.get("batch_processing") else { return };
    for batch in stated.items(mistakes) {
        let Some(id) = batch.text_of("task_id", mistakes) else { continue };
        let Some(batching) = batching(&batch, mistakes) else { continue };
        match scenario.tasks.iter_mut().find(|task| task.id == id) {
            Some(task) => task.batching = Some(batching),
            None => mistakes.note(batch.place(), Mistake::Unknown { what: "task", id: id.into_owned() }),
        }
    }
}

fn batching(at: &At<'_>, mistakes: &mut Mistakes) -> Option<Batching> {
    let kind = at.text_of("type", mistakes)?;
    let kind = match &*kind.to_lowercase() {
        "sequential" => BatchKind::Sequential,
        "concurrent" => BatchKind::Concurrent,
        "parallel" => BatchKind::Parallel,
        _ => {
            let known = "Sequential, Concurrent, Parallel";
            mistakes
                .note(at.place(), Mistake::Word { word: kind.into_owned(), what: "kind of batch", known });
            return None;
        }
    };
    let mut scale = keyed(&at.need("duration_distrib", mistakes)?, mistakes)?;
    if !scale.iter().any(|(size, _)| *size == 1) {
        scale.push((1, 1.0));
    }
    scale.sort_by_key(|(size, _)| *size);
    let stated = keyed(&at.need("size_distrib", mistakes)?, mistakes)?;
    let total: f64 = stated.iter().map(|(_, share)| share).sum();
    let alone = stated.iter().find(|(size, _)| *size == 1).map_or(0.0, |(_, share)| *share);
    let mut firing = Vec::new();
    for group in at.get("firing_rules").iter().flat_map(|rules| rules.items(mistakes)).collect::<Vec<_>>() {
        firing.push(group_of(&group, mistakes)?);
    }
    if firing.is_empty() && total <= 0.0 {
        mistakes.note(at.place(), Mistake::Missing("firing_rules".into()));
        return None;
    }
    let mut up_to = 0.0;
    let sizes = stated.into_iter().map(|(size, share)| {
        up_to += share;
        (size, up_to)
    });
    let sizes: Vec<(u32, f64)> = if firing.is_empty() { sizes.collect() } else { Vec::new() };
    let alone = if firing.is_empty() || total <= 0.0 { 0.0 } else { alone / total };
    Some(Batching { kind, alone, scale, firing, sizes })
}

/// Sizes and a number for each.
fn keyed(at: &At<'_>, mistakes: &mut Mistakes) -> Option<Vec<(u32, f64)>> {
    let read = |item: &At<'_>, mistakes: &mut Mistakes| {
        let key = item.need("key", mistakes)?.whole("a size", 1, MAX_SIZE, mistakes)?;
        let value =
            item.need("value", mistakes)?.within((0.0, 1e9), "the value", "zero or more", mistakes)?;
        Some((key, value))
    };
    at.items(mistakes).iter().map(|item| read(item, mistakes)).collect()
}

fn group_of(group: &At<'_>, mistakes: &mut Mistakes) -> Option<Firing> {
    let mut firing = Firing::default();
    let mut sized = false;
    for rule in group.items(mistakes) {
        let attribute = rule.text_of("attribute", mistakes)?;
        let comparison = rule.text_of("comparison", mistakes)?;
        let value = rule.need("value", mistakes)?;
        if !["<", "<=", "=", ">=", ">"].contains(&&*comparison) {
            let what =
                Mistake::Word { word: comparison.into_owned(), what: "comparison", known: "<, <=, =, >=, >" };
            mistakes.note(rule.place(), what);
            return None;
        }
        match &*attribute {
            "size" => {
                let size = value.whole("the size", 0, MAX_SIZE, mistakes)?;
                sized = true;
                match &*comparison {
                    "<" => firing.size_to = size.saturating_sub(1).max(1),
                    "<=" => firing.size_to = size.max(1),
                    "=" => (firing.size_from, firing.size_to) = (size.max(1), size.max(1)),
                    ">=" => firing.size_from = size.max(1),
                    _ => firing.size_from = size + 1,
                }
            }
            "ready_wt" | "large_wt" => {
                let seconds = value.within((0.0, 1e10), "the time", "zero or more", mistakes)?;
                let is_ready = &*attribute == "ready_wt";
                if is_ready && !sized {
                    firing.size_from = 1;
                }
                bound(
                    if is_ready { &mut firing.since_last } else { &mut firing.since_first },
                    &comparison,
                    seconds,
                );
            }
            "daily_hour" => {
                let hour = value.within((0.0, 24.0), "the hour", "from 0 to 24", mistakes)? * 3600.0;
                if comparison == "=" {
                    firing.time_of_day = (hour, (hour + 3600.0).min(DAY_S));
                } else {
                    bound(&mut firing.time_of_day, &comparison, hour);
                }
            }
            "week_day" => firing.day = Some(day(&rule, &value, &comparison, mistakes)?),
            _ => {
                let known = "size, ready_wt, large_wt, daily_hour, week_day";
                let what = Mistake::Word { word: attribute.into_owned(), what: "firing rule", known };
                mistakes.note(rule.place(), what);
                return None;
            }
        }
    }
    if firing.time_of_day.0 >= firing.time_of_day.1 {
        mistakes.note(group.place(), Mistake::Conflict("no time of day fits both bounds"));
        return None;
    }
    Some(firing)
}

fn bound(range: &mut (f64, f64), comparison: &str, value: f64) {
    match comparison {
        "<" | "<=" => range.1 = value,
        "=" => *range = (value, value),
        // A second more is what "more than" means where clocks show seconds.
        ">" => range.0 = value + 1.0,
        _ => range.0 = value,
    }
}

fn day(rule: &At<'_>, value: &At<'_>, comparison: &str, mistakes: &mut Mistakes) -> Option<u32> {
    let text = value.text(mistakes)?.to_uppercase();
    let days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    let found = days.iter().position(|day| *day == text);
    if found.is_none() || comparison != "=" {
        let what =
            Mistake::Word { word: text, what: "day of the week to be equal to", known: "MONDAY to SUNDAY" };
        mistakes.note(rule.place(), what);
        return None;
    }
    found.map(|at| at as u32)
}
