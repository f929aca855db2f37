//! Customers: who they are, since when, and what they are worth.

mod commands;
mod model;
mod queries;
mod store;

pub use commands::add;
pub use model::Customer;
pub use queries::{find, search};
