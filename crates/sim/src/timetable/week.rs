//! Hours of a week as a scenario states them.

use super::Timetable;

/// Seconds of a week.
pub const WEEK_S: f64 = 604_800.0;

/// Seconds of a day.
pub(crate) const DAY_S: f64 = 86_400.0;

/// The most spans of one timetable.
pub const MAX_SPANS: usize = 10_000;

/// Open hours of a week: spans in seconds from Monday, midnight.
///
/// Spans are put into order and joined where they touch or overlap. One that ends at 23:59:59 or later runs to midnight,
/// as those who write so mean it.
#[derive(Debug, Clone, PartialEq)]
pub struct WeekHours(Vec<(f64, f64)>);

/// Why these are no hours.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum InvalidHours {
    /// A span that ends before it starts, or lies out of its day.
    #[error("hours from {from_s} s to {to_s} s of a day are none: they have to rise and lie within 24 hours")]
    Span {
        /// Start in seconds from midnight.
        from_s: f64,
        /// End in seconds from midnight.
        to_s: f64,
    },
    /// A day that does not exist.
    #[error("day {0} is none; Monday is 0 and Sunday is 6")]
    Day(usize),
    /// A chance that is none.
    #[error("the probability {0} does not lie between 0 and 1")]
    Chance(f64),
    /// Granules that do not divide a day.
    #[error("a granule of {0} s does not divide a day into whole parts of a minute or more")]
    Granule(f64),
    /// Nothing is open.
    #[error("they never open")]
    NeverOpen,
    /// Too many.
    #[error("there are more than {MAX_SPANS} spans")]
    TooMany,
}

impl WeekHours {
    /// All the time.
    #[must_use]
    pub fn always() -> Self {
        Self(vec![(0.0, WEEK_S)])
    }

    /// Hours from spans `(first day, last day, from, to)`, days counted from Monday as 0, times in seconds from midnight.
    /// A last day before the first means through Sunday into the next week.
    ///
    /// # Errors
    /// A span that is none, or hours that never open.
    pub fn new(spans: impl IntoIterator<Item = (usize, usize, f64, f64)>) -> Result<Self, InvalidHours> {
        let mut found = Vec::new();
        for (first, last, from_s, to_s) in spans {
            let to_s = if to_s >= DAY_S - 1.0 { DAY_S } else { to_s };
            if !(0.0 <= from_s && from_s <= to_s && to_s <= DAY_S) {
                return Err(InvalidHours::Span { from_s, to_s });
            }
            if first > 6 || last > 6 {
                return Err(InvalidHours::Day(first.max(last)));
            }
            let days = if last >= first { last - first } else { last + 7 - first };
            for day in (first..=first + days).map(|day| (day % 7) as f64 * DAY_S) {
                found.push((day + from_s, day + to_s));
            }
            if found.len() > MAX_SPANS {
                return Err(InvalidHours::TooMany);
            }
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut joined: Vec<(f64, f64)> = Vec::with_capacity(found.len());
        for (from, to) in found.into_iter().filter(|(from, to)| from < to) {
            match joined.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => joined.push((from, to)),
            }
        }
        if joined.is_empty() { Err(InvalidHours::NeverOpen) } else { Ok(Self(joined)) }
    }

    /// Spans in seconds from Monday, midnight.
    #[must_use]
    pub fn spans(&self) -> &[(f64, f64)] {
        &self.0
    }

    /// Whether there is no gap.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.0 == [(0.0, WEEK_S)]
    }

    /// These hours or those of `other`.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let spans = self.0.iter().chain(&other.0).flat_map(|&(from, to)| {
            let first = (from / DAY_S) as usize;
            (first..7).map_while(move |day| {
                let midnight = day as f64 * DAY_S;
                (midnight < to).then(|| (day, day, (from - midnight).max(0.0), (to - midnight).min(DAY_S)))
            })
        });
        Self::new(spans).unwrap_or_else(|_| self.clone())
    }

    /// As a timetable of a simulation that starts `offset_s` into the week.
    pub(crate) fn timetable(&self, offset_s: f64) -> Option<Timetable> {
        Timetable::new(WEEK_S, offset_s, &self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_joined_and_the_last_second_is_midnight() {
        let whole = WeekHours::new([(0, 6, 0.0, 86_399.999_999)]).unwrap();
        assert!(whole.is_always());
        let morning = WeekHours::new([(0, 0, 36_000.0, 43_200.0), (0, 0, 32_400.0, 36_000.0)]).unwrap();
        assert_eq!(morning.spans(), [(32_400.0, 43_200.0)]);
        let over_sunday = WeekHours::new([(5, 0, 0.0, 60.0)]).unwrap();
        assert_eq!(over_sunday.spans().len(), 3);
        let both = morning.union(&WeekHours::new([(0, 1, 43_000.0, 50_000.0)]).unwrap());
        assert_eq!(both.spans(), [(32_400.0, 50_000.0), (129_400.0, 136_400.0)]);
    }

    #[test]
    fn hours_that_are_none_are_refused() {
        assert_eq!(WeekHours::new([]), Err(InvalidHours::NeverOpen));
        assert_eq!(WeekHours::new([(0, 0, 5.0, 5.0)]), Err(InvalidHours::NeverOpen));
        assert_eq!(WeekHours::new([(0, 0, 6.0, 5.0)]), Err(InvalidHours::Span { from_s: 6.0, to_s: 5.0 }));
        assert_eq!(WeekHours::new([(7, 7, 0.0, 5.0)]), Err(InvalidHours::Day(7)));
    }
}
