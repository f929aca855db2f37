//! What reads departments and offices.

use super::{Department, Office, store};
use db::{Connection, Error};
use uuid::Uuid;

/// Every department, by name.
///
/// # Errors
///
/// What the database says.
pub async fn departments(db: &mut Connection) -> Result<Vec<Department>, Error> {
    store::departments(db).await
}

/// Every office, by name.
///
/// # Errors
///
/// What the database says.
pub async fn list(db: &mut Connection) -> Result<Vec<Office>, Error> {
    store::offices(db).await
}

/// The office with this id.
///
/// # Errors
///
/// What the database says.
pub async fn find(db: &mut Connection, id: Uuid) -> Result<Option<Office>, Error> {
    store::office(db, id).await
}
