//! Holidays: days that are closed, or open for other hours than their weekday is.

use crate::wall::{date_of, day_number};
use crate::{Error, Hours};
use jiff::civil::Date;

/// The most holidays that a calendar may have.
pub const MAX_HOLIDAYS: usize = 5_000;

/// The longest name of a holiday, in characters.
pub const MAX_NAME_CHARS: usize = 200;

/// A year in which every month and day exists.
const LEAP_YEAR: i16 = 2000;

/// When a holiday is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HolidayDate {
    /// One date.
    On(Date),
    /// Every date from the first to the last, both included.
    Through(Date, Date),
    /// Each year on a month and day, both from 1; 29 February only in leap years.
    Yearly {
        /// Month, January being 1.
        month: i8,
        /// Day of the month.
        day: i8,
    },
}

/// A named day, or days, with other hours than the week says.
///
/// Where several fall on one day, the most particular counts: a single date before a range, a range before a yearly
/// day. A single date may open a day on which the week is closed (a Saturday worked instead of a bridge day). A range
/// and a yearly day change only days on which the week is open: half a day on 24 December does not open a Sunday.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Holiday {
    /// What people call it.
    pub name: String,
    /// When it is.
    pub date: HolidayDate,
    /// The hours of its days: [`Hours::closed`], or other hours.
    pub hours: Hours,
}

impl Holiday {
    /// A holiday on which everything is closed.
    #[must_use]
    pub fn closed(name: impl Into<String>, date: HolidayDate) -> Self {
        Self { name: name.into(), date, hours: Hours::closed() }
    }

    /// A day with other hours, such as half a day.
    #[must_use]
    pub fn with_hours(name: impl Into<String>, date: HolidayDate, hours: Hours) -> Self {
        Self { name: name.into(), date, hours }
    }
}

/// All holidays of a calendar, kept so that a day is found fast.
#[derive(Debug, Clone, Default)]
pub(crate) struct Holidays {
    all: Vec<Holiday>,
    /// Day, and place in `all`; sorted.
    dates: Vec<(i32, usize)>,
    /// First and last day, and place in `all`; sorted, without overlaps.
    ranges: Vec<(i32, i32, usize)>,
    /// Month and day, and place in `all`; sorted.
    yearly: Vec<((i8, i8), usize)>,
}

impl Holidays {
    pub fn new(all: Vec<Holiday>) -> Result<Self, Error> {
        if all.len() > MAX_HOLIDAYS {
            return Err(Error::TooManyHolidays { holidays: all.len(), limit: MAX_HOLIDAYS });
        }
        let mut holidays = Self::default();
        for (i, Holiday { name, date: when, .. }) in all.iter().enumerate() {
            if name.chars().nth(MAX_NAME_CHARS).is_some() {
                let start = name.chars().take(40).collect();
                return Err(Error::NameTooLong { start, limit: MAX_NAME_CHARS });
            }
            match *when {
                HolidayDate::On(date) => holidays.dates.push((day_number(date), i)),
                HolidayDate::Through(first, last) if first > last => {
                    return Err(Error::HolidayBackwards { name: name.clone(), first, last });
                }
                HolidayDate::Through(first, last) => {
                    holidays.ranges.push((day_number(first), day_number(last), i));
                }
                HolidayDate::Yearly { month, day } => {
                    if Date::new(LEAP_YEAR, month, day).is_err() {
                        return Err(Error::NoSuchDay { name: name.clone(), month, day });
                    }
                    holidays.yearly.push(((month, day), i));
                }
            }
        }
        holidays.dates.sort_unstable();
        holidays.ranges.sort_unstable();
        holidays.yearly.sort_unstable();
        holidays.all = all;
        holidays.no_day_twice()?;
        Ok(holidays)
    }

