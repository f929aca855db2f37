//! What changes the installation's settings.

use super::store;
use crate::web::secret::Secret;
use db::{Database, Error, Tx};

const SECRET: &str = "secret";
pub(super) const ORGANISATION: &str = "organisation";
pub(super) const EMOTIONS: &str = "emotions";

/// The installation's secret; made when it is first asked for, by whichever node comes first.
///
/// # Errors
///
/// What the database says.
pub async fn secret(database: &Database) -> Result<Secret, Error> {
    if let Some(secret) =
        store::get(&mut database.read().await?, SECRET).await?.as_deref().and_then(Secret::read)
    {
        return Ok(secret);
    }
    let stored = Secret::new().stored();
    let kept: String = database
        .write(move |tx| {
            Box::pin(async move {
                store::keep(tx, SECRET, &stored).await?;
                Ok::<_, Error>(store::get(tx, SECRET).await?.unwrap_or(stored))
            })
        })
        .await?;
    Ok(Secret::read(&kept).unwrap_or_default())
}

/// Gives the organisation its name.
///
/// # Errors
///
/// What the database says.
pub async fn name_organisation(tx: &mut Tx, name: &str) -> Result<(), Error> {
    store::put(tx, ORGANISATION, name).await
}

/// Keeps the organisation's own list of emotions, as the room for feedback writes it.
///
/// # Errors
///
/// What the database says.
pub async fn keep_emotions(tx: &mut Tx, list: &str) -> Result<(), Error> {
    store::put(tx, EMOTIONS, list).await
}

/// Goes back to the list of emotions that the program brings.
///
/// # Errors
///
/// What the database says.
pub async fn drop_emotions(tx: &mut Tx) -> Result<(), Error> {
    store::remove(tx, EMOTIONS).await
}
