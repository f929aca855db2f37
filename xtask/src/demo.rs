//! `cargo demo`: builds the program, makes up an online shop, and writes the report about it.

use crate::place::{root, target};
use crate::program;
use crate::shell::{Result, run as run_command};
use samples::shop::{USUAL_ORDERS, write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The same seed makes the same shop, everywhere.
const SEED: u64 = 1;

/// How to show it.
#[derive(clap::Args)]
pub struct Args {
    /// Language of the page: en, bg, pl, ru or zh
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
}

/// Writes the page and says where it lies.
pub fn run(args: &Args) -> Result {
    let page = report(args.lang.as_deref())?;
    println!("\nThe report lies at\n\n    {}\n", address(&page));
    println!(
        "Open it in a browser. It needs no network and shows an online shop of {USUAL_ORDERS} made-up orders:"
    );
    println!("  the map      what its customers go through, with counts and waiting times at every step");
    println!("  the scores   what they said about it, by step, region and month, each with its interval");
    println!("  the promise  how often \"delivered by\" was kept, and what breaking it costs");
    println!("  the what-if  what fewer late deliveries would do to the score");
    Ok(())
}

/// Builds everything and writes the report page; returns its path.
pub fn report(lang: Option<&str>) -> Result<PathBuf> {
    let folder = target()?.join("demo");
    let shop = folder.join("shop");
    let page = folder.join("report.html");
    write_shop(&shop, USUAL_ORDERS, SEED)?;
    let mut report = Command::new(program::build()?);
    report.current_dir(root()).args(["report", "examples/shop.toml"]);
    report.arg("--data").arg(shop).arg("--out").arg(&page);
    if let Some(lang) = lang {
        report.args(["--lang", lang]);
    }
    run_command(&mut report)?;
    Ok(page)
}

/// Writes the files of a made-up shop into a folder.
pub fn write_shop(folder: &Path, orders: usize, seed: u64) -> Result {
    eprintln!("a shop of {orders} orders, seed {seed} -> {}", folder.display());
    std::fs::create_dir_all(folder)?;
    write(orders, seed, &mut |name| {
        let file = std::fs::File::create(folder.join(name))?;
        Ok(Box::new(file))
    })?;
    Ok(())
}

/// The address that a browser opens, with what is special in an address written as `%XX`.
pub fn address(file: &Path) -> String {
    let path = file.to_string_lossy().replace('\\', "/");
    let mut address = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => {
                address.push(byte.into());
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_letters_and_writes_the_rest_as_bytes() {
        assert_eq!(address(Path::new("/a b/ж#.html")), "file:///a%20b/%D0%B6%23.html");
        assert_eq!(address(Path::new(r"C:\a\b.html")), "file:///C:/a/b.html");
    }
}
