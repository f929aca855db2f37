//! `cargo xtask bench`: measures, and writes what it measured into the tables of `docs/benchmarks.md`.

mod criterion;
mod goals;
mod machine;
mod process;
mod server;
mod table;

use crate::place::{root, target};
use crate::shell::{Result, cargo, run as run_command};
use goals::Goals;
use std::fs;
use std::time::SystemTime;
use table::Table;

const PAGE: &str = "docs/benchmarks.md";
const GOALS: &str = "docs/benchmarks.toml";
const BEGIN: &str = "<!-- bench:begin -->";
const END: &str = "<!-- bench:end -->";

/// What to measure. Without any choice everything is measured and written down; a part is only shown.
#[derive(clap::Args)]
pub struct Args {
    /// Measures only the benchmarks of this crate; may be given several times
    #[arg(long, short, value_name = "CRATE")]
    package: Vec<String>,
    /// Measures only the benchmarks whose name holds this
    filter: Option<String>,
    /// Measures only the whole runs of the program
    #[arg(long, conflicts_with_all = ["package", "filter"])]
    processes: bool,
    /// Measures only the server
    #[arg(long, conflicts_with_all = ["package", "filter"])]
    server: bool,
}

/// Measures, shows the tables, and writes them down if they are whole.
pub fn run(args: &Args) -> Result {
    let goals = Goals::parse(&fs::read_to_string(root().join(GOALS)).map_err(|e| format!("{GOALS}: {e}"))?)?;
    let mut tables = Vec::new();
    if !args.processes && !args.server {
        tables.extend(benchmarks(args, &goals)?);
    }
    let is_part = args.processes || args.server || !args.package.is_empty() || args.filter.is_some();
    if args.processes || !is_part {
        tables.extend(process::table(&goals)?);
    }
    if args.server || !is_part {
        tables.extend(server::table(&goals)?);
    }
    let text =
        format!("{}\n{}", machine::describe()?, tables.iter().map(|t| format!("\n{t}")).collect::<String>());
    println!("\n{text}");
    if !is_part {
        let page = fs::read_to_string(root().join(PAGE)).map_err(|e| format!("{PAGE}: {e}"))?;
        fs::write(root().join(PAGE), between_marks(&page, &text)?)?;
        eprintln!("written to {PAGE}");
    }
    Ok(())
}

fn benchmarks(args: &Args, goals: &Goals) -> Result<Vec<Table>> {
    let began = SystemTime::now();
    // The pattern leaves out the test harnesses of libraries, which hold no benchmark but take long to build.
    let mut bench = cargo("bench --bench *");
    if args.package.is_empty() {
        bench.arg("--workspace");
    }
    for package in &args.package {
        bench.args(["--package", package]);
    }
    bench.args(&args.filter);
    run_command(&mut bench)?;
    let results = criterion::results(&target()?.join("criterion"), began)?;
    Ok(criterion::tables(&results, goals))
}

/// The page with `text` in the place of what stood between the marks.
fn between_marks(page: &str, text: &str) -> Result<String> {
    let missing = || format!("{PAGE} needs the lines `{BEGIN}` and `{END}`, in this order");
    let (before, rest) = page.split_once(BEGIN).ok_or_else(missing)?;
    let (_, after) = rest.split_once(END).ok_or_else(missing)?;
    Ok(format!("{before}{BEGIN}\n{text}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_marks_changes() -> Result {
        let page = format!("# A\n\n{BEGIN}\nold\n{END}\n\nEnd.\n");
        let written = between_marks(&page, "new")?;
        assert_eq!(written, format!("# A\n\n{BEGIN}\nnew\n{END}\n\nEnd.\n"));
        assert_eq!(between_marks(&written, "new")?, written);
        Ok(())
    }

    #[test]
    fn a_page_without_marks_is_left_alone() {
        for page in ["", BEGIN, &format!("{END}{BEGIN}")] {
            assert!(between_marks(page, "new").is_err());
        }
    }

    #[test]
    fn the_goals_of_the_project_can_be_read() -> Result {
        Goals::parse(&fs::read_to_string(root().join(GOALS))?)?;
        between_marks(&fs::read_to_string(root().join(PAGE))?, "").map(drop)
    }
}
