//! Fuzz targets: each file is a target, and each target has its file.

use super::{Breach, Tree};
use toml::{Table, Value};

const MANIFEST: &str = "fuzz/Cargo.toml";

/// The files of `fuzz/fuzz_targets` and the `[[bin]]` entries of `fuzz/Cargo.toml` are the same.
pub fn every_target_is_listed(tree: &Tree) -> Vec<Breach> {
    let listed = listed(tree.text(MANIFEST).unwrap_or_default());
    let files =
        tree.ending(&[".rs"]).map(|(path, _)| path).filter(|path| path.starts_with("fuzz/fuzz_targets/"));
    let is_listed = |path: &str| listed.iter().any(|listed| *listed == path);
    let mut breaches: Vec<_> = files
        .filter(|path| !is_listed(path))
        .map(|path| Breach::on(path, 1, format!("the target has no [[bin]] in {MANIFEST}")))
        .collect();
    breaches.extend(
        listed
            .iter()
            .filter(|path| !tree.has(path))
            .map(|path| Breach::on(MANIFEST, 1, format!("there is no {path}"))),
    );
    breaches
}

/// Paths of the targets from the root.
fn listed(manifest: &str) -> Vec<String> {
    let table = manifest.parse::<Table>().unwrap_or_default();
    let bins = table.get("bin").and_then(Value::as_array).cloned().unwrap_or_default();
    bins.iter().filter_map(|bin| Some(format!("fuzz/{}", bin.get("path")?.as_str()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;

    #[test]
    fn a_target_on_one_side_only_is_found() {
        let manifest = "[[bin]]\nname = \"a\"\npath = \"fuzz_targets/a.rs\"\n[[bin]]\nname = \"b\"\npath = \"fuzz_targets/b.rs\"\n";
        let files = [(MANIFEST, manifest), ("fuzz/fuzz_targets/a.rs", ""), ("fuzz/fuzz_targets/c.rs", "")];
        assert_eq!(
            found(every_target_is_listed, &files),
            [
                "fuzz/fuzz_targets/c.rs:1: the target has no [[bin]] in fuzz/Cargo.toml",
                "fuzz/Cargo.toml:1: there is no fuzz/fuzz_targets/b.rs"
            ]
        );
    }
}
