//! Maps of processes as BPMN documents: drawn, checked, versioned, compared, brought in and taken out.
//!
//! A process has any number of versions, of which at most one is a draft and one is published. The published one is what
//! other rooms see: with it the process's [`CustomerMap`](bpmn::map::CustomerMap) is derived and kept, in one transaction.

pub mod api;
mod commands;
mod editing;
mod edits;
mod edits_api;
mod model;
pub mod pages;
mod queries;
mod reading;
mod store;
mod words;

pub use commands::{add, amend};
pub use model::{State, Version, VersionedMap, Which};
pub use queries::{published, version};
pub use reading::Reading;
