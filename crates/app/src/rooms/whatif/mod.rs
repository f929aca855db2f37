//! What-if: a process as its journal shows it, simulated; changes to it as named scenarios, and what they would bring.
//!
//! `calibration` reads parameters off the journal, `kit` makes a map and a scenario of them that can be simulated,
//! `changes` changes them, `simulation` holds a scenario against today. All of that is pure; `bench` does it on a thread of
//! its own.

pub mod api;
mod bench;
mod calibration;
mod changes;
mod commands;
mod kit;
mod model;
pub mod pages;
mod parameters;
mod queries;
mod simulation;
mod store;
mod words;

pub use changes::Changes;
pub use commands::{add, await_turn, resume};

/// What the room keeps at hand: the workbench, and what was worked out of processes.
#[derive(Debug, Default)]
pub struct Workshop {
    bench: bench::Bench,
    calibrations: queries::Calibrations,
}

impl Workshop {
    /// How many cases a run has simulated; none, if it is not the one that runs.
    #[must_use]
    pub fn cases(&self, scenario: uuid::Uuid) -> Option<u64> {
        self.bench.cases(scenario)
    }
}
