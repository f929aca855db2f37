//! Event logs as columns: read from strangers' files, kept small, handed to mining.
//!
//! An *event log* says what happened (the activity), to what (the case), when, and by whom (the resource). The crate
//! reads it from CSV, plain or packed as gzip or zip, in any text encoding, and keeps it as columns: names are
//! interned once and an event is a few numbers, 12 bytes without a resource. Events are grouped by case and ordered by
//! time; events at the same instant keep the order of the file.
//!
//! Reading never trusts its input. Everything that can grow has a stated [limit](Limits). A file that cannot be read
//! ends in a [`ReadError`] that names line and column; single bad rows are counted as [`Problem`]s, with the lines
//! they stand on, and reading goes on.
//!
//! ```
//! use eventlog::{ColumnNames, CsvOptions, Records, TimeFormat, read_log};
//!
//! let file = "case,activity,time\n1,Order,2026-01-05 09:00\n1,Deliver,2026-01-07 10:30\n2,Order,soon\n";
//! let records = Records::new(file.as_bytes(), &CsvOptions::default())?;
//! let (log, problems) = read_log(records, &ColumnNames::default(), &TimeFormat::default())?;
//!
//! assert_eq!((log.case_count(), log.event_count()), (1, 2));
//! assert_eq!(log.activities().get(log.case(0).activity[1]), "Deliver");
//! assert_eq!(problems.iter().next().unwrap().lines, [4]);
//! # Ok::<(), eventlog::ReadError>(())
//! ```

mod columns;
mod decode;
mod error;
mod limits;
mod mapping;
mod names;
mod problem;
mod records;
mod time;
mod time_column;
mod unpack;

pub use columns::{CaseEvents, EventLog, LogBuilder, NO_RESOURCE, NO_START};
pub use decode::decoded;
pub use error::ReadError;
pub use limits::Limits;
pub use mapping::{ColumnNames, Mapping, read_log};
pub use names::{Names, Refused};
pub use problem::{LINES_KEPT, Problem, ProblemKind, Problems};
pub use records::{CsvOptions, Record, Records, nearest};
pub use time::TimeFormat;
pub use time_column::TimeColumn;
pub use unpack::{Seekable, unpack, unpack_stream};
