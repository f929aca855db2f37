//! Two estimates side by side (with and without, before and after) and the difference between them.

use crate::axis::Axis;
use crate::frame::{self, LABEL, SMALL, SPACE, STRONG, toned};
use crate::svg::{Anchor, Pen};
use crate::text::Face;
use crate::{Caption, Estimate, Reference, Svg, Tone};

/// One of the two estimates of a pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// What it is: "in time", "today".
    pub label: String,
    /// The estimate.
    pub estimate: Estimate,
    /// The estimate in words, perhaps with its n: "4.28 · n = 4,814".
    pub value_label: String,
}

/// Two estimates of one quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Name of the quantity; may be empty where there is one pair.
    pub label: String,
    /// Where the comparison starts: drawn hollow.
    pub from: Side,
    /// Where it leads: drawn filled.
    pub to: Side,
    /// The difference in words: "−1.78 (−1.93 to −1.63)".
    pub difference_label: String,
    /// How the difference is meant.
    pub tone: Tone,
}

/// What [`draw`] shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Compare {
    /// Name and description.
    pub caption: Caption,
    /// The pairs, from top to bottom, on one axis.
    pub pairs: Vec<Pair>,
    /// A line to compare with.
    pub reference: Option<Reference>,
    /// The range of the axis; where nothing is given, the range of the data.
    pub range: Option<(f64, f64)>,
}

/// Height of an estimate: a line of text and the whisker beneath it.
const SIDE: f64 = 40.0;
/// Height of the difference.
const CHANGE: f64 = 34.0;
/// Between two pairs.
const GAP: f64 = 20.0;

/// Draws `compare` in a view box `width` wide (from 320 for a phone); `tick` words the numbers of the axis.
#[must_use]
pub fn draw(compare: &Compare, tick: &dyn Fn(f64) -> String, width: f64) -> Svg {
    let width = frame::sound_width(width);
    let mut pen = Pen::new(&compare.caption.title, &compare.caption.desc);
    let mut y = frame::reference_key(&mut pen, compare.reference.as_ref(), width);
    // The outermost numbers are centred on the ends of the axis.
    let count = if width < 480.0 { 4 } else { 8 };
    let axis = Axis::new(compare.range, values(compare), count);
    let half = axis.ticks.iter().map(|&value| SMALL.width(&tick(value)) / 2.0).fold(6.0, f64::max);
    // Values stand in a column of their own, where no line of the axis runs behind them.
    let sides = compare.pairs.iter().flat_map(|pair| [&pair.from, &pair.to]);
    let shown = frame::widest(LABEL, sides.map(|side| side.value_label.as_str())).min(width * 0.4);
    let plot = width - if shown > 0.0 { shown + SPACE } else { 0.0 };
    let axis = axis.laid(half, plot - half);

    let foot = y + compare.pairs.iter().map(height).sum::<f64>();
    for &value in &axis.ticks {
        pen.segment("rule", axis.at(value), y, axis.at(value), foot);
    }
    let numbers = axis.ticks.iter().map(|&value| (axis.at(value), tick(value)));
    for (x, number) in frame::apart(SMALL, numbers.collect()) {
        pen.text(SMALL, "soft", x, foot + SMALL.line, Anchor::Middle, &number);
    }
    if let Some(reference) = frame::shown(compare.reference.as_ref()) {
        let x = axis.at(reference.value);
        pen.segment("reference", x, y, x, foot);
    }
    for pair in &compare.pairs {
        draw_pair(&mut pen, pair, &axis, y, (plot, width));
        y += height(pair);
    }
    pen.finish("compare", width, foot + SMALL.line + 6.0)
}

fn values(compare: &Compare) -> impl Iterator<Item = f64> {
    let sides = compare.pairs.iter().flat_map(|pair| [pair.from.estimate, pair.to.estimate]);
    let reference = compare.reference.iter().map(|reference| reference.value);
    sides.flat_map(|estimate| [estimate.low, estimate.value, estimate.high]).chain(reference)
}

