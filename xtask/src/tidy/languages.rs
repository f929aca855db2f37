//! Languages: each has every text, says it in its own words, and every text is used.

use super::fluent::{self, Text};
use super::{Breach, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// The language that the others are compared with.
const FIRST: &str = "en";

/// Every language and its plural categories.
const LANGUAGES: &[(&str, &[&str])] = &[
    (FIRST, &["one", "other"]),
    ("bg", &["one", "other"]),
    ("pl", &["one", "few", "many", "other"]),
    ("ru", &["one", "few", "many", "other"]),
    ("zh", &["other"]),
];

/// The texts of one language from one folder `locales`, each with the path of its file.
type Language<'a> = Vec<(&'a str, Text)>;

/// Every language has the files, messages, attributes and variables of English, none twice, none empty, none left
/// in English, and the plurals that its grammar has.
pub fn same_texts_everywhere(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for locales in folders(tree) {
        let first = language(tree, &locales, FIRST, &mut breaches);
        let same = Same::read(tree, &locales);
        for (code, plurals) in LANGUAGES {
            let own = if *code == FIRST { None } else { Some(language(tree, &locales, code, &mut breaches)) };
            let texts = own.as_ref().unwrap_or(&first);
            breaches.extend(said_once(texts));
            breaches.extend(not_empty(texts));
            breaches.extend(plurals_fit(texts, code, plurals));
            if own.is_some() {
                breaches.extend(same_files(tree, &locales, code));
                breaches.extend(same_keys(&first, texts, code));
                breaches.extend(same_variables(&first, texts));
                breaches.extend(own_words(&first, texts, &same));
            }
        }
        breaches.extend(same.stale(&first));
        breaches.extend(known_languages(tree, &locales));
    }
    breaches
}

/// Every English message stands in the code as a string, is part of another message, or has a key that is composed:
/// a comment `# composed: PREFIX, PREFIX` in an English file says so for all keys that start with one of the prefixes.
pub fn every_text_is_used(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let code: Vec<&str> = tree
        .ending(&[".rs", ".html"])
        .filter(|(path, _)| path.starts_with("crates/"))
        .map(|(_, text)| text)
        .collect();
    for locales in folders(tree) {
        let texts = language(tree, &locales, FIRST, &mut Vec::new());
        let mentioned: BTreeSet<_> = texts.iter().flat_map(|(_, text)| &text.mentions).collect();
        let composed = composed(tree, &locales);
        for (path, text) in &texts {
            let message = text.key.split('.').next().unwrap_or_default();
            let is_used = mentioned.contains(&message.to_owned())
                || composed.iter().any(|prefix| message.starts_with(prefix))
                || [message, &text.key]
                    .iter()
                    .any(|key| code.iter().any(|code| code.contains(&format!("\"{key}\""))));
            if !is_used {
                breaches.push(Breach::on(path, text.line, format!("nothing uses `{}`", text.key)));
            }
        }
    }
    breaches
}

/// The keys of all English texts, those of attributes as `message.attribute`.
pub fn keys(tree: &Tree) -> BTreeSet<String> {
    let texts =
        folders(tree).into_iter().flat_map(|locales| language(tree, &locales, FIRST, &mut Vec::new()));
    texts.map(|(_, text)| text.key).collect()
}

/// Every folder `locales/` with Fluent files, with its closing slash.
fn folders(tree: &Tree) -> BTreeSet<String> {
    let in_locales = |path: &str| Some(path.split_once("locales/")?.0.to_owned() + "locales/");
    tree.ending(&[".ftl"]).filter_map(|(path, _)| in_locales(path)).collect()
}

/// Path and text of the Fluent files of a language.
fn files<'a>(tree: &'a Tree, locales: &str, code: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let folder = format!("{locales}{code}/");
    tree.ending(&[".ftl"]).filter(move |(path, _)| path.starts_with(&folder))
}

