//! npm: the packages that a lock file names, installed once for each state of the file.

use crate::place::root;
use crate::shell::{Result, run};
use crate::tools;
use std::fs;
use std::path::Path;
use std::process::Command;

/// In `node_modules`: the lock file that was installed.
const INSTALLED: &str = ".installed-lock.json";

/// Installs what `FOLDER/package-lock.json` names, unless just that is installed already.
pub fn install(folder: &str) -> Result {
    tools::node()?;
    let place = root().join(folder);
    if is_installed(&place) {
        return Ok(());
    }
    let quiet = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    run(Command::new("npm").args(quiet).current_dir(&place))?;
    fs::copy(place.join("package-lock.json"), place.join("node_modules").join(INSTALLED))?;
    Ok(())
}

/// Runs a script of `FOLDER/package.json`.
pub fn script(folder: &str, name: &str) -> Result {
    run(Command::new("npm").args(["run", "--silent", name]).current_dir(root().join(folder)))
}

fn is_installed(place: &Path) -> bool {
    let lock = fs::read(place.join("package-lock.json"));
    let installed = fs::read(place.join("node_modules").join(INSTALLED));
    lock.is_ok_and(|lock| installed.is_ok_and(|installed| lock == installed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_lock_file_is_installed_anew() -> Result {
        let place = std::env::temp_dir().join(format!("touchline-npm-{}", std::process::id()));
        let modules = place.join("node_modules");
        fs::create_dir_all(&modules)?;
        let mut states = vec![is_installed(&place)];
        fs::write(place.join("package-lock.json"), "{}")?;
        states.push(is_installed(&place));
        fs::write(modules.join(INSTALLED), "{}")?;
        states.push(is_installed(&place));
        fs::write(place.join("package-lock.json"), "{ }")?;
        states.push(is_installed(&place));
        fs::remove_dir_all(&place)?;
        assert_eq!(states, [false, false, true, false]);
        Ok(())
    }
}
