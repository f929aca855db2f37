//! What can go wrong with a database.

use rusqlite::ErrorCode;
use std::path::PathBuf;

/// Why the database did not do what was asked. Nothing of a failed transaction was kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A row with this key is there already; two of a journal's writers met, for example.
    #[error("this is there already: {0}")]
    Taken(String),
    /// The data folder cannot be made or written.
    #[error("the folder {} cannot be used: {source}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The address of the database is none.
    #[error("`{0}` is no address of a database; use postgres://… or leave it out for SQLite")]
    Address(String),
    /// The data was written by a newer program.
    #[error(
        "the data is of version {found}, and this program knows versions up to {known}; use a newer program"
    )]
    Newer {
        /// Version of the data.
        found: i64,
        /// Newest version that the program knows.
        known: i64,
    },
    /// A file is no copy of a database of this program.
    #[error("{} holds no data of this program", .0.display())]
    Foreign(PathBuf),
    /// A file is damaged.
    #[error("{} is damaged: {what}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What the check found first.
        what: String,
    },
    /// There is data where a copy was to be put.
    #[error("there is data in {0} already; nothing was changed")]
    Occupied(String),
    /// More waits to be written than can be taken in, or others hold what is to be changed.
    #[error("too much waits to be written; try again in a moment")]
    Busy,
    /// A write broke off within.
    #[error("a write broke off")]
    Broken,
    /// A row holds something that this program does not know.
    #[error("the data holds {0} that cannot be read")]
    Unreadable(String),
    /// An answer has no row, no such column, nothing in it, or something else than is asked for.
    #[error("the database does not answer what it was asked: {0}")]
    Answer(String),
    /// What SQLite itself says.
    #[error(transparent)]
    Sqlite(rusqlite::Error),
    /// What PostgreSQL itself says.
    #[error(transparent)]
    Postgres(sqlx::Error),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi::{
            SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID, SQLITE_CONSTRAINT_UNIQUE,
        };
        let Some(code) = error.sqlite_error() else { return Self::Sqlite(error) };
        match (code.code, code.extended_code) {
            (_, SQLITE_CONSTRAINT_UNIQUE | SQLITE_CONSTRAINT_PRIMARYKEY | SQLITE_CONSTRAINT_ROWID) => {
                Self::Taken(error.to_string())
            }
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Self::Busy,
            _ => Self::Sqlite(error),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(inner) if inner.is_unique_violation() => {
                Self::Taken(inner.message().into())
            }
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Database(inner) if inner.code().is_some_and(|code| is_busy(&code)) => Self::Busy,
            _ => Self::Postgres(error),
        }
    }
}

/// Whether the code says that others are in the way, so that the same may go well later: a serialization failure, a
/// deadlock, or a lock that does not get free.
fn is_busy(code: &str) -> bool {
    matches!(code, "40001" | "40P01" | "55P03")
}