fn language<'a>(tree: &'a Tree, locales: &str, code: &str, breaches: &mut Vec<Breach>) -> Language<'a> {
    let mut all = Vec::new();
    for (path, file) in files(tree, locales, code) {
        let (texts, problems) = fluent::texts(file);
        all.extend(texts.into_iter().map(|text| (path, text)));
        breaches.extend(problems.into_iter().map(|(line, what)| Breach::on(path, line, what)));
    }
    all
}

fn known_languages(tree: &Tree, locales: &str) -> Vec<Breach> {
    let files = tree
        .ending(&[".ftl"])
        .filter_map(|(path, _)| Some((path, path.strip_prefix(locales)?.split('/').next()?)));
    files
        .filter(|(_, code)| LANGUAGES.iter().all(|(known, _)| known != code))
        .map(|(path, code)| {
            Breach::on(
                path,
                1,
                format!("`{code}` is no language of the project; see xtask/src/tidy/languages.rs"),
            )
        })
        .collect()
}

fn same_files(tree: &Tree, locales: &str, code: &str) -> Vec<Breach> {
    let missing = |from: &str, to: &str| -> Vec<Breach> {
        let others = files(tree, locales, from)
            .map(|(path, _)| path.replacen(&format!("{locales}{from}/"), &format!("{locales}{to}/"), 1));
        others
            .filter(|path| !tree.has(path))
            .map(|path| Breach::on(&path, 1, format!("the file is missing; `{from}` has it")))
            .collect()
    };
    [missing(FIRST, code), missing(code, FIRST)].concat()
}

fn said_once(texts: &Language) -> Vec<Breach> {
    let mut seen = BTreeMap::new();
    let twice = texts.iter().filter_map(|(path, text)| {
        let before = seen.insert(&text.key, (path, text.line))?;
        Some(Breach::on(path, text.line, format!("`{}` is already in {}:{}", text.key, before.0, before.1)))
    });
    twice.collect()
}

fn not_empty(texts: &Language) -> Vec<Breach> {
    let empty = texts.iter().filter(|(_, text)| !text.has_content);
    empty.map(|(path, text)| Breach::on(path, text.line, format!("`{}` is empty", text.key))).collect()
}

fn same_keys(first: &Language, own: &Language, code: &str) -> Vec<Breach> {
    let keys =
        |texts: &Language| -> BTreeSet<String> { texts.iter().map(|(_, text)| text.key.clone()).collect() };
    let (first_keys, own_keys) = (keys(first), keys(own));
    let missing = first.iter().filter(|(_, text)| !own_keys.contains(&text.key));
    let extra = own.iter().filter(|(_, text)| !first_keys.contains(&text.key));
    missing
        .map(|(path, text)| Breach::on(path, text.line, format!("`{}` is missing in `{code}`", text.key)))
        .chain(
            extra.map(|(path, text)| {
                Breach::on(path, text.line, format!("`{}` is not in `{FIRST}`", text.key))
            }),
        )
        .collect()
}

/// Pairs of a text and its English text, those whose key is on both sides.
fn pairs<'a>(first: &'a Language, own: &'a Language) -> impl Iterator<Item = (&'a str, &'a Text, &'a Text)> {
    let first: BTreeMap<&str, &Text> = first.iter().map(|(_, text)| (text.key.as_str(), text)).collect();
    own.iter().filter_map(move |(path, text)| Some((*path, text, *first.get(text.key.as_str())?)))
}

fn same_variables(first: &Language, own: &Language) -> Vec<Breach> {
    // The variables of a term are a matter of its own language.
    let differ = pairs(first, own)
        .filter(|(_, own, first)| own.variables != first.variables && !own.key.starts_with('-'));
    let list =
        |names: &BTreeSet<String>| names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ");
    let what = |own: &Text, first: &Text| {
        format!("`{}` uses [{}], in `{FIRST}` [{}]", own.key, list(&own.variables), list(&first.variables))
    };
    differ.map(|(path, own, first)| Breach::on(path, own.line, what(own, first))).collect()
}

