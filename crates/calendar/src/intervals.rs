//! Open times as intervals of instants.

use crate::schedule::Schedule;
use crate::wall::{Stretch, Stretches, Wall};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::fmt;
use std::iter::Peekable;

/// A time without a break in which the office is open: from `start` up to, not including, `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OpenInterval {
    /// First instant that is open.
    pub start: Timestamp,
    /// First instant after it that is closed, or at which the search ended.
    pub end: Timestamp,
}

impl OpenInterval {
    /// How long it is.
    #[must_use]
    pub fn duration(&self) -> SignedDuration {
        self.end.duration_since(self.start)
    }
}

/// Open intervals, earliest first, with time between them; made by
/// [`BusinessHours::spans_between`](crate::BusinessHours::spans_between).
pub struct OpenIntervals<'a> {
    pieces: Peekable<Box<dyn Iterator<Item = OpenInterval> + 'a>>,
}

impl<'a> OpenIntervals<'a> {
    pub(crate) fn new(schedule: &'a Schedule, zone: &'a TimeZone, from: Timestamp, to: Timestamp) -> Self {
        let pieces: Box<dyn Iterator<Item = _> + 'a> = Box::new(pieces(schedule, zone, from, to));
        Self { pieces: pieces.peekable() }
    }
}

impl Iterator for OpenIntervals<'_> {
    type Item = OpenInterval;

    fn next(&mut self) -> Option<OpenInterval> {
        let mut whole = self.pieces.next()?;
        while let Some(piece) = self.pieces.next_if(|piece| piece.start == whole.end) {
            whole.end = piece.end;
        }
        Some(whole)
    }
}

impl fmt::Debug for OpenIntervals<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("OpenIntervals").finish_non_exhaustive()
    }
}

/// Every span of every day, cut at the ends of stretches: those that touch are not yet one.
pub(crate) fn pieces<'a>(
    schedule: &'a Schedule,
    zone: &'a TimeZone,
    from: Timestamp,
    to: Timestamp,
) -> impl Iterator<Item = OpenInterval> + 'a {
    Stretches::new(zone, from, to).flat_map(move |stretch| {
        let (start, end) = (stretch.wall_start(), stretch.wall_end());
        (start.day..=end.day).flat_map(move |day| on_day(schedule, day, stretch, start, end))
    })
}

fn on_day(
    schedule: &Schedule,
    day: i32,
    stretch: Stretch,
    start: Wall,
    end: Wall,
) -> impl Iterator<Item = OpenInterval> + '_ {
    schedule.hours_on(day).spans().iter().filter_map(move |span| {
        let first = start.max(Wall { day, ns: span.start_ns() });
        let last = end.min(Wall { day, ns: span.end_ns() });
        (first < last)
            .then(|| OpenInterval { start: first.instant(stretch.offset), end: last.instant(stretch.offset) })
    })
}
