//! Means over replications with their intervals.

use measure::Moments;
use serde::Serialize;

use crate::tally::Tally;

/// A mean over replications; missing where no replication has a value.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Figure {
    /// The mean.
    pub mean: Option<f64>,
    /// Its 95 % interval (Student's t over replications).
    pub ci95: Option<[f64; 2]>,
}

/// How values spread: each field is the mean over replications of that replication's figure.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Spread {
    /// The mean.
    pub mean: Option<f64>,
    /// Its 95 % interval (Student's t over replications).
    pub ci95: Option<[f64; 2]>,
    /// The median, to within 0.4 %.
    pub p50: Option<f64>,
    /// What nine of ten are below, to within 0.4 %.
    pub p90: Option<f64>,
    /// What 99 of 100 are below, to within 0.4 %.
    pub p99: Option<f64>,
    /// The smallest.
    pub min: Option<f64>,
    /// The largest.
    pub max: Option<f64>,
}

/// What something costs.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Cost {
    /// The mean.
    pub mean: Option<f64>,
    /// Its 95 % interval (Student's t over replications).
    pub ci95: Option<[f64; 2]>,
    /// All together, in a replication.
    pub total: f64,
}

impl Figure {
    /// The mean of one value from each replication.
    pub(crate) fn over(values: impl Iterator<Item = f64>) -> Self {
        let moments: Moments = values.collect();
        Self { mean: moments.mean(), ci95: moments.ci95().map(|range| [range.low, range.high]) }
    }
}

impl Spread {
    pub(super) fn over<'a>(tallies: impl Iterator<Item = &'a Tally> + Clone) -> Self {
        let with = tallies.filter(|tally| tally.n > 0);
        let mean = Figure::over(with.clone().filter_map(Tally::mean));
        let quantile = |q: f64| Figure::over(with.clone().filter_map(|tally| tally.sketch.quantile(q))).mean;
        Self {
            mean: mean.mean,
            ci95: mean.ci95,
            p50: quantile(0.5),
            p90: quantile(0.9),
            p99: quantile(0.99),
            min: Figure::over(with.clone().map(|tally| tally.min)).mean,
            max: Figure::over(with.map(|tally| tally.max)).mean,
        }
    }

    pub(super) fn forget_means(&mut self) {
        *self = Self { min: self.min, max: self.max, ..Self::default() };
    }
}

impl Cost {
    pub(super) fn over<'a>(tallies: impl Iterator<Item = &'a Tally> + Clone) -> Self {
        let mean = Figure::over(tallies.clone().filter_map(Tally::mean));
        let total = Figure::over(tallies.map(|tally| tally.sum)).mean.unwrap_or(0.0);
        Self { mean: mean.mean, ci95: mean.ci95, total }
    }
}

/// How many replications give an interval of at most ± `half_width` around a mean, judged by an interval over so many:
/// the half-width shrinks with the root of their number (Law, Simulation Modeling and Analysis, 9.4.1). None where there is
/// no interval, or the wanted width is not positive.
///
/// ```
/// let seen = sim::Figure { mean: Some(100.0), ci95: Some([90.0, 110.0]) };
/// assert_eq!(sim::replications_for(&seen, 20, 5.0), Some(80));
/// ```
#[must_use]
pub fn replications_for(figure: &Figure, replications: u64, half_width: f64) -> Option<u64> {
    let [low, high] = figure.ci95?;
    let seen = (high - low) / 2.0;
    if half_width <= 0.0 || !seen.is_finite() {
        return None;
    }
    Some(((replications as f64 * (seen / half_width).powi(2)).ceil() as u64).max(2))
}
