//! What is said of a command line that cannot be understood.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use language::Language;
use report::wording;

use crate::failure::Failure;
use crate::formats::{Format, View};
use crate::output;

/// The command that the words call, `touchline log info`, as far as they name one.
pub fn called(command: &Command, words: &[OsString]) -> String {
    let mut called = command.get_name().to_owned();
    let mut command = command;
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(below) = command.find_subcommand(word) {
            command = below;
            called = format!("{called} {word}");
        }
    }
    called
}

/// Shows help or the version where they were asked for; anything else is wrong use.
pub fn answer(language: Language, called: &str, error: &Error) -> Result<(), Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => output::print(error.to_string().trim_end()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Err(Failure::Use(error.to_string().trim_end().lines().map(str::to_owned).collect()))
        }
        _ => Err(wrong_use(language, called, error)),
    }
}

/// What is wrong with the command line, and where to read how it is right.
pub fn wrong_use(language: Language, called: &str, error: &Error) -> Failure {
    let arg = context(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = context(error, ContextKind::InvalidValue).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = context(error, ContextKind::SuggestedArg);
            suggested(language, "usage-unknown-argument", &arg, near.as_deref())
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            let near = context(error, ContextKind::SuggestedSubcommand);
            suggested(language, "usage-unknown-command", &name, near.as_deref())
        }
        ErrorKind::MissingSubcommand => language.text("usage-missing-command"),
        ErrorKind::MissingRequiredArgument => language.text_with("usage-missing", &[("arg", arg.into())]),
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg).unwrap_or_default();
            let key = if other == arg { "usage-twice" } else { "usage-conflict" };
            language.text_with(key, &[("arg", arg.into()), ("other", other.into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            language.text_with("usage-no-value", &[("arg", arg.into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let allowed = allowed(language, &arg);
            let values = &[("arg", arg.into()), ("value", value.into()), ("allowed", allowed.into())];
            language.text_with("usage-value", values)
        }
        ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => language.text_with("usage-number-of-values", &[("arg", arg.into())]),
        ErrorKind::InvalidUtf8 => language.text("usage-not-utf8"),
        _ => language.text_with("usage-other", &[("why", error.to_string().trim().into())]),
    };
    let help = format!("{called} --help");
    Failure::Use(vec![what, language.text_with("usage-see-help", &[("command", help.into())])])
}

/// What the value of an argument has to be; `arg` is written as in a usage line, `--delimiter <CHAR>`.
fn allowed(language: Language, arg: &str) -> String {
    match arg.split([' ', '=']).next() {
        Some("--lang") => Language::ALL.map(Language::code).join(", "),
        Some("--start") => language.text("usage-allowed-start"),
        Some("--threads") => language.text("usage-allowed-threads"),
        Some("--variants" | "--cases" | "--replications" | "--seed") => language.text("usage-allowed-number"),
        Some("--to") => Format::ALL.map(Format::as_str).join(", "),
        Some("--view") => View::WORDS.join(", "),
        Some("--delimiter") => language.text("usage-allowed-delimiter"),
        _ => language.text("usage-allowed-see-help"),
    }
}

fn suggested(language: Language, key: &str, name: &str, near: Option<&str>) -> String {
    let what = language.text_with(key, &[("name", name.into())]);
    wording::did_you_mean(language, what, near)
}

fn context(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(one) => Some(one.clone()),
        ContextValue::Strings(some) => Some(some.join(", ")),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
