//! Availability by chance: for each granule of the week, how likely a resource is there.

use super::SLACK_S;
use super::week::{InvalidHours, WEEK_S};
use crate::stream::mix;

/// The most granules of a week: one a minute.
pub const MAX_GRANULES: usize = 7 * 24 * 60;

/// The least mean chance, ten minutes of a week: below it, work takes longer than any simulation.
const MIN_CHANCE: f64 = 1e-3;

/// How likely somebody is there, for each granule of a week from Monday, midnight.
///
/// Whether they are is drawn once for each granule of each resource and stays so: who was there for one task is there for
/// the next.
#[derive(Debug, Clone, PartialEq)]
pub struct FuzzyHours {
    granule_s: f64,
    chances: Vec<f64>,
}

impl FuzzyHours {
    /// Nobody there yet, in granules of so many seconds.
    ///
    /// # Errors
    /// Granules that do not divide a day, or of less than a minute.
    pub fn new(granule_s: f64) -> Result<Self, InvalidHours> {
        let granules = (WEEK_S / granule_s).round();
        let even = (granules * granule_s - WEEK_S).abs() < 1e-6 && granules % 7.0 == 0.0;
        if !(granule_s.is_finite() && granule_s >= 60.0 && even) {
            return Err(InvalidHours::Granule(granule_s));
        }
        Ok(Self { granule_s, chances: vec![0.0; granules as usize] })
    }

    /// Sets the chance of every granule that begins within these seconds of the week; of two chances for one granule,
    /// either lets somebody be there.
    ///
    /// # Errors
    /// A chance that is none.
    pub fn add(&mut self, from_s: f64, to_s: f64, chance: f64) -> Result<(), InvalidHours> {
        if !(0.0..=1.0).contains(&chance) {
            return Err(InvalidHours::Chance(chance));
        }
        let first = (from_s / self.granule_s).floor().max(0.0) as usize;
        let end = ((to_s / self.granule_s).ceil().max(0.0) as usize).min(self.chances.len());
        for held in self.chances.get_mut(first..end).unwrap_or_default() {
            *held = 1.0 - (1.0 - *held) * (1.0 - chance);
        }
        Ok(())
    }

    /// Checks that somebody is there at all.
    ///
    /// # Errors
    /// Where hardly ever anybody is.
    pub fn check(&self) -> Result<(), InvalidHours> {
        let mean = self.chances.iter().sum::<f64>() / self.chances.len() as f64;
        if mean < MIN_CHANCE { Err(InvalidHours::NeverOpen) } else { Ok(()) }
    }

    pub(crate) fn timetable(&self, offset_s: f64) -> FuzzyTimetable {
        let scaled = |chance: &f64| (chance * 2f64.powi(53)) as u64;
        FuzzyTimetable {
            granule_s: self.granule_s,
            offset_s,
            bounds: self.chances.iter().map(scaled).collect(),
        }
    }
}

/// The same for a simulation that starts `offset_s` into the week.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FuzzyTimetable {
    granule_s: f64,
    offset_s: f64,
    /// Chances as bounds of a draw of 53 bits.
    bounds: Vec<u64>,
}

impl FuzzyTimetable {
    fn granule(&self, at: f64) -> u64 {
        ((at + self.offset_s + SLACK_S) / self.granule_s).floor().max(0.0) as u64
    }

    fn begin(&self, granule: u64) -> f64 {
        granule as f64 * self.granule_s - self.offset_s
    }

    /// Whether the resource with this `salt` is there during a granule: the same answer for every question.
    fn is_there(&self, granule: u64, salt: u64) -> bool {
        let bound = self.bounds[(granule % self.bounds.len() as u64) as usize];
        (mix(salt ^ mix(granule)) >> 11) < bound
    }

    pub fn next_open(&self, at: f64, salt: u64) -> f64 {
        let granule = self.granule(at);
        if self.is_there(granule, salt) {
            return at;
        }
        let next = (granule + 1..).find(|granule| self.is_there(*granule, salt));
        self.begin(next.unwrap_or(granule)).max(at)
    }

    pub fn done(&self, at: f64, work_s: f64, salt: u64) -> f64 {
        let mut left = work_s;
        let mut at = at;
        while left > 0.0 {
            at = self.next_open(at, salt);
            let end = self.begin(self.granule(at) + 1);
            if left <= end - at {
                return at + left;
            }
            left -= end - at;
            at = end;
        }
        at
    }

    pub fn open_between(&self, from: f64, to: f64, salt: u64) -> f64 {
        let mut open = 0.0;
        self.spans_between(from, to, salt, |from, to| open += to - from);
        open
    }

    pub fn spans_between(&self, from: f64, to: f64, salt: u64, mut take: impl FnMut(f64, f64)) {
        let mut at = from;
        while at < to {
            let granule = self.granule(at);
            let end = self.begin(granule + 1).max(at);
            if self.is_there(granule, salt) {
                take(at, end.min(to));
            }
            at = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_there_as_often_as_said_and_stays_the_same() {
        let mut hours = FuzzyHours::new(3600.0).unwrap();
        hours.add(0.0, WEEK_S, 0.25).unwrap();
        let fuzzy = hours.timetable(0.0);
        let open = fuzzy.open_between(0.0, 500.0 * WEEK_S, 7) / (500.0 * WEEK_S);
        assert!((open - 0.25).abs() < 0.01, "{open}");
        let done = fuzzy.done(100.0, 5.0 * 3600.0, 7);
        assert!((fuzzy.open_between(100.0, done, 7) - 5.0 * 3600.0).abs() < 1e-6);
        assert_ne!(done, fuzzy.done(100.0, 5.0 * 3600.0, 8));
    }

    #[test]
    fn sure_and_impossible_granules_are_so() {
        let mut hours = FuzzyHours::new(3600.0).unwrap();
        assert_eq!(hours.check(), Err(InvalidHours::NeverOpen));
        hours.add(3600.0, 7200.0, 1.0).unwrap();
        assert_eq!(hours.check(), Ok(()));
        let fuzzy = hours.timetable(1800.0);
        assert_eq!(fuzzy.next_open(0.0, 3), 1800.0);
        assert_eq!(fuzzy.done(0.0, 7200.0, 3), WEEK_S + 5400.0);
        assert!(FuzzyHours::new(7.0).is_err() && FuzzyHours::new(1.0).is_err());
        assert!(hours.add(0.0, 1.0, 1.5).is_err());
    }
}
