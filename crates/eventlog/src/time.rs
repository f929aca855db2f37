//! Times as people write them, read into microseconds since 1970 in UTC.

use jiff::civil::{Date, date};
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::TimeZone;

use crate::ReadError;

const MINUTE_US: i64 = 60_000_000;
const HOUR_US: i64 = 60 * MINUTE_US;
const DAY_US: i64 = 24 * HOUR_US;

/// How the times of a column are written.
///
/// Without a format, RFC 3339 and the usual local forms are read: `2026-11-21T09:30:00.250+02:00`, `2026-11-21 09:30`,
/// `2026/11/21`, `20261121T093000Z`, `21.11.2026 09:30` and seconds (ten digits) or milliseconds (thirteen) since 1970. Where day and month
/// could be mistaken for each other (`11/12/2026`) a format must be given.
#[derive(Debug, Clone)]
pub struct TimeFormat {
    zone: TimeZone,
    format: Option<Format>,
}

#[derive(Debug, Clone)]
enum Format {
    /// Digits and fixed characters: read without leaving this file, as such columns have many rows.
    Numbers(Vec<Piece>),
    Any(String),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Piece {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Fraction,
    /// Itself; a blank stands for any number of blanks, as in `strptime`.
    Byte(u8),
}

impl Default for TimeFormat {
    fn default() -> Self {
        Self { zone: TimeZone::UTC, format: None }
    }
}

impl TimeFormat {
    /// Times in `zone` (an IANA name such as `Europe/Sofia`; UTC where it is `None`) unless they carry their own offset,
    /// written as in `format` (directives of `strptime`, such as `%d/%m/%Y %H:%M`; `%z` and `%Q` for an offset and a zone,
    /// `%s` for seconds since 1970).
    ///
    /// # Errors
    /// [`ReadError::TimeFormat`] with the zone or format that is none, and with a format that leaves open which day or
    /// minute is meant (`%d %b`, `%I:%M` without `%p`) or cannot be read (`%Z`, as an abbreviation can mean several zones).
    pub fn new(zone: Option<&str>, format: Option<&str>) -> Result<Self, ReadError> {
        let zone = match zone {
            None | Some("UTC") => TimeZone::UTC,
            Some(name) => TimeZone::get(name).map_err(|_| ReadError::TimeFormat(name.to_owned()))?,
        };
        let format = match format {
            None => None,
            Some(text) => Some(Format::new(text).ok_or_else(|| ReadError::TimeFormat(text.to_owned()))?),
        };
        Ok(Self { zone, format })
    }

    /// Microseconds since 1970-01-01T00:00Z, or nothing where the text is no time of the years 1 to 9998.
    ///
    /// A local time that a change of clocks skipped is read as if the clocks had not changed yet; of two that are the
    /// same, the first is meant (RFC 5545).
    #[must_use]
    pub fn parse(&self, text: &[u8]) -> Option<i64> {
        match &self.format {
            None => self.parse_usual(text),
            Some(Format::Numbers(pieces)) => {
                let local = parse_numbers(pieces, text)?;
                self.to_utc(local)
            }
            Some(Format::Any(format)) => instant_us(&BrokenDownTime::parse(format, text).ok()?, &self.zone),
        }
    }

    fn parse_usual(&self, text: &[u8]) -> Option<i64> {
        let mut scan = Scan(text);
        let first = scan.number(1, 14)?;
        let digits = text.len() - scan.0.len();
        let local = match (digits, scan.0.first()) {
            (4, Some(&separator @ (b'-' | b'/'))) => {
                scan.byte(separator)?;
                let month = scan.number(1, 2)?;
                scan.byte(separator)?;
                let day = scan.number(1, 2)?;
                Local { year: first, month, day, us: scan.time_after_date()? }
            }
            (1 | 2, Some(b'.')) => {
                scan.byte(b'.')?;
                let month = scan.number(1, 2)?;
                scan.byte(b'.')?;
                let year = scan.number(4, 4)?;
                Local { year, month, day: first, us: scan.time_after_date()? }
            }
            (8, Some(b'T') | None) => {
                let us = scan.compact_time_after_date()?;
                Local { year: first / 10_000, month: first / 100 % 100, day: first % 100, us }
            }
            (10, None) => return Some(first * 1_000_000),
            (13, None) => return Some(first * 1000),
            _ => return None,
        };
        match scan.offset()? {
            Some(offset_us) => Some(local.us()? - offset_us),
            None => self.to_utc(local),
        }
    }

