//! Editing many processes at once: which were chosen, what is to be set, what that did, and undoing it.

use super::choices::Choices;
use super::commands::{self, By, Revision};
use super::entries::{Catalogue, Entry};
use super::facts::{Facts, listed};
use super::model::{Area, Initiator, Stage, State};
use super::store;
use crate::web::{Actor, Problem, Text};
use db::{Connection, Tx};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// Processes that one edit changes at most.
pub const MAX_CHOSEN: usize = 5_000;

/// The value of a field that is to be emptied.
pub const NOTHING: &str = "-";

/// An edit of many processes.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// Its id.
    pub id: Uuid,
    /// Who makes it.
    pub person: Uuid,
    /// The processes that were chosen, with the versions that were seen.
    pub chosen: Vec<(Uuid, u64)>,
    /// What it did, once it was made.
    pub done: Option<Vec<Done>>,
    /// When it was made.
    pub done_at: Option<Timestamp>,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
}

/// What an edit did to one process.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// The id of the process.
    pub id: Uuid,
    /// Its version afterwards.
    pub version: u64,
    /// What was said of it before.
    pub before: Facts,
    /// What is said of it since.
    pub after: Facts,
}

/// What is to be set in every chosen process; an empty field stays as it is, [`NOTHING`] empties it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize, utoipa::ToSchema)]
#[schema(as = SettingsOfProcesses)]
#[serde(default)]
pub struct Settings {
    /// The stage.
    pub stage: String,
    /// The area, by its word or its name.
    pub area: String,
    /// How far the description is.
    pub state: String,
    /// The industry.
    pub industry: String,
    /// What sets it going.
    pub initiator: String,
    /// Who answers for it, by id.
    pub owner: String,
    /// The department, by id.
    pub department: String,
    /// What is promised, by key.
    pub promise: String,
    /// Partners to add.
    pub partners_add: String,
    /// Partners to take away.
    pub partners_remove: String,
    /// Tags to add.
    pub tags_add: String,
    /// Tags to take away.
    pub tags_remove: String,
    /// Whether it was looked over: `today`.
    pub reviewed: String,
    /// How often it is to be looked over, in months.
    pub months: String,
}

impl Settings {
    /// Whether anything is to be set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is said of a process after it.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`], if a value is none.
    pub fn applied(&self, facts: &Facts, choices: &Choices, now: Timestamp) -> Result<Facts, Problem> {
        let wrong = || Problem::Invalid(Text::key("problem-form"));
        let mut after = facts.clone();
        if let Some(word) = set(&self.stage) {
            after.stage = Stage::read(word).ok_or_else(wrong)?;
        }
        if let Some(word) = set(&self.area) {
            after.area = Area::read(word).ok_or_else(wrong)?;
        }
        if let Some(word) = set(&self.state) {
            after.state = State::read(word).ok_or_else(wrong)?;
        }
        if let Some(word) = set(&self.initiator) {
            after.initiator = Initiator::read(word).ok_or_else(wrong)?;
        }
        if let Some(value) = set(&self.industry) {
            after.industry = kept(value).map(str::to_owned);
        }
        if let Some(value) = set(&self.owner) {
            let owner = |id: &str| choices.owner(id).map(|owner| owner.id).ok_or_else(wrong);
            after.owner = kept(value).map(owner).transpose()?;
        }
        if let Some(value) = set(&self.department) {
            let department = |id: &str| choices.department(id).map(|known| known.id).ok_or_else(wrong);
            after.department = kept(value).map(department).transpose()?;
        }
        if let Some(value) = set(&self.promise) {
            let promise = |key: &str| choices.promise(key).map(|known| known.key.clone()).ok_or_else(wrong);
            after.promise = kept(value).map(promise).transpose()?;
        }
        if let Some(value) = set(&self.months) {
            after.review_months = kept(value).map(|n| n.parse().map_err(|_| wrong())).transpose()?;
        }
        if self.reviewed == "today" {
            after.reviewed_at = Some(now);
        }
        join(&mut after.partners, &self.partners_add, &self.partners_remove);
        join(&mut after.tags, &self.tags_add, &self.tags_remove);
        after.checked()
    }
}

/// A value that is to be set.
fn set(value: &str) -> Option<&str> {
    Some(value.trim()).filter(|value| !value.is_empty())
}

/// A value that is not to be emptied.
fn kept(value: &str) -> Option<&str> {
    Some(value).filter(|value| *value != NOTHING)
}

fn join(words: &mut Vec<String>, add: &str, remove: &str) {
    let removed = listed(remove);
    words.retain(|word| !removed.contains(word));
    for word in listed(add) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
}

