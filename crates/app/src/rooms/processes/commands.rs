//! What changes processes.

use super::{Process, store};
use db::{Error, Tx, journal};
use jiff::Timestamp;
use uuid::Uuid;

/// Adds processes to the catalogue.
///
/// # Errors
///
/// [`Error::Taken`], if one of the keys is in use.
pub async fn add(
    tx: &mut Tx,
    processes: &[Process],
    by: (&'static str, Option<Uuid>),
    now: Timestamp,
) -> Result<(), Error> {
    store::add(tx, processes, now).await?;
    for process in processes {
        let data = serde_json::json!({ "key": process.key, "stage": process.stage }).to_string();
        journal::note(tx, "process", process.id, by, now, ("process-added", data)).await?;
    }
    Ok(())
}
