//! The story of a case as its page shows it: what was said, what is to be done, who is on it, what happened.

use super::names::Names;
use super::words;
use crate::rooms::processes::Process;
use caseflow::{Actor, Audience, Case, Envelope, Event, Role};
use jiff::Timestamp;
use uuid::Uuid;

/// A comment.
#[derive(Debug)]
pub struct Said {
    pub id: Uuid,
    pub who: String,
    pub part: String,
    pub at: Timestamp,
    /// What it says; none once it was removed.
    pub text: Option<String>,
    pub is_customer: bool,
    pub is_private: bool,
    pub is_edited: bool,
    /// Whether the visitor may say it differently.
    pub is_own: bool,
    /// Whether the visitor may remove it.
    pub may_go: bool,
}

/// What was said, oldest first; to customers what is for them, and what was removed not at all.
pub fn said(
    case: &Case,
    names: &Names<'_>,
    by: Actor,
    (is_for_customer, moderates): (bool, bool),
) -> Vec<Said> {
    let is_for = |comment: &&caseflow::case::Comment| {
        !is_for_customer || (comment.audience == Audience::Customer && comment.text.is_some())
    };
    let shown = case.comments.iter().filter(is_for).map(|comment| Said {
        id: comment.id.0,
        who: if is_for_customer && comment.author == by {
            names.say.text("case-you")
        } else {
            names.actor(comment.author)
        },
        part: if is_for_customer && comment.author == by {
            String::new()
        } else {
            names.part(comment.author)
        },
        at: comment.at,
        text: comment.text.clone(),
        is_customer: matches!(comment.author, Actor::Customer(_)),
        is_private: comment.audience == Audience::Staff,
        is_edited: comment.changed.is_some(),
        is_own: comment.author == by && comment.text.is_some(),
        may_go: (comment.author == by || moderates) && comment.text.is_some(),
    });
    shown.collect()
}

/// A task.
#[derive(Debug)]
pub struct ToDo {
    pub id: Uuid,
    pub name: String,
    pub is_done: bool,
    pub who: Option<String>,
    pub due: Option<String>,
    pub is_late: bool,
}

/// What is to be done, in order.
pub fn to_do(case: &Case, names: &Names<'_>) -> Vec<ToDo> {
    let shown = case.tasks.iter().map(|task| ToDo {
        id: task.id.0,
        name: task.name.clone(),
        is_done: task.done.is_some(),
        who: task.responsible.map(|person| names.person(person.0)),
        due: task.due.filter(|_| task.done.is_none()).map(|due| names.say.day(&due)),
        is_late: task.due.is_some_and(|due| due < names.say.now) && task.done.is_none(),
    });
    shown.collect()
}

/// Someone on a case.
#[derive(Debug)]
pub struct OnIt {
    pub name: String,
    pub does: &'static str,
}

/// Who is on the case, whoever answers for it first.
pub fn on_it(case: &Case, names: &Names<'_>) -> Vec<OnIt> {
    let mut people: Vec<_> =
        case.people.iter().map(|(person, role)| (*role, names.person(person.0))).collect();
    people.sort();
    let does = |role| match role {
        Role::Responsible => "responsible",
        Role::Participant => "participant",
        Role::Watcher => "watcher",
    };
    people.into_iter().map(|(role, name)| OnIt { name, does: does(role) }).collect()
}

/// Something that happened.
#[derive(Debug)]
pub struct Happened {
    pub at: Timestamp,
    pub who: String,
    pub what: String,
    /// Whether the case came somewhere with it.
    pub is_mark: bool,
}

/// Everything that happened, in words.
pub fn happened(
    events: &[Envelope],
    case: &Case,
    process: Option<&Process>,
    names: &Names<'_>,
) -> Vec<Happened> {
    let is_mark = |event: &Event| {
        matches!(
            event,
            Event::CaseOpened { .. }
                | Event::StepReached { .. }
                | Event::CaseClosed { .. }
                | Event::CaseReopened { .. }
        )
    };
    let shown = events.iter().map(|envelope| Happened {
        at: envelope.at,
        who: names.actor(envelope.actor),
        what: words::of(&envelope.event, case, process, names),
        is_mark: is_mark(&envelope.event),
    });
    shown.collect()
}
