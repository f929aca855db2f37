//! What reads customers.

use super::{Customer, store};
use crate::web::folded::pattern;
use db::{Connection, Error};
use uuid::Uuid;

/// The customer with this id.
///
/// # Errors
///
/// What the database says.
pub async fn find(db: &mut Connection, id: Uuid) -> Result<Option<Customer>, Error> {
    store::find(db, id).await
}

/// Customers whose name or e-mail address holds the words, by name; none for no words.
///
/// # Errors
///
/// What the database says.
pub async fn search(db: &mut Connection, words: &str, limit: u32) -> Result<Vec<Customer>, Error> {
    match pattern(words) {
        Some(pattern) => store::search(db, &pattern, limit).await,
        None => Ok(Vec::new()),
    }
}
