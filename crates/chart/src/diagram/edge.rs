//! Lines: sequence flows, message flows, associations, links of conversations.

use super::brush::{Brush, Dash, Paint};
use super::{data, label};
use crate::svg::{Number, Pen};
use bpmn::model::{
    ArtifactKind, Bounds, Direction, Edge, ElementRef, FlowIx, MessageVisible, Model, NodeKind, Point,
};

/// Radius of the corners.
const ROUND: f64 = 6.0;

pub(super) fn draw(pen: &mut Pen, model: &Model, edge: &Edge, element: ElementRef) {
    let brush = Brush::of(&edge.colours).line_only();
    let points = &edge.waypoints;
    let name = &model.base(element).name;
    if !name.is_empty() {
        pen.title(name);
    }
    match element {
        ElementRef::Flow(flow) => sequence(pen, &brush, model, flow, points),
        ElementRef::MessageFlow(_) => {
            brush.path(pen, Paint::Line, 1.5, Dash::Message, &way(points));
            start_circle(pen, &brush, points);
            hollow_head(pen, &brush, points);
            if let Some(visible) = edge.message {
                let middle = halfway(points);
                let at = Bounds { x: middle.x - 15.0, y: middle.y - 10.0, width: 30.0, height: 20.0 };
                data::envelope(pen, &brush, at, visible == MessageVisible::NonInitiating);
            }
        }
        ElementRef::DataAssociation(_) => {
            brush.path(pen, Paint::Line, 2.0, Dash::Dotted, &way(points));
            open_head(pen, &brush, points);
        }
        ElementRef::Artifact(artifact) => {
            brush.path(pen, Paint::Line, 2.0, Dash::Dotted, &way(points));
            let direction = match model[artifact].kind {
                ArtifactKind::Association { direction, .. } => direction,
                _ => Direction::None,
            };
            if direction != Direction::None {
                open_head(pen, &brush, points);
            }
            if direction == Direction::Both {
                let back: Vec<Point> = points.iter().rev().copied().collect();
                open_head(pen, &brush, &back);
            }
        }
        // A double line: a thick one with the ground along its middle.
        ElementRef::Link(_) => {
            brush.path(pen, Paint::Line, 5.0, Dash::None, &way(points));
            pen.path("bpmn-hollow-line", &way(points));
        }
        _ => brush.path(pen, Paint::Line, 1.5, Dash::None, &way(points)),
    }
    let middle = halfway(points);
    label::outside(pen, &Brush::of(&edge.colours), edge.label, Point { y: middle.y + 4.0, ..middle }, name);
}

fn sequence(pen: &mut Pen, brush: &Brush, model: &Model, flow: FlowIx, points: &[Point]) {
    brush.path(pen, Paint::Line, 2.0, Dash::None, &way(&shortened(points, 6.0)));
    solid_head(pen, brush, points);
    let Some(source) = model[flow].source.map(|source| &model[source]) else { return };
    let Some((start, (dx, dy))) = direction(points, true) else { return };
    // Along and across the line.
    let at = |along: f64, across: f64| {
        format!(
            "{} {}",
            Number(start.x + along * dx - across * dy),
            Number(start.y + along * dy + across * dx)
        )
    };
    if source.default == Some(flow) {
        let d = format!("M{} L{}", at(7.0, 5.0), at(13.0, -5.0));
        brush.path(pen, Paint::Line, 2.0, Dash::None, &d);
    } else if model[flow].condition.is_some()
        && !matches!(source.kind, NodeKind::Gateway(_) | NodeKind::Event(_))
    {
        let d = format!("M{} L{} L{} L{} Z", at(0.0, 0.0), at(8.0, 4.5), at(16.0, 0.0), at(8.0, -4.5));
        brush.path(pen, Paint::Shape, 1.5, Dash::None, &d);
    }
}

/// A path through the points, its corners rounded.
fn way(points: &[Point]) -> String {
    let Some(first) = points.first() else { return String::new() };
    let mut d = format!("M{} {}", Number(first.x), Number(first.y));
    for index in 1..points.len() {
        let at = points[index];
        let Some(&next) = points.get(index + 1) else {
            d.push_str(&format!(" L{} {}", Number(at.x), Number(at.y)));
            continue;
        };
        let before = towards(at, points[index - 1]);
        let after = towards(at, next);
        d.push_str(&format!(
            " L{} {} Q{} {} {} {}",
            Number(before.x),
            Number(before.y),
            Number(at.x),
            Number(at.y),
            Number(after.x),
            Number(after.y)
        ));
    }
    d
}

