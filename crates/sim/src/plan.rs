//! A scenario bound to a net: every name is a number, every hour a timetable, and every promise of the two was checked.

mod bind;
mod hours;
mod rates;

use crate::distribution::Distribution;
use crate::net::Net;
use crate::scenario::attributes::{Source, Value};
use crate::scenario::batch::Batching;
use crate::scenario::rule::Rule;
use crate::scenario::{Multitasking, Priority};
use crate::stream::Purpose;
use crate::timetable::Availability;

pub(crate) use rates::Rates;

/// What the kernel runs.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    pub net: &'a Net,
    /// Seconds from Monday, midnight, to the start.
    pub into_week_s: f64,
    pub availabilities: Vec<Availability>,
    pub resources: Vec<PlanResource>,
    pub queues: Vec<PlanQueue>,
    pub arrivals: Vec<PlanArrivals>,
    /// For each node.
    pub steps: Vec<Step>,
    pub tasks: Vec<PlanTask>,
    pub choices: Vec<Choice>,
    pub attributes: Vec<PlanAttribute>,
    pub updates: Vec<PlanUpdate>,
    pub priorities: Vec<Priority>,
    /// Counters of visits that a case needs.
    pub visits: u32,
    /// The most times that a case may pass one gateway.
    pub gateway_limit: u32,
}

/// What the scenario says of a node.
#[derive(Debug, Clone, Default)]
pub(crate) struct Step {
    /// Of a task.
    pub task: u32,
    /// Of a gateway that chooses.
    pub choice: u32,
    /// Of what draws: the counter of visits.
    pub visit: u32,
    /// Of an event: when it happens.
    pub delay: Option<Box<Delay>>,
    /// Of a repeated activity: how often.
    pub count: Option<Box<(Purpose, Distribution)>>,
    /// Changes of attributes: a range of [`Plan::updates`].
    pub updates: (u32, u32),
}

#[derive(Debug, Clone)]
pub(crate) struct Delay {
    pub purpose: Purpose,
    pub distribution: Distribution,
    pub only_waiting: bool,
}

#[derive(Debug)]
pub(crate) struct PlanTask {
    pub node: u32,
    pub purpose: Purpose,
    /// The resources that may do it wait in this queue; none for a task of nobody.
    pub queue: Option<u32>,
    /// For each resource of the queue, in its order, the distribution of its time.
    pub durations: Vec<u32>,
    pub distributions: Vec<Distribution>,
    pub cost: f64,
    pub batching: Option<Batching>,
    pub patience: Option<(Purpose, Distribution)>,
    pub room: u32,
}

/// Tasks that the same resources do, first come, first served.
#[derive(Debug)]
pub(crate) struct PlanQueue {
    pub resources: Vec<u32>,
}

#[derive(Debug)]
pub(crate) struct PlanResource {
    pub id: String,
    pub name: String,
    pub pool: String,
    pub availability: u32,
    /// What keeps its chances apart from those of others.
    pub purpose: Purpose,
    pub cost_per_s: f64,
    /// Queues it serves, each with its number within the queue.
    pub queues: Vec<(u32, u32)>,
    pub multitasking: Option<Multitasking>,
}

#[derive(Debug)]
pub(crate) struct PlanArrivals {
    pub start: u32,
    pub purpose: Purpose,
    pub pattern: PlanPattern,
}

#[derive(Debug)]
pub(crate) enum PlanPattern {
    Intervals { distribution: Distribution, availability: u32 },
    Rates(Rates),
}

/// How a gateway chooses: for each of its flows in order.
#[derive(Debug)]
pub(crate) struct Choice {
    pub purpose: Purpose,
    pub paths: Vec<PlanPath>,
    /// Sums of the probabilities, in order.
    pub cumulated: Vec<f64>,
    pub has_rules: bool,
    /// The flow taken when no rule holds.
    pub default: Option<u32>,
}

#[derive(Debug)]
pub(crate) struct PlanPath {
    pub probability: f64,
    pub rule: Option<Rule>,
}

#[derive(Debug)]
pub(crate) struct PlanAttribute {
    pub global: bool,
    pub purpose: Purpose,
    pub first: Option<Source>,
}

#[derive(Debug)]
pub(crate) struct PlanUpdate {
    pub attribute: u32,
    pub purpose: Purpose,
    pub source: Source,
}

impl Plan<'_> {
    /// Where an instant lies in the week, in seconds from Monday, midnight.
    pub fn week_position(&self, at: f64) -> f64 {
        (at + self.into_week_s).rem_euclid(crate::timetable::WEEK_S)
    }

    /// The level of a case with these values: lower comes first.
    pub fn priority(&self, values: &[Value]) -> u32 {
        self.priorities
            .iter()
            .find(|priority| priority.rule.holds(values))
            .map_or(u32::MAX, |found| found.level)
    }
}
