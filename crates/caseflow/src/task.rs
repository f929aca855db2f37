//! Tasks: what is to be done in a case, by whom, by when, after what.

use crate::{Actor, ItemId, PersonId, StageId, TaskId};
use jiff::Timestamp;

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// What is to be done.
    pub name: String,
    /// The stage that it belongs to.
    pub stage: Option<StageId>,
    /// Who does it.
    pub responsible: Option<PersonId>,
    /// By when.
    pub due: Option<Timestamp>,
    /// That it was done.
    pub done: Option<Done>,
    /// Its checklist.
    pub items: Vec<Item>,
    /// Tasks of the same case to be done before it.
    pub waits_for: Vec<TaskId>,
}

/// When something was done, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Actor,
}

/// A line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// What it says.
    pub name: String,
    /// Whether it is ticked off.
    pub ticked: bool,
}

impl Task {
    /// The item of the checklist with this id.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// How many items are ticked off, of how many.
    pub fn progress(&self) -> (usize, usize) {
        (self.items.iter().filter(|item| item.ticked).count(), self.items.len())
    }
}