fn own_words(first: &Language, own: &Language, same: &Same) -> Vec<Breach> {
    // A term is a name, and names stay.
    let left = pairs(first, own)
        .filter(|(_, own, first)| own.form == first.form && own.has_letters && !own.key.starts_with('-'));
    left.filter(|(_, own, _)| !same.keys.contains_key(own.key.as_str()))
        .map(|(path, own, _)| {
            Breach::on(
                path,
                own.line,
                format!("`{}` is still in English; if that is right, add it to {}", own.key, same.path),
            )
        })
        .collect()
}

fn plurals_fit(texts: &Language, code: &str, categories: &[&str]) -> Vec<Breach> {
    let wanted: BTreeSet<String> = categories.iter().map(|name| (*name).to_owned()).collect();
    let choices =
        texts.iter().flat_map(|(path, text)| text.plurals.iter().map(move |choice| (path, text, choice)));
    choices
        .filter(|(_, _, choice)| **choice != wanted)
        .map(|(path, text, _)| {
            Breach::on(
                path,
                text.line,
                format!("`{}` chooses by number: `{code}` needs {}", text.key, categories.join(", ")),
            )
        })
        .collect()
}

/// `locales/same.txt`: keys whose text is rightly the same in other languages, one a line; `#` starts a comment.
struct Same<'a> {
    path: String,
    keys: BTreeMap<&'a str, usize>,
}

impl<'a> Same<'a> {
    fn read(tree: &'a Tree, locales: &str) -> Self {
        let path = format!("{locales}same.txt");
        let lines = (1..).zip(tree.text(&path).unwrap_or_default().lines());
        let keys = lines
            .map(|(n, line)| (line.split('#').next().unwrap_or_default().trim(), n))
            .filter(|(key, _)| !key.is_empty());
        Self { keys: keys.collect(), path }
    }

    fn stale(&self, first: &Language) -> Vec<Breach> {
        let gone = self.keys.iter().filter(|(key, _)| first.iter().all(|(_, text)| text.key != **key));
        gone.map(|(key, line)| Breach::on(&self.path, *line, format!("there is no text `{key}`"))).collect()
    }
}

