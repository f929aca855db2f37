//! The catalogue of customer processes, each with its map.

mod commands;
mod kept_map;
mod model;
mod queries;
mod store;

pub use commands::add;
pub use model::{Area, Process, Stage, State};
pub use queries::{find, names};
