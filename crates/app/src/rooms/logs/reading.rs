//! Reading the file of a log: its first rows when it comes, and all of it once its columns are known.

use super::model::{Columns, Mapping, Meaning};
use super::summary::Summary;
use crate::web::Problem;
use eventlog::{ColumnNames, CsvOptions, Limits, ReadError, Records, TimeFormat, decoded, read_log, unpack};
use std::io::{Cursor, Read};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What is read of a file, at most. Two million events need some hundred megabytes while they are put in order.
const LIMITS: Limits = Limits {
    record_bytes: 256 << 10,
    columns: 200,
    unpacked_bytes: 256 << 20,
    unpack_ratio: 200,
    events: 2_000_000,
    name_bytes: 64 << 20,
};

/// Rows of a file that are kept to show what its columns hold.
const ROWS: usize = 5;

/// Longest value of such a row, in characters.
const VALUE: usize = 80;

/// How many files are read at a time; each needs memory.
static READING: Semaphore = Semaphore::const_new(1);

/// Why a file is not taken.
#[derive(Debug)]
pub enum Refused {
    /// It cannot be read.
    Unreadable(ReadError),
    /// It has fewer than three columns.
    TooFewColumns,
    /// It is no text.
    NoText,
}

impl From<ReadError> for Refused {
    fn from(error: ReadError) -> Self {
        Self::Unreadable(error)
    }
}

/// The columns of a file and its first rows.
///
/// # Errors
///
/// [`Problem::Unexpected`], if the program is ending; within, why the file is not taken.
pub async fn look(file: Arc<[u8]>) -> Result<Result<Columns, Refused>, Problem> {
    aside(move || columns(file)).await
}

/// What a file shows, read as the mapping says.
///
/// # Errors
///
/// [`Problem::Unexpected`], if the program is ending; within, why the file cannot be read that way.
pub async fn read(file: Arc<[u8]>, mapping: Mapping) -> Result<Result<Summary, ReadError>, Problem> {
    aside(move || summary(file, &mapping)).await
}

/// Does what takes long beside the tasks that answer.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let _turn = READING.acquire().await.map_err(|_| Problem::Unexpected)?;
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Unexpected)
}

fn open(file: Arc<[u8]>) -> Result<Records<Box<dyn Read>>, ReadError> {
    let text = decoded(unpack(Cursor::new(file), None, &LIMITS)?, None)?;
    Records::new(text, &CsvOptions { delimiter: None, limits: LIMITS })
}

fn columns(file: Arc<[u8]>) -> Result<Columns, Refused> {
    let mut records = open(file)?;
    let names = records.columns().to_vec();
    if names.iter().any(|name| name.contains('\0')) {
        return Err(Refused::NoText);
    }
    if names.len() < 3 {
        return Err(Refused::TooFewColumns);
    }
    let mut rows = Vec::new();
    while rows.len() < ROWS
        && let Some(record) = records.next()?
    {
        let value = |at| String::from_utf8_lossy(record.get(at)).chars().take(VALUE).collect();
        rows.push((0..names.len()).map(value).collect());
    }
    if rows.is_empty() {
        return Err(ReadError::NoRows.into());
    }
    Ok(Columns { names, rows, mapping: None })
}

fn summary(file: Arc<[u8]>, mapping: &Mapping) -> Result<Summary, ReadError> {
    let format = TimeFormat::new(Some(&mapping.time_zone), mapping.time_format.as_deref())?;
    let names = ColumnNames {
        case: Some(mapping.case.clone()),
        activity: Some(mapping.activity.clone()),
        time: Some(mapping.time.clone()),
        // An empty name where no column is meant: else one would be found by its name.
        start: Some(mapping.start.clone().unwrap_or_default()),
        resource: Some(mapping.resource.clone().unwrap_or_default()),
    };
    let (log, problems) = read_log(open(file)?, &names, &format)?;
    Ok(Summary::of(&log, &problems))
}

/// How a column came to its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guess {
    /// By its name.
    Name,
    /// By its values, which look like times.
    Values,
}

