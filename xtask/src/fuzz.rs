//! `cargo xtask fuzz`: runs the fuzz targets for a given time each, with a nightly compiler.

use crate::place::root;
use crate::shell::{self, Result, cargo};
use crate::tools;
use std::fs;
use toml::{Table, Value};

/// Memory that a target may take. The readers' own ceilings lie well below; the sanitizer takes the rest.
const MEMORY_MB: u32 = 2048;

/// Time that one input may take.
const TIMEOUT_S: u32 = 10;

/// What to fuzz, and for how long.
#[derive(clap::Args)]
pub struct Args {
    /// The target, or `all`; without it, the targets are listed
    target: Option<String>,
    /// Seconds for each target
    #[arg(long, value_name = "N", default_value_t = 60)]
    seconds: u64,
}

/// Runs the chosen targets one after the other and stops at the first finding.
pub fn run(args: &Args) -> Result {
    let known = targets(&fs::read_to_string(root().join("fuzz/Cargo.toml"))?)?;
    let Some(wanted) = &args.target else {
        known.iter().for_each(|name| println!("{name}"));
        return Ok(());
    };
    let chosen = choose(&known, wanted)?;
    tools::nightly()?;
    tools::subcommand("fuzz", "cargo-fuzz")?;
    for name in &chosen {
        eprintln!("\n── {name} · {} s", args.seconds);
        fuzz(name, args.seconds)?;
    }
    eprintln!("\nNo finding · {} s each · {}", args.seconds, chosen.join(", "));
    Ok(())
}

/// New inputs are kept in `fuzz/corpus`, outside git; the seeds are only read.
fn fuzz(name: &str, seconds: u64) -> Result {
    let corpus = format!("fuzz/corpus/{name}");
    let seeds = format!("fuzz/seeds/{name}");
    fs::create_dir_all(root().join(&corpus))?;
    let mut fuzz = cargo(&format!("+nightly fuzz run {name} {corpus}"));
    if root().join(&seeds).is_dir() {
        fuzz.arg(seeds);
    }
    fuzz.args(["--", "-print_final_stats=1", &format!("-max_total_time={seconds}")]);
    fuzz.args([format!("-rss_limit_mb={MEMORY_MB}"), format!("-timeout={TIMEOUT_S}")]);
    shell::run(&mut fuzz)
        .map_err(|problem| format!("{problem}\nan input that did it lies in fuzz/artifacts/{name}").into())
}

/// The names of the `[[bin]]` entries.
fn targets(manifest: &str) -> Result<Vec<String>> {
    let manifest: Table = manifest.parse()?;
    let bins = manifest.get("bin").and_then(Value::as_array).into_iter().flatten();
    Ok(bins.filter_map(|bin| bin.get("name")?.as_str()).map(String::from).collect())
}

fn choose(known: &[String], wanted: &str) -> Result<Vec<String>> {
    if known.is_empty() {
        return Err("fuzz/Cargo.toml lists no targets".into());
    }
    match wanted {
        "all" => Ok(known.to_vec()),
        one if known.iter().any(|name| name == one) => Ok(vec![one.to_owned()]),
        other => Err(format!("there is no target `{other}`; the targets are {}", known.join(", ")).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_read_from_the_manifest_and_chosen_by_name() -> Result {
        let known = targets("[package]\nname = \"x\"\n[[bin]]\nname = \"csv\"\n[[bin]]\nname = \"spec\"\n")?;
        assert_eq!(known, ["csv", "spec"]);
        assert_eq!(choose(&known, "all")?, known);
        assert_eq!(choose(&known, "spec")?, ["spec"]);
        assert!(choose(&known, "cvs").is_err_and(|e| e.to_string().contains("csv, spec")));
        assert!(choose(&[], "all").is_err());
        Ok(())
    }
}
