//! Figures of a simulation in words: times, shares and amounts with their intervals.

use language::Language;
use sim::Figure;

/// What stands where there is no figure.
const NONE: &str = "–";

/// How a figure is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Seconds, in the unit that fits.
    Time,
    /// A number of cases or tasks.
    Count,
    /// An amount; a scenario has no currency.
    Amount,
    /// A share, in percent.
    Share,
}

impl Unit {
    pub fn write(self, language: Language, value: f64) -> String {
        // Nothing is so close to nothing that its sign matters.
        let value = if value.abs() < 1e-9 { 0.0 } else { value };
        match self {
            Self::Time => language.duration(value),
            Self::Count => language.number(value, usize::from(value.fract() != 0.0 && value.abs() < 1000.0)),
            Self::Amount => language.number(value, 2),
            Self::Share => language.percent(value, 1),
        }
    }

    pub fn maybe(self, language: Language, value: Option<f64>) -> String {
        value.map_or_else(|| NONE.to_owned(), |value| self.write(language, value))
    }

    /// With its sign, as a difference.
    pub fn signed(self, language: Language, value: Option<f64>) -> String {
        let plus = if value.is_some_and(|value| value > 1e-9) { "+" } else { "" };
        format!("{plus}{}", self.maybe(language, value))
    }

    pub fn range(self, language: Language, range: Option<[f64; 2]>) -> String {
        let Some([low, high]) = range else { return NONE.to_owned() };
        let values = [("low", self.write(language, low).into()), ("high", self.write(language, high).into())];
        language.text_with("simulate-range", &values)
    }

    /// A mean and its interval, a cell each.
    pub fn with_range(self, language: Language, figure: Figure) -> [String; 2] {
        [self.maybe(language, figure.mean), self.range(language, figure.ci95)]
    }
}
