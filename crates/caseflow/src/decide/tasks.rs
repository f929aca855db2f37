//! Tasks: anyone on the case adds, names, gives, dates, moves, completes and removes them at any time.

use super::{Decision, event_if, room, taken};
use crate::refusal::{Refusal, What, Why};
use crate::words::line;
use crate::{Case, Event, NewTask, PersonId, StageId, Task, TaskId, limits};
use jiff::Timestamp;

pub fn add(case: &Case, new: &NewTask) -> Decision {
    let name = line(What::TaskName, &new.name, limits::NAME_CHARS)?;
    if let Some(known) = case.task(new.task) {
        return Err(taken(What::Task, known.name == name));
    }
    room(What::Task, case.tasks.len(), limits::TASKS)?;
    known_stage(case, new.stage)?;
    let mut waits_for = Vec::new();
    for &on in &new.waits_for {
        if on == new.task {
            return Err(Refusal::Cycle);
        }
        find(case, on)?;
        if !waits_for.contains(&on) {
            room(What::Dependency, waits_for.len(), limits::DEPENDENCIES)?;
            waits_for.push(on);
        }
    }
    let &NewTask { task, stage, responsible, due, .. } = new;
    Ok(vec![Event::TaskAdded { task, name, stage, responsible, due, waits_for }])
}

pub fn rename(case: &Case, task: TaskId, name: &str) -> Decision {
    let name = line(What::TaskName, name, limits::NAME_CHARS)?;
    event_if(find(case, task)?.name != name, Event::TaskRenamed { task, name })
}

pub fn complete(case: &Case, task: TaskId) -> Decision {
    let known = find(case, task)?;
    if known.done.is_some() {
        return Err(Refusal::Unchanged);
    }
    let on: Vec<TaskId> = case.open_dependencies(known).map(|before| before.id).collect();
    if !on.is_empty() {
        return Err(Refusal::Waits { on });
    }
    Ok(vec![Event::TaskCompleted { task }])
}

pub fn reopen(case: &Case, task: TaskId) -> Decision {
    event_if(find(case, task)?.done.is_some(), Event::TaskReopened { task })
}

pub fn remove(case: &Case, task: TaskId) -> Decision {
    find(case, task)?;
    Ok(vec![Event::TaskRemoved { task }])
}

/// Named for what it gives a task: its place in the list and among the stages.
pub fn place(case: &Case, task: TaskId, stage: Option<StageId>, after: Option<TaskId>) -> Decision {
    let known = find(case, task)?;
    known_stage(case, stage)?;
    if after == Some(task) {
        return Err(Refusal::Invalid { what: What::Task, why: Why::Itself });
    }
    after.map(|after| find(case, after)).transpose()?;
    let at = case.tasks.iter().position(|other| other.id == task).unwrap_or(0);
    let before = at.checked_sub(1).map(|place| case.tasks[place].id);
    event_if(before != after || known.stage != stage, Event::TaskMoved { task, stage, after })
}

pub fn assign(case: &Case, task: TaskId, person: Option<PersonId>) -> Decision {
    let event = person.map_or(Event::TaskUnassigned { task }, |person| Event::TaskAssigned { task, person });
    event_if(find(case, task)?.responsible != person, event)
}

pub fn set_due(case: &Case, task: TaskId, due: Option<Timestamp>) -> Decision {
    let event = due.map_or(Event::TaskDueCleared { task }, |due| Event::TaskDueSet { task, due });
    event_if(find(case, task)?.due != due, event)
}

/// The task with this id, or the refusal that says there is none.
pub fn find(case: &Case, task: TaskId) -> Result<&Task, Refusal> {
    case.task(task).ok_or(Refusal::Unknown { what: What::Task, id: task.0 })
}

fn known_stage(case: &Case, stage: Option<StageId>) -> Result<(), Refusal> {
    match stage.filter(|stage| case.stage(*stage).is_none()) {
        Some(stage) => Err(Refusal::Unknown { what: What::Stage, id: stage.0 }),
        None => Ok(()),
    }
}
