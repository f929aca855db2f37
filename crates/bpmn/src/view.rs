//! What each view of a customer's process shows: filters over one map and what is said of its steps, and the figures
//! that follow from them.
//!
//! [`Blueprint`] joins a map with the extension of its file. [`View`] names what people look at and reads it from an
//! address; [`customer`], [`without_systems`], [`LineOfVision`]
//! and [`unit`](fn@unit) choose the steps, [`Shown`] is the map that is left.
//! [`value_stream`], [`scenarios`], [`failures`] and [`streamline`] work out what stands on it.
//!
//! Sources: IBM, *Line of Visibility Engineering Methodology*, SG24-2590, 1995; Rummler & Brache, *Improving
//! Performance*, 1990; Bitner, Ostrom & Morgan, *Service Blueprinting*, 2008.

mod blueprint;
pub mod failures;
mod filter;
mod kind;
pub mod scenarios;
pub mod streamline;
mod unit;
pub mod value_stream;
mod vision;
mod ways;

pub use blueprint::{Blueprint, NoBlueprint};
pub use filter::{Shown, customer, without_systems};
pub use kind::{Preset, Track, UnknownView, View};
pub use unit::{Unit, unit};
pub use vision::LineOfVision;
pub use ways::usual_way;
