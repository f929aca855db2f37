//! Why a command was refused, typed, so that a page can say it in any language and name the way out.

use crate::{Envelope, TaskId};
use uuid::Uuid;

/// Why nothing happened. `Display` is English; programs that speak other languages match on the variant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// No case was opened here yet.
    #[error("there is no such case")]
    NotOpen,
    /// The case is closed, and this is not done to closed cases.
    #[error("the case is closed; reopen it first")]
    Closed,
    /// The command speaks of something that the case does not have.
    #[error("the case has no {what} {id}")]
    Unknown {
        /// Kind of thing.
        what: What,
        /// The id that was not found.
        id: Uuid,
    },
    /// The new id already belongs to something else.
    #[error("the id of the new {what} is taken; make another")]
    Taken {
        /// Kind of thing.
        what: What,
    },
    /// A text is longer than its limit.
    #[error("the {what} is longer than {limit} characters; shorten it")]
    TooLong {
        /// Which text.
        what: What,
        /// Characters allowed, from [`limits`](crate::limits).
        limit: usize,
    },
    /// One more would be too many.
    #[error("the case already has {limit} of these: {what}; remove one first, or use a case of its own")]
    TooMany {
        /// Kind of thing.
        what: What,
        /// How many there may be, from [`limits`](crate::limits).
        limit: usize,
    },
    /// What was given is not a valid one.
    #[error("the {what} {why}")]
    Invalid {
        /// Which part of the command.
        what: What,
        /// What is wrong with it.
        why: Why,
    },
    /// Only the author of a comment edits it, and only the author or a moderator removes it.
    #[error("this belongs to someone else")]
    NotYours,
    /// Tasks would wait for each other in a circle.
    #[error("the tasks would wait for each other in a circle")]
    Cycle,
    /// The task waits for others that are not done.
    #[error("the task waits for others; complete those first, or let it wait no longer")]
    Waits {
        /// Tasks that are not done.
        on: Vec<TaskId>,
    },
    /// The case already is as the command wants it. Nothing is stored; to the user this is a success.
    #[error("nothing to change")]
    Unchanged,
    /// Someone changed the same thing meanwhile.
    #[error("someone changed the same thing meanwhile; look at their change and decide again")]
    Conflict {
        /// What they did to that thing, oldest first.
        theirs: Vec<Envelope>,
    },
    /// The version that the command was made against does not fit the events that were given.
    #[error("the command was made against version {seen}, which does not fit version {current}; read again")]
    Stale {
        /// Version that the command was made against.
        seen: u64,
        /// Version of the case.
        current: u64,
    },
}

/// What a refusal speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the names say it")]
pub enum What {
    Case,
    Event,
    Number,
    Title,
    Text,
    Field,
    Person,
    Task,
    TaskName,
    Dependency,
    Item,
    ItemName,
    Stage,
    StageName,
    Step,
    Comment,
    File,
    FileName,
    MediaType,
    Link,
    Parent,
    Wait,
    Promise,
    Reason,
}

impl std::fmt::Display for What {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Case => "case",
            Self::Event => "change",
            Self::Number => "number",
            Self::Title => "title",
            Self::Text => "text",
            Self::Field => "field",
            Self::Person => "person",
            Self::Task => "task",
            Self::TaskName => "name of the task",
            Self::Dependency => "dependency",
            Self::Item => "checklist item",
            Self::ItemName => "name of the checklist item",
            Self::Stage => "stage",
            Self::StageName => "name of the stage",
            Self::Step => "step reached",
            Self::Comment => "comment",
            Self::File => "file",
            Self::FileName => "name of the file",
            Self::MediaType => "media type",
            Self::Link => "link",
            Self::Parent => "parent case",
            Self::Wait => "wait for the customer",
            Self::Promise => "promise",
            Self::Reason => "reason",
        })
    }
}

/// What is wrong with something invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Why {
    /// Nothing but space.
    #[error("is empty")]
    Empty,
    /// A control character, or a line break where one line is wanted.
    #[error("has a character that does not belong in it")]
    Character,
    /// Not of the form that it must have.
    #[error("is not well formed")]
    Form,
    /// It would refer to itself.
    #[error("refers to itself")]
    Itself,
    /// A comment that was removed stays removed.
    #[error("was removed")]
    Removed,
    /// A promise that was kept or broken stays so.
    #[error("is already settled")]
    Settled,
    /// The case is open: there is nothing to reopen.
    #[error("is open")]
    Open,
}
