//! Amounts of money as files write them, `12.50`, and as they are reckoned with: whole minor units.

/// An amount of money in a currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    /// Whole minor units: cents of euros, but yen.
    pub minor_units: i64,
    /// The currency's three letters by ISO 4217.
    pub currency: String,
}

/// A text that is no amount of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an amount is digits with at most the decimals of its currency, which has three capital letters")]
pub struct BadMoney;

/// The most digits before the decimal point.
const MAX_DIGITS: usize = 15;

impl Money {
    /// Reads an amount such as `12.50`, and the letters of its currency.
    ///
    /// # Errors
    /// [`BadMoney`] if it has other signs, more decimals than the currency or more than 15 digits.
    pub fn read(amount: &str, currency: &str) -> Result<Self, BadMoney> {
        if currency.len() != 3 || !currency.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return Err(BadMoney);
        }
        let (negative, digits) = amount.strip_prefix('-').map_or((false, amount), |digits| (true, digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let are_digits = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
        let decimals = decimals(currency);
        if whole.is_empty()
            || whole.len() > MAX_DIGITS
            || fraction.len() > decimals
            || !are_digits(whole)
            || !are_digits(fraction)
        {
            return Err(BadMoney);
        }
        let units: i64 = format!("{whole}{fraction:0<decimals$}").parse().map_err(|_| BadMoney)?;
        Ok(Self { minor_units: if negative { -units } else { units }, currency: currency.to_owned() })
    }

    /// The amount as files write it, with all decimals of the currency.
    #[must_use]
    pub fn amount(&self) -> String {
        let sign = if self.minor_units < 0 { "-" } else { "" };
        let decimals = decimals(&self.currency);
        let units = self.minor_units.unsigned_abs();
        if decimals == 0 {
            return format!("{sign}{units}");
        }
        let unit = 10u64.pow(decimals as u32);
        format!("{sign}{}.{:0decimals$}", units / unit, units % unit)
    }
}

/// The decimals of a currency (ISO 4217, table A.1).
fn decimals(currency: &str) -> usize {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND"
        | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_and_written() {
        for (amount, currency, units, written) in [
            ("12.50", "EUR", 1_250, "12.50"),
            ("12.5", "EUR", 1_250, "12.50"),
            ("-0.05", "EUR", -5, "-0.05"),
            ("100", "JPY", 100, "100"),
            ("1.234", "KWD", 1_234, "1.234"),
            ("999999999999999.99", "USD", 99_999_999_999_999_999, "999999999999999.99"),
        ] {
            let money = Money::read(amount, currency).expect(amount);
            assert_eq!((money.minor_units, money.amount().as_str()), (units, written));
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for (amount, currency) in [
            ("", "EUR"),
            ("-", "EUR"),
            (".5", "EUR"),
            ("1.234", "EUR"),
            ("1.5", "JPY"),
            ("1,5", "EUR"),
            ("1e3", "EUR"),
            ("+1", "EUR"),
            ("--1", "EUR"),
            ("1000000000000000", "EUR"),
            ("1", "eur"),
            ("1", "EURO"),
            ("1", "€"),
        ] {
            assert_eq!(Money::read(amount, currency), Err(BadMoney), "{amount} {currency}");
        }
    }
}
