//! Where a report's files come from.

use std::io;

use eventlog::{ReadError, Seekable};

/// A place with files: the data folder of the command line, an upload, memory in a test.
pub trait Files {
    /// Opens a file by the path that the spec gives.
    ///
    /// # Errors
    /// No such file, or one that may not be read.
    fn open(&self, path: &str) -> io::Result<Box<dyn Seekable + '_>>;
}

/// A file that stopped the report.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {error}")]
pub struct FileError {
    /// Path as the spec gives it.
    pub path: String,
    /// What was wrong.
    pub error: ReadError,
}
