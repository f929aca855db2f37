//! The tools that verbs need: found, installed where that is possible, or named with the command that installs them.

use crate::shell::{Result, cargo, run, works};

/// A component of the toolchain, called `cargo VERB`.
pub fn component(verb: &str, name: &str) -> Result {
    if works(&mut cargo(&format!("{verb} --version"))) {
        return Ok(());
    }
    Err(format!("{name} is missing; install it with `rustup component add {name}`").into())
}

/// A subcommand of cargo, installed from the registry if it is missing.
pub fn subcommand(verb: &str, name: &str) -> Result {
    if works(&mut cargo(&format!("{verb} --version"))) {
        return Ok(());
    }
    eprintln!("{name} is missing; installing it, which takes some minutes once");
    run(&mut cargo(&format!("install --locked {name}")))
        .map_err(|e| format!("{name} is missing and could not be installed: {e}").into())
}

/// Whether the faster test runner is there; `cargo test` does as well.
pub fn has_nextest() -> bool {
    works(&mut cargo("nextest --version"))
}

/// A nightly compiler, which only fuzzing needs.
pub fn nightly() -> Result {
    if works(&mut cargo("+nightly --version")) {
        return Ok(());
    }
    Err("a nightly compiler is missing; install it with `rustup toolchain install nightly`".into())
}
