//! When somebody works: open spans that repeat, with sums ready, and availability by chance.

mod fuzzy;
mod week;

pub use fuzzy::{FuzzyHours, MAX_GRANULES};
pub(crate) use week::DAY_S;
pub use week::{InvalidHours, MAX_SPANS, WEEK_S, WeekHours};

pub(crate) use fuzzy::FuzzyTimetable;

/// Instants closer than this are one: sums of binary fractions land beside an opening, not on it. A microsecond.
const SLACK_S: f64 = 1e-6;

/// Open spans within one period, in seconds from its beginning, with the open time before each.
///
/// Time runs from zero, the start of the simulation, which lies `offset` seconds into a period.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Timetable {
    period_s: f64,
    offset_s: f64,
    spans: Vec<Span>,
    /// Open seconds of a whole period.
    open_s: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Span {
    start: f64,
    end: f64,
    /// Open seconds of the period before `start`.
    before: f64,
}

impl Timetable {
    /// A timetable of spans `(start, end)`, in order and apart; none where nothing is ever open.
    pub fn new(period_s: f64, offset_s: f64, spans: &[(f64, f64)]) -> Option<Self> {
        let mut open_s = 0.0;
        let spans: Vec<Span> = spans
            .iter()
            .filter(|(start, end)| end - start > SLACK_S)
            .map(|&(start, end)| {
                let span = Span { start, end, before: open_s };
                open_s += end - start;
                span
            })
            .collect();
        (!spans.is_empty()).then_some(Self {
            period_s,
            offset_s: offset_s.rem_euclid(period_s),
            spans,
            open_s,
        })
    }

    /// Position in the period, and the beginning of that period in time.
    fn place(&self, at: f64) -> (f64, f64) {
        let since = at + self.offset_s;
        let begin = (since / self.period_s).floor() * self.period_s;
        (since - begin, begin - self.offset_s)
    }

    /// The first span that ends after `position`.
    fn span_from(&self, position: f64) -> Option<&Span> {
        self.spans.get(self.spans.partition_point(|span| span.end - SLACK_S <= position))
    }

    /// The first open instant at or after `at`.
    pub fn next_open(&self, at: f64) -> f64 {
        let (position, begin) = self.place(at);
        match self.span_from(position) {
            Some(span) if span.start - SLACK_S <= position => at,
            Some(span) => begin + span.start,
            None => {
                let first = &self.spans[0];
                begin + self.period_s + first.start
            }
        }
    }

    /// When work of `work_s` seconds that starts at `at` is done.
    pub fn done(&self, at: f64, work_s: f64) -> f64 {
        let (position, _) = self.place(at);
        if let Some(span) = self.span_from(position)
            && span.start - SLACK_S <= position
            && position + work_s <= span.end
        {
            return at + work_s;
        }
        if work_s <= 0.0 {
            return at;
        }
        let wanted = self.open_until(at) + work_s;
        let mut periods = (wanted / self.open_s).floor();
        let mut rest = wanted - periods * self.open_s;
        if rest <= SLACK_S {
            periods -= 1.0;
            rest += self.open_s;
        }
        let index = self.spans.partition_point(|span| span.before < rest - SLACK_S).max(1) - 1;
        let span = &self.spans[index];
        (periods * self.period_s + span.start + (rest - span.before) - self.offset_s).max(at)
    }

    /// Open seconds from the beginning of the first period to `at`.
    fn open_until(&self, at: f64) -> f64 {
        let (position, begin) = self.place(at);
        let whole = ((begin + self.offset_s) / self.period_s).round() * self.open_s;
        let within = match self.spans.partition_point(|span| span.start <= position) {
            0 => 0.0,
            after => {
                let span = &self.spans[after - 1];
                span.before + position.min(span.end) - span.start
            }
        };
        whole + within
    }

    /// Open seconds between two instants.
    pub fn open_between(&self, from: f64, to: f64) -> f64 {
        (self.open_until(to) - self.open_until(from)).max(0.0)
    }

    /// Calls `take` with each open span between two instants.
    pub fn spans_between(&self, from: f64, to: f64, mut take: impl FnMut(f64, f64)) {
        let mut at = self.next_open(from);
        while at < to {
            let (position, begin) = self.place(at);
            let Some(span) = self.span_from(position) else { return };
            let end = begin + span.end;
            take(at, end.min(to));
            at = self.next_open(end);
        }
    }
}

/// How one resource is there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Availability {
    Always,
    Hours(Timetable),
    Fuzzy(FuzzyTimetable),
}

impl Availability {
    /// The first instant at or after `at` when the resource is there.
    #[inline]
    pub fn next_open(&self, at: f64, salt: u64) -> f64 {
        match self {
            Self::Always => at,
            Self::Hours(timetable) => timetable.next_open(at),
            Self::Fuzzy(fuzzy) => fuzzy.next_open(at, salt),
        }
    }

