//! `cargo xtask assets`: stylesheets and scripts, from `web/` into `web/dist`, which the program carries inside.

use crate::npm;
use crate::place::{files, root};
use crate::shell::Result;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

const FOLDER: &str = "web";

/// What they are built into, outside git.
const BUILT: &str = "web/dist";

/// The state of the sources that `web/dist` was built from.
const STATE: &str = "web/node_modules/.built";

/// Builds them, unless nothing changed: a file written anew would make cargo compile the application anew.
pub fn build() -> Result {
    npm::install(FOLDER)?;
    let state = state()?;
    let is_built = fs::read_to_string(root().join(STATE)).is_ok_and(|built| built == state);
    if is_built && root().join(BUILT).is_dir() {
        return Ok(());
    }
    npm::script(FOLDER, "build")?;
    Ok(fs::write(root().join(STATE), state)?)
}

/// Builds them and has the compiler check the types.
pub fn check() -> Result {
    build()?;
    npm::script(FOLDER, "check")
}

/// A number that stands for the paths and bytes of all sources.
fn state() -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in files()?.iter().filter(|path| path.starts_with("web/")) {
        (path, fs::read(root().join(path))?).hash(&mut hasher);
    }
    Ok(format!("{:016x}\n", hasher.finish()))
}