/// What an edit would do: the processes that it changes, and how many stay as they are or are gone.
#[derive(Debug)]
pub struct Plan<'a> {
    /// Processes that it changes, with what is to be said of them.
    pub changes: Vec<(&'a Entry, Facts)>,
    /// Chosen processes that are so already.
    pub same: usize,
    /// Chosen processes that somebody changed or took away since they were chosen.
    pub others: usize,
}

impl Edit {
    /// What it would do with these settings.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`], if a value is none.
    pub fn plan<'a>(
        &self,
        catalogue: &'a Catalogue,
        settings: &Settings,
        choices: &Choices,
        now: Timestamp,
    ) -> Result<Plan<'a>, Problem> {
        let known: HashMap<Uuid, &Entry> = catalogue.entries.iter().map(|entry| (entry.id, entry)).collect();
        let mut plan = Plan { changes: Vec::new(), same: 0, others: 0 };
        for (id, seen) in &self.chosen {
            let Some(entry) = known.get(id).filter(|entry| entry.version == *seen) else {
                plan.others += 1;
                continue;
            };
            let after = settings.applied(&entry.facts, choices, now)?;
            if after == entry.facts {
                plan.same += 1;
            } else {
                plan.changes.push((entry, after));
            }
        }
        Ok(plan)
    }
}

/// A person's edit.
///
/// # Errors
///
/// [`Problem::NotFound`], if it is none of theirs.
pub async fn find(db: &mut Connection, actor: &Actor, id: Uuid) -> Result<Edit, Problem> {
    store::edit(db, id, actor.person).await?.ok_or(Problem::NotFound)
}

/// The last edit that a person made since, if it is not undone: its id, and how many processes it changed.
///
/// # Errors
///
/// What the database says.
pub async fn last(
    db: &mut Connection,
    actor: &Actor,
    since: Timestamp,
) -> Result<Option<(Uuid, usize)>, Problem> {
    let last = store::last_edit(db, actor.person, since).await?.filter(|edit| edit.undone_at.is_none());
    Ok(last.map(|edit| (edit.id, edit.done.map_or(0, |done| done.len()))))
}

/// Begins an edit of the processes that were chosen.
///
/// # Errors
///
/// [`Problem::Invalid`], if there are none or too many.
pub async fn begin(
    tx: &mut Tx,
    actor: &Actor,
    chosen: &[(Uuid, u64)],
    now: Timestamp,
) -> Result<Uuid, Problem> {
    if chosen.is_empty() {
        return Err(Problem::Invalid(Text::key("bulk-none-chosen")));
    }
    if chosen.len() > MAX_CHOSEN {
        return Err(Problem::Invalid(Text::key("bulk-too-many").with("n", MAX_CHOSEN)));
    }
    let id = Uuid::now_v7();
    // What somebody began before and left is of no use to anybody.
    store::forget_edits(tx, actor.person).await?;
    store::add_edit(tx, id, actor.person, chosen, now).await?;
    Ok(id)
}

/// Makes an edit; gives how many processes it changed, and how many somebody else had changed.
///
/// # Errors
///
/// [`Problem::Conflict`], if it was made already.
pub async fn make(
    tx: &mut Tx,
    edit: &Edit,
    changes: Vec<Revision>,
    by: By,
    now: Timestamp,
) -> Result<(), Problem> {
    let changed = commands::change_all(tx, &changes, by, now).await?;
    let done: Vec<Done> = changes
        .into_iter()
        .filter(|change| changed.contains(&change.id))
        .map(|change| Done {
            id: change.id,
            version: change.seen + 1,
            before: change.before,
            after: change.after,
        })
        .collect();
    if !store::edit_done(tx, edit.id, &done, now).await? {
        return Err(Problem::Conflict(Text::key("bulk-done-already")));
    }
    Ok(())
}

/// Undoes an edit where nobody changed the process since; gives how many are as they were before.
///
/// # Errors
///
/// [`Problem::Conflict`], if it was not made, or undone already.
pub async fn undo(tx: &mut Tx, edit: &Edit, by: By, now: Timestamp) -> Result<usize, Problem> {
    let done = edit.done.as_deref().unwrap_or_default();
    let back = |done: &Done| Revision {
        id: done.id,
        seen: done.version,
        before: done.after.clone(),
        after: done.before.clone(),
    };
    let changes: Vec<Revision> = done.iter().map(back).collect();
    if !store::edit_undone(tx, edit.id, now).await? {
        return Err(Problem::Conflict(Text::key("bulk-undone-already")));
    }
    Ok(commands::change_all(tx, &changes, by, now).await?.len())
}
