//! Which month an instant falls into, where the organisation is.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::figures::Month;

/// The organisation's time zone.
pub(crate) struct Calendar {
    zone: TimeZone,
}

impl Calendar {
    /// The calendar of a zone by its IANA name; UTC where there is none.
    pub(crate) fn new(zone: Option<&str>) -> Self {
        Self { zone: zone.and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC) }
    }

    /// The month of an instant in microseconds since 1970.
    pub(crate) fn month(&self, time_us: i64) -> Month {
        // Times that were read lie within the calendar.
        let date = Timestamp::from_microsecond(time_us).map_or_else(
            |_| jiff::civil::Date::constant(1970, 1, 1),
            |instant| self.zone.to_datetime(instant).date(),
        );
        Month { year: date.year(), month: date.month() }
    }
}
