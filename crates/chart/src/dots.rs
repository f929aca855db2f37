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

/// Draws `dots` in a view box `width` wide (from 320 for a phone); `tick` words the numbers of the axis.
#[must_use]
pub fn draw(dots: &Dots, tick: &dyn Fn(f64) -> String, width: f64) -> Svg {
    let width = frame::sound_width(width);
    let mut pen = Pen::new(&dots.caption.title, &dots.caption.desc);
    let top = frame::reference_key(&mut pen, dots.reference.as_ref(), width) + SMALL.line + 6.0;
    let foot = top + dots.rows.len() as f64 * ROW;

    let names = frame::widest(LABEL, dots.rows.iter().map(|row| row.label.as_str())).min(width * 0.36);
    let column = |head: &str, cells: &mut dyn Iterator<Item = &str>| {
        frame::widest(LABEL, cells).max(SMALL.width(head)).min(width * 0.25)
    };
    let counts = column(&dots.n_head, &mut dots.rows.iter().map(|row| row.n_label.as_str()));
    let shown = column(&dots.value_head, &mut dots.rows.iter().map(|row| row.value_label.as_str()));
    let gap = |column: f64| {
        if column > 0.0 { column + 2.0 * SPACE } else { 0.0 }
    };
    let (left, right) = (names + 2.0 * SPACE, width - gap(counts) - gap(shown) - 2.0);
    let right = right.max(left + 20.0);

    let axis =
        Axis::new(dots.range, values(dots), if right - left < 260.0 { 3 } else { 5 }).laid(left, right);
    for &value in &axis.ticks {
        let x = axis.at(value);
        pen.segment("rule", x, top, x, foot);
        pen.text(SMALL, "soft", x, top - 6.0, Anchor::Middle, &tick(value));
    }
    pen.text(SMALL, "soft", width - gap(counts), top - 6.0, Anchor::End, &dots.value_head);
    pen.text(SMALL, "soft", width, top - 6.0, Anchor::End, &dots.n_head);
    if let Some(reference) = frame::shown(dots.reference.as_ref()) {
        let x = axis.at(reference.value);
        pen.segment("reference", x, top, x, foot);
    }
    for (at, row) in dots.rows.iter().enumerate() {
        let y = top + (at as f64 + 0.5) * ROW;
        pen.group("point", |pen| {
            pen.title(&told(row));
            pen.rect("hit", 0.0, y - ROW / 2.0, width, ROW, 4.0);
            pen.text(LABEL, "", 0.0, y + 4.0, Anchor::Start, &LABEL.fit(&row.label, names));
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
