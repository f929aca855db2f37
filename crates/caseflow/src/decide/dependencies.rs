//! Dependencies: a task waits for others, and never, over however many steps, for itself.

use super::tasks::find;
use super::{Decision, event_if, room};
use crate::refusal::{Refusal, What};
use crate::{Case, Event, TaskId, limits};
use std::collections::BTreeSet;

pub fn add(case: &Case, task: TaskId, on: TaskId) -> Decision {
    let waiting = find(case, task)?;
    find(case, on)?;
    if waiting.waits_for.contains(&on) {
        return Err(Refusal::Unchanged);
    }
    room(What::Dependency, waiting.waits_for.len(), limits::DEPENDENCIES)?;
    if waits(case, on, task) {
        return Err(Refusal::Cycle);
    }
    Ok(vec![Event::DependencyAdded { task, on }])
}

pub fn remove(case: &Case, task: TaskId, on: TaskId) -> Decision {
    event_if(find(case, task)?.waits_for.contains(&on), Event::DependencyRemoved { task, on })
}

/// Whether `task` is `on` or waits for it, by way of others too.
fn waits(case: &Case, task: TaskId, on: TaskId) -> bool {
    let mut seen = BTreeSet::from([task]);
    let mut next = vec![task];
    while let Some(task) = next.pop() {
        if task == on {
            return true;
        }
        let before = case.task(task).map_or(&[][..], |task| &task.waits_for);
        next.extend(before.iter().filter(|before| seen.insert(**before)));
    }
    false
}
