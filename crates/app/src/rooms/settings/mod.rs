//! What is set for the whole installation: its secret, and the name of the organisation.

mod commands;
mod queries;
mod store;

pub use commands::{name_organisation, secret};
pub use queries::organisation;
