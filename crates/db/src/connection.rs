//! A connection: the four ways to run a statement.

use crate::row::Inner;
use crate::sqlite::{File, Reading};
use crate::{Error, FromRow, Row, Value};
use sqlx::pool::PoolConnection;
use sqlx::postgres::PgArguments;
use sqlx::query::Query;
use sqlx::{Postgres, SqlSafeStr};
use std::ops::{Deref, DerefMut};
use uuid::Uuid;

/// A connection to read with.
#[derive(Debug)]
pub struct Connection(pub(crate) Driver);

/// What it is a connection to.
#[derive(Debug)]
pub(crate) enum Driver {
    /// SQLite, to read; it goes back to others who do.
    Reading(Reading),
    /// SQLite, to write; there is one.
    Writing(File),
    /// PostgreSQL.
    Postgres(PoolConnection<Postgres>),
}

/// The two that connections are to.
pub(crate) enum Side<'c> {
    Sqlite(&'c mut File),
    Postgres(&'c mut PoolConnection<Postgres>),
}

impl Connection {
    /// What to run a statement with.
    pub(crate) fn side(&mut self) -> Result<Side<'_>, Error> {
        Ok(match &mut self.0 {
            Driver::Reading(reading) => Side::Sqlite(reading.file()?),
            Driver::Writing(file) => Side::Sqlite(file),
            Driver::Postgres(connection) => Side::Postgres(connection),
        })
    }

    /// Whether it is one to PostgreSQL.
    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.0, Driver::Postgres(_))
    }

    /// Every row of the answer.
    ///
    /// # Errors
    ///
    /// [`Error`], as the database says.
    pub async fn all<T: FromRow>(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Vec<T>, Error> {
        match self.side()? {
            Side::Sqlite(file) => {
                let mut all = Vec::new();
                file.each(sql, &values, |row| {
                    all.push(T::from_row(row)?);
                    Ok(())
                })?;
                Ok(all)
            }
            Side::Postgres(connection) => {
                let rows = postgres(sql, values).fetch_all(&mut **connection).await?;
                rows.iter().map(|row| T::from_row(&Row(Inner::Postgres(row)))).collect()
            }
        }
    }

    /// The first row of the answer, if there is one.
    ///
    /// # Errors
    ///
    /// [`Error`], as the database says.
    pub async fn maybe<T: FromRow>(
        &mut self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<Option<T>, Error> {
        match self.side()? {
            Side::Sqlite(file) => file.first(sql, &values),
            Side::Postgres(connection) => {
                let row = postgres(sql, values).fetch_optional(&mut **connection).await?;
                row.map(|row| T::from_row(&Row(Inner::Postgres(&row)))).transpose()
            }
        }
    }

    /// The row of an answer that has one, such as that of a count.
    ///
    /// # Errors
    ///
    /// [`Error`], as the database says; also if there is no row.
    pub async fn one<T: FromRow>(&mut self, sql: &'static str, values: Vec<Value>) -> Result<T, Error> {
        self.maybe(sql, values).await?.ok_or_else(|| Error::Answer("there is no row".to_owned()))
    }

    /// Closes it instead of handing it back when it is let go of: its state is none that others should meet.
    pub(crate) fn never_again(&mut self) {
        match &mut self.0 {
            Driver::Reading(reading) => reading.never_again(),
            Driver::Writing(_) => {}
            Driver::Postgres(connection) => connection.close_on_drop(),
        }
    }

    /// Runs the statement, and says how many rows it changed. One that `stays` is kept prepared.
    pub(crate) async fn execute(
        &mut self,
        sql: impl SqlSafeStr,
        values: Vec<Value>,
        stays: bool,
    ) -> Result<u64, Error> {
        match self.side()? {
            Side::Sqlite(file) => file.run(sql.into_sql_str().as_str(), &values, stays),
            Side::Postgres(connection) => {
                let done = postgres(sql, values).persistent(stays).execute(&mut **connection).await?;
                Ok(done.rows_affected())
            }
        }
    }
}

/// A transaction under way: what can be read with a connection, and written.
#[derive(Debug)]
pub struct Tx(Connection);

impl Tx {
    pub(crate) fn over(connection: Connection) -> Self {
        Self(connection)
    }

    /// Keeps everything that was done since the beginning.
    ///
    /// PostgreSQL answers a commit after a statement that failed with a rollback, and calls that well done; asked for
    /// something before, it says what is wrong.
    pub(crate) async fn commit(&mut self) -> Result<(), Error> {
        match self.0.side()? {
            Side::Sqlite(file) => file.run("commit", &[], true).map(drop),
            Side::Postgres(connection) => {
                sqlx::raw_sql("select 1; commit").execute(&mut **connection).await?;
                Ok(())
            }
        }
    }

    /// Closes the connection.
    pub(crate) async fn close(self) {
        let closed = match self.0.0 {
            Driver::Reading(reading) => {
                drop(reading);
                Ok(())
            }
            Driver::Writing(file) => file.close(),
            Driver::Postgres(connection) => connection.close().await.map_err(Error::from),
        };
        if let Err(error) = closed {
            tracing::warn!(%error, "a connection was not closed in order");
        }
    }

    /// Runs the statement, and says how many rows it changed.
    ///
    /// # Errors
    ///
    /// [`Error`], as the database says.
    pub async fn run(&mut self, sql: &'static str, values: Vec<Value>) -> Result<u64, Error> {
        self.0.execute(sql, values, true).await
    }

    /// Waits until no other transaction works on what has this id, and keeps others waiting until the end of this
    /// one. SQLite has one writer, so there is nothing to wait for.
    ///
    /// # Errors
    ///
    /// [`Error`], as the database says.
    pub async fn lock(&mut self, id: Uuid) -> Result<(), Error> {
        if self.is_postgres() {
            let (high, low) = id.as_u64_pair();
            let key = (high ^ low).cast_signed();
            self.run("select pg_advisory_xact_lock($1)", crate::values![key]).await?;
        }
        Ok(())
    }
}

impl Deref for Tx {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.0
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.0
    }
}

/// The statement for PostgreSQL. It is prepared once a connection.
pub(crate) fn postgres(sql: impl SqlSafeStr, values: Vec<Value>) -> Query<'static, Postgres, PgArguments> {
    values.into_iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Id(value) => query.bind(value),
        Value::Int(value) => query.bind(value),
        Value::Real(value) => query.bind(value),
        Value::Text(value) => query.bind(value),
        Value::Bytes(value) => query.bind(value.map(|bytes| bytes.to_vec())),
    })
}
