//! What reads the installation's settings.

use super::commands::ORGANISATION;
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