    fn to_utc(&self, local: Local) -> Option<i64> {
        let as_utc = local.us()?;
        if self.zone == TimeZone::UTC {
            return Some(as_utc);
        }
        let date = Date::new(local.year as i16, local.month as i8, local.day as i8).ok()?;
        let second = local.us / 1_000_000;
        let time = jiff::civil::Time::new(
            (second / 3600) as i8,
            (second / 60 % 60) as i8,
            (second % 60) as i8,
            (local.us % 1_000_000) as i32 * 1000,
        );
        Some(self.zone.to_timestamp(date.to_datetime(time.ok()?)).ok()?.as_microsecond())
    }
}

/// Microseconds since 1970 of what a format took from a text; `zone` is for a time that brings none of its own.
fn instant_us(parsed: &BrokenDownTime, zone: &TimeZone) -> Option<i64> {
    if let Some(whole_seconds) = parsed.timestamp() {
        let fraction_us = parsed.subsec_nanosecond().unwrap_or(0) / 1000;
        return Some(whole_seconds.as_microsecond() + i64::from(fraction_us));
    }
    let instant = if parsed.iana_time_zone().is_some() {
        parsed.to_zoned().ok()?.timestamp()
    } else if parsed.offset().is_some() {
        parsed.to_timestamp().ok()?
    } else {
        zone.to_timestamp(parsed.to_datetime().ok()?).ok()?
    };
    Some(instant.as_microsecond())
}

/// A date and the microseconds since its midnight.
#[derive(Clone, Copy)]
struct Local {
    year: i64,
    month: i64,
    day: i64,
    us: i64,
}

impl Local {
    /// Microseconds since 1970, were the clock on UTC.
    fn us(self) -> Option<i64> {
        let days_of_month = match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0) => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        if !(1..=9998).contains(&self.year) || !(1..=days_of_month).contains(&self.day) {
            return None;
        }
        // Days since 1970 by eras of 400 years that begin in March (Hinnant, "chrono-compatible low-level date algorithms").
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((self.month + 9) % 12) + 2) / 5 + self.day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some((era * 146_097 + day_of_era - 719_468) * DAY_US + self.us)
    }
}

/// What is left of a text.
struct Scan<'a>(&'a [u8]);

impl Scan<'_> {
    fn byte(&mut self, wanted: u8) -> Option<()> {
        let (&first, rest) = self.0.split_first()?;
        (first == wanted).then(|| self.0 = rest)
    }

    fn number(&mut self, least: usize, most: usize) -> Option<i64> {
        let mut value = 0;
        let mut digits = 0;
        while let Some(&digit @ b'0'..=b'9') = self.0.first()
            && digits < most
        {
            value = value * 10 + i64::from(digit - b'0');
            self.0 = &self.0[1..];
            digits += 1;
        }
        (digits >= least).then_some(value)
    }

    /// Nothing, or `T` or blanks and a time of day.
    fn time_after_date(&mut self) -> Option<i64> {
        match self.0 {
            [] => return Some(0),
            [b'T' | b't', ..] => self.0 = &self.0[1..],
            [b' ', ..] => self.0 = self.0.trim_ascii_start(),
            _ => return None,
        }
        let hour = self.number(1, 2)?;
        self.byte(b':')?;
        let minute = self.number(2, 2)?;
        let mut second = 0;
        let mut fraction_us = 0;
        if self.byte(b':').is_some() {
            second = self.number(2, 2)?;
            fraction_us = self.fraction()?;
        }
        time_us(hour, minute, second, fraction_us)
    }

    fn compact_time_after_date(&mut self) -> Option<i64> {
        if self.0.is_empty() {
            return Some(0);
        }
        self.byte(b'T')?;
        let (hour, minute, second) = (self.number(2, 2)?, self.number(2, 2)?, self.number(2, 2)?);
        let fraction_us = self.fraction()?;
        time_us(hour, minute, second, fraction_us)
    }

    /// `.` or `,` and digits, of which six count.
    fn fraction(&mut self) -> Option<i64> {
        if self.byte(b'.').is_none() && self.byte(b',').is_none() {
            return Some(0);
        }
        self.fraction_digits()
    }

    fn fraction_digits(&mut self) -> Option<i64> {
        let before = self.0.len();
        let value = self.number(1, 6)?;
        let digits = (before - self.0.len()) as u32;
        let rest = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.0 = &self.0[rest..];
        Some(value * 10_i64.pow(6 - digits))
    }

    /// The offset from UTC in microseconds, `Some(None)` where there is none, `None` where something else is left.
    fn offset(&mut self) -> Option<Option<i64>> {
        self.0 = self.0.trim_ascii_start();
        let sign = match self.0 {
            [] => return Some(None),
            [b'Z' | b'z'] | b"UTC" | b"GMT" => return Some(Some(0)),
            [b'+', ..] => 1,
            [b'-', ..] => -1,
            _ => return None,
        };
        self.0 = &self.0[1..];
        let hours = self.number(2, 2)?;
        let mut minutes = 0;
        if !self.0.is_empty() {
            // `+02:00` and `+0200` are both in use.
            let _ = self.byte(b':');
            minutes = self.number(2, 2)?;
        }
        let fits = self.0.is_empty() && hours <= 23 && minutes <= 59;
        fits.then_some(Some(sign * (hours * 60 + minutes) * 60_000_000))
    }
}

