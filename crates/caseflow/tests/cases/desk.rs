//! A desk to work at in tests: a case with its journal, people, and commands made of small numbers.
#![allow(clippy::needless_pass_by_value, reason = "tests give away the commands they make")]

use caseflow::{
    Actor, Audience, Case, CaseId, Command, CommentId, Confidentiality, Context, Currency, CustomerId,
    Envelope, Event, FileId, ItemId, Key, LinkKind, Money, NewCase, NewTask, PersonId, Priority, PromiseId,
    Refusal, Role, StageId, Stream, TaskId, Value, apply, decide,
};
use jiff::Timestamp;
use uuid::Uuid;

/// The id of this number, whatever it is the id of.
pub fn id<T: From<Uuid>>(n: u8) -> T {
    T::from(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(n)))
}

pub fn key(text: &str) -> Key {
    Key::new(text).expect("tests use good keys")
}

/// A minute of a Monday.
pub fn minute(n: i64) -> Timestamp {
    Timestamp::from_second(1_767_600_000 + 60 * n).expect("within range")
}

/// A member of staff at work. Number 0 is Anna, who is at the desk if nothing else is said; number 3 moderates.
pub fn staff(n: u8) -> Context {
    Context { now: minute(0), actor: Actor::Person(id(n)), moderator: n == 3 }
}

pub fn customer() -> Context {
    Context { now: minute(0), actor: Actor::Customer(id(0)), moderator: false }
}

pub fn new_case() -> NewCase {
    NewCase {
        case: id(0),
        case_type: key("fault"),
        title: "No connection".into(),
        text: "Since Monday.".into(),
        customer: Some(id(0)),
        process: Some(key("repair")),
        step: Some(key("report-fault")),
    }
}

pub fn new_task(n: u8, name: &str) -> NewTask {
    NewTask {
        task: id(n),
        name: name.into(),
        stage: None,
        responsible: None,
        due: None,
        waits_for: Vec::new(),
    }
}

/// A case and its journal.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    pub case: Case,
    pub journal: Vec<Envelope>,
}

impl Desk {
    pub fn opened() -> Self {
        let mut desk = Self::default();
        desk.does(Command::Open(new_case()));
        desk
    }

    pub fn with(commands: impl IntoIterator<Item = Command>) -> Self {
        let mut desk = Self::opened();
        for command in commands {
            desk.does(command);
        }
        desk
    }

    /// Stores and applies what was decided.
    pub fn store(&mut self, context: &Context, events: Vec<Event>) {
        for envelope in Stream::of(&self.case).append(context, events) {
            apply(&mut self.case, &envelope);
            self.journal.push(envelope);
        }
    }

    pub fn tries(&mut self, context: &Context, command: &Command) -> Result<Vec<Event>, Refusal> {
        let events = decide(&self.case, command, context)?;
        self.store(context, events.clone());
        Ok(events)
    }

