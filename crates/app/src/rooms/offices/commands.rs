//! What changes departments and offices.

use super::{Department, Office, store};
use db::{Error, Tx};

/// Adds departments.
///
/// # Errors
///
/// [`Error::Taken`], if one of the keys is in use.
pub async fn add_departments(tx: &mut Tx, departments: &[Department]) -> Result<(), Error> {
    store::add_departments(tx, departments).await
}

/// Adds offices.
///
/// # Errors
///
/// [`Error::Taken`], if one of the keys is in use.
pub async fn add_offices(tx: &mut Tx, offices: &[Office]) -> Result<(), Error> {
    store::add_offices(tx, offices).await
}
