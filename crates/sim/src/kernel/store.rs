//! Cases, scopes entered and tokens: lists whose places are used again, so that nothing is allocated once a run is warm.

use super::agenda::Ticket;
use crate::plan::Plan;
use crate::scenario::attributes::Value;

/// No place.
pub(super) const NONE: u32 = u32::MAX;

/// A case in progress.
#[derive(Debug, Default)]
pub(super) struct Case {
    pub number: u64,
    pub arrived: f64,
    pub priority: u32,
    /// Processes of it that are not over.
    pub frames: Vec<u32>,
    pub steps: u64,
    pub cost: f64,
    /// Tasks waiting, since when at least one is, and for how long one was before.
    pub waiting: u32,
    pub waiting_since: f64,
    pub waited: f64,
    /// Tasks worked at and events awaited, since when at least one is.
    pub busy: u32,
    pub busy_since: f64,
    /// What ended since then.
    pub stints: Vec<Stint>,
    /// Seconds with something in hand, and those of them that were worked.
    pub in_hand: f64,
    pub worked: f64,
    /// Messages that came before anybody waited for them.
    pub mail: Vec<u32>,
    /// Tokens that wait for a message or signal at a node.
    pub awaiting: Vec<Awaiting>,
}

/// Work from start to end, by whom, and how much of it was work.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stint {
    pub start: f64,
    pub end: f64,
    pub work_s: f64,
    pub resource: u32,
}

/// A token that goes on when a message or signal for a node comes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Awaiting {
    pub node: u32,
    pub ticket: Ticket,
    /// How it goes on: by itself, over its border's event or a race's flow of this number.
    pub by: By,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Itself,
    Border(u32),
    Race(u32),
}

/// A scope that was entered.
#[derive(Debug, Default)]
pub(super) struct Frame {
    pub generation: u32,
    pub case: u32,
    pub scope: u32,
    /// The token that stands for it in the scope around it; [`NONE`] for a process.
    pub host: u32,
    /// Tokens in it, moving ones too.
    pub live: u32,
    /// The first of its tokens that stay at a node.
    pub first: u32,
    /// Tokens on the incoming flows of its joins.
    pub counts: Vec<u32>,
    /// Tokens at each node, where it has inclusive joins.
    pub at: Vec<u32>,
    /// Tokens that wait at inclusive joins.
    pub joining: u32,
}

/// What a token that stays at a node is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum State {
    #[default]
    Free,
    /// Waiting for a resource.
    Queued,
    /// Waiting for others to make a batch.
    Gathering,
    /// Worked at.
    Working,
    /// Waiting for a time or a message.
    Awaiting,
    /// Waiting for the first of several events.
    Racing,
    /// Standing for the scopes entered at its node.
    Hosting,
}

/// A token that stays at a node.
#[derive(Debug, Default)]
pub(super) struct Token {
    pub generation: u32,
    pub state: State,
    pub case: u32,
    pub frame: u32,
    pub node: u32,
    pub previous: u32,
    pub next: u32,
    pub visit: u32,
    pub enabled: f64,
    pub start: f64,
    pub work_s: f64,
    pub end: f64,
    pub resource: u32,
    /// The batch it belongs to.
    pub bundle: u32,
    /// Of a host: scopes in progress, and how often it is still to be entered.
    pub children: Vec<u32>,
    pub to_come: u32,
}

/// All of a kind; `free` are the places to use again.
#[derive(Debug)]
pub(super) struct Slab<T> {
    pub held: Vec<T>,
    free: Vec<u32>,
}

impl<T> Default for Slab<T> {
    fn default() -> Self {
        Self { held: Vec::new(), free: Vec::new() }
    }
}

impl<T: Default> Slab<T> {
    #[inline]
    pub fn take(&mut self) -> u32 {
        self.free.pop().unwrap_or_else(|| {
            self.held.push(T::default());
            self.held.len() as u32 - 1
        })
    }

    #[inline]
    pub fn give_back(&mut self, at: u32) {
        self.free.push(at);
    }

    pub fn in_use(&self) -> usize {
        self.held.len() - self.free.len()
    }
}

impl<T> std::ops::Index<u32> for Slab<T> {
    type Output = T;

    #[inline]
    fn index(&self, at: u32) -> &T {
        &self.held[at as usize]
    }
}

impl<T> std::ops::IndexMut<u32> for Slab<T> {
    #[inline]
    fn index_mut(&mut self, at: u32) -> &mut T {
        &mut self.held[at as usize]
    }
}

/// Counters of visits and values of attributes: a row for each case.
#[derive(Debug, Default)]
pub(super) struct Rows {
    visits: Vec<u32>,
    values: Vec<Value>,
    width: usize,
    attributes: usize,
}

impl Rows {
    pub fn new(plan: &Plan<'_>) -> Self {
        Self { width: plan.visits as usize, attributes: plan.attributes.len(), ..Self::default() }
    }

    /// Clears the row of a case, or adds it.
    #[inline]
    pub fn clear(&mut self, case: u32) {
        let (from, end) = (case as usize * self.width, (case as usize + 1) * self.width);
        if self.visits.len() < end {
            self.visits.resize(end, 0);
            self.values.resize((case as usize + 1) * self.attributes, Value::Missing);
        }
        self.visits[from..end].fill(0);
    }

    /// Counts a visit of the counter; how many there were before.
    #[inline]
    pub fn visit(&mut self, case: u32, counter: u32) -> u32 {
        let count = &mut self.visits[case as usize * self.width + counter as usize];
        *count += 1;
        *count - 1
    }

    #[inline]
    pub fn values(&mut self, case: u32) -> &mut [Value] {
        let from = case as usize * self.attributes;
        &mut self.values[from..from + self.attributes]
    }
}
