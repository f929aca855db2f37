//! An amount for each month (standing bars) or category (lying bars).

use crate::svg::Pen;
use crate::{Caption, Svg, Tone};

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Name of the month or category.
    pub label: String,
    /// The amount; not finite is drawn as nothing.
    pub value: f64,
    /// The amount in words: "R$ 1,204".
    pub value_label: String,
    /// How it is meant.
    pub tone: Tone,
}

/// Which way the bars go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lie {
    /// Upwards, in order from left to right: for months.
    #[default]
    Standing,
    /// To the right, one below the other: for categories.
    Lying,
}

/// What [`draw`] shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bars {
    /// Name and description.
    pub caption: Caption,
    /// The bars, in order.
    pub bars: Vec<Bar>,
    /// Which way they go.
    pub lie: Lie,
}

/// Draws `bars` in a view box `width` wide (from 320 for a phone); `tick` words the numbers of the axis.
#[must_use]
pub fn draw(bars: &Bars, tick: &dyn Fn(f64) -> String, width: f64) -> Svg {
    let _ = tick;
    Pen::new(&bars.caption.title, &bars.caption.desc).finish("bars", width, 200.0)
}
