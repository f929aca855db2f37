//! The tools that verbs need: found, installed where that is possible, or named with the command that installs them.

use crate::shell::{Result, cargo, is_superuser, run, works};
use std::process::Command;

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

/// The name of a Chromium that can be started, installed as a package if there is none and the user may.
pub fn chromium() -> Result<&'static str> {
    let find = || {
        let names = ["chromium", "chromium-browser", "google-chrome"];
        names.into_iter().find(|name| works(Command::new(name).arg("--version")))
    };
    if let Some(name) = find() {
        return Ok(name);
    }
    let how = "install it with `apt-get install -y chromium`, or as your system does";
    if is_superuser() {
        eprintln!("Chromium is missing; installing it");
        run(Command::new("apt-get").args(["install", "-y", "chromium"]))
            .map_err(|e| format!("Chromium is missing and could not be installed ({e}); {how}"))?;
    }
    find().ok_or_else(|| format!("Chromium is missing; {how}").into())
}
