//! Habits of all text: its size, its whitespace, and words that do not belong.

use super::source::{Source, places_of};
use super::{Breach, Tree};

/// Lines that one file may have.
const MAX_LINES: usize = 700;

/// Files that people write and read from top to bottom.
const WRITTEN: &[&str] = &[".rs", ".css", ".ts", ".mjs", ".html"];

/// Files whose whitespace is ours to keep; data and snapshots are left as they are.
const CLEAN: &[&str] =
    &[".rs", ".toml", ".md", ".ftl", ".css", ".ts", ".js", ".mjs", ".html", ".sh", ".yml", ".ci/run"];

/// Marks that say "come back here". Such a place is finished, or becomes an issue.
const MARKS: &[&str] = &["FIXME", "XXX", "TODO"];

/// Beginnings of paths that mean something on one machine only.
const WORKPLACE: &[&str] = &[
    concat!("/", "work", "/"),
    concat!("..", "/shared"),
    concat!("/", "root", "/"),
    concat!("/", "home", "/"),
];

/// No mark of unfinished work, in comments of Rust and anywhere in the other files that people write.
pub fn no_marks(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, text) in tree.ending(WRITTEN) {
        let rust = path.ends_with(".rs").then(|| Source::new(text).comments);
        let looked_at = rust.as_deref().unwrap_or(text);
        for mark in MARKS {
            breaches.extend(
                places_of(looked_at, mark).map(|at| Breach::at(path, text, at, format!("`{mark}` is left"))),
            );
        }
    }
    breaches
}

/// No file that people write is longer than a few screens, unless a program made it.
pub fn not_too_long(tree: &Tree) -> Vec<Breach> {
    let made = |path: &str, text: &str| {
        path.contains("/generated/") || text.lines().next().is_some_and(|line| line.contains("@generated"))
    };
    tree.ending(WRITTEN)
        .filter(|(path, text)| !made(path, text))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > MAX_LINES)
        .map(|(path, lines)| {
            Breach::on(path, MAX_LINES + 1, format!("{lines} lines; split what is over {MAX_LINES}"))
        })
        .collect()
}

/// No whitespace at the end of a line, a newline at the end of the file, no tab in Rust.
pub fn whitespace_is_clean(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, text) in tree.ending(CLEAN) {
        for (n, line) in (1..).zip(text.split('\n')) {
            if line.ends_with(char::is_whitespace) {
                breaches.push(Breach::on(path, n, "whitespace at the end of the line"));
            }
            if path.ends_with(".rs") && line.contains('\t') {
                breaches.push(Breach::on(path, n, "a tab; indent with spaces, and write \\t in strings"));
            }
        }
        if !text.is_empty() && !text.ends_with('\n') {
            breaches.push(Breach::on(path, text.lines().count(), "no newline at the end of the file"));
        }
    }
    breaches
}

/// Nothing points to the machine it was written on.
pub fn no_words_of_a_workplace(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, text) in tree.all() {
        for word in WORKPLACE {
            for (at, _) in text.match_indices(word) {
                // Inside a longer path or address, as in `https://host/home/`, it is another word.
                let starts = !text[..at].ends_with(|c: char| c.is_alphanumeric() || "_-.".contains(c));
                if starts {
                    breaches.push(Breach::at(
                        path,
                        text,
                        at,
                        format!("`{word}` means something on one machine only"),
                    ));
                }
            }
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn marks_are_found_where_people_write_them() {
        let rust = "//! Job.\n// FIXME later\nconst NO_CURRENCY: &str = \"XXX\";\n";
        let page = "<p>\n<!-- TODO -->\n";
        assert_eq!(
            found(no_marks, &[("a.rs", rust), ("b.html", page), ("c.md", "no TODO")]),
            ["a.rs:2: `FIXME` is left", "b.html:2: `TODO` is left"]
        );
    }

    #[test]
    fn a_long_file_is_found_unless_it_was_generated() {
        let long = "x\n".repeat(701);
        let made = format!("// @generated\n{long}");
        let files = [
            ("a.rs", long.as_str()),
            ("b.css", &made),
            ("c/generated/d.ts", &long),
            ("e.snap", &long),
            ("f.rs", &long[2..]),
        ];
        assert_eq!(found(not_too_long, &files), ["a.rs:701: 701 lines; split what is over 700"]);
    }

    #[test]
    fn untidy_whitespace_is_found() {
        let files = [
            ("a.md", "one \ntwo\n"),
            ("b.rs", "//! x\n\tfn\n"),
            ("c.toml", "a = 1"),
            ("d.css", "a\r\n"),
            ("e.csv", "x \t"),
        ];
        assert_eq!(
            found(whitespace_is_clean, &files),
            [
                "a.md:1: whitespace at the end of the line",
                "b.rs:2: a tab; indent with spaces, and write \\t in strings",
                "c.toml:1: no newline at the end of the file",
                "d.css:1: whitespace at the end of the line",
            ]
        );
    }

    #[test]
    fn paths_of_one_machine_are_found() {
        let text = format!(
            "see {}main\nhttps://example.org{}x\nand {}/data\n",
            WORKPLACE[0], WORKPLACE[3], WORKPLACE[1]
        );
        let lines: Vec<usize> = no_words_of_a_workplace(&super::super::tests::tree(&[("a.md", &text)]))
            .iter()
            .map(|b| b.line)
            .collect();
        assert_eq!(lines, [1, 3]);
    }
}
