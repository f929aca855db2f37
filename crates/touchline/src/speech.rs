//! Which language to speak: known before anything is said, mistakes on the command line included.

use std::ffi::OsString;

use language::Language;

/// The language that `--lang` names, else the first of these variables that says anything.
const VARIABLES: [&str; 4] = ["TOUCHLINE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of the words on the command line and of the environment; English where neither names one of ours.
pub fn language(words: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Language {
    asked_for(words).or_else(|| of_environment(variable)).unwrap_or_default()
}

/// What `--lang CODE` or `--lang=CODE` says; a code that is none is complained about later, with the other arguments.
fn asked_for(words: &[OsString]) -> Option<Language> {
    let mut words = words.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        if word == "--lang" {
            return words.next()?.parse().ok();
        }
        if let Some(code) = word.strip_prefix("--lang=") {
            return code.parse().ok();
        }
    }
    None
}

fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<Language> {
    VARIABLES.iter().find_map(|name| variable(name).filter(|value| !value.is_empty()))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(line: &str, environment: &[(&str, &str)]) -> Language {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        language(&words, |name| {
            environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_command_line_wins_over_the_environment() {
        let environment = [("LANG", "ru_RU.UTF-8"), ("TOUCHLINE_LANG", "pl")];
        assert_eq!(spoken("touchline mine a.csv --lang bg", &environment), Language::Bg);
        assert_eq!(spoken("touchline --lang=zh mine a.csv", &environment), Language::Zh);
        assert_eq!(spoken("touchline mine a.csv", &environment), Language::Pl);
        assert_eq!(spoken("touchline mine a.csv", &environment[..1]), Language::Ru);
    }

    #[test]
    fn what_is_not_a_language_of_ours_is_english() {
        assert_eq!(spoken("touchline --lang de", &[]), Language::En);
        assert_eq!(
            spoken("touchline -- --lang bg", &[("LC_ALL", "C"), ("LANG", "ru_RU.UTF-8")]),
            Language::En
        );
        assert_eq!(spoken("touchline", &[("LC_ALL", ""), ("LANG", "zh_CN.UTF-8")]), Language::Zh);
    }
}
