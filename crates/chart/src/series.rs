//! An estimate over time: a line in its band of uncertainty, and beneath it how many cases stand behind each point.

use crate::svg::Pen;
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
}

/// Draws `series` in a view box `width` wide (from 320 for a phone); `tick` words the numbers of the axis.
#[must_use]
pub fn draw(series: &Series, tick: &dyn Fn(f64) -> String, width: f64) -> Svg {
    let _ = tick;
    Pen::new(&series.caption.title, &series.caption.desc).finish("series", width, 200.0)
}
