//! What changes promises.

use super::{Promise, store};
use db::{Error, Tx};

/// Adds promises.
///
/// # Errors
///
/// [`Error::Taken`], if one of the keys is in use.
pub async fn add(tx: &mut Tx, promises: &[Promise]) -> Result<(), Error> {
    store::add(tx, promises).await
}
