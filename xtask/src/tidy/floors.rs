//! Floors: which crate may stand on which, and what the engines below never touch.

use super::source::{Source, places_of};
use super::{Breach, Tree};
use toml::{Table, Value};

/// Every crate and its floor. Imports point strictly down, so crates of one floor do not know each other.
const FLOORS: &[(&str, u8)] = &[
    ("bpmn", 0),
    ("calendar", 0),
    ("caseflow", 0),
    ("eventlog", 0),
    ("language", 0),
    ("measure", 0),
    ("chart", 1),
    ("mining", 1),
    ("samples", 1),
    ("sim", 1),
    ("db", 2),
    ("report", 2),
    ("app", 3),
    ("touchline", 4),
];

/// Floors up to this one hold the engines.
const TOP_ENGINE_FLOOR: u8 = 1;

/// Crates that an engine does without.
const NOT_FOR_ENGINES: &[&str] = &["tokio", "sqlx", "axum"];

/// Paths that an engine does without: the world comes in through readers, writers and arguments.
const OUTSIDE_WORLD: &[&str] =
    &["std::env", "std::fs", "SystemTime::now", "Instant::now", "Zoned::now", "Timestamp::now"];

/// Made-up data, which any crate's tests may use.
const FOR_TESTS: &str = "samples";

/// Every crate is in the table and depends only on crates of lower floors.
pub fn imports_point_down(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, name, manifest) in manifests(tree) {
        let Some(floor) = floor_of(name) else {
            breaches.push(Breach::on(
                path,
                1,
                format!("`{name}` has no floor; give it one in xtask/src/tidy/floors.rs"),
            ));
            continue;
        };
        let Ok(table) = manifest.parse::<Table>() else {
            breaches.push(Breach::on(path, 1, "this is not TOML"));
            continue;
        };
        for (kind, dependency) in dependencies(&table) {
            let for_tests = kind == "dev-dependencies" && dependency == FOR_TESTS;
            if let Some(below) = floor_of(&dependency).filter(|below| *below >= floor && !for_tests) {
                let what =
                    format!("`{name}` (floor {floor}) may not depend on `{dependency}` (floor {below})");
                breaches.push(Breach::at(path, manifest, manifest.find(&dependency).unwrap_or(0), what));
            }
        }
    }
    breaches
}

/// Engines name neither the crates of the application nor the machine around them, their tests aside.
pub fn engines_are_pure(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (path, name, manifest) in manifests(tree).filter(|(_, name, _)| is_engine(name)) {
        let table = manifest.parse::<Table>().unwrap_or_default();
        for (_, dependency) in
            dependencies(&table).into_iter().filter(|(_, d)| NOT_FOR_ENGINES.contains(&d.as_str()))
        {
            breaches.push(Breach::on(
                path,
                1,
                format!("the engine `{name}` may not depend on `{dependency}`"),
            ));
        }
    }
    for (path, text) in tree.ending(&[".rs"]).filter(|(path, _)| is_engine_code(path)) {
        let code = Source::new(text).code_without_tests();
        for word in NOT_FOR_ENGINES.iter().chain(OUTSIDE_WORLD) {
            for at in names(&code, word) {
                breaches.push(Breach::at(path, text, at, format!("an engine may not name `{word}`")));
            }
        }
    }
    breaches
}

fn floor_of(name: &str) -> Option<u8> {
    FLOORS.iter().find(|(known, _)| *known == name).map(|(_, floor)| *floor)
}

fn is_engine(name: &str) -> bool {
    floor_of(name).is_some_and(|floor| floor <= TOP_ENGINE_FLOOR)
}

/// Code that ships: below `src`, and not a file of tests.
fn is_engine_code(path: &str) -> bool {
    let mut parts = path.split('/');
    let in_engine =
        parts.next() == Some("crates") && parts.next().is_some_and(is_engine) && parts.next() == Some("src");
    in_engine && !path.ends_with("/tests.rs") && !path.contains("/tests/")
}

/// Path, folder's name and text of the manifest of each crate.
fn manifests(tree: &Tree) -> impl Iterator<Item = (&str, &str, &str)> {
    tree.all().filter_map(|(path, text)| {
        let name = path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")?;
        (!name.contains('/')).then_some((path, name, text))
    })
}

/// Kind and crate of each dependency, those for one platform too, renamed ones by their true name.
fn dependencies(manifest: &Table) -> Vec<(&'static str, String)> {
    let platforms = manifest.get("target").and_then(Value::as_table).into_iter().flatten();
    let tables: Vec<&Table> =
        std::iter::once(manifest).chain(platforms.filter_map(|(_, t)| t.as_table())).collect();
    let mut found = Vec::new();
    for kind in ["dependencies", "build-dependencies", "dev-dependencies"] {
        for (name, how) in tables.iter().filter_map(|table| table.get(kind)?.as_table()).flatten() {
            let package = how.get("package").and_then(Value::as_str).unwrap_or(name);
            found.push((kind, package.to_owned()));
        }
    }
    found
}

