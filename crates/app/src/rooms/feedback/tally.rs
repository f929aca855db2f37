//! Answers counted by score, and the figure that they make with its interval.

use super::Question;
use chart::Estimate;
use measure::{Difference, Moments, Nps, Share, TopBox};

/// Answers to one question by score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    question: Question,
    counts: [u64; 11],
}

impl Tally {
    /// No answers yet.
    #[must_use]
    pub fn new(question: Question) -> Self {
        Self { question, counts: [0; 11] }
    }

    /// Takes `n` answers of this score; one that is not on the scale is passed over.
    pub fn add(&mut self, score: u8, n: u64) {
        let (least, most) = self.question.scale();
        if (least..=most).contains(&score) {
            self.counts[usize::from(score)] += n;
        }
    }

    /// How many answers there are.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The figure with its 95 % interval: of recommendation the net promoter score in points from −100 to 100 with the
    /// score interval, of the others the share of the top boxes in percent with Wilson's. None without answers.
    #[must_use]
    pub fn estimate(&self) -> Option<Estimate> {
        if self.question == Question::Nps {
            let nps = self.nps();
            let range = nps.ci95_score()?;
            return Some(Estimate { value: nps.score()?, low: range.low, high: range.high });
        }
        let share = self.share();
        let range = share.ci95()?;
        Some(Estimate { value: 100.0 * share.share()?, low: 100.0 * range.low, high: 100.0 * range.high })
    }

    /// How much higher the figure is than before, with its 95 % interval (Welch); none where either has fewer than two
    /// answers.
    #[must_use]
    pub fn change_since(&self, before: &Self) -> Option<Estimate> {
        let apart = Difference { with: self.points(), without: before.points() };
        let range = apart.ci95()?;
        Some(Estimate { value: apart.difference()?, low: range.low, high: range.high })
    }

    /// The points of which the figure is the mean: 100, 0 or −100 for each answer.
    fn points(&self) -> Moments {
        let worth = |score: u8| match (self.question, score) {
            (Question::Nps, 9..) => 100.0,
            (Question::Nps, 7..) => 0.0,
            (Question::Nps, _) => -100.0,
            (_, score) => {
                if self.is_top(score) {
                    100.0
                } else {
                    0.0
                }
            }
        };
        self.scores().flat_map(|(score, n)| (0..n).map(move |_| worth(score))).collect()
    }

    fn nps(&self) -> Nps {
        let among = |scores: std::ops::RangeInclusive<u8>| {
            self.scores().filter(|(score, _)| scores.contains(score)).map(|(_, n)| n).sum()
        };
        Nps { promoters: among(9..=10), passives: among(7..=8), detractors: among(0..=6) }
    }

    fn share(&self) -> Share {
        let hits = self.scores().filter(|(score, _)| self.is_top(*score)).map(|(_, n)| n).sum();
        Share { n: self.n(), hits }
    }

    /// Whether a score lies in the top boxes of its scale.
    fn is_top(&self, score: u8) -> bool {
        let boxes = if self.question == Question::Csat { TopBox::CSAT } else { TopBox::CES };
        boxes.holds(f64::from(score)).unwrap_or(false)
    }

    fn scores(&self) -> impl Iterator<Item = (u8, u64)> {
        (0..).zip(self.counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(question: Question, scores: &[(u8, u64)]) -> Tally {
        let mut tally = Tally::new(question);
        for (score, n) in scores {
            tally.add(*score, *n);
        }
        tally
    }

    #[test]
    fn recommendation_is_promoters_less_detractors() {
        let estimate = tally(Question::Nps, &[(10, 30), (9, 20), (7, 30), (3, 20)]).estimate().unwrap();
        assert!((estimate.value - 30.0).abs() < 1e-9, "{estimate:?}");
        assert!(
            (13.0..15.0).contains(&estimate.low) && (44.0..46.0).contains(&estimate.high),
            "{estimate:?}"
        );
    }

    #[test]
    fn satisfaction_and_effort_are_shares_of_the_top_boxes() {
        let satisfied = tally(Question::Csat, &[(5, 1), (4, 2), (3, 1)]);
        assert!((satisfied.estimate().unwrap().value - 75.0).abs() < 1e-9);
        let easy = tally(Question::Ces, &[(5, 1), (4, 3)]);
        assert!((easy.estimate().unwrap().value - 25.0).abs() < 1e-9);
        assert_eq!(tally(Question::Ces, &[]).estimate(), None);
    }

    #[test]
    fn a_change_has_an_interval_too() {
        let before = tally(Question::Nps, &[(10, 50), (3, 50)]);
        let after = tally(Question::Nps, &[(10, 90), (3, 10)]);
        let change = after.change_since(&before).unwrap();
        assert!((change.value - 80.0).abs() < 1e-9 && change.low > 50.0 && change.high < 110.0, "{change:?}");
        assert_eq!(after.change_since(&tally(Question::Nps, &[(9, 1)])), None);
    }

    #[test]
    fn what_is_not_on_the_scale_is_passed_over() {
        assert_eq!(tally(Question::Csat, &[(0, 3), (6, 3), (11, 3), (5, 1)]).n(), 1);
    }
}
