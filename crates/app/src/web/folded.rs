//! Text as search compares it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in small letters, of which a search finds any part. SQLite's own `lower` knows only ASCII.
#[must_use]
pub fn folded(text: &str) -> String {
    text.to_lowercase()
}

/// The text in small letters without the marks on them, so that `zolc` finds `żółć` and `ещё` is found as `еще`. Letters of
/// full width, as Chinese keyboards have them, become plain ones.
#[must_use]
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'ł' => plain.push('l'),
            'ø' => plain.push('o'),
            'đ' => plain.push('d'),
            'ß' => plain.push_str("ss"),
            letter => plain.push(letter),
        }
    }
    plain
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

    #[test]
    fn plain_letters_stand_for_those_with_marks() {
        let words = ["Zażółć GĘŚLĄ", "Ещё", "Straße", "ＡＢＣ１", "宽带报修"];
        assert_eq!(words.map(plain), ["zazolc gesla", "еще", "strasse", "abc1", "宽带报修"]);
    }
}
