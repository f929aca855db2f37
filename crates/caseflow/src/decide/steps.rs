//! Steps: where the case is on the map of its customer process. The map is the catalogue's, so any step may be reached.

use super::{Decision, room};
use crate::refusal::What;
use crate::{Case, Event, Key, limits};

/// The step where the case is may be reached again: that is work done twice, which the journal is to show.
pub fn reach(case: &Case, step: &Key) -> Decision {
    room(What::Step, case.steps.len(), limits::PASSAGES)?;
    Ok(vec![Event::StepReached { step: step.clone() }])
}
