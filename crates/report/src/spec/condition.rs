//! Conditions on what is known of a case.

use toml::Spanned;
use toml::de::DeValue;

use super::keys::{At, Keys};
use super::read::Reading;
use super::{FieldKind, Mistake};

/// Tests on fields that must all hold; an empty condition holds for every case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Condition(pub Vec<(usize, Test)>);

/// A test on one field. Of a value that is not known only `Present` knows whether it holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// The text is one of these.
    OneOf(Vec<String>),
    /// The answer is this.
    Is(bool),
    /// The number lies over the first and under the second, where they are given.
    Between(Option<f64>, Option<f64>),
    /// Something is known, or nothing is.
    Present(bool),
}

impl Reading<'_> {
    /// The condition under a key; one that holds for every case where there is none.
    pub(super) fn condition(&self, keys: &Keys<'_>, key: &'static str) -> Condition {
        let Some(table) = keys.table(key) else { return Condition::default() };
        let tests = table.entries().filter_map(|(field, value)| {
            let number = self.field(&field, None);
            Some((number, self.test(&field, number, value, &table)?))
        });
        Condition(tests.collect())
    }

    fn test<'a>(
        &self,
        field: &At<String>,
        number: usize,
        value: &'a Spanned<DeValue<'a>>,
        table: &Keys<'a>,
    ) -> Option<Test> {
        let needs = |kind: FieldKind| {
            if self.kinds.get(number).is_some_and(|of_field| *of_field != kind) {
                let mistake = Mistake::WrongKind { field: field.value.clone(), expected: kind.name() };
                self.keys.mistake(field.at, mistake);
            }
        };
        match value.get_ref() {
            DeValue::Boolean(wanted) => {
                needs(FieldKind::YesNo);
                Some(Test::Is(*wanted))
            }
            DeValue::String(_) | DeValue::Array(_) => {
                needs(FieldKind::Text);
                let texts = table.text_list(&field.value, value);
                if texts.is_empty() {
                    self.no_condition(field, value);
                }
                Some(Test::OneOf(texts))
            }
            DeValue::Table(_) => self.bounds(field, value, table, needs),
            _ => {
                self.no_condition(field, value);
                None
            }
        }
    }

    fn bounds<'a>(
        &self,
        field: &At<String>,
        value: &'a Spanned<DeValue<'a>>,
        table: &Keys<'a>,
        needs: impl Fn(FieldKind),
    ) -> Option<Test> {
        let bounds = table.entry_table(&field.value, value)?;
        let (present, over, under) = (bounds.flag("present"), bounds.number("over"), bounds.number("under"));
        bounds.finish();
        let (over, under) = (over.map(|over| over.value), under.map(|under| under.value));
        match (present, over, under) {
            (Some(present), None, None) => Some(Test::Present(present)),
            (None, Some(over), Some(under)) if over >= under => {
                self.no_condition(field, value);
                None
            }
            (None, over, under) if over.is_some() || under.is_some() => {
                needs(FieldKind::Number);
                Some(Test::Between(over, under))
            }
            _ => {
                self.no_condition(field, value);
                None
            }
        }
    }

    fn no_condition(&self, field: &At<String>, value: &Spanned<DeValue<'_>>) {
        let mistake = Mistake::WrongType { key: field.value.clone(), expected: "condition" };
        self.keys.mistake(value.span().start, mistake);
    }
}
