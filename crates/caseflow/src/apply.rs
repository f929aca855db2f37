//! What events do to a case. Nothing here refuses: what was decided happened.

use crate::case::{Closure, Comment, File, Link, Opening, Passage, Promise, Reopening, Settled, Stage, Wait};
use crate::{Case, CommentId, Done, Envelope, Event, Item, ItemId, PromiseId, Task, TaskId};
use jiff::Timestamp;

/// Lets an event happen to a case. An event that speaks of something the case does not have changes only its version.
pub fn apply(case: &mut Case, envelope: &Envelope) {
    let &Envelope { version, at, actor: by, ref event } = envelope;
    case.version = version;
    match event {
        Event::CaseOpened { case: id, case_type, title, text, customer, process, step } => {
            case.title.clone_from(title);
            case.text.clone_from(text);
            case.customer = *customer;
            case.steps.extend(step.clone().map(|step| Passage { step, at, by }));
            let (case_type, process, step) = (case_type.clone(), process.clone(), step.clone());
            case.opening = Some(Opening { case: *id, case_type, process, step, at, by });
        }
        Event::NumberGiven { number } => case.number = Some(*number),
        Event::TitleChanged { title } => case.title.clone_from(title),
        Event::TextChanged { text } => case.text.clone_from(text),
        Event::FieldSet { field, value } => drop(case.fields.insert(field.clone(), value.clone())),
        Event::FieldCleared { field } => drop(case.fields.remove(field)),
        Event::DueSet { due } => case.due = Some(*due),
        Event::DueCleared {} => case.due = None,
        Event::PrioritySet { priority } => case.priority = *priority,
        Event::ConfidentialitySet { confidentiality } => case.confidentiality = *confidentiality,
        Event::CustomerSet { customer } => case.customer = Some(*customer),
        Event::CustomerCleared {} => case.customer = None,
        Event::PersonAssigned { person, role } => {
            case.people.insert(*person, *role);
        }
        Event::PersonUnassigned { person } => drop(case.people.remove(person)),
        Event::StageAdded { stage, name } => case.stages.push(Stage { id: *stage, name: name.clone() }),
        Event::StageRenamed { stage, name } => {
            if let Some(stage) = case.stages.iter_mut().find(|known| known.id == *stage) {
                stage.name.clone_from(name);
            }
        }
        Event::StageEntered { stage } => case.stage = Some(*stage),
        Event::StepReached { step } => case.steps.push(Passage { step: step.clone(), at, by }),
        Event::CommentAdded { comment, text, audience } => {
            let (text, audience) = (Some(text.clone()), audience.of(by));
            case.comments.push(Comment { id: *comment, author: by, at, text, audience, changed: None });
        }
        Event::CommentEdited { comment, text } => say(case, *comment, Some(text.clone()), at),
        Event::CommentRemoved { comment } => say(case, *comment, None, at),
        Event::FileAttached { file, size_bytes, media_type } => {
            let (size_bytes, media_type) = (*size_bytes, media_type.clone());
            case.files.push(File { id: *file, size_bytes, media_type, by, at });
        }
        Event::FileDetached { file } => case.files.retain(|known| known.id != *file),
        Event::CaseLinked { link, case: other } => {
            case.links.insert(Link { kind: *link, case: *other });
        }
        Event::CaseUnlinked { link, case: other } => {
            case.links.remove(&Link { kind: *link, case: *other });
        }
        Event::CustomerAwaited {} => case.waits.push(Wait { from: at, to: None }),
        Event::CustomerAnswered {} => end_wait(case, at),
        Event::PromiseMade { promise, terms, due } => {
            let (id, terms, due) = (*promise, terms.clone(), *due);
            case.promises.push(Promise { id, terms, due, made: at, settled: None });
        }
        Event::PromiseKept { promise } => settle(case, *promise, Settled { kept: true, at }),
        Event::PromiseBroken { promise } => settle(case, *promise, Settled { kept: false, at }),
        Event::CaseClosed { outcome } => {
            end_wait(case, at);
            case.closure = Some(Closure { outcome: outcome.clone(), at, by });
        }
        Event::CaseReopened { reason } => {
            case.closure = None;
            case.reopenings.push(Reopening { reason: reason.clone(), at, by });
        }
        Event::TaskAdded { task, name, stage, responsible, due, waits_for } => case.tasks.push(Task {
            id: *task,
            name: name.clone(),
            stage: *stage,
            responsible: *responsible,
            due: *due,
            done: None,
            items: Vec::new(),
            waits_for: waits_for.clone(),
        }),
        Event::TaskRemoved { task } => {
            case.tasks.retain(|known| known.id != *task);
            case.tasks.iter_mut().for_each(|waiting| waiting.waits_for.retain(|on| on != task));
        }
        Event::TaskMoved { task, stage, after } => {
            let Some(from) = case.tasks.iter().position(|known| known.id == *task) else { return };
            let mut moved = case.tasks.remove(from);
            moved.stage = *stage;
            let behind = after.and_then(|after| case.tasks.iter().position(|known| known.id == after));
            case.tasks.insert(behind.map_or(0, |place| place + 1), moved);
        }
        Event::TaskRenamed { task, name } => change(case, *task, |task| task.name.clone_from(name)),
        Event::TaskCompleted { task } => change(case, *task, |task| task.done = Some(Done { at, by })),
        Event::TaskReopened { task } => change(case, *task, |task| task.done = None),
        Event::TaskAssigned { task, person } => change(case, *task, |task| task.responsible = Some(*person)),
        Event::TaskUnassigned { task } => change(case, *task, |task| task.responsible = None),
        Event::TaskDueSet { task, due } => change(case, *task, |task| task.due = Some(*due)),
        Event::TaskDueCleared { task } => change(case, *task, |task| task.due = None),
        Event::DependencyAdded { task, on } => change(case, *task, |task| task.waits_for.push(*on)),
        Event::DependencyRemoved { task, on } => {
            change(case, *task, |task| task.waits_for.retain(|known| known != on));
        }
        Event::ItemAdded { task, item, name } => change(case, *task, |task| {
            task.items.push(Item { id: *item, name: name.clone(), ticked: false });
        }),
        Event::ItemRenamed { task, item, name } => {
            change_item(case, *task, *item, |item| item.name.clone_from(name));
        }
        Event::ItemTicked { task, item } => change_item(case, *task, *item, |item| item.ticked = true),
        Event::ItemUnticked { task, item } => change_item(case, *task, *item, |item| item.ticked = false),
        Event::ItemRemoved { task, item } => {
            change(case, *task, |task| task.items.retain(|known| known.id != *item));
        }
    }
}

fn change(case: &mut Case, task: TaskId, with: impl FnOnce(&mut Task)) {
    if let Some(task) = case.tasks.iter_mut().find(|known| known.id == task) {
        with(task);
    }
}

fn change_item(case: &mut Case, task: TaskId, item: ItemId, with: impl FnOnce(&mut Item)) {
    change(case, task, |task| {
        if let Some(item) = task.items.iter_mut().find(|known| known.id == item) {
            with(item);
        }
    });
}

fn say(case: &mut Case, comment: CommentId, text: Option<String>, at: Timestamp) {
    if let Some(comment) = case.comments.iter_mut().find(|known| known.id == comment) {
        comment.text = text;
        comment.changed = Some(at);
    }
}

fn end_wait(case: &mut Case, at: Timestamp) {
    if let Some(wait) = case.waits.last_mut().filter(|wait| wait.to.is_none()) {
        wait.to = Some(at);
    }
}

fn settle(case: &mut Case, promise: PromiseId, settled: Settled) {
    if let Some(promise) = case.promises.iter_mut().find(|known| known.id == promise) {
        promise.settled = Some(settled);
    }
}
