//! Where the organisation's data lies: SQLite or PostgreSQL behind one door, with a journal and migrations.
//!
//! The same SQL runs on both: `$1` placeholders, upserts with `returning`, window functions, and five types of column
//! (`uuid`, `bigint`, `double precision`, `text`, `bytea`). Instants are microseconds since 1970 in a `bigint`.
//! Statements are `&'static str`, so that nothing a user typed is ever part of one.
//!
//! | to | use |
//! | --- | --- |
//! | open it | [`Database::open`], which also brings the tables up to date |
//! | read | [`Database::read`] for a [`Connection`], then [`Connection::all`], [`Connection::maybe`] |
//! | write | [`Database::write`] with what is to happen in one transaction |
//! | keep what happened | [`journal::append`], in the transaction that also changes the rows |
//! | carry it away | [`Database::copy_to`] |
//!
//! With SQLite statements run where they are called, and all writing goes through one thread, which takes what waits into one commit: what is answered was
//! written to disk, and one `fsync` serves many.

mod bulk;
mod carry;
mod connection;
mod copy;
mod database;
mod error;
mod examine;
pub mod journal;
mod location;
mod migrate;
mod row;
mod sqlite;
mod value;
mod writer;

pub use connection::{Connection, Tx};
pub use database::{Database, Write};
pub use error::Error;
pub use location::{Kind, Location};
pub use migrate::LATEST;
pub use row::{Column, FromRow, Row};
pub use sqlite::THREADS;
pub use value::Value;

/// What a statement's placeholders stand for, in order.
///
/// ```
/// let values = db::values!["text", 7_i64, None::<String>];
/// assert_eq!(values.len(), 3);
/// ```
#[macro_export]
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}
