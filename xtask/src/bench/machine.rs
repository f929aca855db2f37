//! The machine that the figures were taken on, in one sentence.

use crate::shell::{Result, read};
use std::process::Command;

/// Cores, processor and compiler.
pub fn describe() -> Result<String> {
    let cores = std::thread::available_parallelism()?;
    let cpuinfo = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let rustc = read(Command::new("rustc").arg("--version"))?;
    Ok(format!("Measured on {cores} cores ({}), {}.", model(&cpuinfo), rustc.trim()))
}

fn model(cpuinfo: &str) -> &str {
    let names = cpuinfo.lines().filter_map(|line| line.split_once(':'));
    let mut models = names.filter(|(key, _)| key.trim() == "model name").map(|(_, name)| name.trim());
    models.next().unwrap_or(std::env::consts::ARCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_is_read_or_its_kind_said() {
        assert_eq!(model("processor\t: 0\nmodel name\t: Fast CPU @ 3 GHz\n"), "Fast CPU @ 3 GHz");
        assert_eq!(model(""), std::env::consts::ARCH);
    }
}
