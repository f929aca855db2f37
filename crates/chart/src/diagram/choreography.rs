//! Activities of choreographies, with a band for each participant.

use super::brush::{Brush, Dash, Paint};
use super::label;
use super::marker::{Mark, marks};
use crate::svg::{Number, Pen};
use bpmn::model::{
    Bounds, ChoreographyActivity, ChoreographyKind, ChoreographyLoop, Diagram, Model, ParticipantIx, Shape,
};

const RADIUS: f64 = 10.0;

#[allow(clippy::too_many_arguments)]
pub(super) fn activity(
    pen: &mut Pen,
    brush: &Brush,
    diagram: &Diagram,
    shape: &Shape,
    activity: &ChoreographyActivity,
    at: Bounds,
    name: &str,
    is_open: bool,
) {
    let width = if matches!(activity.kind, ChoreographyKind::Call { .. }) { 5.0 } else { 2.0 };
    brush.rect(pen, Paint::Shape, width, Dash::None, at, RADIUS);
    let room = between_bands(diagram, shape, at);
    let mut list = match activity.repeat {
        ChoreographyLoop::None => Vec::new(),
        ChoreographyLoop::Standard => vec![Mark::Loop],
        ChoreographyLoop::Sequential => vec![Mark::Sequential],
        ChoreographyLoop::Parallel => vec![Mark::Parallel],
    };
    if matches!(activity.kind, ChoreographyKind::Sub { .. }) && !is_open {
        list.push(Mark::Closed);
    }
    marks(pen, brush, room, &list);
    if is_open {
        label::at_top(pen, brush, room, name);
    } else {
        let below = if list.is_empty() { 0.0 } else { 18.0 };
        label::centred(pen, brush, Bounds { height: room.height - below, ..room }, name);
    }
}

/// What the bands of an activity leave of it.
fn between_bands(diagram: &Diagram, shape: &Shape, at: Bounds) -> Bounds {
    let (mut top, mut bottom) = (at.y, at.y + at.height);
    for other in &diagram.shapes {
        let (Some(band), Some(bounds)) = (&other.band, other.bounds) else { continue };
        if band.activity_shape.as_deref() != Some(shape.id.as_str()) {
            continue;
        }
        if bounds.y + bounds.height / 2.0 < at.y + at.height / 2.0 {
            top = top.max(bounds.y + bounds.height);
        } else {
            bottom = bottom.min(bounds.y);
        }
    }
    Bounds { y: top, height: (bottom - top).max(0.0), ..at }
}

/// The band of a participant; the one who begins is white, the others are tinted.
pub(super) fn participant(
    pen: &mut Pen,
    model: &Model,
    diagram: &Diagram,
    shape: &Shape,
    participant: ParticipantIx,
    brush: &Brush,
) {
    let (Some(at), Some(band)) = (shape.bounds, &shape.band) else { return };
    let kind = band.kind.as_deref().unwrap_or("");
    let begins = !kind.contains("non");
    let d = match kind.split('_').next() {
        Some("top") => rounded(at, true),
        Some("bottom") => rounded(at, false),
        _ => format!(
            "M{} {} h{} v{} h{} Z",
            Number(at.x),
            Number(at.y),
            Number(at.width),
            Number(at.height),
            Number(-at.width)
        ),
    };
    if begins {
        brush.path(pen, Paint::Shape, 1.5, Dash::None, &d);
    } else {
        pen.path("bpmn-tint", &d);
        brush.line_only().path(pen, Paint::Line, 1.5, Dash::None, &d);
    }
    label::centred(pen, brush, at, &model[participant].base.name);
    if model[participant].multiplicity.is_some_and(|multiplicity| multiplicity.maximum > 1) {
        marks(pen, brush, at, &[Mark::Parallel]);
    }
    if band.message_visible {
        message(pen, diagram, shape, at, begins);
    }
}

/// The message of a participant: an envelope beside the activity, tied to the band.
fn message(pen: &mut Pen, diagram: &Diagram, shape: &Shape, at: Bounds, begins: bool) {
    const AWAY: f64 = 22.0;
    let activity = shape.band.as_ref().and_then(|band| band.activity_shape.as_deref());
    let host =
        diagram.shapes.iter().find(|other| Some(other.id.as_str()) == activity).and_then(|host| host.bounds);
    let is_above = host.is_none_or(|host| at.y + at.height / 2.0 < host.y + host.height / 2.0);
    let (x, width, height) = (at.x + at.width / 2.0, 30.0, 20.0);
    let (edge, y) =
        if is_above { (at.y, at.y - AWAY - height) } else { (at.y + at.height, at.y + at.height + AWAY) };
    let end = if is_above { y + height } else { y };
    let brush = Brush::default();
    brush.path(
        pen,
        Paint::Line,
        1.5,
        Dash::Dotted,
        &format!("M{} {} V{}", Number(x), Number(edge), Number(end)),
    );
    super::data::envelope(pen, &brush, Bounds { x: x - width / 2.0, y, width, height }, !begins);
}

/// A band with the rounded corners of its activity above or below.
fn rounded(at: Bounds, is_top: bool) -> String {
    let r = RADIUS.min(at.height).min(at.width / 2.0);
    let (left, right) = (Number(at.x), Number(at.x + at.width));
    let (top, bottom) = (Number(at.y), Number(at.y + at.height));
    let (inner_left, inner_right) = (Number(at.x + r), Number(at.x + at.width - r));
    let number = Number(r);
    if is_top {
        let y = Number(at.y + r);
        format!(
            "M{left} {bottom} V{y} A{number} {number} 0 0 1 {inner_left} {top} H{inner_right} A{number} {number} 0 0 1 {right} {y} V{bottom} Z"
        )
    } else {
        let y = Number(at.y + at.height - r);
        format!(
            "M{left} {top} V{y} A{number} {number} 0 0 0 {inner_left} {bottom} H{inner_right} A{number} {number} 0 0 0 {right} {y} V{top} Z"
        )
    }
}
