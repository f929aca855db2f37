//! Business hours in a time zone: how much working time lies between two instants, and when so much has passed.

use crate::holiday::{Holiday, Holidays};
use crate::schedule::Schedule;
use crate::wall::{Stretch, Stretches, Wall, day_number};
use crate::{Error, Hours, OpenIntervals, Week};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// How far ahead is searched for open time: ten years of 366 days.
pub const HORIZON: SignedDuration = SignedDuration::from_hours(10 * 366 * 24);

/// The hours in which an office works: a week, holidays, and the zone whose clocks they go by.
///
/// An instant is open when the clock on the office's wall then shows a time within the hours of the date it shows.
/// Where clocks go forward, hours that are skipped do not count; where they go back, hours shown twice count twice.
/// Holidays follow [their own rules](Holiday). Times are exact to the nanosecond.
///
/// Every question takes time in proportion to the holidays and changes of the clock between its instants, not to
/// their distance.
///
/// ```
/// use calendar::{BusinessHours, Holiday, HolidayDate, Week};
/// use jiff::{SignedDuration, Timestamp, civil::date};
///
/// let holidays = vec![
///     Holiday::closed("Christmas", HolidayDate::Through(date(2026, 12, 24), date(2026, 12, 27))),
///     Holiday::with_hours("New Year's Eve", HolidayDate::Yearly { month: 12, day: 31 }, "09:00-12:00".parse()?),
///     Holiday::closed("New Year", HolidayDate::Yearly { month: 1, day: 1 }),
/// ];
/// let sofia = BusinessHours::new("Europe/Sofia", Week::working_days(&"09:00-17:00".parse()?), holidays)?;
///
/// // From Wednesday at 15:00, over Christmas and a weekend, to Monday.
/// let asked: Timestamp = "2026-12-23T15:00+02:00".parse().unwrap();
/// let due = sofia.add_open_time(asked, SignedDuration::from_hours(4));
/// assert_eq!(due, "2026-12-28T11:00+02:00".parse().ok());
/// assert_eq!(sofia.open_time_between(asked, due.unwrap()), SignedDuration::from_hours(4));
/// # Ok::<(), calendar::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct BusinessHours {
    zone: TimeZone,
    zone_name: String,
    schedule: Schedule,
}

impl BusinessHours {
    /// Hours by the clocks of `zone`, a name of the IANA database.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownZone`]; what may be wrong with holidays, one by one or together, is in [`Error`].
    pub fn new(zone: &str, week: Week, holidays: Vec<Holiday>) -> Result<Self, Error> {
        let found = TimeZone::get(zone).ok().filter(|found| !found.is_unknown());
        let unknown = || Error::UnknownZone { name: zone.chars().take(40).collect() };
        let zone = found.ok_or_else(unknown)?;
        let zone_name = zone.iana_name().unwrap_or("UTC").to_owned();
        Ok(Self { zone, zone_name, schedule: Schedule { week, holidays: Holidays::new(holidays)? } })
    }

    /// Open day and night, all year: working time is time.
    #[must_use]
    pub fn always_open() -> Self {
        let schedule = Schedule { week: Week::always_open(), holidays: Holidays::default() };
        Self { zone: TimeZone::UTC, zone_name: "UTC".to_owned(), schedule }
    }

    /// Name of the zone in the IANA database.
    #[must_use]
    pub fn zone_name(&self) -> &str {
        &self.zone_name
    }

    /// The regular week.
    #[must_use]
    pub fn week(&self) -> &Week {
        &self.schedule.week
    }

    /// All holidays, in the order they were given.
    #[must_use]
    pub fn holidays(&self) -> &[Holiday] {
        self.schedule.holidays.all()
    }

    /// The holiday of a date, if it has one; of several, the one that counts.
    #[must_use]
    pub fn holiday_on(&self, date: Date) -> Option<&Holiday> {
        self.schedule.holidays.on(day_number(date))
    }

