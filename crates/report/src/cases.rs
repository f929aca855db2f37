//! What is known of each case: columns of values, one for each field of the spec.

use eventlog::Names;

use crate::spec::{Condition, Test};

/// In place of a text: nothing is known.
pub(crate) const NO_TEXT: u32 = u32::MAX;

/// In place of a time: nothing is known.
pub(crate) const NO_TIME: i64 = i64::MIN;

/// The values of a field by case number.
#[derive(Debug, Clone)]
pub(crate) enum Column {
    Text {
        names: Names,
        values: Vec<u32>,
    },
    /// NaN where nothing is known.
    Number(Vec<f64>),
    /// Microseconds since 1970.
    Time(Vec<i64>),
    YesNo(Vec<Option<bool>>),
}

/// The cases and what is known of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cases {
    pub count: usize,
    pub fields: Vec<Column>,
}

impl Cases {
    /// The text of a field, by the number it has among the field's names.
    pub(crate) fn text(&self, field: usize, case: usize) -> Option<u32> {
        match &self.fields[field] {
            Column::Text { values, .. } => Some(values[case]).filter(|&value| value != NO_TEXT),
            _ => None,
        }
    }

    /// The names of a field of texts.
    pub(crate) fn names(&self, field: usize) -> Option<&Names> {
        match &self.fields[field] {
            Column::Text { names, .. } => Some(names),
            _ => None,
        }
    }

    pub(crate) fn number(&self, field: usize, case: usize) -> Option<f64> {
        match &self.fields[field] {
            Column::Number(values) => Some(values[case]).filter(|value| !value.is_nan()),
            _ => None,
        }
    }

    pub(crate) fn time_us(&self, field: usize, case: usize) -> Option<i64> {
        match &self.fields[field] {
            Column::Time(values) => Some(values[case]).filter(|&value| value != NO_TIME),
            _ => None,
        }
    }

    pub(crate) fn yes(&self, field: usize, case: usize) -> Option<bool> {
        match &self.fields[field] {
            Column::YesNo(values) => values[case],
            _ => None,
        }
    }

    fn is_known(&self, field: usize, case: usize) -> bool {
        match &self.fields[field] {
            Column::Text { values, .. } => values[case] != NO_TEXT,
            Column::Number(values) => !values[case].is_nan(),
            Column::Time(values) => values[case] != NO_TIME,
            Column::YesNo(values) => values[case].is_some(),
        }
    }

    /// For which cases a condition is known to hold.
    pub(crate) fn holding(&self, condition: &Condition) -> Vec<bool> {
        self.judged(condition).into_iter().map(|holds| holds == Some(true)).collect()
    }

    /// For which cases a condition holds and for which it does not; nothing where that is not known.
    pub(crate) fn judged(&self, condition: &Condition) -> Vec<Option<bool>> {
        let mut judged = vec![Some(true); self.count];
        for (field, test) in &condition.0 {
            // Texts are compared once by name, not once a case.
            let wanted: Vec<u32> = match (test, self.names(*field)) {
                (Test::OneOf(texts), Some(names)) => {
                    texts.iter().filter_map(|text| names.find(text.as_bytes())).collect()
                }
                _ => Vec::new(),
            };
            for (case, judged) in judged.iter_mut().enumerate() {
                let holds = match test {
                    Test::OneOf(_) => self.text(*field, case).map(|text| wanted.contains(&text)),
                    Test::Is(answer) => self.yes(*field, case).map(|known| known == *answer),
                    Test::Between(over, under) => self.number(*field, case).map(|number| {
                        over.is_none_or(|over| number > over) && under.is_none_or(|under| number < under)
                    }),
                    Test::Present(wanted) => Some(self.is_known(*field, case) == *wanted),
                };
                // Of all tests, one that fails decides; else one that is not known leaves all open.
                *judged = match (*judged, holds) {
                    (Some(false), _) | (_, Some(false)) => Some(false),
                    (None, _) | (_, None) => None,
                    (Some(true), Some(true)) => Some(true),
                };
            }
        }
        judged
    }
}
