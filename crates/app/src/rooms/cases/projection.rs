//! The row that pages and lists read, made from the case that its events made.

use super::clock::Standing;
use crate::web::folded;
use caseflow::{Case, Confidentiality, Envelope, Event, Key, Priority, Role, Status};
use jiff::Timestamp;
use uuid::Uuid;

/// Characters of a case's text that a search finds.
const SEARCHED_CHARS: usize = 1_000;

/// A row of the table `cases`, with its rows of `case_people`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    pub id: Uuid,
    pub number: u64,
    pub version: u64,
    pub case_type: String,
    pub process: Option<String>,
    pub step: Option<String>,
    pub title: String,
    pub folded: String,
    pub status: &'static str,
    pub priority: i64,
    pub confidentiality: &'static str,
    pub customer: Option<Uuid>,
    pub responsible: Option<Uuid>,
    pub opened_at: Timestamp,
    pub changed_at: Timestamp,
    pub due: Option<Timestamp>,
    pub standing: Option<Standing>,
    pub closed_at: Option<Timestamp>,
    pub outcome: Option<String>,
    pub people: Vec<(Uuid, &'static str)>,
}

/// The row of a case that was opened and has its number; none of another.
pub fn project(case: &Case, changed_at: Timestamp, standing: Option<Standing>) -> Option<CaseRow> {
    let opening = case.opening.as_ref()?;
    let word = |key: &Key| key.as_str().to_owned();
    let searched: String = case.text.chars().take(SEARCHED_CHARS).collect();
    Some(CaseRow {
        id: opening.case.0,
        number: case.number?,
        version: case.version,
        case_type: word(&opening.case_type),
        process: opening.process.as_ref().map(word),
        step: case.steps.last().map(|passage| word(&passage.step)),
        folded: folded(&format!("{} {searched}", case.title)),
        title: case.title.clone(),
        status: status(case.status()),
        priority: urgency(case.priority),
        confidentiality: confidentiality(case.confidentiality),
        customer: case.customer.map(|customer| customer.0),
        responsible: case.responsible().map(|person| person.0),
        opened_at: opening.at,
        changed_at,
        due: case.due,
        standing,
        closed_at: case.closure.as_ref().map(|closure| closure.at),
        outcome: case.closure.as_ref().map(|closure| word(&closure.outcome)),
        people: case.people.iter().map(|(person, role)| (person.0, role_of(*role))).collect(),
    })
}

/// Whether an event changes nothing of the row but its version and time.
pub fn leaves_row(event: &Event) -> bool {
    matches!(
        event,
        Event::CommentAdded { .. }
            | Event::CommentEdited { .. }
            | Event::CommentRemoved { .. }
            | Event::TaskAdded { .. }
            | Event::TaskCompleted { .. }
            | Event::TaskReopened { .. }
            | Event::FieldSet { .. }
            | Event::FieldCleared { .. }
    )
}

/// Whether one of the events changes who is on the case.
pub fn changes_people(events: &[Envelope]) -> bool {
    events.iter().any(|envelope| {
        matches!(envelope.event, Event::PersonAssigned { .. } | Event::PersonUnassigned { .. })
    })
}

/// The word for where a case stands.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::New | Status::Open => "open",
        Status::Waiting => "waiting",
        Status::Closed => "closed",
    }
}

const URGENCIES: [Priority; 4] = [Priority::Low, Priority::Normal, Priority::High, Priority::Urgent];

fn urgency(priority: Priority) -> i64 {
    URGENCIES.iter().zip(0..).find(|(known, _)| **known == priority).map_or(1, |(_, place)| place)
}

/// The priority of a row.
pub fn priority(place: i64) -> Priority {
    usize::try_from(place).ok().and_then(|place| URGENCIES.get(place).copied()).unwrap_or_default()
}

/// The word for a priority.
pub const fn priority_word(priority: Priority) -> &'static str {
    match priority {
        Priority::Low => "low",
        Priority::Normal => "normal",
        Priority::High => "high",
        Priority::Urgent => "urgent",
    }
}

/// The priority with this word.
pub fn read_priority(word: &str) -> Option<Priority> {
    URGENCIES.into_iter().find(|known| priority_word(*known) == word)
}

/// The word for who may see a case.
pub const fn confidentiality(level: Confidentiality) -> &'static str {
    match level {
        Confidentiality::Organisation => "organisation",
        Confidentiality::Department => "department",
        Confidentiality::People => "people",
    }
}

/// The word for what a person does on a case.
pub const fn role_of(role: Role) -> &'static str {
    match role {
        Role::Responsible => "responsible",
        Role::Participant => "participant",
        Role::Watcher => "watcher",
    }
}
