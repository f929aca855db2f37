//! Replications: the same scenario again and again with other random numbers, on as many threads as there are.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use jiff::Zoned;
use rayon::prelude::*;

use crate::kernel::{Extent, Kernel};
use crate::log::LogSink;
use crate::net::Net;
use crate::place::Error;
use crate::plan::Plan;
use crate::scenario::Scenario;
use crate::tally::Run;

/// The most cases of a replication.
pub const MAX_CASES: u64 = 100_000_000;

/// The most replications.
pub const MAX_REPLICATIONS: u64 = 100_000;

/// The most cases of all replications together.
pub const MAX_CASES_IN_ALL: u64 = 1_000_000_000;

/// How much is simulated.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the random numbers begin: the same seed gives the same bytes.
    pub seed: u64,
    /// How often the scenario is run, from 1.
    pub replications: u64,
    /// Cases of each replication, from 1.
    pub cases: u64,
    /// How many cases of each replication are not counted, so that an empty start does not matter.
    pub warm_up: u64,
    /// No event after so many seconds from the start happens; without it, each case comes to its end.
    pub until_s: Option<f64>,
    /// When the first replication's clock starts, which is the start of all others, too. Hours of a week are on its clock.
    pub start: Zoned,
}

impl Options {
    /// 20 replications of 1,000 cases from seed 1 on, from `start`.
    #[must_use]
    pub fn new(start: Zoned) -> Self {
        Self { seed: 1, replications: 20, cases: 1_000, warm_up: 0, until_s: None, start }
    }

    fn check(&self) -> Result<(), Error> {
        let within = |what, value: u64, least: u64, most: u64| {
            let (value, least, most) = (value as f64, least as f64, most as f64);
            if (least..=most).contains(&value) {
                Ok(())
            } else {
                Err(Error::Option { what, value, least, most })
            }
        };
        within("the number of cases", self.cases, 1, MAX_CASES)?;
        within("the number of replications", self.replications, 1, MAX_REPLICATIONS)?;
        let in_all = self.cases.saturating_mul(self.replications);
        within("the number of cases of all replications", in_all, 1, MAX_CASES_IN_ALL)?;
        within("the warm-up in cases", self.warm_up, 0, self.cases - 1)?;
        match self.until_s {
            Some(value) if !(value > 0.0 && value <= 1e10) => {
                Err(Error::Option { what: "the end in seconds", value, least: 0.0, most: 1e10 })
            }
            _ => Ok(()),
        }
    }
}

/// How far a simulation is, for whoever waits for it; it can be told to stop.
#[derive(Debug, Default)]
pub struct Progress {
    cases: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// Cases that have come so far, of all replications.
    #[must_use]
    pub fn cases(&self) -> u64 {
        self.cases.load(Ordering::Relaxed)
    }

    /// Asks to stop soon; [`run`](crate::run) then gives [`Error::Cancelled`].
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// Runs all replications, on the threads of the present pool of `rayon`. The answer does not depend on how many there are.
pub(crate) fn run_all(
    net: &Net,
    scenario: &Scenario,
    options: &Options,
    progress: &Progress,
    log: Option<&mut dyn LogSink>,
) -> Result<(Vec<Run>, Names), Error> {
    options.check()?;
    let plan = Plan::new(net, scenario, &options.start).map_err(Error::Scenario)?;
    let log = Mutex::new(log);
    let runs: Result<Vec<Run>, Error> = (0..options.replications)
        .into_par_iter()
        .map(|replication| {
            let extent = Extent {
                seed: options.seed,
                replication,
                cases: options.cases,
                warm_up: options.warm_up,
                until_s: options.until_s.unwrap_or(f64::INFINITY),
            };
            let mut sink =
                if replication == 0 { log.lock().ok().and_then(|mut log| log.take()) } else { None };
            let told = AtomicU64::new(0);
            let go_on = |cases: u64| {
                progress.cases.fetch_add(cases - told.swap(cases, Ordering::Relaxed), Ordering::Relaxed);
                !progress.is_cancelled()
            };
            if progress.is_cancelled() {
                return Err(Error::Cancelled);
            }
            let sink = sink.as_mut().map(|sink| &mut **sink as &mut dyn LogSink);
            let run = Kernel::new(&plan, extent, sink).run(&go_on)?;
            go_on(run.arrived.max(told.load(Ordering::Relaxed)));
            Ok(run)
        })
        .collect();
    runs.map(|runs| (runs, Names::of(&plan)))
}

/// What the figures of a run are called.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    /// Identifier and name of each task.
    pub tasks: Vec<(String, String)>,
    /// Identifier, name and pool of each resource.
    pub resources: Vec<(String, String, String)>,
    /// The resources of each queue.
    pub queues: Vec<Vec<u32>>,
    /// For each task, the queue it waits in.
    pub queue_of: Vec<Option<u32>>,
    /// Identifier and name of each node.
    pub nodes: Vec<(String, String)>,
}

impl Names {
    fn of(plan: &Plan<'_>) -> Self {
        let of_node = |node: &crate::net::Node| (node.id.clone(), node.name.clone());
        Self {
            tasks: plan.tasks.iter().map(|task| of_node(&plan.net.nodes[task.node as usize])).collect(),
            resources: plan
                .resources
                .iter()
                .map(|r| (r.id.clone(), r.name.clone(), r.pool.clone()))
                .collect(),
            queues: plan.queues.iter().map(|queue| queue.resources.clone()).collect(),
            queue_of: plan.tasks.iter().map(|task| task.queue).collect(),
            nodes: plan.net.nodes.iter().map(of_node).collect(),
        }
    }

    /// Identifiers of the tasks that wait in a queue.
    pub fn tasks_of(&self, queue: usize) -> Vec<String> {
        let waits = self.queue_of.iter().zip(&self.tasks).filter(|(held, _)| **held == Some(queue as u32));
        waits.map(|(_, (id, _))| id.clone()).collect()
    }
}
