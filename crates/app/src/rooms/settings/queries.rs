//! What reads the installation's settings.

use super::commands::{EMOTIONS, ORGANISATION};
use super::store;
use db::{Connection, Error};

/// The name of the organisation, if it was given one.
///
/// # Errors
///
/// What the database says.
pub async fn organisation(db: &mut Connection) -> Result<Option<String>, Error> {
    store::get(db, ORGANISATION).await
}

/// The organisation's own list of emotions, as it was kept; none where it has none.
///
/// # Errors
///
/// What the database says.
pub async fn emotions(db: &mut Connection) -> Result<Option<String>, Error> {
    store::get(db, EMOTIONS).await
}