/// The prefixes that the comments of the English files declare, as in `# composed: unit-, month-`.
fn composed<'a>(tree: &'a Tree, locales: &str) -> Vec<&'a str> {
    let comments =
        files(tree, locales, FIRST).flat_map(|(_, text)| text.lines()).filter(|line| line.starts_with('#'));
    let lists = comments.filter_map(|line| line.trim_start_matches('#').trim().strip_prefix("composed:"));
    lists.flat_map(|list| list.split(',')).map(str::trim).filter(|prefix| !prefix.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    const NOTHING: [&str; 0] = [];

    /// English as given, the other languages too, but for those that `others` names.
    fn with(english: &str, others: &[(&str, &str)]) -> Vec<(String, String)> {
        let text = |code: &str| {
            others.iter().find(|(other, _)| *other == code).map_or(english, |(_, text)| *text).to_owned()
        };
        LANGUAGES.iter().map(|(code, _)| (format!("locales/{code}/page.ftl"), text(code))).collect()
    }

    fn breaches(rule: fn(&Tree) -> Vec<Breach>, files: &[(String, String)]) -> Vec<String> {
        found(rule, &files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
    }

    #[test]
    fn languages_with_the_same_texts_are_fine() {
        assert_eq!(
            breaches(same_texts_everywhere, &with("a = { $n } %\n-brand = Touchline\n", &[])),
            NOTHING
        );
    }

    #[test]
    fn a_missing_a_foreign_and_a_broken_file_are_found() {
        let mut files = with("a = 1\n", &[]);
        files[1].0 = "locales/bg/other.ftl".into();
        files.push(("locales/de/page.ftl".into(), "a = 1\n".into()));
        files[2].1 = "a = 1\nb = { $\n".into();
        let broken = breaches(same_texts_everywhere, &files);
        assert!(broken[2].starts_with("locales/pl/page.ftl:2: this is not Fluent"), "{broken:?}");
        assert_eq!(
            [&broken[..2], &broken[3..]].concat(),
            [
                "locales/bg/page.ftl:1: the file is missing; `en` has it",
                "locales/en/other.ftl:1: the file is missing; `bg` has it",
                "locales/de/page.ftl:1: `de` is no language of the project; see xtask/src/tidy/languages.rs",
            ]
        );
    }

    #[test]
    fn missing_and_extra_messages_and_attributes_are_found() {
        let files = with("a = 1\n    .b = 2\nc = 3\n", &[("bg", "a = 1\nc = 3\nd = 4\n")]);
        assert_eq!(
            breaches(same_texts_everywhere, &files),
            ["locales/en/page.ftl:1: `a.b` is missing in `bg`", "locales/bg/page.ftl:3: `d` is not in `en`"]
        );
    }

    #[test]
    fn other_variables_are_found() {
        let files = with("a = { $n }, { $m }\n", &[("zh", "a = { $n }, { $k }\n")]);
        assert_eq!(
            breaches(same_texts_everywhere, &files),
            ["locales/zh/page.ftl:1: `a` uses [$k, $n], in `en` [$m, $n]"]
        );
    }

    #[test]
    fn a_text_said_twice_and_an_empty_one_are_found() {
        let files = with("a = 1\nb = 2\n", &[("ru", "a = 1\nb = { \"\" }\na = 2\n")]);
        assert_eq!(
            breaches(same_texts_everywhere, &files),
            [
                "locales/ru/page.ftl:3: `a` is already in locales/ru/page.ftl:1",
                "locales/ru/page.ftl:2: `b` is empty"
            ]
        );
    }

    #[test]
    fn a_text_left_in_english_is_found_unless_it_may_be() {
        let mut files =
            with("a = Late\n", &[("bg", "a = Късно\n"), ("pl", "a = Późno\n"), ("zh", "a = 晚\n")]);
        let left =
            ["locales/ru/page.ftl:1: `a` is still in English; if that is right, add it to locales/same.txt"];
        assert_eq!(breaches(same_texts_everywhere, &files), left);
        files.push(("locales/same.txt".into(), "a # a name\n".into()));
        assert_eq!(breaches(same_texts_everywhere, &files), NOTHING);
        files.push(("locales/same.txt".into(), "a\ngone\n".into()));
        assert_eq!(breaches(same_texts_everywhere, &files), ["locales/same.txt:2: there is no text `gone`"]);
    }

    #[test]
    fn plurals_that_the_grammar_lacks_or_misses_are_found() {
        let choice = |names: &[&str]| {
            format!(
                "a = {{ $n ->\n{}   *[other] {{ $n }}\n}}\n",
                names.iter().map(|n| format!("    [{n}] {{ $n }}\n")).collect::<String>()
            )
        };
        let (two, four) = (choice(&["one"]), choice(&["one", "few", "many"]));
        let files = with(&two, &[("ru", &four), ("zh", "a = { $n }\n")]);
        assert_eq!(
            breaches(same_texts_everywhere, &files),
            ["locales/pl/page.ftl:1: `a` chooses by number: `pl` needs one, few, many, other"]
        );
    }

    #[test]
    fn texts_that_nothing_uses_are_found() {
        let english =
            "# composed: problem-, unit-\na = 1\nb = { a }\nc = 3\n    .d = 4\nproblem-x = 5\nunit-y = 6\n";
        let mut files = with(english, &[]);
        files.push(("crates/report/src/page.rs".into(), "t(\"b\")".into()));
        assert_eq!(
            breaches(every_text_is_used, &files),
            ["locales/en/page.ftl:4: nothing uses `c`", "locales/en/page.ftl:4: nothing uses `c.d`"]
        );
        files.push(("crates/report/src/page.html".into(), "{{ t(\"c\") }}".into()));
        assert_eq!(breaches(every_text_is_used, &files), NOTHING);
    }
}
