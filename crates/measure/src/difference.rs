//! How far two groups lie apart.

use crate::interval::{Interval, t95};
use crate::mean::Moments;

/// The values of those with a trait, such as late orders, beside those of the others.
///
/// The range is Welch's (1947), which lets the groups differ in size and in spread, with the degrees of freedom of
/// Satterthwaite (1946). It is a difference that was observed: it becomes an effect only by an argument about causes.
///
/// ```
/// use measure::Difference;
///
/// let apart = Difference {
///     with: [2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 4.1].into_iter().collect(),
///     without: [1.2, 2.2, 1.7, 3.1, 2.4].into_iter().collect(),
/// };
/// let range = apart.ci95().unwrap();
/// assert!((apart.difference().unwrap() - 1.38).abs() < 1e-12);
/// assert!((range.low - 0.1804).abs() < 1e-4 && (range.high - 2.5796).abs() < 1e-4);
/// ```
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Values of those with the trait.
    pub with: Moments,
    /// Values of those without it.
    pub without: Moments,
}

impl Difference {
    /// Takes the value of one member of either group.
    pub fn push(&mut self, has_trait: bool, value: f64) {
        let group = if has_trait { &mut self.with } else { &mut self.without };
        group.push(value);
    }

    /// Mean of those with the trait minus mean of those without; none when either group is empty.
    #[must_use]
    pub fn difference(&self) -> Option<f64> {
        Some(self.with.mean()? - self.without.mean()?)
    }

    /// 95 % range of the difference; none when either group has fewer than two values.
    #[must_use]
    pub fn ci95(&self) -> Option<Interval> {
        let difference = self.difference()?;
        let of_with = self.with.standard_error()?.powi(2);
        let of_without = self.without.standard_error()?.powi(2);
        let variance = of_with + of_without;
        if variance == 0.0 {
            return Some(Interval::around(difference, 0.0));
        }
        // As shares of the whole, which neither overflow nor vanish when squared.
        let (share_with, share_without) = (of_with / variance, of_without / variance);
        let df = 1.0
            / (share_with * share_with / (self.with.n() - 1) as f64
                + share_without * share_without / (self.without.n() - 1) as f64);
        Some(Interval::around(difference, t95(df)? * variance.sqrt()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `scipy.stats.ttest_ind(x, y, equal_var=False).confidence_interval(.95)`, SciPy 1.17.1 (df 10.988657878508262).
    #[test]
    fn the_range_is_that_of_scipy() {
        let apart = Difference {
            with: [2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 4.1].into_iter().collect(),
            without: [1.2, 2.2, 1.7, 3.1, 2.4].into_iter().collect(),
        };
        let range = apart.ci95().unwrap();
        assert!((apart.difference().unwrap() - 1.38).abs() < 1e-12);
        assert!((range.low - 0.180_420_204_729_240_03).abs() < 1e-9, "{range:?}");
        assert!((range.high - 2.579_579_795_270_76).abs() < 1e-9, "{range:?}");
    }

    #[test]
    fn swapped_groups_mirror_the_range() {
        let mut apart = Difference::default();
        for (late, score) in [(true, 2.0), (true, 1.0), (false, 5.0), (false, 4.0), (false, 5.0)] {
            apart.push(late, score);
        }
        let swapped = Difference { with: apart.without, without: apart.with };
        let (range, mirror) = (apart.ci95().unwrap(), swapped.ci95().unwrap());
        assert!((range.low + mirror.high).abs() < 1e-12 && (range.high + mirror.low).abs() < 1e-12);
    }

    #[test]
    fn small_and_even_groups() {
        let one: Moments = [3.0].into_iter().collect();
        let even: Moments = [4.0, 4.0, 4.0].into_iter().collect();
        assert_eq!(Difference { with: one, without: Moments::default() }.difference(), None);
        assert_eq!(Difference { with: one, without: even }.difference(), Some(-1.0));
        assert_eq!(Difference { with: one, without: even }.ci95(), None);
        assert_eq!(Difference { with: even, without: even }.ci95(), Some(Interval { low: 0.0, high: 0.0 }));
    }

    #[test]
    fn one_even_group_leaves_the_other_groups_t() {
        let spread: Moments = [1.0, 2.0, 3.0, 4.0].into_iter().collect();
        let even: Moments = [0.0; 9].into_iter().collect();
        let range = Difference { with: spread, without: even }.ci95().unwrap();
        let alone = spread.ci95().unwrap();
        assert!((range.low - alone.low).abs() < 1e-12 && (range.high - alone.high).abs() < 1e-12);
    }
}
