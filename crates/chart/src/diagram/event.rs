//! Events: the circle says where they stand, the symbol within what they wait for or bring about.

use super::brush::{Brush, Dash, Paint};
use crate::svg::Pen;
use bpmn::model::{Bounds, Event, EventKind, EventPosition};

/// The size of an event for which the symbols are drawn.
const SIDE: f64 = 36.0;

pub(super) fn draw(pen: &mut Pen, brush: &Brush, at: Bounds, event: &Event) {
    let (width, is_double, interrupting) = match event.position {
        EventPosition::Start { interrupting } => (2.0, false, interrupting),
        EventPosition::End => (4.0, false, true),
        EventPosition::Boundary { interrupting, .. } => (1.5, true, interrupting),
        EventPosition::IntermediateCatch | EventPosition::IntermediateThrow => (1.5, true, true),
    };
    let dash = if interrupting { Dash::None } else { Dash::Long };
    brush.ellipse(pen, Paint::Shape, width, dash, at);
    if is_double {
        let gap = 3.0 * at.width.min(at.height) / SIDE;
        let inner = Bounds {
            x: at.x + gap,
            y: at.y + gap,
            width: at.width - 2.0 * gap,
            height: at.height - 2.0 * gap,
        };
        brush.line_only().ellipse(pen, Paint::Line, width, dash, inner);
    }
    let throws = !event.position.catches();
    pen.moved(at.x, at.y, at.width.min(at.height) / SIDE, |pen| symbol(pen, brush, event, throws));
}

fn symbol(pen: &mut Pen, brush: &Brush, event: &Event, throws: bool) {
    if event.definitions.len() > 1 {
        let (paint, d) = if event.parallel_multiple {
            (Paint::Shape, "M15.5 8 H20.5 V15.5 H28 V20.5 H20.5 V28 H15.5 V20.5 H8 V15.5 H15.5 Z")
        } else {
            (outline(throws), "M18 8 L28 15.2 L24.2 26.8 H11.8 L8 15.2 Z")
        };
        brush.path(pen, paint, 1.2, Dash::None, d);
        return;
    }
    let Some(definition) = event.definitions.first() else { return };
    match definition.kind {
        EventKind::Message { .. } => message(pen, brush, throws),
        EventKind::Timer(_) => timer(pen, brush),
        EventKind::Terminate => {
            brush.path(pen, Paint::Solid, 0.0, Dash::None, "M8 18 A10 10 0 1 1 28 18 A10 10 0 1 1 8 18 Z");
        }
        EventKind::Conditional(_) => {
            brush.path(pen, Paint::Shape, 1.2, Dash::None, "M10.5 9 H25.5 V27 H10.5 Z");
            brush.path(
                pen,
                Paint::Line,
                1.2,
                Dash::None,
                "M13 12.5 H23 M13 16.2 H23 M13 19.9 H23 M13 23.5 H23",
            );
        }
        ref kind => {
            let d = match kind {
                EventKind::Signal(_) => "M18 8.4 L27 24.2 H9 Z",
                EventKind::Error(_) => "M9.5 26.5 L13.6 11 L19.6 19.4 L26.5 9.5 L22.4 25.4 L16.4 17.4 Z",
                EventKind::Escalation(_) => "M18 8 L25.6 27 L18 20.2 L10.4 27 Z",
                EventKind::Compensate { .. } => "M17 11 L8 18 L17 25 Z M26.5 11 L17.5 18 L26.5 25 Z",
                EventKind::Link { .. } => "M8.5 14.4 H19 V9.6 L27.8 18 L19 26.4 V21.6 H8.5 Z",
                // A cross, as that is what only cancel events are left to show.
                _ => {
                    "M11.4 8.6 L18 15.2 L24.6 8.6 L27.4 11.4 L20.8 18 L27.4 24.6 L24.6 27.4 L18 20.8 L11.4 27.4 L8.6 24.6 L15.2 18 L8.6 11.4 Z"
                }
            };
            brush.path(pen, outline(throws), 1.2, Dash::None, d);
        }
    }
}

/// What brings about is drawn solid, what waits as an outline.
fn outline(throws: bool) -> Paint {
    if throws { Paint::Solid } else { Paint::Shape }
}

fn message(pen: &mut Pen, brush: &Brush, throws: bool) {
    if throws {
        brush.path(
            pen,
            Paint::Solid,
            0.0,
            Dash::None,
            "M8.5 11.4 H27.5 L18 18 Z M8 12.8 L18 19.8 L28 12.8 V25 H8 Z",
        );
    } else {
        brush.path(pen, Paint::Shape, 1.2, Dash::None, "M8 11.5 H28 V25 H8 Z");
        brush.path(pen, Paint::Line, 1.2, Dash::None, "M8 11.5 L18 18.8 L28 11.5");
    }
}

fn timer(pen: &mut Pen, brush: &Brush) {
    brush.path(
        pen,
        Paint::Shape,
        1.4,
        Dash::None,
        "M7.5 18 A10.5 10.5 0 1 1 28.5 18 A10.5 10.5 0 1 1 7.5 18 Z",
    );
    let hours = "M18 8.6 V10.8 M22.7 9.9 L21.6 11.8 M26.1 13.3 L24.2 14.4 M27.4 18 H25.2 M26.1 22.7 L24.2 21.6 M22.7 26.1 L21.6 24.2 M18 27.4 V25.2 M13.3 26.1 L14.4 24.2 M9.9 22.7 L11.8 21.6 M8.6 18 H10.8 M9.9 13.3 L11.8 14.4 M13.3 9.9 L14.4 11.8";
    brush.path(pen, Paint::Line, 1.0, Dash::None, hours);
    brush.path(pen, Paint::Line, 1.4, Dash::None, "M19.8 11.4 L18 18.2 L22.8 18.2");
}
