//! Values of fields: what a form of any organisation asks for, typed.

use crate::{Decimal, Key};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

/// What a field of a case holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Value {
    /// Words, several lines if need be.
    Text(String),
    /// A number, exactly as it was typed.
    Number(Decimal),
    /// An amount of money.
    Money(Money),
    /// A day, in no particular zone.
    Date(Date),
    /// A moment.
    Instant(Timestamp),
    /// Yes (`true`) or no.
    YesNo(bool),
    /// One of the choices that the case type offers, by its key.
    Choice(Key),
    /// Something kept elsewhere, by its id: a contract, a device, a place.
    Reference(Uuid),
}

/// Money in whole minor units: 1250 EUR is € 12.50.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Amount in the currency's minor unit (cents).
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// A currency by its three capital letters, as ISO 4217 has them. Whether the code is in use is not checked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// The currency, if `code` has the form of one.
    pub fn new(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| write!(f, "{}", char::from(*letter)))
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Currency({self})")
    }
}

impl TryFrom<String> for Currency {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::new(&code).ok_or("not a currency code")
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_are_three_capitals() {
        assert_eq!(Currency::new("EUR").unwrap().to_string(), "EUR");
        for bad in ["", "eur", "EURO", "E1R", "ЕU"] {
            assert!(Currency::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn what_is_not_a_value_is_an_error() {
        for bad in [
            r#"{"type":"number","value":"1e5"}"#,
            r#"{"type":"number","value":1.5}"#,
            r#"{"type":"money","value":{"minor":1,"currency":"eur"}}"#,
            r#"{"type":"date","value":"2026-02-30"}"#,
            r#"{"type":"colour","value":"red"}"#,
        ] {
            assert!(serde_json::from_str::<Value>(bad).is_err(), "{bad}");
        }
    }
}
