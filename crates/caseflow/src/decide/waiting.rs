//! Whose turn it is: while it is the customer's, promises pause.

use super::{Decision, event_if, room};
use crate::refusal::{Refusal, What};
use crate::{Case, Event, Status, limits};

pub fn await_customer(case: &Case) -> Decision {
    if case.status() == Status::Waiting {
        return Err(Refusal::Unchanged);
    }
    room(What::Wait, case.waits.len(), limits::WAITS)?;
    Ok(vec![Event::CustomerAwaited {}])
}

pub fn record_answer(case: &Case) -> Decision {
    event_if(case.status() == Status::Waiting, Event::CustomerAnswered {})
}
