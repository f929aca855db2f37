//! Makes up calendars and histories, the same for the same seed.

use calendar::{ClockEvent, Holiday, HolidayDate, Hours, OpenSpan, Week};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng;

/// Zones whose clocks do unusual things, and some that do not.
pub const ZONES: &[&str] = &[
    "UTC",
    "Europe/Sofia",
    "Europe/Warsaw",
    "Europe/London",
    "Europe/Dublin", // Winter time is its daylight saving, with a negative offset.
    "Europe/Moscow", // Changed its standard time in 2011 and 2014.
    "America/New_York",
    "America/Los_Angeles",
    "America/St_Johns",  // Half an hour off; changed at 00:01 until 2011.
    "America/Sao_Paulo", // Changed at midnight until 2019.
    "America/Havana",    // Back at 01:00, forward at midnight.
    "America/Caracas",   // Half an hour back in 2007, and forward in 2016.
    "Africa/Cairo",      // Changes at midnight, on and off.
    "Africa/Casablanca", // Four changes a year, around Ramadan.
    "Asia/Beirut",       // Changes at midnight.
    "Asia/Tehran",       // Half an hour off; changed at midnight until 2022.
    "Asia/Kathmandu",    // +5:45.
    "Asia/Pyongyang",    // Half an hour back in 2015, and forward in 2018.
    "Asia/Shanghai",
    "Asia/Gaza",           // Changes on irregular dates.
    "Australia/Lord_Howe", // Daylight saving of half an hour.
    "Australia/Adelaide",
    "Pacific/Chatham",   // +12:45, changes at 02:45.
    "Pacific/Apia",      // Left out 30 December 2011.
    "Pacific/Kwajalein", // Left out 21 August 1993.
    "Antarctica/Troll",  // Daylight saving of two hours.
];

/// A calendar, a time to look at, and what happens to a clock in it.
#[derive(Debug)]
pub struct History {
    pub zone: &'static str,
    pub week: Week,
    pub holidays: Vec<Holiday>,
    pub start: Timestamp,
    pub minutes: usize,
    /// Target of the clock in minutes, a multiple of 20, so that every warning falls on a minute.
    pub target: usize,
    pub warning_percent: usize,
    /// Minute and event, in order of time.
    pub events: Vec<(usize, ClockEvent)>,
    /// Minutes to ask at.
    pub asked: Vec<usize>,
}

/// The history with a number.
pub fn history(seed: u64) -> History {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    let zone = ZONES[random.random_range(0..ZONES.len())];
    // Mostly some days; now and then weeks, which a calendar may skip as a whole.
    let days = if random.random_range(0..10) == 0 { 13..=42_usize } else { 1..=12 };
    let minutes = random.random_range(days) * 1_440;
    let start = start(&mut random, zone, minutes);
    let week = week(&mut random);
    let holidays = holidays(&mut random, start);
    let target = random.random_range(1..=120) * 20;
    let warning_percent = [5, 50, 75, 80, 90, 100][random.random_range(0..6_usize)];
    let events = events(&mut random, minutes);
    let mut asked: Vec<usize> = (0..6).map(|_| random.random_range(0..minutes)).collect();
    asked.extend(events.iter().flat_map(|(minute, _)| [*minute, minute + 1]).filter(|m| *m < minutes));
    asked.sort_unstable();
    asked.dedup();
    History { zone, week, holidays, start, minutes, target, warning_percent, events, asked }
}

/// A whole minute; two times in three some days ahead of a change of the clock.
fn start(random: &mut Xoshiro256PlusPlus, zone: &str, minutes: usize) -> Timestamp {
    let from_s = -157_766_400; // 1965, from when on all offsets of these zones are whole minutes.
    let anywhere = Timestamp::from_second(random.random_range(from_s / 60..2_240_524_800 / 60) * 60);
    let anywhere = anywhere.expect("before 2041");
    let zone = TimeZone::get(zone).expect("a zone of the database");
    match zone.following(anywhere).next() {
        Some(change) if random.random_range(0..3) > 0 => {
            change.timestamp() - SignedDuration::from_mins(random.random_range(0..minutes as i64))
        }
        _ => anywhere,
    }
}