    /// Anna does it, and it works.
    pub fn does(&mut self, command: Command) -> Vec<Event> {
        self.tries(&staff(0), &command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"))
    }

    /// Anna tries, and is refused.
    pub fn refuses(&self, command: Command) -> Refusal {
        decide(&self.case, &command, &staff(0)).expect_err(&format!("{command:?} was not refused"))
    }
}

/// What people write at random; some of it is not allowed.
const WRITTEN: [&str; 8] =
    ["Call back", "Send the form", "Проверить линию", "检查线路", " Call back ", "", "two\r\nlines", "nul\0"];

/// Number of verbs that [`command`] knows.
pub const VERBS: u8 = 45;

/// A command made of small numbers: its verb, and what it speaks of.
pub fn command(verb: u8, a: u8, b: u8, word: u8) -> Command {
    let text = WRITTEN[usize::from(word) % WRITTEN.len()].to_owned();
    let name = text.clone();
    let some = |n: u8| (n > 0).then_some(n);
    let (task, item, stage, person, comment): (TaskId, ItemId, StageId, PersonId, CommentId) =
        (id(a), id(b), id(a), id(a), id(a));
    let field = key(["speed", "address", "paid"][usize::from(a) % 3]);
    let link =
        [LinkKind::Relates, LinkKind::Blocks, LinkKind::Duplicates, LinkKind::Parent][usize::from(a) % 4];
    match verb % VERBS {
        0 => Command::Retitle { title: text },
        1 => Command::Rewrite { text },
        2 => Command::SetField { field, value: value(b, text) },
        3 => Command::ClearField { field },
        4 => Command::SetDue { due: some(b).map(|n| minute(n.into())) },
        5 => Command::SetPriority {
            priority: [Priority::Low, Priority::Normal, Priority::High, Priority::Urgent][usize::from(b) % 4],
        },
        6 => Command::SetConfidentiality {
            confidentiality: [
                Confidentiality::Organisation,
                Confidentiality::Department,
                Confidentiality::People,
            ][usize::from(b) % 3],
        },
        7 => Command::SetCustomer { customer: some(b).map(id::<CustomerId>) },
        8 => Command::Assign {
            person,
            role: [Role::Responsible, Role::Participant, Role::Watcher][usize::from(b) % 3],
        },
        9 => Command::Unassign { person },
        10 | 11 => Command::AddTask(NewTask {
            stage: some(word).map(id),
            waits_for: some(b).map(id).into_iter().collect(),
            ..new_task(a, &name)
        }),
        12 => Command::RenameTask { task, name },
        13 => Command::CompleteTask { task },
        14 => Command::ReopenTask { task },
        15 => Command::RemoveTask { task },
        16 => Command::MoveTask { task, stage: some(word).map(id), after: some(b).map(id) },
        17 => Command::AssignTask { task, person: some(b).map(id) },
        18 => Command::SetTaskDue { task, due: some(b).map(|n| minute(n.into())) },
        19 => Command::AddDependency { task, on: id(b) },
        20 => Command::RemoveDependency { task, on: id(b) },
        21 => Command::AddItem { task, item, name },
        22 => Command::RenameItem { task, item, name },
        23 => Command::TickItem { task, item, ticked: word.is_multiple_of(2) },
        24 => Command::RemoveItem { task, item },
        25 => Command::AddStage { stage, name },
        26 => Command::RenameStage { stage, name },
        27 => Command::EnterStage { stage },
        28 | 29 => {
            let audience = [Audience::Staff, Audience::Customer][usize::from(b) % 2];
            Command::Comment { comment, text, audience }
        }
        30 => Command::EditComment { comment, text },
        31 => Command::RemoveComment { comment },
        32 => Command::AttachFile {
            file: id::<FileId>(a),
            name,
            size_bytes: b.into(),
            media_type: ["image/png", "nothing"][usize::from(word) % 2].into(),
        },
        33 => Command::DetachFile { file: id(a) },
        34 => Command::Link { link, case: id::<CaseId>(b) },
        35 => Command::Unlink { link, case: id(b) },
        36 => Command::AwaitCustomer,
        37 => Command::RecordAnswer,
        38 => Command::MakePromise { promise: id::<PromiseId>(a), terms: key("answer"), due: None },
        39 => Command::KeepPromise { promise: id(a) },
        40 => Command::BreakPromise { promise: id(a) },
        41 => Command::Close { outcome: key(["solved", "withdrawn"][usize::from(a) % 2]) },
        42 => Command::MergeInto { case: id(b), outcome: key("duplicate") },
        43 => Command::Reach { step: key(["report-fault", "repair"][usize::from(a) % 2]) },
        _ => Command::Reopen { reason: text },
    }
}

/// A value of each type in turn.
fn value(n: u8, text: String) -> Value {
    match n % 8 {
        0 => Value::Text(text),
        1 => Value::Number("12.50".parse().expect("a number")),
        2 => Value::Money(Money { minor: -1250, currency: Currency::new("EUR").expect("a currency") }),
        3 => Value::Date(jiff::civil::date(2026, 2, 28)),
        4 => Value::Instant(minute(7)),
        5 => Value::YesNo(true),
        6 => Value::Choice(key("fibre")),
        _ => Value::Reference(Uuid::from_u128(7)),
    }
}
