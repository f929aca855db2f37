//! XML as a tree in which nothing is lost, with the place of everything.

mod place;

pub use place::{NodeId, Place};
