//! The catalogue of customer processes, each with its map and with what was measured on it.

pub mod api;
mod commands;
mod flow;
mod glance;
mod kept_map;
mod model;
pub mod pages;
mod queries;
mod store;

pub use commands::{Change, add, change};
pub use flow::{Deviation, Measured, Passage, StepFigures, Way, ends};
pub use glance::Glance;
pub use model::{Area, Process, Stage, State};
pub use pages::cases_since;
pub use queries::{Listed, Measures, find, glances, list, mark, measured, names, passages, since};
