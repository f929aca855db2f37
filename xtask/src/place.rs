//! Where things lie: the root of the tree, cargo's target folder, the files that git knows.

use crate::shell::{Result, cargo, read};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The root of the workspace.
///
/// What `cargo run` and `cargo test` say now comes before where this was compiled: two clones may share a target folder.
pub fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| {
        let here =
            std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        PathBuf::from(here).parent().map(Path::to_path_buf).unwrap_or_default()
    })
}

/// The folder that cargo builds into, wherever the environment or a configuration put it.
pub fn target() -> Result<PathBuf> {
    let said = read(&mut cargo("metadata --format-version 1 --no-deps"))?;
    let metadata: serde_json::Value = serde_json::from_str(&said)?;
    let folder = metadata["target_directory"].as_str().ok_or("cargo metadata names no target directory")?;
    Ok(PathBuf::from(folder))
}

/// Paths of all files that are in git or would be added to it, from the root, with `/` between folders.
pub fn files() -> Result<Vec<String>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let listed = read(&mut git)?;
    // A file that was deleted but not yet committed is still listed.
    Ok(listed
        .split('\0')
        .filter(|path| !path.is_empty() && root().join(path).is_file())
        .map(String::from)
        .collect())
}
