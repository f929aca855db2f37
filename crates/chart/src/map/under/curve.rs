//! A track of lines over the steps: values with their intervals on one scale.

use super::columns::Columns;
use super::{Curve, GAP, Mark, SMALL, Spot, Stroke};
use crate::frame::polyline;
use crate::svg::{Anchor, Number, Pen};

/// Height of the track.
pub(super) const HEIGHT: f64 = 128.0;
/// Room above and below the outermost values, for what is written beside them.
const INSET: f64 = 22.0;

/// Draws the lines; `level` is marked across.
pub(super) fn draw(
    pen: &mut Pen,
    columns: &Columns,
    curves: &[Curve],
    level: Option<f64>,
    (y, height): (f64, f64),
) {
    let spots = || curves.iter().flat_map(|curve| curve.spots.iter().flatten()).filter(|spot| sound(spot));
    let values = spots().flat_map(|spot| [spot.estimate.low, spot.estimate.high]).chain(level);
    let (low, high) = values
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    if columns.len() == 0 || !low.is_finite() || !high.is_finite() {
        return;
    }
    let (low, high) = if high - low < 1e-9 { (low - 1.0, high + 1.0) } else { (low, high) };
    let at = |value: f64| y + INSET + (high - value) / (high - low) * (height - 2.0 * INSET);
    if let Some(level) = level {
        let (left, right) = (columns.left(0), columns.right(columns.len() - 1));
        pen.segment("reference", left, at(level), right, at(level));
    }
    let has_spot = |step: usize| curves.iter().any(|curve| matches!(curve.spots.get(step), Some(Some(_))));
    for curve in curves {
        let known: Vec<(f64, &Spot)> = columns
            .in_order()
            .filter_map(|step| Some((step, curve.spots.get(step)?.as_ref().filter(|spot| sound(spot))?)))
            .map(|(step, spot)| (columns.at(step, &has_spot), spot))
            .collect();
        let line = polyline(known.iter().map(|&(x, spot)| (x, at(spot.estimate.value))));
        match curve.stroke {
            Stroke::Wanted if known.len() > 1 => pen.path("wanted", &line),
            Stroke::Measured if known.len() > 1 => pen.path("line", &line),
            _ => {}
        }
        for &(x, spot) in &known {
            // Marks of others stand beside ours.
            let x = if curve.stroke == Stroke::Other { x + 9.0 } else { x };
            one(pen, curve.stroke, spot, x, &at, (y, height));
        }
    }
}

fn one(pen: &mut Pen, stroke: Stroke, spot: &Spot, x: f64, at: &dyn Fn(f64) -> f64, (y, height): (f64, f64)) {
    let level = at(spot.estimate.value);
    pen.link(&spot.link, |pen| {
        pen.group("point", |pen| {
            pen.title(&spot.told);
            pen.rect("hit", x - 12.0, y + 2.0, 24.0, height - 4.0, 6.0);
            if spot.estimate.high > spot.estimate.low {
                let class = if stroke == Stroke::Other { "other whisker" } else { "whisker" };
                pen.segment(class, x, at(spot.estimate.low), x, at(spot.estimate.high));
            }
            match stroke {
                Stroke::Wanted => pen.circle("wanted dot", x, level, 3.5),
                Stroke::Other => pen.path("other dot", &diamond(x, level, 5.0)),
                Stroke::Measured => mark(pen, spot.mark, x, level),
            }
            if !spot.label.is_empty() {
                // Measured values are written above their interval, wanted ones at the foot of the track.
                let (class, line) = match stroke {
                    Stroke::Wanted => ("soft assumed", y + height - GAP),
                    Stroke::Measured => ("", at(spot.estimate.high) - 6.0),
                    Stroke::Other => ("soft", at(spot.estimate.low) + SMALL.line - 1.0),
                };
                pen.text(SMALL, class, x, line, Anchor::Middle, &spot.label);
            }
        });
    });
}

/// The mark of a cluster: colour and shape.
fn mark(pen: &mut Pen, mark: Mark, x: f64, y: f64) {
    const R: f64 = 5.0;
    match mark {
        Mark::Plain => pen.circle("dot", x, y, R - 0.5),
        Mark::Recommendation => pen.circle("recommendation", x, y, R),
        Mark::Advocacy => {
            // A star of five points, from the top around.
            const STAR: [(f64, f64); 10] = [
                (0.0, -5.7),
                (1.7, -2.1),
                (5.7, -1.6),
                (2.8, 1.1),
                (3.5, 5.0),
                (0.0, 3.1),
                (-3.5, 5.0),
                (-2.8, 1.1),
                (-5.7, -1.6),
                (-1.7, -2.1),
            ];
            pen.path("advocacy", &(polyline(STAR.into_iter().map(|(dx, dy)| (x + dx, y + dy))) + "Z"));
        }
        Mark::Attention => {
            let corners = [(x, y - R - 1.0), (x + R + 1.0, y + R), (x - R - 1.0, y + R)];
            pen.path("attention", &(polyline(corners.into_iter()) + "Z"));
        }
        Mark::Destroying => {
            // A cross of two bars.
            let bar = |up: f64| {
                let (a, b) = (R, R - 2.6);
                let corners = [(-a, -b), (-b, -a), (a, b), (b, a)];
                polyline(corners.into_iter().map(|(dx, dy)| (x + dx, y + up * dy))) + "Z"
            };
            pen.path("destroying", &(bar(1.0) + &bar(-1.0)));
        }
    }
}

fn diamond(x: f64, y: f64, r: f64) -> String {
    let (left, right, up, down) = (Number(x - r), Number(x + r), Number(y - r), Number(y + r));
    let (x, y) = (Number(x), Number(y));
    format!("M{x} {up}L{right} {y}L{x} {down}L{left} {y}Z")
}

fn sound(spot: &Spot) -> bool {
    spot.estimate.is_finite()
}
