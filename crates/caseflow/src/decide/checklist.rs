//! The checklist of a task.

use super::tasks::find;
use super::{Decision, event_if, room, taken};
use crate::refusal::{Refusal, What};
use crate::words::line;
use crate::{Case, Event, Item, ItemId, TaskId, limits};

pub fn add(case: &Case, task: TaskId, item: ItemId, name: &str) -> Decision {
    let name = line(What::ItemName, name, limits::NAME_CHARS)?;
    let on = find(case, task)?;
    if let Some(known) = on.item(item) {
        return Err(taken(What::Item, known.name == name));
    }
    room(What::Item, on.items.len(), limits::ITEMS)?;
    Ok(vec![Event::ItemAdded { task, item, name }])
}

pub fn rename(case: &Case, task: TaskId, item: ItemId, name: &str) -> Decision {
    let name = line(What::ItemName, name, limits::NAME_CHARS)?;
    event_if(find_item(case, task, item)?.name != name, Event::ItemRenamed { task, item, name })
}

pub fn tick(case: &Case, task: TaskId, item: ItemId, ticked: bool) -> Decision {
    let event = if ticked { Event::ItemTicked { task, item } } else { Event::ItemUnticked { task, item } };
    event_if(find_item(case, task, item)?.ticked != ticked, event)
}

pub fn remove(case: &Case, task: TaskId, item: ItemId) -> Decision {
    find_item(case, task, item)?;
    Ok(vec![Event::ItemRemoved { task, item }])
}

fn find_item(case: &Case, task: TaskId, item: ItemId) -> Result<&Item, Refusal> {
    find(case, task)?.item(item).ok_or(Refusal::Unknown { what: What::Item, id: item.0 })
}
