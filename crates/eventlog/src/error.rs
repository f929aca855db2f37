//! Why a file could not be read, and where.

use std::io;

/// A file that cannot be read any further. Line and column count from one.
///
/// `Display` is English and says what to do; programs that speak other languages match on the variant.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Reading failed below us: a disk, a pipe, a broken gzip stream.
    #[error("reading failed: {0}")]
    Io(io::Error),
    /// Not a single byte, or nothing but blank lines.
    #[error("the file is empty; export it again with a header row")]
    Empty,
    /// A header and nothing below it.
    #[error("there are no rows below the header; export the file again with its data")]
    NoRows,
    /// Rows there are, but not one could be used.
    #[error("none of the {rows} rows could be used; see the problems listed for the file")]
    NoUsableRows {
        /// Rows read.
        rows: u64,
    },
    /// A record went on past the limit.
    #[error(
        "line {line}: the row is longer than {limit} bytes; check for a missing line end or a quote left open"
    )]
    RecordTooLong {
        /// Line on which the record starts.
        line: u64,
        /// [`Limits::record_bytes`](crate::Limits::record_bytes).
        limit: usize,
    },
    /// More columns than the limit.
    #[error("line {line}: the row has more than {limit} columns; check the delimiter")]
    TooManyColumns {
        /// Line on which the record starts.
        line: u64,
        /// [`Limits::columns`](crate::Limits::columns).
        limit: usize,
    },
    /// The file ended within a quoted field.
    #[error("line {line}, column {column}: a quote is opened here and never closed; close it or double it")]
    UnclosedQuote {
        /// Line on which the record starts.
        line: u64,
        /// Number of the column whose field is still open.
        column: usize,
    },
    /// Bytes that are not UTF-8 where text is needed.
    #[error(
        "line {line}, column {column}: the text is not UTF-8; name the file's encoding, for example windows-1252"
    )]
    NotUtf8 {
        /// Line on which the record starts.
        line: u64,
        /// Number of the column.
        column: usize,
    },
    /// No such encoding.
    #[error("no text encoding is called \"{0}\"; use a name such as utf-8, windows-1251 or utf-16le")]
    UnknownEncoding(String),
    /// A column that is needed is not in the header.
    #[error("line 1: there is no column \"{wanted}\"; the header has: {}", found.join(", "))]
    ColumnMissing {
        /// What was looked for.
        wanted: String,
        /// The header.
        found: Vec<String>,
    },
    /// No time could be read in a column.
    #[error(
        "line {line}, column {column}: \"{example}\" is not a time that can be read, nor are {failed} of {of} values; name the time format, for example %d/%m/%Y %H:%M"
    )]
    UnreadableTimes {
        /// Line of the first.
        line: u64,
        /// Name of the column.
        column: String,
        /// The first that failed.
        example: String,
        /// How many failed.
        failed: u64,
        /// Of how many that were not empty.
        of: u64,
    },
    /// A time format that is no format.
    #[error("\"{0}\" is not a time format; use directives such as %Y-%m-%d %H:%M:%S")]
    TimeFormat(String),
    /// More events than the limit.
    #[error("line {line}: more than {limit} events; split the log by period")]
    TooManyEvents {
        /// Line on which reading stopped.
        line: u64,
        /// [`Limits::events`](crate::Limits::events).
        limit: usize,
    },
    /// The names of one kind take more room than the limit.
    #[error(
        "line {line}, column {column}: more than {limit} bytes of different values; is this the right column?"
    )]
    TooManyNames {
        /// Line on which reading stopped.
        line: u64,
        /// Number of the column.
        column: usize,
        /// [`Limits::name_bytes`](crate::Limits::name_bytes).
        limit: usize,
    },
    /// Unpacking gave more than the limit.
    #[error("the file unpacks to more than {limit} bytes; unpack and split it first")]
    UnpackedTooLarge {
        /// [`Limits::unpacked_bytes`](crate::Limits::unpacked_bytes).
        limit: u64,
    },
    /// The file grows beyond belief while it is unpacked.
    #[error(
        "the file unpacks to more than {ratio} times its size, as only a zip bomb does; unpack it first if you trust it"
    )]
    UnpackRatio {
        /// [`Limits::unpack_ratio`](crate::Limits::unpack_ratio).
        ratio: u64,
    },
    /// A zip archive that cannot be read.
    #[error("the zip archive is broken: {0}; pack it again")]
    ZipBroken(String),
    /// A zip archive with no file, or several and none was named, or not the one that was.
    #[error("the zip archive holds {}; name one of them", if found.is_empty() { "no file".to_owned() } else { found.join(", ") })]
    ZipEntry {
        /// Names of the files within.
        found: Vec<String>,
    },
    /// A zip archive under a password.
    #[error("the zip archive is locked with a password; unpack it first")]
    ZipLocked,
    /// An Excel workbook, which is a zip archive of XML files.
    #[error("this is an Excel workbook; save it as CSV UTF-8")]
    Workbook,
    /// A zip archive packed in a way other than store or deflate.
    #[error("the zip archive is packed with {0}; pack it again with deflate")]
    ZipMethod(String),
    /// A zip archive on a pipe.
    #[error("a zip archive cannot be read from a pipe; name the file")]
    ZipOnPipe,
}

impl ReadError {
    /// The line the error stands on, where it has one.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        match self {
            Self::RecordTooLong { line, .. }
            | Self::TooManyColumns { line, .. }
            | Self::UnclosedQuote { line, .. }
            | Self::NotUtf8 { line, .. }
            | Self::UnreadableTimes { line, .. }
            | Self::TooManyEvents { line, .. }
            | Self::TooManyNames { line, .. } => Some(*line),
            Self::ColumnMissing { .. } | Self::Empty | Self::NoRows => Some(1),
            _ => None,
        }
    }
}

/// An error of ours that passes through `std::io::Read`; readers above take it out again.
impl From<ReadError> for io::Error {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Io(inner) => inner,
            other => Self::other(other),
        }
    }
}

impl ReadError {
    /// Takes back an error of ours that came through `std::io::Read`.
    pub(crate) fn from_io(error: io::Error) -> Self {
        match error.downcast::<Self>() {
            Ok(ours) => ours,
            Err(theirs) => Self::Io(theirs),
        }
    }
}
