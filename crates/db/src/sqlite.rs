//! SQLite: a file's connections, whose statements run where they are called.
//!
//! A statement takes some microseconds, and handing it to another thread and back takes more than that. Whoever runs
//! the program therefore gives it [`THREADS`] threads beyond those that answer: even when every connection is busy with
//! something long, the others go on.

use crate::row::{Inner, Row};
use crate::{Error, FromRow, Value};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{OpenFlags, Statement, ToSql};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Connections that read at a time.
const READERS: usize = 4;

/// Threads that may be busy with statements of SQLite at a time.
pub const THREADS: usize = READERS;

/// Memory for pages of the database, of each reader and of the writer, in KiB.
const CACHE_KIB: i64 = 2048;

/// Statements that stay prepared in a connection.
const PREPARED: usize = 200;

/// A connection to a file.
#[derive(Debug)]
pub(crate) struct File(rusqlite::Connection);

impl File {
    /// One that writes. It makes the file if it is not there.
    pub(crate) fn open(file: &Path, patience: Duration) -> Result<Self, Error> {
        let connection = rusqlite::Connection::open(file)?;
        connection.busy_timeout(patience)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "foreign_keys", "on")?;
        connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
        connection.pragma_update(None, "temp_store", "memory")?;
        connection.set_prepared_statement_cache_capacity(PREPARED);
        Ok(Self(connection))
    }

    /// One that writes nowhere.
    fn open_to_read(file: &Path, patience: Duration) -> Result<Self, Error> {
        let opened = Self::open(file, patience)?;
        opened.0.pragma_update(None, "query_only", "on")?;
        Ok(opened)
    }

    /// One to a file that nobody writes to, and beside which nothing is to be made.
    pub(crate) fn open_copy(file: &Path) -> Result<Self, Error> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        Ok(Self(rusqlite::Connection::open_with_flags(address(file), flags)?))
    }

    /// Hands every row of the answer to `take`.
    pub(crate) fn each(
        &self,
        sql: &str,
        values: &[Value],
        mut take: impl FnMut(&Row<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let mut statement = self.0.prepare_cached(sql)?;
        bind(&mut statement, values)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            take(&Row(Inner::Sqlite(row)))?;
        }
        Ok(())
    }

    /// The first row of the answer, if there is one.
    pub(crate) fn first<T: FromRow>(&self, sql: &str, values: &[Value]) -> Result<Option<T>, Error> {
        let mut statement = self.0.prepare_cached(sql)?;
        bind(&mut statement, values)?;
        let mut rows = statement.raw_query();
        rows.next()?.map(|row| T::from_row(&Row(Inner::Sqlite(row)))).transpose()
    }

    /// Runs the statement, and says how many rows it changed. One that `stays` is kept prepared.
    pub(crate) fn run(&self, sql: &str, values: &[Value], stays: bool) -> Result<u64, Error> {
        if stays {
            finish(&mut *self.0.prepare_cached(sql)?, values)
        } else {
            finish(&mut self.0.prepare(sql)?, values)
        }?;
        Ok(self.0.changes())
    }

    /// Closes it, and brings what is beside the file into it if nobody else has it open.
    pub(crate) fn close(self) -> Result<(), Error> {
        self.0.close().map_err(|(_, error)| error.into())
    }
}

/// Runs a statement to its end; what it answers is of no interest.
fn finish(statement: &mut Statement<'_>, values: &[Value]) -> Result<(), Error> {
    bind(statement, values)?;
    let mut rows = statement.raw_query();
    while rows.next()?.is_some() {}
    Ok(())
}

