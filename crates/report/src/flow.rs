//! The process as it really went: steps with their waits, arcs between them, and how cases ended.

use std::collections::HashMap;

use crate::figures::{Arc, Step};
use crate::gather::Gathered;
use crate::spec::{Spec, Words};

/// The steps and arcs of a report, and the end of each case as a place among the steps.
pub(crate) struct Flow {
    pub steps: Vec<Step>,
    pub arcs: Vec<Arc>,
    pub end_of_case: Vec<Option<usize>>,
    /// The furthest step of each case, the one at which the score is asked apart.
    pub reached: Vec<Option<usize>>,
}

pub(crate) fn flow(spec: &Spec, data: &Gathered) -> Flow {
    let graph = mining::directly_follows(&data.log);
    let mut steps: Vec<Step> = mining_steps(spec, data);
    for (number, step) in steps.iter_mut().enumerate() {
        step.starts = graph.starts[number];
        step.wait = graph.waits[number];
    }
    let mut arcs: Vec<Arc> = graph
        .arcs
        .iter()
        .map(|arc| Arc { from: arc.from as usize, to: arc.to as usize, count: arc.count })
        .collect();

    let activities = steps.len();
    let end_of_case = ends_of_cases(spec, data, activities);
    steps.extend(spec.ends.iter().map(|end| Step {
        id: end.id.clone(),
        name: end.name.clone(),
        lane: end.lane,
        end: Some(end.good),
        count: 0,
        cases: 0,
        starts: 0,
        wait: None,
    }));
    let mut into_ends: HashMap<(usize, usize), u64> = HashMap::new();
    for (case, end) in data.log.iter().zip(&end_of_case) {
        let Some(end) = *end else { continue };
        steps[end].count += 1;
        steps[end].cases += 1;
        if let Some(&last) = case.activity.last() {
            *into_ends.entry((last as usize, end)).or_default() += 1;
        }
    }
    arcs.extend(into_ends.into_iter().map(|((from, to), count)| Arc { from, to, count }));
    arcs.sort_by_key(|arc| (std::cmp::Reverse(arc.count), arc.from, arc.to));
    Flow { reached: reached(spec, data), steps, arcs, end_of_case }
}

/// One step for each activity of the log; the numbers are the same.
fn mining_steps(spec: &Spec, data: &Gathered) -> Vec<Step> {
    let mut counts = vec![(0_u64, 0_u64, usize::MAX); data.log.activities().len()];
    for (number, case) in data.log.iter().enumerate() {
        for &activity in case.activity {
            let (count, cases, last_case) = &mut counts[activity as usize];
            *count += 1;
            *cases += u64::from(*last_case != number);
            *last_case = number;
        }
    }
    let other_lane = spec.log.as_ref().map_or(0, |log| log.lane);
    let named = |id: &str| spec.steps.iter().find(|step| step.activity == id);
    let steps = data.log.activities().iter().zip(counts).map(|(id, (count, cases, _))| Step {
        id: id.to_owned(),
        name: named(id).map_or_else(|| Words::from(id), |step| step.name.clone()),
        lane: named(id).map_or(other_lane, |step| step.lane),
        end: None,
        count,
        cases,
        starts: 0,
        wait: None,
    });
    steps.collect()
}

fn ends_of_cases(spec: &Spec, data: &Gathered, first: usize) -> Vec<Option<usize>> {
    let mut ends = vec![None; data.cases.count];
    for (number, end) in spec.ends.iter().enumerate() {
        for (place, holds) in ends.iter_mut().zip(data.cases.holding(&end.when)) {
            if holds && place.is_none() {
                *place = Some(first + number);
            }
        }
    }
    ends
}

/// The last step of each case: by the order of the spec where it names the steps, since customers may answer before
/// what they were promised is done; by time where the log names them.
fn reached(spec: &Spec, data: &Gathered) -> Vec<Option<usize>> {
    let asked = spec.score.as_ref().and_then(|score| score.step);
    let furthest = |path: &[u32]| {
        let mut steps = path.iter().map(|&step| step as usize).filter(|&step| Some(step) != asked);
        if spec.log.is_some() { steps.next_back() } else { steps.max() }
    };
    data.log.iter().map(|case| furthest(case.activity)).collect()
}
