//! What can go wrong with a database.

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
    /// What the database itself says.
    #[error(transparent)]
    Sql(sqlx::Error),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(inner) if inner.is_unique_violation() => {
                Self::Taken(inner.message().into())
            }
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Database(inner) if inner.code().is_some_and(|code| is_busy(&code)) => Self::Busy,
            _ => Self::Sql(error),
        }
    }
}

/// Whether the code says that others are in the way, so that the same may go well later: a serialization failure, a
/// deadlock, a lock that does not get free (PostgreSQL), or a busy file in all its kinds (SQLite).
fn is_busy(code: &str) -> bool {
    const SQLITE_BUSY: u32 = 5;
    match code.parse::<u32>() {
        Ok(number) if code.len() < 5 => number & 0xff == SQLITE_BUSY,
        _ => matches!(code, "40001" | "40P01" | "55P03"),
    }
}
