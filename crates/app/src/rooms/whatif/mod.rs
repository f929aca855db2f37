//! What-if: a process as its journal shows it, simulated; changes to it as named scenarios, and what they would bring.
//!
//! [`calibration`] reads parameters off the journal, [`kit`] makes a map and a scenario of them that can be simulated.

mod calibration;
mod changes;
mod kit;
mod parameters;
