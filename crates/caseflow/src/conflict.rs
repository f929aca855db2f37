//! When two people edit at once: edits of different things both go through, of the same thing the later is refused
//! with the earlier shown, so that nobody's words are overwritten by someone who did not see them.

use crate::refusal::Refusal;
use crate::{
    Case, CaseId, Command, CommentId, Context, Envelope, Event, FileId, ItemId, Key, LinkKind, PersonId,
    PromiseId, StageId, TaskId, decide,
};

/// Decides a command that was made against version `seen` of the case. `since` are the events after that version, up
/// to the case as it is.
///
/// ```
/// use caseflow::{Actor, Case, Command, Context, Refusal, Stream, apply, decide, decide_after};
/// # use caseflow::{CaseId, Key, NewCase, PersonId};
/// # use jiff::Timestamp;
/// # use uuid::Uuid;
/// # let person = |n| Actor::Person(PersonId(Uuid::from_u128(n)));
/// # let context = |n| Context { now: Timestamp::UNIX_EPOCH, actor: person(n), moderator: false };
/// # let open = Command::Open(NewCase { case: CaseId(Uuid::from_u128(1)), case_type: Key::new("fault").unwrap(),
/// #     title: "No conection".into(), text: String::new(), customer: None, process: None, step: None });
/// let mut case = Case::default();
/// let mut journal = Vec::new();
/// let (anna, boris) = (context(1), context(2));
/// for command in [open, Command::Retitle { title: "No connection".into() }] {
///     let events = decide(&case, &command, &anna).unwrap();
///     for envelope in Stream::of(&case).append(&anna, events) {
///         apply(&mut case, &envelope);
///         journal.push(envelope);
///     }
/// }
///
/// // Boris still looks at version 1, with the misspelt title.
/// let text = Command::Rewrite { text: "Since Monday.".into() };
/// assert!(decide_after(&case, 1, &journal[1..], &text, &boris).is_ok());
///
/// let title = Command::Retitle { title: "No line at all".into() };
/// let theirs = journal[1..].to_vec();
/// assert_eq!(decide_after(&case, 1, &journal[1..], &title, &boris), Err(Refusal::Conflict { theirs }));
/// ```
///
/// # Errors
///
/// What [`decide`] refuses; [`Conflict`](Refusal::Conflict), if an event since then touches what the command changes;
/// [`Stale`](Refusal::Stale), if `since` does not lead from `seen` to the case.
pub fn decide_after(
    case: &Case,
    seen: u64,
    since: &[Envelope],
    command: &Command,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let leads_here = seen.checked_add(since.len() as u64) == Some(case.version)
        && since.iter().zip(seen..).all(|(envelope, before)| envelope.version == before + 1);
    if !leads_here {
        return Err(Refusal::Stale { seen, current: case.version });
    }
    let events = decide(case, command, context)?;
    let mine: Vec<Aspect> = events.iter().flat_map(touches).collect();
    let is_same =
        |theirs: &Envelope| touches(&theirs.event).iter().any(|a| mine.iter().any(|b| a.overlaps(b)));
    let theirs: Vec<Envelope> = since.iter().filter(|envelope| is_same(envelope)).cloned().collect();
    if theirs.is_empty() { Ok(events) } else { Err(Refusal::Conflict { theirs }) }
}

/// A part of a case that one person changes at a time.
#[derive(Debug, PartialEq, Eq)]
enum Aspect<'a> {
    Number,
    Title,
    Text,
    Field(&'a Key),
    Due,
    Priority,
    Confidentiality,
    Customer,
    Responsible,
    Person(PersonId),
    Task(TaskId, Part),
    Stage(StageId),
    CurrentStage,
    CurrentStep,
    Comment(CommentId),
    File(FileId),
    Link(LinkKind, CaseId),
    Promise(PromiseId),
    Closure,
}

/// A part of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Name,
    Done,
    Place,
    Responsible,
    Due,
    /// That it waits for another task, or another for it.
    Dependency(TaskId),
    Item(ItemId),
}

