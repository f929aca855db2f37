//! The program as its users run it: the release build.

use crate::place::target;
use crate::shell::{Result, cargo, run};
use std::path::PathBuf;

/// Builds it and says where it lies.
pub fn build() -> Result<PathBuf> {
    run(&mut cargo("build --release --package touchline"))?;
    Ok(target()?.join("release/touchline").with_extension(std::env::consts::EXE_EXTENSION))
}
