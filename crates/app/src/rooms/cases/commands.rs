//! What changes cases: every change is decided by the engine, put into the journal, and shown in the rows.

use super::directory::Directory;
use super::model::Found;
use super::{clock, journal, projection, store};
use crate::rooms::processes::Process;
use crate::web::{Actor, Problem, Right};
use calendar::State;
use caseflow::{
    Case, Command, Context, CustomerId, Envelope, Key, NewCase, PersonId, PromiseId, Refusal, Role, Stream,
    Value, apply, decide, decide_after,
};
use db::{Error, Tx};
use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

/// The field that says by which way a customer came.
pub const CHANNEL: &str = "channel";

/// The ways by which customers come.
pub const CHANNELS: [&str; 6] = ["phone", "web", "mail", "chat", "counter", "app"];

/// The type of cases that no pack gives another.
const CASE_TYPE: &str = "request";

/// Why a change was not made.
#[derive(Debug)]
pub enum Refused {
    /// What the engine says.
    Refusal(Refusal),
    /// Someone changed the same thing since the page was loaded.
    Conflict {
        /// What they did to it, oldest first.
        theirs: Vec<Envelope>,
        /// The case as it is now.
        case: Box<Case>,
    },
    /// What the database says.
    Database(Error),
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Database(error)
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Refusal(refusal) => refusal.into(),
            Refused::Conflict { theirs, .. } => Refusal::Conflict { theirs }.into(),
            Refused::Database(error) => error.into(),
        }
    }
}

/// A case that is to be opened.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    /// What it is about, in one line.
    pub title: String,
    /// What it is about, at length.
    pub text: String,
    /// Whose matter it is.
    pub customer: Option<Uuid>,
    /// The process that it runs through, by its key.
    pub process: Option<Key>,
    /// The step at which it begins; none for the first of the process.
    pub step: Option<Key>,
    /// The way by which the customer came.
    pub channel: Option<Key>,
    /// Who answers for it.
    pub responsible: Option<Uuid>,
}

/// Who does something, and when, as the engine of cases wants to know it.
#[must_use]
pub fn context(actor: &Actor, now: Timestamp) -> Context {
    let who = match actor.customer {
        Some(customer) => caseflow::Actor::Customer(CustomerId(customer)),
        None => caseflow::Actor::Person(PersonId(actor.person)),
    };
    Context { now, actor: who, moderator: actor.may(Right::Design) }
}

/// Opens a case, makes the promise of its process, and says its id and number.
///
/// # Errors
///
/// [`Refused`], if the engine refuses it.
pub async fn open(
    tx: &mut Tx,
    directory: &Directory,
    by: &Context,
    opening: Opening,
) -> Result<(Uuid, u64), Refused> {
    let id = Uuid::now_v7();
    let process = match &opening.process {
        Some(key) => directory.process(tx, key.as_str()).await?,
        None => None,
    };
    let first = process.as_ref().and_then(|process| Key::new(&process.map.steps().first()?.id));
    let number = store::next_number(tx).await?;
    let program = Context { actor: caseflow::Actor::Program, ..*by };
    let mut desk = Desk { id, ..Desk::default() };
    let new = NewCase {
        case: id.into(),
        case_type: Key::new(CASE_TYPE).ok_or(Refused::Refusal(Refusal::NotOpen))?,
        title: opening.title,
        text: opening.text,
        customer: opening.customer.map(CustomerId),
        process: opening.process,
        step: opening.step.or(first),
    };
    desk.does(by, None, &Command::Open(new))?;
    desk.does(&program, None, &Command::Number { number })?;
    if let (Some(channel), Some(field)) = (opening.channel, Key::new(CHANNEL)) {
        desk.does(by, None, &Command::SetField { field, value: Value::Choice(channel) })?;
    }
    if let Some(person) = opening.responsible.map(PersonId) {
        desk.does(by, None, &Command::Assign { person, role: Role::Responsible })?;
    }
    let promised = process.as_ref().and_then(|process| process.promise.as_deref());
    if let Some(terms) = promised.and_then(Key::new) {
        let office = directory.office(&desk.case, Directory::office_of_customer(tx, &desk.case).await?);
        let policy = directory.policy(&terms, office);
        let due = policy.and_then(|policy| policy.hours().add_open_time(by.now, policy.target()));
        let promise = PromiseId(Uuid::now_v7());
        desk.does(&program, None, &Command::MakePromise { promise, terms, due })?;
    }
    desk.keep(tx, directory).await?;
    Ok((id, number))
}

/// Does these things to a case, one after the other, and gives the case as it is then. Those that change nothing are
/// passed over. `seen` is the version that whoever wants it had before their eyes; without it, nothing is compared.
///
/// # Errors
///
/// [`Refused`]; then none of it was done, if the transaction is given up, too.
pub async fn execute(
    tx: &mut Tx,
    directory: &Directory,
    by: &Context,
    (id, seen): (Uuid, Option<u64>),
    commands: &[Command],
) -> Result<Case, Refused> {
    tx.lock(id).await?;
    let mut desk = Desk::of(id, journal::history(tx, id).await?)?;
    for command in commands {
        desk.does(by, seen, command)?;
    }
    if commands.iter().any(|command| matches!(command, Command::Close { .. } | Command::MergeInto { .. })) {
        desk.settle(tx, directory, by).await?;
    }
    desk.keep(tx, directory).await?;
    Ok(desk.case)
}

