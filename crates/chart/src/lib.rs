//! Maps of customer processes and charts as SVG, from plain values.
//!
//! The crate knows no language, no clock and no fonts of the machine: labels come translated and formatted, text is
//! measured by a table, and the same values give the same bytes. Colours are custom properties of one stylesheet,
//! [`style`], which a page embeds once; [`Svg::to_document`] gives a picture that stands alone,
//! [`Svg::to_png`] one of pixels, in fonts that are handed in.
//!
//! | module | shows |
//! | --- | --- |
//! | [`diagram`] | a BPMN diagram, as its interchange says |
//! | [`map`] | a customer process: lanes, steps with their figures, flows, the lines of a service blueprint |
//! | [`series`] | an estimate with its interval over time, and how many cases stand behind it |
//! | [`dots`] | an estimate with its interval for each of many categories |
//! | [`bars`] | an amount for each month or category |
//! | [`compare`] | two estimates side by side and the difference between them |

pub mod bars;
pub mod compare;
pub mod diagram;
pub mod dots;
pub mod map;
pub mod series;

mod axis;
mod frame;
mod png;
mod style;
mod svg;
mod text;
mod values;

pub use png::{Fonts, MAX_PIXELS, PngError};
pub use style::style;
pub use svg::Svg;
pub use values::{Caption, Estimate, Reference, Tone};
