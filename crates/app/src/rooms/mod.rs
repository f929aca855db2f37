//! The rooms: capabilities of the program, each built alike, each entered only through what its `mod.rs` exports.

pub mod customers;
pub mod offices;
pub mod people;
pub mod processes;
pub mod promises;
pub mod reports;
pub mod settings;

mod care;

pub use care::{examine, rebuild};
