//! Instants as RFC 3339 text, fast for runs of instants on one day.

use jiff::ToSpan;
use jiff::civil::{Date, date};

pub(crate) const DAY_S: i64 = 86_400;
const EPOCH: Date = date(1970, 1, 1);

/// Seconds from the epoch to the start of a day, in UTC.
pub(crate) fn seconds_of(day: Date) -> i64 {
    i64::from(EPOCH.until(day).map_or(0, |span| span.get_days())) * DAY_S
}

/// Writes instants such as `2025-03-14T09:26:53Z`. The date is worked out anew only where the day changes.
pub(crate) struct Stamp {
    day: i64,
    text: [u8; 20],
}

impl Default for Stamp {
    fn default() -> Self {
        let mut stamp = Self { day: 0, text: *b"1970-01-01T00:00:00Z" };
        stamp.turn_to(0);
        stamp
    }
}

impl Stamp {
    /// The text of the instant `seconds` after the epoch, within the years 0 to 9999.
    pub(crate) fn of(&mut self, seconds: i64) -> &[u8] {
        let day = seconds.div_euclid(DAY_S);
        if day != self.day {
            self.turn_to(day);
        }
        let of_day = seconds.rem_euclid(DAY_S);
        for (at, part) in [(11, of_day / 3600), (14, of_day / 60 % 60), (17, of_day % 60)] {
            self.put(at, part);
        }
        &self.text
    }

    fn turn_to(&mut self, day: i64) {
        let date = EPOCH.saturating_add(day.days());
        let year = i64::from(date.year());
        for (at, part) in
            [(0, year / 100), (2, year % 100), (5, i64::from(date.month())), (8, i64::from(date.day()))]
        {
            self.put(at, part);
        }
        self.day = day;
    }

    /// Two digits of a number from 0 to 99.
    fn put(&mut self, at: usize, number: i64) {
        self.text[at] = b'0' + (number / 10) as u8;
        self.text[at + 1] = b'0' + (number % 10) as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use proptest::prelude::*;

    #[test]
    fn days_count_from_the_epoch() {
        assert_eq!(seconds_of(date(1970, 1, 2)), DAY_S);
        assert_eq!(seconds_of(date(2024, 3, 1)), 1_709_251_200);
    }

    proptest! {
        #[test]
        fn text_is_that_of_a_calendar(instants in prop::collection::vec(0..253_402_300_800_i64, 1..20), step in 0..90_000_i64) {
            let mut stamp = Stamp::default();
            for seconds in instants.into_iter().flat_map(|first| [first, (first + step).min(253_402_207_200)]) {
                let seconds = seconds.min(253_402_207_200); // the last instant of the calendar compared with
                let expected = Timestamp::from_second(seconds).unwrap().to_string();
                prop_assert_eq!(std::str::from_utf8(stamp.of(seconds)).unwrap(), expected);
            }
        }
    }
}
