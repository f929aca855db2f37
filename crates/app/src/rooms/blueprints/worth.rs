//! What a place to streamline costs in a year: hours of work, money and what customers say.

use super::known::Known;
use crate::rooms::processes::Passage;
use bpmn::view::streamline::Place;
use measure::{Difference, Moments};
use std::collections::HashSet;
use uuid::Uuid;

/// What a place costs.
#[derive(Debug, Clone, Default)]
pub struct Worth {
    /// How often it came to it.
    pub times: u64,
    /// Work that would not be needed, seconds; work is assumed, how often is measured.
    pub work_s: f64,
    /// What that work costs, in whole cents, where the cost is known.
    pub cents: Option<i64>,
    /// Time that cases took for it, seconds, all together.
    pub elapsed_s: f64,
    /// How likely customers are to recommend where it happened and where it did not, 0 to 10.
    pub score: Difference,
}

/// What each place costs by the passages of a year, which come case by case in the order of time.
pub fn worths(known: &Known, places: &[Place], passages: &[Passage]) -> Vec<Worth> {
    let walks = Walks::of(known, passages);
    places.iter().map(|place| walks.worth(known, *place)).collect()
}

/// The steps that each case came to.
struct Walks {
    cases: Vec<(Uuid, Vec<usize>)>,
}

impl Walks {
    fn of(known: &Known, passages: &[Passage]) -> Self {
        let place = |id: &str| known.process.map.steps().iter().position(|step| step.id == id);
        let cases = passages
            .chunk_by(|a, b| a.case == b.case)
            .map(|case| (case[0].case, case.iter().filter_map(|passage| place(&passage.step)).collect()))
            .collect();
        Self { cases }
    }

    fn worth(&self, known: &Known, place: Place) -> Worth {
        let flows = known.process.map.flows();
        let count = |walk: &[usize]| -> usize {
            match place {
                Place::Loop { flow } | Place::HandOff { flow } => {
                    let flow = flows[flow];
                    walk.windows(2).filter(|pair| (pair[0], pair[1]) == (flow.from, flow.to)).count()
                }
                Place::AskedAgain { first, again } if first == again => {
                    walk.iter().filter(|&&step| step == again).count().saturating_sub(1)
                }
                Place::AskedAgain { again, .. } => walk.iter().filter(|&&step| step == again).count(),
                Place::NoValue { step } => walk.iter().filter(|&&at| at == step).count(),
            }
        };
        let hit: HashSet<Uuid> =
            self.cases.iter().filter(|(_, walk)| count(walk) > 0).map(|(case, _)| *case).collect();
        let times: usize = self.cases.iter().map(|(_, walk)| count(walk)).sum();
        let mut worth = Worth { times: times as u64, ..Worth::default() };
        if let Some(step) = redone(known, place) {
            let said = &known.blueprint().steps()[step];
            worth.work_s = said.times.process_s.unwrap_or_default() * times as f64;
            worth.cents = said.cost.as_ref().map(|cost| cost.minor_units.saturating_mul(times as i64));
        }
        worth.elapsed_s = match place {
            Place::Loop { flow } | Place::HandOff { flow } => {
                known.figures.flows[flow].map_or(0.0, |way| way.times.mean_s * way.count as f64)
            }
            Place::AskedAgain { again: step, .. } | Place::NoValue { step } => {
                known.figures.steps[step].wait.map_or(0.0, |wait| wait.mean_s * times as f64)
            }
        };
        let (mut with, mut without) = (Moments::default(), Moments::default());
        for (case, _) in &self.cases {
            if let Some(&score) = known.heard.of_cases.get(case) {
                if hit.contains(case) { with.push(score) } else { without.push(score) }
            }
        }
        worth.score = Difference { with, without };
        worth
    }
}

/// The step whose work would be spared; a hand-off spares none but its waiting.
fn redone(known: &Known, place: Place) -> Option<usize> {
    match place {
        Place::Loop { flow } => Some(known.process.map.flows()[flow].to),
        Place::HandOff { .. } => None,
        Place::AskedAgain { again, .. } => Some(again),
        Place::NoValue { step } => Some(step),
    }
}
