//! An estimate over time: a line in its band of uncertainty, and beneath it how many cases stand behind each point.

use crate::axis::Axis;
use crate::frame::{self, SMALL, SPACE};
use crate::svg::{Anchor, Pen};
use crate::{Caption, Estimate, Reference, Svg};

/// One point in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Name of the period: "Mar 2017".
    pub label: String,
    /// The estimate; nothing leaves a gap in the line.
    pub estimate: Option<Estimate>,
    /// The estimate in words, shown when the point is looked at: "4.12 (4.05 to 4.19)".
    pub value_label: String,
    /// How many cases stand behind the estimate.
    pub n: u64,
    /// The number of cases in words: "n = 1,204".
    pub n_label: String,
}

/// What [`draw`] shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Series {
    /// Name and description.
    pub caption: Caption,
    /// The points, in order.
    pub points: Vec<Point>,
    /// A line to compare with.
    pub reference: Option<Reference>,
    /// The range of the axis; where nothing is given, the range of the data.
    pub range: Option<(f64, f64)>,
    /// What the counts beneath the line count: "n", "orders".
    pub n_head: String,
}

/// Height of the strip of counts.
const COUNTS: f64 = 26.0;

/// Draws `series` in a view box `width` wide (from 320 for a phone); `tick` words the numbers of the axis.
///
/// ```
/// use chart::series::{Point, Series, draw};
/// use chart::{Caption, Estimate};
///
/// let month = |label: &str, value: f64| Point {
///     label: label.into(),
///     estimate: Some(Estimate { value, low: value - 0.1, high: value + 0.1 }),
///     value_label: format!("{value:.2}"),
///     n: 120,
///     n_label: "n = 120".into(),
/// };
/// let svg = draw(
///     &Series {
///         caption: Caption { title: "Score by month".into(), desc: "It rose from 4.1 to 4.3.".into() },
///         points: vec![month("Jan", 4.1), month("Feb", 4.3)],
///         ..Series::default()
///     },
///     &|value| format!("{value:.1}"),
///     640.0,
/// );
/// assert!(svg.to_string().contains("<title>Feb: 4.30 · n = 120</title>"));
/// ```
#[must_use]
pub fn draw(series: &Series, tick: &dyn Fn(f64) -> String, width: f64) -> Svg {
    let width = frame::sound_width(width);
    let mut pen = Pen::new(&series.caption.title, &series.caption.desc);
    let key = frame::reference_key(&mut pen, series.reference.as_ref(), width);
    let height = (width * 0.34).clamp(150.0, 240.0);

    let axis = Axis::new(series.range, values(series), 5);
    let ticks: Vec<String> = axis.ticks.iter().map(|&value| tick(value)).collect();
    let numbers = frame::widest(SMALL, ticks.iter().map(String::as_str).chain([series.n_head.as_str()]));
    let left = numbers.min(width * 0.3) + SPACE;
    let top = key + SMALL.line / 2.0;
    let axis = axis.laid(top + height, top);
    for (label, &value) in ticks.iter().zip(&axis.ticks) {
        let y = axis.at(value);
        pen.segment("rule", left, y, width, y);
        pen.text(SMALL, "soft", left - SPACE, y + 4.0, Anchor::End, label);
    }

    let pitch = (width - left) / series.points.len().max(1) as f64;
    let x = |at: usize| left + pitch * (at as f64 + 0.5);
    estimates(&mut pen, series, &axis, &x);
    if let Some(reference) = frame::shown(series.reference.as_ref()) {
        let y = axis.at(reference.value);
        pen.segment("reference", left, y, width, y);
    }

    let foot = top + height + 14.0 + COUNTS;
    counts(&mut pen, series, foot, pitch, &x);
    pen.text(SMALL, "soft", left - SPACE, foot - 1.0, Anchor::End, &SMALL.fit(&series.n_head, left - SPACE));
    pen.segment("axis", left, foot, width, foot);
    let names: Vec<&str> = series.points.iter().map(|point| point.label.as_str()).collect();
    for (x, name) in frame::spaced(SMALL, &names, pitch, &x, width) {
        pen.text(SMALL, "soft", x, foot + SMALL.line + 1.0, Anchor::Middle, name);
    }
    for (at, point) in series.points.iter().enumerate() {
        pen.group("point", |pen| {
            pen.title(&told(point));
            pen.rect("hit", x(at) - pitch / 2.0, top, pitch, foot - top, 0.0);
        });
    }
    pen.finish("series", width, foot + SMALL.line + 6.0)
}

fn values(series: &Series) -> impl Iterator<Item = f64> {
    let estimates = series.points.iter().filter_map(|point| point.estimate);
    let reference = series.reference.iter().map(|reference| reference.value);
    estimates.flat_map(|estimate| [estimate.low, estimate.value, estimate.high]).chain(reference)
}

/// A point in words.
fn told(point: &Point) -> String {
    let parts = [&point.value_label, &point.n_label].into_iter().filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.map(String::as_str).collect();
    if parts.is_empty() { point.label.clone() } else { format!("{}: {}", point.label, parts.join(" · ")) }
}

/// The band, the line and the dots, for each stretch without a gap.
fn estimates(pen: &mut Pen, series: &Series, axis: &Axis, x: &dyn Fn(usize) -> f64) {
    let drawn = |point: &Point| point.estimate.filter(Estimate::is_finite);
    let placed: Vec<(usize, Option<Estimate>)> = series.points.iter().map(drawn).enumerate().collect();
    for stretch in placed.split(|(_, estimate)| estimate.is_none()) {
        let points: Vec<(f64, Estimate)> =
            stretch.iter().filter_map(|&(at, estimate)| estimate.map(|estimate| (x(at), estimate))).collect();
        match points.as_slice() {
            [] => {}
            // A point that stands alone has no band: a whisker shows its interval.
            [(x, estimate)] => pen.segment("whisker", *x, axis.at(estimate.low), *x, axis.at(estimate.high)),
            points => {
                let upper = points.iter().map(|(x, estimate)| (*x, axis.at(estimate.high)));
                let lower = points.iter().rev().map(|(x, estimate)| (*x, axis.at(estimate.low)));
                pen.path("band", &(frame::polyline(upper.chain(lower)) + "Z"));
                pen.path(
                    "line",
                    &frame::polyline(points.iter().map(|(x, estimate)| (*x, axis.at(estimate.value)))),
                );
            }
        }
    }
    for (at, estimate) in placed {
        if let Some(estimate) = estimate {
            pen.circle("dot", x(at), axis.at(estimate.value), 3.0);
        }
    }
}

/// How many cases stand behind each point.
fn counts(pen: &mut Pen, series: &Series, foot: f64, pitch: f64, x: &dyn Fn(usize) -> f64) {
    let most = series.points.iter().map(|point| point.n).max().unwrap_or(0).max(1);
    let width = (pitch * 0.6).min(18.0);
    for (at, point) in series.points.iter().enumerate() {
        let height = COUNTS * point.n as f64 / most as f64;
        pen.rect("count", x(at) - width / 2.0, foot - height, width, height, 1.0);
    }
}
