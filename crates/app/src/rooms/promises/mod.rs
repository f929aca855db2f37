//! Promises: what customers are told, in working time, and what they get if it is broken.

mod commands;
mod model;
mod queries;
mod store;

pub use commands::add;
pub use model::Promise;
pub use queries::{find, list};
