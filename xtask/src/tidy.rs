//! `cargo xtask tidy`: the habits of the tree, each a small rule over all files, checked as a test.

mod floors;
mod fluent;
mod languages;
mod links;
mod rooms;
mod routes;
mod rust;
mod source;
mod sql;
mod targets;
mod templates;
mod text;

use crate::place;
use crate::shell::Result;
use std::collections::BTreeMap;
use std::fmt;

/// Finds every place where a rule is broken.
type Rule = fn(&Tree) -> Vec<Breach>;

/// Every rule, after what it asks for.
const RULES: &[(&str, Rule)] = &[
    ("every crate has a floor, and imports point down", floors::imports_point_down),
    ("engines are pure: no async, no SQL, no clock, no files", floors::engines_are_pure),
    ("a room is entered by its door", rooms::rooms_have_doors),
    ("SQL stands in stores", sql::sql_stands_in_stores),
    ("every route says who may use it", routes::every_route_has_permissions),
    ("a Rust file opens with the line that says its job", rust::first_line_says_the_job),
    ("nothing is left unfinished", rust::nothing_unfinished),
    ("an ignored test says why", rust::ignored_tests_say_why),
    ("no dead code is kept", rust::no_dead_code),
    ("marks of unfinished work are not committed", text::no_marks),
    ("a file holds one thought", text::not_too_long),
    ("whitespace is clean", text::whitespace_is_clean),
    ("the project speaks of itself alone", text::no_words_of_a_workplace),
    ("each language has every text", languages::same_texts_everywhere),
    ("every text is used", languages::every_text_is_used),
    ("every text of a template is there", templates::texts_exist),
    ("nothing is inline in a page", templates::nothing_is_inline),
    ("links lead somewhere", links::links_lead_somewhere),
    ("every fuzz target is built", targets::every_target_is_listed),
];

/// Checks all rules and prints every breach.
pub fn run() -> Result {
    let tree = Tree::read()?;
    let mut breaches = 0;
    for (wish, rule) in RULES {
        for breach in rule(&tree) {
            eprintln!("{breach}\n    rule: {wish}");
            breaches += 1;
        }
    }
    match breaches {
        0 => {
            eprintln!("{} files keep {} rules", tree.0.len(), RULES.len());
            Ok(())
        }
        n => Err(format!("the tree breaks its rules in {n} places").into()),
    }
}

/// The text of every file of the project by its path from the root; a file that is not text is there, but empty.
#[derive(Default)]
pub struct Tree(BTreeMap<String, String>);

impl Tree {
    fn read() -> Result<Self> {
        let mut files = BTreeMap::new();
        for path in place::files()? {
            let bytes = std::fs::read(place::root().join(&path)).map_err(|e| format!("{path}: {e}"))?;
            files.insert(path, String::from_utf8(bytes).unwrap_or_default());
        }
        Ok(Self(files))
    }

    /// Path and text of the files that end with one of `endings`, by path.
    fn ending<'a>(&'a self, endings: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.all().filter(move |(path, _)| endings.iter().any(|end| path.ends_with(end)))
    }

    /// Path and text of all files, by path.
    fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    fn text(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// Whether there is a file or a folder at this path.
    fn has(&self, path: &str) -> bool {
        let folder = format!("{}/", path.trim_end_matches('/'));
        path.is_empty() || self.0.contains_key(path) || self.0.keys().any(|file| file.starts_with(&folder))
    }
}

/// A place where a rule is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    path: String,
    line: usize,
    what: String,
}

impl Breach {
    /// A breach on a line, the first being 1.
    fn on(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }

    /// A breach at a byte of the file's text.
    fn at(path: &str, text: &str, byte: usize, what: impl Into<String>) -> Self {
        Self::on(path, text.as_bytes()[..byte].iter().filter(|b| **b == b'\n').count() + 1, what)
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A made-up tree.
    pub fn tree(files: &[(&str, &str)]) -> Tree {
        Tree(files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
    }

    /// What a rule finds, as lines of text.
    pub fn found(rule: Rule, files: &[(&str, &str)]) -> Vec<String> {
        rule(&tree(files)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_tree_is_tidy() -> Result {
        let tree = Tree::read()?;
        let breaches: Vec<_> =
            RULES.iter().flat_map(|(_, rule)| rule(&tree)).map(|b| b.to_string()).collect();
        assert!(breaches.is_empty(), "\n{}", breaches.join("\n"));
        Ok(())
    }

    #[test]
    fn every_rule_is_content_with_an_empty_tree() {
        assert!(RULES.iter().all(|(_, rule)| rule(&Tree::default()).is_empty()));
    }

    #[test]
    fn a_folder_is_there_when_a_file_is_below_it() {
        let tree = tree(&[("docs/guide/report.md", "")]);
        assert!(tree.has("docs") && tree.has("docs/guide/") && tree.has("docs/guide/report.md"));
        assert!(!tree.has("docs/gui") && !tree.has("docs/guide/report"));
    }
}
