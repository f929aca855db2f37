//! The hours of one day: spans between two readings of the clock on the wall.

use crate::Error;
use std::fmt;
use std::str::FromStr;

/// The most spans that a day may have.
pub const MAX_SPANS_PER_DAY: usize = 48;

const MINUTES_PER_DAY: u16 = 24 * 60;
const NS_PER_MIN: i64 = 60_000_000_000;

/// From one reading of the clock on the wall up to, not including, another on the same day, in whole minutes.
///
/// Written `09:00-17:30`; the end of the day is `24:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OpenSpan {
    start_min: u16,
    end_min: u16,
}

impl OpenSpan {
    /// A span between two minutes of the day, each from 0 to 1,440.
    ///
    /// # Errors
    ///
    /// [`Error::Span`] if the end is not after the start, or lies beyond the day.
    pub fn from_minutes(start_min: u16, end_min: u16) -> Result<Self, Error> {
        if start_min < end_min && end_min <= MINUTES_PER_DAY {
            Ok(Self { start_min, end_min })
        } else {
            Err(Error::Span { text: format!("{}-{}", Clock(start_min), Clock(end_min)) })
        }
    }

    /// First minute of the day that is in the span.
    #[must_use]
    pub fn start_min(self) -> u16 {
        self.start_min
    }

    /// First minute after the span, at most 1,440.
    #[must_use]
    pub fn end_min(self) -> u16 {
        self.end_min
    }

    /// Nanoseconds from 00:00 on the clock to the start.
    pub(crate) fn start_ns(self) -> i64 {
        i64::from(self.start_min) * NS_PER_MIN
    }

    /// Nanoseconds from 00:00 on the clock to the end.
    pub(crate) fn end_ns(self) -> i64 {
        i64::from(self.end_min) * NS_PER_MIN
    }
}

impl FromStr for OpenSpan {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let span = || {
            let (start, end) = text.split_once('-')?;
            Self::from_minutes(minute_of_day(start.trim())?, minute_of_day(end.trim())?).ok()
        };
        // A message repeats what was written, but not a book.
        span().ok_or_else(|| Error::Span { text: text.chars().take(40).collect() })
    }
}

impl fmt::Display for OpenSpan {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}-{}", Clock(self.start_min), Clock(self.end_min))
    }
}

/// The minute of the day that `9:00` or `09:00` stands for.
fn minute_of_day(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) || !(1..=2).contains(&hour.len()) || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60).then_some(hour * 60 + minute)
}

/// A minute of the day as people write it.
struct Clock(u16);

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// The hours of one day: spans in order that do not overlap; none when the day is closed.
///
/// ```
/// use calendar::Hours;
///
/// let hours: Hours = "09:00-12:00, 13:00-17:30".parse()?;
/// assert_eq!(hours.spans().len(), 2);
/// assert_eq!(hours.to_string(), "09:00-12:00, 13:00-17:30");
/// assert!("closed".parse::<Hours>()?.is_closed());
/// # Ok::<(), calendar::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Hours {
    spans: Vec<OpenSpan>,
    open_ns: i64,
}

impl Hours {
    /// Hours made of `spans`, earliest first; one may start where the one before it ends.
    ///
    /// # Errors
    ///
    /// [`Error::SpansOverlap`] if a span starts before the one ahead of it ends, [`Error::TooManySpans`] above
    /// [`MAX_SPANS_PER_DAY`].
    pub fn new(spans: Vec<OpenSpan>) -> Result<Self, Error> {
        if spans.len() > MAX_SPANS_PER_DAY {
            return Err(Error::TooManySpans { spans: spans.len(), limit: MAX_SPANS_PER_DAY });
        }
        if let Some(pair) = spans.windows(2).find(|pair| pair[1].start_min < pair[0].end_min) {
            return Err(Error::SpansOverlap { first: pair[0], second: pair[1] });
        }
        let open_ns = spans.iter().map(|span| span.end_ns() - span.start_ns()).sum();
        Ok(Self { spans, open_ns })
    }

    /// No hours at all.
    #[must_use]
    pub fn closed() -> Self {
        Self::default()
    }

    /// From 00:00 to 24:00.
    #[must_use]
    pub fn all_day() -> Self {
        let open_ns = i64::from(MINUTES_PER_DAY) * NS_PER_MIN;
        Self { spans: vec![OpenSpan { start_min: 0, end_min: MINUTES_PER_DAY }], open_ns }
    }

    /// The spans, earliest first.
    #[must_use]
    pub fn spans(&self) -> &[OpenSpan] {
        &self.spans
    }

