//! Pools and lanes.

use super::brush::{Brush, Dash, Paint};
use super::label;
use super::marker::{Mark, marks};
use crate::svg::{Number, Pen};
use bpmn::model::{Bounds, Model, ParticipantIx, Shape};

/// Width of the head, where the name stands.
const HEAD: f64 = 30.0;

pub(super) fn pool(
    pen: &mut Pen,
    model: &Model,
    shape: &Shape,
    participant: ParticipantIx,
    at: Bounds,
    brush: &Brush,
) {
    brush.rect(pen, Paint::Shape, 1.5, Dash::None, at, 0.0);
    let data = &model[participant];
    let is_closed = data.process.is_none_or(|process| {
        let scope = &model[model[process].scope];
        scope.nodes.is_empty() && scope.lanes.is_empty()
    });
    let is_level = is_level(shape, at);
    // A pool whose inside is not shown has its name in the middle.
    if is_closed && at.height < 150.0 {
        label::centred(pen, brush, at, &data.base.name);
    } else {
        let head = head(at, is_level);
        let d = if is_level {
            format!("M{} {} V{}", Number(head.x + head.width), Number(at.y), Number(at.y + at.height))
        } else {
            format!("M{} {} H{}", Number(at.x), Number(head.y + head.height), Number(at.x + at.width))
        };
        brush.line_only().path(pen, Paint::Line, 1.5, Dash::None, &d);
        label::head(pen, brush, head, is_level, &data.base.name);
    }
    if data.multiplicity.is_some_and(|multiplicity| multiplicity.maximum > 1) {
        marks(pen, brush, at, &[Mark::Parallel]);
    }
}

pub(super) fn lane(pen: &mut Pen, shape: &Shape, at: Bounds, brush: &Brush, name: &str) {
    brush.rect(pen, Paint::Shape, 1.5, Dash::None, at, 0.0);
    let is_level = is_level(shape, at);
    label::head(pen, brush, head(at, is_level), is_level, name);
}

/// Whether a band lies; files that do not say mean it when it is wider than high.
fn is_level(shape: &Shape, at: Bounds) -> bool {
    shape.horizontal.unwrap_or(at.width >= at.height)
}

fn head(at: Bounds, is_level: bool) -> Bounds {
    if is_level {
        Bounds { width: HEAD.min(at.width), ..at }
    } else {
        Bounds { height: HEAD.min(at.height), ..at }
    }
}
