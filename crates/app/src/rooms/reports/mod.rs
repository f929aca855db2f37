//! Reports over the organisation's own journal: what is worst in which process, why, and what a change would bring.

pub mod api;
mod material;
pub mod pages;
mod queries;
mod ranking;
mod spec;
mod store;

pub use queries::{Reports, report};
pub use ranking::{Reason, Standing, ranked};
