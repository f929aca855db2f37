//! What happens next: events in order of time, those of one instant in the order they were planned.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// Something planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// The next case of these arrivals comes.
    Arrival(u32),
    /// The work at a token is done.
    Done(Ticket),
    /// A token's wait for an event is over.
    Due(Ticket),
    /// An event on the border of what a token stands for: its number there.
    Border(Ticket, u32),
    /// The event behind a race's flow of this number happens.
    Race(Ticket, u32),
    /// A case's patience with waiting ends.
    Renege(Ticket),
    /// A task of a sequential batch begins.
    Begin(Ticket),
    /// Somebody of a queue comes to work.
    Wake(u32),
    /// A batch of a task is due, if no other task has come since that version.
    Batch(u32, u32),
}

/// A token as it is now: when it moves on, its ticket is void.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ticket {
    pub token: u32,
    pub generation: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Planned {
    /// Time, which is never negative: the order of its bits is that of the number.
    at: u64,
    sequence: u64,
    what: What,
}

impl Ord for Planned {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.at, self.sequence).cmp(&(other.at, other.sequence))
    }
}

impl PartialOrd for Planned {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Events to come.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    heap: BinaryHeap<Reverse<Planned>>,
    sequence: u64,
}

impl Agenda {
    #[inline]
    pub fn plan(&mut self, at: f64, what: What) {
        debug_assert!(at >= 0.0, "time runs from zero: {at}");
        self.sequence += 1;
        self.heap.push(Reverse(Planned { at: (at + 0.0).to_bits(), sequence: self.sequence, what }));
    }

    #[inline]
    pub fn next(&mut self) -> Option<(f64, What)> {
        self.heap.pop().map(|Reverse(planned)| (f64::from_bits(planned.at), planned.what))
    }
}
