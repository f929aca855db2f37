//! The rooms: capabilities of the program, each built alike, each entered only through what its `mod.rs` exports.

pub mod blueprints;
pub mod board;
pub mod cases;
pub mod customers;
pub mod feedback;
pub mod logs;
pub mod maps;
pub mod offices;
pub mod people;
pub mod processes;
pub mod promises;
pub mod reports;
pub mod search;
pub mod settings;
pub mod whatif;

mod care;

pub use care::{examine, rebuild};
