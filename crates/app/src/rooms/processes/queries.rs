//! What reads processes.

use super::{Process, store};
use db::{Connection, Error};
use std::collections::BTreeMap;

/// The process with this key.
///
/// # Errors
///
/// What the database says.
pub async fn find(db: &mut Connection, key: &str) -> Result<Option<Process>, Error> {
    store::find(db, key).await
}

/// The name of every process, by its key.
///
/// # Errors
///
/// What the database says.
pub async fn names(db: &mut Connection) -> Result<BTreeMap<String, String>, Error> {
    Ok(store::names(db).await?.into_iter().collect())
}
