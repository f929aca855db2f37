//! A regular week: the hours of each weekday, and how long whole runs of days are open.

use crate::Hours;
use jiff::civil::Weekday;

/// The hours of each weekday, apart from holidays.
///
/// ```
/// use calendar::{Hours, Week};
/// use jiff::civil::Weekday;
///
/// let week = Week::working_days(&"09:00-18:00".parse()?).with(Weekday::Saturday, "10:00-14:00".parse()?);
/// assert_eq!(week.hours(Weekday::Saturday).to_string(), "10:00-14:00");
/// assert!(week.hours(Weekday::Sunday).is_closed());
/// # Ok::<(), calendar::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Week {
    /// Monday first.
    days: [Hours; 7],
}

impl Week {
    /// A week that never opens; [`with`](Self::with) gives it hours.
    #[must_use]
    pub fn closed() -> Self {
        Self::default()
    }

    /// Open day and night.
    #[must_use]
    pub fn always_open() -> Self {
        Self { days: std::array::from_fn(|_| Hours::all_day()) }
    }

    /// The same hours from Monday to Friday.
    #[must_use]
    pub fn working_days(hours: &Hours) -> Self {
        let days = std::array::from_fn(|day| if day < 5 { hours.clone() } else { Hours::closed() });
        Self { days }
    }

    /// The same week with other hours on one day.
    #[must_use]
    pub fn with(mut self, day: Weekday, hours: Hours) -> Self {
        self.days[usize::from(day.to_monday_zero_offset().unsigned_abs())] = hours;
        self
    }

    /// The hours of a weekday.
    #[must_use]
    pub fn hours(&self, day: Weekday) -> &Hours {
        &self.days[usize::from(day.to_monday_zero_offset().unsigned_abs())]
    }

    /// The hours of a day, counted from 1970-01-01.
    pub(crate) fn hours_on(&self, day: i32) -> &Hours {
        // 1970-01-01 was a Thursday.
        &self.days[(day + 3).rem_euclid(7) as usize]
    }

    /// Open time of a whole week, in nanoseconds.
    pub(crate) fn open_ns(&self) -> i64 {
        self.days.iter().map(Hours::open_ns).sum()
    }

    /// Open time of the days from `first` up to, not including, `end`, in nanoseconds.
    pub(crate) fn open_on_days(&self, first: i32, end: i32) -> i128 {
        let weeks = (end - first) / 7;
        let rest: i64 = (first + weeks * 7..end).map(|day| self.hours_on(day).open_ns()).sum();
        i128::from(weeks) * i128::from(self.open_ns()) + i128::from(rest)
    }
}
