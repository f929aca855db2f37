//! The room's SQL.

use db::{Connection, Error, Tx, values};
use jiff::Timestamp;
use uuid::Uuid;

const IN_STATE: &str = "select bpmn, version from maps where process = $1 and state = $2";

/// The document of a process in a state, and its version.
pub async fn in_state(
    db: &mut Connection,
    process: Uuid,
    state: &str,
) -> Result<Option<(String, u64)>, Error> {
    db.maybe(IN_STATE, values![process, state]).await
}

const SAVE: &str = "
    update maps set bpmn = $3, changed_at = $4, version = version + 1
    where process = $1 and state = $2 and version = $5";

/// Changes a document; says whether it still had that version.
pub async fn save(
    tx: &mut Tx,
    process: Uuid,
    state: &str,
    (bpmn, seen): (String, u64),
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx.run(SAVE, values![process, state, bpmn, now, seen]).await? == 1)
}

const ADD: &str = "
    insert into maps (id, process, number, state, bpmn, note, author, created_at, changed_at, published_at, version)
    values ($1, $2, 1, 'published', $3, '', null, $4, $4, $4, 1)";

/// Adds the first document of a process.
pub async fn add(tx: &mut Tx, process: Uuid, bpmn: String, now: Timestamp) -> Result<(), Error> {
    tx.run(ADD, values![Uuid::now_v7(), process, bpmn, now]).await.map(drop)
}
