//! Event logs from other systems: uploaded, mapped, read, and what they show of the process behind them.

mod api;
mod commands;
mod model;
pub mod pages;
mod queries;
mod reading;
mod store;
mod summary;

pub use api::routes as api_routes;
