//! `touchline simulate`: what a process does under a scenario, and what another would change.

mod figures;
mod grid;
mod source;
mod summary;
mod work;

use std::path::PathBuf;

use language::Language;
use report::wording::scenarios;
use sim::{CsvLog, LogSink, Options, Progress, Report};

use crate::args::SimulateArgs;
use crate::draft::Draft;
use crate::failure::Failure;
use crate::modelfile::ModelFile;
use crate::output;

use source::{ScenarioFile, Source};

/// Reads maps and scenarios, simulates, and prints the figures.
pub fn run(language: Language, args: &SimulateArgs) -> Result<(), Failure> {
    let named = [Some(&args.model), Some(&args.scenario), args.compare_map.as_ref(), args.compare.as_ref()];
    if named.iter().flatten().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure::Use(vec![language.text("simulate-one-pipe")]));
    }
    if let Some(log) = &args.log {
        output::replaces_nothing_read(language, log, named.into_iter().flatten().cloned())?;
    }
    let (first, second) = sources(language, args)?;
    let report = simulate(language, args, &first, second.as_ref())?;
    if args.json {
        let json = serde_json::to_string(&report).map_err(|error| Failure::of_output(error.into()))?;
        return output::print(&json);
    }
    let names = second.as_ref().map(|second| [first.name.as_str(), second.name.as_str()]);
    let mut lines = summary::lines(language, &report, names);
    if let Some(log) = &args.log {
        let values = &[("file", log.display().to_string().into())];
        lines.extend([String::new(), language.text_with("simulate-logged", values)]);
    }
    output::print_lines(&lines)
}

/// What is simulated, and what it is compared with: a map or a scenario that is not named again is that of the first.
fn sources(language: Language, args: &SimulateArgs) -> Result<(Source, Option<Source>), Failure> {
    let map = |path: &PathBuf| -> Result<ModelFile, Failure> {
        let file = ModelFile::read(language, path)?;
        file.tell_problems(language);
        Ok(file)
    };
    let scenario = |path: &PathBuf| ScenarioFile::read(language, path);
    let (first_map, first_scenario) = (map(&args.model)?, scenario(&args.scenario)?);
    let first = Source::new(language, &first_map, &first_scenario, &args.start)?;
    if args.compare.is_none() && args.compare_map.is_none() {
        return Ok((first, None));
    }
    let other_map = args.compare_map.as_ref().map(map).transpose()?;
    let other_scenario = args.compare.as_ref().map(scenario).transpose()?;
    let (map, scenario) =
        (other_map.as_ref().unwrap_or(&first_map), other_scenario.as_ref().unwrap_or(&first_scenario));
    let second = Source::new(language, map, scenario, &args.start)?;
    Ok((first, Some(second)))
}

fn simulate(
    language: Language,
    args: &SimulateArgs,
    first: &Source,
    second: Option<&Source>,
) -> Result<Report, Failure> {
    let options = Options {
        cases: args.cases,
        replications: args.replications,
        seed: args.seed,
        ..Options::new(args.start.clone())
    };
    // Before anything is begun that would be left behind.
    let interrupted = work::interrupted();
    let mut log = match &args.log {
        Some(place) => Some((place, CsvLog::new(Draft::begin(place)?, &args.start))),
        None => None,
    };
    let sink = log.as_mut().map(|(_, log)| log as &mut dyn LogSink);
    let run = |progress: &Progress| match second {
        None => sim::run(&first.net, &first.scenario, &options, progress, sink),
        Some(second) => sim::compare(
            (&first.net, &first.scenario),
            (&second.net, &second.scenario),
            &options,
            progress,
            sink,
        ),
    };
    let cases = args.cases.saturating_mul(args.replications).saturating_mul(1 + u64::from(second.is_some()));
    let report = work::watched(language, &interrupted, args.threads, cases, run)?
        .map_err(|error| refusal(language, first, &error))?;
    if let Some((place, log)) = log {
        let kept = log.finish().and_then(Draft::keep);
        kept.map_err(|error| Failure::Output { place: place.display().to_string(), error })?;
    }
    Ok(report)
}

/// Numbers out of range were asked for in a wrong way; anything else is the fault of what was read.
fn refusal(language: Language, source: &Source, error: &sim::Error) -> Failure {
    let mut lines = scenarios::error(language, source.names(), error);
    match error {
        sim::Error::Cancelled => Failure::Cancelled(lines.remove(0)),
        sim::Error::Option { .. } => Failure::Use(lines),
        _ => Failure::Input(lines),
    }
}
