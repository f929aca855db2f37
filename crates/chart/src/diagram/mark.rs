//! Marks on elements of a diagram: an outline and a sign, so that nobody has to tell colours apart.

use super::edge::halfway;
use crate::svg::{Number, Pen};
use bpmn::model::{Bounds, Diagram, Point};

/// What is pointed out of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is different.
    Changed,
    /// It is wrong.
    Error,
    /// It may be taken in different ways.
    Warning,
    /// It could be better.
    Hint,
}

impl Mark {
    const fn class(self) -> &'static str {
        match self {
            Self::Added => "mark-added",
            Self::Removed => "mark-removed",
            Self::Changed => "mark-changed",
            Self::Error => "mark-error",
            Self::Warning => "mark-warning",
            Self::Hint => "mark-hint",
        }
    }

    /// The sign, as a path around the origin that is ten pixels wide.
    const fn sign(self) -> &'static str {
        match self {
            Self::Added => "M-5 0H5M0 -5V5",
            Self::Removed => "M-5 0H5",
            // A pencil.
            Self::Changed => "M-5 5L-4 1.5L2.5 -5L5 -2.5L-1.5 4Z",
            Self::Error => "M-4 -4L4 4M-4 4L4 -4",
            Self::Warning => "M0 -5V1.5M0 4.5V5",
            Self::Hint => "M-2.5 -2.5A2.5 2.5 0 1 1 0 0.5V2M0 5V5.2",
        }
    }
}

/// Radius of the ground of a sign.
const RADIUS: f64 = 10.0;

/// How far an outline stands off its element.
const OFF: f64 = 4.0;

/// Marks what of the diagram has this identifier; the diagram lies at its origin already.
pub(super) fn draw(pen: &mut Pen, diagram: &Diagram, id: &str, mark: Mark) {
    let is_it = |depicted: &bpmn::model::Depicted| depicted.id.rsplit(':').next() == Some(id);
    for at in diagram.shapes.iter().filter(|shape| is_it(&shape.depicts)).filter_map(|shape| shape.bounds) {
        pen.group(mark.class(), |pen| {
            let Bounds { x, y, width, height } = at;
            pen.rect("mark-line", x - OFF, y - OFF, width + 2.0 * OFF, height + 2.0 * OFF, 8.0);
            sign(pen, Point { x: x + width, y }, mark);
        });
    }
    for edge in diagram.edges.iter().filter(|edge| is_it(&edge.depicts)) {
        pen.group(mark.class(), |pen| {
            let points = edge.waypoints.iter().map(|at| format!("{} {}", Number(at.x), Number(at.y)));
            pen.path("mark-line", &format!("M{}", points.collect::<Vec<_>>().join("L")));
            sign(pen, halfway(&edge.waypoints), mark);
        });
    }
}

fn sign(pen: &mut Pen, at: Point, mark: Mark) {
    pen.moved(at.x, at.y, 1.0, |pen| {
        pen.circle("mark-ground", 0.0, 0.0, RADIUS);
        pen.path("mark-sign", mark.sign());
    });
}
