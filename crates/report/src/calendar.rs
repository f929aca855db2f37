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

    /// Months since the year 0 at an instant in microseconds since 1970.
    pub(crate) fn month_number(&self, time_us: i64) -> usize {
        // Times that were read lie within the calendar.
        let date = Timestamp::from_microsecond(time_us).map_or_else(
            |_| jiff::civil::Date::constant(1970, 1, 1),
            |instant| self.zone.to_datetime(instant).date(),
        );
        usize::try_from(i32::from(date.year()) * 12 + i32::from(date.month()) - 1).unwrap_or(0)
    }

    /// The month with a number.
    pub(crate) fn month(number: usize) -> Month {
        Month { year: (number / 12) as i16, month: (number % 12 + 1) as i8 }
    }

    /// The month of an instant.
    pub(crate) fn month_of(&self, time_us: i64) -> Month {
        Self::month(self.month_number(time_us))
    }
}
