//! `cargo xtask test`: runs the steps one after the other, stops at the first that fails, and counts the tests.

mod postgres;
mod run;
mod steps;
mod tally;

use crate::shell::Result;
use run::Run;
use std::time::{Duration, Instant};
use steps::{Ending, STEPS, Step};

/// What to run.
#[derive(clap::Args)]
pub struct Args {
    /// Runs only this step; may be given several times
    #[arg(long, value_name = "STEP")]
    only: Vec<String>,
    /// Lists the steps and runs none
    #[arg(long)]
    list: bool,
    /// Repeats ten times as often what is tested by repetition, as killing the server under load
    #[arg(long)]
    long: bool,
}

/// Runs the chosen steps. The last line on standard output counts the tests: `N passed, N failed`.
pub fn run(args: &Args) -> Result {
    if args.list {
        STEPS.iter().for_each(|step| println!("{:<11} {}", step.name, step.about));
        return Ok(());
    }
    let chosen = choose(&args.only)?;
    let began = Instant::now();
    let mut this = Run::new(args.long);
    let mut skipped = Vec::new();
    for step in &chosen {
        eprintln!("\n── {} · {}", step.name, step.about);
        let start = Instant::now();
        let ending = (step.check)(&mut this);
        let took = seconds(start.elapsed());
        match ending {
            Ok(Ending::Done) => eprintln!("✓ {} · {took}", step.name),
            Ok(Ending::Skipped(why)) => {
                eprintln!("– {} · {took} · skipped: {why}", step.name);
                skipped.push(format!("{}: {why}", step.name));
            }
            Err(problem) => {
                eprintln!("✗ {} · {took} · {problem}", step.name);
                this.tally.print();
                return Err(
                    format!("{} failed; run it alone with `cargo xtask test --only {0}`", step.name).into()
                );
            }
        }
    }
    eprintln!("\n{} steps hold · {}", chosen.len() - skipped.len(), seconds(began.elapsed()));
    skipped.iter().for_each(|line| eprintln!("Not checked here · {line}"));
    this.tally.print();
    Ok(())
}

fn choose(only: &[String]) -> Result<Vec<&'static Step>> {
    if let Some(unknown) = only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("there is no step `{unknown}`; the steps are {}", known.join(", ")).into());
    }
    Ok(STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|name| name == step.name)).collect())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_chosen_by_name_and_keep_their_order() {
        let names = |only: &[&str]| -> Vec<&str> {
            let only: Vec<String> = only.iter().map(|name| (*name).to_owned()).collect();
            choose(&only).map(|steps| steps.iter().map(|step| step.name).collect()).unwrap_or_default()
        };
        assert_eq!(names(&[]).len(), STEPS.len());
        assert_eq!(names(&["tests", "format"]), ["format", "tests"]);
    }

    #[test]
    fn an_unknown_step_is_named_together_with_the_known_ones() {
        let problem = choose(&["clipy".into()]).err().map(|e| e.to_string()).unwrap_or_default();
        assert!(problem.contains("`clipy`") && problem.contains("clippy"), "{problem}");
    }
}
