//! An event log from a file or a pipe, read the way the arguments say.

use std::fs::File;
use std::io::{self, Read};

use eventlog::{
    ColumnNames, CsvOptions, EventLog, Limits, Mapping, Problems, ReadError, Records, TimeFormat, decoded,
    read_log, unpack, unpack_stream,
};
use language::Language;
use report::wording;

use crate::args::LogArgs;
use crate::failure::Failure;
use crate::{output, problems, progress};

/// Reads a log; says which columns were taken, and which problems there were, on standard error.
pub fn read(language: Language, args: &LogArgs) -> Result<(EventLog, Problems), Failure> {
    let file = args.file.display().to_string();
    let failed = |error: &ReadError| failure(language, &file, args, error);
    let format = TimeFormat::new(args.time_zone.as_deref(), args.time_format.as_deref());
    let format = format.map_err(|error| failed(&error))?;
    let records = open(args).map_err(|error| failed(&error))?;
    let names = column_names(args);
    let taken =
        Mapping::find(records.columns(), &names).map(|found| taken(language, records.columns(), &found));
    output::tell(&taken.map_err(|error| failed(&error))?);
    let (log, found) = read_log(records, &names, &format).map_err(|error| failed(&error))?;
    problems::list(language, found.iter().map(|problem| (file.as_str(), problem)), "problems-cut");
    Ok((log, found))
}

fn open(args: &LogArgs) -> Result<Records<Box<dyn Read>>, ReadError> {
    let limits = Limits::default();
    let content: Box<dyn Read> = if args.file.as_os_str() == "-" {
        unpack_stream(io::stdin().lock(), &limits)?
    } else {
        let file = File::open(&args.file).map_err(ReadError::Io)?;
        unpack(progress::watched(file), args.entry.as_deref(), &limits)?
    };
    let text = decoded(content, args.encoding.as_deref())?;
    Records::new(text, &CsvOptions { delimiter: args.delimiter, limits })
}

fn column_names(args: &LogArgs) -> ColumnNames {
    ColumnNames {
        case: args.case.clone(),
        activity: args.activity.clone(),
        time: args.time.clone(),
        start: args.start.clone(),
        resource: args.resource.clone(),
    }
}

/// Which column was taken for what, in one line.
fn taken(language: Language, columns: &[String], mapping: &Mapping) -> String {
    let column = |key: &str, number: usize| {
        let name = columns[number].as_str();
        language.text_with("column-taken", &[("what", language.text(key).into()), ("name", name.into())])
    };
    let needed = [
        column("column-case", mapping.case),
        column("column-activity", mapping.activity),
        column("column-time", mapping.time),
    ];
    let start = mapping.start.map(|number| column("column-start", number));
    let resource = mapping.resource.map(|number| column("column-resource", number));
    let all: Vec<String> = needed.into_iter().chain(start).chain(resource).collect();
    language.text_with("columns-taken", &[("columns", all.join(" · ").into())])
}

/// A wrong argument is wrong use, all else is wrong input.
fn failure(language: Language, file: &str, args: &LogArgs, error: &ReadError) -> Failure {
    let unnamed = |wanted: &str| match wanted {
        "case_id" if args.case.is_none() => Some("no-case-column"),
        "activity" if args.activity.is_none() => Some("no-activity-column"),
        "timestamp" if args.time.is_none() => Some("no-time-column"),
        _ => None,
    };
    match error {
        ReadError::TimeFormat(_) | ReadError::UnknownEncoding(_) => {
            Failure::Use(vec![wording::read_error(language, error)])
        }
        ReadError::ColumnMissing { wanted, found } if unnamed(wanted).is_some() => {
            let key = unnamed(wanted).unwrap_or_default();
            let what = language.text_with(key, &[("found", wording::list(language, found).into())]);
            Failure::input(format!("{file}:1: {what}"))
        }
        _ => Failure::input(wording::placed_read_error(language, file, error)),
    }
}
