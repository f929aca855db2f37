//! Cases as they went over the map: from step to step, to their first end.

use crate::rooms::processes::{Course, Passage};
use bpmn::map::CustomerMap;
use jiff::Timestamp;
use std::collections::HashMap;

/// A case that is over.
#[derive(Debug, Clone)]
pub struct Trace {
    /// When it was opened.
    pub opened: Timestamp,
    /// Steps in the order of time, with when they were reached; an end comes last, if it came to one.
    pub visits: Vec<(usize, Timestamp)>,
    /// When it was over.
    pub over: Timestamp,
    /// Whether it was closed without having come to an end of the map.
    pub gave_up: bool,
}

/// Cases that are over.
#[derive(Debug, Default)]
pub struct Traces {
    /// They.
    pub over: Vec<Trace>,
}

impl Traces {
    /// The cases that are over; what comes after the first end, such as work on a case that was opened again, does not count.
    pub fn of(map: &CustomerMap, courses: &[Course], passages: &[Passage]) -> Self {
        let number: HashMap<&str, usize> =
            map.steps().iter().enumerate().map(|(at, step)| (&*step.id, at)).collect();
        let by_case: HashMap<_, &[Passage]> =
            passages.chunk_by(|a, b| a.case == b.case).map(|case| (case[0].case, case)).collect();
        let trace = |course: &Course| {
            let passed = by_case.get(&course.case).copied().unwrap_or_default();
            let mut visits = Vec::new();
            for passage in passed {
                let Some(&step) = number.get(&*passage.step) else { continue };
                visits.push((step, passage.at));
                if map.steps()[step].kind.is_end() {
                    break;
                }
            }
            let is_over = |visits: &[(usize, Timestamp)]| {
                visits.last().is_some_and(|(step, _)| map.steps()[*step].kind.is_end())
            };
            if !is_over(&visits) {
                let closed = course.closed_at?;
                // Nobody noted that it came to its end; its outcome says so.
                let outcome = course.outcome.as_deref().and_then(|outcome| number.get(outcome));
                visits.extend(
                    outcome.filter(|&&step| map.steps()[step].kind.is_end()).map(|&step| (step, closed)),
                );
            }
            let gave_up = !is_over(&visits);
            let over = if gave_up { course.closed_at? } else { visits.last()?.1 };
            Some(Trace { opened: course.opened_at, visits, over, gave_up })
        };
        Self { over: courses.iter().filter_map(trace).filter(|trace| !trace.visits.is_empty()).collect() }
    }

    /// Times from reaching each step to reaching the next, seconds.
    pub fn elapsed(&self, steps: usize) -> Vec<Vec<f64>> {
        let mut elapsed = vec![Vec::new(); steps];
        for pair in self.over.iter().flat_map(|trace| trace.visits.windows(2)) {
            elapsed[pair[0].0].push(seconds(pair[0].1, pair[1].1));
        }
        elapsed
    }

    /// Mean time after which customers who wait at a step give up: all the time that was waited there, by how many gave up
    /// (maximum likelihood for a constant rate with censored times). None where nobody did.
    pub fn patience_s(&self, step: usize, work_s: f64) -> Option<f64> {
        let last = |trace: &&Trace| trace.gave_up && trace.visits.last().is_some_and(|visit| visit.0 == step);
        let left: Vec<&Trace> = self.over.iter().filter(last).collect();
        let waited = |from, to| (seconds(from, to) - work_s).max(0.0);
        let stayed =
            self.over.iter().flat_map(|trace| trace.visits.windows(2)).filter(|pair| pair[0].0 == step);
        let sum: f64 = stayed.map(|pair| waited(pair[0].1, pair[1].1)).sum::<f64>()
            + left
                .iter()
                .map(|trace| seconds(trace.visits[trace.visits.len() - 1].1, trace.over))
                .sum::<f64>();
        (!left.is_empty() && sum > 0.0).then(|| sum / left.len() as f64)
    }
}

pub fn seconds(from: Timestamp, to: Timestamp) -> f64 {
    to.duration_since(from).as_secs_f64().max(0.0)
}
