//! A JSON value with its place, for readers that name every mistake.

use std::borrow::Cow;

use serde_json::Value;

use crate::place::{Mistake, Place, Problem};

/// A value and the pointer to it.
#[derive(Debug, Clone)]
pub(super) struct At<'a> {
    pub value: &'a Value,
    pointer: String,
}

/// Mistakes so far; a reader goes on after one, to name the next as well.
#[derive(Debug, Default)]
pub(super) struct Mistakes(pub Vec<Problem>);

/// The most mistakes that are listed.
const MAX_MISTAKES: usize = 100;

impl Mistakes {
    pub fn note(&mut self, place: Place, what: Mistake) {
        if self.0.len() < MAX_MISTAKES {
            self.0.push(Problem::new(place, what));
        }
    }
}

impl<'a> At<'a> {
    pub fn root(value: &'a Value) -> Self {
        Self { value, pointer: String::new() }
    }

    pub fn place(&self) -> Place {
        Place::Pointer(self.pointer.clone())
    }

    fn below(&self, key: &str, value: &'a Value) -> Self {
        let key = key.replace('~', "~0").replace('/', "~1");
        Self { value, pointer: format!("{}/{key}", self.pointer) }
    }

    /// A member that may be missing; `null` is missing, too.
    pub fn get(&self, key: &str) -> Option<Self> {
        self.value.get(key).filter(|value| !value.is_null()).map(|value| self.below(key, value))
    }

    /// A member that has to be there.
    pub fn need(&self, key: &str, mistakes: &mut Mistakes) -> Option<Self> {
        let found = self.get(key);
        if found.is_none() {
            mistakes.note(self.place(), Mistake::Missing(key.to_owned()));
        }
        found
    }

    fn of_type<T>(&self, found: Option<T>, wanted: &'static str, mistakes: &mut Mistakes) -> Option<T> {
        if found.is_none() {
            mistakes.note(self.place(), Mistake::Type { wanted, found: kind(self.value) });
        }
        found
    }

    /// The items of a list.
    pub fn items(&self, mistakes: &mut Mistakes) -> Vec<Self> {
        let list = self.of_type(self.value.as_array(), "a list", mistakes);
        let items = list.into_iter().flatten().enumerate();
        items.map(|(at, value)| self.below(&at.to_string(), value)).collect()
    }

    /// The members of an object.
    pub fn members(&self, mistakes: &mut Mistakes) -> Vec<(&'a str, Self)> {
        let object = self.of_type(self.value.as_object(), "an object", mistakes);
        object.into_iter().flatten().map(|(key, value)| (&**key, self.below(key, value))).collect()
    }

    /// A text; a number is taken as it is written.
    pub fn text(&self, mistakes: &mut Mistakes) -> Option<Cow<'a, str>> {
        let found = match self.value {
            Value::String(text) => Some(Cow::Borrowed(&**text)),
            Value::Number(number) => Some(Cow::Owned(number.to_string())),
            _ => None,
        };
        self.of_type(found, "a text", mistakes)
    }

    /// A number, also one in quotes.
    pub fn number(&self, mistakes: &mut Mistakes) -> Option<f64> {
        let found = match self.value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        self.of_type(found.filter(|number| !number.is_nan()), "a number", mistakes)
    }

    /// A number within bounds.
    pub fn within(
        &self,
        (least, most): (f64, f64),
        what: &'static str,
        wanted: &'static str,
        mistakes: &mut Mistakes,
    ) -> Option<f64> {
        let value = self.number(mistakes)?;
        if (least..=most).contains(&value) {
            return Some(value);
        }
        mistakes.note(self.place(), Mistake::Range { what, value, wanted });
        None
    }

    /// A whole number within bounds.
    pub fn whole(&self, what: &'static str, least: u32, most: u32, mistakes: &mut Mistakes) -> Option<u32> {
        let bounds = (f64::from(least), f64::from(most));
        let value = self.within(bounds, what, "a whole number within its limits", mistakes)?;
        if value.fract() != 0.0 {
            mistakes.note(self.place(), Mistake::Range { what, value, wanted: "a whole number" });
            return None;
        }
        Some(value as u32)
    }

    /// Notes each member that is none of these.
    pub fn know(&self, known: &[&str], mistakes: &mut Mistakes) {
        for (key, member) in self.members(mistakes) {
            if !known.contains(&key) {
                mistakes.note(
                    member.place(),
                    Mistake::UnknownKey { key: key.to_owned(), known: known.join(", ") },
                );
            }
        }
    }

    pub fn text_of(&self, key: &str, mistakes: &mut Mistakes) -> Option<Cow<'a, str>> {
        self.need(key, mistakes)?.text(mistakes)
    }
}

fn kind(value: &Value) -> String {
    match value {
        Value::Null => "nothing".into(),
        Value::Bool(held) => held.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => format!("\"{}\"", text.chars().take(40).collect::<String>()),
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
    }
}
