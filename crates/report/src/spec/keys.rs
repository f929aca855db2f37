//! Reading a TOML table key by key, so that every mistake is found at once and named with its place.

use std::cell::RefCell;
use std::ops::Range;

use eventlog::nearest;
use language::Language;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Mistake, SpecError, Words};

/// Mistakes of a spec that are listed.
const MISTAKES_LISTED: usize = 100;

/// Where mistakes are gathered while a spec is read.
pub(super) struct Errors<'t> {
    text: &'t str,
    found: RefCell<Vec<SpecError>>,
}

impl<'t> Errors<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, found: RefCell::default() }
    }

    pub(super) fn add(&self, at: usize, mistake: Mistake) {
        if self.is_full() {
            return;
        }
        let before = &self.text[..self.text.floor_char_boundary(at)];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |start| start.chars().count()) + 1;
        self.found.borrow_mut().push(SpecError { line, column, mistake });
    }

    /// Whether so much is wrong that the rest need not be looked at.
    pub(super) fn is_full(&self) -> bool {
        self.found.borrow().len() >= MISTAKES_LISTED
    }

    /// All mistakes in the order of the file, each once, however often the key was asked for.
    pub(super) fn into_sorted(self) -> Vec<SpecError> {
        let full = self.is_full();
        let mut found = self.found.into_inner();
        found.sort_by_key(|error| (error.line, error.column));
        found.dedup();
        if let (true, Some(last)) = (full, found.last()) {
            let mistake = Mistake::TooMany { limit: MISTAKES_LISTED };
            found.push(SpecError { line: last.line, column: last.column, mistake });
        }
        found
    }
}

/// A table and the keys that were asked for.
pub(super) struct Keys<'a> {
    table: &'a DeTable<'a>,
    errors: &'a Errors<'a>,
    name: String,
    at: usize,
    asked: RefCell<Vec<&'static str>>,
}

/// A value and where it stands.
#[derive(Clone)]
pub(super) struct At<T> {
    pub value: T,
    pub at: usize,
}

impl<'a> Keys<'a> {
    pub(super) fn new(
        table: &'a DeTable<'a>,
        errors: &'a Errors<'a>,
        name: &str,
        span: Range<usize>,
    ) -> Self {
        Self { table, errors, name: name.to_owned(), at: span.start, asked: RefCell::default() }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn mistake(&self, at: usize, mistake: Mistake) {
        self.errors.add(at, mistake);
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key)
    }

    fn missing(&self, key: &'static str) {
        self.errors.add(self.at, Mistake::MissingKey { table: self.name.clone(), key: key.to_owned() });
    }

    fn wrong_type(&self, key: &str, at: usize, expected: &'static str) {
        self.errors.add(at, Mistake::WrongType { key: key.to_owned(), expected });
    }

    /// A text, if the key is there.
    pub(super) fn text(&self, key: &'static str) -> Option<At<String>> {
        let value = self.get(key)?;
        let text = self.string(key, value)?;
        if text.is_empty() {
            self.errors.add(value.span().start, Mistake::Empty { key: key.to_owned() });
            return None;
        }
        Some(At { value: text, at: value.span().start })
    }

    fn string(&self, key: &str, value: &Spanned<DeValue<'a>>) -> Option<String> {
        match value.get_ref().as_str() {
            Some(text) => Some(text.to_owned()),
            None => {
                self.wrong_type(key, value.span().start, "text");
                None
            }
        }
    }

    /// A text that must be there.
    pub(super) fn needed_text(&self, key: &'static str) -> At<String> {
        if !self.table.contains_key(key) {
            self.missing(key);
        }
        self.text(key).unwrap_or(At { value: String::new(), at: self.at })
    }

