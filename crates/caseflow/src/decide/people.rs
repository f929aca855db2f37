//! Who is on a case, and whose matter it is.

use super::{Decision, event_if, room};
use crate::refusal::{Refusal, What};
use crate::{Case, CustomerId, Event, PersonId, Role, limits};

pub fn set_customer(case: &Case, customer: Option<CustomerId>) -> Decision {
    let event = customer.map_or(Event::CustomerCleared {}, |customer| Event::CustomerSet { customer });
    event_if(customer != case.customer, event)
}

/// One person answers for a case. Who did so before stays on it, so that they keep seeing what becomes of it.
pub fn assign(case: &Case, person: PersonId, role: Role) -> Decision {
    let known = case.people.get(&person);
    if known == Some(&role) {
        return Err(Refusal::Unchanged);
    }
    if known.is_none() {
        room(What::Person, case.people.len(), limits::PEOPLE)?;
    }
    let before = case.responsible().filter(|before| role == Role::Responsible && *before != person);
    let step_back = before.map(|person| Event::PersonAssigned { person, role: Role::Participant });
    Ok(step_back.into_iter().chain([Event::PersonAssigned { person, role }]).collect())
}

pub fn unassign(case: &Case, person: PersonId) -> Decision {
    event_if(case.people.contains_key(&person), Event::PersonUnassigned { person })
}
