//! A share of answers, with Wilson's range.

use crate::interval::{Interval, Z95};

/// 95 % score interval of a share by Wilson (1927), without continuity correction.
///
/// It holds its level down to a handful of answers, and stays within 0 and 1 where the textbook range does not (Brown,
/// Cai & DasGupta 2001). None for `n` = 0, or for more successes than trials.
///
/// ```
/// let range = measure::wilson(7, 10).unwrap();
/// assert!((range.low - 0.3968).abs() < 1e-4 && (range.high - 0.8922).abs() < 1e-4);
/// ```
#[must_use]
pub fn wilson(successes: u64, n: u64) -> Option<Interval> {
    if n == 0 || successes > n {
        return None;
    }
    let (k, misses, n) = (successes as f64, (n - successes) as f64, n as f64);
    let z2 = Z95 * Z95;
    let half_width = Z95 * (k * misses / n + z2 / 4.0).sqrt();
    // Each end from its own side of the scale: at a share of 0 or 1 the outer end is then exactly 0 or 1.
    let to_low = k + z2 / 2.0 - half_width;
    let to_high = misses + z2 / 2.0 - half_width;
    Some(Interval { low: (to_low / (n + z2)).max(0.0), high: 1.0 - (to_high / (n + z2)).max(0.0) })
}

/// How many of `n` answers were hits, such as promises kept or top scores.
///
/// ```
/// use measure::Share;
///
/// let mut kept = Share::default();
/// for hours in [20, 23, 30, 22] {
///     kept.push(hours <= 24);
/// }
/// assert_eq!(kept.share(), Some(0.75));
/// assert!(kept.ci95().unwrap().low < 0.31, "four answers say little");
/// ```
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Answers in all.
    pub n: u64,
    /// Answers that count, at most `n`.
    pub hits: u64,
}

impl Share {
    /// Takes one answer.
    pub fn push(&mut self, hit: bool) {
        self.n += 1;
        self.hits += u64::from(hit);
    }

    /// Takes all that `other` has taken.
    pub fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.hits += other.hits;
    }

    /// The share from 0 to 1; none without answers.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.n > 0).then(|| self.hits as f64 / self.n as f64)
    }

    /// 95 % range of the share, see [`wilson`].
    #[must_use]
    pub fn ci95(&self) -> Option<Interval> {
        wilson(self.hits, self.n)
    }
}

impl FromIterator<bool> for Share {
    fn from_iter<I: IntoIterator<Item = bool>>(hits: I) -> Self {
        let mut share = Self::default();
        hits.into_iter().for_each(|hit| share.push(hit));
        share
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// `scipy.stats.binomtest(k, n).proportion_ci(method='wilson')`, SciPy 1.17.1.
    #[test]
    fn ranges_are_those_of_scipy() {
        for (k, n, low, high) in [
            (0, 10, 0.0, 0.277_532_799_862_889_26),
            (10, 10, 0.722_467_200_137_110_7, 1.0),
            (7, 10, 0.396_778_147_461_145_26, 0.892_208_732_593_699),
            (81, 263, 0.255_288_519_878_274_2, 0.366_209_576_982_800_04),
            (1, 1000, 0.000_176_546_370_626_078_1, 0.005_642_558_597_957_935_5),
            (4538, 8225, 0.540_963_215_996_290_5, 0.562_453_529_150_475_3),
        ] {
            let range = wilson(k, n).unwrap();
            assert!((range.low - low).abs() < 1e-12, "{k} of {n}: {range:?}");
            assert!((range.high - high).abs() < 1e-12, "{k} of {n}: {range:?}");
        }
    }

    #[test]
    fn no_trials_or_impossible_counts_give_no_range() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(3, 2), None);
        assert_eq!(Share::default().share(), None);
    }

    #[test]
    fn parts_merge() {
        let mut all: Share = [true, false].into_iter().collect();
        all.merge(&[true, true, false].into_iter().collect());
        assert_eq!(all, Share { n: 5, hits: 3 });
    }

    proptest! {
        #[test]
        fn a_range_holds_the_share_and_stays_within_0_and_1(n in 1..=u64::MAX, part in 0.0..=1.0f64) {
            let hits = ((n as f64 * part) as u64).min(n);
            let share = Share { n, hits };
            let range = share.ci95().unwrap();
            prop_assert!(0.0 <= range.low && range.high <= 1.0);
            // An ulp of slack: for astronomic n the range is as narrow as rounding.
            let p = share.share().unwrap();
            prop_assert!(range.low <= p + 1e-15 && p <= range.high + 1e-15);
        }

        #[test]
        fn misses_mirror_hits(n in 1..10_000u64, hits in 0..10_000u64) {
            let hits = hits.min(n);
            let (a, b) = (wilson(hits, n).unwrap(), wilson(n - hits, n).unwrap());
            prop_assert!((a.low - (1.0 - b.high)).abs() < 1e-12 && (a.high - (1.0 - b.low)).abs() < 1e-12);
        }
    }
}
