//! The program, with the assets that it carries inside.

use crate::assets;
use crate::place::target;
use crate::shell::{Result, cargo, run};
use std::path::PathBuf;

/// Builds it as its users run it, and says where it lies.
pub fn release() -> Result<PathBuf> {
    build("build --package touchline --release", "release")
}

/// Builds it as its tests run it, and says where it lies.
pub fn debug() -> Result<PathBuf> {
    build("build --package touchline", "debug")
}

fn build(line: &str, folder: &str) -> Result<PathBuf> {
    assets::build()?;
    run(&mut cargo(line))?;
    Ok(target()?.join(folder).join("touchline").with_extension(std::env::consts::EXE_EXTENSION))
}
