//! Text in and beside shapes: wrapped, centred, cut with an ellipsis where there is no room.

use super::brush::Brush;
use crate::svg::{Anchor, Pen};
use crate::text::Face;
use bpmn::model::{Bounds, Label, Point};

/// Text inside shapes.
pub(super) const INSIDE: Face = Face { size: 12.0, line: 14.5, strong: false, share: 0.98 };
/// Text beside shapes and arrows.
pub(super) const OUTSIDE: Face = Face { size: 11.0, line: 13.5, strong: false, share: 0.95 };
/// Distance of text from the border around it.
const PADDING: f64 = 5.0;
/// The width of lines beside shapes, where the file says nothing.
const OUTSIDE_WIDTH: f64 = 90.0;
const OUTSIDE_LINES: usize = 8;

/// Text in the middle of a shape.
pub(super) fn centred(pen: &mut Pen, brush: &Brush, bounds: Bounds, text: &str) {
    let width = bounds.width - 2.0 * PADDING;
    let most = ((bounds.height - PADDING) / INSIDE.line).floor().max(1.0) as usize;
    let lines = INSIDE.wrap(text, width.max(1.0), most);
    let middle = Point { x: bounds.x + bounds.width / 2.0, y: bounds.y + bounds.height / 2.0 };
    let top = middle.y - lines.len() as f64 * INSIDE.line / 2.0;
    write(pen, brush, INSIDE, Point { x: middle.x, y: top }, Anchor::Middle, &lines);
}

/// Text at the upper border of a shape.
pub(super) fn at_top(pen: &mut Pen, brush: &Brush, bounds: Bounds, text: &str) {
    let lines = INSIDE.wrap(text, (bounds.width - 2.0 * PADDING).max(1.0), 2);
    let top = Point { x: bounds.x + bounds.width / 2.0, y: bounds.y + PADDING };
    write(pen, brush, INSIDE, top, Anchor::Middle, &lines);
}

/// Text from the upper left corner of a shape.
pub(super) fn at_left(pen: &mut Pen, brush: &Brush, bounds: Bounds, text: &str) {
    let most = ((bounds.height - PADDING) / INSIDE.line).floor().max(1.0) as usize;
    let lines = INSIDE.wrap(text, (bounds.width - 2.0 * PADDING).max(1.0), most);
    let corner = Point { x: bounds.x + PADDING + 1.0, y: bounds.y + PADDING };
    write(pen, brush, INSIDE, corner, Anchor::Start, &lines);
}

/// Text in the head of a band: along its left side, or its upper one if it stands upright.
pub(super) fn head(pen: &mut Pen, brush: &Brush, head: Bounds, is_level: bool, text: &str) {
    if !is_level {
        centred(pen, brush, head, text);
        return;
    }
    let most = ((head.width - 2.0) / INSIDE.line).floor().max(1.0) as usize;
    let lines = INSIDE.wrap(text, (head.height - 2.0 * PADDING).max(1.0), most);
    let (x, y) = (head.x + head.width / 2.0, head.y + head.height / 2.0);
    let first = x - lines.len() as f64 * INSIDE.line / 2.0 + 0.76 * INSIDE.line;
    for (index, line) in lines.iter().enumerate() {
        pen.turned_text(INSIDE, brush.label(), first + index as f64 * INSIDE.line, y, line);
    }
}

/// Text beside a shape: where the file says, or else around `anchor`, the middle of its upper side.
pub(super) fn outside(pen: &mut Pen, brush: &Brush, label: Option<Label>, anchor: Point, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    let bounds = label.and_then(|label| label.bounds).filter(|bounds| bounds.width.is_finite());
    let (top, width) = match bounds {
        Some(at) if at.width > 1.0 => (Point { x: at.x + at.width / 2.0, y: at.y }, room(text, at)),
        Some(at) if at.x != 0.0 || at.y != 0.0 => (Point { x: at.x, y: at.y }, OUTSIDE_WIDTH),
        _ => (anchor, OUTSIDE_WIDTH),
    };
    let lines = OUTSIDE.wrap(text, width, OUTSIDE_LINES);
    write(pen, &brush.outside(), OUTSIDE, top, Anchor::Middle, &lines);
}

/// The width to wrap to within given bounds: tools measure text a little differently, so one line stays one line.
fn room(text: &str, at: Bounds) -> f64 {
    const SLACK: f64 = 1.25;
    let needed = OUTSIDE.width(text);
    let is_one_line = at.height < 1.8 * OUTSIDE.line;
    if is_one_line && needed < at.width * SLACK * SLACK {
        needed + 1.0
    } else {
        at.width.max(OUTSIDE_WIDTH * 0.7)
    }
}

fn write(pen: &mut Pen, brush: &Brush, face: Face, top: Point, anchor: Anchor, lines: &[String]) {
    for (index, line) in lines.iter().enumerate() {
        let y = top.y + index as f64 * face.line + 0.76 * face.line;
        pen.coloured_text(face, brush.label(), top.x, y, anchor, line);
    }
}
