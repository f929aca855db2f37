//! Everything that must hold before a change lands, as one list.

use super::tally::Tally;
use crate::shell::{Result, cargo, read, run, watch};
use crate::tidy;
use crate::tools;

/// One thing to check.
pub struct Step {
    /// What `--only` takes.
    pub name: &'static str,
    /// What it checks, in one line.
    pub about: &'static str,
    /// Checks it, and adds the tests that ran to the tally.
    pub run: fn(&mut Tally) -> Result<Ending>,
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
    Step { name: "format", about: "rustfmt has nothing to change", run: format },
    Step { name: "tidy", about: "floors, first lines, languages, links", run: tidy_tree },
    Step { name: "clippy", about: "no warning in any target, benches too", run: clippy },
    Step { name: "tests", about: "unit, property, snapshot and command-line tests", run: tests },
    Step { name: "doctests", about: "the examples in the docs run", run: doctests },
    Step { name: "docs", about: "the docs build without a warning", run: docs },
    Step { name: "fuzz", about: "the fuzz targets compile without a warning", run: fuzz },
    Step { name: "licences", about: "every dependency is allowed: licence, name, source", run: licences },
    Step { name: "advisories", about: "no dependency has an open advisory", run: advisories },
];

fn format(_: &mut Tally) -> Result<Ending> {
    tools::component("fmt", "rustfmt")?;
    run(&mut cargo("fmt --all --check"))?;
    run(&mut cargo("fmt --manifest-path fuzz/Cargo.toml --check"))?;
    Ok(Ending::Done)
}

fn tidy_tree(_: &mut Tally) -> Result<Ending> {
    tidy::run()?;
    Ok(Ending::Done)
}

fn clippy(_: &mut Tally) -> Result<Ending> {
    tools::component("clippy", "clippy")?;
    run(&mut cargo("clippy --workspace --all-targets -- -D warnings"))?;
    Ok(Ending::Done)
}

fn tests(tally: &mut Tally) -> Result<Ending> {
    let line = if tools::has_nextest() {
        "nextest run --workspace --no-fail-fast --no-tests=pass"
    } else {
        "test --workspace --lib --bins --tests --examples --no-fail-fast"
    };
    count(line, tally)
}

fn doctests(tally: &mut Tally) -> Result<Ending> {
    count("test --workspace --doc --no-fail-fast", tally)
}

/// Runs a test command and counts its tests. Snapshots are compared and never rewritten.
fn count(line: &str, tally: &mut Tally) -> Result<Ending> {
    let (status, said) = watch(cargo(line).env("CI", "true").env("INSTA_UPDATE", "no"))?;
    let ran = Tally::of(&said);
    tally.add(ran);
    if status.success() {
        Ok(Ending::Done)
    } else if ran.failed > 0 {
        Err(format!("{} of {} tests failed", ran.failed, ran.failed + ran.passed).into())
    } else {
        Err(format!("`cargo {line}` ended with {status}").into())
    }
}

fn docs(_: &mut Tally) -> Result<Ending> {
    run(cargo("doc --workspace --no-deps").env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(Ending::Done)
}

fn fuzz(_: &mut Tally) -> Result<Ending> {
    let mut check = cargo("clippy --manifest-path fuzz/Cargo.toml --all-targets -- -D warnings");
    // Checking needs no libFuzzer: a path that is never linked spares compiling it, and a C++ compiler.
    run(check.env("CUSTOM_LIBFUZZER_PATH", "/not-linked/libfuzzer.a"))?;
    Ok(Ending::Done)
}

fn licences(_: &mut Tally) -> Result<Ending> {
    tools::subcommand("deny", "cargo-deny")?;
    // Who brings a crate in, `cargo tree --invert CRATE` tells; here it would bury the answer under every second version.
    run(&mut cargo("deny --all-features check --hide-inclusion-graph licenses bans sources"))?;
    Ok(Ending::Done)
}

/// An advisory that was found fails; a database that cannot be fetched is said, and does not.
fn advisories(_: &mut Tally) -> Result<Ending> {
    tools::subcommand("deny", "cargo-deny")?;
    if let Err(problem) = read(&mut cargo("deny fetch db")) {
        let problem = problem.to_string();
        let why = problem.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
        return Ok(Ending::Skipped(format!("the advisory database cannot be fetched ({})", why.trim())));
    }
    run(&mut cargo("deny --all-features check advisories"))?;
    Ok(Ending::Done)
}
