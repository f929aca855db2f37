//! An estimate with its interval for each of many categories, one row each.

use crate::axis::Axis;
use crate::frame::{self, LABEL, SMALL, SPACE, toned};
use crate::svg::{Anchor, Pen};
use crate::{Caption, Estimate, Reference, Svg, Tone};

/// One category.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Name of the category.
    pub label: String,
    /// The estimate; where nothing is given, the row shows only its labels.
    pub estimate: Option<Estimate>,
    /// The estimate in words: "4.12".
    pub value_label: String,
    /// How many cases stand behind it, in words: "1,204".
    pub n_label: String,
    /// How it is meant.
    pub tone: Tone,
}

/// What [`draw`] shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dots {
    /// Name and description.
    pub caption: Caption,
    /// The rows, from top to bottom as given.
    pub rows: Vec<Row>,
    /// A line to compare with.
    pub reference: Option<Reference>,
    /// The range of the axis; where nothing is given, the range of the data.
    pub range: Option<(f64, f64)>,
    /// Head of the column of values: "mean".
    pub value_head: String,
    /// Head of the column of counts: "n".
    pub n_head: String,
}

/// Height of a row.
const ROW: f64 = 24.0;
/// Height of a name that stands above its row.
const NAME: f64 = 16.0;
/// The share of the width that the names may take beside the rows; longer ones stand above.
const NAMES: f64 = 0.35;

/// Draws `dots` in a view box `width` wide (from 320 for a phone); `tick` words the numbers of the axis.
#[must_use]
pub fn draw(dots: &Dots, tick: &dyn Fn(f64) -> String, width: f64) -> Svg {
    let width = frame::sound_width(width);
    let mut pen = Pen::new(&dots.caption.title, &dots.caption.desc);
    let top = frame::reference_key(&mut pen, dots.reference.as_ref(), width) + SMALL.line + 6.0;
    let names = frame::widest(LABEL, dots.rows.iter().map(|row| row.label.as_str()));
    let is_above = names > width * NAMES;
    let pitch = if is_above { NAME + ROW } else { ROW };
    let foot = top + dots.rows.len() as f64 * pitch;

    let column = |head: &str, cells: &mut dyn Iterator<Item = &str>| {
        frame::widest(LABEL, cells).max(SMALL.width(head)).min(width * 0.25)
    };
    let counts = column(&dots.n_head, &mut dots.rows.iter().map(|row| row.n_label.as_str()));
    let shown = column(&dots.value_head, &mut dots.rows.iter().map(|row| row.value_label.as_str()));
    let gap = |column: f64| {
        if column > 0.0 { column + 2.0 * SPACE } else { 0.0 }
    };
    // Room for half a mark and half a number at the left end.
    let left = if is_above { SPACE } else { names + 2.0 * SPACE };
    let right = width - gap(counts) - gap(shown) - 2.0;
    let right = right.max(left + 20.0);

    let axis =
        Axis::new(dots.range, values(dots), if right - left < 260.0 { 3 } else { 5 }).laid(left, right);
    for &value in &axis.ticks {
        pen.segment("rule", axis.at(value), top, axis.at(value), foot);
    }
    let numbers = axis.ticks.iter().map(|&value| {
        let number = tick(value);
        (axis.at(value).max(SMALL.width(&number) / 2.0), number)
    });
    for (x, number) in frame::apart(SMALL, numbers.collect()) {
        pen.text(SMALL, "soft", x, top - 6.0, Anchor::Middle, &number);
    }
    pen.text(SMALL, "soft", width - gap(counts), top - 6.0, Anchor::End, &dots.value_head);
    pen.text(SMALL, "soft", width, top - 6.0, Anchor::End, &dots.n_head);
    if let Some(reference) = frame::shown(dots.reference.as_ref()) {
        let x = axis.at(reference.value);
        pen.segment("reference", x, top, x, foot);
    }
    for (at, row) in dots.rows.iter().enumerate() {
        let first = top + at as f64 * pitch;
        let y = first + pitch - ROW / 2.0;
        pen.group("point", |pen| {
            pen.title(&told(row));
            let name = LABEL.fit(&row.label, width);
            if is_above {
                // The lines of the axis do not run through the name.
                pen.rect("ground", 0.0, first + 1.0, LABEL.width(&name) + 4.0, NAME + 1.0, 0.0);
            }
            pen.rect("hit", 0.0, first, width, pitch, 4.0);
            let baseline = if is_above { first + NAME - 2.0 } else { y + 4.0 };
            pen.text(LABEL, "", 0.0, baseline, Anchor::Start, &name);
            if let Some(estimate) = row.estimate.filter(Estimate::is_finite) {
                pen.segment(&toned("whisker", row.tone), axis.at(estimate.low), y, axis.at(estimate.high), y);
                frame::mark(pen, row.tone, axis.at(estimate.value), y, 4.5);
            }
            let value = LABEL.fit(&row.value_label, shown);
            pen.text(LABEL, "", width - gap(counts), y + 4.0, Anchor::End, &value);
            pen.text(LABEL, "soft", width, y + 4.0, Anchor::End, &LABEL.fit(&row.n_label, counts));
        });
    }
    pen.finish("dots", width, foot + 4.0)
}

fn values(dots: &Dots) -> impl Iterator<Item = f64> {
    let estimates = dots.rows.iter().filter_map(|row| row.estimate);
    let reference = dots.reference.iter().map(|reference| reference.value);
    estimates.flat_map(|estimate| [estimate.low, estimate.value, estimate.high]).chain(reference)
}

/// A row in words.
fn told(row: &Row) -> String {
    let parts = [&row.label, &row.value_label, &row.n_label].into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(" · ")
}
