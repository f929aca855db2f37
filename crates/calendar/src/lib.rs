//! Business hours, holidays and promise clocks in any time zone.
//!
//! A promise to a customer is counted in working time: eight hours from Friday afternoon end on Monday. This engine
//! counts it, in the zone of the office, over weekends, holidays, and days on which the clocks change.
//!
//! | question | answered by |
//! | --- | --- |
//! | When is the office open? | [`BusinessHours`], made of a [`Week`] of [`Hours`] and [`Holiday`]s |
//! | How much working time lies between two instants? | [`BusinessHours::open_time_between`] |
//! | When has so much working time passed? | [`BusinessHours::add_open_time`] |
//! | How does a promise stand, and when is it due? | [`PromiseClock`], with a [`Policy`] and [`ClockEvent`]s |
//!
//! The engine is pure: `now` is handed in, and zones come from the IANA database built into the program, so the same
//! question has the same answer on every machine. Everything is exact to the nanosecond; nothing is stepped through
//! by minutes. What a calendar may hold is limited by [`MAX_SPANS_PER_DAY`], [`MAX_HOLIDAYS`] and [`MAX_NAME_CHARS`],
//! a clock by [`MAX_CLOCK_EVENTS`] and [`MAX_TARGET`], and a search for open time by [`HORIZON`].
//!
//! # Checked against
//!
//! `tests/histories.rs` makes up calendars and histories of clocks over time zones and changes of the clock, and
//! compares every answer with a count that goes minute by minute. It runs 3,000 histories; a million take some
//! minutes: `CALENDAR_HISTORIES=1000000 cargo test --release -p calendar --test histories`.

mod business_hours;
mod clock;
mod error;
mod holiday;
mod hours;
mod intervals;
mod policy;
mod schedule;
mod wall;
mod week;

pub use business_hours::{BusinessHours, HORIZON};
pub use clock::{ClockEvent, MAX_CLOCK_EVENTS, PromiseClock, State, Status};
pub use error::Error;
pub use holiday::{Holiday, HolidayDate, MAX_HOLIDAYS, MAX_NAME_CHARS};
pub use hours::{Hours, MAX_SPANS_PER_DAY, OpenSpan};
pub use intervals::{OpenInterval, OpenIntervals};
pub use policy::{MAX_TARGET, Policy};
pub use week::Week;
