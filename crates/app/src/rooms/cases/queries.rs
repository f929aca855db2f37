//! What reads cases.

use super::model::{Counts, Filter, Found, Listed, Looked, Matter, Sight, StepOfCase, View};
use super::{journal, store};
use caseflow::{Envelope, Event};
use db::{Connection, Error};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Cases on a page of a list.
pub const PAGE: u32 = 50;

/// Cases whose events are read at a time.
const CASES: u32 = 1_000;

/// The case with this number, if the viewer may see it.
///
/// # Errors
///
/// What the database says.
pub async fn find(db: &mut Connection, viewer: &Sight, number: u64) -> Result<Option<Found>, Error> {
    store::find(db, viewer, number).await
}

/// The case with this number and what its page says beside its history, if the viewer may see it.
///
/// # Errors
///
/// What the database says.
pub async fn look(db: &mut Connection, viewer: &Sight, number: u64) -> Result<Option<Looked>, Error> {
    store::look(db, viewer, number).await
}

/// Everything that happened to a case, oldest first.
///
/// # Errors
///
/// What the database says.
pub async fn history(db: &mut Connection, id: Uuid) -> Result<Vec<Envelope>, Error> {
    journal::history(db, id).await
}

/// A page of the list, from 0: those whose promise ends first come first, of closed ones the latest.
///
/// # Errors
///
/// What the database says.
pub async fn list(
    db: &mut Connection,
    viewer: &Sight,
    filter: &Filter,
    now: Timestamp,
    (limit, page): (u32, u32),
) -> Result<Vec<Listed>, Error> {
    store::list(db, viewer, filter, now, (limit, page.saturating_mul(limit))).await
}

/// How many cases are open, and which.
///
/// # Errors
///
/// What the database says.
pub async fn counts(db: &mut Connection, viewer: &Sight, now: Timestamp) -> Result<Counts, Error> {
    store::counts(db, viewer, now, now + SignedDuration::from_hours(24)).await
}

/// What a person should look at first: their open cases by the end of the promise.
///
/// # Errors
///
/// What the database says.
pub async fn needs(
    db: &mut Connection,
    viewer: &Sight,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<Listed>, Error> {
    let view = if viewer.customer.is_some() { View::All } else { View::Mine };
    store::list(db, viewer, &Filter { view, ..Filter::default() }, now, (limit, 0)).await
}

/// What another room needs to know of a case that it refers to; whoever shows it has asked for the right before.
///
/// # Errors
///
/// What the database says.
pub async fn matter(db: &mut Connection, id: Uuid) -> Result<Option<Matter>, Error> {
    store::matter(db, id).await
}

/// Numbers of cases whose rows do not stand where their journals end, twenty at most; a rebuild mends them.
///
/// # Errors
///
/// What the database says.
pub async fn stale(db: &mut Connection) -> Result<Vec<u64>, Error> {
    const SHOWN: u32 = 20;
    Ok(store::stale(db, SHOWN).await?.into_iter().map(|(number,)| number).collect())
}

/// The event log over a process: hands every step of every case opened since then to `take`, case by case, in order of
/// time within a case. A thousand cases are in memory at a time.
///
/// # Errors
///
/// What the database says.
pub async fn events_of_process(
    db: &mut Connection,
    process: &str,
    since: Timestamp,
    mut take: impl FnMut(StepOfCase) + Send,
) -> Result<(), Error> {
    let mut after = Uuid::nil();
    loop {
        let events = store::events_of_process(db, process, since, (after, CASES)).await?;
        let Some(last) = events.last() else { return Ok(()) };
        after = last.case;
        for event in events {
            let step = match Event::read(&event.kind, &event.data) {
                Ok(Event::CaseOpened { step, .. }) => step,
                Ok(Event::StepReached { step }) => Some(step),
                _ => None,
            };
            if let Some(step) = step {
                take(StepOfCase { case: event.case, step: step.into(), at: event.at });
            }
        }
    }
}
