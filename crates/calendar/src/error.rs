//! What can be wrong with a calendar or with what is told to a clock.

use crate::{ClockEvent, OpenSpan};
use jiff::{SignedDuration, Timestamp, civil::Date};

/// Why a calendar could not be made, or an event not be recorded. Each message says what to do about it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Not a span of one day.
    #[error(
        "`{text}` is not a span such as 09:00-17:30: write hours and minutes, the end after the start and at \
         most 24:00; what goes past midnight is two spans, the second on the next day"
    )]
    Span {
        /// The span as it was given.
        text: String,
    },
    /// Spans of one day overlap or are out of order.
    #[error(
        "{second} starts before {first} ends: put the spans of a day in order, and join those that overlap"
    )]
    SpansOverlap {
        /// The span that comes first.
        first: OpenSpan,
        /// The span that begins too early.
        second: OpenSpan,
    },
    /// More spans than [`MAX_SPANS_PER_DAY`](crate::MAX_SPANS_PER_DAY).
    #[error("a day has {spans} spans or more, the limit is {limit}: join some")]
    TooManySpans {
        /// How many were counted.
        spans: usize,
        /// The most that is taken.
        limit: usize,
    },
    /// No time zone has this name.
    #[error("there is no time zone `{name}`: take a name of the IANA database, such as Europe/Sofia")]
    UnknownZone {
        /// The name as it was given.
        name: String,
    },
    /// A range of holidays ends before it starts.
    #[error("the holiday `{name}` ends on {last}, before its start on {first}: swap the two dates")]
    HolidayBackwards {
        /// Name of the holiday.
        name: String,
        /// First day as given.
        first: Date,
        /// Last day as given.
        last: Date,
    },
    /// A yearly holiday on a day that no year has.
    #[error("the holiday `{name}` is on day {day} of month {month}, which no year has: correct it")]
    NoSuchDay {
        /// Name of the holiday.
        name: String,
        /// Month, from 1.
        month: i8,
        /// Day, from 1.
        day: i8,
    },
    /// Two holidays of one kind fall on the same day, so that neither is the right one.
    #[error("`{first}` and `{second}` are both on {day}: leave one, or name both in one")]
    HolidayTwice {
        /// Name of one.
        first: String,
        /// Name of the other.
        second: String,
        /// A day that both claim: a date, or month and day as `12-25`.
        day: String,
    },
    /// More holidays than [`MAX_HOLIDAYS`](crate::MAX_HOLIDAYS).
    #[error("there are {holidays} holidays, the limit is {limit}: leave out those long past")]
    TooManyHolidays {
        /// How many were given.
        holidays: usize,
        /// The most that is taken.
        limit: usize,
    },
    /// A name longer than [`MAX_NAME_CHARS`](crate::MAX_NAME_CHARS).
    #[error("the name of a holiday, `{start}…`, is longer than {limit} characters: shorten it")]
    NameTooLong {
        /// How the name starts.
        start: String,
        /// The most that is taken, in characters.
        limit: usize,
    },
    /// A target that is not a length of working time.
    #[error("a target of {target:#} cannot be promised: take more than zero and at most {limit:#}")]
    Target {
        /// The target as given.
        target: SignedDuration,
        /// [`MAX_TARGET`](crate::MAX_TARGET).
        limit: SignedDuration,
    },
    /// A warning that would not come within the target.
    #[error(
        "a warning at {share} of the target is not within it: take a share from 0.000001 to 1, such as 0.8"
    )]
    WarningShare {
        /// The share as given.
        share: f64,
    },
    /// The first event of a clock must be [`ClockEvent::Started`].
    #[error("{event:?} at {at}, but the clock has not been started: record Started first")]
    NotStarted {
        /// What was to be recorded.
        event: ClockEvent,
        /// When.
        at: Timestamp,
    },
    /// A clock is started once.
    #[error("Started at {at}, but the clock was started before: record Restarted to count anew")]
    AlreadyStarted {
        /// When it was to be started again.
        at: Timestamp,
    },
    /// The clock has stopped, so nothing about it changes.
    #[error("{event:?} at {at}, but the clock has stopped: record Resumed or Restarted first")]
    Stopped {
        /// What was to be recorded.
        event: ClockEvent,
        /// When.
        at: Timestamp,
    },
    /// An event from before the latest one.
    #[error("{event:?} at {at} comes after an event of {latest}: record events in order of time")]
    OutOfOrder {
        /// What was to be recorded.
        event: ClockEvent,
        /// When.
        at: Timestamp,
        /// When the latest event was.
        latest: Timestamp,
    },
    /// More events than [`MAX_CLOCK_EVENTS`](crate::MAX_CLOCK_EVENTS).
    #[error("the clock has {limit} events, which is the limit: begin a new clock")]
    TooManyEvents {
        /// The most that is taken.
        limit: usize,
    },
}
