//! What pages and other rooms read of cases.

use super::clock::Standing;
use crate::web::{Actor, Right};
use caseflow::Priority;
use jiff::Timestamp;
use uuid::Uuid;

/// Through whose eyes cases are looked for; nobody finds what they may not see.
#[derive(Debug, Clone)]
pub struct Sight {
    pub(super) is_administrator: bool,
    pub(super) person: Uuid,
    pub(super) department: Option<Uuid>,
    pub(super) customer: Option<Uuid>,
}

impl Sight {
    /// What this person sees: staff what is not confidential and what they are on, customers what is theirs.
    #[must_use]
    pub fn of(actor: &Actor) -> Self {
        let is_staff = actor.may(Right::See);
        Self {
            is_administrator: actor.may(Right::Administer),
            person: actor.person,
            department: actor.department,
            // Someone who is neither staff nor a customer sees the cases of nobody.
            customer: if is_staff { None } else { Some(actor.customer.unwrap_or(Uuid::nil())) },
        }
    }
}

/// A case that a viewer may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its id, which is that of its stream in the journal.
    pub id: Uuid,
    /// The number by which people call it.
    pub number: u64,
    /// Its version.
    pub version: u64,
    /// The process that it runs through, by its key.
    pub process: Option<String>,
    /// The step where it is, by its key.
    pub step: Option<String>,
    /// Whose matter it is.
    pub customer: Option<Uuid>,
}

/// A case with what its page says beside its history.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The case.
    pub found: Found,
    /// How its promise stands.
    pub standing: Option<Standing>,
    /// What its customer is called.
    pub customer_name: Option<String>,
    /// The customer's segment.
    pub segment: Option<String>,
    /// Since when they are a customer.
    pub since: Option<Timestamp>,
    /// What they pay a month, in cents.
    pub monthly_cents: Option<i64>,
    /// Their latest score, the question, and when it was given.
    pub last_score: Option<(i64, String, Timestamp)>,
    /// Cases of the same process and customer within the sixty days before it was opened, itself included.
    pub lately: i64,
}

/// What another room needs to know of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Its id.
    pub id: Uuid,
    /// Its number.
    pub number: u64,
    /// Its title.
    pub title: String,
    /// Whose matter it is.
    pub customer: Option<Uuid>,
    /// The process that it runs through.
    pub process: Option<String>,
    /// The step where it is.
    pub step: Option<String>,
    /// `open`, `waiting` or `closed`.
    pub status: String,
}

/// A case in a list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Its id.
    pub id: Uuid,
    /// Its number.
    pub number: u64,
    /// Its version.
    pub version: u64,
    /// What it is about.
    pub title: String,
    /// The process that it runs through.
    pub process: Option<String>,
    /// The step where it is.
    pub step: Option<String>,
    /// `open`, `waiting` or `closed`.
    pub status: String,
    /// How urgent it is.
    pub priority: Priority,
    /// What its customer is called.
    pub customer: Option<String>,
    /// Who answers for it.
    pub responsible: Option<Uuid>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When something last happened to it.
    pub changed_at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// How its promise stands.
    pub standing: Option<Standing>,
    /// How many cases the whole list has.
    pub of: i64,
}

/// Which cases a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// Open ones that the viewer answers for.
    Mine,
    /// Open ones that someone of the viewer's department answers for.
    Department,
    /// Everything open.
    #[default]
    Open,
    /// Open ones that nobody answers for.
    Unassigned,
    /// Open ones whose promise is broken.
    Late,
    /// Open ones that wait for the customer.
    Waiting,
    /// Closed ones, the latest first.
    Closed,
    /// All, the latest first.
    All,
}

impl View {
    /// The word in addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Department => "department",
            Self::Open => "open",
            Self::Unassigned => "unassigned",
            Self::Late => "late",
            Self::Waiting => "waiting",
            Self::Closed => "closed",
            Self::All => "all",
        }
    }
}

/// What a list is narrowed down to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Which cases.
    pub view: View,
    /// Of this process.
    pub process: Option<String>,
    /// At this step.
    pub step: Option<String>,
    /// Of this customer.
    pub customer: Option<Uuid>,
    /// With these words in title, text, customer's name, or as their number.
    pub words: Option<String>,
    /// Whose promise is broken, or ran out and is not kept yet.
    pub is_late: bool,
    /// Opened since.
    pub since: Option<Timestamp>,
    /// That came to this step at any time, or ended there.
    pub came_to: Option<String>,
    /// Whose promise was broken.
    pub is_broken: bool,
}

/// How many cases are open, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// All.
    pub open: i64,
    /// Those that the viewer answers for.
    pub mine: i64,
    /// Those that someone of the viewer's department answers for.
    pub department: i64,
    /// Those that nobody answers for.
    pub unassigned: i64,
    /// Those whose promise is broken.
    pub late: i64,
    /// Those that wait for the customer.
    pub waiting: i64,
    /// Those whose promise ends within a day.
    pub due_today: i64,
}

/// A row of the event log over a process: that a case came to a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepOfCase {
    /// The case.
    pub case: Uuid,
    /// The step, by its key.
    pub step: String,
    /// When.
    pub at: Timestamp,
}

/// The same as the journal keeps it.
#[derive(Debug)]
pub(super) struct EventOfProcess {
    pub case: Uuid,
    pub kind: String,
    pub data: String,
    pub at: Timestamp,
}
