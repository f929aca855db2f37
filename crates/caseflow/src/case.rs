//! The case as its events made it. Only [`apply`] writes it; everyone else reads.

use crate::{
    Actor, CaseId, CommentId, CustomerId, Envelope, FileId, Key, PersonId, PromiseId, StageId, Task, TaskId,
    Value, apply,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A case. `Case::default()` is the one to which nothing happened yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Case {
    /// Version of the last event that was applied; 0 if there is none.
    pub version: u64,
    /// How it began; none until it is opened.
    pub opening: Option<Opening>,
    /// The number by which people call it; it is given once.
    pub number: Option<u64>,
    /// How it ended; none while it is open.
    pub closure: Option<Closure>,
    /// Why it went on after it had ended, oldest first.
    pub reopenings: Vec<Reopening>,
    /// What it is about, in one line.
    pub title: String,
    /// What it is about, at length.
    pub text: String,
    /// Whose matter it is.
    pub customer: Option<CustomerId>,
    /// What is known of it, by field.
    pub fields: BTreeMap<Key, Value>,
    /// By when it is to be done.
    pub due: Option<Timestamp>,
    /// How urgent it is.
    pub priority: Priority,
    /// Who may see it.
    pub confidentiality: Confidentiality,
    /// Who is on it; each person has one role.
    pub people: BTreeMap<PersonId, Role>,
    /// Its stages, in order.
    pub stages: Vec<Stage>,
    /// The stage that it has come to.
    pub stage: Option<StageId>,
    /// The steps of its customer process that it came to, oldest first; a step again for each time.
    pub steps: Vec<Passage>,
    /// What is to be done, in order.
    pub tasks: Vec<Task>,
    /// What was said, oldest first.
    pub comments: Vec<Comment>,
    /// The files attached, oldest first.
    pub files: Vec<File>,
    /// How it stands to other cases.
    pub links: BTreeSet<Link>,
    /// When it was the customer's turn, oldest first; only the last may have no end.
    pub waits: Vec<Wait>,
    /// What was promised, oldest first.
    pub promises: Vec<Promise>,
}

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Not opened yet.
    New,
    /// Being worked on.
    Open,
    /// It is the customer's turn.
    Waiting,
    /// At its end.
    Closed,
}

/// How a case began; this never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The case's id.
    pub case: CaseId,
    /// Its type, by the key in the pack.
    pub case_type: Key,
    /// The customer process that it runs through.
    pub process: Option<Key>,
    /// The step of that process at which it began.
    pub step: Option<Key>,
    /// When it was opened.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
}

/// How a case ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// Its outcome, by the key in the case type.
    pub outcome: Key,
    /// When it was closed.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
}

/// Why a closed case went on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// The reason given.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
}

/// How urgent a case is, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Priority {
    Low,
    #[default]
    Normal,
    High,
    Urgent,
}

/// Who may see a case, widest first. What each level means for a viewer is decided above the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidentiality {
    /// All staff.
    #[default]
    Organisation,
    /// The departments that work on it.
    Department,
    /// Only the people on the case.
    People,
}

/// What a person does on a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Answers for it; at most one person does.
    Responsible,
    /// Works on it.
    Participant,
    /// Hears of it.
    Watcher,
}

/// A part of the way that a case goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// What it is called.
    pub name: String,
}

/// That a case came to a step of its customer process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The step, by its key on the map.
    pub step: Key,
    /// When.
    pub at: Timestamp,
    /// Who brought it there.
    pub by: Actor,
}

/// Whom a comment is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Staff only.
    #[default]
    Staff,
    /// The customer, and staff.
    Customer,
}

/// What someone said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: CommentId,
    /// Who said it.
    pub author: Actor,
    /// When.
    pub at: Timestamp,
    /// What it says; none once it was removed.
    pub text: Option<String>,
    /// Whom it is for.
    pub audience: Audience,
    /// When it was last edited or removed; what it said before is in the journal.
    pub changed: Option<Timestamp>,
}

