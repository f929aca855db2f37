//! When people order: by season, day of the week and hour.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use rand::distr::Distribution;
use rand::distr::weighted::WeightedIndex;
use rand::{Rng, RngExt};

use crate::stamp::{DAY_S, seconds_of};

const FIRST_DAY: Date = date(2024, 7, 1);
/// The day of the export: nothing later is known.
const EXPORT_DAY: Date = date(2026, 1, 1);
/// How busy each month is, January first; people move house in spring.
const SEASON: [f64; 12] = [0.8, 0.8, 0.9, 1.0, 1.1, 1.0, 0.9, 0.8, 1.0, 1.0, 1.4, 1.9];
/// How busy each hour is, in UTC.
const HOURS: [u8; 24] = [2, 1, 1, 1, 1, 2, 4, 6, 8, 9, 10, 11, 11, 10, 9, 9, 9, 10, 12, 14, 15, 13, 9, 5];

/// The instant of the export, in seconds from the epoch.
pub(super) fn exported_at() -> i64 {
    seconds_of(EXPORT_DAY)
}

/// Whether the instant `seconds` from the epoch falls into a December.
pub(super) fn is_december(seconds: i64) -> bool {
    [2024, 2025]
        .into_iter()
        .any(|year| (seconds_of(date(year, 12, 1))..seconds_of(date(year + 1, 1, 1))).contains(&seconds))
}

/// The instants of `orders` orders, in seconds from the epoch, in ascending order.
pub(super) fn instants(orders: usize, rng: &mut impl Rng) -> Vec<i64> {
    let days: Vec<Date> = FIRST_DAY.series(1.day()).take_while(|day| *day < EXPORT_DAY).collect();
    // The weights are constants and positive, so neither table can fail to build.
    let (Ok(day), Ok(hour)) =
        (WeightedIndex::new(days.iter().copied().map(how_busy)), WeightedIndex::new(HOURS))
    else {
        return Vec::new();
    };
    let mut instants: Vec<i64> = (0..orders)
        .map(|_| {
            let hour = hour.sample(rng) as i64;
            seconds_of(FIRST_DAY) + day.sample(rng) as i64 * DAY_S + hour * 3600 + rng.random_range(0..3600)
        })
        .collect();
    instants.sort_unstable();
    instants
}

fn how_busy(day: Date) -> f64 {
    let week = match day.weekday() {
        Weekday::Sunday => 1.3,
        Weekday::Saturday => 0.8,
        _ => 1.0,
    };
    SEASON[day.month() as usize - 1] * week
}
