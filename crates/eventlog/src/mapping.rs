//! Which columns of a table say what of an event, and the reading of a log by it.

use std::io::Read;

use crate::time_column::TimeColumn;
use crate::{
    EventLog, Limits, LogBuilder, NO_RESOURCE, NO_START, ProblemKind, Problems, ReadError, Record, Records,
    Refused, TimeFormat,
};

/// Names of the columns as far as someone gave them; the others are found by the names that are usual. An empty name for a
/// start or a resource says that no column holds one.
#[derive(Debug, Clone, Default)]
pub struct ColumnNames {
    /// What tells cases apart.
    pub case: Option<String>,
    /// What was done.
    pub activity: Option<String>,
    /// When it was done.
    pub time: Option<String>,
    /// When it was begun.
    pub start: Option<String>,
    /// By whom.
    pub resource: Option<String>,
}

/// Numbers of the columns of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// What tells cases apart.
    pub case: usize,
    /// What was done.
    pub activity: usize,
    /// When it was done.
    pub time: usize,
    /// When it was begun.
    pub start: Option<usize>,
    /// By whom.
    pub resource: Option<usize>,
}

const CASE: &[&str] = &["case_id", "case:concept:name", "caseid", "case id", "case", "case_key"];
const ACTIVITY: &[&str] = &["activity", "concept:name", "activity_name", "event", "task", "activityname"];
const TIME: &[&str] = &[
    "timestamp",
    "time:timestamp",
    "end_time",
    "end_timestamp",
    "complete_timestamp",
    "completetimestamp",
    "time",
];
const START: &[&str] = &["start_timestamp", "start_time", "starttimestamp", "time:start", "start"];
const RESOURCE: &[&str] = &["resource", "org:resource", "user", "agent"];

impl Mapping {
    /// Finds the columns in a header.
    ///
    /// # Errors
    /// [`ReadError::ColumnMissing`] for a column that was named, or for a case, activity or time that was not.
    pub fn find(columns: &[String], names: &ColumnNames) -> Result<Self, ReadError> {
        let missing =
            |wanted: &str| ReadError::ColumnMissing { wanted: wanted.to_owned(), found: columns.to_vec() };
        let find = |given: &Option<String>, usual: &[&str]| match given {
            Some(name) => match columns.iter().position(|c| c == name && !name.is_empty()) {
                Some(at) => Ok(Some(at)),
                None => Err(missing(name)),
            },
            None => Ok(usual.iter().find_map(|u| columns.iter().position(|c| c.eq_ignore_ascii_case(u)))),
        };
        let needed =
            |given: &Option<String>, usual: &[&str]| find(given, usual)?.ok_or_else(|| missing(usual[0]));
        let optional = |given: &Option<String>, usual: &[&str]| match given.as_deref() {
            Some("") => Ok(None),
            _ => find(given, usual),
        };
        Ok(Self {
            case: needed(&names.case, CASE)?,
            activity: needed(&names.activity, ACTIVITY)?,
            time: needed(&names.time, TIME)?,
            start: optional(&names.start, START)?,
            resource: optional(&names.resource, RESOURCE)?,
        })
    }
}

/// Reads a whole log. Rows without case, activity or a time that can be read are left out and counted.
///
/// # Errors
/// What [`Records::next`] returns; a column that is missing; no row at all or none that can be used; a time column of
/// which more than half cannot be read (then it is the format that is wrong, not the rows); a broken limit.
pub fn read_log<R: Read>(
    mut records: Records<R>,
    names: &ColumnNames,
    format: &TimeFormat,
) -> Result<(EventLog, Problems), ReadError> {
    let mapping = Mapping::find(records.columns(), names)?;
    let time_column = records.columns()[mapping.time].clone();
    let limits = *records.limits();
    let mut reading = Reading {
        builder: LogBuilder::default(),
        times: TimeColumn::new(format, &time_column),
        problems: Problems::default(),
        columns: records.columns().to_vec(),
        mapping,
        limits,
    };
    while let Some(record) = records.next()? {
        reading.take(&record)?;
    }
    reading.times.judge()?;
    if records.rows() == 0 {
        return Err(ReadError::NoRows);
    }
    if reading.builder.is_empty() {
        return Err(ReadError::NoUsableRows { rows: records.rows() });
    }
    let mut problems = records.into_problems();
    problems.append(reading.problems);
    Ok((reading.builder.finish(), problems))
}

