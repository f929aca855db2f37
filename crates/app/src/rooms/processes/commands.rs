//! What changes processes.

use super::facts::Facts;
use super::model::Process;
use super::naming::{is_key, key_of};
use super::queries::MAX_PROCESSES;
use super::store;
use crate::web::{Problem, Text};
use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
use db::journal::{self, Entry};
use db::{Error, Tx};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Topic of the journal under which changes of processes stand.
const TOPIC: &str = "process";

/// Who does something, as the journal names them.
pub type By = (&'static str, Option<Uuid>);

/// Adds processes to the catalogue.
///
/// # Errors
///
/// [`Error::Taken`], if one of the keys is in use.
pub async fn add(tx: &mut Tx, processes: &[Process], by: By, now: Timestamp) -> Result<(), Error> {
    store::add(tx, processes, now).await?;
    let note = |process: &Process| {
        let data = serde_json::json!({ "key": process.key, "stage": process.stage }).to_string();
        entry(process.id, 1, by, now, ("process-added", data))
    };
    journal::append(tx, processes.iter().map(note).collect()).await
}

fn entry(
    id: Uuid,
    version: u64,
    (actor_kind, actor): By,
    at: Timestamp,
    (kind, data): (&str, String),
) -> Entry {
    let (topic, kind) = (TOPIC.to_owned(), kind.to_owned());
    Entry { topic, stream: id, version, at, actor_kind: actor_kind.into(), actor, kind, data }
}

/// Words on the map of a process that nobody has drawn yet: the customer's lane, its beginning and its end.
#[derive(Debug, Clone)]
pub struct Sketch(pub [String; 3]);

impl Sketch {
    fn map(&self) -> Option<CustomerMap> {
        let Self([lane, start, end]) = self;
        let step = |id: &str, name: &str, kind| Step { id: id.into(), name: name.into(), lane: 0, kind };
        let lane = Lane { id: "customer".into(), name: lane.clone(), visibility: Visibility::Customer };
        let steps =
            vec![step("start", start, StepKind::Start), step("end", end, StepKind::End { good: true })];
        CustomerMap::new(vec![lane], steps, vec![Flow { from: 0, to: 1 }]).ok()
    }
}

/// A process that is to be made: its key, or none to have one made of its name, and what is said of it.
pub type New = (Option<String>, Facts);

/// Makes new processes, each with a sketch for a map. Gives their keys.
///
/// # Errors
///
/// [`Problem::Invalid`], [`Problem::Conflict`], if a key is taken or the catalogue is full.
pub async fn create(
    tx: &mut Tx,
    new: Vec<New>,
    sketch: &Sketch,
    by: By,
    now: Timestamp,
) -> Result<Vec<String>, Problem> {
    let mut known: HashSet<String> = store::names(tx).await?.into_iter().map(|(key, _)| key).collect();
    if known.len() + new.len() > MAX_PROCESSES as usize {
        return Err(Problem::Conflict(Text::key("processes-too-many").with("n", MAX_PROCESSES)));
    }
    let map = sketch.map().ok_or(Problem::Unexpected)?;
    let mut processes = Vec::with_capacity(new.len());
    for (key, facts) in new {
        let facts = facts.checked()?;
        let key = match key {
            Some(key) if !is_key(&key) => return Err(Problem::Invalid(Text::key("process-key-wrong"))),
            Some(key) if known.contains(&key) => {
                return Err(Problem::Conflict(Text::key("process-key-taken").with("key", key)));
            }
            Some(key) => key,
            None => key_of(&facts.name, &known),
        };
        known.insert(key.clone());
        processes.push(Process::of(Uuid::now_v7(), key, facts, map.clone(), 1));
    }
    add(tx, &processes, by, now).await?;
    Ok(processes.into_iter().map(|process| process.key).collect())
}

/// Changes a process, made against the version `seen`. A change of nothing keeps its version.
///
/// # Errors
///
/// [`Problem::NotFound`], [`Problem::Invalid`], or [`Problem::Conflict`], if somebody changed it since.
pub async fn change(
    tx: &mut Tx,
    key: &str,
    seen: u64,
    facts: Facts,
    by: By,
    now: Timestamp,
) -> Result<(), Problem> {
    let before = store::find(tx, key).await?.ok_or(Problem::NotFound)?;
    if before.version != seen {
        return Err(meanwhile());
    }
    let facts = facts.checked()?;
    let changed = facts.differences(&before.facts());
    if changed.is_empty() {
        return Ok(());
    }
    if !store::change(tx, (before.id, seen), &facts, now).await? {
        return Err(meanwhile());
    }
    let data = serde_json::json!({ "changed": changed }).to_string();
    journal::note(tx, TOPIC, before.id, by, now, ("process-changed", data)).await?;
    Ok(())
}

/// Gives a process another map, that of a version which is published: cases and figures go by it from now on.
///
/// # Errors
///
/// What the database says.
pub async fn draw(
    tx: &mut Tx,
    process: &Process,
    (number, map): (u64, &CustomerMap),
    by: By,
    now: Timestamp,
) -> Result<(), Error> {
    store::draw(tx, process.id, map, now).await?;
    let data = serde_json::json!({ "number": number }).to_string();
    journal::note(tx, TOPIC, process.id, by, now, ("map-published", data)).await.map(drop)
}

/// What somebody else did since the form was opened.
fn meanwhile() -> Problem {
    Problem::Conflict(Text::key("process-changed-meanwhile"))
}

/// A change of one process among many: its id, the version that was seen, what was said of it and what is to be said.
#[derive(Debug, Clone)]
pub struct Revision {
    /// The id of the process.
    pub id: Uuid,
    /// The version that it was made against.
    pub seen: u64,
    /// What was said of it.
    pub before: Facts,
    /// What is to be said of it.
    pub after: Facts,
}

/// Changes many processes at once. Those that somebody changed since are left as they are; gives the ids of the others.
///
/// # Errors
///
/// What the database says.
pub async fn change_all(
    tx: &mut Tx,
    changes: &[Revision],
    by: By,
    now: Timestamp,
) -> Result<HashSet<Uuid>, Problem> {
    let mut changed = HashSet::new();
    // Whoever holds a row's lock is the only one to write to its stream, so versions are asked for afterwards.
    for change in changes {
        if store::change(tx, (change.id, change.seen), &change.after, now).await? {
            changed.insert(change.id);
        }
    }
    let versions: HashMap<Uuid, u64> = store::journal_versions(tx).await?.into_iter().collect();
    let note = |change: &Revision| {
        let data = serde_json::json!({ "changed": change.after.differences(&change.before) }).to_string();
        let version = versions.get(&change.id).map_or(1, |version| version + 1);
        entry(change.id, version, by, now, ("process-changed", data))
    };
    let notes = changes.iter().filter(|change| changed.contains(&change.id)).map(note).collect();
    journal::append(tx, notes).await?;
    Ok(changed)
}

/// Takes a process out of the catalogue; only one that no case and no answer speaks of.
///
/// # Errors
///
/// [`Problem::NotFound`], or [`Problem::Conflict`], if it is in use, or somebody changed it since.
pub async fn remove(tx: &mut Tx, key: &str, seen: u64, by: By, now: Timestamp) -> Result<(), Problem> {
    let process = store::find(tx, key).await?.ok_or(Problem::NotFound)?;
    if process.version != seen {
        return Err(meanwhile());
    }
    if !store::remove(tx, &process).await? {
        return Err(Problem::Conflict(Text::key("process-in-use")));
    }
    let data = serde_json::json!({ "key": key }).to_string();
    journal::note(tx, TOPIC, process.id, by, now, ("process-removed", data)).await?;
    Ok(())
}
