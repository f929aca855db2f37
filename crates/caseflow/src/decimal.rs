//! Decimal numbers that stay exactly what was typed: 0.1 is 0.1.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Digits behind the point, at most.
const MAX_SCALE: u8 = 9;

/// A decimal number of up to 18 digits, nine of them behind the point. `1.50` and `1.5` are equal.
///
/// ```
/// use caseflow::Decimal;
///
/// let speed: Decimal = "012.50".parse().unwrap();
/// assert_eq!(speed.to_string(), "12.5");
/// assert_eq!(speed.to_f64(), 12.5);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal {
    /// All digits, the sign included.
    digits: i64,
    /// How many of them stand behind the point; the last of those is not zero.
    scale: u8,
}

/// The text is not a decimal number of up to 18 digits, nine of them behind the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number of up to 18 digits, nine of them behind the point")]
pub struct NotDecimal;

impl Decimal {
    /// The nearest floating-point number.
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10_f64.powi(i32::from(self.scale))
    }
}

impl FromStr for Decimal {
    type Err = NotDecimal;

    /// Reads an optional sign, digits, and perhaps a point and more digits.
    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(whole) || !is_digits(fraction) {
            return Err(NotDecimal);
        }
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        if whole.len() + fraction.len() > 18 || fraction.len() > usize::from(MAX_SCALE) {
            return Err(NotDecimal);
        }
        let digits = whole.bytes().chain(fraction.bytes()).fold(0, |n, byte| n * 10 + i64::from(byte - b'0'));
        Ok(Self { digits: if negative { -digits } else { digits }, scale: fraction.len() as u8 })
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let unit = 10_u64.pow(u32::from(self.scale));
        let (whole, fraction) = (self.digits.unsigned_abs() / unit, self.digits.unsigned_abs() % unit);
        match usize::from(self.scale) {
            0 => write!(f, "{sign}{whole}"),
            scale => write!(f, "{sign}{whole}.{fraction:0scale$}"),
        }
    }
}

impl TryFrom<String> for Decimal {
    type Error = NotDecimal;

    fn try_from(text: String) -> Result<Self, NotDecimal> {
        text.parse()
    }
}

impl From<Decimal> for String {
    fn from(number: Decimal) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, kept) in [
            ("0", "0"),
            ("-0", "0"),
            ("-0.50", "-0.5"),
            ("007", "7"),
            ("100", "100"),
            ("1.000000001", "1.000000001"),
            ("999999999999999999", "999999999999999999"),
        ] {
            assert_eq!(typed.parse::<Decimal>().unwrap().to_string(), kept);
        }
        for bad in
            ["", "-", ".", "1.", ".5", "+1", "1,5", "1e3", " 1", "٣", "1.0000000001", "9999999999999999999"]
        {
            assert_eq!(bad.parse::<Decimal>(), Err(NotDecimal), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_the_same(digits in -999_999_999_999_999_999_i64..=999_999_999_999_999_999, scale in 0_u8..=9) {
            let text = if scale == 0 { digits.to_string() } else { Decimal { digits, scale }.to_string() };
            let number: Decimal = text.parse().unwrap();
            prop_assert_eq!(number.to_string().parse::<Decimal>().unwrap(), number);
            let exact = digits as f64 / 10_f64.powi(i32::from(scale));
            prop_assert!((number.to_f64() - exact).abs() <= exact.abs() * 1e-12);
        }
    }
}
