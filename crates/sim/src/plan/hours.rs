//! Calendars of a scenario as timetables that count from the start of the simulation.

use jiff::{SignedDuration, Timestamp, Zoned};

use calendar::BusinessHours;

use crate::scenario::{Calendar, Hours};
use crate::timetable::{Availability, Timetable, WEEK_S};

/// How far a calendar with holidays is worked out: 20 years, after which it repeats.
const WEEKS_AHEAD: i64 = 20 * 52;

/// Seconds from Monday, midnight, on the clock at `start`.
pub(super) fn into_week(start: &Zoned) -> f64 {
    let day = i32::from(start.weekday().to_monday_zero_offset());
    let time = start.time();
    let seconds = i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60 + i32::from(time.second());
    f64::from(day * 86_400 + seconds) + f64::from(time.subsec_nanosecond()) / 1e9
}

/// The calendar as it counts from `start`; none where it never opens.
pub(super) fn availability(calendar: &Calendar, start: &Zoned) -> Option<Availability> {
    match &calendar.hours {
        Hours::Week(hours) if hours.is_always() => Some(Availability::Always),
        Hours::Week(hours) => hours.timetable(into_week(start)).map(Availability::Hours),
        Hours::Fuzzy(hours) => {
            hours.check().ok().map(|()| Availability::Fuzzy(hours.timetable(into_week(start))))
        }
        Hours::Business(hours) => business(hours, start.timestamp()),
    }
}

fn business(hours: &BusinessHours, start: Timestamp) -> Option<Availability> {
    let horizon = SignedDuration::from_hours(WEEKS_AHEAD * 7 * 24);
    let end = start.checked_add(horizon).ok()?;
    let since = |at: Timestamp| at.duration_since(start).as_secs_f64();
    let spans: Vec<(f64, f64)> =
        hours.spans_between(start, end).map(|open| (since(open.start), since(open.end))).collect();
    let period = WEEKS_AHEAD as f64 * WEEK_S;
    if spans == [(0.0, period)] {
        return Some(Availability::Always);
    }
    Timetable::new(period, 0.0, &spans).map(Availability::Hours)
}