    /// Whether the resource is there.
    #[inline]
    pub fn is_open(&self, at: f64, salt: u64) -> bool {
        matches!(self, Self::Always) || self.next_open(at, salt) <= at
    }

    /// When work of `work_s` seconds that starts at `at` is done.
    #[inline]
    pub fn done(&self, at: f64, work_s: f64, salt: u64) -> f64 {
        match self {
            Self::Always => at + work_s,
            Self::Hours(timetable) => timetable.done(at, work_s),
            Self::Fuzzy(fuzzy) => fuzzy.done(at, work_s, salt),
        }
    }

    /// Seconds of presence between two instants.
    pub fn open_between(&self, from: f64, to: f64, salt: u64) -> f64 {
        match self {
            Self::Always => (to - from).max(0.0),
            Self::Hours(timetable) => timetable.open_between(from, to),
            Self::Fuzzy(fuzzy) => fuzzy.open_between(from, to, salt),
        }
    }

    /// Calls `take` with each span of presence between two instants.
    pub fn spans_between(&self, from: f64, to: f64, salt: u64, mut take: impl FnMut(f64, f64)) {
        match self {
            Self::Always => take(from, to),
            Self::Hours(timetable) => timetable.spans_between(from, to, take),
            Self::Fuzzy(fuzzy) => fuzzy.spans_between(from, to, salt, take),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOUR: f64 = 3600.0;

    /// Monday to Friday, nine to five; time starts on Monday at nine.
    fn office() -> Timetable {
        let spans: Vec<(f64, f64)> = (0..5)
            .map(|day| f64::from(day) * 24.0)
            .map(|day| ((day + 9.0) * HOUR, (day + 17.0) * HOUR))
            .collect();
        Timetable::new(WEEK_S, 9.0 * HOUR, &spans).unwrap()
    }

    #[test]
    fn work_stops_at_five_and_goes_on_at_nine() {
        let office = office();
        assert_eq!(office.done(0.0, 8.0 * HOUR), 8.0 * HOUR);
        assert_eq!(office.done(0.0, 9.0 * HOUR), 25.0 * HOUR);
        assert_eq!(office.done(7.0 * HOUR, 41.0 * HOUR), 7.0 * 24.0 * HOUR + 8.0 * HOUR);
        assert_eq!(office.next_open(8.0 * HOUR), 24.0 * HOUR);
        assert_eq!(office.next_open(4.0 * 24.0 * HOUR + 8.0 * HOUR), 7.0 * 24.0 * HOUR);
        assert_eq!(office.open_between(0.0, 7.0 * 24.0 * HOUR), 40.0 * HOUR);
        let mut spans = Vec::new();
        office.spans_between(7.0 * HOUR, 25.0 * HOUR, |from, to| spans.push((from / HOUR, to / HOUR)));
        assert_eq!(spans, [(7.0, 8.0), (24.0, 25.0)]);
    }

    #[test]
    fn nothing_open_is_no_timetable() {
        assert_eq!(Timetable::new(WEEK_S, 0.0, &[]), None);
        assert_eq!(Timetable::new(WEEK_S, 0.0, &[(5.0, 5.0)]), None);
    }

    proptest! {
        /// Against a count second by second.
        #[test]
        fn answers_are_those_of_a_count(
            marks in prop::collection::btree_set(0..60u32, 2..8),
            offset in 0..60u32,
            at in 0..150u32,
            work in 1..90u32,
        ) {
            let marks: Vec<f64> = marks.into_iter().map(f64::from).collect();
            let spans: Vec<(f64, f64)> = marks.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
            let timetable = Timetable::new(60.0, f64::from(offset), &spans).unwrap();
            let open = |second: u32| {
                let position = f64::from((second + offset) % 60);
                spans.iter().any(|(from, to)| *from <= position && position < *to)
            };
            let next = (at..).find(|second| open(*second)).unwrap();
            prop_assert!((timetable.next_open(f64::from(at)) - f64::from(next)).abs() < 1e-6);
            let mut left = work;
            let mut second = at;
            while left > 0 {
                left -= u32::from(open(second));
                second += 1;
            }
            prop_assert!((timetable.done(f64::from(at), f64::from(work)) - f64::from(second)).abs() < 1e-6);
            let counted = (at..at + work).filter(|second| open(*second)).count() as f64;
            let between = timetable.open_between(f64::from(at), f64::from(at + work));
            prop_assert!((between - counted).abs() < 1e-6);
            let mut summed = 0.0;
            timetable.spans_between(f64::from(at), f64::from(at + work), |from, to| summed += to - from);
            prop_assert!((summed - counted).abs() < 1e-6);
        }
    }
}
