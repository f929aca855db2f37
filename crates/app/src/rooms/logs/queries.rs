//! What reads logs.

use super::model::Log;
use super::store;
use db::{Connection, Error};
use uuid::Uuid;

/// A page of logs, the latest first, and whether there are more.
///
/// # Errors
///
/// What the database says.
pub async fn list(db: &mut Connection, (limit, page): (u32, u32)) -> Result<(Vec<Log>, bool), Error> {
    let mut logs = store::list(db, (limit + 1, page.saturating_mul(limit))).await?;
    let has_more = logs.len() > limit as usize;
    logs.truncate(limit as usize);
    Ok((logs, has_more))
}

/// The log with this id.
///
/// # Errors
///
/// What the database says.
pub async fn find(db: &mut Connection, id: Uuid) -> Result<Option<Log>, Error> {
    store::find(db, id).await
}
