//! The simulator's heart: takes the next event, lets tokens move until all stand still, and goes on.

mod agenda;
mod batches;
mod cancel;
mod cases;
mod moves;
mod people;
mod scopes;
mod store;
mod waits;
mod work;

use crate::log::LogSink;
use crate::place::Error;
use crate::plan::Plan;
use crate::scenario::attributes::Value;
use crate::tally::{QueueRun, ResourceRun, Run, TaskRun};

use agenda::{Agenda, What};
use batches::{Batch, Bundle};
use people::{Person, Queue};
use store::{Case, Frame, Rows, Slab, Token};

/// The most cases in progress at once.
pub const MAX_AT_ONCE: usize = 2_000_000;

/// The most steps of one case.
pub const MAX_STEPS: u64 = 1_000_000;

/// The longest single time, three years: a draw above it is cut to it, so that every run comes to its end.
pub const MAX_TIME_S: f64 = 1e8;

/// How often events are counted before somebody is asked whether to stop.
const EVENTS_BETWEEN_ASKING: u64 = 1 << 14;

/// What one replication is to do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    pub seed: u64,
    pub replication: u64,
    pub cases: u64,
    /// Cases before it are not counted.
    pub warm_up: u64,
    /// No event after it happens, in seconds from the start.
    pub until_s: f64,
}

/// A replication in progress.
pub(crate) struct Kernel<'a> {
    plan: &'a Plan<'a>,
    extent: Extent,
    log: Option<&'a mut dyn LogSink>,
    now: f64,
    agenda: Agenda,
    cases: Slab<Case>,
    frames: Slab<Frame>,
    tokens: Slab<Token>,
    rows: Rows,
    globals: Vec<Value>,
    /// Tokens on their way: frame, its generation, node, number of the incoming flow.
    moving: Vec<(u32, u32, u32, u32)>,
    /// Frames whose inclusive joins have to be looked at.
    joins: Vec<u32>,
    queues: Vec<Queue>,
    people: Vec<Person>,
    /// People who have ended something and look for more.
    released: Vec<u32>,
    batches: Vec<Batch>,
    bundles: Slab<Bundle>,
    /// Waiting tasks of each task.
    waiting: Vec<u32>,
    keys: Keys,
    /// Tasks that had to wait, which numbers them in the order of coming.
    offered: u64,
    started: u64,
    quarter: usize,
    quarter_since: f64,
    cases_changed: f64,
    /// When the first work began and the last ended, among those counted.
    span: (f64, f64),
    run: Run,
    failed: Option<Error>,
    scratch: Vec<(f64, f64)>,
}

/// Keys of the streams in this replication.
struct Keys {
    tasks: Vec<u64>,
    patience: Vec<u64>,
    choices: Vec<u64>,
    arrivals: Vec<u64>,
    attributes: Vec<u64>,
    updates: Vec<u64>,
    /// Of events and repetitions, by node.
    delays: Vec<u64>,
    counts: Vec<u64>,
    resources: Vec<u64>,
}

impl Keys {
    fn new(plan: &Plan<'_>, extent: &Extent) -> Self {
        let key = |purpose: crate::stream::Purpose| purpose.key(extent.seed, extent.replication);
        Self {
            tasks: plan.tasks.iter().map(|task| key(task.purpose)).collect(),
            patience: plan
                .tasks
                .iter()
                .map(|task| task.patience.as_ref().map_or(0, |(of, _)| key(*of)))
                .collect(),
            choices: plan.choices.iter().map(|choice| key(choice.purpose)).collect(),
            arrivals: plan.arrivals.iter().map(|arrivals| key(arrivals.purpose)).collect(),
            attributes: plan.attributes.iter().map(|attribute| key(attribute.purpose)).collect(),
            updates: plan.updates.iter().map(|update| key(update.purpose)).collect(),
            delays: plan
                .steps
                .iter()
                .map(|step| step.delay.as_ref().map_or(0, |of| key(of.purpose)))
                .collect(),
            counts: plan.steps.iter().map(|step| step.count.as_ref().map_or(0, |of| key(of.0))).collect(),
            resources: plan.resources.iter().map(|resource| key(resource.purpose)).collect(),
        }
    }
}

