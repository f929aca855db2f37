//! Hours as people write them: `"mon-fri 09:00-17:00, sat 10:00-14:00"`; holidays and a zone make them a calendar with dates.

use calendar::{BusinessHours, Holiday, HolidayDate, Hours as DayHours, OpenSpan, Week};
use jiff::civil::{Date, Weekday};

use super::At;
use crate::place::Mistake;
use crate::scenario::Hours;
use crate::scenario::json::Mistakes;
use crate::timetable::{DAY_S, WeekHours};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A text of hours, or a table with hours, zone and holidays.
pub(super) fn calendar(at: &At<'_>, id: &str, mistakes: &mut Mistakes) -> Option<Hours> {
    if !at.value.is_object() {
        return week(at, id, mistakes).map(Hours::Week);
    }
    at.know(&["hours", "zone", "holidays"], mistakes);
    let hours = week(&at.need("hours", mistakes)?, id, mistakes)?;
    if at.get("zone").is_none() && at.get("holidays").is_none() {
        return Some(Hours::Week(hours));
    }
    let zone = at.text_of("zone", mistakes)?;
    let mut holidays = Vec::new();
    for holiday in at.get("holidays").map_or_else(Vec::new, |list| list.items(mistakes)) {
        let text = holiday.text(mistakes)?;
        let Ok(date) = text.parse::<Date>() else {
            let found = text.into_owned();
            mistakes.note(holiday.place(), Mistake::Type { wanted: "a date such as 2026-12-24", found });
            return None;
        };
        holidays.push(Holiday::closed(text, HolidayDate::On(date)));
    }
    let mut days = Week::closed();
    for (day, weekday) in [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ]
    .into_iter()
    .enumerate()
    {
        let midnight = day as f64 * DAY_S;
        let minutes = |at: f64| ((at - midnight) / 60.0).clamp(0.0, 1440.0).round() as u16;
        let of_day = hours.spans().iter().filter(|(from, to)| *from < midnight + DAY_S && *to > midnight);
        let spans: Result<Vec<OpenSpan>, _> =
            of_day.map(|(from, to)| OpenSpan::from_minutes(minutes(*from), minutes(*to))).collect();
        match spans.and_then(DayHours::new) {
            Ok(hours) => days = days.with(weekday, hours),
            Err(error) => return refused(at, id, &error, mistakes),
        }
    }
    match BusinessHours::new(&zone, days, holidays) {
        Ok(hours) => Some(Hours::Business(Box::new(hours))),
        Err(error) => refused(at, id, &error, mistakes),
    }
}

fn refused<T>(at: &At<'_>, id: &str, error: &calendar::Error, mistakes: &mut Mistakes) -> Option<T> {
    let why = format!("calendar {id}: {error}");
    mistakes.note(at.place(), Mistake::Syntax { format: "a calendar", why });
    None
}

fn week(at: &At<'_>, id: &str, mistakes: &mut Mistakes) -> Option<WeekHours> {
    let spans = spans(at, mistakes)?;
    let made = WeekHours::new(spans);
    made.map_err(|why| mistakes.note(at.place(), Mistake::Hours { name: id.to_owned(), why })).ok()
}

/// Rates: a list of tables with hours and cases an hour.
pub(super) fn rates(at: &At<'_>, mistakes: &mut Mistakes) -> Option<Vec<(f64, f64, f64)>> {
    let mut found = Vec::new();
    for rate in at.items(mistakes) {
        rate.know(&["hours", "per_hour"], mistakes);
        let stated = rate.need("hours", mistakes)?;
        let hours = week(&stated, "rates", mistakes)?;
        let per_hour = rate.need("per_hour", mistakes)?;
        let per_hour = per_hour.within((0.0, 1e9), "the rate", "from 0 to 1,000,000,000", mistakes)?;
        found.extend(hours.spans().iter().map(|(from, to)| (*from, *to, per_hour)));
    }
    Some(found)
}

fn spans(at: &At<'_>, mistakes: &mut Mistakes) -> Option<Vec<(usize, usize, f64, f64)>> {
    let text = at.text(mistakes)?.to_lowercase();
    if text.trim() == "always" {
        return Some(vec![(0, 6, 0.0, DAY_S)]);
    }
    let mut found = Vec::new();
    let mut days = (0, 6);
    for part in text.split(',') {
        for word in part.split_whitespace() {
            let ends = word.split_once('-').unwrap_or((word, word));
            if let (Some(first), Some(last)) = (day(ends.0), day(ends.1)) {
                days = (first, last);
            } else if let (Some(from), Some(to)) = (clock(ends.0), clock(ends.1)) {
                found.push((days.0, days.1, from, to));
            } else {
                let wanted = "hours such as \"mon-fri 09:00-17:00, sat 10:00-14:00\"";
                let found = format!("\"{}\"", word.chars().take(40).collect::<String>());
                mistakes.note(at.place(), Mistake::Type { wanted, found });
                return None;
            }
        }
    }
    Some(found)
}

fn day(word: &str) -> Option<usize> {
    DAYS.iter().position(|day| *day == word)
}

fn clock(word: &str) -> Option<f64> {
    let (hours, minutes) = word.split_once(':')?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 24 && minutes < 60).then(|| f64::from(hours * 3600 + minutes * 60))
}
