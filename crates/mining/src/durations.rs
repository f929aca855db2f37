//! How long something takes, in a few figures.

/// Figures of a set of durations, all in seconds. Quantiles are interpolated (Hyndman & Fan 1996, type 7, as in NumPy).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Durations {
    /// How many durations.
    pub n: u64,
    /// Their mean.
    pub mean_s: f64,
    /// Half take no longer.
    pub median_s: f64,
    /// Nine in ten take no longer.
    pub p90_s: f64,
    /// The shortest.
    pub min_s: f64,
    /// The longest.
    pub max_s: f64,
}

impl Durations {
    /// Figures of these durations in seconds, none of them NaN, which come back in another order; nothing of nothing.
    pub fn of(seconds: &mut [f64]) -> Option<Self> {
        let n = seconds.len();
        let (mut sum, mut min_s, mut max_s) = (0.0, f64::INFINITY, f64::NEG_INFINITY);
        for &s in seconds.iter() {
            sum += s;
            min_s = f64::min(min_s, s);
            max_s = f64::max(max_s, s);
        }
        Some(Self {
            n: n as u64,
            mean_s: sum / n as f64,
            median_s: measure::quantile(seconds, 0.5)?,
            p90_s: measure::quantile(seconds, 0.9)?,
            min_s,
            max_s,
        })
    }
}

/// Microseconds as seconds.
pub(crate) fn seconds(us: i64) -> f64 {
    us as f64 / 1e6
}
