//! The clock on the wall, and the stretches of time over which it runs evenly.
//!
//! Between two changes of a zone's offset, civil time is UTC plus a constant. Working time is counted on the clock of
//! each such stretch and added up, so a gap loses what the clock skips and a fold counts what it shows twice; no
//! civil time ever needs to be guessed back into an instant.

use jiff::civil::{Date, date};
use jiff::tz::{Offset, TimeZone, TimeZoneFollowingTransitions};
use jiff::{Timestamp, ToSpan};

const EPOCH: Date = date(1970, 1, 1);
const S_PER_DAY: i64 = 86_400;
const NS_PER_S: i64 = 1_000_000_000;

/// A reading of the clock: days since 1970-01-01 and nanoseconds since 00:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Wall {
    pub day: i32,
    pub ns: i64,
}

impl Wall {
    /// What the clock shows at an instant.
    pub fn at(instant: Timestamp, offset: Offset) -> Self {
        // Before 1970 both parts are negative; Euclid's remainder puts them back in order.
        let subsec = i64::from(instant.subsec_nanosecond());
        let second = instant.as_second() + i64::from(offset.seconds()) + subsec.div_euclid(NS_PER_S);
        // jiff's instants span the years -9999 to 9999, which is 7.3 million days.
        let day = second.div_euclid(S_PER_DAY) as i32;
        Self { day, ns: second.rem_euclid(S_PER_DAY) * NS_PER_S + subsec.rem_euclid(NS_PER_S) }
    }

    /// The instant at which a clock with this offset shows this; the last or first of all when it lies outside time.
    pub fn instant(self, offset: Offset) -> Timestamp {
        let second = i64::from(self.day) * S_PER_DAY + self.ns / NS_PER_S - i64::from(offset.seconds());
        let end = if second < 0 { Timestamp::MIN } else { Timestamp::MAX };
        Timestamp::new(second, (self.ns % NS_PER_S) as i32).unwrap_or(end)
    }
}

/// Days from 1970-01-01 to a date.
pub(crate) fn day_number(date: Date) -> i32 {
    (date.duration_since(EPOCH).as_secs() / S_PER_DAY) as i32
}

/// The date of a day; the first or last of all when there is none.
pub(crate) fn date_of(day: i32) -> Date {
    EPOCH.saturating_add(i64::from(day).days())
}

/// Time over which the offset of a zone stays the same, from `start` up to, not including, `end`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    pub start: Timestamp,
    pub end: Timestamp,
    pub offset: Offset,
}

impl Stretch {
    pub fn wall_start(&self) -> Wall {
        Wall::at(self.start, self.offset)
    }

    /// What the clock is about to show when it is changed.
    pub fn wall_end(&self) -> Wall {
        Wall::at(self.end, self.offset)
    }
}

/// The stretches from one instant to another, which together leave nothing out; none if `end` is not after `start`.
pub(crate) struct Stretches<'z> {
    next: Timestamp,
    end: Timestamp,
    offset: Offset,
    changes: TimeZoneFollowingTransitions<'z>,
}

impl<'z> Stretches<'z> {
    pub fn new(zone: &'z TimeZone, start: Timestamp, end: Timestamp) -> Self {
        Self { next: start, end, offset: zone.to_offset(start), changes: zone.following(start) }
    }
}

impl Iterator for Stretches<'_> {
    type Item = Stretch;

    fn next(&mut self) -> Option<Stretch> {
        if self.next >= self.end {
            return None;
        }
        let (start, offset) = (self.next, self.offset);
        let mut end = self.end;
        // A change that leaves the offset alone, as of the zone's abbreviation, ends nothing.
        if let Some(change) = self.changes.find(|change| change.offset() != offset) {
            end = end.min(change.timestamp());
            self.offset = change.offset();
        }
        self.next = end;
        Some(Stretch { start, end, offset })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_clock_reads_right_at_the_ends_of_time_and_around_1970() {
        for offset in [Offset::UTC, Offset::MIN, Offset::MAX, Offset::from_seconds(-2_670).unwrap()] {
            let around = [(-1, -1), (-1, 0), (0, -1), (0, 0), (0, 1), (86_400, 0)];
            let around = around.map(|(s, ns)| Timestamp::new(s, ns).unwrap());
            for instant in [Timestamp::MIN, Timestamp::MAX].into_iter().chain(around) {
                let wall = Wall::at(instant, offset);
                let civil = offset.to_datetime(instant);
                assert_eq!(date_of(wall.day), civil.date());
                assert_eq!(
                    i128::from(wall.ns),
                    civil.time().duration_since(jiff::civil::Time::midnight()).as_nanos()
                );
                assert_eq!(wall.instant(offset), instant);
            }
        }
    }

    proptest! {
        #[test]
        fn dates_and_days_are_the_same_thing(day in -4_371_587..=2_932_896) {
            prop_assert_eq!(day_number(date_of(day)), day);
        }
    }
}
