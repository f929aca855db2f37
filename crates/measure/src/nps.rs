//! The net promoter score.

use crate::interval::{Interval, Z95};
use crate::{Error, Share};

/// Answers to "how likely are you to recommend us, 0 to 10", in the three groups of Reichheld (2003).
///
/// The score is the share of promoters minus that of detractors, in points from −100 to 100.
///
/// ```
/// use measure::Nps;
///
/// let nps = Nps { promoters: 50, passives: 30, detractors: 20 };
/// let range = nps.ci95().unwrap();
/// assert_eq!(nps.score(), Some(30.0));
/// assert!((range.low - 14.69).abs() < 0.01 && (range.high - 45.31).abs() < 0.01);
///
/// let nps = Nps::from_answers([10.0, 9.0, 8.0, 3.0])?;
/// assert_eq!((nps.promoters, nps.passives, nps.detractors), (2, 1, 1));
/// # Ok::<(), measure::Error>(())
/// ```
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Nps {
    /// Answers of 9 and 10.
    pub promoters: u64,
    /// Answers of 7 and 8.
    pub passives: u64,
    /// Answers from 0 to 6.
    pub detractors: u64,
}

impl Nps {
    /// The groups of a run of answers.
    ///
    /// # Errors
    /// [`Error::AnswerOutsideScale`] at the first answer that is not a whole number from 0 to 10.
    pub fn from_answers(answers: impl IntoIterator<Item = f64>) -> Result<Self, Error> {
        let mut nps = Self::default();
        answers.into_iter().try_for_each(|answer| nps.push(answer))?;
        Ok(nps)
    }

    /// Takes one answer.
    ///
    /// # Errors
    /// [`Error::AnswerOutsideScale`] when it is not a whole number from 0 to 10; nothing is counted then.
    pub fn push(&mut self, answer: f64) -> Result<(), Error> {
        if !(0.0..=10.0).contains(&answer) || answer.fract() != 0.0 {
            return Err(Error::AnswerOutsideScale { answer, min: 0, max: 10 });
        }
        let group = match answer {
            9.0.. => &mut self.promoters,
            7.0.. => &mut self.passives,
            _ => &mut self.detractors,
        };
        *group += 1;
        Ok(())
    }

    /// Takes all that `other` has taken.
    pub fn merge(&mut self, other: &Self) {
        self.promoters += other.promoters;
        self.passives += other.passives;
        self.detractors += other.detractors;
    }