    /// Whether there is no span.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.spans.is_empty()
    }

    /// Open time of the whole day on the clock, in nanoseconds.
    pub(crate) fn open_ns(&self) -> i64 {
        self.open_ns
    }

    /// Open time before a reading of the clock, in nanoseconds.
    pub(crate) fn open_before(&self, ns: i64) -> i64 {
        self.spans.iter().map(|span| (ns.min(span.end_ns()) - span.start_ns()).max(0)).sum()
    }

    /// The earliest reading of the clock before which the day has been open for `need_ns`, which is more than
    /// zero and at most [`open_ns`](Self::open_ns).
    pub(crate) fn reach(&self, mut need_ns: i64) -> i64 {
        for span in &self.spans {
            let open = span.end_ns() - span.start_ns();
            if need_ns <= open {
                return span.start_ns() + need_ns;
            }
            need_ns -= open;
        }
        i64::from(MINUTES_PER_DAY) * NS_PER_MIN
    }

    /// Whether a reading of the clock lies in a span.
    pub(crate) fn contains(&self, ns: i64) -> bool {
        self.spans.iter().any(|span| (span.start_ns()..span.end_ns()).contains(&ns))
    }
}

impl FromStr for Hours {
    type Err = Error;

    /// Spans with commas between them, or `closed`.
    fn from_str(text: &str) -> Result<Self, Error> {
        if text.trim() == "closed" {
            return Ok(Self::closed());
        }
        // One more than the limit is enough to notice; the rest of a long text is not read.
        let spans: Result<_, _> = text.split(',').take(MAX_SPANS_PER_DAY + 1).map(str::parse).collect();
        Self::new(spans?)
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        if self.is_closed() {
            return f.write_str("closed");
        }
        for (i, span) in self.spans.iter().enumerate() {
            write!(f, "{}{span}", if i == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hours_read_as_people_write_them() {
        for (text, written) in [
            ("9:00-17:30", "09:00-17:30"),
            (" 00:00 - 24:00 ", "00:00-24:00"),
            ("08:00-12:00,12:00-13:00 , 22:59-23:00", "08:00-12:00, 12:00-13:00, 22:59-23:00"),
            (" closed ", "closed"),
        ] {
            assert_eq!(text.parse::<Hours>().unwrap().to_string(), written);
        }
    }

    #[test]
    fn what_is_not_a_span_is_named() {
        for text in [
            "",
            "9-17",
            "09:00",
            "17:00-09:00",
            "09:00-09:00",
            "09:60-10:00",
            "09:00-24:01",
            "+9:00-10:00",
            "009:00-10:00",
            "09:0-10:00",
            "٠٩:٠٠-10:00",
            "09:00-10:00-11:00",
            "22:00-06:00",
            "99:00-99:59",
        ] {
            assert!(
                matches!(text.parse::<OpenSpan>(), Err(Error::Span { text: named }) if named == text),
                "{text}"
            );
        }
        assert!(OpenSpan::from_minutes(u16::MAX - 1, u16::MAX).is_err());
    }

    #[test]
    fn spans_that_overlap_or_are_too_many_are_refused() {
        let span = |text: &str| text.parse::<OpenSpan>().unwrap();
        for (first, second) in [("09:00-12:00", "11:59-13:00"), ("13:00-14:00", "09:00-10:00")] {
            assert_eq!(
                Hours::new(vec![span(first), span(second)]),
                Err(Error::SpansOverlap { first: span(first), second: span(second) })
            );
        }
        let minutes = |n: u16| (0..n).map(|i| OpenSpan::from_minutes(2 * i, 2 * i + 1).unwrap()).collect();
        assert!(Hours::new(minutes(48)).is_ok());
        assert_eq!(Hours::new(minutes(49)), Err(Error::TooManySpans { spans: 49, limit: 48 }));
        let long = vec!["00:00-00:01"; 1_000_000].join(",");
        assert_eq!(long.parse::<Hours>(), Err(Error::TooManySpans { spans: 49, limit: 48 }));
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader_and_what_was_read_reads_again(text in "[0-9:, closed-]{0,40}|\\PC*") {
            if let Ok(hours) = text.parse::<Hours>() {
                prop_assert_eq!(hours.to_string().parse::<Hours>().unwrap(), hours);
            }
        }

        #[test]
        fn reach_is_the_earliest_reading_with_so_much_open_before(
            cuts in proptest::collection::btree_set(0_u16..=1_440, 2..12),
            need in 0.0..=1.0,
        ) {
            let cuts: Vec<u16> = cuts.into_iter().collect();
            let spans = cuts.chunks_exact(2).map(|pair| OpenSpan::from_minutes(pair[0], pair[1]).unwrap());
            let hours = Hours::new(spans.collect()).unwrap();
            let need_ns = ((hours.open_ns() as f64 * need) as i64).max(1);
            let reached = hours.reach(need_ns);
            prop_assert_eq!(hours.open_before(reached), need_ns);
            prop_assert!(hours.open_before(reached - 1) < need_ns && hours.contains(reached - 1));
        }
    }
}
