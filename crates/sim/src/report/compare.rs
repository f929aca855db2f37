//! Two scenarios side by side: paired differences under the same random numbers.

use serde::Serialize;

use super::{Figure, Report};
use crate::replications::Names;
use crate::tally::{Run, Tally};

/// Another scenario, and how it differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The other scenario's own figures.
    #[serde(flatten)]
    pub other: Report,
    /// The other minus the first, replication by replication.
    pub delta: Deltas,
}

/// A mean difference with its interval.
pub type Delta = Figure;

/// Differences of the figures, the other minus the first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Deltas {
    /// Of the mean cycle time.
    pub cycle_time_s: Delta,
    /// Of the mean waiting time.
    pub waiting_time_s: Delta,
    /// Of the mean processing time.
    pub processing_time_s: Delta,
    /// Of the mean idle time.
    pub idle_time_s: Delta,
    /// Of the mean time from arrival to end.
    pub elapsed_time_s: Delta,
    /// Of the mean cost.
    pub cost: Delta,
    /// Of all cost of a replication.
    pub cost_total: Delta,
    /// Of the number of cases that gave up.
    pub abandoned: Delta,
    /// Of the number of cases that found no room.
    pub blocked: Delta,
    /// Of the utilisation of each pool that both have.
    pub pools: Vec<PoolDelta>,
    /// Of each task that both have.
    pub tasks: Vec<TaskDelta>,
}

/// How a pool differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PoolDelta {
    /// Its name.
    pub profile: String,
    /// Of its utilisation.
    pub utilisation: Delta,
}

/// How a task differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaskDelta {
    /// The activity.
    pub id: String,
    /// Of how often it was done.
    pub count: Delta,
    /// Of its mean wait.
    pub waiting_s: Delta,
    /// Of its mean work.
    pub processing_s: Delta,
}

impl Comparison {
    pub(crate) fn new(first: (&[Run], &Names), other: (&[Run], &Names), report: Report) -> Self {
        let pairs: Vec<(&Run, &Run)> = first.0.iter().zip(other.0).collect();
        let mean = |of: fn(&Run) -> &Tally| paired(&pairs, |run| of(run).mean(), |run| of(run).mean());
        let number = |of: fn(&Run) -> f64| paired(&pairs, |run| Some(of(run)), |run| Some(of(run)));
        let task = |at: usize, id: &str| {
            let there = other.1.tasks.iter().position(|(other, _)| other == id)?;
            let of = |value: fn(&crate::tally::TaskRun) -> Option<f64>| {
                paired(&pairs, move |run| value(&run.tasks[at]), move |run| value(&run.tasks[there]))
            };
            Some(TaskDelta {
                id: id.to_owned(),
                count: of(|task| Some(task.processing.n as f64)),
                waiting_s: of(|task| task.waiting.mean()),
                processing_s: of(|task| task.processing.mean()),
            })
        };
        let delta = Deltas {
            cycle_time_s: mean(|run| &run.cycle),
            waiting_time_s: mean(|run| &run.waiting),
            processing_time_s: mean(|run| &run.processing),
            idle_time_s: mean(|run| &run.idle),
            elapsed_time_s: mean(|run| &run.elapsed),
            cost: mean(|run| &run.cost),
            cost_total: number(|run| run.cost.sum),
            abandoned: number(|run| run.abandoned as f64),
            blocked: number(|run| run.blocked as f64),
            pools: pools(&pairs, first.1, other.1),
            tasks: first.1.tasks.iter().enumerate().filter_map(|(at, (id, _))| task(at, id)).collect(),
        };
        Self { other: report, delta }
    }
}

/// The difference in each pair of replications that both have a value.
fn paired(
    pairs: &[(&Run, &Run)],
    first: impl Fn(&Run) -> Option<f64>,
    other: impl Fn(&Run) -> Option<f64>,
) -> Delta {
    Figure::over(pairs.iter().filter_map(|(one, two)| Some(other(two)? - first(one)?)))
}

fn pools(pairs: &[(&Run, &Run)], first: &Names, other: &Names) -> Vec<PoolDelta> {
    let mut names: Vec<&str> = Vec::new();
    for (_, _, pool) in &first.resources {
        let is_in_both = other.resources.iter().any(|(_, _, there)| there == pool);
        if is_in_both && !names.contains(&&**pool) {
            names.push(pool);
        }
    }
    let utilisation = |run: &Run, names: &Names, pool: &str| {
        let of_pool = || run.resources.iter().zip(&names.resources).filter(|(_, (_, _, held))| held == pool);
        let available: f64 = of_pool().map(|(resource, _)| resource.available_s).sum();
        let worked: f64 = of_pool().map(|(resource, _)| resource.worked_s).sum();
        (available > 0.0).then(|| worked / available)
    };
    names
        .into_iter()
        .map(|pool| PoolDelta {
            profile: pool.to_owned(),
            utilisation: paired(
                pairs,
                |run| utilisation(run, first, pool),
                |run| utilisation(run, other, pool),
            ),
        })
        .collect()
}