    /// How many answers there are.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.promoters + self.passives + self.detractors
    }

    /// The score in points from −100 to 100; none without answers.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        Some(100.0 * (self.share_of(self.promoters)? - self.share_of(self.detractors)?))
    }

    /// Standard error of the score in points: 100·√((p + d − (p − d)²) / n), the variance of a draw of +1, 0 or −1;
    /// none without answers.
    #[must_use]
    pub fn standard_error(&self) -> Option<f64> {
        let (p, d) = (self.share_of(self.promoters)?, self.share_of(self.detractors)?);
        // Rounding may take the variance of a unanimous sample just below nought.
        let variance = (p + d - (p - d).powi(2)).max(0.0);
        Some(100.0 * (variance / self.n() as f64).sqrt())
    }

    /// 95 % range of the score in points, ±1.96 standard errors (Wald), cut off at ±100.
    ///
    /// It is the range most reports quote. With some dozens of answers or fewer, or nearly unanimous ones, it is too
    /// narrow: quote [`ci95_score`](Self::ci95_score) then.
    #[must_use]
    pub fn ci95(&self) -> Option<Interval> {
        let range = Interval::around(self.score()?, Z95 * self.standard_error()?);
        Some(Interval { low: range.low.max(-100.0), high: range.high.min(100.0) })
    }

    /// 95 % score interval in points, the counterpart of Wilson's: all scores that a score test at 5 % would not
    /// reject. It keeps its level for small samples, and has a width even when all agree.
    ///
    /// Promoters against detractors are what discordant pairs are in McNemar's setting, for which Tango (1998,
    /// Statistics in Medicine 17: 891–908) gives the test with the nuisance share in closed form. Rocks (2016, The
    /// American Statistician 70: 365–372) compares intervals for this score.
    #[must_use]
    pub fn ci95_score(&self) -> Option<Interval> {
        let score = self.score()? / 100.0;
        let low = self.boundary(score, -1.0, Z95);
        let high = self.boundary(score, 1.0, -Z95);
        Some(Interval { low: 100.0 * low, high: 100.0 * high })
    }

    /// The score between `inside` and `outside` at which the test statistic reaches `z`, by bisection: the statistic
    /// falls as the score rises, and its derivative has no simple form.
    fn boundary(&self, mut inside: f64, mut outside: f64, z: f64) -> f64 {
        // 60 halvings of a range of at most 2 are past the last bit of the answer.
        for _ in 0..60 {
            let middle = f64::midpoint(inside, outside);
            if self.test_statistic(middle).abs() < z.abs() {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        f64::midpoint(inside, outside)
    }

    /// Standardised distance of the observed score from `score` (as a share, −1 to 1), with the variance that a true
    /// score of `score` would have: Tango's equation for the share of detractors.
    fn test_statistic(&self, score: f64) -> f64 {
        let (p, d, n) = (self.promoters as f64, self.detractors as f64, self.n() as f64);
        let (a, b, c) = (2.0 * n, (2.0 * n - p + d) * score - p - d, -d * score * (1.0 - score));
        let detractors = ((b * b - 4.0 * a * c).max(0.0).sqrt() - b) / (2.0 * a);
        let variance = n * (2.0 * detractors + score * (1.0 - score));
        (p - d - n * score) / variance.max(0.0).sqrt()
    }

    fn share_of(&self, group: u64) -> Option<f64> {
        Share { n: self.n(), hits: group }.share()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn nps(promoters: u64, detractors: u64, n: u64) -> Nps {
        Nps { promoters, passives: n - promoters - detractors, detractors }
    }

    #[test]
    fn the_textbook_case() {
        let nps = nps(50, 20, 100);
        assert_eq!(nps.score(), Some(30.0));
        assert!((nps.standard_error().unwrap() - 7.810).abs() < 5e-4);
        let range = nps.ci95().unwrap();
        assert!((range.high - 30.0 - 15.31).abs() < 5e-3 && (30.0 - range.low - 15.31).abs() < 5e-3);
    }

    #[test]
    fn answers_fall_into_three_groups() {
        let nps = Nps::from_answers((0..=10).map(f64::from)).unwrap();
        assert_eq!(nps, Nps { promoters: 2, passives: 2, detractors: 7 });
        for answer in [-1.0, 11.0, 9.5, f64::NAN] {
            assert!(matches!(Nps::from_answers([answer]), Err(Error::AnswerOutsideScale { .. })), "{answer}");
        }
        let mut twice = nps;
        twice.merge(&nps);
        assert_eq!(twice.n(), 22);
    }

    #[test]
    fn no_answers_no_score() {
        let none = Nps::default();
        assert_eq!(
            (none.score(), none.standard_error(), none.ci95(), none.ci95_score()),
            (None, None, None, None)
        );
    }

    /// The test inverted with SciPy 1.17.1: the nuisance share by `optimize.minimize_scalar` over the trinomial
    /// likelihood rather than in closed form, the ends by `optimize.brentq`.
    #[test]
    fn score_ranges_are_those_of_the_likelihood() {
        for (p, d, n, low, high) in [
            (50, 20, 100, 13.955_141_607, 44.339_306_621),
            (3, 1, 6, -31.107_378_466, 75.395_666_314),
            (5, 0, 5, 13.103_507_043, 100.0),
            (0, 0, 8, -32.440_756_488, 32.440_756_488),
            (0, 4, 12, -60.937_791_113, -1.000_798_782),
            (10, 3, 13, -0.512_751_893, 83.640_942_563),
        ] {
            let range = nps(p, d, n).ci95_score().unwrap();
            assert!((range.low - low).abs() < 1e-6, "{p} {d} of {n}: {range:?}");
            assert!((range.high - high).abs() < 1e-6, "{p} {d} of {n}: {range:?}");
        }
    }

    proptest! {
        #[test]
        fn ranges_hold_the_score_and_stay_on_the_scale(p in 0..400u64, q in 0..400u64, d in 0..400u64) {
            prop_assume!(p + q + d > 0);
            let nps = Nps { promoters: p, passives: q, detractors: d };
            let score = nps.score().unwrap();
            for range in [nps.ci95().unwrap(), nps.ci95_score().unwrap()] {
                prop_assert!(-100.0 <= range.low && range.high <= 100.0, "{range:?}");
                prop_assert!(range.low <= score + 1e-9 && score <= range.high + 1e-9, "{range:?}, {score}");
            }
        }

        #[test]
        fn without_passives_the_score_range_is_that_of_wilson(p in 0..400u64, d in 0..400u64) {
            prop_assume!(p + d > 0);
            let range = nps(p, d, p + d).ci95_score().unwrap();
            let share = crate::wilson(p, p + d).unwrap();
            prop_assert!((range.low - (200.0 * share.low - 100.0)).abs() < 1e-6);
            prop_assert!((range.high - (200.0 * share.high - 100.0)).abs() < 1e-6);
        }
    }
}
