//! The attributes of a tag, as they stand in a file, quotes forgotten and spaces missing.

use super::characters::{is_name, is_space};
use super::{MAX_ATTRIBUTES, ProblemKind};

/// A name and a value as it stands in the file.
pub(super) struct Raw<'a> {
    pub(super) name: &'a str,
    pub(super) value: &'a str,
    /// Bytes before it.
    pub(super) at: usize,
}

/// Cuts what follows the name in a tag into attributes; what is no attribute is told to `problem` with its place.
pub(super) fn scan<'a>(tag: &'a str, mut problem: impl FnMut(usize, ProblemKind)) -> Vec<Raw<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        at += tag[at..].len() - tag[at..].trim_start_matches(is_space).len();
        let rest = &tag[at..];
        // One too many is enough for the file to be refused.
        if rest.is_empty() || found.len() > MAX_ATTRIBUTES {
            return found;
        }
        let name_end = rest.find(|c| is_space(c) || c == '=').unwrap_or(rest.len());
        let name = &rest[..name_end];
        let after = rest[name_end..].trim_start_matches(is_space);
        let (value, used) = match after.strip_prefix('=') {
            Some(after) => {
                let after = after.trim_start_matches(is_space);
                let skipped = rest.len() - after.len();
                let (value, length, quoted) = value_of(after);
                if !quoted && is_name(name) {
                    problem(at, ProblemKind::UnquotedAttribute { name: shortened(name) });
                }
                (Some(value), skipped + length)
            }
            None => (None, name_end.max(1)),
        };
        match value {
            Some(value) if is_name(name) => found.push(Raw { name, value, at }),
            _ => problem(at, ProblemKind::NoAttribute { text: shortened(&rest[..used]) }),
        }
        at += used;
    }
}

/// The value at the beginning of a text, the bytes it takes, and whether it has quotes.
fn value_of(text: &str) -> (&str, usize, bool) {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote.and_then(|quote| text[1..].find(quote)) {
        Some(end) => (&text[1..=end], end + 2, true),
        None => {
            let end = text.find(is_space).unwrap_or(text.len());
            (&text[..end], end, false)
        }
    }
}

/// The beginning of a text, for messages.
pub(super) fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 {
        text.to_owned()
    } else {
        let mut short: String = text.chars().take(39).collect();
        short.push('…');
        short
    }
}