    fn no_day_twice(&self) -> Result<(), Error> {
        let twice = |first: usize, second: usize, day: String| {
            let name = |i: usize| self.all[i].name.clone();
            Err(Error::HolidayTwice { first: name(first), second: name(second), day })
        };
        if let Some(pair) = self.dates.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return twice(pair[0].1, pair[1].1, date_of(pair[1].0).to_string());
        }
        if let Some(pair) = self.ranges.windows(2).find(|pair| pair[1].0 <= pair[0].1) {
            return twice(pair[0].2, pair[1].2, date_of(pair[1].0).to_string());
        }
        if let Some(pair) = self.yearly.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            let (month, day) = pair[1].0;
            return twice(pair[0].1, pair[1].1, format!("{month:02}-{day:02}"));
        }
        Ok(())
    }

    /// All holidays, in the order they were given.
    pub fn all(&self) -> &[Holiday] {
        &self.all
    }

    /// The holiday that counts on a day.
    pub fn on(&self, day: i32) -> Option<&Holiday> {
        self.on_date(day).or_else(|| self.in_range(day)).or_else(|| self.in_year(day)).map(|i| &self.all[i])
    }

    /// The first day, not before `day`, on which there is a holiday.
    pub fn next(&self, day: i32) -> Option<i32> {
        let date = self.dates.get(self.dates.partition_point(|(d, _)| *d < day)).map(|(d, _)| *d);
        let range = self.ranges.get(self.ranges.partition_point(|(_, last, _)| *last < day));
        let range = range.map(|(first, ..)| day.max(*first));
        [date, range, self.next_in_year(day)].into_iter().flatten().min()
    }

    fn on_date(&self, day: i32) -> Option<usize> {
        self.dates.binary_search_by_key(&day, |(d, _)| *d).ok().map(|found| self.dates[found].1)
    }

    fn in_range(&self, day: i32) -> Option<usize> {
        let (first, _, i) = self.ranges.get(self.ranges.partition_point(|(_, last, _)| *last < day))?;
        (*first <= day).then_some(*i)
    }

    fn in_year(&self, day: i32) -> Option<usize> {
        if self.yearly.is_empty() {
            return None;
        }
        let date = date_of(day);
        let found = self.yearly.binary_search_by_key(&(date.month(), date.day()), |(d, _)| *d).ok()?;
        Some(self.yearly[found].1)
    }

    fn next_in_year(&self, day: i32) -> Option<i32> {
        if self.yearly.is_empty() {
            return None;
        }
        let from = date_of(day);
        let later = self.yearly.partition_point(|(d, _)| *d < (from.month(), from.day()));
        let this_year = self.yearly[later..].iter().map(|(d, _)| (from.year(), *d));
        // 29 February may be eight years away: 1896 and 1904.
        let later_years = (1..=8).flat_map(|n| self.yearly.iter().map(move |(d, _)| (from.year() + n, *d)));
        let dates = this_year.chain(later_years);
        dates.filter_map(|(year, (month, day))| Date::new(year, month, day).ok()).map(day_number).next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn yearly(month: i8, day: i8) -> HolidayDate {
        HolidayDate::Yearly { month, day }
    }

    #[test]
    fn the_next_holiday_is_the_first_day_that_has_one() {
        let days = [
            HolidayDate::On(date(2026, 5, 6)),
            HolidayDate::Through(date(2026, 12, 24), date(2027, 1, 3)),
            HolidayDate::Through(date(2026, 8, 1), date(2026, 8, 1)),
            yearly(2, 29),
            yearly(12, 25),
            yearly(3, 3),
        ];
        for kept in 0_u32..64 {
            let some = days.iter().enumerate().filter(|(i, _)| kept >> i & 1 == 1);
            let holidays = some.map(|(i, day)| Holiday::closed(i.to_string(), *day)).collect();
            let holidays = Holidays::new(holidays).unwrap();
            for start in [date(2026, 1, 1), date(2095, 12, 1), date(2024, 2, 1)].map(day_number) {
                // From the last day to the first, what was seen latest is what comes next.
                let mut seen = None;
                for day in (start..start + 10 * 366).rev() {
                    seen = holidays.on(day).map(|_| day).or(seen);
                    if seen.is_some() || day < start + 366 {
                        assert_eq!(holidays.next(day), seen, "{} {kept:b}", date_of(day));
                    }
                }
            }
        }
    }

    #[test]
    fn the_most_particular_holiday_counts() {
        let day = date(2026, 12, 25);
        let single = Holiday::closed("single", HolidayDate::On(day));
        let range = Holiday::closed("range", HolidayDate::Through(date(2026, 12, 20), day));
        let year = Holiday::closed("year", yearly(12, 25));
        let name = |all: &[&Holiday]| {
            let holidays = Holidays::new(all.iter().copied().cloned().collect()).unwrap();
            holidays.on(day_number(day)).unwrap().name.clone()
        };
        assert_eq!(name(&[&year, &range, &single]), "single");
        assert_eq!(name(&[&year, &range]), "range");
        assert_eq!(name(&[&year]), "year");
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let (a, b) = (date(2026, 5, 1), date(2026, 5, 4));
        let refused = |dates: &[HolidayDate]| {
            Holidays::new(dates.iter().map(|date| Holiday::closed("H", *date)).collect()).unwrap_err()
        };
        assert!(matches!(refused(&[HolidayDate::Through(b, a)]), Error::HolidayBackwards { .. }));
        for (month, day) in [(2, 30), (13, 1), (0, 1), (1, 0), (-1, -1), (4, 31)] {
            assert!(matches!(refused(&[yearly(month, day)]), Error::NoSuchDay { .. }), "{month} {day}");
        }
        for twice in [
            [HolidayDate::On(a), HolidayDate::On(a)],
            [HolidayDate::Through(a, b), HolidayDate::Through(b, b)],
            [yearly(2, 29), yearly(2, 29)],
        ] {
            assert!(matches!(refused(&twice), Error::HolidayTwice { .. }));
        }
        assert!(matches!(refused(&[yearly(1, 1); MAX_HOLIDAYS + 1]), Error::TooManyHolidays { .. }));
        let long = Holiday::closed("й".repeat(MAX_NAME_CHARS + 1), yearly(1, 1));
        assert!(matches!(Holidays::new(vec![long]).unwrap_err(), Error::NameTooLong { .. }));
        let long_enough = Holiday::closed("й".repeat(MAX_NAME_CHARS), yearly(1, 1));
        assert!(Holidays::new(vec![long_enough]).is_ok());
    }

    #[test]
    fn the_ends_of_all_time_are_days_like_others() {
        let ends = [Date::MIN, Date::MAX].map(HolidayDate::On);
        let mut all: Vec<_> = ends.iter().map(|end| Holiday::closed("end", *end)).collect();
        all.push(Holiday::closed("leap", yearly(2, 29)));
        let holidays = Holidays::new(all).unwrap();
        assert_eq!(holidays.next(day_number(Date::MIN)), Some(day_number(Date::MIN)));
        assert_eq!(holidays.next(day_number(Date::MAX)), Some(day_number(Date::MAX)));
        assert_eq!(holidays.next(day_number(Date::MAX) + 1), None);
    }
}
