//! What reads promises.

use super::{Promise, store};
use db::{Connection, Error};

/// The promise with this key.
///
/// # Errors
///
/// What the database says.
pub async fn find(db: &mut Connection, key: &str) -> Result<Option<Promise>, Error> {
    store::find(db, key).await
}

/// Every promise, by name.
///
/// # Errors
///
/// What the database says.
pub async fn list(db: &mut Connection) -> Result<Vec<Promise>, Error> {
    store::list(db).await
}
