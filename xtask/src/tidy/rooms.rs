//! Doors: a room uses of another only what that room's `mod.rs` shows.

use super::source::Source;
use super::{Breach, Tree};

const ROOMS: &str = "crates/app/src/rooms/";

/// No file of a room names a module inside another room, in whatever way the path is written.
pub fn rooms_have_doors(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, text) in tree.ending(&[".rs"]) {
        let Some(own) = path.strip_prefix(ROOMS).and_then(room) else {
            continue;
        };
        for (at, names) in paths(&Source::new(text).code) {
            let inside = names.windows(2).find(|pair| pair[0] != own && is_module(tree, pair[0], pair[1]));
            if let Some([other, module]) = inside {
                let what =
                    format!("`{other}::{module}` is inside another room; use what `{other}/mod.rs` shows");
                breaches.push(Breach::at(path, text, at, what));
            }
        }
    }
    breaches
}

/// The room that a path below the folder of rooms belongs to; none for the file that lists the rooms.
fn room(path: &str) -> Option<&str> {
    let first = path.split('/').next()?.trim_end_matches(".rs");
    (first != "mod").then_some(first)
}

fn is_module(tree: &Tree, room: &str, name: &str) -> bool {
    let path = format!("{ROOMS}{room}/{name}");
    tree.has(&format!("{path}.rs")) || tree.has(&format!("{path}/mod.rs"))
}

/// Byte and names of every path in the code; `a::{b, c::d}` is two paths.
fn paths(code: &str) -> Vec<(usize, Vec<&str>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < code.len() {
        match name_at(code, at) {
            "" => at += code[at..].chars().next().map_or(1, char::len_utf8),
            _ => at = tree_at(code, at, &[], &mut found),
        }
    }
    found
}

/// Reads the path or the group of paths at `at`, below `above`; returns where it ends.
fn tree_at<'a>(code: &'a str, at: usize, above: &[&'a str], found: &mut Vec<(usize, Vec<&'a str>)>) -> usize {
    let start = at;
    let mut names = above.to_vec();
    let mut at = at;
    loop {
        let name = name_at(code, at);
        if name.is_empty() {
            break;
        }
        names.push(name);
        at += name.len();
        match code[at..].trim_start().strip_prefix("::") {
            Some(rest) => at = skip_space(code, code.len() - rest.len()),
            None => break,
        }
    }
    if !code[at..].starts_with('{') || names.len() == above.len() && above.is_empty() {
        found.push((start, names));
        return at;
    }
    at += 1;
    loop {
        at = skip_space(code, at);
        match code[at..].chars().next() {
            Some('}') => return at + 1,
            Some(',') => at += 1,
            Some(_) if !name_at(code, at).is_empty() || code[at..].starts_with('{') => {
                at = tree_at(code, at, &names, found);
            }
            // `*`, or something that is no path after all.
            Some('*') => at += 1,
            _ => return at,
        }
    }
}

fn name_at(code: &str, at: usize) -> &str {
    let rest = &code[at..];
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    &rest[..length]
}

fn skip_space(code: &str, at: usize) -> usize {
    code.len() - code[at..].trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    const PEOPLE: &[(&str, &str)] = &[
        ("crates/app/src/rooms/people/mod.rs", "mod store;\npub use model::Person;\n"),
        ("crates/app/src/rooms/people/store.rs", "use super::store::x;\n"),
        ("crates/app/src/rooms/people/pages/mod.rs", ""),
    ];

    fn breaches(code: &str) -> usize {
        let files = [PEOPLE, &[("crates/app/src/rooms/cases/queries.rs", code)]].concat();
        found(rooms_have_doors, &files).len()
    }

    #[test]
    fn ways_around_a_door_are_found() {
        for code in [
            "use crate::rooms::people::store;",
            "fn a() { crate::rooms::people::store::find(b) }",
            "use super::super::people::pages::list;",
            "use crate::rooms::{cases, people::{Person, store::b}};",
            "use crate::rooms::people;\nfn a() { people :: store::find(b) }",
        ] {
            assert_eq!(breaches(code), 1, "{code}");
        }
        let files = [PEOPLE, &[("crates/app/src/rooms/cases/a.rs", "\nuse crate::rooms::people::store::b;")]]
            .concat();
        assert_eq!(
            found(rooms_have_doors, &files),
            [
                "crates/app/src/rooms/cases/a.rs:2: `people::store` is inside another room; use what `people/mod.rs` shows"
            ]
        );
    }

    #[test]
    fn doors_and_what_looks_like_a_room_are_fine() {
        for code in [
            "use crate::rooms::people::{self, Person, find};\nfn a() { people::find(Person::new()) }",
            "use super::store; // crate::rooms::people::store",
            "fn a(people: B) { if people.store { c::d } else { [1] } match e { f => {} } }",
            "let a = \"people::store\"; let b = B { people: store };",
        ] {
            assert_eq!(breaches(code), 0, "{code}");
        }
        let files = [PEOPLE, &[("crates/app/src/routes.rs", "use crate::rooms::people::pages;")]].concat();
        assert!(found(rooms_have_doors, &files).is_empty());
    }
}
