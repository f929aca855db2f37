//! What is set for the whole installation: its secret, the name of the organisation, its own list of emotions.

mod commands;
mod queries;
mod store;

pub use commands::{drop_emotions, keep_emotions, name_organisation, secret};
pub use queries::{emotions, organisation};
