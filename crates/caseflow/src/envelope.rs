//! Envelopes: an event with its place in the journal, when it happened and who did it.

use crate::{Case, CustomerId, Event, PersonId, Refusal};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// A member of staff.
    Person(PersonId),
    /// A customer.
    Customer(CustomerId),
    /// The program itself, by a rule or at a time.
    Program,
}

/// What a decision needs to know beside the case and the command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// When it happens.
    pub now: Timestamp,
    /// Who does it.
    pub actor: Actor,
    /// Whether the actor may remove what others wrote.
    pub moderator: bool,
}

/// An event in the journal of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Its place among the case's events, from 1, without gaps.
    pub version: u64,
    /// When it happened.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// What happened.
    pub event: Event,
}

/// The journal of one case, as far as its end: the place where versions are handed out.
///
/// ```
/// use caseflow::{Actor, Context, Event, Stream};
/// use jiff::Timestamp;
///
/// let mut stream = Stream { version: 4 };
/// stream.expect(4).unwrap();
/// let context = Context { now: Timestamp::UNIX_EPOCH, actor: Actor::Program, moderator: false };
/// let envelopes = stream.append(&context, vec![Event::DueCleared {}, Event::CustomerAwaited {}]);
/// assert_eq!(envelopes.iter().map(|e| e.version).collect::<Vec<_>>(), [5, 6]);
/// assert!(stream.expect(4).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stream {
    /// Version of the last event; 0 if there is none.
    pub version: u64,
}

impl Stream {
    /// The journal that made this case.
    pub fn of(case: &Case) -> Self {
        Self { version: case.version }
    }

    /// Whether nothing happened since `seen`.
    ///
    /// # Errors
    ///
    /// [`Refusal::Stale`], if something did.
    pub fn expect(self, seen: u64) -> Result<(), Refusal> {
        if seen == self.version { Ok(()) } else { Err(Refusal::Stale { seen, current: self.version }) }
    }

    /// Puts events that were decided at the end, with the next versions.
    pub fn append(&mut self, context: &Context, events: Vec<Event>) -> Vec<Envelope> {
        let seal = |event| {
            self.version += 1;
            Envelope { version: self.version, at: context.now, actor: context.actor, event }
        };
        events.into_iter().map(seal).collect()
    }
}
