//! Many cases at once: histories that were made elsewhere, and the rows made anew from the journal.

use super::directory::Directory;
use super::projection::CaseRow;
use super::{clock, journal, projection, store};
use crate::app::whole_microseconds;
use caseflow::{Actor, Case, Envelope, Event};
use db::{Error, Tx};
use jiff::Timestamp;
use std::collections::HashMap;
use uuid::Uuid;

/// Events that are read at a time when rows are made anew.
const PAGE: u32 = 4_000;

/// A case's whole history, from its opening on.
#[derive(Debug, Clone)]
pub struct Story {
    /// The number by which people call it; it is given as the second event.
    pub number: u64,
    /// What happened, as the engine of cases decided it.
    pub events: Vec<Envelope>,
}

/// Takes in cases with their histories, hundreds in one statement.
///
/// # Errors
///
/// [`Error::Taken`], if one of the cases or numbers is there already; [`Error::Unreadable`], if a history has a hole.
pub async fn import(tx: &mut Tx, stories: Vec<Story>) -> Result<(), Error> {
    let terms = Terms::read(tx).await?;
    let highest = stories.iter().map(|story| story.number).max();
    let (mut entries, mut rows) = (Vec::new(), Vec::with_capacity(stories.len()));
    for story in stories {
        let events = numbered(story);
        let row = terms.row(&events)?;
        entries.extend(events.iter().map(|envelope| journal::entry(row.id, envelope)));
        rows.push(row);
    }
    db::journal::append(tx, entries).await?;
    store::add(tx, rows).await?;
    match highest {
        Some(highest) => store::count_from(tx, highest).await,
        None => Ok(()),
    }
}

/// The history with the case's number given right after it was opened.
fn numbered(story: Story) -> Vec<Envelope> {
    let Story { number, mut events } = story;
    events.iter_mut().for_each(|envelope| envelope.at = whole_microseconds(envelope.at));
    let is_given = events.iter().any(|envelope| matches!(envelope.event, Event::NumberGiven { .. }));
    if let (Some(opened), false) = (events.first(), is_given) {
        let event = Event::NumberGiven { number };
        let given = Envelope { version: 2, at: opened.at, actor: Actor::Program, event };
        events.iter_mut().skip(1).for_each(|envelope| envelope.version += 1);
        events.insert(1, given);
    }
    events
}

/// Drops the rows of all cases, and makes them anew from the journal.
///
/// # Errors
///
/// What the database says; [`Error::Unreadable`], if the journal holds what this program does not know.
pub async fn rebuild(tx: &mut Tx) -> Result<(), Error> {
    store::clear(tx).await?;
    let terms = Terms::read(tx).await?;
    let (mut after, mut history, mut rows) = ((Uuid::nil(), 0), Vec::<Envelope>::new(), Vec::new());
    loop {
        let entries = db::journal::streams(tx, journal::TOPIC, after, PAGE).await?;
        for entry in &entries {
            if entry.stream != after.0 && !history.is_empty() {
                rows.push(terms.row(&history)?);
                history.clear();
            }
            history.push(journal::envelope(entry)?);
            after = (entry.stream, entry.version);
        }
        let is_end = entries.is_empty();
        if is_end && !history.is_empty() {
            rows.push(terms.row(&history)?);
        }
        store::add(tx, std::mem::take(&mut rows)).await?;
        if is_end {
            return Ok(());
        }
    }
}

/// What the clocks of many cases need.
struct Terms {
    directory: Directory,
    offices: HashMap<Uuid, Uuid>,
}

impl Terms {
    async fn read(tx: &mut Tx) -> Result<Self, Error> {
        let directory = Directory::read(tx, Timestamp::UNIX_EPOCH).await?;
        let offices = store::offices_of_customers(tx).await?.into_iter().collect();
        Ok(Self { directory, offices })
    }

    /// The row of the case with this history.
    fn row(&self, events: &[Envelope]) -> Result<CaseRow, Error> {
        let unreadable = |what: &str| Error::Unreadable(what.to_owned());
        let case = Case::replay(events).map_err(|gap| unreadable(&gap.to_string()))?;
        let of_customer = case.customer.and_then(|customer| self.offices.get(&customer.0).copied());
        let office = self.directory.office(&case, of_customer);
        let promise = case.promises.last();
        let policy = promise.and_then(|promise| self.directory.policy(&promise.terms, office));
        let standing = clock::standing(&case, events, policy.as_ref(), office);
        let last = events.last().map(|envelope| envelope.at);
        last.and_then(|at| projection::project(&case, at, standing))
            .ok_or_else(|| unreadable("a case without its opening or number"))
    }
}
