//! What customers feel: emotions named in answers, the net emotional value, peak and end, and where a relationship stands.
//!
//! Sources: Shaw, *The DNA of Customer Experience*, 2007: emotions in four clusters, of which one destroys value and three
//! drive it; the *net emotional value* is the mean of the positive emotions less the mean of the negative ones. Kahneman,
//! Fredrickson, Schreiber & Redelmeier, *When More Pain Is Preferred to Less*, Psychological Science 1993: what is
//! remembered is the mean of the peak and the end, however long it took.

use crate::{Interval, Moments};

/// The clusters, from what destroys value to what makes customers speak for the organisation.
pub const CLUSTERS: usize = 4;

/// The cluster that destroys value.
pub const DESTROYING: usize = 0;

/// The strongest that an emotion can be, on the scale that begins at 0.
pub const STRONGEST: f64 = 10.0;

/// What many answers felt.
///
/// ```
/// use measure::Feelings;
///
/// // Two emotions that destroy and two that advocate.
/// let mut feelings = Feelings::new(&[0, 0, 3, 3]);
/// feelings.push(&[(0, 8.0)]);
/// feelings.push(&[(2, 10.0), (3, 10.0)]);
/// assert_eq!(feelings.net().mean(), Some(3.0), "the mean of −4 and 10");
/// assert_eq!(feelings.strength(0).mean(), Some(4.0));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Feelings {
    clusters: Vec<usize>,
    strengths: Vec<Moments>,
    net: Moments,
    /// By how much each cluster is felt more strongly than the one that destroys.
    over: [Moments; CLUSTERS],
}

impl Feelings {
    /// Of emotions whose clusters these are, each below [`CLUSTERS`].
    ///
    /// # Panics
    /// Where a cluster is not below [`CLUSTERS`]: the list is part of the program.
    #[must_use]
    pub fn new(clusters: &[usize]) -> Self {
        assert!(clusters.iter().all(|&cluster| cluster < CLUSTERS), "clusters are numbered from 0 to 3");
        Self {
            clusters: clusters.to_vec(),
            strengths: vec![Moments::default(); clusters.len()],
            net: Moments::default(),
            over: [Moments::default(); CLUSTERS],
        }
    }

    /// Takes an answer: emotions by index with their strength, 0 to [`STRONGEST`]. What it does not name was not felt.
    pub fn push(&mut self, felt: &[(usize, f64)]) {
        let strength = |emotion: usize| {
            felt.iter().find(|(at, _)| *at == emotion).map_or(0.0, |&(_, strength)| strength)
        };
        for (emotion, moments) in self.strengths.iter_mut().enumerate() {
            moments.push(strength(emotion));
        }
        let mean = |wanted: &dyn Fn(usize) -> bool| {
            let of: Vec<f64> = (0..self.clusters.len())
                .filter(|&emotion| wanted(self.clusters[emotion]))
                .map(strength)
                .collect();
            if of.is_empty() { 0.0 } else { of.iter().sum::<f64>() / of.len() as f64 }
        };
        let destroying = mean(&|cluster| cluster == DESTROYING);
        self.net.push(mean(&|cluster| cluster != DESTROYING) - destroying);
        for (cluster, over) in self.over.iter_mut().enumerate().skip(1) {
            over.push(mean(&|of| of == cluster) - destroying);
        }
    }

    /// Adds those of other answers on the same emotions.
    pub fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.strengths.iter_mut().zip(&other.strengths) {
            mine.merge(theirs);
        }
        self.net.merge(&other.net);
        for (mine, theirs) in self.over.iter_mut().zip(&other.over) {
            mine.merge(theirs);
        }
    }

    /// How many answers.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.net.n()
    }

    /// How strongly an emotion was felt, over all answers.
    ///
    /// # Panics
    /// Where there is no emotion of this index.
    #[must_use]
    pub fn strength(&self, emotion: usize) -> &Moments {
        &self.strengths[emotion]
    }

    /// The net emotional value, −10 to 10.
    #[must_use]
    pub fn net(&self) -> &Moments {
        &self.net
    }

    /// The level on which the relationship stands: the highest cluster that is surely felt more strongly than the one that
    /// destroys (95 %), with the interval of the difference. If there is none, it stands on the one that destroys, and the
    /// interval is that of the net emotional value. None with fewer than two answers.
    #[must_use]
    pub fn level(&self) -> Option<(usize, Interval)> {
        let net = self.net.ci95()?;
        let surely = (1..CLUSTERS).rev().find_map(|cluster| {
            let range = self.over[cluster].ci95()?;
            (range.low > 0.0).then_some((cluster, range))
        });
        Some(surely.unwrap_or((DESTROYING, net)))
    }
}

