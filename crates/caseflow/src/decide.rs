//! Decisions: may this be done to this case now, and what happens then?

mod checklist;
mod closure;
mod comments;
mod dependencies;
mod facts;
mod files;
mod links;
mod people;
mod promises;
mod stages;
mod steps;
mod tasks;
mod waiting;

use crate::refusal::{Refusal, What};
use crate::{Case, Command, Context, Event, limits};

/// What a command leads to: at least one event, or the reason why not.
type Decision = Result<Vec<Event>, Refusal>;

/// Decides what a command does to a case, without doing it. In this order: is there such a case, is this done to a
/// case that stands so, does the command fit what the case holds, does it change anything.
///
/// The events are put into a journal by [`Stream::append`](crate::Stream::append) and then
/// [`apply`](crate::apply)'d. Nothing here looks at who may see the case: who may not does not get this far.
///
/// ```
/// use caseflow::{Actor, Case, Command, Context, NewCase, Refusal, Stream, apply, decide};
/// # use caseflow::{CaseId, Key, PersonId};
/// # use jiff::Timestamp;
/// # use uuid::Uuid;
/// # let case_id = CaseId(Uuid::from_u128(1));
/// # let me = PersonId(Uuid::from_u128(2));
/// let context = Context { now: Timestamp::UNIX_EPOCH, actor: Actor::Person(me), moderator: false };
/// let mut case = Case::default();
/// let open = Command::Open(NewCase {
///     case: case_id,
///     case_type: Key::new("fault").unwrap(),
///     title: "No connection".into(),
///     text: String::new(),
///     customer: None,
///     process: None,
///     step: None,
/// });
///
/// let events = decide(&case, &open, &context).unwrap();
/// for envelope in Stream::of(&case).append(&context, events) {
///     apply(&mut case, &envelope);
/// }
/// assert_eq!((case.title.as_str(), case.version), ("No connection", 1));
///
/// let same = Command::Retitle { title: " No connection ".into() };
/// assert_eq!(decide(&case, &same, &context), Err(Refusal::Unchanged));
/// ```
///
/// # Errors
///
/// A [`Refusal`]; [`Unchanged`](Refusal::Unchanged) is one that a user need not hear of.
pub fn decide(case: &Case, command: &Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    if !matches!(command, Command::Open(_)) {
        if case.opening.is_none() {
            return Err(Refusal::NotOpen);
        }
        if case.closure.is_some() && !command.suits_closed() && !command.closes() {
            return Err(Refusal::Closed);
        }
        // Closing stays possible, so that no case stays open for ever.
        if case.version >= limits::EVENTS && !command.closes() {
            return Err(Refusal::TooMany { what: What::Event, limit: limits::EVENTS as usize });
        }
    }
    decided(case, command, context)
}

fn decided(case: &Case, command: &Command, context: &Context) -> Decision {
    match command {
        Command::Open(new) => facts::open(case, new),
        Command::Number { number } => facts::number(case, *number),
        Command::Retitle { title } => facts::retitle(case, title),
        Command::Rewrite { text } => facts::rewrite(case, text),
        Command::SetField { field, value } => facts::set_field(case, field, value),
        Command::ClearField { field } => facts::clear_field(case, field),
        Command::SetDue { due } => facts::set_due(case, *due),
        Command::SetPriority { priority } => facts::set_priority(case, *priority),
        Command::SetConfidentiality { confidentiality } => facts::set_confidentiality(case, *confidentiality),

        Command::SetCustomer { customer } => people::set_customer(case, *customer),
        Command::Assign { person, role } => people::assign(case, *person, *role),
        Command::Unassign { person } => people::unassign(case, *person),

        Command::AddTask(new) => tasks::add(case, new),
        Command::RenameTask { task, name } => tasks::rename(case, *task, name),
        Command::CompleteTask { task } => tasks::complete(case, *task),
        Command::ReopenTask { task } => tasks::reopen(case, *task),
        Command::RemoveTask { task } => tasks::remove(case, *task),
        Command::MoveTask { task, stage, after } => tasks::place(case, *task, *stage, *after),
        Command::AssignTask { task, person } => tasks::assign(case, *task, *person),
        Command::SetTaskDue { task, due } => tasks::set_due(case, *task, *due),
        Command::AddDependency { task, on } => dependencies::add(case, *task, *on),
        Command::RemoveDependency { task, on } => dependencies::remove(case, *task, *on),
        Command::AddItem { task, item, name } => checklist::add(case, *task, *item, name),
        Command::RenameItem { task, item, name } => checklist::rename(case, *task, *item, name),
        Command::TickItem { task, item, ticked } => checklist::tick(case, *task, *item, *ticked),
        Command::RemoveItem { task, item } => checklist::remove(case, *task, *item),

        Command::AddStage { stage, name } => stages::add(case, *stage, name),
        Command::RenameStage { stage, name } => stages::rename(case, *stage, name),
        Command::EnterStage { stage } => stages::enter(case, *stage),
        Command::Reach { step } => steps::reach(case, step),

        Command::Comment { comment, text, audience } => {
            comments::add(case, *comment, text, *audience, context)
        }
        Command::EditComment { comment, text } => comments::edit(case, *comment, text, context),
        Command::RemoveComment { comment } => comments::remove(case, *comment, context),
        Command::AttachFile { file, name, size_bytes, media_type } => {
            files::attach(case, *file, name, *size_bytes, media_type)
        }
        Command::DetachFile { file } => files::detach(case, *file),
        Command::Link { link, case: other } => links::link(case, *link, *other),
        Command::Unlink { link, case: other } => links::unlink(case, *link, *other),

        Command::AwaitCustomer => waiting::await_customer(case),
        Command::RecordAnswer => waiting::record_answer(case),
        Command::MakePromise { promise, terms, due } => promises::make(case, *promise, terms, *due),
        Command::KeepPromise { promise } => promises::settle(case, *promise, true),
        Command::BreakPromise { promise } => promises::settle(case, *promise, false),

        Command::Close { outcome } => closure::close(case, outcome),
        Command::MergeInto { case: other, outcome } => closure::merge(case, *other, outcome),
        Command::Reopen { reason } => closure::reopen(case, reason),
    }
}

/// The event, if it changes anything.
fn event_if(changes: bool, event: Event) -> Decision {
    if changes { Ok(vec![event]) } else { Err(Refusal::Unchanged) }
}

/// A new thing whose id is in use: the same thing sent twice changes nothing, another one needs another id.
fn taken(what: What, is_same: bool) -> Refusal {
    if is_same { Refusal::Unchanged } else { Refusal::Taken { what } }
}

/// Whether there is room for one more beside `count`.
fn room(what: What, count: usize, limit: usize) -> Result<(), Refusal> {
    if count < limit { Ok(()) } else { Err(Refusal::TooMany { what, limit }) }
}
