//! Gateways: a diamond and the mark of its kind.

use super::brush::{Brush, Dash, Paint};
use crate::svg::{Number, Pen};
use bpmn::model::{Bounds, Gateway};

/// The size of a gateway for which the marks are drawn.
const SIDE: f64 = 50.0;

pub(super) fn draw(pen: &mut Pen, brush: &Brush, at: Bounds, kind: &Gateway, marker_visible: Option<bool>) {
    brush.path(pen, Paint::Shape, 2.0, Dash::None, &diamond(at));
    pen.moved(at.x, at.y, at.width.min(at.height) / SIDE, |pen| {
        mark(pen, &brush.line_only(), kind, marker_visible);
    });
}

/// The path of a diamond.
fn diamond(at: Bounds) -> String {
    let (left, right) = (Number(at.x), Number(at.x + at.width));
    let (top, bottom) = (Number(at.y), Number(at.y + at.height));
    let (x, y) = (Number(at.x + at.width / 2.0), Number(at.y + at.height / 2.0));
    format!("M{x} {top} L{right} {y} L{x} {bottom} L{left} {y} Z")
}

fn mark(pen: &mut Pen, brush: &Brush, kind: &Gateway, marker_visible: Option<bool>) {
    const PLUS: &str = "M25 14 V36 M14 25 H36";
    const PENTAGON: &str = "M25 18.2 L31.8 23.1 L29.2 31 H20.8 L18.2 23.1 Z";
    let mut line = |width: f64, d: &str| brush.path(pen, Paint::Line, width, Dash::None, d);
    match kind {
        Gateway::Exclusive if marker_visible == Some(true) => line(4.0, "M18 18 L32 32 M32 18 L18 32"),
        Gateway::Exclusive => {}
        Gateway::Inclusive => line(3.0, "M15 25 A10 10 0 1 1 35 25 A10 10 0 1 1 15 25 Z"),
        Gateway::Parallel => line(4.0, PLUS),
        Gateway::Complex { .. } => {
            line(3.5, "M25 14 V36 M14 25 H36 M17.5 17.5 L32.5 32.5 M32.5 17.5 L17.5 32.5");
        }
        Gateway::EventBased { instantiate, parallel } => {
            line(1.3, "M11.5 25 A13.5 13.5 0 1 1 38.5 25 A13.5 13.5 0 1 1 11.5 25 Z");
            if !instantiate {
                line(1.3, "M14 25 A11 11 0 1 1 36 25 A11 11 0 1 1 14 25 Z");
            }
            if *parallel {
                line(1.3, "M23.4 17 H26.6 V23.4 H33 V26.6 H26.6 V33 H23.4 V26.6 H17 V23.4 H23.4 Z");
            } else {
                line(1.3, PENTAGON);
            }
        }
    }
}
