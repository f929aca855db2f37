//! The tools that verbs need: found, installed where that is possible, or named with the command that installs them.

mod apt;

use crate::shell::{Result, cargo, is_superuser, read, run, works};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Older ones cannot drive the browser.
const OLDEST_NODE: u32 = 20;

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

/// Node and npm, which build stylesheets and scripts and run the browser tests.
pub fn node() -> Result {
    let find = || {
        let version = read(Command::new("node").arg("--version")).ok()?;
        let major: u32 = version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()?;
        (major >= OLDEST_NODE && works(Command::new("npm").arg("--version"))).then_some(())
    };
    found_or_installed(&format!("Node {OLDEST_NODE} or newer with npm"), &["nodejs", "npm"], find)
}

/// The name of a Chromium that can be started.
pub fn chromium() -> Result<&'static str> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let find = || names.into_iter().find(|name| works(Command::new(name).arg("--version")));
    found_or_installed("Chromium", &["chromium"], find)
}

/// The load generator that the server is measured with.
pub fn wrk() -> Result {
    // None of its flags ends well; that it starts is enough.
    let find = || Command::new("wrk").arg("-v").output().is_ok().then_some(());
    found_or_installed("wrk", &["wrk"], find)
}

/// The folder with the programs of a PostgreSQL server; the newest, if there are several.
pub fn postgresql() -> Result<PathBuf> {
    found_or_installed("PostgreSQL", &["postgresql"], || {
        let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
        let mut versions: Vec<_> = debian.map(|entry| entry.path().join("bin")).collect();
        versions.sort_by_key(|bin| bin.parent().and_then(version));
        let path = std::env::var_os("PATH").unwrap_or_default();
        let anywhere = versions.into_iter().rev().chain(std::env::split_paths(&path));
        anywhere.into_iter().find(|bin| bin.join("initdb").is_file() && bin.join("postgres").is_file())
    })
}

fn version(folder: &Path) -> Option<u32> {
    folder.file_name()?.to_str()?.parse().ok()
}

/// What `find` finds: at once, or after Debian's packages were installed, where the user may.
fn found_or_installed<T>(thing: &str, packages: &[&str], find: impl Fn() -> Option<T>) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let how = format!("install it with `apt-get install {}`, or as your system does", packages.join(" "));
    if is_superuser() && works(Command::new("apt-get").arg("--version")) {
        eprintln!("{thing} is missing; installing it");
        apt::install(packages)
            .map_err(|e| format!("{thing} is missing and could not be installed ({e}); {how}"))?;
    }
    find().ok_or_else(|| format!("{thing} is missing; {how}").into())
}
