//! The five languages people read: texts by key, and numbers, durations, money and months as each of them writes them.
//!
//! Texts live in `locales/{en,bg,pl,ru,zh}/*.ftl` at the root of the project and are built in. Numbers given to a
//! text choose its plural form and are written in its language.
//!
//! ```
//! use language::{Language, Value};
//!
//! let bg: Language = "bg".parse().unwrap();
//! assert_eq!(bg.number(12345.678, 1), "12\u{a0}345,7");
//! assert_eq!(bg.duration(3.5 * 86_400.0), "3,5\u{a0}дни");
//! assert_eq!(Language::En.text_with("count-cases", &[("n", Value::Count(1))]), "1 case");
//! ```

mod figures;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::{LazyLock, PoisonError, RwLock};

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use foldhash::fast::RandomState;

static_loader! {
    static TEXTS = {
        locales: "../../locales",
        fallback_language: "en",
        customise: |bundle| {
            // Isolation marks would show up in scripts' output, and no language here is written from right to left.
            bundle.set_use_isolating(false);
            let language = bundle.locales.first().and_then(|id| id.language.as_str().parse().ok());
            bundle.set_formatter(Some(figures::formatter(language.unwrap_or(Language::En))));
        },
    };
}

/// Texts by their keys.
type Texts = RwLock<HashMap<Box<str>, Box<str>, RandomState>>;

/// Texts that were worked out, of each language.
static KNOWN: LazyLock<[Texts; Language::ALL.len()]> = LazyLock::new(Default::default);

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English, the one others are translated from.
    #[default]
    En,
    /// Bulgarian.
    Bg,
    /// Polish.
    Pl,
    /// Russian.
    Ru,
    /// Chinese, in simplified characters.
    Zh,
}

/// Something put into a text.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// Words, put in as they are.
    Text(Cow<'a, str>),
    /// A whole number, which may choose a plural form.
    Count(u64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<u64> for Value<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::En, Self::Bg, Self::Pl, Self::Ru, Self::Zh];

    /// Code of the language (ISO 639-1).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Bg => "bg",
            Self::Pl => "pl",
            Self::Ru => "ru",
            Self::Zh => "zh",
        }
    }

    /// The text of a key that has nothing to put in. Pages are made of hundreds of them, so that each is worked out once.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        let known = &KNOWN[self as usize];
        if let Some(text) = known.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return text.to_string();
        }
        // A key that is none of ours is not kept: what is kept stays within what is built in.
        let Some(text) = TEXTS.try_lookup(&self.id(), key) else { return TEXTS.lookup(&self.id(), key) };
        known.write().unwrap_or_else(PoisonError::into_inner).insert(key.into(), text.clone().into());
        text
    }

    /// The text of a key, with values put in by name.
    #[must_use]
    pub fn text_with(self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        let values: HashMap<Cow<'static, str>, FluentValue<'_>> = values
            .iter()
            .map(|(name, value)| {
                let value = match value {
                    Value::Text(text) => FluentValue::from(text.as_ref()),
                    Value::Count(count) => FluentValue::from(*count),
                };
                (Cow::Borrowed(*name), value)
            })
            .collect();
        // Each language has all keys, so there is seldom another to look in.
        let own = TEXTS.lookup_single_language(&self.id(), key, Some(&values));
        own.unwrap_or_else(|_| TEXTS.lookup_with_args(&self.id(), key, &values))
    }

    const fn id(self) -> LanguageIdentifier {
        match self {
            Self::En => langid!("en"),
            Self::Bg => langid!("bg"),
            Self::Pl => langid!("pl"),
            Self::Ru => langid!("ru"),
            Self::Zh => langid!("zh"),
        }
    }
}

/// Not the code of a language of the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not one of en, bg, pl, ru, zh")
    }
}

impl std::error::Error for UnknownLanguage {}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a code; a region behind it is passed over (`zh-CN`, `pl_PL.UTF-8`).
    fn from_str(code: &str) -> Result<Self, UnknownLanguage> {
        let code = code.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| code.eq_ignore_ascii_case(language.code()))
            .ok_or(UnknownLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_found_by_its_code_and_region() {
        for language in Language::ALL {
            assert_eq!(language.code().parse(), Ok(language));
            assert_eq!(format!("{}_XX.UTF-8", language.code()).parse(), Ok(language));
        }
        assert_eq!("de".parse::<Language>(), Err(UnknownLanguage));
    }

    #[test]
    fn plural_forms_follow_the_language() {
        let cases = |language: Language, n: u64| language.text_with("count-cases", &[("n", n.into())]);
        assert_eq!([1, 2, 5].map(|n| cases(Language::En, n)), ["1 case", "2 cases", "5 cases"]);
        assert_eq!(
            [1, 2, 5, 22].map(|n| cases(Language::Ru, n)),
            ["1 обращение", "2 обращения", "5 обращений", "22 обращения"]
        );
        assert_eq!(
            [1, 3, 5, 22].map(|n| cases(Language::Pl, n)),
            ["1 sprawa", "3 sprawy", "5 spraw", "22 sprawy"]
        );
        assert_eq!([1, 2].map(|n| cases(Language::Bg, n)), ["1 случай", "2 случая"]);
        assert_eq!(cases(Language::Zh, 8135), "8,135 个案例");
    }
}