    /// A text for people: in one language, or a table of languages.
    pub(super) fn words(&self, key: &'static str) -> Option<Words> {
        let value = self.get(key)?;
        if let Some(text) = value.get_ref().as_str() {
            return Some(Words::from(text));
        }
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value.span().start, "words");
            return None;
        };
        if table.is_empty() {
            self.errors.add(value.span().start, Mistake::Empty { key: key.to_owned() });
        }
        let mut words = Vec::new();
        for (code, text) in table {
            match code.get_ref().parse::<Language>() {
                Ok(language) => words.extend(self.string(code.get_ref(), text).map(|text| (language, text))),
                Err(_) => self.unknown(code.span().start, code.get_ref(), &Language::ALL.map(Language::code)),
            }
        }
        Some(Words(words))
    }

    /// A text for people that must be there.
    pub(super) fn needed_words(&self, key: &'static str) -> Words {
        if !self.table.contains_key(key) {
            self.missing(key);
        }
        self.words(key).unwrap_or_default()
    }

    /// A number, whole or not.
    pub(super) fn number(&self, key: &'static str) -> Option<At<f64>> {
        let value = self.get(key)?;
        let number = number(value.get_ref());
        if number.is_none() {
            self.wrong_type(key, value.span().start, "number");
        }
        Some(At { value: number?, at: value.span().start })
    }

    /// A number that must be there.
    pub(super) fn needed_number(&self, key: &'static str) -> At<f64> {
        if !self.table.contains_key(key) {
            self.missing(key);
        }
        self.number(key).unwrap_or(At { value: 0.0, at: self.at })
    }

    /// A whole number, not below `least`.
    pub(super) fn whole(&self, key: &'static str, least: u64) -> Option<At<u64>> {
        let found = self.number(key)?;
        // Beyond 2⁵³ not every whole number is one of these.
        if found.value.fract() != 0.0 || found.value < least as f64 || found.value > 9_007_199_254_740_992.0 {
            self.wrong_type(key, found.at, "whole");
            return None;
        }
        Some(At { value: found.value as u64, at: found.at })
    }

    /// True or false.
    pub(super) fn flag(&self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(key, value.span().start, "flag");
        }
        flag
    }

    /// A list of texts, or one text.
    pub(super) fn texts(&self, key: &'static str) -> Vec<String> {
        self.get(key).map_or_else(Vec::new, |value| self.text_list(key, value))
    }

    pub(super) fn text_list(&self, key: &str, value: &Spanned<DeValue<'a>>) -> Vec<String> {
        match value.get_ref() {
            DeValue::Array(list) => list.iter().filter_map(|item| self.string(key, item)).collect(),
            _ => self.string(key, value).into_iter().collect(),
        }
    }

    /// A list of numbers.
    pub(super) fn numbers(&self, key: &'static str) -> Option<At<Vec<f64>>> {
        let value = self.get(key)?;
        let at = value.span().start;
        let list =
            value.get_ref().as_array().map(|list| list.iter().map(|item| number(item.get_ref())).collect());
        match list {
            Some(Some(value)) => Some(At { value, at }),
            _ => {
                self.wrong_type(key, at, "numbers");
                None
            }
        }
    }

    /// A table within.
    pub(super) fn table(&self, key: &'static str) -> Option<Self> {
        let value = self.get(key)?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(key, value.span().start, "table");
        }
        Some(Self::new(table?, self.errors, key, value.span()))
    }

    /// The value of a key that may be a table or something else.
    pub(super) fn any(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.get(key)
    }

    /// A list of tables, `[[key]]`.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Self> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, value.span().start, "tables");
            return Vec::new();
        };
        let tables = list.iter().filter_map(|item| {
            let table = item.get_ref().as_table();
            if table.is_none() {
                self.wrong_type(key, item.span().start, "tables");
            }
            Some(Self::new(table?, self.errors, key, item.span()))
        });
        tables.collect()
    }

    /// Everything in a table whose keys are names that the author chose.
    pub(super) fn entries(&self) -> impl Iterator<Item = (At<String>, &'a Spanned<DeValue<'a>>)> + use<'a> {
        for key in self.table.keys().filter(|key| key.get_ref().is_empty()) {
            self.errors.add(key.span().start, Mistake::Empty { key: self.name.clone() });
        }
        self.table
            .iter()
            .map(|(key, value)| (At { value: key.get_ref().to_string(), at: key.span().start }, value))
    }

    /// The table in an entry.
    pub(super) fn entry_table(&self, name: &str, value: &'a Spanned<DeValue<'a>>) -> Option<Self> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(name, value.span().start, "table");
        }
        Some(Self::new(table?, self.errors, name, value.span()))
    }

    /// Names every key that nobody asked for.
    pub(super) fn finish(&self) {
        let asked = self.asked.borrow();
        for key in self.table.keys() {
            if !asked.iter().any(|known| *known == key.get_ref()) {
                self.unknown(key.span().start, key.get_ref(), &asked);
            }
        }
    }

    /// The name that was probably meant, unless so much is wrong already that nobody will read it.
    pub(super) fn near<'n>(&self, name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
        if self.errors.is_full() {
            return None;
        }
        nearest(name, names).map(str::to_owned)
    }

    fn unknown(&self, at: usize, key: &str, known: &[&'static str]) {
        let mut known: Vec<String> = known.iter().map(|&key| key.to_owned()).collect();
        known.sort_unstable();
        known.dedup();
        let near = self.near(key, known.iter().map(String::as_str));
        let mistake = Mistake::UnknownKey { table: self.name.clone(), key: key.to_owned(), near, known };
        self.errors.add(at, mistake);
    }
}

/// A number, whole or not.
pub(super) fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(whole) => i64::from_str_radix(whole.as_str(), whole.radix()).ok().map(|n| n as f64),
        DeValue::Float(float) => float.as_str().parse().ok().filter(|n: &f64| n.is_finite()),
        _ => None,
    }
}
