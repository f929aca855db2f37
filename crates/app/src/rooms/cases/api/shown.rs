//! A case as the API shows it.

use crate::rooms::cases::projection::{confidentiality, priority_word, role_of, status};
use caseflow::{Actor, Audience, Case, Envelope};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A case with what belongs to it. Customers see of it what is for them: no tasks, no people, and of the comments those
/// for customers.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Case)]
pub struct ShownCase {
    id: Option<Uuid>,
    number: Option<u64>,
    version: u64,
    title: String,
    text: String,
    /// `open`, `waiting` or `closed`.
    status: &'static str,
    /// `low`, `normal`, `high` or `urgent`.
    priority: &'static str,
    /// `organisation`, `department` or `people`.
    confidentiality: &'static str,
    customer: Option<Uuid>,
    process: Option<String>,
    opened_at: Option<String>,
    due: Option<String>,
    closed_at: Option<String>,
    outcome: Option<String>,
    /// The steps that it came to, oldest first.
    steps: Vec<Passage>,
    promises: Vec<Promised>,
    comments: Vec<Comment>,
    tasks: Vec<Task>,
    people: Vec<OnCase>,
}

/// That it came to a step.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CasePassage)]
pub struct Passage {
    step: String,
    at: String,
}

/// What was promised.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CasePromise)]
pub struct Promised {
    id: Uuid,
    promise: String,
    made_at: String,
    /// By when, as reckoned when it was made.
    due: Option<String>,
    /// Whether it was kept; none while it runs.
    kept: Option<bool>,
}

/// What someone said.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseComment)]
pub struct Comment {
    id: Uuid,
    author: By,
    at: String,
    /// What it says; none once it was removed.
    text: Option<String>,
    /// `staff` or `customer`.
    audience: &'static str,
}

/// What is to be done.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseTask)]
pub struct Task {
    id: Uuid,
    name: String,
    responsible: Option<Uuid>,
    due: Option<String>,
    done_at: Option<String>,
}

/// Someone on a case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CasePerson)]
pub struct OnCase {
    person: Uuid,
    /// `responsible`, `participant` or `watcher`.
    role: &'static str,
}

/// Who did something.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseActor)]
pub struct By {
    /// `person`, `customer` or `program`.
    kind: &'static str,
    id: Option<Uuid>,
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseEvent)]
pub struct Happened {
    version: u64,
    at: String,
    by: By,
    kind: &'static str,
    /// What the kind says of it.
    #[schema(value_type = Object)]
    data: serde_json::Value,
}

impl Happened {
    /// An event.
    pub fn of(envelope: &Envelope) -> Self {
        Self {
            version: envelope.version,
            at: envelope.at.to_string(),
            by: By::of(envelope.actor),
            kind: envelope.event.kind(),
            data: serde_json::from_str(&envelope.event.data()).unwrap_or_default(),
        }
    }
}

impl By {
    fn of(actor: Actor) -> Self {
        let (kind, id) = match actor {
            Actor::Person(person) => ("person", Some(person.0)),
            Actor::Customer(customer) => ("customer", Some(customer.0)),
            Actor::Program => ("program", None),
        };
        Self { kind, id }
    }
}

impl ShownCase {
    /// A case, for staff or for its customer.
    pub fn of(case: &Case, is_for_customer: bool) -> Self {
        let opening = case.opening.as_ref();
        let closure = case.closure.as_ref();
        let is_for = |audience: Audience| !is_for_customer || audience == Audience::Customer;
        Self {
            id: opening.map(|opening| opening.case.0),
            number: case.number,
            version: case.version,
            title: case.title.clone(),
            text: case.text.clone(),
            status: status(case.status()),
            priority: priority_word(case.priority),
            confidentiality: confidentiality(case.confidentiality),
            customer: case.customer.map(|customer| customer.0),
            process: opening.and_then(|opening| opening.process.as_ref()).map(ToString::to_string),
            opened_at: opening.map(|opening| opening.at.to_string()),
            due: case.due.map(|due| due.to_string()),
            closed_at: closure.map(|closure| closure.at.to_string()),
            outcome: closure.map(|closure| closure.outcome.to_string()),
            steps: case.steps.iter().map(Passage::of).collect(),
            promises: case.promises.iter().map(Promised::of).collect(),
            comments: case.comments.iter().filter(|said| is_for(said.audience)).map(Comment::of).collect(),
            tasks: case.tasks.iter().filter(|_| !is_for_customer).map(Task::of).collect(),
            people: case
                .people
                .iter()
                .filter(|_| !is_for_customer)
                .map(|(person, role)| OnCase { person: person.0, role: role_of(*role) })
                .collect(),
        }
    }
}

impl Passage {
    fn of(passage: &caseflow::case::Passage) -> Self {
        Self { step: passage.step.to_string(), at: passage.at.to_string() }
    }
}

impl Promised {
    fn of(promise: &caseflow::case::Promise) -> Self {
        Self {
            id: promise.id.0,
            promise: promise.terms.to_string(),
            made_at: promise.made.to_string(),
            due: promise.due.map(|due| due.to_string()),
            kept: promise.settled.map(|settled| settled.kept),
        }
    }
}

impl Comment {
    fn of(comment: &caseflow::case::Comment) -> Self {
        Self {
            id: comment.id.0,
            author: By::of(comment.author),
            at: comment.at.to_string(),
            text: comment.text.clone(),
            audience: if comment.audience == Audience::Staff { "staff" } else { "customer" },
        }
    }
}

impl Task {
    fn of(task: &caseflow::Task) -> Self {
        Self {
            id: task.id.0,
            name: task.name.clone(),
            responsible: task.responsible.map(|person| person.0),
            due: task.due.map(|due| due.to_string()),
            done_at: task.done.map(|done| done.at.to_string()),
        }
    }
}
