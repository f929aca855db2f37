//! Data, notes, groups, messages and conversations.

use super::brush::{Brush, Dash, Paint};
use super::label;
use super::marker::{Mark, marks};
use crate::svg::{Number, Pen};
use bpmn::model::{Bounds, ConversationKind, DataItem, DataKind, ElementRef, Model};

pub(super) fn item(pen: &mut Pen, brush: &Brush, at: Bounds, model: &Model, item: &DataItem) {
    if matches!(item.kind, DataKind::StoreReference { .. }) {
        store(pen, brush, at);
        return;
    }
    sheet(pen, brush, at);
    let arrow = "M1 5 H8 V1 L15 8 L8 15 V11 H1 Z";
    match item.kind {
        DataKind::Input { .. } => arrow_in(pen, brush, at, Paint::Shape, arrow),
        DataKind::Output { .. } => arrow_in(pen, brush, at, Paint::Solid, arrow),
        _ => {}
    }
    if is_collection(model, item) {
        marks(pen, brush, at, &[Mark::Parallel]);
    }
}

/// The name of data with its state: "Order [paid]".
pub(super) fn name(model: &Model, item: &DataItem) -> String {
    let own = &item.base.name;
    let name = match &item.kind {
        DataKind::ObjectReference { object: Some(reference) }
        | DataKind::StoreReference { store: Some(reference) }
            if own.is_empty() =>
        {
            reference.element.map_or(own, |element| &model.base(element).name)
        }
        _ => own,
    };
    match &item.state {
        Some(state) if !state.is_empty() => format!("{name} [{state}]"),
        _ => name.clone(),
    }
}

fn is_collection(model: &Model, item: &DataItem) -> bool {
    match &item.kind {
        DataKind::Object { collection }
        | DataKind::Input { collection }
        | DataKind::Output { collection } => *collection,
        DataKind::ObjectReference { object: Some(reference) } => match reference.element {
            Some(ElementRef::Data(object)) => {
                matches!(model[object].kind, DataKind::Object { collection: true })
            }
            _ => false,
        },
        _ => false,
    }
}

fn arrow_in(pen: &mut Pen, brush: &Brush, at: Bounds, paint: Paint, d: &str) {
    pen.moved(at.x + 3.0, at.y + 3.0, 1.0, |pen| brush.path(pen, paint, 1.2, Dash::None, d));
}

/// A sheet with its upper right corner folded.
fn sheet(pen: &mut Pen, brush: &Brush, at: Bounds) {
    let fold = (at.width * 0.3).min(at.height * 0.3);
    let (left, right, top, bottom) = (at.x, at.x + at.width, at.y, at.y + at.height);
    let d = format!(
        "M{} {} H{} L{} {} V{} H{} Z",
        Number(left),
        Number(top),
        Number(right - fold),
        Number(right),
        Number(top + fold),
        Number(bottom),
        Number(left)
    );
    brush.path(pen, Paint::Shape, 2.0, Dash::None, &d);
    let d = format!("M{} {} V{} H{}", Number(right - fold), Number(top), Number(top + fold), Number(right));
    brush.line_only().path(pen, Paint::Line, 2.0, Dash::None, &d);
}

/// A drum.
pub(super) fn store(pen: &mut Pen, brush: &Brush, at: Bounds) {
    let (rx, ry) = (at.width / 2.0, (at.height * 0.12).min(at.width / 4.0));
    let (left, right) = (Number(at.x), Number(at.x + at.width));
    let (rx, curve) = (Number(rx), Number(ry));
    let line = |y: f64| format!("M{left} {} A{rx} {curve} 0 0 0 {right} {}", Number(y), Number(y));
    let (top, bottom) = (Number(at.y + ry), Number(at.y + at.height - ry));
    let body = format!(
        "M{left} {top} A{rx} {curve} 0 0 1 {right} {top} V{bottom} A{rx} {curve} 0 0 1 {left} {bottom} Z"
    );
    brush.path(pen, Paint::Shape, 2.0, Dash::None, &body);
    let rings: Vec<String> = [1.0, 1.9, 2.8].iter().map(|step| line(at.y + step * ry)).collect();
    brush.line_only().path(pen, Paint::Line, 2.0, Dash::None, &rings.join(" "));
}

/// A note: an open bracket and its text.
pub(super) fn annotation(pen: &mut Pen, brush: &Brush, at: Bounds, text: &str) {
    let arm = 10.0_f64.min(at.width);
    let (x, top, bottom) = (Number(at.x + arm), Number(at.y), Number(at.y + at.height));
    let left = Number(at.x);
    let d = format!("M{x} {top} H{left} V{bottom} H{x}");
    brush.line_only().path(pen, Paint::Line, 2.0, Dash::None, &d);
    label::at_left(pen, brush, at, text);
}

pub(super) fn group(pen: &mut Pen, brush: &Brush, at: Bounds) {
    brush.line_only().rect(pen, Paint::Line, 1.5, Dash::Group, at, 10.0);
}

/// A message.
pub(super) fn envelope(pen: &mut Pen, brush: &Brush, at: Bounds, is_tinted: bool) {
    let (left, right, top, bottom) =
        (Number(at.x), Number(at.x + at.width), Number(at.y), Number(at.y + at.height));
    let (x, y) = (Number(at.x + at.width / 2.0), Number(at.y + at.height * 0.55));
    let body = format!("M{left} {top} H{right} V{bottom} H{left} Z");
    brush.path(pen, Paint::Shape, 1.5, Dash::None, &body);
    if is_tinted {
        pen.path("bpmn-tint", &body);
    }
    let flap = format!("M{left} {top} L{x} {y} L{right} {top}");
    brush.line_only().path(pen, Paint::Line, 1.5, Dash::None, &flap);
}

/// A conversation: a hexagon, thick for a call, with a mark for one that holds others.
pub(super) fn conversation(pen: &mut Pen, brush: &Brush, at: Bounds, kind: &ConversationKind) {
    let quarter = at.width / 4.0;
    let (left, right, top, bottom) =
        (Number(at.x), Number(at.x + at.width), Number(at.y), Number(at.y + at.height));
    let (inner_left, inner_right) = (Number(at.x + quarter), Number(at.x + at.width - quarter));
    let y = Number(at.y + at.height / 2.0);
    let d = format!(
        "M{left} {y} L{inner_left} {top} H{inner_right} L{right} {y} L{inner_right} {bottom} H{inner_left} Z"
    );
    let width = if matches!(kind, ConversationKind::Call { .. }) { 5.0 } else { 2.0 };
    brush.path(pen, Paint::Shape, width, Dash::None, &d);
    if matches!(kind, ConversationKind::Sub { .. }) {
        marks(pen, brush, at, &[Mark::Closed]);
    }
}