fn week(random: &mut Xoshiro256PlusPlus) -> Week {
    match random.random_range(0..10) {
        0 => Week::always_open(),
        1..=3 => Week::working_days(&hours(random)),
        _ => Weekday::Monday
            .cycle_forward()
            .take(7)
            .fold(Week::closed(), |week, day| week.with(day, hours(random))),
    }
}

/// None to four spans, at round or at any minutes; often touching midnight.
fn hours(random: &mut Xoshiro256PlusPlus) -> Hours {
    let step = [1, 15, 30, 60][random.random_range(0..4_usize)];
    let mut cuts: Vec<u16> =
        (0..random.random_range(0..=8)).map(|_| random.random_range(0..=1_440 / step) * step).collect();
    if random.random_range(0..4) == 0 {
        cuts.extend([0, 1_440]);
    }
    cuts.sort_unstable();
    cuts.dedup();
    let spans = cuts.chunks_exact(2).map(|pair| OpenSpan::from_minutes(pair[0], pair[1]).expect("in order"));
    Hours::new(spans.collect()).expect("cuts are in order")
}

/// A few holidays of each kind near `start`, no two of a kind on the same day.
fn holidays(random: &mut Xoshiro256PlusPlus, start: Timestamp) -> Vec<Holiday> {
    let first = start.to_zoned(TimeZone::UTC).date();
    let date = |random: &mut Xoshiro256PlusPlus| -> Date { first + random.random_range(-2_i32..14).days() };
    let mut dates: Vec<HolidayDate> = Vec::new();
    for _ in 0..random.random_range(0..4) {
        dates.push(HolidayDate::On(date(random)));
    }
    if random.random_range(0..3) == 0 {
        let first = date(random);
        let last = first + random.random_range(0_i32..6).days();
        dates.push(HolidayDate::Through(first, last));
        let next = last + 1.day();
        if random.random() {
            dates.push(HolidayDate::Through(next, next));
        }
    }
    for _ in 0..random.random_range(0..3) {
        let date = date(random);
        dates.push(HolidayDate::Yearly { month: date.month(), day: date.day() });
    }
    let mut seen = std::collections::HashSet::new();
    dates.retain(|date| seen.insert(*date));
    let hours =
        |random: &mut Xoshiro256PlusPlus| if random.random() { Hours::closed() } else { hours(random) };
    dates.into_iter().map(|date| Holiday::with_hours("Holiday", date, hours(random))).collect()
}

/// Up to a dozen events, those that may not happen among them.
fn events(random: &mut Xoshiro256PlusPlus, minutes: usize) -> Vec<(usize, ClockEvent)> {
    let count = random.random_range(0..=12);
    let mut times: Vec<usize> = (0..count).map(|_| random.random_range(0..minutes)).collect();
    times.sort_unstable();
    if count > 1 && random.random_range(0..4) == 0 {
        times[1] = times[0];
    }
    let event = |random: &mut Xoshiro256PlusPlus| match random.random_range(0..16) {
        0..=4 => ClockEvent::Paused,
        5..=9 => ClockEvent::Resumed,
        10 | 11 => ClockEvent::Stopped,
        12 => ClockEvent::Restarted,
        13 => ClockEvent::Started,
        _ => ClockEvent::TargetChanged(SignedDuration::from_mins(random.random_range(1..=120) * 20)),
    };
    let mut events: Vec<_> = times.into_iter().map(|minute| (minute, event(random))).collect();
    // Nearly all clocks are started before anything else.
    if let Some(first) = events.first_mut().filter(|_| random.random_range(0..20) > 0) {
        first.1 = ClockEvent::Started;
    }
    events
}
