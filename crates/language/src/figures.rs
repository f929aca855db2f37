//! Numbers, shares, durations, money and months as each language writes them (CLDR 46).

use fluent_templates::fluent_bundle::FluentValue;

use crate::{Language, Value};

/// What writes numbers within texts: whole, with thousands set apart.
pub(crate) fn formatter<M>(language: Language) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    fn written(value: &FluentValue<'_>, language: Language) -> Option<String> {
        match value {
            FluentValue::Number(number) => Some(language.number(number.value, 0)),
            _ => None,
        }
    }
    match language {
        Language::En => |value, _| written(value, Language::En),
        Language::Bg => |value, _| written(value, Language::Bg),
        Language::Pl => |value, _| written(value, Language::Pl),
        Language::Ru => |value, _| written(value, Language::Ru),
        Language::Zh => |value, _| written(value, Language::Zh),
    }
}

/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';

impl Language {
    /// A number with so many digits behind the decimal sign, thousands set apart.
    #[must_use]
    pub fn number(self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let plain = format!("{:.decimals$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut out = String::new();
        if value < 0.0 && plain.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
            out.push('−');
        }
        let (separator, least) = self.thousands();
        for (i, digit) in whole.char_indices() {
            let left = whole.len() - i;
            if i > 0 && left % 3 == 0 && whole.len() >= least {
                out.push(separator);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push(self.decimal_sign());
            out.push_str(fraction);
        }
        out
    }

    /// A whole number.
    #[must_use]
    pub fn count(self, value: u64) -> String {
        self.number(value as f64, 0)
    }

    /// A number with its sign, plus as well as minus: for changes.
    #[must_use]
    pub fn signed(self, value: f64, decimals: usize) -> String {
        let number = self.number(value, decimals);
        if value > 0.0 && number.contains(|c: char| ('1'..='9').contains(&c)) {
            format!("+{number}")
        } else {
            number
        }
    }

    /// A share between 0 and 1 as percent.
    #[must_use]
    pub fn percent(self, share: f64, decimals: usize) -> String {
        let number = self.number(share * 100.0, decimals);
        match self {
            Self::En | Self::Pl | Self::Zh => format!("{number}%"),
            Self::Bg | Self::Ru => format!("{number}{NO_BREAK}%"),
        }
    }

    /// An amount with the code of its currency (ISO 4217), in whole units from 100 up.
    #[must_use]
    pub fn money(self, amount: f64, currency: &str) -> String {
        let decimals = if amount.abs() >= 100.0 || amount == 0.0 { 0 } else { 2 };
        format!("{}{NO_BREAK}{currency}", self.number(amount, decimals))
    }

    /// A change of an amount, with its sign.
    #[must_use]
    pub fn signed_money(self, amount: f64, currency: &str) -> String {
        let money = self.money(amount, currency);
        if amount > 0.0 { format!("+{money}") } else { money }
    }

    /// A duration in the largest unit of which it holds about two: seconds, minutes, hours or days.
    #[must_use]
    pub fn duration(self, seconds: f64) -> String {
        const UNITS: [(&str, f64); 3] =
            [("unit-days", 86_400.0), ("unit-hours", 3600.0), ("unit-minutes", 60.0)];
        let (unit, size) =
            UNITS.into_iter().find(|(_, size)| seconds.abs() >= 2.0 * size).unwrap_or(("unit-seconds", 1.0));
        let amount = seconds / size;
        let decimals = usize::from(amount.abs() < 100.0 && unit != "unit-seconds");
        self.text_with(unit, &[("n", self.number(amount, decimals).into())])
    }

    /// A month of a year, short enough for an axis.
    #[must_use]
    pub fn month(self, year: i16, month: i8) -> String {
        let name = self.text(&format!("month-{month}"));
        self.text_with("month-of-year", &[("month", Value::from(name)), ("year", year.to_string().into())])
    }

    const fn decimal_sign(self) -> char {
        match self {
            Self::En | Self::Zh => '.',
            Self::Bg | Self::Pl | Self::Ru => ',',
        }
    }

    /// What sets thousands apart, and from how many digits on.
    const fn thousands(self) -> (char, usize) {
        match self {
            Self::En | Self::Zh => (',', 4),
            Self::Bg | Self::Pl => (NO_BREAK, 5),
            Self::Ru => (NO_BREAK, 4),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let all = |value, decimals| {
            Language::ALL.map(|language| language.number(value, decimals).replace(NO_BREAK, "_"))
        };
        assert_eq!(all(1234.56, 1), ["1,234.6", "1234,6", "1234,6", "1_234,6", "1,234.6"]);
        assert_eq!(all(-12_345_678.0, 0)[..2], ["−12,345,678", "−12_345_678"]);
        assert_eq!(all(-0.01, 1)[0], "0.0");
        assert_eq!(all(f64::NAN, 1)[0], "–");
        assert_eq!(
            (Language::En.signed(0.5, 1), Language::En.signed(0.01, 1)),
            ("+0.5".into(), "0.0".into())
        );
    }

    #[test]
    fn durations_take_the_unit_that_says_most() {
        let written = |s: f64| Language::En.duration(s).replace(NO_BREAK, " ");
        assert_eq!(
            [0.0, 45.0, 119.0, 150.0, 3_600.0, 7_300.0, 170_000.0, 893_549.0, 20_000_000.0].map(written),
            ["0 s", "45 s", "119 s", "2.5 min", "60.0 min", "2.0 h", "47.2 h", "10.3 days", "231 days"]
        );
    }

    #[test]
    fn shares_money_and_months() {
        assert_eq!(Language::Pl.percent(0.08017, 1), "8,0%");
        assert_eq!(Language::Bg.percent(0.5, 0), "50\u{a0}%");
        assert_eq!(Language::En.money(1234.4, "BRL"), "1,234\u{a0}BRL");
        assert_eq!(Language::En.money(-2.5, "EUR"), "−2.50\u{a0}EUR");
        assert_eq!(Language::En.signed_money(5.9, "EUR"), "+5.90\u{a0}EUR");
        assert_eq!(Language::Zh.month(2017, 11), "2017年11月");
        assert_eq!(Language::En.month(2017, 11), "Nov 2017");
    }
}
