//! The command tree with its words: `--help` in the language that is spoken.
//!
//! A command is described by the key `cli-PATH-about`, an argument by `cli-PATH-arg-ID`, and one that several commands
//! share by `cli-arg-ID`.

use clap::{Arg, Command, CommandFactory};
use language::Language;

use crate::args::Cli;

/// Arguments that mean the same wherever they stand.
const SHARED: [&str; 22] = [
    "activity",
    "case",
    "copy",
    "database",
    "delimiter",
    "encoding",
    "entry",
    "file",
    "help",
    "installation_data",
    "json",
    "lang",
    "listen",
    "log_format",
    "model",
    "resource",
    "start",
    "time",
    "time_format",
    "time_zone",
    "url",
    "version",
];

/// The whole command tree, described in a language.
pub fn command(language: Language) -> Command {
    described(Cli::command(), language, "touchline", "cli")
}

fn described(command: Command, language: Language, line: &str, path: &str) -> Command {
    let usage = usage(language, line, &command);
    let template = format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}",
        language.text("help-usage")
    );
    let mut command = command
        .about(language.text(&format!("{path}-about")))
        .help_template(template)
        .override_usage(usage)
        .subcommand_help_heading(language.text("help-commands"));
    let ids: Vec<String> = command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
    for id in ids {
        command = command.mut_arg(&id, |arg| {
            let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
            let help = language.text(&arg_key(path, &id));
            arg.help(help).help_heading(language.text(heading))
        });
    }
    let names: Vec<String> = command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    for name in names {
        let (line, path) = (format!("{line} {name}"), format!("{path}-{name}"));
        command = command.mut_subcommand(&name, |below| described(below, language, &line, &path));
    }
    command
}

/// The key of an argument's description.
fn arg_key(path: &str, id: &str) -> String {
    let name = id.replace('_', "-");
    if SHARED.contains(&id) { format!("cli-arg-{name}") } else { format!("{path}-arg-{name}") }
}

/// The line below "Usage".
fn usage(language: Language, line: &str, command: &Command) -> String {
    let positional =
        |arg: &Arg| arg.get_value_names().and_then(|names| names.first()).map(|name| format!(" <{name}>"));
    let below = if command.has_subcommands() {
        format!(" <{}>", language.text("help-command"))
    } else {
        String::new()
    };
    let arguments: String = command.get_positionals().filter_map(positional).collect();
    format!("{line}{below} [{}]{arguments}", language.text("help-option"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::*;

    /// Keys of the file of a language, read without any fallback to English.
    fn keys(language: Language) -> BTreeSet<String> {
        let file = format!("{}/../../locales/{}/cli.ftl", env!("CARGO_MANIFEST_DIR"), language.code());
        let text = fs::read_to_string(file).unwrap();
        text.lines().filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
    }

    fn wanted(command: &Command, path: &str) -> Vec<String> {
        let own = command.get_arguments().map(|arg| arg_key(path, arg.get_id().as_str()));
        let below = command.get_subcommands().flat_map(|c| wanted(c, &format!("{path}-{}", c.get_name())));
        std::iter::once(format!("{path}-about")).chain(own).chain(below).collect()
    }

    #[test]
    fn every_command_and_argument_is_described_in_every_language() {
        let wanted: BTreeSet<String> = wanted(&Cli::command(), "cli").into_iter().collect();
        assert!(wanted.contains("cli-report-arg-out") && wanted.contains("cli-log-info-about"));
        for language in Language::ALL {
            let keys = keys(language);
            let described: BTreeSet<String> =
                keys.iter().filter(|key| key.starts_with("cli-")).cloned().collect();
            assert_eq!(described, wanted, "{language:?}");
        }
    }

    #[test]
    fn the_command_tree_is_sound() {
        for language in Language::ALL {
            command(language).debug_assert();
        }
    }
}
