//! Figures over replications: what `touchline simulate --json` prints.

mod compare;
mod figure;
mod stability;

use serde::Serialize;

use crate::replications::{Names, Options};
use crate::tally::{Run, Tally};

pub use compare::{Comparison, Delta, Deltas, PoolDelta, TaskDelta};
pub use figure::{Cost, Figure, Spread, replications_for};
pub use stability::Unstable;

/// What a simulation found. Times are in seconds and per case, each figure is the mean over replications, and `ci95` a
/// Student-t interval over them; it is missing with a single replication.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Where the random numbers began.
    pub seed: u64,
    /// How many replications were run.
    pub replications: u64,
    /// Cases of each.
    pub cases: u64,
    /// Tasks done in the first replication: rows of its log.
    pub log_rows: u64,
    /// From arrival to end, without [`idle_time_s`](Self::idle_time_s).
    pub cycle_time_s: Spread,
    /// While at least one task was waiting for somebody.
    pub waiting_time_s: Spread,
    /// While at least one task was worked at.
    pub processing_time_s: Spread,
    /// While work in hand rested because nobody was there, and while events were awaited.
    pub idle_time_s: Spread,
    /// From arrival to end.
    pub elapsed_time_s: Spread,
    /// Of a case.
    pub cost: Cost,
    /// Cases that gave up waiting.
    pub abandoned: Figure,
    /// Cases that found no room to wait.
    pub blocked: Figure,
    /// Cases that were not over when nothing was left to happen, or the end of time had come.
    pub unfinished: Figure,
    /// A step at which one of those cases is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unfinished_at: Option<String>,
    /// Each resource.
    pub resources: Vec<ResourceFigures>,
    /// Each task.
    pub tasks: Vec<TaskFigures>,
    /// Queues that grow without end. With any, the means of times say more about the number of cases than about the process:
    /// they are left out.
    pub unstable: Vec<Unstable>,
    /// The comparison with another scenario.
    pub compare: Option<Box<Comparison>>,
}

/// A resource's part in a replication.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResourceFigures {
    /// Its identifier.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Name of its pool.
    pub profile: String,
    /// Worked time by the time it was there, from the first work of anybody to the last.
    pub utilisation: Option<f64>,
    /// Its 95 % interval over replications.
    pub utilisation_ci95: Option<[f64; 2]>,
    /// Tasks done.
    pub tasks: f64,
    /// Time worked.
    pub worked_s: f64,
}

/// A task's figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaskFigures {
    /// The activity.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// How often it was done in a replication.
    pub count: f64,
    /// From when it could begin to when it began.
    pub waiting_s: Spread,
    /// Work at it.
    pub processing_s: Spread,
    /// Each time.
    pub cost: Cost,
}

impl Report {
    pub(crate) fn new(options: &Options, runs: &[Run], names: &Names) -> Self {
        let unstable = stability::unstable(runs, names);
        let mut report = Self {
            seed: options.seed,
            replications: options.replications,
            cases: options.cases,
            log_rows: runs.first().map_or(0, |run| run.log_rows),
            cycle_time_s: spread(runs, |run| &run.cycle),
            waiting_time_s: spread(runs, |run| &run.waiting),
            processing_time_s: spread(runs, |run| &run.processing),
            idle_time_s: spread(runs, |run| &run.idle),
            elapsed_time_s: spread(runs, |run| &run.elapsed),
            cost: cost(runs, |run| &run.cost),
            abandoned: figure(runs, |run| run.abandoned as f64),
            blocked: figure(runs, |run| run.blocked as f64),
            unfinished: figure(runs, |run| run.unfinished as f64),
            unfinished_at: runs
                .iter()
                .find_map(|run| run.unfinished_at)
                .map(|node| names.nodes[node as usize].0.clone()),
            resources: (0..names.resources.len()).map(|at| resource(runs, names, at)).collect(),
            tasks: (0..names.tasks.len()).map(|at| task(runs, names, at)).collect(),
            unstable,
            compare: None,
        };
        if !report.unstable.is_empty() {
            for spread in [&mut report.cycle_time_s, &mut report.waiting_time_s, &mut report.elapsed_time_s] {
                spread.forget_means();
            }
            report.forget_growing_waits();
        }
        report
    }

    /// Tasks of people whose queue grows without end have no mean wait either.
    fn forget_growing_waits(&mut self) {
        let growing: Vec<&str> =
            self.unstable.iter().flat_map(|unstable| unstable.tasks.iter().map(|task| &**task)).collect();
        for task in &mut self.tasks {
            if growing.contains(&&*task.id) {
                task.waiting_s.forget_means();
            }
        }
    }
}

fn figure(runs: &[Run], value: impl Fn(&Run) -> f64) -> Figure {
    Figure::over(runs.iter().map(value))
}

fn spread<'a>(runs: &'a [Run], of: impl Fn(&'a Run) -> &'a Tally + Clone) -> Spread {
    Spread::over(runs.iter().map(of))
}

fn cost<'a>(runs: &'a [Run], of: impl Fn(&'a Run) -> &'a Tally + Clone) -> Cost {
    Cost::over(runs.iter().map(of))
}

fn resource(runs: &[Run], names: &Names, at: usize) -> ResourceFigures {
    let (id, name, profile) = names.resources[at].clone();
    let of = |value: &dyn Fn(&crate::tally::ResourceRun) -> f64| {
        figure(runs, |run| value(&run.resources[at])).mean
    };
    let shares = runs.iter().map(|run| &run.resources[at]).filter(|resource| resource.available_s > 0.0);
    let utilisation = Figure::over(shares.map(|resource| resource.worked_s / resource.available_s));
    ResourceFigures {
        id,
        name,
        profile,
        utilisation: utilisation.mean,
        utilisation_ci95: utilisation.ci95,
        tasks: of(&|resource| resource.tasks as f64).unwrap_or(0.0),
        worked_s: of(&|resource| resource.worked_s).unwrap_or(0.0),
    }
}

fn task(runs: &[Run], names: &Names, at: usize) -> TaskFigures {
    let (id, name) = names.tasks[at].clone();
    TaskFigures {
        id,
        name,
        count: figure(runs, |run| run.tasks[at].processing.n as f64).mean.unwrap_or(0.0),
        waiting_s: spread(runs, |run| &run.tasks[at].waiting),
        processing_s: spread(runs, |run| &run.tasks[at].processing),
        cost: cost(runs, |run| &run.tasks[at].cost),
    }
}
