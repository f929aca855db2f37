//! Stages: the template proposes them, people add and enter them as the case needs.

use super::{Decision, event_if, room, taken};
use crate::case::Stage;
use crate::refusal::{Refusal, What};
use crate::words::line;
use crate::{Case, Event, StageId, limits};

pub fn add(case: &Case, stage: StageId, name: &str) -> Decision {
    let name = line(What::StageName, name, limits::NAME_CHARS)?;
    if let Some(known) = case.stage(stage) {
        return Err(taken(What::Stage, known.name == name));
    }
    room(What::Stage, case.stages.len(), limits::STAGES)?;
    Ok(vec![Event::StageAdded { stage, name }])
}

pub fn rename(case: &Case, stage: StageId, name: &str) -> Decision {
    let name = line(What::StageName, name, limits::NAME_CHARS)?;
    event_if(find(case, stage)?.name != name, Event::StageRenamed { stage, name })
}

pub fn enter(case: &Case, stage: StageId) -> Decision {
    find(case, stage)?;
    event_if(case.stage != Some(stage), Event::StageEntered { stage })
}

fn find(case: &Case, stage: StageId) -> Result<&Stage, Refusal> {
    case.stage(stage).ok_or(Refusal::Unknown { what: What::Stage, id: stage.0 })
}
