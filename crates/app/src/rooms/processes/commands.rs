//! What changes processes.

use super::{Area, Process, Stage, State, store};
use crate::web::{Problem, Text};
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

/// What may be changed of a process beside its map.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What people call it.
    pub name: String,
    /// What it is, in a paragraph.
    pub description: String,
    /// Its stage.
    pub stage: Stage,
    /// Its area.
    pub area: Area,
    /// How far its description is.
    pub state: State,
    /// The department that it belongs to.
    pub department: Option<Uuid>,
    /// Who answers for it.
    pub owner: Option<Uuid>,
    /// What is promised, by its key.
    pub promise: Option<String>,
    /// When it was last looked over.
    pub reviewed_at: Option<Timestamp>,
}

/// Longest name, in characters.
pub const MAX_NAME: usize = 120;

/// Longest description, in characters.
pub const MAX_DESCRIPTION: usize = 2_000;

/// Changes a process, made against the version `seen`. A change of nothing keeps its version.
///
/// # Errors
///
/// [`Problem::NotFound`], [`Problem::Invalid`], or [`Problem::Conflict`], if somebody changed it since.
pub async fn change(
    tx: &mut Tx,
    key: &str,
    seen: u64,
    change: Change,
    by: (&'static str, Option<Uuid>),
    now: Timestamp,
) -> Result<(), Problem> {
    let before = store::find(tx, key).await?.ok_or(Problem::NotFound)?;
    if before.version != seen {
        return Err(Problem::Conflict(Text::key("process-changed-meanwhile")));
    }
    let after = Process {
        name: line(&change.name)?,
        description: paragraph(&change.description)?,
        stage: change.stage,
        area: change.area,
        state: change.state,
        department: change.department,
        owner: change.owner,
        promise: change.promise,
        reviewed_at: change.reviewed_at,
        ..before.clone()
    };
    let changed = differences(&before, &after);
    if changed.is_empty() {
        return Ok(());
    }
    if !store::change(tx, &after, now).await? {
        return Err(Problem::Conflict(Text::key("process-changed-meanwhile")));
    }
    let data = serde_json::json!({ "changed": changed }).to_string();
    journal::note(tx, "process", after.id, by, now, ("process-changed", data)).await?;
    Ok(())
}

fn line(name: &str) -> Result<String, Problem> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > MAX_NAME || name.contains(char::is_control) {
        return Err(Problem::Invalid(Text::key("process-name-wrong").with("n", MAX_NAME)));
    }
    Ok(name.to_owned())
}

fn paragraph(text: &str) -> Result<String, Problem> {
    let text = text.trim();
    if text.chars().count() > MAX_DESCRIPTION {
        return Err(Problem::Invalid(Text::key("process-description-wrong").with("n", MAX_DESCRIPTION)));
    }
    Ok(text.to_owned())
}

/// The names of what differs.
fn differences(before: &Process, after: &Process) -> Vec<&'static str> {
    let pairs = [
        ("name", before.name != after.name),
        ("description", before.description != after.description),
        ("stage", before.stage != after.stage),
        ("area", before.area != after.area),
        ("state", before.state != after.state),
        ("department", before.department != after.department),
        ("owner", before.owner != after.owner),
        ("promise", before.promise != after.promise),
        ("reviewed_at", before.reviewed_at != after.reviewed_at),
    ];
    pairs.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}
