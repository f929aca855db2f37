//! Two estimates side by side (with and without, before and after) and the difference between them.

use crate::svg::Pen;
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

/// Draws `compare` in a view box `width` wide (from 320 for a phone); `tick` words the numbers of the axis.
#[must_use]
pub fn draw(compare: &Compare, tick: &dyn Fn(f64) -> String, width: f64) -> Svg {
    let _ = tick;
    Pen::new(&compare.caption.title, &compare.caption.desc).finish("compare", width, 200.0)
}
