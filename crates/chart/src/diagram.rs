//! A BPMN diagram as its interchange says: every symbol of the standard, with the colours that tools gave it.
//!
//! Symbols follow OMG, *Business Process Model and Notation* 2.0.2, chapters 7 to 12 and annex B.

mod activity;
mod band;
mod brush;
mod canvas;
mod choreography;
mod data;
mod edge;
mod event;
mod gateway;
mod label;
mod mark;
mod marker;
mod order;
mod task;

pub use mark::Mark;

use crate::{Caption, Svg};
use bpmn::model::{Bounds, Diagram, Model};

/// The most shapes and edges of a diagram that is drawn.
pub const MAX_ELEMENTS: usize = 20_000;
/// The longest side of a picture, in pixels.
pub const MAX_SIDE: f64 = 100_000.0;
/// The most waypoints of an edge that are drawn.
pub const MAX_WAYPOINTS: usize = 1_000;

/// Why a diagram cannot be drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum DiagramError {
    /// It has no shape with a place.
    Empty,
    /// It has more shapes and edges than [`MAX_ELEMENTS`].
    TooMany {
        /// How many it has.
        count: usize,
    },
    /// It is wider or higher than [`MAX_SIDE`].
    TooLarge {
        /// Its longer side, in pixels.
        side: f64,
    },
}

impl std::fmt::Display for DiagramError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(f, "the diagram shows nothing; lay the process out anew"),
            Self::TooMany { count } => {
                write!(
                    f,
                    "the diagram has {count} elements; at most {MAX_ELEMENTS} are drawn: split it into several"
                )
            }
            Self::TooLarge { side } => {
                write!(
                    f,
                    "the diagram is {side:.0} pixels long; at most {MAX_SIDE} are drawn: lay the process out anew"
                )
            }
        }
    }
}

impl std::error::Error for DiagramError {}

/// How a diagram is shown, beside what it says.
#[derive(Debug, Clone, Copy, Default)]
pub struct View<'a> {
    /// Elements that are pointed out, by their identifiers.
    pub marks: &'a [(String, Mark)],
    /// The part of the plane that the picture shows, so that two pictures lie over each other; nothing for what the
    /// diagram takes up.
    pub frame: Option<Bounds>,
}

/// Draws a diagram of `model`. Shapes without a place, and shapes and edges of nothing, are left out.
///
/// # Errors
/// [`DiagramError`] if nothing is left, or a limit is exceeded.
pub fn draw(model: &Model, diagram: &Diagram, caption: &Caption) -> Result<Svg, DiagramError> {
    draw_view(model, diagram, caption, &View::default())
}

/// As [`draw`], with marks and within a frame.
///
/// # Errors
/// As [`draw`].
pub fn draw_view(
    model: &Model,
    diagram: &Diagram,
    caption: &Caption,
    view: &View<'_>,
) -> Result<Svg, DiagramError> {
    canvas::draw(model, diagram, caption, view)
}

/// What of the plane a diagram takes up; nothing where it shows nothing.
#[must_use]
pub fn extent(diagram: &Diagram) -> Option<Bounds> {
    canvas::extent(diagram)
}
