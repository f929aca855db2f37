//! The rooms: capabilities of the program, each built alike, each entered only through what its `mod.rs` exports.

pub mod people;
pub mod settings;
