//! Commands: what a user asks for, one a verb.

use crate::{
    Audience, CaseId, CommentId, Confidentiality, CustomerId, FileId, ItemId, Key, LinkKind, PersonId,
    Priority, PromiseId, Role, StageId, TaskId, Value,
};
use jiff::Timestamp;

/// Something that a user asks for. Ids of new things are made by the caller; text is as the user typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the fields are those of the events that the commands lead to, described there"
)]
pub enum Command {
    /// Open the case.
    Open(NewCase),
    /// Give it the number by which people call it; once given, it stays.
    Number { number: u64 },
    /// Give it another title.
    Retitle { title: String },
    /// Give it another text.
    Rewrite { text: String },
    /// Give a field a value.
    SetField { field: Key, value: Value },
    /// Take a field's value away.
    ClearField { field: Key },
    /// Say by when it is to be done, or that it does not matter.
    SetDue { due: Option<Timestamp> },
    /// Say how urgent it is.
    SetPriority { priority: Priority },
    /// Say who may see it.
    SetConfidentiality { confidentiality: Confidentiality },
    /// Say whose matter it is, or that it is no customer's.
    SetCustomer { customer: Option<CustomerId> },
    /// Give a person a role. Who was responsible before stays on the case as a participant.
    Assign { person: PersonId, role: Role },
    /// Take a person off the case.
    Unassign { person: PersonId },

    /// Add a task at the end.
    AddTask(NewTask),
    /// Give a task another name.
    RenameTask { task: TaskId, name: String },
    /// Say that a task is done. Tasks that it waits for come first.
    CompleteTask { task: TaskId },
    /// Say that a task is not done after all.
    ReopenTask { task: TaskId },
    /// Remove a task; others no longer wait for it.
    RemoveTask { task: TaskId },
    /// Put a task behind another, or first, and into a stage or none.
    MoveTask { task: TaskId, stage: Option<StageId>, after: Option<TaskId> },
    /// Say who does a task, or nobody in particular.
    AssignTask { task: TaskId, person: Option<PersonId> },
    /// Say by when a task is to be done, or that it does not matter.
    SetTaskDue { task: TaskId, due: Option<Timestamp> },
    /// Let a task wait for another.
    AddDependency { task: TaskId, on: TaskId },
    /// Let a task wait for another no longer.
    RemoveDependency { task: TaskId, on: TaskId },
    /// Add an item to a task's checklist.
    AddItem { task: TaskId, item: ItemId, name: String },
    /// Let an item say something else.
    RenameItem { task: TaskId, item: ItemId, name: String },
    /// Tick an item off, or take the tick back.
    TickItem { task: TaskId, item: ItemId, ticked: bool },
    /// Remove an item.
    RemoveItem { task: TaskId, item: ItemId },

    /// Add a stage at the end.
    AddStage { stage: StageId, name: String },
    /// Give a stage another name.
    RenameStage { stage: StageId, name: String },
    /// Say that the case has come to a stage; any, in any order.
    EnterStage { stage: StageId },
    /// Say that the case has come to a step of its customer process; to the step where it is, if that is done again.
    Reach { step: Key },

    /// Say something. A customer who does has answered, if the case waited for that, and says it for all to read.
    Comment { comment: CommentId, text: String, audience: Audience },
    /// Say it differently; only the author may.
    EditComment { comment: CommentId, text: String },
    /// Remove what was said; only the author and moderators may.
    RemoveComment { comment: CommentId },
    /// Attach a file, whose name is checked here and kept elsewhere.
    AttachFile { file: FileId, name: String, size_bytes: u64, media_type: String },
    /// Take a file off the case.
    DetachFile { file: FileId },
    /// Say how this case stands to another.
    Link { link: LinkKind, case: CaseId },
    /// Take that back.
    Unlink { link: LinkKind, case: CaseId },

    /// Say that it is the customer's turn.
    AwaitCustomer,
    /// Say that the customer answered.
    RecordAnswer,
    /// Make a promise.
    MakePromise { promise: PromiseId, terms: Key, due: Option<Timestamp> },
    /// Mark a promise as kept.
    KeepPromise { promise: PromiseId },
    /// Mark a promise as broken.
    BreakPromise { promise: PromiseId },

    /// Close the case.
    Close { outcome: Key },
    /// Close the case as a duplicate of another, which goes on.
    MergeInto { case: CaseId, outcome: Key },
    /// Open a closed case again.
    Reopen { reason: String },
}

/// A case to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// Its id.
    pub case: CaseId,
    /// Its type, by the key in the pack.
    pub case_type: Key,
    /// What it is about, in one line.
    pub title: String,
    /// What it is about, at length; may be empty.
    pub text: String,
    /// Whose matter it is.
    pub customer: Option<CustomerId>,
    /// The customer process that it runs through.
    pub process: Option<Key>,
    /// The step of that process at which it begins.
    pub step: Option<Key>,
}

/// A task to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTask {
    /// Its id.
    pub task: TaskId,
    /// What is to be done.
    pub name: String,
    /// The stage that it belongs to.
    pub stage: Option<StageId>,
    /// Who does it.
    pub responsible: Option<PersonId>,
    /// By when.
    pub due: Option<Timestamp>,
    /// Tasks of the case to be done before it.
    pub waits_for: Vec<TaskId>,
}

impl Command {
    /// Whether this may be done to a closed case: what is said, who sees it, and what is settled afterwards.
    pub fn suits_closed(&self) -> bool {
        matches!(
            self,
            Self::Reopen { .. }
                | Self::Comment { .. }
                | Self::EditComment { .. }
                | Self::RemoveComment { .. }
                | Self::DetachFile { .. }
                | Self::SetConfidentiality { .. }
                | Self::Link { .. }
                | Self::Unlink { .. }
                | Self::KeepPromise { .. }
                | Self::BreakPromise { .. }
        )
    }

    /// Whether this ends the case.
    pub(crate) fn closes(&self) -> bool {
        matches!(self, Self::Close { .. } | Self::MergeInto { .. })
    }
}
