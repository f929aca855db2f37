//! Keys of processes: short names for addresses and programs, made of what people call a process.

use crate::web::folded::plain;
use caseflow::Key;
use std::collections::HashSet;

/// Longest part of a key that is taken from a name, in characters; a number may follow it.
const LONGEST: usize = 40;

/// Words that addresses of the catalogue begin with.
const TAKEN: [&str; 8] = ["new", "bulk", "edits", "export", "import", "imports", "landscape", "views"];

/// Whether a process may have this key.
#[must_use]
pub fn is_key(key: &str) -> bool {
    Key::new(key).is_some() && !TAKEN.contains(&key)
}

/// A key for a process of this name that is none of those.
#[must_use]
pub fn key_of(name: &str, known: &HashSet<String>) -> String {
    let mut key = String::new();
    for letter in plain(name).chars() {
        match latin(letter) {
            Some(letters) => key.push_str(letters),
            None if letter.is_ascii_alphanumeric() => key.push(letter),
            None if !key.ends_with('-') && !key.is_empty() => key.push('-'),
            None => {}
        }
    }
    let key = key.get(..LONGEST).unwrap_or(&key).trim_matches('-');
    let key = if is_key(key) { key.to_owned() } else { "process".to_owned() };
    if !known.contains(&key) {
        return key;
    }
    (2_u32..).map(|number| format!("{key}-{number}")).find(|key| !known.contains(key)).unwrap_or(key)
}

/// A Cyrillic letter in Latin ones, as on Bulgarian road signs and in Russian passports.
fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'ы' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "sht",
        'ъ' => "a",
        'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_script_has_a_key_of_its_own() {
        let known = HashSet::from(["get-connected".to_owned(), "process".to_owned()]);
        let keys = ["Get connected", "Zgłoszenie – usterka!", "Смяна на тарифа", "报修", "New", "  "];
        let made = keys.map(|name| key_of(name, &known));
        assert_eq!(
            made,
            [
                "get-connected-2",
                "zgloszenie-usterka",
                "smyana-na-tarifa",
                "process-2",
                "process-2",
                "process-2"
            ]
        );
        assert!(is_key(&key_of(&"a very long name ".repeat(20), &known)));
        assert!(!is_key("landscape") && !is_key("Два") && !is_key(""));
    }
}
