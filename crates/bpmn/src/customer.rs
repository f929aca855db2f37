//! The map of a customer process as BPMN, and the map that a BPMN file holds.
//!
//! [`to_document`] writes the customer as a pool on top, the organisation as a pool with a lane for each of its own, and
//! each partner as a pool. [`to_map`] finds the map in any model; how it tells the customer from the organisation is said
//! there. A map that was written is found again as it was, the order of its steps aside. [`seen_by_customer`] and
//! [`around_lane`] are views of a part of it.

mod contract;
mod derive;
mod rows;
mod view;
mod write;

pub(crate) use contract::{is_step, outermost};
pub use derive::{Derived, to_map};
pub(crate) use derive::{Parts, parts};
pub(crate) use rows::Source;
pub use view::{around_lane, seen_by_customer};
pub use write::{Naming, to_document};
