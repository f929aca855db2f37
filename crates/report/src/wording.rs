//! What can be wrong, in words of each language: files that cannot be read, mistakes of a spec, problems of rows.
//!
//! BPMN files have theirs in [`models`], and what is found in them in [`findings`].
//!
//! Texts stand in `locales/*/problems.ftl`. Each says what is wrong and then what to do; the place stands before it,
//! as `file:line:column`.
//!
//! ```
//! use eventlog::ReadError;
//! use language::Language;
//! use report::wording;
//!
//! let error = ReadError::UnclosedQuote { line: 7, column: 2 };
//! let line = wording::placed_read_error(Language::En, "orders.csv", &error);
//! assert_eq!(line, "orders.csv:7:2: A quote is opened here and never closed. Close it, or double it where it belongs to the text.");
//! ```

pub mod findings;
pub mod models;
pub mod scenarios;
mod terms;

use std::io;

use eventlog::{Problem, ProblemKind, ReadError, nearest};
use language::{Language, Value};

use crate::spec::{Mistake, SpecError};

/// Names that are listed where one of many is meant.
const NAMES_LISTED: usize = 20;

/// Characters shown of a name.
const NAME_CHARS: usize = 40;

/// What is wrong with a row and what becomes of it, without its place and count.
#[must_use]
pub fn problem(language: Language, problem: &Problem) -> String {
    let id = problem_id(problem.kind);
    let mut what = language.text(&format!("problem-{id}"));
    if !problem.example.is_empty() && problem.kind != ProblemKind::DuplicateColumn {
        let example = quoted(language, &problem.example);
        what =
            language.text_with("problem-with-example", &[("what", what.into()), ("example", example.into())]);
    }
    if problem.column.is_empty() {
        return what;
    }
    let column = quoted(language, &problem.column);
    language.text_with("problem-in-column", &[("column", column.into()), ("what", what.into())])
}

/// The name of a kind of problem in results, the same in every language.
#[must_use]
pub fn problem_id(kind: ProblemKind) -> &'static str {
    crate::json::kind(kind)
}

/// Why a file cannot be read and what to do, behind `file:line:column` as far as they are known.
#[must_use]
pub fn placed_read_error(language: Language, file: &str, error: &ReadError) -> String {
    let column = match error {
        ReadError::UnclosedQuote { column, .. }
        | ReadError::NotUtf8 { column, .. }
        | ReadError::TooManyNames { column, .. } => Some(column),
        _ => None,
    };
    let what = read_error(language, error);
    match (error.line(), column) {
        (Some(line), Some(column)) => format!("{file}:{line}:{column}: {what}"),
        (Some(line), None) => format!("{file}:{line}: {what}"),
        _ => format!("{file}: {what}"),
    }
}

/// Why a file cannot be read and what to do, without its place.
#[must_use]
pub fn read_error(language: Language, error: &ReadError) -> String {
    let text = |key: &str| language.text(key);
    let with = |key: &str, values: &[(&'static str, Value<'_>)]| language.text_with(key, values);
    match error {
        ReadError::Io(error) => io_error(language, error),
        ReadError::Empty => text("read-empty"),
        ReadError::NoRows => text("read-no-rows"),
        ReadError::NoUsableRows { rows } => with("read-no-usable-rows", &[("n", (*rows).into())]),
        ReadError::RecordTooLong { limit, .. } => with("read-record-too-long", &[("limit", (*limit).into())]),
        ReadError::TooManyColumns { limit, .. } => {
            with("read-too-many-columns", &[("limit", (*limit).into())])
        }
        ReadError::UnclosedQuote { .. } => text("read-unclosed-quote"),
        ReadError::NotUtf8 { .. } => text("read-not-utf8"),
        ReadError::UnknownEncoding(name) => {
            with("read-unknown-encoding", &[("name", shortened(name).into())])
        }
        ReadError::ColumnMissing { wanted, found } => column_missing(language, wanted, found),
        ReadError::UnreadableTimes { column, example, failed, of, .. } => with(
            "read-unreadable-times",
            &[
                ("column", shortened(column).into()),
                ("example", example.into()),
                ("failed", (*failed).into()),
                ("of", (*of).into()),
            ],
        ),
        ReadError::TimeFormat(format) => with("read-time-format", &[("format", shortened(format).into())]),
        ReadError::TooManyEvents { limit, .. } => with("read-too-many-events", &[("limit", (*limit).into())]),
        ReadError::TooManyNames { limit, .. } => with("read-too-many-names", &[("limit", (*limit).into())]),
        ReadError::UnpackedTooLarge { limit } => {
            with("read-unpacked-too-large", &[("limit", (*limit).into())])
        }
        ReadError::UnpackRatio { ratio } => with("read-unpack-ratio", &[("ratio", (*ratio).into())]),
        ReadError::ZipBroken(why) => with("read-zip-broken", &[("why", why.into())]),
        ReadError::ZipEntry { found } if found.is_empty() => text("read-zip-empty"),
        ReadError::ZipEntry { found } => with("read-zip-entry", &[("found", list(language, found).into())]),
        ReadError::ZipLocked => text("read-zip-locked"),
        ReadError::Workbook => text("read-workbook"),
        ReadError::ZipMethod(method) => with("read-zip-method", &[("method", method.into())]),
        ReadError::ZipOnPipe => text("read-zip-on-pipe"),
        other => with("read-failed", &[("why", other.to_string().into())]),
    }
}

