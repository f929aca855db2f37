//! Measures whole runs of the program: CPU time and peak memory as the system counted them for that one process.

use super::goals::{Goals, Process};
use super::table::{Table, digits};
use crate::place::{root, target};
use crate::program;
use crate::shell::{Result, run};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use wait4::Wait4;

/// Runs that count, after one that warms the file cache.
const RUNS: usize = 5;

/// What one run took.
#[derive(Clone, Copy)]
struct Cost {
    cpu_s: f64,
    wall_s: f64,
    /// Peak of the memory in use, in units of 10⁶ bytes. The system starts counting with what we use ourselves, some 4 MB.
    rss_mb: f64,
}

/// The table of all runs that the goals name; none if they name none.
pub fn table(goals: &Goals) -> Result<Option<Table>> {
    if goals.processes.is_empty() {
        return Ok(None);
    }
    let program = program::release()?;
    let folder = target()?.join("bench");
    std::fs::create_dir_all(&folder)?;
    let mut rows = Vec::new();
    for process in &goals.processes {
        let in_folder = |words: &[String]| -> Vec<String> {
            words.iter().map(|word| word.replace("{dir}", &folder.to_string_lossy())).collect()
        };
        if !process.prepare.is_empty() {
            run(Command::new(std::env::current_exe()?).args(in_folder(&process.prepare)))?;
        }
        let cost =
            typical(&program, &in_folder(&process.command)).map_err(|e| format!("{}: {e}", process.id))?;
        rows.push(row(process, cost));
    }
    let columns = &["run", "CPU s", "peak MB", "wall s", "goal", "peer"];
    Ok(Some(Table { title: "Whole runs of the program".into(), columns, rows }))
}

fn row(process: &Process, cost: Cost) -> Vec<String> {
    let goal = |most: Option<f64>, is: f64, unit: &str| {
        most.map(|most| format!("≤ {most} {unit} {}", if is <= most { "✓" } else { "✗" }))
    };
    let goals = [goal(process.goal_cpu_s, cost.cpu_s, "CPU s"), goal(process.goal_rss_mb, cost.rss_mb, "MB")];
    let goals = goals.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let figures = [cost.cpu_s, cost.rss_mb, cost.wall_s].map(digits);
    [vec![process.id.clone()], figures.to_vec(), vec![goals, process.peer.clone()]].concat()
}

/// The median of each figure over the runs that count.
fn typical(program: &Path, arguments: &[String]) -> Result<Cost> {
    eprintln!("{RUNS} × touchline {}", arguments.join(" "));
    once(program, arguments)?;
    let costs = (0..RUNS).map(|_| once(program, arguments)).collect::<Result<Vec<_>>>()?;
    let median_of = |figure: fn(&Cost) -> f64| median(costs.iter().map(figure).collect());
    Ok(Cost {
        cpu_s: median_of(|c| c.cpu_s),
        wall_s: median_of(|c| c.wall_s),
        rss_mb: median_of(|c| c.rss_mb),
    })
}

fn once(program: &Path, arguments: &[String]) -> Result<Cost> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let start = Instant::now();
    let used = command.spawn()?.wait4()?;
    let wall_s = start.elapsed().as_secs_f64();
    if !used.status.success() {
        return Err(format!("`touchline {}` ended with {}", arguments.join(" "), used.status).into());
    }
    let cpu = used.rusage.utime + used.rusage.stime;
    Ok(Cost { cpu_s: cpu.as_secs_f64(), wall_s, rss_mb: used.rusage.maxrss as f64 / 1e6 })
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_whether_the_goals_are_met() -> Result {
        let goals = Goals::parse(
            "[[process]]\nid = \"a\"\ncommand = [\"x\"]\ngoal_cpu_s = 0.3\ngoal_rss_mb = 60\npeer = \"y\"\n",
        )?;
        let cost = Cost { cpu_s: 0.25, wall_s: 0.2, rss_mb: 61.5 };
        let row = row(&goals.processes[0], cost);
        assert_eq!(row, ["a", "0.25", "61.5", "0.20", "≤ 0.3 CPU s ✓, ≤ 60 MB ✗", "y"]);
        Ok(())
    }

    #[test]
    fn the_figures_of_a_process_are_its_own() -> Result {
        let cargo = Path::new("cargo");
        let cost = once(cargo, &["--version".into()])?;
        assert!(cost.cpu_s < 5.0 && cost.rss_mb > 0.5 && cost.rss_mb < 2000.0);
        assert!(once(cargo, &["--no-such-flag".into()]).is_err());
        Ok(())
    }

    #[test]
    fn the_middle_of_five_is_the_third() {
        assert_eq!(median(vec![9.0, 1.0, 5.0, 3.0, 7.0]), 5.0);
    }
}
