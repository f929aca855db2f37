//! What changes customers.

use super::{Customer, store};
use db::{Error, Tx};

/// Adds customers.
///
/// # Errors
///
/// What the database says.
pub async fn add(tx: &mut Tx, customers: &[Customer]) -> Result<(), Error> {
    store::add(tx, customers).await
}
