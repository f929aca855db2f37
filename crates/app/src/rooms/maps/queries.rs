//! What reads versions of maps.

use super::model::{Import, MAX_VERSIONS, State, Version, VersionedMap, Which};
use super::reading::Reading;
use super::store;
use crate::rooms::processes::{self, Process};
use crate::rooms::settings;
use crate::web::Problem;
use bpmn::customer::Naming;
use db::{Connection, Error};
use uuid::Uuid;

/// The versions of a process, the latest first.
///
/// # Errors
///
/// What the database says.
pub async fn versions(db: &mut Connection, process: &Process) -> Result<Vec<Version>, Error> {
    let found = store::versions(db, process.id, MAX_VERSIONS).await?;
    if found.is_empty() { Ok(vec![unwritten(db, process).await?.about]) } else { Ok(found) }
}

/// A version of a process.
///
/// # Errors
///
/// What the database says.
pub async fn version(
    db: &mut Connection,
    process: &Process,
    which: Which,
) -> Result<Option<VersionedMap>, Error> {
    let found = match which {
        Which::Number(number) => store::numbered(db, process.id, number).await?,
        Which::Draft => store::in_state(db, process.id, State::Draft).await?,
        Which::Published => store::in_state(db, process.id, State::Published).await?,
    };
    if found.is_none() && matches!(which, Which::Number(1) | Which::Published) {
        // A process that nobody drew has what follows from its map; it is written down with the first change.
        return Ok(if store::last(db, process.id).await? == 0 {
            Some(unwritten(db, process).await?)
        } else {
            None
        });
    }
    Ok(found)
}

/// The published version of a process, read.
///
/// # Errors
///
/// What the database says.
pub async fn published(db: &mut Connection, process: &Process) -> Result<Reading, Problem> {
    let map = version(db, process, Which::Published).await?.ok_or(Problem::NotFound)?;
    read(map.bpmn).await
}

/// Reads a document that was kept, apart from what answers requests.
///
/// # Errors
///
/// [`Problem::Unexpected`], if it is no BPMN.
pub async fn read(bpmn: String) -> Result<Reading, Problem> {
    let read = tokio::task::spawn_blocking(move || Reading::of(bpmn.as_bytes())).await;
    read.map_err(|_| Problem::Unexpected)?.map_err(|refusal| {
        tracing::error!(?refusal, "a map that was kept cannot be read");
        Problem::Unexpected
    })
}

/// The first version of a process that has none.
pub async fn unwritten(db: &mut Connection, process: &Process) -> Result<VersionedMap, Error> {
    let organisation = settings::organisation(db).await?.unwrap_or_default();
    let changed_at = processes::changed_at(db, process).await?;
    let naming = Naming { key: &process.key, process: &process.name, organisation: &organisation };
    let bpmn = Reading::of_map(&process.map, &naming).written();
    let about = Version {
        id: Uuid::now_v7(),
        process: process.id,
        number: 1,
        state: State::Published,
        note: String::new(),
        author: None,
        author_name: None,
        created_at: changed_at,
        changed_at,
        published_at: Some(changed_at),
        version: 1,
    };
    Ok(VersionedMap { about, bpmn })
}

/// A file that a person looks over for a process.
///
/// # Errors
///
/// What the database says.
pub async fn import(
    db: &mut Connection,
    id: Uuid,
    person: Uuid,
    process: &Process,
) -> Result<Option<Import>, Error> {
    Ok(store::import(db, id, person).await?.filter(|import| import.process == process.id))
}