fn height(pair: &Pair) -> f64 {
    head(pair) + 2.0 * SIDE + CHANGE + GAP
}

/// Room for the name of the quantity.
fn head(pair: &Pair) -> f64 {
    if pair.label.is_empty() { 0.0 } else { STRONG.line + 6.0 }
}

/// Draws `pair`; the plot is as wide as the first of the widths, with the column of values as the second.
fn draw_pair(pen: &mut Pen, pair: &Pair, axis: &Axis, top: f64, (plot, width): (f64, f64)) {
    pen.group("pair", |pen| {
        if !pair.label.is_empty() {
            plated(pen, &STRONG.fit(&pair.label, width), STRONG, top);
        }
        let first = top + head(pair);
        let (from, to) = (first + SIDE - 11.0, first + 2.0 * SIDE - 11.0);
        if pair.from.estimate.is_finite() && pair.to.estimate.is_finite() {
            // From the first mark down to the arrow; the texts beside it lie upon it.
            let x = axis.at(pair.from.estimate.value);
            pen.segment("reference", x, from, x, first + 2.0 * SIDE + 11.0);
        }
        side(pen, &pair.from, "whisker", axis, first, (plot, width), |pen, x| {
            pen.circle("hollow", x, from, 4.5);
        });
        side(pen, &pair.to, &toned("whisker", pair.tone), axis, first + SIDE, (plot, width), |pen, x| {
            frame::mark(pen, pair.tone, x, to, 5.0);
        });
        change(pen, pair, axis, first + 2.0 * SIDE, plot);
    });
}

/// One estimate: its name, beneath it the whisker with its mark, and at the right of that the value.
fn side(
    pen: &mut Pen,
    side: &Side,
    whisker: &str,
    axis: &Axis,
    top: f64,
    (plot, width): (f64, f64),
    mark: impl FnOnce(&mut Pen, f64),
) {
    plated(pen, &LABEL.fit(&side.label, plot), LABEL, top);
    let y = top + SIDE - 11.0;
    if side.estimate.is_finite() {
        pen.segment(whisker, axis.at(side.estimate.low), y, axis.at(side.estimate.high), y);
        mark(pen, axis.at(side.estimate.value));
    }
    pen.text(LABEL, "", width, y + 4.0, Anchor::End, &LABEL.fit(&side.value_label, width - plot));
}

/// The arrow from the first value to the second, with the difference in words.
fn change(pen: &mut Pen, pair: &Pair, axis: &Axis, top: f64, width: f64) {
    if !pair.from.estimate.is_finite() || !pair.to.estimate.is_finite() {
        return;
    }
    const HEAD: f64 = 7.0;
    let (from, to) = (axis.at(pair.from.estimate.value), axis.at(pair.to.estimate.value));
    let y = top + 6.0;
    let way = (to - from).signum();
    let neck = to - way * HEAD.min((to - from).abs());
    pen.segment(&toned("change", pair.tone), from, y, neck, y);
    let head = [(to, y), (neck, y - 4.5), (neck, y + 4.5)].into_iter();
    pen.path(&toned("change-head", pair.tone), &(frame::polyline(head) + "Z"));
    let label = STRONG.fit(&pair.difference_label, width);
    let half = STRONG.width(&label) / 2.0;
    let x = ((from + to) / 2.0).min(width - half).max(half);
    let baseline = y + STRONG.line + 4.0;
    pen.rect("ground", x - half - 3.0, y + 7.0, 2.0 * half + 6.0, STRONG.line + 1.0, 3.0);
    pen.text(STRONG, &toned("difference", pair.tone), x, baseline, Anchor::Middle, &label);
}

/// Text at the left on a plate of the ground's colour, so that the lines of the axis do not run through it.
fn plated(pen: &mut Pen, text: &str, face: Face, top: f64) {
    pen.rect("ground", 0.0, top, face.width(text) + 4.0, face.line + 1.0, 0.0);
    pen.text(face, "", 0.0, top + face.line - 4.0, Anchor::Start, text);
}
