//! Cases: what customers want, what was promised, what happened, and what comes next. The heart of Run.
//!
//! A case is its journal; the tables `cases` and `case_people` are made from it and can be made anew.

pub mod api;
mod clock;
pub mod commands;
mod directory;
mod import;
mod journal;
mod model;
mod pages;
mod projection;
mod queries;
mod store;

pub use clock::{Face, PromiseState, Standing, promise_clock};
pub use directory::{Directories, Directory};
pub use import::{Story, import, rebuild};
pub use model::{Counts, Filter, Found, Listed, Matter, Sight, StepOfCase, View};
pub use pages::{Clock, routes};
pub use queries::{counts, events_of_process, find, history, list, matter, needs, stale};