/// Microseconds since midnight; a leap second counts as the one before.
fn time_us(hour: i64, minute: i64, second: i64, fraction_us: i64) -> Option<i64> {
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    Some(((hour * 60 + minute) * 60 + second.min(59)) * 1_000_000 + fraction_us)
}

impl Format {
    fn new(text: &str) -> Option<Self> {
        if !reads_what_it_writes(text) {
            return None;
        }
        Some(Self::numbers(text.as_bytes()).map_or_else(|| Self::Any(text.to_owned()), Self::Numbers))
    }

    fn numbers(text: &[u8]) -> Option<Vec<Piece>> {
        let mut pieces = Vec::new();
        let mut bytes = text.iter();
        while let Some(&byte) = bytes.next() {
            pieces.push(match byte {
                b'%' => match bytes.next()? {
                    b'Y' => Piece::Year,
                    b'm' => Piece::Month,
                    b'd' => Piece::Day,
                    b'H' => Piece::Hour,
                    b'M' => Piece::Minute,
                    b'S' => Piece::Second,
                    b'f' => Piece::Fraction,
                    _ => return None,
                },
                b'\t' | b'\n' | b'\r' => return None,
                other => Piece::Byte(other),
            });
        }
        let whole = [Piece::Year, Piece::Month, Piece::Day].iter().all(|p| pieces.contains(p));
        whole.then_some(pieces)
    }
}

/// Whether a format gives back the time that it writes, down to the hour, minute or day where it stops. One that does
/// not lacks something (a year, the hour of a minute, the half of the day), or can be written only.
fn reads_what_it_writes(format: &str) -> bool {
    // An afternoon, so that hours of half a day show; no number comes twice, so that no two can be mistaken.
    let zone = TimeZone::fixed(jiff::tz::offset(2));
    let Ok(sample) = date(2026, 11, 21).at(15, 43, 5, 250_000_000).to_zoned(zone.clone()) else {
        return false;
    };
    let Ok(written) = BrokenDownTime::from(&sample).to_string(format) else { return false };
    let Ok(parsed) = BrokenDownTime::parse(format, &written) else { return false };
    let unit_us = match (parsed.timestamp(), parsed.hour(), parsed.minute()) {
        (None, None, _) => DAY_US,
        (None, Some(_), None) => HOUR_US,
        _ => MINUTE_US,
    };
    // On the sample's own clock, where its day begins at midnight.
    let local_us = |us: i64| us + i64::from(sample.offset().seconds()) * 1_000_000;
    let wanted_us = local_us(sample.timestamp().as_microsecond()).div_euclid(unit_us);
    instant_us(&parsed, &zone).is_some_and(|us| local_us(us).div_euclid(unit_us) == wanted_us)
}

fn parse_numbers(pieces: &[Piece], text: &[u8]) -> Option<Local> {
    let mut scan = Scan(text);
    let (mut year, mut month, mut day) = (0, 0, 0);
    let (mut hour, mut minute, mut second, mut fraction_us) = (0, 0, 0, 0);
    for piece in pieces {
        match piece {
            Piece::Year => year = scan.number(4, 4)?,
            Piece::Month => month = scan.number(1, 2)?,
            Piece::Day => day = scan.number(1, 2)?,
            Piece::Hour => hour = scan.number(1, 2)?,
            Piece::Minute => minute = scan.number(1, 2)?,
            Piece::Second => second = scan.number(1, 2)?,
            Piece::Fraction => fraction_us = scan.fraction_digits()?,
            Piece::Byte(b' ') => scan.0 = scan.0.trim_ascii_start(),
            Piece::Byte(byte) => scan.byte(*byte)?,
        }
    }
    let us = time_us(hour, minute, second, fraction_us)?;
    scan.0.is_empty().then_some(Local { year, month, day, us })
}

#[cfg(test)]
mod tests;
