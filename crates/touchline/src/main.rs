//! The command line: the server and its care, and the engines on files.

mod args;
mod commands;
mod draft;
mod failure;
mod folder;
mod formats;
mod help;
mod installation;
mod logfile;
mod modelfile;
mod output;
mod problems;
mod progress;
mod speech;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;
use language::Language;

use args::{Cli, Command, LogCommand, MapCommand, UserCommand};
use commands::{care, demo, log, map, mine, report, serve, simulate, user};
use failure::Failure;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let language = speech::language(&words, |name| std::env::var(name).ok());
    blame_ourselves_for_panics(language);
    match run(words, language) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.lines(language).iter().for_each(|line| output::tell(line));
            ExitCode::from(failure.code())
        }
    }
}

fn run(words: Vec<OsString>, language: Language) -> Result<(), Failure> {
    let mut command = help::command(language);
    let called = usage::called(&command, &words);
    let matches = match command.try_get_matches_from_mut(words) {
        Ok(matches) => matches,
        Err(error) => return usage::answer(language, &called, &error),
    };
    let cli = Cli::from_arg_matches(&matches).map_err(|error| usage::wrong_use(language, &called, &error))?;
    match cli.command {
        Command::Serve(args) => serve::run(language, &args),
        Command::Demo(args) => demo::run(language, &args),
        Command::Report(args) => report::run(language, &args),
        Command::Mine(args) => mine::run(language, &args),
        Command::Simulate(args) => simulate::run(language, &args),
        Command::Log { command: LogCommand::Info(args) } => log::info(language, &args),
        Command::Map { command: MapCommand::Check(args) } => map::check::run(language, &args),
        Command::Map { command: MapCommand::Convert(args) } => map::convert::run(language, &args),
        Command::Map { command: MapCommand::Diff(args) } => map::diff::run(language, &args),
        Command::Backup(args) => care::backup(language, &args),
        Command::Restore(args) => care::restore(language, &args),
        Command::Doctor(args) => care::doctor(language, &args),
        Command::User { command: UserCommand::Add(args) } => user::add(language, &args),
        Command::User { command: UserCommand::List(args) } => user::list(language, &args),
        Command::User { command: UserCommand::Disable(args) } => user::disable(language, &args),
    }
}

/// Whatever the input: a panic is a fault of the program, and it says so where it happened.
fn blame_ourselves_for_panics(language: Language) {
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map_or_else(String::new, ToString::to_string);
        output::tell(&language.text_with("our-fault", &[("place", place.into())]));
    }));
}
