//! A range, and the two distributions most ranges come from.

use statrs::distribution::{ContinuousCDF, StudentsT};

/// A range from `low` to `high`, in the unit of the figure it belongs to. It is a 95 % confidence interval unless the
/// function that gives it says otherwise.
///
/// ```
/// let range = measure::Interval { low: 4.1, high: 4.4 };
/// assert!(range.contains(4.28) && !range.contains(4.5));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end, never below `low`.
    pub high: f64,
}

impl Interval {
    /// Whether `value` lies in the range, its ends included.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    /// `centre` with `half_width` to each side.
    pub(crate) fn around(centre: f64, half_width: f64) -> Self {
        Self { low: centre - half_width, high: centre + half_width }
    }
}

/// Φ⁻¹(0.975): the standard normal deviate that leaves 2.5 % above it.
pub(crate) const Z95: f64 = 1.959_963_984_540_054;

/// From so many degrees of freedom on the series below is used: the iterative inverse of the incomplete beta function
/// loses digits as they grow, and does not end for some hundred million.
const SERIES_FROM_DF: f64 = 1e3;

/// The deviate of Student's t that leaves 2.5 % above it, for `df` > 0 degrees of freedom (a fraction for Welch).
pub(crate) fn t95(df: f64) -> Option<f64> {
    if df >= SERIES_FROM_DF {
        // Abramowitz & Stegun (1964), 26.7.5, three terms at Z95: what is left is below 2e-12.
        return Some(Z95 + (2.372_271_230_298_6 + (2.822_498_615_739_6 + 2.555_849_679_508 / df) / df) / df);
    }
    let t = StudentsT::new(0.0, 1.0, df).ok()?;
    Some(t.inverse_cdf(0.975))
}

#[cfg(test)]
mod tests {
    use super::*;
    use statrs::distribution::Normal;

    #[test]
    fn normal_deviate_is_that_of_the_distribution() {
        assert!((Normal::standard().inverse_cdf(0.975) - Z95).abs() < 1e-9);
    }

    /// `scipy.stats.t.ppf(.975, df)`, SciPy 1.17.1.
    #[test]
    fn t_deviates_are_those_of_scipy() {
        for (df, expected) in [
            (1.0, 12.706_204_736_174_694),
            (2.0, 4.302_652_729_749_462),
            (3.7, 2.867_520_707_191_189_5),
            (10.0, 2.228_138_851_986_274),
            (29.0, 2.045_229_642_132_703),
            (1e3, 1.962_339_080_826_408_3),
            (5_230.0, 1.960_417_676_891_571_5),
            (1e6, 1.959_966_356_814_107),
            (1e9, 1.959_963_986_912_325),
        ] {
            let t = t95(df).unwrap();
            assert!((t - expected).abs() < 1e-11, "df {df}: {t} is not {expected}");
        }
    }

    #[test]
    fn the_series_takes_over_without_a_step() {
        let below = t95(SERIES_FROM_DF * (1.0 - 1e-12)).unwrap();
        let above = t95(SERIES_FROM_DF).unwrap();
        assert!((below - above).abs() < 1e-11, "{below} and {above}");
    }

    #[test]
    fn no_degrees_of_freedom_no_deviate() {
        assert_eq!(t95(0.0), None);
        assert_eq!(t95(f64::NAN), None);
    }
}
