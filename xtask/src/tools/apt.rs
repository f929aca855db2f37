//! Debian's packages, installed so that none of them starts a server of its own.

use crate::shell::{Result, run, works};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where PostgreSQL's packages look before they make a cluster.
const CLUSTERS: &str = "/etc/postgresql-common/createcluster.d";

/// Installs packages. PostgreSQL comes without a cluster, for ours are temporary.
pub fn install(packages: &[&str]) -> Result {
    let no_cluster = Path::new(CLUSTERS).join("touchline.conf");
    fs::create_dir_all(CLUSTERS)?;
    fs::write(&no_cluster, "create_main_cluster = false\n")?;
    let done = fetch_and_install(packages);
    fs::remove_file(&no_cluster)?;
    done
}

/// Lists that were never fetched or are too old are fetched first.
fn fetch_and_install(packages: &[&str]) -> Result {
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    install.args(["install", "-y", "--no-install-recommends"]).args(packages);
    if works(&mut install) {
        return Ok(());
    }
    run(Command::new("apt-get").arg("update"))?;
    run(&mut install)
}
