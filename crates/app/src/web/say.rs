//! What pages say: texts, numbers and times in the visitor's language and zone.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use language::{Language, Value};

/// The currency of the organisation's amounts, by ISO 4217.
pub const CURRENCY: &str = "EUR";

/// Speaks the visitor's language, and knows their time zone.
#[derive(Debug, Clone)]
pub struct Say {
    /// The language.
    pub language: Language,
    /// The zone in which times are shown.
    pub zone: TimeZone,
    /// The moment at which the page is made.
    pub now: Timestamp,
}

impl Say {
    /// The code of the language, for `lang`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.language.code()
    }

    /// The text of a key.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.language.text(key)
    }

    /// The text of a key that starts with a prefix, for what has a name in the program: `say.of("role-", "agent")`.
    #[must_use]
    pub fn of(&self, prefix: &str, name: &str) -> String {
        self.language.text(&format!("{prefix}{name}"))
    }

    /// The text of a key with a count `n`, which chooses the plural.
    #[must_use]
    pub fn count(&self, key: &str, n: &usize) -> String {
        self.language.text_with(key, &[("n", Value::from(*n))])
    }

    /// The text of a key with a value of any name.
    #[must_use]
    pub fn with(&self, key: &str, name: &'static str, value: &str) -> String {
        self.language.text_with(key, &[(name, value.into())])
    }

    /// The text of a key with two values.
    #[must_use]
    pub fn with2(&self, key: &str, (a, x): (&'static str, &str), (b, y): (&'static str, &str)) -> String {
        self.language.text_with(key, &[(a, x.into()), (b, y.into())])
    }

    /// A number with so many digits behind the point.
    #[must_use]
    pub fn number(&self, number: &f64, digits: &usize) -> String {
        self.language.number(*number, *digits)
    }

    /// A length of time, of which the largest unit is said.
    #[must_use]
    pub fn duration(&self, seconds: &f64) -> String {
        self.language.duration(*seconds)
    }

    /// An amount of cents.
    #[must_use]
    pub fn money(&self, cents: i64) -> String {
        self.language.money(cents as f64 / 100.0, CURRENCY)
    }

    /// The instant for a machine, in `datetime`.
    #[must_use]
    pub fn datetime(&self, at: &Timestamp) -> String {
        at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// The day of an instant, in the visitor's zone.
    #[must_use]
    pub fn day(&self, at: &Timestamp) -> String {
        let at = at.to_zoned(self.zone.clone());
        let values: [(&'static str, Value<'_>); 3] = [
            ("day", at.day().to_string().into()),
            ("month", self.text(&format!("month-short-{}", at.month())).into()),
            ("year", at.year().to_string().into()),
        ];
        let this_year = self.now.to_zoned(self.zone.clone()).year() == at.year();
        self.language.text_with(if this_year { "day-this-year" } else { "day-of-year" }, &values)
    }

    /// Day and time of an instant, in the visitor's zone.
    #[must_use]
    pub fn moment(&self, at: &Timestamp) -> String {
        format!("{}, {}", self.day(at), at.to_zoned(self.zone.clone()).strftime("%H:%M"))
    }

    /// How long ago an instant was, or how far off it is, in whole minutes, hours, days or months.
    #[must_use]
    pub fn ago(&self, at: &Timestamp) -> String {
        let seconds = self.now.duration_since(*at).as_secs();
        let (unit, size) = match seconds.abs() {
            0..60 => return self.text("just-now"),
            60..7_200 => ("unit-minutes", 60),
            7_200..172_800 => ("unit-hours", 3_600),
            172_800..5_184_000 => ("unit-days", 86_400),
            _ => ("unit-months", 2_629_800),
        };
        let span = self.with(unit, "n", &self.language.number((seconds.abs() / size) as f64, 0));
        self.with(if seconds > 0 { "ago" } else { "ahead" }, "span", &span)
    }

    /// First letters of a name, for the round sign of a person.
    #[must_use]
    pub fn initials(&self, name: &str) -> String {
        name.split_whitespace()
            .filter_map(|word| word.chars().next())
            .take(2)
            .flat_map(char::to_uppercase)
            .collect()
    }
}
