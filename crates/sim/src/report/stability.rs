//! Queues that grow without end.

use serde::Serialize;

use super::Figure;
use crate::replications::Names;
use crate::tally::Run;

/// Cases below which a run is too short to tell.
const MIN_CASES: u64 = 200;

/// A queue whose mean length over the last quarter of the arrivals is so much of that over the second quarter grows. One
/// that grows evenly has 3.5 / 1.5 = 2.33; one at the edge, whose length is a random walk, about 1.5; a stable one 1.
const GROWTH: f64 = 1.8;

/// How many tasks have to be waiting at the end for a queue to matter.
const MIN_LENGTH: f64 = 10.0;

/// A queue that grows without end: more work comes than its people can do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unstable {
    /// Those who do the work.
    pub resources: Vec<String>,
    /// The tasks that wait for them.
    pub tasks: Vec<String>,
    /// How many tasks more wait with each day of arrivals.
    pub growth_per_day: f64,
    /// Mean number of waiting tasks in the last quarter of the arrivals.
    pub waiting: f64,
}

/// The queues that grow in most replications.
pub(super) fn unstable(runs: &[Run], names: &Names) -> Vec<Unstable> {
    if runs.iter().any(|run| run.arrived < MIN_CASES) {
        return Vec::new();
    }
    (0..names.queues.len())
        .filter_map(|queue| {
            let grows = |run: &&Run| {
                let lengths = run.queues[queue].lengths;
                lengths[3] >= MIN_LENGTH
                    && lengths[3] >= GROWTH * lengths[1]
                    && lengths[1] >= lengths[0]
                    && lengths[3] >= lengths[2]
            };
            let growing = runs.iter().filter(grows).count();
            if 2 * growing <= runs.len() {
                return None;
            }
            let mean = |of: &dyn Fn(&Run) -> f64| Figure::over(runs.iter().map(of)).mean.unwrap_or(0.0);
            let growth = |run: &Run| {
                let held = run.queues[queue];
                let apart_s = held.spans_s[1] / 2.0 + held.spans_s[2] + held.spans_s[3] / 2.0;
                (held.lengths[3] - held.lengths[1]) / (apart_s / 86_400.0).max(f64::MIN_POSITIVE)
            };
            let resources = &names.queues[queue];
            Some(Unstable {
                resources: resources.iter().map(|at| names.resources[*at as usize].0.clone()).collect(),
                tasks: names.tasks_of(queue),
                growth_per_day: mean(&growth),
                waiting: mean(&|run| run.queues[queue].lengths[3]),
            })
        })
        .collect()
}
