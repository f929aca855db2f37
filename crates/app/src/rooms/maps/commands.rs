//! What changes the versions of a map.

use super::model::{Import, MAX_NOTE, MAX_VERSIONS, State, Version, VersionedMap, Which};
use super::{queries, store};
use crate::App;
use crate::rooms::processes::{self, By, Process};
use crate::web::{Problem, Text};
use bpmn::map::{CustomerMap, MapProblem};
use db::{Tx, journal};
use jiff::Timestamp;
use uuid::Uuid;

/// Topic of the journal under which changes of versions stand.
const TOPIC: &str = "map";

/// What is to be saved.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// The document, as [`Reading::written`](super::Reading::written) gives it.
    pub bpmn: String,
    /// What its author says of it; none to leave what was said.
    pub note: Option<String>,
}

/// Adds versions that were made elsewhere.
///
/// # Errors
///
/// What the database says, such as that a process would have two drafts.
pub async fn add(tx: &mut Tx, maps: &[VersionedMap], by: By, now: Timestamp) -> Result<(), Problem> {
    store::add(tx, maps).await?;
    for map in maps {
        let about = &map.about;
        let data =
            serde_json::json!({ "process": about.process, "number": about.number, "state": about.state });
        journal::note(tx, TOPIC, about.id, by, now, ("map-begun", data.to_string())).await?;
    }
    Ok(())
}

/// Writes down the first version of a process, which follows from its map; a process that has versions keeps them.
///
/// # Errors
///
/// What the database says.
pub async fn first(tx: &mut Tx, process: &Process, by: By, now: Timestamp) -> Result<(), Problem> {
    tx.lock(process.id).await?;
    if store::last(tx, process.id).await? == 0 {
        let map = queries::unwritten(tx, process).await?;
        add(tx, &[map], by, now).await?;
    }
    Ok(())
}

/// Saves the draft of a process, made against the version `seen` of it, or begins one, for which `seen` is 0.
///
/// # Errors
///
/// [`Problem::Conflict`], if somebody else saved, published or put away the draft since; [`Problem::Invalid`], if the
/// note is too long or there are too many versions.
pub async fn save_draft(
    tx: &mut Tx,
    process: &Process,
    seen: u64,
    drawn: Drawn,
    by: By,
    now: Timestamp,
) -> Result<Version, Problem> {
    let note = drawn.note.as_deref().map(checked).transpose()?;
    first(tx, process, by, now).await?;
    let before = store::in_state(tx, process.id, State::Draft).await?;
    let Some(VersionedMap { mut about, bpmn }) = before else {
        if seen != 0 {
            return Err(meanwhile());
        }
        return begin(tx, process, State::Draft, (drawn.bpmn, note.unwrap_or_default()), by, now).await;
    };
    if about.version != seen {
        return Err(meanwhile());
    }
    let note = note.unwrap_or_else(|| about.note.clone());
    if bpmn == drawn.bpmn && note == about.note {
        return Ok(about);
    }
    if !store::save(tx, (about.id, seen), (&drawn.bpmn, &note), person(by), now).await? {
        return Err(meanwhile());
    }
    about = Version { version: seen + 1, author: person(by), changed_at: now, note, ..about };
    let data = serde_json::json!({ "version": about.version }).to_string();
    journal::note(tx, TOPIC, about.id, by, now, ("map-saved", data)).await?;
    Ok(about)
}

/// Takes one's own drawing for the draft, whatever somebody else saved: theirs is kept among the versions of the past.
///
/// # Errors
///
/// As [`save_draft`].
pub async fn replace_draft(
    tx: &mut Tx,
    process: &Process,
    seen: u64,
    drawn: Drawn,
    by: By,
    now: Timestamp,
) -> Result<Version, Problem> {
    first(tx, process, by, now).await?;
    if let Some(draft) = store::in_state(tx, process.id, State::Draft).await?.map(|map| map.about) {
        if draft.version != seen {
            return Err(meanwhile());
        }
        put_away(tx, &draft, by, now).await?;
    }
    save_draft(tx, process, 0, drawn, by, now).await
}

/// Keeps a drawing among the versions of the past, beside the draft.
///
/// # Errors
///
/// [`Problem::Invalid`], if the note is too long or there are too many versions.
pub async fn keep_copy(
    tx: &mut Tx,
    process: &Process,
    drawn: Drawn,
    by: By,
    now: Timestamp,
) -> Result<Version, Problem> {
    let note = checked(drawn.note.as_deref().unwrap_or_default())?;
    first(tx, process, by, now).await?;
    begin(tx, process, State::Archived, (drawn.bpmn, note), by, now).await
}

/// Makes the draft of an earlier version. A draft that is there, in the version `seen`, is kept among those of the past.
///
/// # Errors
///
/// [`Problem::NotFound`], or as [`replace_draft`].
pub async fn restore(
    tx: &mut Tx,
    process: &Process,
    (number, note): (u64, String),
    seen: u64,
    by: By,
    now: Timestamp,
) -> Result<Version, Problem> {
    let map = queries::version(tx, process, Which::Number(number)).await?.ok_or(Problem::NotFound)?;
    if map.about.state == State::Draft {
        return Ok(map.about);
    }
    replace_draft(tx, process, seen, Drawn { bpmn: map.bpmn, note: Some(note) }, by, now).await
}

