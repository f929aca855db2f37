//! Habits of Rust files: what opens them, and what does not stay in them.

use super::source::{Source, places_of};
use super::{Breach, Tree};

/// Macros that stand for work not done, or for a look while working.
const UNFINISHED: &[&str] = &["todo!", "unimplemented!", "dbg!"];

/// The first line is `//!` and says what the file is for.
pub fn first_line_says_the_job(tree: &Tree) -> Vec<Breach> {
    let says = |text: &str| {
        text.lines()
            .next()
            .and_then(|line| line.strip_prefix("//!"))
            .is_some_and(|job| !job.trim().is_empty())
    };
    tree.ending(&[".rs"])
        .filter(|(_, text)| !says(text))
        .map(|(path, _)| Breach::on(path, 1, "the first line is not `//!` with the job of the file"))
        .collect()
}

/// No macro in the code stands for missing work.
pub fn nothing_unfinished(tree: &Tree) -> Vec<Breach> {
    in_code(tree, |code| {
        let places = UNFINISHED.iter().flat_map(|word| places_of(code, word).map(move |at| (at, *word)));
        places.map(|(at, word)| (at, format!("`{word}` is left in the code"))).collect()
    })
}

/// `#[ignore]` has a reason.
pub fn ignored_tests_say_why(tree: &Tree) -> Vec<Breach> {
    in_code(tree, |code| {
        let places = code.match_indices("#[ignore]");
        places.map(|(at, _)| (at, "say why the test is ignored: `#[ignore = \"…\"]`".to_owned())).collect()
    })
}

/// Nobody silences the compiler's word about dead code.
pub fn no_dead_code(tree: &Tree) -> Vec<Breach> {
    in_code(tree, |code| {
        let places = places_of(code, "dead_code");
        places.map(|at| (at, "code that nothing uses is deleted, not allowed".to_owned())).collect()
    })
}

/// Looks through the code of every Rust file; `look` gives bytes and what is wrong there.
fn in_code(tree: &Tree, look: impl Fn(&str) -> Vec<(usize, String)>) -> Vec<Breach> {
    let files = tree.ending(&[".rs"]);
    files
        .flat_map(|(path, text)| {
            look(&Source::new(text).code).into_iter().map(move |(at, what)| Breach::at(path, text, at, what))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn a_file_that_does_not_say_its_job_is_found() {
        for text in ["", "use x;\n", "//!\n", "\n//! Late.\n", "// Not a doc.\n"] {
            assert_eq!(found(first_line_says_the_job, &[("a.rs", text)]).len(), 1, "{text:?}");
        }
        assert!(found(first_line_says_the_job, &[("a.rs", "//! Does it.\n"), ("b.md", "no")]).is_empty());
    }

    #[test]
    fn unfinished_code_is_found_and_talk_about_it_is_not() {
        let text =
            "//! Has todo!() in a comment.\nfn a() { todo!() }\nfn b() { dbg!(1); unimplemented!(\"c\") }\n";
        assert_eq!(
            found(nothing_unfinished, &[("a.rs", text)]),
            [
                "a.rs:2: `todo!` is left in the code",
                "a.rs:3: `unimplemented!` is left in the code",
                "a.rs:3: `dbg!` is left in the code"
            ]
        );
        let talk = "//! Job.\nconst A: &str = \"todo!()\"; // dbg!(x)\nmy_todo!();\n";
        assert!(found(nothing_unfinished, &[("a.rs", talk)]).is_empty());
    }

    #[test]
    fn a_test_ignored_without_a_reason_is_found() {
        let text = "//! Job.\n#[test]\n#[ignore]\nfn a() {}\n#[ignore = \"slow\"]\nfn b() {}\n";
        assert_eq!(
            found(ignored_tests_say_why, &[("a.rs", text)]),
            ["a.rs:3: say why the test is ignored: `#[ignore = \"…\"]`"]
        );
    }

    #[test]
    fn dead_code_is_found_in_any_company() {
        for text in ["#[allow(dead_code)]", "#![allow(unused, dead_code)]", "#[expect(dead_code)]"] {
            assert_eq!(found(no_dead_code, &[("a.rs", text)]).len(), 1, "{text}");
        }
        assert!(found(no_dead_code, &[("a.rs", "// dead_code")]).is_empty());
    }
}
