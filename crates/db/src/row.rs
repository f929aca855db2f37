//! Rows that come out of statements.

use crate::Error;
use jiff::Timestamp;
use sqlx::error::UnexpectedNullError;
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use uuid::Uuid;

/// A row of an answer.
#[derive(Debug)]
pub struct Row(pub(crate) Inner);

/// The row as the driver gave it.
#[derive(Debug)]
pub(crate) enum Inner {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// The value of the column with this index, from 0.
    ///
    /// # Errors
    ///
    /// [`Error::Sql`], if there is no such column, or it holds something else.
    pub fn get<T: Column>(&self, index: usize) -> Result<T, Error> {
        T::of(self, index)
    }
}

/// A type that a column can be read as.
pub trait Column: Sized {
    /// Reads the column with this index.
    ///
    /// # Errors
    ///
    /// As [`Row::get`].
    fn of(row: &Row, index: usize) -> Result<Self, Error>;
}

macro_rules! native {
    ($($type:ty),*) => {$(
        impl Column for $type {
            fn of(row: &Row, index: usize) -> Result<Self, Error> {
                // Asked for directly, SQLite would give 0 or an empty text for what is absent.
                let value: Option<Self> = row.get(index)?;
                value.ok_or_else(|| Error::Sql(sqlx::Error::Decode(Box::new(UnexpectedNullError))))
            }
        }

        impl Column for Option<$type> {
            fn of(row: &Row, index: usize) -> Result<Self, Error> {
                use sqlx::Row as _;
                Ok(match &row.0 {
                    Inner::Sqlite(row) => row.try_get(index)?,
                    Inner::Postgres(row) => row.try_get(index)?,
                })
            }
        }
    )*};
}

native!(Uuid, i64, f64, String, Vec<u8>);

/// Types that are kept as another one.
macro_rules! kept_as {
    ($($type:ty as $kept:ty, $given:ident => $make:expr;)*) => {$(
        impl Column for $type {
            fn of(row: &Row, index: usize) -> Result<Self, Error> {
                let $given: $kept = row.get(index)?;
                Ok($make)
            }
        }

        impl Column for Option<$type> {
            fn of(row: &Row, index: usize) -> Result<Self, Error> {
                let value: Option<$kept> = row.get(index)?;
                value.map(|$given| Ok($make)).transpose()
            }
        }
    )*};
}

kept_as! {
    bool as i64, number => number != 0;
    u32 as i64, number => u32::try_from(number).map_err(outside)?;
    u64 as i64, number => u64::try_from(number).map_err(outside)?;
    Timestamp as i64, number => Timestamp::from_microsecond(number).map_err(outside)?;
}

/// A number that the type cannot hold.
fn outside(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Sql(sqlx::Error::Decode(Box::new(error)))
}

/// Something that a row is read as: a tuple of columns, or a type of a room.
pub trait FromRow: Sized {
    /// Reads the row.
    ///
    /// # Errors
    ///
    /// As [`Row::get`].
    fn from_row(row: &Row) -> Result<Self, Error>;
}

macro_rules! tuples {
    ($($($name:ident $index:tt)+;)*) => {$(
        impl<$($name: Column),+> FromRow for ($($name,)+) {
            fn from_row(row: &Row) -> Result<Self, Error> {
                Ok(($($name::of(row, $index)?,)+))
            }
        }
    )*};
}

tuples! {
    A 0;
    A 0 B 1;
    A 0 B 1 C 2;
    A 0 B 1 C 2 D 3;
    A 0 B 1 C 2 D 3 E 4;
    A 0 B 1 C 2 D 3 E 4 F 5;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
}
