//! Keys: the short names that packs and maps give to case types, fields, outcomes, processes and steps.

use crate::limits::KEY_BYTES;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A short name for programs: ASCII letters, digits, `-`, `_`, `.` and `:`, from 1 to [`KEY_BYTES`] long.
///
/// ```
/// use caseflow::Key;
///
/// assert_eq!(Key::new("new-employee").unwrap().as_str(), "new-employee");
/// assert!(Key::new("new employee").is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

impl Key {
    /// The key, if `text` is one.
    pub fn new(text: &str) -> Option<Self> {
        is_key(text).then(|| Self(text.to_owned()))
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_key(text: &str) -> bool {
    (1..=KEY_BYTES).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}

impl TryFrom<String> for Key {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if is_key(&text) { Ok(Self(text)) } else { Err("not a key") }
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_short_and_plain() {
        for good in ["a", "Task_1x", "order.delivery:date", &"k".repeat(KEY_BYTES)] {
            assert!(Key::new(good).is_some(), "{good}");
        }
        for bad in ["", "a b", "ключ", "a/b", "a\0", &"k".repeat(KEY_BYTES + 1)] {
            assert!(Key::new(bad).is_none(), "{bad}");
            assert!(serde_json::from_value::<Key>(bad.into()).is_err(), "{bad}");
        }
    }
}
