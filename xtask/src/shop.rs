//! A made-up online shop: its files, and the report about it.

use crate::place::{root, target};
use crate::program;
use crate::shell::{Result, run};
use samples::shop::{USUAL_ORDERS, write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The same seed makes the same shop, everywhere.
const SEED: u64 = 1;

/// Builds the program and has it write the report page; returns its path.
pub fn report() -> Result<PathBuf> {
    let folder = target()?.join("pictures");
    let shop = folder.join("shop");
    let page = folder.join("report.html");
    files(&shop, USUAL_ORDERS, SEED)?;
    let mut report = Command::new(program::release()?);
    report.current_dir(root()).args(["report", "examples/shop.toml"]);
    run(report.arg("--data").arg(shop).arg("--out").arg(&page))?;
    Ok(page)
}

/// Writes the files of a made-up shop into a folder.
pub fn files(folder: &Path, orders: usize, seed: u64) -> Result {
    eprintln!("a shop of {orders} orders, seed {seed} -> {}", folder.display());
    std::fs::create_dir_all(folder)?;
    write(orders, seed, &mut |name| {
        let file = std::fs::File::create(folder.join(name))?;
        Ok(Box::new(file))
    })?;
    Ok(())
}