/// The net emotional value of emotions with these clusters and strengths; one that has none, counts as not felt.
#[must_use]
pub fn net_emotional_value(clusters: &[usize], strengths: &[f64]) -> f64 {
    let mut feelings = Feelings::new(clusters);
    feelings.push(&strengths.iter().copied().enumerate().collect::<Vec<_>>());
    feelings.net().mean().unwrap_or_default()
}

/// What is remembered of a way: values of its steps in their order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PeakEnd {
    /// Index of the value that lies farthest from zero; of equals the first.
    pub peak: usize,
    /// Index of the last.
    pub end: usize,
    /// The mean of the two.
    pub remembered: f64,
    /// The mean of all, which is what was lived through.
    pub mean: f64,
}

/// Peak and end; none without values.
///
/// ```
/// let told = measure::peak_end(&[1.0, -3.0, 2.0, 1.0]).expect("values");
/// assert_eq!((told.peak, told.end, told.remembered, told.mean), (1, 3, -1.0, 0.25));
/// ```
#[must_use]
pub fn peak_end(values: &[f64]) -> Option<PeakEnd> {
    let end = values.len().checked_sub(1)?;
    let peak = (0..values.len()).rev().max_by(|&a, &b| values[a].abs().total_cmp(&values[b].abs()))?;
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    Some(PeakEnd { peak, end, remembered: f64::midpoint(values[peak], values[end]), mean })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two that destroy, one of each other cluster.
    const FIVE: [usize; 5] = [0, 0, 1, 2, 3];

    #[test]
    fn the_net_value_weighs_good_against_bad() {
        // (0 + 6 + 3) / 3 − (4 + 0) / 2
        assert_eq!(net_emotional_value(&FIVE, &[4.0, 0.0, 0.0, 6.0, 3.0]), 1.0);
        assert_eq!(net_emotional_value(&FIVE, &[]), 0.0);
        assert_eq!(net_emotional_value(&FIVE, &[10.0, 10.0]), -10.0);
    }

    #[test]
    fn parts_add_up_to_the_whole() {
        let answers = [vec![(0, 7.0)], vec![(3, 5.0), (4, 2.0)], vec![], vec![(4, 9.0)]];
        let mut whole = Feelings::new(&FIVE);
        let mut parts = [Feelings::new(&FIVE), Feelings::new(&FIVE)];
        for (at, answer) in answers.iter().enumerate() {
            whole.push(answer);
            parts[at % 2].push(answer);
        }
        let [mut first, second] = parts;
        first.merge(&second);
        assert_eq!(first.n(), 4);
        assert!((first.net().mean().unwrap() - whole.net().mean().unwrap()).abs() < 1e-12);
        assert!((first.strength(4).mean().unwrap() - 11.0 / 4.0).abs() < 1e-12);
    }

    #[test]
    fn a_relationship_stands_where_it_surely_does() {
        let mut trusting = Feelings::new(&FIVE);
        assert_eq!(trusting.level(), None);
        for n in 0..40 {
            trusting.push(&[(3, 6.0 + f64::from(n % 3)), (0, f64::from(n % 2))]);
        }
        assert_eq!(trusting.level().map(|(level, _)| level), Some(2));
        // Forty more who are irritated, and nobody trusts any longer for sure.
        let mut torn = trusting.clone();
        for n in 0..40 {
            torn.push(&[(0, 9.0), (1, 8.0 + f64::from(n % 2))]);
        }
        assert_eq!(torn.level().map(|(level, _)| level), Some(DESTROYING));
    }

    #[test]
    fn the_first_of_equal_peaks_is_remembered() {
        assert_eq!(peak_end(&[2.0, -2.0, 0.5]).map(|told| (told.peak, told.end)), Some((0, 2)));
        assert_eq!(peak_end(&[]), None);
    }
}