/// The point where the rounding of a corner begins.
fn towards(corner: Point, other: Point) -> Point {
    let length = (other.x - corner.x).hypot(other.y - corner.y);
    let share = if length > 0.0 { (ROUND / length).min(0.5) } else { 0.0 };
    Point { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share }
}

/// An end and the direction of the line there, from the start inwards or at the end outwards; nothing for a line without
/// length.
fn direction(points: &[Point], at_start: bool) -> Option<(Point, (f64, f64))> {
    let (first, last) = (*points.first()?, *points.last()?);
    let (end, other) = if at_start {
        (first, points.iter().copied().find(|&point| point != first)?)
    } else {
        (last, points.iter().rev().copied().find(|&point| point != last)?)
    };
    let (dx, dy) =
        if at_start { (other.x - end.x, other.y - end.y) } else { (end.x - other.x, end.y - other.y) };
    let length = dx.hypot(dy);
    Some((end, (dx / length, dy / length)))
}

/// The points with the last one `by` pixels before the end, so that the line does not stick out of the tip of its head.
fn shortened(points: &[Point], by: f64) -> Vec<Point> {
    let mut points = points.to_vec();
    if let (Some((end, (dx, dy))), Some(last)) = (direction(&points, false), points.last_mut()) {
        *last = Point { x: end.x - by * dx, y: end.y - by * dy };
    }
    points
}

/// The corners of a head at the end: left, tip, right.
fn head(points: &[Point], length: f64, half: f64) -> Option<[String; 3]> {
    let (tip, (dx, dy)) = direction(points, false)?;
    let side = |across: f64| {
        format!("{} {}", Number(tip.x - length * dx - across * dy), Number(tip.y - length * dy + across * dx))
    };
    Some([side(half), format!("{} {}", Number(tip.x), Number(tip.y)), side(-half)])
}

fn solid_head(pen: &mut Pen, brush: &Brush, points: &[Point]) {
    if let Some([left, tip, right]) = head(points, 10.0, 4.5) {
        brush.path(pen, Paint::Solid, 0.0, Dash::None, &format!("M{left} L{tip} L{right} Z"));
    }
}

fn hollow_head(pen: &mut Pen, brush: &Brush, points: &[Point]) {
    if let Some([left, tip, right]) = head(points, 9.0, 5.0) {
        brush.path(pen, Paint::Shape, 1.2, Dash::None, &format!("M{left} L{tip} L{right} Z"));
    }
}

fn open_head(pen: &mut Pen, brush: &Brush, points: &[Point]) {
    if let Some([left, tip, right]) = head(points, 8.0, 5.0) {
        brush.path(pen, Paint::Line, 1.5, Dash::None, &format!("M{left} L{tip} L{right}"));
    }
}

fn start_circle(pen: &mut Pen, brush: &Brush, points: &[Point]) {
    const RADIUS: f64 = 3.5;
    if let Some(start) = points.first() {
        let at =
            Bounds { x: start.x - RADIUS, y: start.y - RADIUS, width: 2.0 * RADIUS, height: 2.0 * RADIUS };
        brush.ellipse(pen, Paint::Shape, 1.2, Dash::None, at);
    }
}

/// The point in the middle of the line.
pub(super) fn halfway(points: &[Point]) -> Point {
    let length = |pair: &[Point]| (pair[1].x - pair[0].x).hypot(pair[1].y - pair[0].y);
    let mut left = points.windows(2).map(length).sum::<f64>() / 2.0;
    for pair in points.windows(2) {
        let own = length(pair);
        if own >= left && own > 0.0 {
            let share = left / own;
            return Point {
                x: pair[0].x + (pair[1].x - pair[0].x) * share,
                y: pair[0].y + (pair[1].y - pair[0].y) * share,
            };
        }
        left -= own;
    }
    points.first().copied().unwrap_or_default()
}
