//! The icons that say what kind of work a task is.

use super::brush::{Brush, Dash, Paint};
use crate::svg::Pen;
use bpmn::model::{Bounds, TaskKind};

/// Draws the icon of a task into its upper left corner.
pub(super) fn icon(pen: &mut Pen, brush: &Brush, at: Bounds, kind: &TaskKind) {
    pen.moved(at.x + 6.0, at.y + 6.0, 1.0, |pen| match kind {
        TaskKind::Plain => {}
        TaskKind::User => user(pen, brush),
        TaskKind::Service { .. } => service(pen, brush),
        TaskKind::Send { .. } => envelope(pen, brush, true),
        TaskKind::Receive { instantiate, .. } => receive(pen, brush, *instantiate),
        TaskKind::Manual => manual(pen, brush),
        TaskKind::Script { .. } => script(pen, brush),
        TaskKind::BusinessRule => rules(pen, brush),
    });
}

fn user(pen: &mut Pen, brush: &Brush) {
    brush.path(pen, Paint::Shape, 1.2, Dash::None, "M2 18 V15.5 C2 12.5 4.6 11 9 11 S16 12.5 16 15.5 V18 Z");
    brush.path(pen, Paint::Line, 1.2, Dash::None, "M5.5 18 V15.4 M12.5 18 V15.4");
    brush.path(
        pen,
        Paint::Shape,
        1.2,
        Dash::None,
        "M4.8 6.2 A4.2 4.4 0 1 1 13.2 6.2 A4.2 4.4 0 1 1 4.8 6.2 Z",
    );
    brush.path(
        pen,
        Paint::Solid,
        0.0,
        Dash::None,
        "M4.8 6.4 C5 2.6 7 1.6 9 1.6 S13.2 3 13.2 6.4 C11.6 6 11 5 10.4 4.4 C9 5.8 6.6 6 4.8 6.4 Z",
    );
}

/// Two gears, one behind the other.
fn service(pen: &mut Pen, brush: &Brush) {
    for (x, y) in [(0.0, 0.0), (5.0, 5.0)] {
        pen.moved(x, y, 1.0, |pen| {
            let gear = "M5.2 0.8 H7.4 L7.8 2.5 L9.1 3 L10.6 2.1 L12.1 3.6 L11.2 5.1 L11.7 6.4 L13.4 6.8 V9 L11.7 9.4 L11.2 10.7 L12.1 12.2 L10.6 13.7 L9.1 12.8 L7.8 13.3 L7.4 15 H5.2 L4.8 13.3 L3.5 12.8 L2 13.7 L0.5 12.2 L1.4 10.7 L0.9 9.4 L-0.8 9 V6.8 L0.9 6.4 L1.4 5.1 L0.5 3.6 L2 2.1 L3.5 3 L4.8 2.5 Z";
            brush.path(pen, Paint::Shape, 1.0, Dash::None, gear);
            brush.path(pen, Paint::Line, 1.0, Dash::None, "M3.9 7.9 A2.4 2.4 0 1 1 8.7 7.9 A2.4 2.4 0 1 1 3.9 7.9 Z");
        });
    }
}

fn envelope(pen: &mut Pen, brush: &Brush, is_solid: bool) {
    if is_solid {
        brush.path(pen, Paint::Solid, 0.0, Dash::None, "M0.6 3 H20.4 L10.5 9.4 Z");
        brush.path(pen, Paint::Solid, 0.0, Dash::None, "M0 4.2 L10.5 11 L21 4.2 V16 H0 Z");
    } else {
        brush.path(pen, Paint::Shape, 1.2, Dash::None, "M0 3 H20 V16 H0 Z");
        brush.path(pen, Paint::Line, 1.2, Dash::None, "M0 3 L10 10.4 L20 3");
    }
}

fn receive(pen: &mut Pen, brush: &Brush, starts: bool) {
    if starts {
        brush.path(pen, Paint::Line, 1.0, Dash::None, "M-2 10 A11 11 0 1 1 20 10 A11 11 0 1 1 -2 10 Z");
        pen.moved(2.0, 3.4, 0.7, |pen| envelope(pen, brush, false));
    } else {
        envelope(pen, brush, false);
    }
}

/// A hand that points to the right.
fn manual(pen: &mut Pen, brush: &Brush) {
    let hand = "M0.8 8.2 L6.2 2.6 C7 1.8 8.8 2.6 8 4 L6.4 5.8 H17.4 A1.3 1.3 0 0 1 17.4 8.4 H11 M11 8.4 H18.4 A1.3 1.3 0 0 1 18.4 11 H11 M11 11 H17.4 A1.3 1.3 0 0 1 17.4 13.6 H10.6 M10.6 13.6 H15.4 A1.2 1.2 0 0 1 15.4 16 H4 C2 16 0.8 14.8 0.8 13 Z";
    brush.path(pen, Paint::Line, 1.2, Dash::None, hand);
}

fn script(pen: &mut Pen, brush: &Brush) {
    let sheet = "M5.5 1.5 H16.5 C12 5 12.6 7 14.6 10 S15 15.4 12.6 17.5 H1.5 C4 15.4 4.6 13 2.8 10 S1.4 4.6 5.5 1.5 Z";
    brush.path(pen, Paint::Shape, 1.2, Dash::None, sheet);
    brush.path(pen, Paint::Line, 1.0, Dash::None, "M5 5 H11 M4.6 8 H10.6 M5.8 11 H12 M5.6 14 H11.8");
}

/// A table with a head.
fn rules(pen: &mut Pen, brush: &Brush) {
    brush.path(pen, Paint::Shape, 1.2, Dash::None, "M0.5 2 H19.5 V16 H0.5 Z");
    brush.path(pen, Paint::Solid, 0.0, Dash::None, "M0.5 2 H19.5 V6 H0.5 Z");
    brush.path(pen, Paint::Line, 1.2, Dash::None, "M0.5 6 H19.5 M0.5 11 H19.5 M6.5 6 V16");
}
