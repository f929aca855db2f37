//! Tasks of several cases done together: when a batch is begun, how it is worked, how long it takes.

use crate::timetable::DAY_S;

/// How tasks of several cases are done together.
#[derive(Debug, Clone, PartialEq)]
pub struct Batching {
    /// How a batch is worked.
    pub kind: BatchKind,
    /// How likely a task is done alone, without waiting for others.
    pub alone: f64,
    /// Of a batch of at least so many tasks: the share of its usual time that each takes. In rising order.
    pub scale: Vec<(u32, f64)>,
    /// When it is begun: any of these.
    pub firing: Vec<Firing>,
    /// Sizes with their cumulated shares, where the size alone begins a batch: drawn anew for each.
    pub sizes: Vec<(u32, f64)>,
}

/// How a batch is worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchKind {
    /// One after the other by the same resource.
    Sequential,
    /// All at once, going from one to the other: all begin together, and end when the sum of their times is over.
    Concurrent,
    /// All together: one draw, times the number of tasks.
    Parallel,
}

/// Conditions that begin a batch when all hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Firing {
    /// At least so many tasks.
    pub size_from: u32,
    /// At most so many in one batch.
    pub size_to: u32,
    /// So long since the last task came, in seconds.
    pub since_last: (f64, f64),
    /// So long since the first task came, in seconds.
    pub since_first: (f64, f64),
    /// A time of day, in seconds from midnight.
    pub time_of_day: (f64, f64),
    /// A day of the week, Monday as 0.
    pub day: Option<u32>,
}

impl Default for Firing {
    fn default() -> Self {
        let any = (0.0, f64::INFINITY);
        Self {
            size_from: 2,
            size_to: u32::MAX,
            since_last: any,
            since_first: any,
            time_of_day: (0.0, DAY_S),
            day: None,
        }
    }
}

impl Firing {
    /// The first instant from `now` on at which the batch is begun if no other task comes: `first` and `last` are when its
    /// first and last task came, `into_week` maps an instant to seconds from Monday, midnight. A bound above without one
    /// below (less than an hour since the last) means that the batch is begun as late as it allows.
    #[must_use]
    pub fn next(
        &self,
        size: u32,
        first: f64,
        last: f64,
        now: f64,
        into_week: impl Fn(f64) -> f64,
    ) -> Option<f64> {
        if size < self.size_from {
            return None;
        }
        let due = |(from, to): (f64, f64), since: f64| match (from > 0.0, to.is_finite()) {
            (true, _) => since + from,
            (false, true) => since + to,
            (false, false) => now,
        };
        let earliest = now.max(due(self.since_last, last)).max(due(self.since_first, first));
        Some(self.on_the_clock(earliest, into_week(earliest)))
    }

    /// The first instant from `at` on whose day and time fit; `position` is where it lies in the week.
    fn on_the_clock(&self, at: f64, position: f64) -> f64 {
        let (from, to) = self.time_of_day;
        let midnight = (position / DAY_S).floor();
        (0..8)
            .filter_map(|ahead| {
                let day = midnight + f64::from(ahead);
                let fits = self.day.is_none_or(|wanted| (day as u32) % 7 == wanted);
                let opens = (day * DAY_S + from).max(position);
                (fits && opens < day * DAY_S + to).then_some(at + (opens - position))
            })
            .next()
            .unwrap_or(at)
    }
}

impl Batching {
    /// The share of its usual time that a task takes in a batch of `size`.
    #[must_use]
    pub fn scale_of(&self, size: u32) -> f64 {
        let nearest = self.scale.iter().min_by_key(|(at, _)| at.abs_diff(size));
        if size <= 1 { 1.0 } else { nearest.map_or(1.0, |(_, scale)| *scale) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_begins_when_all_conditions_hold() {
        let week = |at: f64| at;
        let waits = Firing { size_from: 1, since_last: (7200.0, 10_800.0), ..Firing::default() };
        assert_eq!(waits.next(1, 0.0, 100.0, 100.0, week), Some(7300.0));
        let size = Firing { size_from: 3, ..Firing::default() };
        assert_eq!(size.next(2, 0.0, 5.0, 5.0, week), None);
        assert_eq!(size.next(3, 0.0, 5.0, 5.0, week), Some(5.0));
        let late = Firing { since_first: (0.0, 600.0), ..Firing::default() };
        assert_eq!(late.next(2, 50.0, 60.0, 60.0, week), Some(650.0));
        let friday_at_ten = Firing { day: Some(4), time_of_day: (36_000.0, DAY_S), ..Firing::default() };
        assert_eq!(friday_at_ten.next(2, 0.0, 0.0, 0.0, week), Some(4.0 * DAY_S + 36_000.0));
        let at = 5.0 * DAY_S;
        assert_eq!(friday_at_ten.next(2, 0.0, 0.0, at, week), Some(11.0 * DAY_S + 36_000.0));
        let before_two = Firing { time_of_day: (0.0, 7200.0), ..Firing::default() };
        assert_eq!(before_two.next(2, 0.0, 0.0, 7200.0, week), Some(DAY_S));
    }

    #[test]
    fn the_nearest_size_scales() {
        let batching = Batching {
            kind: BatchKind::Parallel,
            alone: 0.0,
            scale: vec![(1, 1.0), (3, 0.8)],
            firing: vec![],
            sizes: vec![],
        };
        assert_eq!([1, 2, 3, 9].map(|size| batching.scale_of(size)), [1.0, 1.0, 0.8, 0.8]);
    }
}