impl<'a> Kernel<'a> {
    pub fn new(plan: &'a Plan<'a>, extent: Extent, log: Option<&'a mut dyn LogSink>) -> Self {
        let by_priority = !plan.priorities.is_empty();
        let run = Run {
            tasks: vec![TaskRun::default(); plan.tasks.len()],
            resources: vec![ResourceRun::default(); plan.resources.len()],
            queues: vec![QueueRun::default(); plan.queues.len()],
            ..Run::default()
        };
        Self {
            plan,
            extent,
            log,
            now: 0.0,
            agenda: Agenda::default(),
            cases: Slab::default(),
            frames: Slab::default(),
            tokens: Slab::default(),
            rows: Rows::new(plan),
            globals: vec![Value::Missing; plan.attributes.len()],
            moving: Vec::new(),
            joins: Vec::new(),
            queues: plan.queues.iter().map(|_| Queue::new(by_priority)).collect(),
            people: plan.resources.iter().map(|_| Person::default()).collect(),
            released: Vec::new(),
            batches: plan.tasks.iter().map(|_| Batch::default()).collect(),
            bundles: Slab::default(),
            waiting: vec![0; plan.tasks.len()],
            keys: Keys::new(plan, &extent),
            offered: 0,
            started: 0,
            quarter: 0,
            quarter_since: 0.0,
            cases_changed: 0.0,
            span: (f64::INFINITY, 0.0),
            run,
            failed: None,
            scratch: Vec::new(),
        }
    }

    /// Runs to the end; `go_on` is told from time to time how many cases have come, and says whether to go on.
    pub fn run(mut self, go_on: &dyn Fn(u64) -> bool) -> Result<Run, Error> {
        self.open();
        loop {
            while let Some((at, what)) = self.agenda.next() {
                if at > self.extent.until_s {
                    let end = self.extent.until_s;
                    return Ok(self.finish(end));
                }
                self.now = at;
                self.run.events += 1;
                self.happen(what);
                self.settle();
                if let Some(error) = self.failed.take() {
                    return Err(error);
                }
                if self.run.events.is_multiple_of(EVENTS_BETWEEN_ASKING) && !go_on(self.started) {
                    return Err(Error::Cancelled);
                }
            }
            // Nothing is planned any more: what waits for a batch that can no longer fill is worked as it is.
            if !self.fire_leftovers() {
                let end = self.now;
                return Ok(self.finish(end));
            }
            self.settle();
        }
    }

    /// Everybody is idle, and the first case of each of the arrivals is planned.
    fn open(&mut self) {
        for (attribute, plan) in (0u32..).zip(&self.plan.attributes).filter(|(_, plan)| plan.global) {
            self.globals[attribute as usize] = self.first_value(attribute, plan, 0);
        }
        for person in 0..self.plan.resources.len() as u32 {
            self.be_idle(person);
        }
        for arrivals in 0..self.plan.arrivals.len() as u32 {
            self.plan_arrival(arrivals, true);
        }
    }

    fn happen(&mut self, what: What) {
        match what {
            What::Arrival(arrivals) => self.arrive(arrivals),
            What::Done(ticket) => self.work_done(ticket),
            What::Due(ticket) => self.due(ticket),
            What::Border(ticket, event) => self.border_due(ticket, event),
            What::Race(ticket, flow) => self.race_won(ticket, flow),
            What::Renege(ticket) => self.renege(ticket),
            What::Begin(ticket) => self.begin_in_batch(ticket),
            What::Wake(queue) => self.wake(queue),
            What::Batch(task, version) => self.batch_due(task, version),
        }
    }

    /// Lets tokens move and people take work until all stand still.
    fn settle(&mut self) {
        loop {
            if let Some((frame, generation, node, slot)) = self.moving.pop() {
                if self.frames[frame].generation == generation {
                    self.enter(frame, node, slot);
                }
            } else if let Some(frame) = self.joins.pop() {
                self.check_joins(frame);
            } else if let Some(person) = self.released.pop() {
                self.look_for_work(person);
            } else {
                return;
            }
            if self.failed.is_some() {
                return;
            }
        }
    }

    fn finish(&mut self, end: f64) -> Run {
        self.now = end;
        self.cases_change();
        self.end_quarter();
        self.check_little();
        self.run.unfinished = self.cases.in_use() as u64;
        self.run.unfinished_at =
            self.tokens.held.iter().find(|token| token.state != store::State::Free).map(|t| t.node);
        if self.run.unfinished > 0 && self.run.unfinished_at.is_none() {
            self.run.unfinished_at = self.joining_at();
        }
        let (from, to) = self.span;
        for (at, (counted, resource)) in self.run.resources.iter_mut().zip(&self.plan.resources).enumerate() {
            if from <= to {
                let availability = &self.plan.availabilities[resource.availability as usize];
                counted.available_s = availability.open_between(from, to, self.keys.resources[at]);
            }
        }
        self.run.pack();
        std::mem::take(&mut self.run)
    }

    /// Little's law (1961), which holds for every run to its end: the number of cases summed over time is the time of each,
    /// summed over cases.
    fn check_little(&self) {
        let all_counted = self.run.elapsed.n == self.run.arrived && self.extent.warm_up == 0;
        let (by_time, by_case) = (self.run.cases_area, self.run.elapsed.sum);
        debug_assert!(
            !all_counted || (by_time - by_case).abs() <= 1e-6 * by_case.max(1.0),
            "{by_time} is not {by_case}"
        );
    }
}
