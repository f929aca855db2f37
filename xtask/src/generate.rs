//! `cargo xtask generate-log` and `generate-shop`: made-up data of any size, the same for the same seed.

use crate::shell::Result;
use crate::shop;
use std::fs::{File, create_dir_all};
use std::io::{self, Write};
use std::path::PathBuf;

/// Which event log to write.
#[derive(clap::Args)]
pub struct LogArgs {
    /// Number of events
    #[arg(long, value_name = "N")]
    events: u64,
    /// The same seed writes the same bytes
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Where to write; without it, standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Which shop to write.
#[derive(clap::Args)]
pub struct ShopArgs {
    /// Number of orders
    #[arg(long, value_name = "N")]
    orders: usize,
    /// The same seed writes the same bytes
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The folder to write into
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Writes an event log as CSV.
pub fn log(args: &LogArgs) -> Result {
    match &args.out {
        None => write_log(args, io::stdout().lock()),
        Some(path) => {
            path.parent().map_or(Ok(()), create_dir_all)?;
            write_log(args, File::create(path).map_err(|e| format!("{}: {e}", path.display()))?)
        }
    }
}

/// Writes the files of an online shop.
pub fn shop(args: &ShopArgs) -> Result {
    shop::files(&args.out, args.orders, args.seed)
}

fn write_log(args: &LogArgs, mut out: impl Write) -> Result {
    match samples::log::write(args.events, args.seed, &mut out) {
        // Whoever reads the pipe has seen enough.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => Ok(done?),
    }
}
