//! The marks at the lower border of activities.

use super::brush::{Brush, Dash, Paint};
use crate::svg::Pen;
use bpmn::model::Bounds;

/// Side of a mark, and the distance between two.
const SIDE: f64 = 14.0;
const GAP: f64 = 5.0;

/// A mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Loop,
    Parallel,
    Sequential,
    Compensation,
    AdHoc,
    /// A closed sub-process: there is more within.
    Closed,
}

/// Draws marks side by side in the middle of the lower border.
pub(super) fn marks(pen: &mut Pen, brush: &Brush, at: Bounds, marks: &[Mark]) {
    let width = marks.len() as f64 * (SIDE + GAP) - GAP;
    let left = at.x + (at.width - width) / 2.0;
    for (index, &mark) in marks.iter().enumerate() {
        let x = left + index as f64 * (SIDE + GAP);
        pen.moved(x, at.y + at.height - SIDE - 4.0, 1.0, |pen| draw(pen, &brush.line_only(), mark));
    }
}

/// One mark in a square of 14 by 14.
fn draw(pen: &mut Pen, brush: &Brush, mark: Mark) {
    let (paint, width, d) = match mark {
        Mark::Loop => (Paint::Line, 1.6, "M5.2 12.4 A5.6 5.6 0 1 1 9.6 12.2 M5.6 9 L5.2 12.6 L1.6 12.2"),
        Mark::Parallel => (Paint::Line, 2.4, "M3 1.5 V12.5 M7 1.5 V12.5 M11 1.5 V12.5"),
        Mark::Sequential => (Paint::Line, 2.4, "M1.5 3 H12.5 M1.5 7 H12.5 M1.5 11 H12.5"),
        Mark::Compensation => (Paint::Line, 1.4, "M7 2 L1 7 L7 12 Z M13 2 L7 7 L13 12 Z"),
        Mark::AdHoc => (Paint::Line, 2.2, "M1.5 8.6 C3 4 5.2 4.4 7 7 S11 10 12.5 5.4"),
        Mark::Closed => (Paint::Line, 1.5, "M0.5 0.5 H13.5 V13.5 H0.5 Z M7 3 V11 M3 7 H11"),
    };
    brush.path(pen, paint, width, Dash::None, d);
}
