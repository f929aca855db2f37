//! Rows that come out of statements.

use crate::Error;
use jiff::Timestamp;
use rusqlite::types::ValueRef;
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use uuid::Uuid;

/// A row of an answer.
#[derive(Debug)]
pub struct Row<'r>(pub(crate) Inner<'r>);

/// The row as the driver gave it.
#[derive(Debug)]
pub(crate) enum Inner<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r PgRow),
}

impl Row<'_> {
    /// The value of the column with this index, from 0.
    ///
    /// # Errors
    ///
    /// [`Error::Answer`], if there is no such column, or it holds something else.
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
    fn of(row: &Row<'_>, index: usize) -> Result<Self, Error>;
}

/// A type that a column holds as it is, with what SQLite may hold for it.
macro_rules! native {
    ($($type:ty, $held:pat => $value:expr;)*) => {$(
        impl Column for $type {
            fn of(row: &Row<'_>, index: usize) -> Result<Self, Error> {
                let value: Option<Self> = row.get(index)?;
                value.ok_or_else(|| Error::Answer(format!("column {index} holds nothing")))
            }
        }

        impl Column for Option<$type> {
            fn of(row: &Row<'_>, index: usize) -> Result<Self, Error> {
                match &row.0 {
                    Inner::Sqlite(row) => match row.get_ref(index).map_err(no_column)? {
                        ValueRef::Null => Ok(None),
                        $held => $value.map(Some),
                        other => Err(Error::Answer(format!("column {index} holds {}", other.data_type()))),
                    },
                    Inner::Postgres(row) => row.try_get(index).map_err(no_column),
                }
            }
        }
    )*};
}

native! {
    Uuid, ValueRef::Blob(bytes) => Uuid::from_slice(bytes).map_err(no_column);
    i64, ValueRef::Integer(number) => Ok::<_, Error>(number);
    f64, ValueRef::Real(number) => Ok::<_, Error>(number);
    String, ValueRef::Text(text) => std::str::from_utf8(text).map(str::to_owned).map_err(no_column);
    Vec<u8>, ValueRef::Blob(bytes) => Ok::<_, Error>(bytes.to_vec());
}

/// A column that is not there, or is of another kind.
fn no_column(error: impl std::error::Error) -> Error {
    Error::Answer(error.to_string())
}

/// Types that are kept as another one.
macro_rules! kept_as {
    ($($type:ty as $kept:ty, $given:ident => $make:expr;)*) => {$(
        impl Column for $type {
            fn of(row: &Row<'_>, index: usize) -> Result<Self, Error> {
                let $given: $kept = row.get(index)?;
                Ok($make)
            }
        }

        impl Column for Option<$type> {
            fn of(row: &Row<'_>, index: usize) -> Result<Self, Error> {
                let value: Option<$kept> = row.get(index)?;
                value.map(|$given| Ok($make)).transpose()
            }
        }
    )*};
}

kept_as! {
    bool as i64, number => number != 0;
    u32 as i64, number => u32::try_from(number).map_err(no_column)?;
    u64 as i64, number => u64::try_from(number).map_err(no_column)?;
    Timestamp as i64, number => Timestamp::from_microsecond(number).map_err(no_column)?;
}

/// Something that a row is read as: a tuple of columns, or a type of a room.
pub trait FromRow: Sized {
    /// Reads the row.
    ///
    /// # Errors
    ///
    /// As [`Row::get`].
    fn from_row(row: &Row<'_>) -> Result<Self, Error>;
}

macro_rules! tuples {
    ($($($name:ident $index:tt)+;)*) => {$(
        impl<$($name: Column),+> FromRow for ($($name,)+) {
            fn from_row(row: &Row<'_>) -> Result<Self, Error> {
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
