//! What-if: a BPMN map and a scenario in, replications with intervals out.
//!
//! | what | where |
//! | --- | --- |
//! | the process, compiled into a flat net of nodes and flows | [`Net`] |
//! | who works when, how cases come, how long things take | [`Scenario`], read from Prosimos JSON, BPSim 2.0 or our own TOML |
//! | how much is simulated, from which seed | [`Options`] |
//! | the simulation, alone or against another with the same random numbers | [`run`], [`compare`] |
//! | whether the two fit | [`check`] |
//! | figures with Student-t intervals over replications | [`Report`] |
//! | figures of one's own over replications, alone or paired | [`simulate`], [`Runs`] |
//! | how many replications a wanted precision needs | [`replications_for`] |
//! | which distribution a list of times comes from | [`fit`] |
//!
//! The engine is pure: no clock, no files, no environment. The same seed gives the same bytes for any number of threads:
//! every draw is found by its purpose, its case and its visit ([`Stream`]), not by the order in which things happen, so
//! that two scenarios share random numbers. What a map asks for and cannot be simulated is refused by name and place.
//!
//! # Checked against
//!
//! `tests/queueing` holds intervals against exact queueing theory, twenty seeds of each system; `tests/oracle` compares row
//! by row with a slow and plain second simulator on random processes; Little's law is asserted on every run to its end.

mod distribution;
mod kernel;
mod log;
mod net;
mod place;
mod plan;
mod replications;
mod report;
mod runs;
pub mod scenario;
mod sketch;
mod stream;
mod tally;
mod timetable;

pub use distribution::{Distribution, Fit, InvalidDistribution, fit};
pub use log::{CsvLog, LogRow, LogSink};
pub use net::{Draft, Net};
pub use place::{Error, Mistake, Place, Problem};
pub use replications::{MAX_CASES, MAX_CASES_IN_ALL, MAX_REPLICATIONS, Options, Progress};
pub use report::{
    Comparison, Cost, Delta, Deltas, Figure, PoolDelta, Report, ResourceFigures, Spread, TaskDelta,
    TaskFigures, Unstable, replications_for,
};
pub use runs::{Replication, Runs};
pub use scenario::{Scenario, Wordless};
pub use stream::{Purpose, Stream};
pub use timetable::{FuzzyHours, InvalidHours, WEEK_S, WeekHours};

/// The most of everything; what passes one is refused with a message that names it.
pub mod limits {
    pub use crate::distribution::MAX_VALUES;
    pub use crate::kernel::{MAX_AT_ONCE, MAX_STEPS, MAX_TIME_S};
    pub use crate::net::MAX_NODES;
    pub use crate::replications::{MAX_CASES, MAX_CASES_IN_ALL, MAX_REPLICATIONS};
    pub use crate::scenario::formula::MAX_FORMULA_CHARS;
    pub use crate::scenario::{MAX_PROSIMOS_BYTES, MAX_RESOURCES, MAX_TOML_BYTES};
    pub use crate::timetable::{MAX_GRANULES, MAX_SPANS};
}

/// Simulates a scenario on a net.
///
/// Replications run on the threads of the present pool of `rayon`; the answer is the same for any number of them. `log` takes
/// the rows of the first replication.
///
/// # Errors
/// A scenario that does not fit the net, with each problem by name and place; numbers out of range; a case that does not
/// end; or [`Error::Cancelled`] where `progress` says so.
pub fn run(
    net: &Net,
    scenario: &Scenario,
    options: &Options,
    progress: &Progress,
    log: Option<&mut dyn LogSink>,
) -> Result<Report, Error> {
    simulate(net, scenario, options, progress, log).map(|runs| runs.report())
}

/// As [`run`], with every replication at hand: for figures that a report does not have, and for comparing one simulation with
/// several others.
///
/// # Errors
/// As [`run`].
pub fn simulate(
    net: &Net,
    scenario: &Scenario,
    options: &Options,
    progress: &Progress,
    log: Option<&mut dyn LogSink>,
) -> Result<Runs, Error> {
    let (runs, names) = replications::run_all(net, scenario, options, progress, log)?;
    Ok(Runs { options: options.clone(), runs, names })
}

/// Whether a scenario fits a net, before anything is simulated.
///
/// # Errors
/// [`Error::Scenario`] with each problem by name and place.
pub fn check(net: &Net, scenario: &Scenario, start: &jiff::Zoned) -> Result<(), Error> {
    plan::Plan::new(net, scenario, start).map(|_| ()).map_err(Error::Scenario)
}

/// Simulates two scenarios, on one net or two, with the same random numbers; the second stands in [`Report::compare`].
///
/// # Errors
/// As [`run`], for either.
pub fn compare(
    first: (&Net, &Scenario),
    other: (&Net, &Scenario),
    options: &Options,
    progress: &Progress,
    log: Option<&mut dyn LogSink>,
) -> Result<Report, Error> {
    let here = simulate(first.0, first.1, options, progress, log)?;
    let there = simulate(other.0, other.1, options, progress, None)?;
    Ok(here.compared_with(&there))
}