/// A case being worked on within a transaction.
#[derive(Default)]
struct Desk {
    id: Uuid,
    case: Case,
    events: Vec<Envelope>,
    /// How many of the events were in the journal before.
    known: usize,
}

impl Desk {
    fn of(id: Uuid, events: Vec<Envelope>) -> Result<Self, Refused> {
        let case = Case::replay(&events).map_err(|gap| Error::Unreadable(gap.to_string()))?;
        Ok(Self { id, case, known: events.len(), events })
    }

    fn does(&mut self, by: &Context, seen: Option<u64>, command: &Command) -> Result<(), Refused> {
        let since = |seen| usize::try_from(seen).ok().and_then(|seen| self.events.get(seen..)).unwrap_or(&[]);
        let decision = match seen {
            Some(seen) => decide_after(&self.case, seen, since(seen), command, by),
            None => decide(&self.case, command, by),
        };
        let events = match decision {
            Ok(events) => events,
            Err(Refusal::Unchanged) => return Ok(()),
            Err(Refusal::Conflict { theirs }) => {
                return Err(Refused::Conflict { theirs, case: Box::new(self.case.clone()) });
            }
            Err(refusal) => return Err(Refused::Refusal(refusal)),
        };
        for envelope in Stream::of(&self.case).append(by, events) {
            apply(&mut self.case, &envelope);
            self.events.push(envelope);
        }
        Ok(())
    }

    /// Says of the promise of a case that was closed whether it was kept.
    async fn settle(&mut self, tx: &mut Tx, directory: &Directory, by: &Context) -> Result<(), Refused> {
        let open = self.case.promises.last().filter(|promise| promise.settled.is_none());
        let Some((promise, terms)) = open.map(|open| (open.id, open.terms.clone())) else { return Ok(()) };
        let office = directory.office(&self.case, Directory::office_of_customer(tx, &self.case).await?);
        let policy = directory.policy(&terms, office);
        let clock = policy.and_then(|policy| clock::promise_clock(&self.events, &policy).ok().flatten());
        let is_late = clock.is_some_and(|clock| clock.state(by.now) == State::KeptLate);
        let command =
            if is_late { Command::BreakPromise { promise } } else { Command::KeepPromise { promise } };
        self.does(&Context { actor: caseflow::Actor::Program, ..*by }, None, &command)
    }

    /// Puts what is new into the journal, and into the rows.
    async fn keep(&self, tx: &mut Tx, directory: &Directory) -> Result<(), Refused> {
        let new = &self.events[self.known..];
        let Some(last) = new.last() else { return Ok(()) };
        db::journal::append(tx, new.iter().map(|envelope| journal::entry(self.id, envelope)).collect())
            .await?;
        if self.known > 0 && new.iter().all(|envelope| projection::leaves_row(&envelope.event)) {
            return Ok(store::touch(tx, self.id, last.version, last.at).await?);
        }
        let office = directory.office(&self.case, Directory::office_of_customer(tx, &self.case).await?);
        let promise = self.case.promises.last();
        let policy = promise.and_then(|promise| directory.policy(&promise.terms, office));
        let standing = clock::standing(&self.case, &self.events, policy.as_ref(), office);
        let row = projection::project(&self.case, last.at, standing);
        let row = row.ok_or(Refused::Refusal(Refusal::NotOpen))?;
        let people = projection::changes_people(new).then(|| row.people.clone());
        if self.known == 0 {
            store::add(tx, vec![row]).await?;
        } else {
            store::update(tx, row).await?;
        }
        match people {
            Some(people) if self.known > 0 => Ok(store::replace_people(tx, self.id, people).await?),
            _ => Ok(()),
        }
    }
}

/// What closes a case: it comes to the end of its process that the outcome names, if it is not there yet.
#[must_use]
pub fn closing(found: &Found, process: Option<&Process>, outcome: Key) -> Vec<Command> {
    let steps = process.map(|process| process.map.steps()).unwrap_or_default();
    let is_end = steps.iter().any(|step| step.id == outcome.as_str() && step.kind.is_end());
    let comes = is_end && found.step.as_deref() != Some(outcome.as_str());
    let reach = comes.then(|| Command::Reach { step: outcome.clone() });
    reach.into_iter().chain([Command::Close { outcome }]).collect()
}

/// Opens a case in a transaction of its own.
///
/// # Errors
///
/// As [`open`].
pub async fn open_in(
    database: &db::Database,
    directory: Arc<Directory>,
    by: Context,
    opening: Opening,
) -> Result<(Uuid, u64), Refused> {
    database.write(move |tx| Box::pin(async move { open(tx, &directory, &by, opening).await })).await
}
