//! The catalogue of customer processes, each with its map and with what was measured on it.

pub mod api;
mod choices;
mod commands;
mod edits;
mod entries;
mod facts;
mod filter;
mod flow;
mod glance;
mod kept_map;
mod model;
mod naming;
pub mod pages;
mod queries;
mod sheets;
mod store;
mod views;

pub use commands::{By, add, change, draw};
pub use entries::{Catalogue, Entry};
pub use facts::{Facts, Review};
pub use flow::{Course, Deviation, Measured, Passage, StepFigures, Way, ends};
pub use glance::Glance;
pub use model::{Area, Initiator, Process, Stage, State};
pub use pages::{Head, cases_since};
pub use queries::{
    Measures, YEAR, catalogue, changed_at, courses, find, glances, mark, measured, names, passages, since,
};
