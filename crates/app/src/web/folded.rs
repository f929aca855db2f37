//! Text as search compares it.

/// The text in small letters, of which a search finds any part. SQLite's own `lower` knows only ASCII.
#[must_use]
pub fn folded(text: &str) -> String {
    text.to_lowercase()
}

/// A pattern for `like … escape '\'` that finds the words anywhere; none if there are no words.
#[must_use]
pub fn pattern(words: &str) -> Option<String> {
    let words = words.trim();
    if words.is_empty() {
        return None;
    }
    let escaped = folded(words).replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    Some(format!("%{escaped}%"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_find_themselves_in_any_script() {
        assert_eq!(pattern(" Няма Интернет "), Some("%няма интернет%".into()));
        assert_eq!(pattern("100%_"), Some("%100\\%\\_%".into()));
        assert_eq!(pattern("  "), None);
    }
}
