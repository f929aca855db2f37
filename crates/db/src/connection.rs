//! A connection: the four ways to run a statement.

use crate::row::Inner;
use crate::{Error, FromRow, Row, Value};
use sqlx::pool::PoolConnection;
use sqlx::postgres::PgArguments;
use sqlx::query::Query;
use sqlx::sqlite::SqliteArguments;
use sqlx::{Postgres, SqlSafeStr, Sqlite};
use std::ops::{Deref, DerefMut};
use uuid::Uuid;

/// A connection to read with.
#[derive(Debug)]
pub enum Connection {
    /// To SQLite.
    Sqlite(PoolConnection<Sqlite>),
    /// To PostgreSQL.
    Postgres(PoolConnection<Postgres>),
}

impl Connection {
    /// Every row of the answer.
    ///
    /// # Errors
    ///
    /// [`Error`], as the database says.
    pub async fn all<T: FromRow>(&mut self, sql: &'static str, values: Vec<Value>) -> Result<Vec<T>, Error> {
        match self {
            Self::Sqlite(connection) => {
                let rows = sqlite(sql, values).fetch_all(&mut **connection).await?;
                rows.into_iter().map(|row| T::from_row(&Row(Inner::Sqlite(row)))).collect()
            }
            Self::Postgres(connection) => {
                let rows = postgres(sql, values).fetch_all(&mut **connection).await?;
                rows.into_iter().map(|row| T::from_row(&Row(Inner::Postgres(row)))).collect()
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
        let row = match self {
            Self::Sqlite(connection) => {
                sqlite(sql, values).fetch_optional(&mut **connection).await?.map(Inner::Sqlite)
            }
            Self::Postgres(connection) => {
                postgres(sql, values).fetch_optional(&mut **connection).await?.map(Inner::Postgres)
            }
        };
        row.map(|row| T::from_row(&Row(row))).transpose()
    }

    /// The row of an answer that has one, such as that of a count.
    ///
    /// # Errors
    ///
    /// [`Error`], as the database says; also if there is no row.
    pub async fn one<T: FromRow>(&mut self, sql: &'static str, values: Vec<Value>) -> Result<T, Error> {
        self.maybe(sql, values).await?.ok_or(Error::Sql(sqlx::Error::RowNotFound))
    }

    /// Closes it instead of handing it back when it is let go of: its state is none that others should meet.
    pub(crate) fn never_again(&mut self) {
        match self {
            Self::Sqlite(connection) => connection.close_on_drop(),
            Self::Postgres(connection) => connection.close_on_drop(),
        }
    }

    /// Runs the statement, and says how many rows it changed.
    async fn execute(&mut self, sql: &'static str, values: Vec<Value>) -> Result<u64, Error> {
        Ok(match self {
            Self::Sqlite(connection) => sqlite(sql, values).execute(&mut **connection).await?.rows_affected(),
            Self::Postgres(connection) => {
                postgres(sql, values).execute(&mut **connection).await?.rows_affected()
            }
        })
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
        match &mut self.0 {
            Connection::Sqlite(_) => self.run("commit", Vec::new()).await.map(drop),
            Connection::Postgres(connection) => {
                sqlx::raw_sql("select 1; commit").execute(&mut **connection).await?;
                Ok(())
            }
        }
    }

    /// Closes the connection.
    pub(crate) async fn close(self) {
        let closed = match self.0 {
            Connection::Sqlite(connection) => connection.close().await,
            Connection::Postgres(connection) => connection.close().await,
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
        self.0.execute(sql, values).await
    }

    /// Waits until no other transaction works on what has this id, and keeps others waiting until the end of this
    /// one. SQLite has one writer, so there is nothing to wait for.
    ///
    /// # Errors
    ///
    /// [`Error`], as the database says.
    pub async fn lock(&mut self, id: Uuid) -> Result<(), Error> {
        if matches!(self.0, Connection::Postgres(_)) {
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

/// The statement for SQLite. It is prepared once a connection.
pub(crate) fn sqlite(sql: impl SqlSafeStr, values: Vec<Value>) -> Query<'static, Sqlite, SqliteArguments> {
    values.into_iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Id(value) => query.bind(value),
        Value::Int(value) => query.bind(value),
        Value::Real(value) => query.bind(value),
        Value::Text(value) => query.bind(value),
        Value::Bytes(value) => query.bind(value.map(|bytes| bytes.to_vec())),
    })
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
