//! The figures of a process that stand in a list: how many cases, how long, which promises kept, what customers say.

use measure::{Interval, Nps, Share};

/// What is known of a process at a glance, over the cases that were opened in a period.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Glance {
    /// Cases that were opened.
    pub cases: u64,
    /// Those of them that are open still.
    pub open: u64,
    /// Half of those that are closed took no longer from their opening to their end, in seconds.
    pub median_s: Option<f64>,
    /// Promises kept, of those that were kept or broken.
    pub promise: Share,
    /// How likely customers are to recommend us, by the answers of the period.
    pub nps: Nps,
}

impl Glance {
    /// Promises that were broken.
    #[must_use]
    pub fn broken(&self) -> u64 {
        self.promise.n - self.promise.hits
    }

    /// How the score looks beside zero: −1 where it is surely below, 1 where it is surely above, else 0.
    #[must_use]
    pub fn lean(&self) -> i8 {
        lean(self.nps.ci95_score())
    }
}

/// On which side of zero an interval lies.
fn lean(interval: Option<Interval>) -> i8 {
    match interval {
        Some(range) if range.high < 0.0 => -1,
        Some(range) if range.low > 0.0 => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_leans_only_where_its_interval_does() {
        let of = |promoters, detractors| Glance {
            nps: Nps { promoters, passives: 10, detractors },
            ..Glance::default()
        };
        assert_eq!([of(90, 5).lean(), of(5, 90).lean(), of(3, 2).lean()], [1, -1, 0]);
        assert_eq!(Glance::default().lean(), 0);
    }
}
