//! Values that several charts share.

/// What a picture is called and what it shows, for those who cannot see it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caption {
    /// A short name: "Review score by month".
    pub title: String,
    /// One or two sentences that say what the picture shows.
    pub desc: String,
}

/// A measured value and the interval around it, in the unit of the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The value itself.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

impl Estimate {
    /// Whether the three numbers can be drawn.
    pub(crate) fn is_finite(&self) -> bool {
        self.value.is_finite() && self.low.is_finite() && self.high.is_finite()
    }
}

/// A line to compare with, such as the mean over everything.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Where it lies, in the unit of the axis.
    pub value: f64,
    /// What it is called, with its value: "all orders 4.09".
    pub label: String,
}

/// How a value is meant; shown by colour and by shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// No judgement.
    #[default]
    Plain,
    /// Better than it should be, or than it was.
    Good,
    /// Worse than it should be, or than it was.
    Bad,
}
