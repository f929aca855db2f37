//! Mean and variance of a stream in one pass.

use crate::interval::{Interval, t95};

/// Values beyond this size are refused, so that no sum of squares overflows.
const MAGNITUDE_LIMIT: f64 = 1e140;

/// Running count, mean and sum of squared deviations of a stream of values.
///
/// One value at a time by Welford (1962), parts joined by Chan, Golub & LeVeque (1979): both stay accurate where the
/// mean is large beside the spread. Ranges are Student's t with n − 1 degrees of freedom.
///
/// A value that is not finite, or lies beyond ±1e140, is refused: it changes nothing but [`refused`](Self::refused).
///
/// ```
/// use measure::Moments;
///
/// let mut scores = Moments::default();
/// for score in [2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 4.1] {
///     scores.push(score);
/// }
/// let range = scores.ci95().unwrap();
/// assert_eq!(scores.n(), 8);
/// assert!((scores.mean().unwrap() - 3.5).abs() < 1e-12);
/// assert!((range.low - 2.4596).abs() < 1e-4 && (range.high - 4.5404).abs() < 1e-4);
/// ```
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct Moments {
    n: u64,
    mean: f64,
    squares: f64,
    refused: u64,
}

impl Moments {
    /// Takes one value.
    pub fn push(&mut self, value: f64) {
        if value.is_nan() || value.abs() > MAGNITUDE_LIMIT {
            self.refused += 1;
            return;
        }
        self.n += 1;
        let before = value - self.mean;
        self.mean += before / self.n as f64;
        self.squares += before * (value - self.mean);
    }

    /// Takes all that `other` has taken.
    pub fn merge(&mut self, other: &Self) {
        self.refused += other.refused;
        if other.n == 0 {
            return;
        }
        let n = self.n + other.n;
        let weight = other.n as f64 / n as f64;
        let apart = other.mean - self.mean;
        self.mean += apart * weight;
        self.squares += other.squares + apart * apart * weight * self.n as f64;
        self.n = n;
    }

    /// How many values were taken.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.n
    }

    /// How many values were refused.
    #[must_use]
    pub fn refused(&self) -> u64 {
        self.refused
    }

    /// The arithmetic mean; none without values.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        (self.n > 0).then_some(self.mean)
    }

    /// The sample variance, with n − 1 below; none for fewer than two values.
    #[must_use]
    pub fn variance(&self) -> Option<f64> {
        (self.n > 1).then(|| self.squares / (self.n - 1) as f64)
    }

    /// Standard error of the mean, √(variance / n); none for fewer than two values.
    #[must_use]
    pub fn standard_error(&self) -> Option<f64> {
        Some((self.variance()? / self.n as f64).sqrt())
    }

    /// 95 % range of the mean (Student's t); none for fewer than two values.
    #[must_use]
    pub fn ci95(&self) -> Option<Interval> {
        let half_width = t95((self.n.checked_sub(1)?) as f64)? * self.standard_error()?;
        Some(Interval::around(self.mean, half_width))
    }
}

impl Extend<f64> for Moments {
    fn extend<I: IntoIterator<Item = f64>>(&mut self, values: I) {
        values.into_iter().for_each(|value| self.push(value));
    }
}

impl FromIterator<f64> for Moments {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut moments = Self::default();
        moments.extend(values);
        moments
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `numpy.mean`, `numpy.var(ddof=1)`, `scipy.stats.t.interval(.95, 7, loc=mean, scale=sem)`; SciPy 1.17.1.
    #[test]
    fn mean_variance_and_range_are_those_of_scipy() {
        let moments: Moments = [2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 4.1].into_iter().collect();
        assert!((moments.mean().unwrap() - 3.5).abs() < 1e-14);
        assert!((moments.variance().unwrap() - 1.548_571_428_571_428_3).abs() < 1e-14);
        let range = moments.ci95().unwrap();
        assert!((range.low - 2.459_642_105_646_599_6).abs() < 1e-9);
        assert!((range.high - 4.540_357_894_353_4).abs() < 1e-9);
    }

    #[test]
    fn too_few_values_give_no_figure() {
        let mut moments = Moments::default();
        assert_eq!((moments.mean(), moments.variance(), moments.ci95()), (None, None, None));
        moments.push(4.0);
        assert_eq!((moments.mean(), moments.variance(), moments.ci95()), (Some(4.0), None, None));
    }

    #[test]
    fn equal_values_have_a_range_of_no_width() {
        let moments: Moments = [4.0; 12].into_iter().collect();
        assert_eq!(moments.ci95(), Some(Interval { low: 4.0, high: 4.0 }));
    }

    #[test]
    fn what_is_no_number_is_refused_and_counted() {
        let moments: Moments =
            [1.0, f64::NAN, f64::INFINITY, 3.0, f64::NEG_INFINITY, -1e200].into_iter().collect();
        assert_eq!((moments.n(), moments.refused(), moments.mean()), (2, 4, Some(2.0)));
    }

    #[test]
    fn a_large_mean_does_not_drown_a_small_spread() {
        let moments: Moments = [1e9 + 4.0, 1e9 + 7.0, 1e9 + 13.0, 1e9 + 16.0].into_iter().collect();
        assert_eq!(moments.variance(), Some(30.0));
    }

    proptest! {
        #[test]
        fn merged_parts_equal_the_whole(
            values in prop::collection::vec(-1e6..1e6f64, 0..60),
            cut in 0..61usize,
        ) {
            let (left, right) = values.split_at(cut.min(values.len()));
            let mut merged: Moments = left.iter().copied().collect();
            merged.merge(&right.iter().copied().collect());
            let whole: Moments = values.iter().copied().collect();
            prop_assert_eq!(merged.n(), whole.n());
            let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
                (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * (1.0 + b.abs()),
                (a, b) => a == b,
            };
            prop_assert!(close(merged.mean(), whole.mean()));
            prop_assert!(close(merged.variance(), whole.variance()));
        }

        #[test]
        fn one_pass_equals_two(values in prop::collection::vec(-1e6..1e6f64, 2..60)) {
            let moments: Moments = values.iter().copied().collect();
            let n = values.len() as f64;
            let mean = values.iter().sum::<f64>() / n;
            let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0);
            prop_assert!((moments.mean().unwrap() - mean).abs() <= 1e-9 * (1.0 + mean.abs()));
            prop_assert!((moments.variance().unwrap() - variance).abs() <= 1e-9 * (1.0 + variance));
        }
    }
}
