//! How cases come: by hour of the week, on the clock of the office.

use crate::rooms::processes::Course;
use calendar::BusinessHours;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use sim::WeekHours;

/// How cases came.
#[derive(Debug, Clone)]
pub struct ArrivalFigures {
    /// Monday, midnight, before the first case of the period.
    pub start: Zoned,
    /// How many came.
    pub n: u64,
    /// In how many weeks.
    pub weeks: f64,
    /// Cases an hour, by hour of the week.
    pub per_hour: Vec<f64>,
    /// Cases by weekday, from Monday.
    pub by_day: [u64; 7],
}

impl ArrivalFigures {
    /// Cases in a week, with their 95 % interval.
    #[must_use]
    pub fn per_week(&self) -> (f64, [f64; 2]) {
        let [low, high] = count_range(self.n);
        (self.n as f64 / self.weeks, [low / self.weeks, high / self.weeks])
    }
}

/// The 95 % interval of a count that comes by chance (Byar's approximation; Breslow & Day 1987, 2.3).
#[must_use]
pub fn count_range(n: u64) -> [f64; 2] {
    let bound = |n: f64, z: f64| n * (1.0 - 1.0 / (9.0 * n) + z / (3.0 * n.sqrt())).powi(3);
    let count = n as f64;
    [if n == 0 { 0.0 } else { bound(count, -1.96).max(0.0) }, bound(count + 1.0, 1.96)]
}

/// The arrivals of a period; none without cases.
pub fn of(courses: &[Course], zone: &str, (from, to): (Timestamp, Timestamp)) -> Option<ArrivalFigures> {
    let zone = TimeZone::get(zone).ok()?;
    let first = courses.iter().map(|course| course.opened_at).min()?.max(from);
    let weeks = (to.duration_since(first).as_secs_f64() / sim::WEEK_S).max(1.0);
    let mut counts = vec![0u64; 168];
    let mut by_day = [0u64; 7];
    for course in courses {
        let at = course.opened_at.to_zoned(zone.clone());
        let day = at.weekday().to_monday_zero_offset() as usize;
        counts[day * 24 + at.hour() as usize] += 1;
        by_day[day] += 1;
    }
    let start = first.to_zoned(zone).start_of_day().ok()?;
    let start = start.checked_sub(i64::from(start.weekday().to_monday_zero_offset()).days()).ok()?;
    Some(ArrivalFigures {
        start,
        n: courses.len() as u64,
        weeks,
        per_hour: counts.iter().map(|&count| count as f64 / weeks).collect(),
        by_day,
    })
}

/// The week of an office.
pub fn week(hours: &BusinessHours) -> WeekHours {
    let days = Weekday::Monday.cycle_forward().take(7).enumerate();
    let spans = days.flat_map(|(day, weekday)| {
        let seconds = |minute: u16| f64::from(minute) * 60.0;
        let of_day = hours.week().hours(weekday).spans().iter();
        of_day.map(move |span| (day, day, seconds(span.start_min()), seconds(span.end_min())))
    });
    WeekHours::new(spans).unwrap_or_else(|_| WeekHours::always())
}

/// Days on which an office that would be open is closed, for the years that a simulation runs through.
pub fn closed_days(hours: &BusinessHours, start: &Zoned) -> Vec<Date> {
    const DAYS: usize = 3 * 366;
    let days = std::iter::successors(Some(start.date()), |day| day.tomorrow().ok()).take(DAYS);
    days.filter(|&day| {
        hours.holiday_on(day).is_some_and(|holiday| holiday.hours.is_closed())
            && !hours.week().hours(day.weekday()).is_closed()
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Exact limits of Garwood (1936): 10 → 4.80 to 18.39; 0 → 0 to 3.69; 100 → 81.4 to 121.6.
    #[test]
    fn a_count_has_its_interval() {
        let near = |found: [f64; 2], wanted: [f64; 2]| {
            assert!((found[0] - wanted[0]).abs() < 0.05 && (found[1] - wanted[1]).abs() < 0.1, "{found:?}");
        };
        near(count_range(10), [4.80, 18.39]);
        near(count_range(100), [81.36, 121.63]);
        assert_eq!(count_range(0)[0], 0.0);
    }
}
