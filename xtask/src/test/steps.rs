//! Everything that must hold before a change lands, as one list.

use super::run::Run;
use super::tally::Tally;
use crate::place::root;
use crate::shell::{Result, cargo, read, run, watch};
use crate::{assets as web, npm, program, tidy, tools};
use std::collections::BTreeSet;
use std::process::Command;

/// So many crates are too many to know what they do.
const MAX_CRATES: usize = 400;

/// One thing to check.
pub struct Step {
    /// What `--only` takes.
    pub name: &'static str,
    /// What it checks, in one line.
    pub about: &'static str,
    /// Checks it, and adds the tests that ran to the tally.
    pub check: fn(&mut Run) -> Result<Ending>,
}

/// How a step that did not fail ended.
pub enum Ending {
    /// It was checked and holds.
    Done,
    /// It cannot be checked on this machine, and why.
    Skipped(String),
}

/// The steps in the order they run: what answers in a second comes first.
pub const STEPS: &[Step] = &[
    Step { name: "format", about: "rustfmt has nothing to change", check: format },
    Step { name: "tidy", about: "floors, first lines, languages, links", check: tidy_tree },
    Step { name: "assets", about: "stylesheets and scripts build, and their types fit", check: assets },
    Step { name: "clippy", about: "no warning in any target, benches too", check: clippy },
    Step { name: "tests", about: "unit, property, snapshot, command-line and HTTP tests", check: tests },
    Step { name: "e2e", about: "every page in a browser: faults, accessibility, size, policy", check: e2e },
    Step { name: "doctests", about: "the examples in the docs run", check: doctests },
    Step { name: "docs", about: "the docs build without a warning", check: docs },
    Step { name: "fuzz", about: "the fuzz targets compile without a warning", check: fuzz },
    Step { name: "crates", about: "the program is made of fewer than 400 crates", check: crates },
    Step { name: "licences", about: "every dependency is allowed: licence, name, source", check: licences },
    Step { name: "advisories", about: "no dependency has an open advisory", check: advisories },
];

fn format(_: &mut Run) -> Result<Ending> {
    tools::component("fmt", "rustfmt")?;
    run(&mut cargo("fmt --all --check"))?;
    run(&mut cargo("fmt --manifest-path fuzz/Cargo.toml --check"))?;
    Ok(Ending::Done)
}

fn tidy_tree(_: &mut Run) -> Result<Ending> {
    tidy::run()?;
    Ok(Ending::Done)
}

fn assets(_: &mut Run) -> Result<Ending> {
    web::check()?;
    Ok(Ending::Done)
}

fn clippy(this: &mut Run) -> Result<Ending> {
    this.assets()?;
    tools::component("clippy", "clippy")?;
    run(&mut cargo("clippy --workspace --all-targets -- -D warnings"))?;
    Ok(Ending::Done)
}

fn tests(this: &mut Run) -> Result<Ending> {
    let line = if tools::has_nextest() {
        "nextest run --workspace --no-fail-fast --no-tests=pass"
    } else {
        "test --workspace --lib --bins --tests --examples --no-fail-fast"
    };
    this.assets()?;
    let mut tests = cargo(line);
    this.postgres(&mut tests)?;
    count(&mut tests, this)
}

fn e2e(this: &mut Run) -> Result<Ending> {
    let chromium = tools::chromium()?;
    npm::install("e2e")?;
    let program = program::debug()?;
    let mut browse = Command::new("node");
    browse.arg("run.mjs").current_dir(root().join("e2e"));
    browse.env("TOUCHLINE_PROGRAM", program).env("TOUCHLINE_CHROMIUM", chromium);
    count(&mut browse, this)
}

fn doctests(this: &mut Run) -> Result<Ending> {
    this.assets()?;
    count(&mut cargo("test --workspace --doc --no-fail-fast"), this)
}

/// Runs a test command and counts its tests.
fn count(tests: &mut Command, this: &mut Run) -> Result<Ending> {
    this.manner(tests);
    let (status, said) = watch(tests)?;
    let ran = Tally::of(&said);
    this.tally.add(ran);
    if status.success() {
        Ok(Ending::Done)
    } else if ran.failed > 0 {
        Err(format!("{} of {} tests failed", ran.failed, ran.failed + ran.passed).into())
    } else {
        Err(format!("the tests ended with {status}").into())
    }
}

fn docs(this: &mut Run) -> Result<Ending> {
    this.assets()?;
    run(cargo("doc --workspace --no-deps").env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(Ending::Done)
}

fn fuzz(_: &mut Run) -> Result<Ending> {
    let mut check = cargo("clippy --manifest-path fuzz/Cargo.toml --all-targets -- -D warnings");
    // Checking needs no libFuzzer: a path that is never linked spares compiling it, and a C++ compiler.
    run(check.env("CUSTOM_LIBFUZZER_PATH", "/not-linked/libfuzzer.a"))?;
    Ok(Ending::Done)
}

fn crates(_: &mut Run) -> Result<Ending> {
    let tree = read(&mut cargo("tree --package touchline --edges normal --prefix none"))?;
    // A crate that was already listed is marked with a star behind it.
    let crates: BTreeSet<_> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    eprintln!("{} crates", crates.len());
    if crates.len() < MAX_CRATES { Ok(Ending::Done) } else { Err(format!("{} crates", crates.len()).into()) }
}

fn licences(_: &mut Run) -> Result<Ending> {
    tools::subcommand("deny", "cargo-deny")?;
    // Who brings a crate in, `cargo tree --invert CRATE` tells; here it would bury the answer under every second version.
    run(&mut cargo("deny --all-features check --hide-inclusion-graph licenses bans sources"))?;
    Ok(Ending::Done)
}

/// An advisory that was found fails; a database that cannot be fetched is said, and does not.
fn advisories(_: &mut Run) -> Result<Ending> {
    tools::subcommand("deny", "cargo-deny")?;
    if let Err(problem) = read(&mut cargo("deny fetch db")) {
        let problem = problem.to_string();
        let why = problem.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        return Ok(Ending::Skipped(format!("the advisory database cannot be fetched ({})", why.trim())));
    }
    run(&mut cargo("deny --all-features check advisories"))?;
    Ok(Ending::Done)
}
