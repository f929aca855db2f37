//! Why a command stopped, with the exit code that scripts rely on.

use std::io;

use language::Language;

/// What ends a command early.
#[derive(Debug)]
pub enum Failure {
    /// The input is wrong: what, where and what to do, a line each.
    Input(Vec<String>),
    /// The command was called in a wrong way.
    Use(Vec<String>),
    /// What was checked does not hold: a line each.
    Check(Vec<String>),
    /// Whoever called it asked it to stop: what is said of that.
    Cancelled(String),
    /// Nobody reads what we print any more: no reason to complain.
    NobodyReads,
    /// What was worked out could not be written.
    Output { place: String, error: io::Error },
}

impl Failure {
    /// A single line about the input.
    pub fn input(line: String) -> Self {
        Self::Input(vec![line])
    }

    /// Standard output that takes nothing more.
    pub fn of_output(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::NobodyReads,
            _ => Self::Output { place: "-".to_owned(), error },
        }
    }

    /// The exit code.
    pub const fn code(&self) -> u8 {
        match self {
            Self::NobodyReads => 0,
            Self::Input(_) | Self::Output { .. } => 1,
            Self::Use(_) => 2,
            Self::Check(_) => 3,
            // What shells give for a program that Ctrl-C ended.
            Self::Cancelled(_) => 130,
        }
    }

    /// What is said on standard error.
    pub fn lines(&self, language: Language) -> Vec<String> {
        match self {
            Self::Input(lines) | Self::Use(lines) | Self::Check(lines) => lines.clone(),
            Self::Cancelled(line) => vec![line.clone()],
            Self::NobodyReads => Vec::new(),
            Self::Output { place, error } => {
                let why = ::report::wording::io_error(language, error);
                vec![language.text_with("not-written", &[("place", place.into()), ("why", why.into())])]
            }
        }
    }
}