/// Why a disk or a pipe failed us.
#[must_use]
pub fn io_error(language: Language, error: &io::Error) -> String {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "io-not-found",
        io::ErrorKind::PermissionDenied => "io-permission",
        io::ErrorKind::IsADirectory => "io-is-folder",
        io::ErrorKind::NotADirectory => "io-not-found",
        io::ErrorKind::StorageFull => "io-full",
        // What decoders of gzip and deflate say.
        io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
            "io-broken"
        }
        _ => return language.text_with("read-failed", &[("why", error.to_string().into())]),
    };
    language.text(key)
}

/// A mistake of a spec behind `file:line:column`.
#[must_use]
pub fn placed_mistake(language: Language, file: &str, error: &SpecError) -> String {
    format!("{file}:{}:{}: {}", error.line, error.column, mistake(language, &error.mistake))
}

/// What is wrong with a spec and what to do, without its place.
#[must_use]
pub fn mistake(language: Language, mistake: &Mistake) -> String {
    let with = |key: &str, values: &[(&'static str, Value<'_>)]| language.text_with(key, values);
    match mistake {
        Mistake::Syntax(why) => with("mistake-syntax", &[("why", why.trim().replace('\n', " ").into())]),
        Mistake::UnknownKey { table, key, near, known } => {
            let known = list(language, known);
            let values = &[("table", table.into()), ("key", shortened(key).into()), ("known", known.into())];
            did_you_mean(language, with("mistake-unknown-key", values), near.as_deref())
        }
        Mistake::MissingKey { table, key } => {
            with("mistake-missing-key", &[("table", table.into()), ("key", key.into())])
        }
        Mistake::Empty { key } => with("mistake-empty", &[("key", key.into())]),
        Mistake::Twice { what, name } => {
            let what = language.text(&format!("mistake-name-{what}"));
            with("mistake-twice", &[("what", what.into()), ("name", shortened(name).into())])
        }
        Mistake::TooMany { limit } => with("mistake-too-many", &[("limit", (*limit).into())]),
        Mistake::WrongType { key, expected } => {
            let expected = language.text(&format!("mistake-type-{expected}"));
            with("mistake-wrong-type", &[("key", key.into()), ("expected", expected.into())])
        }
        Mistake::BadValue { key, value, allowed } => {
            let allowed = match key.as_str() {
                "amount" | "decimal" | "delimiter" | "encoding" | "factor" | "file" | "percent"
                | "resamples" | "scale" | "time_format" | "time_zone" | "top" | "visibility" | "when" => {
                    language.text(&format!("mistake-allowed-{key}"))
                }
                // Names of the spec, the same in every language.
                _ => allowed.clone(),
            };
            let value = shortened(value);
            with(
                "mistake-bad-value",
                &[("key", key.into()), ("value", value.into()), ("allowed", allowed.into())],
            )
        }
        Mistake::UnknownName { what, name, near } => {
            let text = with(&format!("mistake-no-{what}"), &[("name", shortened(name).into())]);
            did_you_mean(language, text, near.as_deref())
        }
        Mistake::WrongKind { field, expected } => {
            with("mistake-wrong-kind", &[("field", field.into()), ("expected", (*expected).into())])
        }
        Mistake::Circle { file } => with("mistake-circle", &[("file", file.into())]),
        Mistake::TooLong { limit } => with("mistake-too-long", &[("limit", (*limit).into())]),
    }
}

fn column_missing(language: Language, wanted: &str, found: &[String]) -> String {
    let near = nearest(wanted, found.iter().map(String::as_str));
    let found = list(language, found);
    let text = language
        .text_with("read-column-missing", &[("wanted", shortened(wanted).into()), ("found", found.into())]);
    did_you_mean(language, text, near)
}

/// A text, and behind it the question whether something near was meant.
#[must_use]
pub fn did_you_mean(language: Language, text: String, near: Option<&str>) -> String {
    match near {
        None => text,
        Some(near) => {
            let question = language.text_with("did-you-mean", &[("near", shortened(near).into())]);
            // Chinese sentences follow each other without a blank.
            let between = if language == Language::Zh { "" } else { " " };
            format!("{text}{between}{question}")
        }
    }
}

/// Names one after the other, as many as a person reads.
#[must_use]
pub fn list(language: Language, names: &[String]) -> String {
    let mut listed: Vec<String> = names.iter().take(NAMES_LISTED).map(|name| shortened(name)).collect();
    if names.len() > NAMES_LISTED {
        let more = names.len() - NAMES_LISTED;
        listed.push(language.text_with("and-more", &[("n", more.into())]));
    }
    listed.join(if language == Language::Zh { "、" } else { ", " })
}

fn quoted(language: Language, text: &str) -> String {
    language.text_with("quoted", &[("text", text.into())])
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(NAME_CHARS) {
        Some((cut, _)) => format!("{}…", &name[..cut]),
        None => name.to_owned(),
    }
}
