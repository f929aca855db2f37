//! Events: what happened to a case, as the journal keeps it. The kinds and their data are published and frozen.

use crate::kinds::events;
use crate::{
    Audience, CaseId, CommentId, Confidentiality, CustomerId, FileId, ItemId, Key, LinkKind, PersonId,
    Priority, PromiseId, Role, StageId, TaskId, Value,
};
use jiff::Timestamp;

events! {
    /// A case began.
    "case-opened" => CaseOpened {
        /// The case.
        case: CaseId,
        /// Its type, by the key in the pack.
        case_type: Key,
        /// What it is about, in one line.
        title: String,
        /// What it is about, at length; may be empty.
        text: String,
        /// Whose matter it is.
        customer: Option<CustomerId>,
        /// The customer process that it runs through.
        process: Option<Key>,
        /// The step of that process at which it began.
        step: Option<Key>,
    }
    /// The case got the number by which people call it.
    "number-given" => NumberGiven {
        /// The number, from 1.
        number: u64,
    }
    /// The title changed.
    "title-changed" => TitleChanged {
        /// The new title.
        title: String,
    }
    /// The text changed.
    "text-changed" => TextChanged {
        /// The whole new text.
        text: String,
    }
    /// A field got a value.
    "field-set" => FieldSet {
        /// The field.
        field: Key,
        /// Its new value.
        value: Value,
    }
    /// A field lost its value.
    "field-cleared" => FieldCleared {
        /// The field.
        field: Key,
    }
    /// The case is to be done by then.
    "due-set" => DueSet {
        /// By when.
        due: Timestamp,
    }
    /// The case is to be done at no particular time.
    "due-cleared" => DueCleared {}
    /// The priority changed.
    "priority-set" => PrioritySet {
        /// The new priority.
        priority: Priority,
    }
    /// It changed who may see the case.
    "confidentiality-set" => ConfidentialitySet {
        /// Who may see it.
        confidentiality: Confidentiality,
    }
    /// The case is this customer's matter.
    "customer-set" => CustomerSet {
        /// The customer.
        customer: CustomerId,
    }
    /// The case is no customer's matter.
    "customer-cleared" => CustomerCleared {}
    /// A person got a role on the case, in place of the one they had.
    "person-assigned" => PersonAssigned {
        /// The person.
        person: PersonId,
        /// Their role.
        role: Role,
    }
    /// A person left the case.
    "person-unassigned" => PersonUnassigned {
        /// The person.
        person: PersonId,
    }
    /// A task was added, at the end.
    "task-added" => TaskAdded {
        /// The task.
        task: TaskId,
        /// What is to be done.
        name: String,
        /// The stage that it belongs to.
        stage: Option<StageId>,
        /// Who does it.
        responsible: Option<PersonId>,
        /// By when.
        due: Option<Timestamp>,
        /// Tasks to be done before it.
        waits_for: Vec<TaskId>,
    }
    /// A task's name changed.
    "task-renamed" => TaskRenamed {
        /// The task.
        task: TaskId,
        /// What is to be done.
        name: String,
    }
    /// A task was done.
    "task-completed" => TaskCompleted {
        /// The task.
        task: TaskId,
    }
    /// A task that was done is to be done again.
    "task-reopened" => TaskReopened {
        /// The task.
        task: TaskId,
    }
    /// A task was removed; no other waits for it any longer.
    "task-removed" => TaskRemoved {
        /// The task.
        task: TaskId,
    }
    /// A task moved to another place in the list, and perhaps to another stage.
    "task-moved" => TaskMoved {
        /// The task.
        task: TaskId,
        /// The stage that it belongs to now.
        stage: Option<StageId>,
        /// The task behind which it stands now; none if it is the first.
        after: Option<TaskId>,
    }
    /// A person does the task.
    "task-assigned" => TaskAssigned {
        /// The task.
        task: TaskId,
        /// Who does it.
        person: PersonId,
    }
    /// Nobody in particular does the task.
    "task-unassigned" => TaskUnassigned {
        /// The task.
        task: TaskId,
    }
    /// A task is to be done by then.
    "task-due-set" => TaskDueSet {
        /// The task.
        task: TaskId,
        /// By when.
        due: Timestamp,
    }
    /// A task is to be done at no particular time.
    "task-due-cleared" => TaskDueCleared {
        /// The task.
        task: TaskId,
    }
    /// A task waits for another.
    "dependency-added" => DependencyAdded {
        /// The task that waits.
        task: TaskId,
        /// The task that it waits for.
        on: TaskId,
    }
    /// A task no longer waits for another.
    "dependency-removed" => DependencyRemoved {
        /// The task that waited.
        task: TaskId,
        /// The task that it waited for.
        on: TaskId,
    }
    /// An item was added to a task's checklist, at the end.
    "item-added" => ItemAdded {
        /// The task.
        task: TaskId,
        /// The item.
        item: ItemId,
        /// What it says.
        name: String,
    }
    /// An item of a checklist says something else.
    "item-renamed" => ItemRenamed {
        /// The task.
        task: TaskId,
        /// The item.
        item: ItemId,
        /// What it says.
        name: String,
    }
    /// An item was ticked off.
    "item-ticked" => ItemTicked {
        /// The task.
        task: TaskId,
        /// The item.
        item: ItemId,
    }
    /// An item's tick was taken back.
    "item-unticked" => ItemUnticked {
        /// The task.
        task: TaskId,
        /// The item.
        item: ItemId,
    }
    /// An item was removed from a checklist.
    "item-removed" => ItemRemoved {
        /// The task.
        task: TaskId,
        /// The item.
        item: ItemId,
    }
    /// A stage was added, at the end.
    "stage-added" => StageAdded {
        /// The stage.
        stage: StageId,
        /// What it is called.
        name: String,
    }
    /// A stage's name changed.
    "stage-renamed" => StageRenamed {
        /// The stage.
        stage: StageId,
        /// What it is called.
        name: String,
    }
    /// The case came to a stage.
    "stage-entered" => StageEntered {
        /// The stage.
        stage: StageId,
    }
    /// The case came to a step of its customer process, for the first time or again.
    "step-reached" => StepReached {
        /// The step, by its key on the map.
        step: Key,
    }
    /// Someone commented.
    "comment-added" => CommentAdded {
        /// The comment.
        comment: CommentId,
        /// What it says.
        text: String,
        /// Whom it is for; left out if for staff. What a customer says is for the customer, too.
        audience: Audience [default],
    }
    /// The author changed a comment.
    "comment-edited" => CommentEdited {
        /// The comment.
        comment: CommentId,
        /// What it says now.
        text: String,
    }
    /// A comment was removed; that there was one stays visible.
    "comment-removed" => CommentRemoved {
        /// The comment.
        comment: CommentId,
    }
    /// A file was attached. Its name is kept with the file, because names of files tell of people.
    "file-attached" => FileAttached {
        /// The file.
        file: FileId,
        /// Size in bytes.
        size_bytes: u64,
        /// Its media type, such as `image/png`.
        media_type: String,
    }
    /// A file was taken off the case.
    "file-detached" => FileDetached {
        /// The file.
        file: FileId,
    }
    /// The case was linked to another.
    "case-linked" => CaseLinked {
        /// How it stands to the other.
        link: LinkKind,
        /// The other case.
        case: CaseId,
    }
    /// A link to another case was removed.
    "case-unlinked" => CaseUnlinked {
        /// How it stood to the other.
        link: LinkKind,
        /// The other case.
        case: CaseId,
    }
    /// It is the customer's turn; promises pause.
    "customer-awaited" => CustomerAwaited {}
    /// The customer answered; promises go on.
    "customer-answered" => CustomerAnswered {}
    /// A promise was made to the customer.
    "promise-made" => PromiseMade {
        /// The promise.
        promise: PromiseId,
        /// What is promised, by the key in the catalogue of promises.
        terms: Key,
        /// By when it is to be kept, as reckoned when it was made.
        due: Option<Timestamp>,
    }
    /// A promise was kept.
    "promise-kept" => PromiseKept {
        /// The promise.
        promise: PromiseId,
    }
    /// A promise was broken.
    "promise-broken" => PromiseBroken {
        /// The promise.
        promise: PromiseId,
    }
    /// The case came to its end.
    "case-closed" => CaseClosed {
        /// How it ended, by the key in the case type.
        outcome: Key,
    }
    /// A closed case goes on.
    "case-reopened" => CaseReopened {
        /// Why.
        reason: String,
    }
}