/// Where code names a path, written out or in a group: `std::fs` is also in `use std::{fmt, fs}`.
fn names(code: &str, path: &str) -> Vec<usize> {
    let mut places: Vec<usize> = places_of(code, path).collect();
    if let Some((parent, child)) = path.rsplit_once("::") {
        for at in places_of(code, &format!("{parent}::{{")) {
            let group = code[at..].split(['}', ';']).next().unwrap_or_default();
            let has = group
                .split(['{', ','])
                .skip(1)
                .any(|item| places_of(item.trim(), child).any(|place| place == 0));
            places.extend(has.then_some(at));
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn a_crate_without_a_floor_is_found() {
        let breaches =
            found(imports_point_down, &[("crates/attic/Cargo.toml", "[package]\nname = \"attic\"\n")]);
        assert_eq!(
            breaches,
            ["crates/attic/Cargo.toml:1: `attic` has no floor; give it one in xtask/src/tidy/floors.rs"]
        );
    }

    #[test]
    fn an_import_that_points_up_or_sideways_is_found() {
        let up = "[dependencies]\nmining = { workspace = true }\n";
        let sideways = "[dependencies]\nserde = \"1\"\nbpmn.workspace = true\n";
        let breaches = found(
            imports_point_down,
            &[("crates/eventlog/Cargo.toml", up), ("crates/measure/Cargo.toml", sideways)],
        );
        assert_eq!(
            breaches,
            [
                "crates/eventlog/Cargo.toml:2: `eventlog` (floor 0) may not depend on `mining` (floor 1)",
                "crates/measure/Cargo.toml:3: `measure` (floor 0) may not depend on `bpmn` (floor 0)",
            ]
        );
    }

    #[test]
    fn neither_a_new_name_nor_a_platform_hides_an_import() {
        let renamed = "[dependencies]\nlog = { package = \"eventlog\", path = \"x\" }\n";
        let platform = "[target.'cfg(unix)'.dependencies]\neventlog = { path = \"x\" }\n";
        for manifest in [renamed, platform] {
            assert_eq!(found(imports_point_down, &[("crates/bpmn/Cargo.toml", manifest)]).len(), 1);
        }
    }

    #[test]
    fn imports_that_point_down_are_fine_and_so_are_samples_in_tests() {
        let report =
            "[dependencies]\nbpmn.workspace = true\nchart.workspace = true\nlanguage.workspace = true\n";
        let mining =
            "[dependencies]\neventlog.workspace = true\n[dev-dependencies]\nsamples.workspace = true\n";
        let measure = "[dev-dependencies]\nsamples.workspace = true\n";
        let files = [("report", report), ("mining", mining), ("measure", measure)]
            .map(|(name, manifest)| (format!("crates/{name}/Cargo.toml"), manifest));
        let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        assert_eq!(found(imports_point_down, &files), [] as [&str; 0]);
    }

    #[test]
    fn an_engine_that_reaches_outside_is_found() {
        let code =
            "//! Job.\nuse std::{fmt, fs::File};\nfn now() { std::time::Instant::now(); tokio::spawn(x) }\n";
        let breaches = found(engines_are_pure, &[("crates/mining/src/lib.rs", code)]);
        assert_eq!(
            breaches,
            [
                "crates/mining/src/lib.rs:3: an engine may not name `tokio`",
                "crates/mining/src/lib.rs:2: an engine may not name `std::fs`",
                "crates/mining/src/lib.rs:3: an engine may not name `Instant::now`",
            ]
        );
        let manifest = "[dependencies]\nsqlx = \"1\"\n";
        assert_eq!(found(engines_are_pure, &[("crates/bpmn/Cargo.toml", manifest)]).len(), 1);
    }

    #[test]
    fn tests_benches_docs_and_upper_floors_may_reach_outside() {
        let engine = "//! Job.\n/// Not `std::fs`.\nfn a() {}\n#[cfg(test)]\nmod tests { use std::fs; }\n";
        let outside = "use std::env;";
        let files = [
            ("crates/bpmn/src/lib.rs", engine),
            ("crates/bpmn/tests/files.rs", outside),
            ("crates/bpmn/src/read/tests.rs", outside),
            ("crates/bpmn/benches/speed.rs", outside),
            ("crates/touchline/src/main.rs", outside),
        ];
        assert_eq!(found(engines_are_pure, &files), [] as [&str; 0]);
    }
}