/// What the columns seem to mean: by their names, and a time also by its values.
#[must_use]
pub fn guess(columns: &Columns) -> Vec<Option<(Meaning, Guess)>> {
    let mut guessed = vec![None; columns.names.len()];
    for meaning in Meaning::ALL {
        if let Some(at) = by_name(&columns.names, meaning)
            && guessed[at].is_none()
        {
            guessed[at] = Some((meaning, Guess::Name));
        }
    }
    let has_time = guessed.iter().flatten().any(|(meaning, _)| *meaning == Meaning::Time);
    let free = (0..columns.names.len()).filter(|at| guessed[*at].is_none());
    if !has_time && let Some(at) = free.into_iter().find(|at| holds_times(columns, *at)) {
        guessed[at] = Some((Meaning::Time, Guess::Values));
    }
    guessed
}

/// The column that has a usual name for a meaning. The engine looks for all at once, so the others are given.
fn by_name(names: &[String], meaning: Meaning) -> Option<usize> {
    let given = |other: Meaning| (other != meaning).then(|| names.first().cloned()).flatten();
    let wanted = ColumnNames {
        case: given(Meaning::Case),
        activity: given(Meaning::Activity),
        time: given(Meaning::Time),
        start: given(Meaning::Start),
        resource: given(Meaning::Resource),
    };
    let found = eventlog::Mapping::find(names, &wanted).ok()?;
    match meaning {
        Meaning::Case => Some(found.case),
        Meaning::Activity => Some(found.activity),
        Meaning::Time => Some(found.time),
        Meaning::Start => found.start,
        Meaning::Resource => found.resource,
    }
}

/// Whether more than half of the values are times written in a usual way; plain numbers may be something else.
fn holds_times(columns: &Columns, at: usize) -> bool {
    let format = TimeFormat::default();
    let is_time = |row: &Vec<String>| {
        row[at].contains(['-', '.', '/', ':']) && format.parse(row[at].as_bytes()).is_some()
    };
    columns.rows.iter().filter(|row| is_time(row)).count() * 2 > columns.rows.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDERS: &[u8] =
        b"order,activity,changed,agent\n1,Order,2026-01-05 09:00,ann\n1,Deliver,2026-01-07 10:30,bob\n2,Order,soon,\n";

    fn mapping() -> Mapping {
        Mapping {
            case: "order".into(),
            activity: "activity".into(),
            time: "changed".into(),
            start: None,
            resource: Some("agent".into()),
            time_format: None,
            time_zone: "UTC".into(),
        }
    }

    #[test]
    fn columns_are_guessed_by_name_and_times_by_their_values() {
        let file: &[u8] = b"order,activity,changed,agent\n1,Order,2026-01-05 09:00,ann\n";
        let columns = columns(file.into()).unwrap();
        let guessed = guess(&columns);
        assert_eq!(guessed[0], None);
        assert_eq!(guessed[1], Some((Meaning::Activity, Guess::Name)));
        assert_eq!(guessed[2], Some((Meaning::Time, Guess::Values)));
        assert_eq!(guessed[3], Some((Meaning::Resource, Guess::Name)));
    }

    #[test]
    fn a_log_is_summed_up_with_what_was_wrong() {
        let summary = summary(ORDERS.into(), &mapping()).unwrap();
        assert_eq!((summary.cases, summary.events, summary.variant_count), (1, 2, 1));
        assert_eq!(summary.variants[0].activities, ["Order", "Deliver"]);
        assert_eq!((summary.arcs[0].from, summary.arcs[0].to, summary.arcs[0].count), (0, 1, 1));
        let wrong = &summary.problems[0];
        assert_eq!((wrong.lines.as_slice(), wrong.count), ([4].as_slice(), 1));
        assert_eq!(wrong.problem().unwrap().kind, eventlog::ProblemKind::UnreadableTime);
        let kept = serde_json::to_string(&summary).unwrap();
        assert_eq!(serde_json::from_str::<Summary>(&kept).unwrap(), summary);
    }

    #[test]
    fn what_is_no_log_is_refused_with_its_reason() {
        let refused = |file: &[u8]| columns(file.into()).unwrap_err();
        assert!(matches!(refused(b"a,b\n1,2\n"), Refused::TooFewColumns));
        assert!(matches!(refused(b"a,b,c\n"), Refused::Unreadable(ReadError::NoRows)));
        assert!(matches!(refused(b""), Refused::Unreadable(ReadError::Empty)));
        assert!(matches!(
            refused(b"\x89PNG\r\n\x1a\n\0\0\0"),
            Refused::Unreadable(_) | Refused::TooFewColumns
        ));
        let other = Mapping { time: "elsewhere".into(), ..mapping() };
        assert!(matches!(summary(ORDERS.into(), &other), Err(ReadError::ColumnMissing { .. })));
    }
}