    /// The hours of a date, as the clock shows them, its holiday taken into account.
    #[must_use]
    pub fn hours_on(&self, date: Date) -> &Hours {
        self.schedule.hours_on(day_number(date))
    }

    /// Whether the office is open at an instant. A span's start is open, its end is not.
    #[must_use]
    pub fn is_open(&self, at: Timestamp) -> bool {
        let wall = Wall::at(at, self.zone.to_offset(at));
        self.schedule.hours_on(wall.day).contains(wall.ns)
    }

    /// Working time from `from` to `to`; negative if `to` comes first.
    #[must_use]
    pub fn open_time_between(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        if to < from {
            return -self.open_time_between(to, from);
        }
        let stretches = Stretches::new(&self.zone, from, to);
        let open = |s: Stretch| self.schedule.open_between(s.wall_start(), s.wall_end());
        SignedDuration::from_nanos_i128(stretches.map(open).sum())
    }

    /// The earliest instant at which `duration` of working time has passed since `from`: the end of a span, not the
    /// start of the next, where it falls between. `from` itself if the duration is zero or less; none if so much
    /// does not pass within [`HORIZON`].
    #[must_use]
    pub fn add_open_time(&self, from: Timestamp, duration: SignedDuration) -> Option<Timestamp> {
        self.add_open_time_until(from, duration, horizon(from))
    }

    /// The same, none if it is after `until`.
    pub(crate) fn add_open_time_until(
        &self,
        from: Timestamp,
        duration: SignedDuration,
        until: Timestamp,
    ) -> Option<Timestamp> {
        let mut need_ns = duration.as_nanos();
        if need_ns <= 0 {
            return Some(from);
        }
        for stretch in Stretches::new(&self.zone, from, until) {
            let (start, end) = (stretch.wall_start(), stretch.wall_end());
            if let Some(reached) = self.schedule.reach(start, end, need_ns) {
                return Some(reached.instant(stretch.offset));
            }
            need_ns -= self.schedule.open_between(start, end);
        }
        None
    }

    /// The first instant, not before `at`, at which the office is open: `at` itself if it is open then; none if it
    /// does not open within [`HORIZON`].
    #[must_use]
    pub fn next_opening(&self, at: Timestamp) -> Option<Timestamp> {
        let first = crate::intervals::pieces(&self.schedule, &self.zone, at, horizon(at)).next()?;
        Some(first.start)
    }

    /// The times at which the office is open between two instants, earliest first, cut off at both; none if `to` is
    /// not after `from`. Spans that touch, at midnight or where the clock changes, are one.
    ///
    /// ```
    /// use calendar::{BusinessHours, Week};
    /// use jiff::Timestamp;
    ///
    /// // In Berlin, the clock goes from 02:00 to 03:00 on 29 March 2026.
    /// let week = Week::closed().with(jiff::civil::Weekday::Sunday, "01:00-05:00".parse()?);
    /// let night = BusinessHours::new("Europe/Berlin", week, vec![])?;
    /// let from: Timestamp = "2026-03-28T00:00Z".parse().unwrap();
    /// let to: Timestamp = "2026-03-30T00:00Z".parse().unwrap();
    /// let open: Vec<_> = night.spans_between(from, to).collect();
    /// assert_eq!(open.len(), 1);
    /// assert_eq!(open[0].start.to_string(), "2026-03-29T00:00:00Z");
    /// assert_eq!(open[0].end.to_string(), "2026-03-29T03:00:00Z");
    /// # Ok::<(), calendar::Error>(())
    /// ```
    pub fn spans_between(&self, from: Timestamp, to: Timestamp) -> OpenIntervals<'_> {
        OpenIntervals::new(&self.schedule, &self.zone, from, to)
    }
}

/// The instant up to which open time is searched.
fn horizon(from: Timestamp) -> Timestamp {
    from.checked_add(HORIZON).unwrap_or(Timestamp::MAX)
}
