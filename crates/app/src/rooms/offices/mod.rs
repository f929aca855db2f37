//! Departments and offices: who belongs where, and when an office works.

mod commands;
mod hours;
mod model;
mod queries;
mod store;

pub use commands::{add_departments, add_offices};
pub use model::{Department, Office};
pub use queries::{departments, find, list};