/// Gives each placeholder its value: `$3` the third, wherever it stands; `?` the next.
fn bind(statement: &mut Statement<'_>, values: &[Value]) -> Result<(), Error> {
    for place in 1..=statement.parameter_count() {
        let named = statement.parameter_name(place).and_then(|name| name.get(1..)?.parse().ok());
        let number: usize = named.unwrap_or(place);
        let value = number.checked_sub(1).and_then(|index| values.get(index));
        let value = value.ok_or(rusqlite::Error::InvalidParameterCount(values.len(), number))?;
        statement.raw_bind_parameter(place, value)?;
    }
    Ok(())
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Id(Some(id)) => ValueRef::Blob(id.as_bytes()),
            Self::Int(Some(number)) => ValueRef::Integer(*number),
            Self::Real(Some(number)) => ValueRef::Real(*number),
            Self::Text(Some(text)) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(Some(bytes)) => ValueRef::Blob(bytes),
            Self::Id(None) | Self::Int(None) | Self::Real(None) | Self::Text(None) | Self::Bytes(None) => {
                ValueRef::Null
            }
        }))
    }
}

/// The address of a file that does not change; what means something in an address is written by its number.
fn address(file: &Path) -> String {
    let path = file.display().to_string().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    format!("file:{path}?immutable=1")
}

/// The connections of a file that read.
#[derive(Debug)]
pub(crate) struct Readers {
    file: PathBuf,
    patience: Duration,
    idle: Mutex<Vec<File>>,
    permits: Arc<Semaphore>,
}

impl Readers {
    /// Of this file, which is there already.
    pub(crate) fn of(file: &Path, patience: Duration) -> Arc<Self> {
        let permits = Arc::new(Semaphore::new(READERS));
        Arc::new(Self { file: file.into(), patience, idle: Mutex::new(Vec::new()), permits })
    }

    /// One of them, once one is free. It is opened when it is needed first.
    pub(crate) async fn take(self: &Arc<Self>) -> Result<Reading, Error> {
        let permit = tokio::time::timeout(self.patience, self.permits.clone().acquire_owned()).await;
        let permit = permit.map_err(|_| Error::Busy)?.map_err(|_| Error::Broken)?;
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let file = match idle {
            Some(file) => file,
            None => File::open_to_read(&self.file, self.patience)?,
        };
        Ok(Reading { file: Some(file), home: self.clone(), goes_back: true, _permit: permit })
    }

    /// Waits until all are handed back, and closes them.
    pub(crate) async fn close(&self) {
        // Nobody gets a permit once all of them are taken for good.
        if let Ok(all) = self.permits.acquire_many(READERS as u32).await {
            all.forget();
            self.permits.close();
        }
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// A connection that reads, and goes back to the others when it is let go of.
#[derive(Debug)]
pub struct Reading {
    file: Option<File>,
    home: Arc<Readers>,
    goes_back: bool,
    _permit: OwnedSemaphorePermit,
}

impl Reading {
    /// The connection, while it is not closed.
    pub(crate) fn file(&mut self) -> Result<&mut File, Error> {
        self.file.as_mut().ok_or(Error::Broken)
    }

    /// Closes it instead of handing it back when it is let go of.
    pub(crate) fn never_again(&mut self) {
        self.goes_back = false;
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if let Some(file) = self.file.take().filter(|_| self.goes_back) {
            self.home.idle.lock().unwrap_or_else(PoisonError::into_inner).push(file);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{File, address};
    use std::path::Path;
    use std::time::Duration;

    #[test]
    fn a_placeholder_is_known_by_its_number_wherever_it_stands() {
        let file = File::open(Path::new(":memory:"), Duration::ZERO).unwrap();
        let found: Option<(String, i64, String)> =
            file.first("select $2, $3, $1 || $2", &["a".into(), "b".into(), 3_i64.into()]).unwrap();
        assert_eq!(found, Some(("b".into(), 3, "ab".into())));
        assert!(file.first::<(String,)>("select $2", &["a".into()]).is_err());
    }

    #[test]
    fn signs_of_an_address_are_part_of_the_name() {
        assert_eq!(address(Path::new("/a?b#c%d")), "file:/a%3fb%23c%25d?immutable=1");
    }
}
