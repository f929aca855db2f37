//! A scenario: who works when at what cost, how cases come, how long things take, which way they go.
//!
//! Plain values with names; whichever format they were read from, a plan binds them to a map.

pub mod attributes;
pub mod batch;
mod bpsim;
pub mod formula;
mod json;
mod prosimos;
pub mod rule;
mod toml;

pub use prosimos::MAX_BYTES as MAX_PROSIMOS_BYTES;
pub use toml::{MAX_BYTES as MAX_TOML_BYTES, Wordless};

use calendar::BusinessHours;

use crate::distribution::Distribution;
use crate::place::Place;
use crate::timetable::{FuzzyHours, WeekHours};

use attributes::{Attribute, Update};
use batch::Batching;
use rule::Rule;

/// The most resources (individuals) of a scenario.
pub const MAX_RESOURCES: usize = 10_000;

/// A scenario. Numbers of calendars, pools and resources are places in the lists here.
#[derive(Debug, Clone, Default)]
pub struct Scenario {
    /// What people call it; empty where it has no name.
    pub name: String,
    /// Hours that resources and arrivals refer to.
    pub calendars: Vec<Calendar>,
    /// Pools of resources.
    pub pools: Vec<Pool>,
    /// Individual resources.
    pub resources: Vec<Resource>,
    /// How cases come.
    pub arrivals: Vec<Arrivals>,
    /// Who does each task, and how long.
    pub tasks: Vec<Task>,
    /// Which way cases go.
    pub gateways: Vec<Gateway>,
    /// When events happen.
    pub events: Vec<Event>,
    /// How often activities are repeated.
    pub repeats: Vec<Repeat>,
    /// What is known of a case, or of all.
    pub attributes: Vec<Attribute>,
    /// What changes it.
    pub updates: Vec<Update>,
    /// Which cases come first.
    pub priorities: Vec<Priority>,
    /// How often one case may pass one gateway, where that is limited.
    pub gateway_limit: Option<u32>,
}

/// Hours with a name.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Its identifier.
    pub id: String,
    /// The hours.
    pub hours: Hours,
    /// Where it stands.
    pub place: Place,
}

/// When somebody is there.
#[derive(Debug, Clone)]
pub enum Hours {
    /// The same every week, on the clock of the simulation's start.
    Week(WeekHours),
    /// By chance, every week.
    Fuzzy(FuzzyHours),
    /// With holidays and a zone whose clocks change.
    Business(Box<BusinessHours>),
}

/// A pool: what a resource belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    /// Its identifier.
    pub id: String,
    /// What people call it.
    pub name: String,
}

/// One person or machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Resource {
    /// Its identifier.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Its pool.
    pub pool: usize,
    /// Its hours; always there without.
    pub calendar: Option<usize>,
    /// What an hour of work costs.
    pub cost_per_hour: f64,
    /// Several tasks at once.
    pub multitasking: Option<Multitasking>,
    /// Where it stands.
    pub place: Place,
}

/// How readily somebody takes another task while at work: the chance with so many tasks in hand, from one on.
#[derive(Debug, Clone, PartialEq)]
pub enum Multitasking {
    /// The same all week.
    Global(Vec<f64>),
    /// For each hour of the week from Monday, midnight.
    Hourly(Vec<Vec<f64>>),
}

/// How cases come.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrivals {
    /// The start event; the map's only one without.
    pub start: Option<String>,
    /// When.
    pub pattern: Pattern,
    /// Where it stands.
    pub place: Place,
}

/// When cases come.
#[derive(Debug, Clone, PartialEq)]
pub enum Pattern {
    /// At intervals drawn from a distribution, the first at once. A case that would come while the calendar is closed
    /// comes when it opens.
    Intervals {
        /// Seconds from case to case.
        distribution: Distribution,
        /// When cases may come.
        calendar: Option<usize>,
    },
    /// At random, at a rate for each span of the week: `(from, to, cases an hour)` in seconds from Monday, midnight.
    Rates(Vec<(f64, f64, f64)>),
}

/// Who does a task, and how long.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// The activity.
    pub id: String,
    /// Who does it; a task of nobody takes its duration and waits for nobody.
    pub performers: Vec<Performer>,
    /// How long it takes where nobody does it.
    pub duration: Option<Distribution>,
    /// What each time costs beside the work.
    pub cost: f64,
    /// How tasks of several cases are done together.
    pub batching: Option<Batching>,
    /// After how long a case that is still waiting leaves.
    pub patience: Option<Distribution>,
    /// How many may wait; a case that finds so many waiting leaves.
    pub room: Option<u32>,
    /// Where it stands.
    pub place: Place,
}

/// A resource that does a task.
#[derive(Debug, Clone, PartialEq)]
pub struct Performer {
    /// Which.
    pub resource: usize,
    /// Seconds of work.
    pub duration: Distribution,
}

/// Which way cases go.
#[derive(Debug, Clone, PartialEq)]
pub struct Gateway {
    /// The gateway.
    pub id: String,
    /// Ways from it.
    pub paths: Vec<Path>,
    /// Where it stands.
    pub place: Place,
}

/// A way from a gateway.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The sequence flow, or the node that it leads to.
    pub flow: String,
    /// How likely it is taken.
    pub probability: Option<f64>,
    /// When it is taken.
    pub rule: Option<Rule>,
}

/// When an event happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The event.
    pub id: String,
    /// Seconds from when it is waited for.
    pub delay: Distribution,
    /// Of an event on the border of a task: only while the task is waiting for somebody.
    pub only_waiting: bool,
    /// Where it stands.
    pub place: Place,
}

/// How often an activity is repeated.
#[derive(Debug, Clone, PartialEq)]
pub struct Repeat {
    /// The activity.
    pub id: String,
    /// Of one for each of many: how many, rounded. Of a loop: how often it is done.
    pub count: Distribution,
    /// Where it stands.
    pub place: Place,
}

/// Which cases come first: the lowest level whose rule holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Priority {
    /// The level.
    pub level: u32,
    /// Whose.
    pub rule: Rule,
}
