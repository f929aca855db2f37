//! Quantiles of a sample, as R and NumPy give them by default.

/// The quantile at `p` of values in ascending order: type 7 of Hyndman & Fan (1996), which interpolates between the
/// two nearest values at rank (n − 1)·p.
///
/// None for no values, for `p` outside 0 to 1, and where a value is not finite.
///
/// ```
/// assert_eq!(measure::quantile_sorted(&[1.0, 2.0, 4.0, 8.0], 0.5), Some(3.0));
/// ```
#[must_use]
pub fn quantile_sorted(sorted: &[f64], p: f64) -> Option<f64> {
    // In ascending order, what is not finite lies at the ends.
    let ends_are_finite = sorted.first()?.is_finite() && sorted.last()?.is_finite();
    let rank = Rank::of(sorted.len(), p).filter(|_| ends_are_finite)?;
    let low = sorted[rank.below];
    let high = sorted.get(rank.below + 1).copied().unwrap_or(low);
    Some(rank.between(low, high))
}

/// The same quantile of values in any order, by selection: time grows with the number of values. The values are left
/// in another order.
///
/// None for no values, for `p` outside 0 to 1, and where a value is not finite.
///
/// ```
/// let mut wait_s = [40.0, 10.0, 30.0, 20.0, 600.0];
/// assert_eq!(measure::quantile(&mut wait_s, 0.75), Some(40.0));
/// ```
#[must_use]
pub fn quantile(values: &mut [f64], p: f64) -> Option<f64> {
    let rank = Rank::of(values.len(), p).filter(|_| values.iter().all(|value| value.is_finite()))?;
    let (_, &mut low, above) = values.select_nth_unstable_by(rank.below, f64::total_cmp);
    let high = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
    Some(rank.between(low, high))
}

/// The middle value, or the mean of the two middle ones; see [`quantile`].
///
/// ```
/// assert_eq!(measure::median(&mut [7.0, 1.0, 3.0]), Some(3.0));
/// ```
#[must_use]
pub fn median(values: &mut [f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// Where a quantile lies: at or after the value with index `below`, `weight` of the way to the next.
struct Rank {
    below: usize,
    weight: f64,
}

impl Rank {
    fn of(n: usize, p: f64) -> Option<Self> {
        if n == 0 || !(0.0..=1.0).contains(&p) {
            return None;
        }
        let rank = (n - 1) as f64 * p;
        // Rounding may lift a rank above the last value only where n is beyond 2^53.
        let below = (rank.floor() as usize).min(n - 1);
        Some(Self { below, weight: rank.fract() })
    }

    /// Held between the two against rounding.
    fn between(&self, low: f64, high: f64) -> f64 {
        let step = high - low;
        let value = if step.is_finite() {
            low + step * self.weight
        } else {
            // Too far apart for their difference, yet not for the value between.
            low * (1.0 - self.weight) + high * self.weight
        };
        value.clamp(low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SAMPLE: [f64; 8] = [2.1, 3.4, 1.9, 5.6, 4.4, 3.8, 2.7, 4.1];

    /// `numpy.quantile(x, p)`, NumPy 2.4.6.
    #[test]
    fn quantiles_are_those_of_numpy() {
        for (p, expected) in [
            (0.0, 1.9),
            (0.1, 2.04),
            (0.25, 2.55),
            (0.5, 3.6),
            (0.75, 4.175),
            (0.9, 4.76),
            (0.975, 5.39),
            (1.0, 5.6),
        ] {
            let q = quantile(&mut SAMPLE.clone(), p).unwrap();
            assert!((q - expected).abs() < 1e-12, "p {p}: {q} is not {expected}");
        }
    }

    #[test]
    fn nothing_and_nonsense_have_no_quantile() {
        assert_eq!(median(&mut []), None);
        assert_eq!(quantile_sorted(&[], 0.5), None);
        for p in [-0.1, 1.1, f64::NAN] {
            assert_eq!(quantile(&mut SAMPLE.clone(), p), None);
            assert_eq!(quantile_sorted(&[1.0, 2.0], p), None);
        }
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(median(&mut [1.0, odd, 2.0]), None);
        }
        assert_eq!(quantile_sorted(&[f64::NEG_INFINITY, 1.0, 2.0], 0.5), None);
        assert_eq!(quantile_sorted(&[1.0, 2.0, f64::NAN], 0.5), None);
    }

    #[test]
    fn the_widest_values_do_not_overflow() {
        assert_eq!(median(&mut [f64::MAX, f64::MIN]), Some(0.0));
        assert_eq!(median(&mut [f64::MAX, f64::MAX]), Some(f64::MAX));
    }

    proptest! {
        #[test]
        fn selection_equals_sorting(
            values in prop::collection::vec(prop_oneof![-1e9..1e9f64, (-3..3i32).prop_map(f64::from)], 1..80),
            p in 0.0..=1.0f64,
        ) {
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            let expected = quantile_sorted(&sorted, p);
            prop_assert_eq!(quantile(&mut values.clone(), p), expected);
        }

        #[test]
        fn quantiles_rise_with_p(
            mut values in prop::collection::vec(-1e9..1e9f64, 1..40),
            p in 0.0..=1.0f64,
            more in 0.0..=1.0f64,
        ) {
            values.sort_by(f64::total_cmp);
            let (p, more) = (p.min(more), p.max(more));
            prop_assert!(quantile_sorted(&values, p) <= quantile_sorted(&values, more));
        }
    }
}