struct Reading<'a> {
    builder: LogBuilder,
    times: TimeColumn<'a>,
    problems: Problems,
    columns: Vec<String>,
    mapping: Mapping,
    limits: Limits,
}

impl Reading<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let Mapping { case, activity, time, start, resource } = self.mapping;
        let (case_id, activity_name) = (record.get(case), record.get(activity));
        if case_id.is_empty() {
            self.problems.note(ProblemKind::MissingCase, &self.columns[case], record.line, b"");
            return Ok(());
        }
        if activity_name.is_empty() {
            self.problems.note(ProblemKind::MissingActivity, &self.columns[activity], record.line, b"");
            return Ok(());
        }
        let Some(time_us) = self.times.read(record.get(time), record.line, &mut self.problems)? else {
            return Ok(());
        };
        let start_us = match start {
            Some(column) => self.start(record, column, time_us),
            None => NO_START,
        };
        if self.builder.len() >= self.limits.events {
            return Err(ReadError::TooManyEvents { line: record.line, limit: self.limits.events });
        }
        let limit = self.limits.name_bytes;
        let refused = |column: usize| move |why: Refused| why.at(record.line, column, limit);
        let builder = &mut self.builder;
        let case_number = builder.cases.intern(case_id, limit).map_err(refused(case))?;
        let activity_number = builder.activities.intern(activity_name, limit).map_err(refused(activity))?;
        let resource_number = match resource.map(|column| (column, record.get(column))) {
            Some((column, name)) if !name.is_empty() => {
                builder.resources.intern(name, limit).map_err(refused(column))?
            }
            _ => NO_RESOURCE,
        };
        builder.push(case_number, activity_number, time_us, start_us, resource_number);
        Ok(())
    }

    fn start(&mut self, record: &Record<'_>, column: usize, time_us: i64) -> i64 {
        let text = record.get(column);
        if text.is_empty() {
            return NO_START;
        }
        let name = &self.columns[column];
        match self.times.format.parse(text) {
            None => {
                self.problems.note(ProblemKind::UnreadableTime, name, record.line, text);
                NO_START
            }
            Some(start_us) if start_us > time_us => {
                self.problems.note(ProblemKind::EndBeforeStart, name, record.line, text);
                NO_START
            }
            Some(start_us) => start_us,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::CsvOptions;

    use super::*;

    fn read(text: &str, names: &ColumnNames) -> Result<(EventLog, Problems), ReadError> {
        let records = Records::new(text.as_bytes(), &CsvOptions::default())?;
        read_log(records, names, &TimeFormat::default())
    }

    fn path(log: &EventLog, case: usize) -> Vec<&str> {
        log.case(case).activity.iter().map(|&a| log.activities().get(a)).collect()
    }

    #[test]
    fn an_empty_name_says_that_there_is_no_start_and_no_resource() {
        let columns: Vec<String> =
            ["case_id", "activity", "timestamp", "start_time", "user"].map(str::to_owned).into();
        let found = Mapping::find(&columns, &ColumnNames::default()).unwrap();
        assert_eq!((found.start, found.resource), (Some(3), Some(4)));
        let none = ColumnNames {
            start: Some(String::new()),
            resource: Some(String::new()),
            ..ColumnNames::default()
        };
        let found = Mapping::find(&columns, &none).unwrap();
        assert_eq!((found.start, found.resource), (None, None));
        let no_case = ColumnNames { case: Some(String::new()), ..ColumnNames::default() };
        assert!(Mapping::find(&columns, &no_case).is_err());
    }

    #[test]
    fn the_usual_names_are_recognised() {
        let text = "org:resource,case:concept:name,concept:name,time:timestamp\nAnn,7,Pay,2026-01-02\n,7,Order,2026-01-01\n";
        let (log, problems) = read(text, &ColumnNames::default()).unwrap();
        assert_eq!(path(&log, 0), ["Order", "Pay"]);
        assert_eq!(log.case(0).resource, [NO_RESOURCE, 0]);
        assert!(problems.is_empty());
    }

    #[test]
    fn given_names_win_over_usual_ones() {
        let names = ColumnNames { activity: Some("state".into()), ..ColumnNames::default() };
        let (log, _) = read("case,activity,state,time\n1,x,New,2026-01-01\n", &names).unwrap();
        assert_eq!(path(&log, 0), ["New"]);
        let wrong = ColumnNames { activity: Some("stat".into()), ..ColumnNames::default() };
        assert!(
            matches!(read("case,activity,time\n", &wrong), Err(ReadError::ColumnMissing { wanted, .. }) if wanted == "stat")
        );
    }

    #[test]
    fn starts_are_kept_where_they_make_sense() {
        let text = "case,activity,start_time,end_time\n1,a,2026-01-01 09:00,2026-01-01 10:00\n1,b,2026-01-02,2026-01-01 11:00\n1,c,,2026-01-01 12:00\n";
        let (log, problems) = read(text, &ColumnNames::default()).unwrap();
        let case = log.case(0);
        assert_eq!(case.time_us[0] - case.start_us[0], 3_600_000_000);
        assert_eq!(case.start_us[1..], [NO_START, NO_START]);
        assert_eq!(problems.iter().map(|p| p.kind).collect::<Vec<_>>(), [ProblemKind::EndBeforeStart]);
    }

    #[test]
    fn bad_rows_are_counted_and_the_rest_is_read() {
        let text = "case,activity,time\n,a,2026-01-01\n1,,2026-01-01\n1,a,\n1,a,2026-02-30\n1,a,2026-01-01\n1,b,2026-01-03\n";
        let (log, problems) = read(text, &ColumnNames::default()).unwrap();
        assert_eq!(log.event_count(), 2);
        let found: Vec<_> = problems.iter().map(|p| (p.kind, p.lines[0], p.count)).collect();
        assert_eq!(
            found,
            [
                (ProblemKind::MissingCase, 2, 1),
                (ProblemKind::MissingActivity, 3, 1),
                (ProblemKind::MissingTime, 4, 1),
                (ProblemKind::UnreadableTime, 5, 1),
            ]
        );
    }

    #[test]
    fn a_column_of_times_no_one_can_read_is_an_error_with_an_example() {
        let rows = "1,a,03/04/2026\n".repeat(3);
        let error = read(&format!("case,activity,time\n{rows}"), &ColumnNames::default()).unwrap_err();
        assert!(
            matches!(&error, ReadError::UnreadableTimes { line: 2, failed: 3, of: 3, example, .. } if example == "03/04/2026"),
            "{error}"
        );
        let many = "1,a,03/04/2026\n".repeat(5000);
        let error = read(&format!("case,activity,time\n{many}"), &ColumnNames::default()).unwrap_err();
        assert!(matches!(error, ReadError::UnreadableTimes { failed: 1000, .. }), "stops early: {error}");
    }

    #[test]
    fn files_without_anything_to_read_say_so() {
        assert!(matches!(read("case,activity,time\n", &ColumnNames::default()), Err(ReadError::NoRows)));
        assert!(matches!(
            read("case,activity,time\n1,a,\n", &ColumnNames::default()),
            Err(ReadError::NoUsableRows { rows: 1 })
        ));
        assert!(matches!(read("case\n1\n", &ColumnNames::default()), Err(ReadError::ColumnMissing { .. })));
    }

    #[test]
    fn text_in_another_encoding_is_an_error_with_its_place() {
        let bytes = b"case,activity,time\n1,Order,2026-01-01\n1,S\xe3o Paulo,2026-01-02\n";
        let records = Records::new(bytes.as_slice(), &CsvOptions::default()).unwrap();
        let error = read_log(records, &ColumnNames::default(), &TimeFormat::default()).unwrap_err();
        assert!(matches!(error, ReadError::NotUtf8 { line: 3, column: 2 }), "{error}");
    }

    #[test]
    fn limits_hold() {
        let limits = Limits { events: 2, name_bytes: 10, ..Limits::default() };
        let options = CsvOptions { limits, ..CsvOptions::default() };
        let log = |text: &str| {
            let records = Records::new(text.as_bytes(), &options).unwrap();
            read_log(records, &ColumnNames::default(), &TimeFormat::default())
        };
        let three = "case,activity,time\n1,a,2026-01-01\n1,a,2026-01-01\n1,a,2026-01-01\n";
        assert!(matches!(log(three), Err(ReadError::TooManyEvents { line: 4, limit: 2 })));
        let long = "case,activity,time\n1,a rather long name,2026-01-01\n";
        assert!(matches!(log(long), Err(ReadError::TooManyNames { line: 2, column: 2, limit: 10 })));
    }
}