/// Puts the draft, in the version `seen`, among the versions of the past.
///
/// # Errors
///
/// [`Problem::Conflict`], if somebody saved, published or put away the draft since.
pub async fn archive_draft(
    tx: &mut Tx,
    process: &Process,
    seen: u64,
    by: By,
    now: Timestamp,
) -> Result<(), Problem> {
    tx.lock(process.id).await?;
    let draft = store::in_state(tx, process.id, State::Draft).await?.ok_or_else(meanwhile)?.about;
    if draft.version == seen { put_away(tx, &draft, by, now).await } else { Err(meanwhile()) }
}

/// Why a draft was not published.
#[derive(Debug)]
pub enum NotPublished {
    /// It is no map of a customer process.
    NoMap(Vec<MapProblem>),
    /// Something else.
    Problem(Problem),
}

impl From<Problem> for NotPublished {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<db::Error> for NotPublished {
    fn from(error: db::Error) -> Self {
        Self::Problem(error.into())
    }
}

/// Publishes the draft, in the version `seen`: the process goes by its map from now on, and the version before is one of
/// the past.
///
/// # Errors
///
/// [`NotPublished::NoMap`] with everything that keeps it from being a map, in which case nothing changes;
/// [`Problem::Conflict`], if somebody saved, published or put away the draft since.
pub async fn publish(
    app: &App,
    process: &Process,
    (seen, note): (u64, Option<String>),
    by: By,
    now: Timestamp,
) -> Result<Version, NotPublished> {
    let note = note.as_deref().map(checked).transpose()?;
    let mut db = app.db().read().await?;
    let draft = queries::version(&mut db, process, Which::Draft).await?.ok_or_else(meanwhile)?;
    drop(db);
    if draft.about.version != seen {
        return Err(meanwhile().into());
    }
    // A save makes another version, so that what is published below is what was read here.
    let map = queries::read(draft.bpmn).await?.to_map().map_err(NotPublished::NoMap)?.map;
    let (about, process) = (draft.about, process.clone());
    let work = app.db().write(move |tx| {
        Box::pin(async move { bring_into_force(tx, &process, about, (&map, note), by, now).await })
    });
    Ok(work.await?)
}

async fn bring_into_force(
    tx: &mut Tx,
    process: &Process,
    draft: Version,
    (map, note): (&CustomerMap, Option<String>),
    by: By,
    now: Timestamp,
) -> Result<Version, Problem> {
    tx.lock(process.id).await?;
    let before = store::in_state(tx, process.id, State::Published).await?.map(|map| map.about);
    if let Some(before) = before {
        put_away(tx, &before, by, now).await?;
    }
    let note = note.unwrap_or_else(|| draft.note.clone());
    if !store::publish(tx, (draft.id, draft.version), &note, now).await? {
        return Err(meanwhile());
    }
    processes::draw(tx, process, (draft.number, map), by, now).await?;
    Ok(Version { state: State::Published, published_at: Some(now), note, ..draft })
}

/// Keeps a file for a person to look over; the one that they looked over before is forgotten.
///
/// # Errors
///
/// What the database says.
pub async fn keep_import(tx: &mut Tx, import: Import, person: Uuid, now: Timestamp) -> Result<(), Problem> {
    store::forget_imports(tx, person).await?;
    Ok(store::add_import(tx, &import, person, now).await?)
}

/// Forgets the file that a person looked over.
///
/// # Errors
///
/// What the database says.
pub async fn forget_import(tx: &mut Tx, person: Uuid) -> Result<(), Problem> {
    Ok(store::forget_imports(tx, person).await?)
}

/// Begins a version.
async fn begin(
    tx: &mut Tx,
    process: &Process,
    state: State,
    (bpmn, note): (String, String),
    by: By,
    now: Timestamp,
) -> Result<Version, Problem> {
    let number = store::last(tx, process.id).await? + 1;
    if number > MAX_VERSIONS {
        return Err(Problem::Invalid(Text::key("map-too-many").with("n", MAX_VERSIONS)));
    }
    let about = Version {
        id: Uuid::now_v7(),
        process: process.id,
        number,
        state,
        note,
        author: person(by),
        author_name: None,
        created_at: now,
        changed_at: now,
        published_at: None,
        version: 1,
    };
    let map = VersionedMap { about, bpmn };
    add(tx, std::slice::from_ref(&map), by, now).await?;
    Ok(map.about)
}

async fn put_away(tx: &mut Tx, about: &Version, by: By, now: Timestamp) -> Result<(), Problem> {
    if !store::archive(tx, (about.id, about.version)).await? {
        return Err(meanwhile());
    }
    journal::note(tx, TOPIC, about.id, by, now, ("map-archived", "{}".to_owned())).await?;
    Ok(())
}

/// Who it is, if it is one of the staff.
fn person((kind, id): By) -> Option<Uuid> {
    id.filter(|_| kind == "person")
}

fn checked(note: &str) -> Result<String, Problem> {
    let note = note.trim();
    if note.chars().count() > MAX_NOTE {
        return Err(Problem::Invalid(Text::key("map-note-too-long").with("n", MAX_NOTE)));
    }
    Ok(note.to_owned())
}

/// What somebody else did since the drawing was opened.
fn meanwhile() -> Problem {
    Problem::Conflict(Text::key("map-changed-meanwhile"))
}
