//! Events of cases in and out of the journal.

use caseflow::{Actor, CustomerId, Envelope, Event, PersonId};
use db::journal::Entry;
use db::{Connection, Error};
use uuid::Uuid;

/// The topic of cases in the journal.
pub const TOPIC: &str = "case";

/// An event of a case as the journal keeps it.
pub fn entry(case: Uuid, envelope: &Envelope) -> Entry {
    let (actor_kind, actor) = match envelope.actor {
        Actor::Person(person) => ("person", Some(person.0)),
        Actor::Customer(customer) => ("customer", Some(customer.0)),
        Actor::Program => ("program", None),
    };
    Entry {
        topic: TOPIC.to_owned(),
        stream: case,
        version: envelope.version,
        at: envelope.at,
        actor_kind: actor_kind.to_owned(),
        actor,
        kind: envelope.event.kind().to_owned(),
        data: envelope.event.data(),
    }
}

/// The event that the journal kept.
///
/// # Errors
///
/// [`Error::Unreadable`], if a newer program wrote it.
pub fn envelope(entry: &Entry) -> Result<Envelope, Error> {
    let actor = match (entry.actor_kind.as_str(), entry.actor) {
        ("person", Some(id)) => Actor::Person(PersonId(id)),
        ("customer", Some(id)) => Actor::Customer(CustomerId(id)),
        _ => Actor::Program,
    };
    let event =
        Event::read(&entry.kind, &entry.data).map_err(|error| Error::Unreadable(error.to_string()))?;
    Ok(Envelope { version: entry.version, at: entry.at, actor, event })
}

/// Everything that happened to a case, oldest first.
///
/// # Errors
///
/// What the database says, and [`Error::Unreadable`].
pub async fn history(db: &mut Connection, case: Uuid) -> Result<Vec<Envelope>, Error> {
    db::journal::stream(db, case, 0).await?.iter().map(envelope).collect()
}
