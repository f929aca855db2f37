//! What these tests share: places to keep data, and a few rows.

#[macro_use]
mod place;
mod rows;

pub use place::{Folder, order};
pub use rows::{dump, entry, fill};

use db::{Database, Location};

/// Tells a story of a new database of SQLite.
pub fn on_sqlite<F: Future<Output = ()>>(story: impl FnOnce(Database) -> F) {
    at_sqlite(async |location| story(open(location).await).await);
}

/// Tells a story of a new database of PostgreSQL.
pub fn on_postgres<F: Future<Output = ()>>(story: impl FnOnce(Database) -> F) {
    at_postgres(async |location| story(open(location).await).await);
}

pub use place::{in_a_folder as at_sqlite, in_the_cluster as at_postgres};

/// Opens a database, which has to go well.
pub async fn open(location: Location) -> Database {
    Database::open(location).await.expect("the database opens")
}

/// Something to write that waits for nothing but the database.
#[macro_export]
macro_rules! write {
    ($database:expr, |$tx:ident| $work:expr) => {
        $database.write(move |$tx| Box::pin(async move { $work }))
    };
}
