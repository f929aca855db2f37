//! SQL: it stands in the stores of the rooms and in `crates/db`, so that one file shows all that a room asks.

use super::source::Source;
use super::{Breach, Tree};

/// How statements start; `_` is any word.
const STATEMENTS: &[&[&str]] = &[
    &["select", "_"],
    &["insert", "into"],
    &["update", "_", "set"],
    &["delete", "from"],
    &["create", "table"],
    &["alter", "table"],
    &["drop", "table"],
];

/// No string outside of the stores starts like a statement, those of tests aside.
pub fn sql_stands_in_stores(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, text) in tree.ending(&[".rs"]).filter(|(path, _)| may_not(path)) {
        for (at, _) in Source::new(text).strings(text).into_iter().filter(|(_, string)| is_statement(string))
        {
            breaches.push(Breach::at(path, text, at, "SQL outside of a room's `store.rs`; move it there"));
        }
    }
    breaches
}

fn may_not(path: &str) -> bool {
    let is_store =
        path.starts_with("crates/db/") || path.starts_with("crates/app/") && path.ends_with("/store.rs");
    let is_test = ["/tests/", "/tests.rs", "/benches/"].iter().any(|part| path.contains(part));
    path.starts_with("crates/") && !is_store && !is_test
}

fn is_statement(string: &str) -> bool {
    let words: Vec<String> = string.split_whitespace().take(3).map(str::to_lowercase).collect();
    STATEMENTS.iter().any(|start| {
        words.len() >= start.len()
            && start.iter().zip(&words).all(|(wanted, word)| *wanted == "_" || wanted == word)
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn statements_outside_of_stores_are_found() {
        let page = "//! Job.\nconst A: &str = \"SELECT a\\n from b\";\nconst B: &str = r#\"\n  update cases\n set a = 1\"#;\n";
        let file = |path| found(sql_stands_in_stores, &[(path, page)]);
        let what = "SQL outside of a room's `store.rs`; move it there";
        let pages = "crates/app/src/rooms/cases/pages/list.rs";
        assert_eq!(file(pages), [format!("{pages}:2: {what}"), format!("{pages}:3: {what}")]);
        assert_eq!(file("crates/touchline/src/main.rs").len(), 2);
    }

    #[test]
    fn stores_tests_and_plain_words_are_fine() {
        let sql = "//! Job.\nconst A: &str = \"delete from a\";\n";
        let plain = "//! Job, select a.\nf(\"select\", \"update it now\", \"inserted into\", \"a select b\");\n\
                     #[cfg(test)]\nmod tests { f(\"select a\"); }\n";
        let files = [
            ("crates/app/src/rooms/cases/store.rs", sql),
            ("crates/db/src/queue.rs", sql),
            ("crates/app/tests/cases.rs", sql),
            ("crates/app/src/web/page.rs", plain),
        ];
        assert_eq!(found(sql_stands_in_stores, &files), [] as [&str; 0]);
    }
}
