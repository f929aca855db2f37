//! The one door for people who build the project: `cargo xtask VERB`, one file a verb.

mod assets;
mod bench;
mod demo;
mod fuzz;
mod generate;
mod npm;
mod pictures;
mod place;
mod program;
mod shell;
mod shop;
mod test;
mod tidy;
mod tools;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Builds, tests, measures and shows Touchline.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Runs every check and test there is
    Test(test::Args),
    /// Checks the habits of the tree: floors, first lines, languages, links
    Tidy,
    /// Measures the benchmarks and writes the tables of docs/benchmarks.md
    Bench(bench::Args),
    /// Runs the fuzz targets for a given time
    Fuzz(fuzz::Args),
    /// Writes a made-up event log of any size
    GenerateLog(generate::LogArgs),
    /// Writes the files of a made-up online shop of any size
    GenerateShop(generate::ShopArgs),
    /// Builds stylesheets and scripts into web/dist
    Assets,
    /// Builds everything and starts the server with a made-up organisation
    Demo(demo::Args),
    /// Makes the pictures of the README anew
    Pictures(pictures::Args),
}

fn main() -> ExitCode {
    let done = match Cli::parse().verb {
        Verb::Test(args) => test::run(&args),
        Verb::Tidy => tidy::run(),
        Verb::Bench(args) => bench::run(&args),
        Verb::Fuzz(args) => fuzz::run(&args),
        Verb::GenerateLog(args) => generate::log(&args),
        Verb::GenerateShop(args) => generate::shop(&args),
        Verb::Assets => assets::check(),
        Verb::Demo(args) => demo::run(&args),
        Verb::Pictures(args) => pictures::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}
