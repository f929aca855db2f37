//! Calendars of resources: weekly hours, or chances by granule.

use super::At;
use crate::place::{Mistake, Place};
use crate::scenario::json::Mistakes;
use crate::scenario::{Calendar, Hours};
use crate::timetable::{DAY_S, FuzzyHours, InvalidHours, WeekHours};

const DAYS: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/// Calendars by identifier.
pub(super) struct Calendars {
    pub list: Vec<Calendar>,
}

impl Calendars {
    pub fn read(root: &At<'_>, mistakes: &mut Mistakes) -> Self {
        let mut calendars = Self { list: Vec::new() };
        let Some(stated) = root.need("resource_calendars", mistakes) else { return calendars };
        let is_fuzzy = root.get("model_type").is_some_and(|kind| kind.value == "FUZZY");
        if stated.value.is_object() {
            for (id, periods) in stated.members(mistakes) {
                if let Some(hours) = week(&periods, id, mistakes) {
                    calendars.list.push(Calendar {
                        id: id.to_owned(),
                        hours: Hours::Week(hours),
                        place: periods.place(),
                    });
                }
            }
            return calendars;
        }
        for calendar in stated.items(mistakes) {
            let Some(id) = calendar.text_of("id", mistakes) else { continue };
            let hours = if is_fuzzy {
                fuzzy(root, &calendar, &id, mistakes).map(Hours::Fuzzy)
            } else {
                let Some(periods) = calendar.need("time_periods", mistakes) else { continue };
                week(&periods, &id, mistakes).map(Hours::Week)
            };
            if let Some(hours) = hours {
                calendars.list.push(Calendar { id: id.into_owned(), hours, place: calendar.place() });
            }
        }
        calendars
    }

    pub fn find(&self, id: &str) -> Option<usize> {
        self.list.iter().position(|calendar| calendar.id == id)
    }

    pub fn add(&mut self, calendar: Calendar) -> usize {
        self.list.push(calendar);
        self.list.len() - 1
    }
}

/// Weekly hours from periods.
pub(super) fn week(periods: &At<'_>, name: &str, mistakes: &mut Mistakes) -> Option<WeekHours> {
    let before = mistakes.0.len();
    let spans: Vec<_> = periods.items(mistakes).iter().filter_map(|period| span(period, mistakes)).collect();
    if mistakes.0.len() > before {
        return None;
    }
    let hours = WeekHours::new(spans);
    hours.map_err(|why| mistakes.note(periods.place(), Mistake::Hours { name: name.to_owned(), why })).ok()
}

/// First day, last day, begin and end in seconds from midnight.
pub(super) fn span(period: &At<'_>, mistakes: &mut Mistakes) -> Option<(usize, usize, f64, f64)> {
    let day = |key: &str, mistakes: &mut Mistakes| {
        let at = period.need(key, mistakes)?;
        let text = at.text(mistakes)?;
        let found = DAYS.iter().position(|day| day.eq_ignore_ascii_case(text.trim()));
        if found.is_none() {
            let word = text.into_owned();
            let known = "MONDAY to SUNDAY";
            mistakes.note(at.place(), Mistake::Word { word, what: "day of the week", known });
        }
        found
    };
    let time = |key: &str, mistakes: &mut Mistakes| {
        let at = period.need(key, mistakes)?;
        let text = at.text(mistakes)?;
        let found = seconds(&text);
        if found.is_none() {
            let found = text.into_owned();
            mistakes.note(at.place(), Mistake::Type { wanted: "a time of day such as 09:00:00", found });
        }
        found
    };
    let (first, last) = (day("from", mistakes), day("to", mistakes));
    let (begin, end) = (time("beginTime", mistakes), time("endTime", mistakes));
    let (begin, end) = (begin?, end?);
    // Midnight at the end of a day is written as that of its beginning.
    let end = if end == 0.0 && begin > 0.0 { DAY_S } else { end };
    if begin > end {
        let why = InvalidHours::Span { from_s: begin, to_s: end };
        mistakes.note(period.place(), Mistake::Hours { name: "period".into(), why });
        return None;
    }
    Some((first?, last?, begin, end))
}

/// Seconds from midnight of `09:00`, `09:00:00` or `09:00:00.000`.
fn seconds(text: &str) -> Option<f64> {
    let mut parts = text.trim().split(':');
    let (hours, minutes) = (parts.next()?.parse::<u32>().ok()?, parts.next()?.parse::<u32>().ok()?);
    let seconds: f64 = parts.next().map_or(Some(0.0), |text| text.parse().ok())?;
    let is_time = hours <= 24 && minutes < 60 && (0.0..60.0).contains(&seconds) && parts.next().is_none();
    let at = f64::from(hours * 3600 + minutes * 60) + seconds;
    (is_time && at <= DAY_S).then_some(at)
}

fn fuzzy(root: &At<'_>, calendar: &At<'_>, id: &str, mistakes: &mut Mistakes) -> Option<FuzzyHours> {
    let granule = root.need("granule_size", mistakes)?;
    let value = granule.need("value", mistakes)?.number(mistakes)?;
    let unit = granule.text_of("time_unit", mistakes)?;
    let unit_s = match unit.to_uppercase().as_str() {
        "SECONDS" => 1.0,
        "MINUTES" => 60.0,
        "HOURS" => 3600.0,
        _ => {
            let known = "SECONDS, MINUTES, HOURS";
            mistakes.note(
                granule.place(),
                Mistake::Word { word: unit.into_owned(), what: "unit of time", known },
            );
            return None;
        }
    };
    let note = |place: Place, why: InvalidHours, mistakes: &mut Mistakes| {
        mistakes.note(place, Mistake::Hours { name: id.to_owned(), why });
    };
    let made = FuzzyHours::new(value * unit_s);
    let mut hours = made.map_err(|why| note(granule.place(), why, mistakes)).ok()?;
    for key in ["time_periods", "workload_ratio"] {
        let Some(periods) = calendar.get(key) else { continue };
        for period in periods.items(mistakes) {
            let Some((first, last, begin, end)) = span(&period, mistakes) else { continue };
            let end = if end >= DAY_S - 1.0 { DAY_S } else { end };
            let chance = period.get("probability").and_then(|chance| chance.number(mistakes)).unwrap_or(0.0);
            let days = if last >= first { last - first } else { last + 7 - first };
            for day in (first..=first + days).map(|day| (day % 7) as f64 * DAY_S) {
                if let Err(why) = hours.add(day + begin, day + end, chance) {
                    note(period.place(), why, mistakes);
                    break;
                }
            }
        }
    }
    hours.check().map_err(|why| note(calendar.place(), why, mistakes)).ok()?;
    Some(hours)
}