/// A file attached to a case; its name and bytes are kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// Size in bytes.
    pub size_bytes: u64,
    /// Its media type.
    pub media_type: String,
    /// Who attached it.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// How a case stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// The way it stands.
    pub kind: LinkKind,
    /// The other case.
    pub case: CaseId,
}

/// The ways in which a case stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkKind {
    /// It has to do with the other.
    Relates,
    /// It has to be done before the other.
    Blocks,
    /// It is the same matter as the other, which goes on.
    Duplicates,
    /// It is part of the other.
    Parent,
}

/// A time in which promises pause, because it is the customer's turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    /// When it began.
    pub from: Timestamp,
    /// When the customer answered or the case was closed; none while it lasts.
    pub to: Option<Timestamp>,
}

/// A promise made to the customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Its id.
    pub id: PromiseId,
    /// What is promised, by its key.
    pub terms: Key,
    /// By when it is to be kept, as reckoned when it was made.
    pub due: Option<Timestamp>,
    /// When it was made.
    pub made: Timestamp,
    /// What became of it; none while it runs.
    pub settled: Option<Settled>,
}

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// Kept, or else broken.
    pub kept: bool,
    /// When that was found.
    pub at: Timestamp,
}

/// A journal with a hole in it, or out of order: it does not tell what the case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the journal goes on with version {found} where {expected} was expected")]
pub struct Gap {
    /// Version that should have come.
    pub expected: u64,
    /// Version that came.
    pub found: u64,
}

impl Audience {
    /// The audience of what `author` says: a customer never speaks to staff alone, staff choose.
    #[must_use]
    pub fn of(self, author: Actor) -> Self {
        if matches!(author, Actor::Customer(_)) { Self::Customer } else { self }
    }
}

impl Case {
    /// The case that these events made, from its first on.
    ///
    /// # Errors
    ///
    /// [`Gap`], if versions do not run from 1 without gaps.
    pub fn replay<'a>(events: impl IntoIterator<Item = &'a Envelope>) -> Result<Self, Gap> {
        let mut case = Self::default();
        for envelope in events {
            let expected = case.version + 1;
            if envelope.version != expected {
                return Err(Gap { expected, found: envelope.version });
            }
            apply(&mut case, envelope);
        }
        Ok(case)
    }

    /// Where the case stands.
    pub fn status(&self) -> Status {
        match (&self.opening, &self.closure) {
            (None, _) => Status::New,
            (_, Some(_)) => Status::Closed,
            _ if self.waits.last().is_some_and(|wait| wait.to.is_none()) => Status::Waiting,
            _ => Status::Open,
        }
    }

    /// Who answers for the case.
    pub fn responsible(&self) -> Option<PersonId> {
        self.people.iter().find(|(_, role)| **role == Role::Responsible).map(|(person, _)| *person)
    }

    /// The task with this id.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == id)
    }

    /// The stage with this id.
    pub fn stage(&self, id: StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }

    /// The comment with this id, removed ones included.
    pub fn comment(&self, id: CommentId) -> Option<&Comment> {
        self.comments.iter().find(|comment| comment.id == id)
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> Option<&File> {
        self.files.iter().find(|file| file.id == id)
    }

    /// The promise with this id.
    pub fn promise(&self, id: PromiseId) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.id == id)
    }

    /// Tasks that `task` waits for and that are not done.
    pub fn open_dependencies<'a>(&'a self, task: &'a Task) -> impl Iterator<Item = &'a Task> {
        task.waits_for.iter().filter_map(|on| self.task(*on)).filter(|on| on.done.is_none())
    }

    /// Tasks that can be done now: not done, and all that they wait for is.
    pub fn ready_tasks(&self) -> impl Iterator<Item = &Task> {
        self.tasks.iter().filter(|task| task.done.is_none() && self.open_dependencies(task).next().is_none())
    }
}