impl Aspect<'_> {
    /// The same part, or the whole of a task and a part of it.
    fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Task(a, part), Self::Task(b, other)) => {
                a == b && (part == other || *part == Part::Whole || *other == Part::Whole)
            }
            _ => self == other,
        }
    }
}

/// What an event changes. Whose turn it is has no entry: there are no words in it, and a customer's comment that ends
/// a wait is never to be refused.
fn touches(event: &Event) -> Vec<Aspect<'_>> {
    let aspect = match event {
        Event::CaseOpened { .. } | Event::CustomerAwaited {} | Event::CustomerAnswered {} => {
            return Vec::new();
        }
        Event::NumberGiven { .. } => Aspect::Number,
        Event::TitleChanged { .. } => Aspect::Title,
        Event::TextChanged { .. } => Aspect::Text,
        Event::FieldSet { field, .. } | Event::FieldCleared { field } => Aspect::Field(field),
        Event::DueSet { .. } | Event::DueCleared {} => Aspect::Due,
        Event::PrioritySet { .. } => Aspect::Priority,
        Event::ConfidentialitySet { .. } => Aspect::Confidentiality,
        Event::CustomerSet { .. } | Event::CustomerCleared {} => Aspect::Customer,
        Event::PersonAssigned { person, role: crate::Role::Responsible } => {
            return vec![Aspect::Person(*person), Aspect::Responsible];
        }
        Event::PersonAssigned { person, .. } | Event::PersonUnassigned { person } => Aspect::Person(*person),
        Event::TaskAdded { task, waits_for, .. } => {
            let before = waits_for.iter().map(|on| Aspect::Task(*on, Part::Dependency(*task)));
            return before.chain([Aspect::Task(*task, Part::Whole)]).collect();
        }
        Event::TaskRemoved { task } => Aspect::Task(*task, Part::Whole),
        Event::TaskRenamed { task, .. } => Aspect::Task(*task, Part::Name),
        Event::TaskCompleted { task } | Event::TaskReopened { task } => Aspect::Task(*task, Part::Done),
        Event::TaskMoved { task, .. } => Aspect::Task(*task, Part::Place),
        Event::TaskAssigned { task, .. } | Event::TaskUnassigned { task } => {
            Aspect::Task(*task, Part::Responsible)
        }
        Event::TaskDueSet { task, .. } | Event::TaskDueCleared { task } => Aspect::Task(*task, Part::Due),
        Event::DependencyAdded { task, on } | Event::DependencyRemoved { task, on } => {
            return vec![
                Aspect::Task(*task, Part::Dependency(*on)),
                Aspect::Task(*on, Part::Dependency(*task)),
            ];
        }
        Event::ItemAdded { task, item, .. }
        | Event::ItemRenamed { task, item, .. }
        | Event::ItemTicked { task, item }
        | Event::ItemUnticked { task, item }
        | Event::ItemRemoved { task, item } => Aspect::Task(*task, Part::Item(*item)),
        Event::StageAdded { stage, .. } | Event::StageRenamed { stage, .. } => Aspect::Stage(*stage),
        Event::StageEntered { .. } => Aspect::CurrentStage,
        Event::StepReached { .. } => Aspect::CurrentStep,
        Event::CommentAdded { comment, .. }
        | Event::CommentEdited { comment, .. }
        | Event::CommentRemoved { comment } => Aspect::Comment(*comment),
        Event::FileAttached { file, .. } | Event::FileDetached { file } => Aspect::File(*file),
        Event::CaseLinked { link, case } | Event::CaseUnlinked { link, case } => Aspect::Link(*link, *case),
        Event::PromiseMade { promise, .. }
        | Event::PromiseKept { promise }
        | Event::PromiseBroken { promise } => Aspect::Promise(*promise),
        Event::CaseClosed { .. } | Event::CaseReopened { .. } => Aspect::Closure,
    };
    vec![aspect]
}
