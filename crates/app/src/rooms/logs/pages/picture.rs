//! The map of a log: its most frequent activities, and the ways between them that most cases go.

use crate::rooms::logs::summary::{Arc, Summary};
use crate::web::Say;
use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use chart::Caption;
use chart::map::{Direction, FlowFigures, MapText, StepFigures, draw};
use std::collections::BTreeSet;

/// Activities on the map.
const STEPS: usize = 14;

/// Activities from which on the map for desks needs more room than a desk has.
const LONG: usize = 10;

/// Share of all ways between them, by how often they are gone, that is shown at least.
const SHOWN: f64 = 0.9;

/// The map for desks and phones.
pub struct Picture {
    pub wide: String,
    pub narrow: String,
    /// Whether the map for desks is wider than a desk.
    pub is_long: bool,
    /// How many activities and ways are not on it, in words; empty if everything is.
    pub left_out: String,
}

/// The map; none of a log without activities.
pub fn of(summary: &Summary, say: &Say) -> Option<Picture> {
    let shown = summary.activities.len().min(STEPS);
    let within: Vec<&Arc> = summary.arcs.iter().filter(|arc| arc.from < shown && arc.to < shown).collect();
    let mut chosen = most_gone(&within);
    let starts = joined(summary, shown, &within, &mut chosen);
    let (map, steps, flows) = drawn(summary, say, shown, (&within, &chosen), &starts)?;
    let text = MapText {
        caption: Caption { title: say.text("logs-map"), desc: say.text("logs-map-text") },
        ..MapText::default()
    };
    let picture = |direction| draw(&map, &steps, &flows, &text, direction).to_plain();
    Some(Picture {
        wide: picture(Direction::LeftToRight),
        narrow: picture(Direction::TopToBottom),
        is_long: shown >= LONG,
        left_out: left_out(summary, shown, chosen.len(), say),
    })
}

fn left_out(summary: &Summary, steps: usize, ways: usize, say: &Say) -> String {
    let activities = summary.activity_count.saturating_sub(steps as u64);
    let ways = summary.arcs.len().saturating_sub(ways) as u64;
    if activities + ways == 0 {
        return String::new();
    }
    let count = |n| say.language.count(n);
    say.with2("logs-map-left-out", ("activities", &count(activities)), ("ways", &count(ways)))
}

/// The most frequent ways that together make up [`SHOWN`]; ways come by frequency.
fn most_gone(within: &[&Arc]) -> BTreeSet<usize> {
    let all: u64 = within.iter().map(|arc| arc.count).sum();
    let mut covered = 0;
    let mut chosen = BTreeSet::new();
    for (number, arc) in within.iter().enumerate() {
        if covered as f64 >= SHOWN * all as f64 {
            break;
        }
        covered += arc.count;
        chosen.insert(number);
    }
    chosen
}

/// Adds the strongest way from what can be reached to what cannot, until all can be; gives where cases start.
fn joined(summary: &Summary, shown: usize, within: &[&Arc], chosen: &mut BTreeSet<usize>) -> Vec<usize> {
    let begun: u64 = summary.activities[..shown].iter().map(|activity| activity.starts).sum();
    let is_start = |at: &usize| summary.activities[*at].starts * 20 >= begun.max(1);
    let mut starts: Vec<usize> = (0..shown).filter(is_start).collect();
    let mut reached: BTreeSet<usize> = starts.iter().copied().collect();
    while let Some(lost) = (0..shown).find(|at| !reached.contains(at)) {
        let way = within.iter().position(|arc| reached.contains(&arc.from) && !reached.contains(&arc.to));
        match way {
            Some(number) => {
                chosen.insert(number);
                reached.insert(within[number].to);
            }
            None => {
                starts.push(lost);
                reached.insert(lost);
            }
        }
    }
    starts
}

fn drawn(
    summary: &Summary,
    say: &Say,
    shown: usize,
    (within, chosen): (&[&Arc], &BTreeSet<usize>),
    starts: &[usize],
) -> Option<(CustomerMap, Vec<StepFigures>, Vec<FlowFigures>)> {
    let lane = Lane { id: "log".into(), name: say.text("logs-lane"), visibility: Visibility::Customer };
    let step = |id: String, name: String, kind| Step { id, name, lane: 0, kind };
    let mut steps: Vec<Step> = summary.activities[..shown]
        .iter()
        .enumerate()
        .map(|(at, activity)| step(format!("activity-{at}"), activity.name.clone(), StepKind::Step))
        .collect();
    let mut figures: Vec<StepFigures> = summary.activities[..shown]
        .iter()
        .map(|activity| StepFigures {
            headline: say.language.count(activity.count),
            detail: activity
                .wait
                .map(|wait| say.with("map-median", "time", &say.duration(&wait.median_s)))
                .into_iter()
                .collect(),
            weight: (activity.count as f64 / summary.cases.max(1) as f64).min(1.0),
        })
        .collect();
    steps.push(step("start".into(), say.text("logs-start"), StepKind::Start));
    figures.push(StepFigures {
        headline: say.language.count(summary.cases),
        detail: Vec::new(),
        weight: 1.0,
    });
    let ways = chosen
        .iter()
        .map(|number| (Flow { from: within[*number].from, to: within[*number].to }, within[*number].count));
    let begins = starts.iter().map(|at| (Flow { from: shown, to: *at }, summary.activities[*at].starts));
    let flows: Vec<(Flow, u64)> = ways.chain(begins).collect();
    let labels = flows
        .iter()
        .map(|(_, count)| FlowFigures { label: say.language.count(*count), weight: *count as f64 })
        .collect();
    let map = CustomerMap::new(vec![lane], steps, flows.into_iter().map(|(flow, _)| flow).collect()).ok()?;
    Some((map, figures, labels))
}
