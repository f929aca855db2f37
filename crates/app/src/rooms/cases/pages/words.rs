//! Events in words: a sentence a kind, with what it is about.

use super::names::Names;
use crate::rooms::cases::projection::{confidentiality, priority_word, role_of};
use crate::rooms::processes::Process;
use crate::web::Say;
use caseflow::{Case, CaseId, Event, Key, LinkKind, StageId, TaskId, Value};

/// Longest piece of someone's words in a line of the journal, in characters.
const QUOTED: usize = 120;

/// What happened, without who did it. Every kind has a text `journal-KIND`; `what` is what it is about.
pub fn of(event: &Event, case: &Case, process: Option<&Process>, names: &Names<'_>) -> String {
    let say = names.say;
    match about(event, case, process, names) {
        Some(what) => say.with(&format!("journal-{}", event.kind()), "what", &what),
        None => say.of("journal-", event.kind()),
    }
}

fn about(event: &Event, case: &Case, process: Option<&Process>, names: &Names<'_>) -> Option<String> {
    let say = names.say;
    Some(match event {
        Event::NumberGiven { number } => number.to_string(),
        Event::TitleChanged { title } => quoted(title),
        Event::FieldSet { field, value } => {
            format!("{} = {}", field_name(say, field), value_said(say, field, value))
        }
        Event::FieldCleared { field } => field_name(say, field),
        Event::DueSet { due } | Event::TaskDueSet { due, .. } => say.moment(due),
        Event::PrioritySet { priority } => say.of("priority-", priority_word(*priority)),
        Event::ConfidentialitySet { confidentiality: level } => say.of("sight-", confidentiality(*level)),
        Event::PersonAssigned { person, role } => {
            format!("{} ({})", names.person(person.0), say.of("on-case-", role_of(*role)))
        }
        Event::PersonUnassigned { person } | Event::TaskAssigned { person, .. } => names.person(person.0),
        Event::TaskAdded { name, .. } | Event::TaskRenamed { name, .. } => quoted(name),
        Event::TaskCompleted { task }
        | Event::TaskReopened { task }
        | Event::TaskMoved { task, .. }
        | Event::TaskRemoved { task }
        | Event::TaskUnassigned { task }
        | Event::TaskDueCleared { task }
        | Event::DependencyAdded { task, .. }
        | Event::DependencyRemoved { task, .. } => task_name(case, *task),
        Event::ItemAdded { name, .. } | Event::ItemRenamed { name, .. } => quoted(name),
        Event::ItemTicked { task, .. }
        | Event::ItemUnticked { task, .. }
        | Event::ItemRemoved { task, .. } => task_name(case, *task),
        Event::StageAdded { name, .. } | Event::StageRenamed { name, .. } => quoted(name),
        Event::StageEntered { stage } => stage_name(case, *stage),
        Event::StepReached { step } => step_name(process, step),
        // What was removed is not read here either.
        Event::CommentAdded { comment, text, .. } | Event::CommentEdited { comment, text, .. } => {
            let is_removed = case.comments.iter().any(|known| known.id == *comment && known.text.is_none());
            quoted(if is_removed { "…" } else { text })
        }
        Event::FileAttached { media_type, .. } => media_type.clone(),
        Event::CaseLinked { link, case } | Event::CaseUnlinked { link, case } => linked(say, *link, *case),
        Event::PromiseMade { terms, .. } => names
            .directory
            .promise(terms.as_str())
            .map_or_else(|| terms.to_string(), |known| known.name.clone()),
        Event::CaseClosed { outcome } => outcome_name(say, process, outcome),
        Event::CaseReopened { reason } => quoted(reason),
        Event::CaseOpened { .. }
        | Event::TextChanged { .. }
        | Event::DueCleared {}
        | Event::CustomerSet { .. }
        | Event::CustomerCleared {}
        | Event::CommentRemoved { .. }
        | Event::FileDetached { .. }
        | Event::CustomerAwaited {}
        | Event::CustomerAnswered {}
        | Event::PromiseKept { .. }
        | Event::PromiseBroken { .. } => return None,
    })
}

/// What a step is called; its key, if the map does not have it any longer.
pub fn step_name(process: Option<&Process>, step: &Key) -> String {
    let known =
        process.and_then(|process| process.map.steps().iter().find(|known| known.id == step.as_str()));
    known.map_or_else(|| step.to_string(), |known| known.name.clone())
}

/// What an outcome is called: an end of the process, or one of those that every case has.
pub fn outcome_name(say: &Say, process: Option<&Process>, outcome: &Key) -> String {
    match outcome.as_str() {
        known @ ("done" | "not-done" | "withdrawn") => say.of("outcome-", known),
        _ => step_name(process, outcome),
    }
}

/// What a way by which customers come is called.
pub fn channel_name(say: &Say, channel: &str) -> String {
    if crate::rooms::cases::commands::CHANNELS.contains(&channel) {
        say.of("channel-", channel)
    } else {
        channel.to_owned()
    }
}

fn field_name(say: &Say, field: &Key) -> String {
    match field.as_str() {
        "channel" => say.text("case-channel"),
        other => other.to_owned(),
    }
}

fn value_said(say: &Say, field: &Key, value: &Value) -> String {
    match value {
        Value::Choice(choice) if field.as_str() == "channel" => channel_name(say, choice.as_str()),
        Value::Choice(choice) => choice.to_string(),
        Value::Text(text) => quoted(text),
        Value::Number(number) => number.to_string(),
        Value::Money(money) => say.language.money(money.minor as f64 / 100.0, &money.currency.to_string()),
        Value::Date(date) => date.to_string(),
        Value::Instant(at) => say.moment(at),
        Value::YesNo(true) => say.text("confirm-yes"),
        Value::YesNo(false) => say.text("case-no"),
        Value::Reference(id) => id.to_string(),
    }
}

fn task_name(case: &Case, task: TaskId) -> String {
    case.task(task).map_or_else(|| "–".to_owned(), |task| quoted(&task.name))
}

fn stage_name(case: &Case, stage: StageId) -> String {
    case.stage(stage).map_or_else(|| "–".to_owned(), |stage| quoted(&stage.name))
}

fn linked(say: &Say, link: LinkKind, case: CaseId) -> String {
    let kind = match link {
        LinkKind::Relates => "relates",
        LinkKind::Blocks => "blocks",
        LinkKind::Duplicates => "duplicates",
        LinkKind::Parent => "parent",
    };
    format!("{} {}", say.of("link-", kind), case.0)
}

/// The first of someone's words, on one line.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("“{}…”", &line[..end]),
        None => format!("“{line}”"),
    }
}
