//! What can be wrong with what a caller hands in.

/// Why a figure could not be computed. Each message says what to do about it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An answer is not one of the whole numbers of its scale.
    #[error("the answer {answer} is not a whole number from {min} to {max}: correct it, or leave it out")]
    AnswerOutsideScale {
        /// The answer as given.
        answer: f64,
        /// Lowest value of the scale.
        min: i32,
        /// Highest value of the scale.
        max: i32,
    },
    /// A scale with fewer than two values, or a number of boxes that is not a part of it.
    #[error(
        "{boxes} top boxes of a scale from {min} to {max}: take at least one box, and fewer than the scale has values"
    )]
    Boxes {
        /// Lowest value of the scale.
        min: i32,
        /// Highest value of the scale.
        max: i32,
        /// How many of the highest values count.
        boxes: u32,
    },
    /// There is nothing to draw from.
    #[error("the sample is empty: a bootstrap needs at least one row")]
    EmptySample,
    /// The sample has more rows than a count of draws can hold.
    #[error("the sample has {n} rows, the limit is {limit}: draw a part of it first")]
    SampleTooLarge {
        /// Rows in the sample.
        n: u64,
        /// The most that is taken.
        limit: u64,
    },
    /// The ends of a 95 % range need some resamples; memory sets the upper limit.
    #[error("{resamples} resamples: take from {at_least} to {at_most}, 2000 is usual")]
    Resamples {
        /// How many were asked for.
        resamples: usize,
        /// The fewest that are taken.
        at_least: usize,
        /// The most that are taken.
        at_most: usize,
    },
    /// A statistic had no finite value on so many resamples that its range would be misleading.
    #[error(
        "output {output} had no value on {undefined} of {resamples} resamples: the sample is too small for it"
    )]
    Undefined {
        /// Which of the statistic's outputs, from 0.
        output: usize,
        /// Resamples on which it was not a finite number.
        undefined: usize,
        /// Resamples drawn.
        resamples: usize,
    },
}
