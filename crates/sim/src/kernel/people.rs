//! Resources and the queues in front of them: who takes what next.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use super::Kernel;
use super::agenda::What;
use super::store::NONE;
use crate::scenario::Multitasking;
use crate::stream::Stream;

/// Seconds of an hour, the grain of hourly multitasking.
const HOUR_S: f64 = 3600.0;

/// What waits: a token, or a batch. Of two, the lesser is taken first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub priority: u32,
    /// The order of coming.
    pub sequence: u64,
    pub token: u32,
    pub generation: u32,
    /// The batch that the token leads; [`NONE`] for one alone.
    pub bundle: u32,
}

/// Tasks that the same people do, and those of them who have nothing to do.
#[derive(Debug)]
pub(super) struct Queue {
    by_priority: bool,
    line: VecDeque<Entry>,
    heap: BinaryHeap<Reverse<Entry>>,
    /// People with nothing to do, longest first; an entry with an old stamp is void.
    idle: VecDeque<(u32, u32)>,
    /// When somebody comes to work next, as far as planned.
    wake_at: f64,
    /// Tokens that wait, for the mean over time.
    length: u32,
    changed: f64,
    area: f64,
}

/// One resource at work.
#[derive(Debug, Default)]
pub(super) struct Person {
    /// Tasks in hand.
    pub active: u32,
    idle: bool,
    stamp: u32,
    /// Tasks begun, which numbers the draws of multitasking.
    begun: u64,
}

impl Person {
    pub fn is_idle(&self) -> bool {
        self.idle
    }
}

impl Queue {
    pub fn new(by_priority: bool) -> Self {
        Self {
            by_priority,
            line: VecDeque::new(),
            heap: BinaryHeap::new(),
            idle: VecDeque::new(),
            wake_at: f64::INFINITY,
            length: 0,
            changed: 0.0,
            area: 0.0,
        }
    }

    fn push(&mut self, entry: Entry) {
        if self.by_priority {
            self.heap.push(Reverse(entry));
        } else {
            self.line.push_back(entry);
        }
    }

    fn peek(&self) -> Option<Entry> {
        if !self.by_priority {
            return self.line.front().copied();
        }
        self.heap.peek().map(|Reverse(entry)| *entry)
    }

    fn pop(&mut self) {
        if self.by_priority {
            self.heap.pop();
        } else {
            self.line.pop_front();
        }
    }

    /// Notes that so many more (or fewer) wait from now on.
    #[inline]
    pub fn change(&mut self, now: f64, by: i32) {
        self.area += f64::from(self.length) * (now - self.changed);
        self.changed = now;
        self.length = self.length.saturating_add_signed(by);
    }

    /// The sum of the length over time since it was last asked for.
    pub fn area_until(&mut self, now: f64) -> f64 {
        self.change(now, 0);
        std::mem::take(&mut self.area)
    }
}

impl Kernel<'_> {
    /// A token, or the batch it leads, wants somebody of a queue: whoever has had nothing to do for longest takes it, or it
    /// waits.
    pub(super) fn offer(&mut self, queue: u32, token: u32, bundle: u32) {
        let generation = self.tokens[token].generation;
        let priority = self.cases[self.tokens[token].case].priority;
        if self.queues[queue as usize].peek().is_none()
            && let Some(person) = self.take_idle(queue)
        {
            self.start_work(person, token, bundle);
            return;
        }
        let is_first = self.queues[queue as usize].peek().is_none();
        self.offered += 1;
        let sequence = self.offered;
        self.queues[queue as usize].push(Entry { priority, sequence, token, generation, bundle });
        // While something waits, whoever becomes idle and is away says when they come; before, nobody did.
        if is_first {
            self.plan_wake(queue);
        }
    }

    /// Somebody of a queue who has nothing to do and is there: whoever has had nothing to do for longest.
    fn take_idle(&mut self, queue: u32) -> Option<u32> {
        let mut at = 0;
        while let Some(&(person, stamp)) = self.queues[queue as usize].idle.get(at) {
            let held = &self.people[person as usize];
            let is_void = !held.idle || held.stamp != stamp;
            if !is_void && !self.is_there(person) {
                at += 1;
                continue;
            }
            self.queues[queue as usize].idle.remove(at);
            if !is_void {
                return Some(person);
            }
        }
        None
    }

    #[inline]
    fn is_there(&self, person: u32) -> bool {
        let availability = self.plan.resources[person as usize].availability as usize;
        self.plan.availabilities[availability].is_open(self.now, self.keys.resources[person as usize])
    }

    fn comes(&self, person: u32) -> f64 {
        let availability = self.plan.resources[person as usize].availability as usize;
        self.plan.availabilities[availability].next_open(self.now, self.keys.resources[person as usize])
    }

    /// Plans to look again when the first of those who have nothing to do but are away comes to work.
    fn plan_wake(&mut self, queue: u32) {
        let people = &self.plan.queues[queue as usize].resources;
        let first = people
            .iter()
            .filter(|person| self.people[**person as usize].idle)
            .map(|person| self.comes(*person))
            .fold(f64::INFINITY, f64::min);
        self.wake_by(queue, first);
    }

    fn wake_by(&mut self, queue: u32, at: f64) {
        let held = &mut self.queues[queue as usize];
        if at < held.wake_at {
            held.wake_at = at;
            self.agenda.plan(at, What::Wake(queue));
        }
    }

    /// Somebody of a queue comes to work.
    pub(super) fn wake(&mut self, queue: u32) {
        if self.queues[queue as usize].wake_at > self.now {
            return;
        }
        self.queues[queue as usize].wake_at = f64::INFINITY;
        while self.queues[queue as usize].peek().is_some() {
            match self.take_idle(queue) {
                Some(person) => self.look_for_work(person),
                None => break,
            }
        }
        if self.queues[queue as usize].peek().is_some() {
            self.plan_wake(queue);
        }
    }

    /// Somebody who can take work takes what came first of all that they do; or has nothing to do.
    pub(super) fn look_for_work(&mut self, person: u32) {
        if !self.is_there(person) {
            self.be_idle(person);
            let comes = self.comes(person);
            for &(queue, _) in &self.plan.resources[person as usize].queues {
                if self.queues[queue as usize].peek().is_some() {
                    self.wake_by(queue, comes);
                }
            }
            return;
        }
        let queues = &self.plan.resources[person as usize].queues;
        loop {
            let first = queues
                .iter()
                .filter_map(|(queue, _)| self.queues[*queue as usize].peek().map(|entry| (entry, *queue)))
                .min_by_key(|(entry, _)| (entry.priority, entry.sequence));
            let Some((entry, queue)) = first else {
                self.be_idle(person);
                return;
            };
            self.queues[queue as usize].pop();
            if let Some(token) = self.still_waits(&entry) {
                self.start_work(person, token, entry.bundle);
                return;
            }
        }
    }

    /// The token of an entry, where it has not left the queue another way; of a batch, the first that has not.
    fn still_waits(&mut self, entry: &Entry) -> Option<u32> {
        if entry.bundle != NONE {
            return self.first_of_bundle(entry.bundle);
        }
        (self.tokens[entry.token].generation == entry.generation).then_some(entry.token)
    }

    /// Somebody can take work from now on.
    pub(super) fn be_idle(&mut self, person: u32) {
        let held = &mut self.people[person as usize];
        held.idle = true;
        held.stamp = held.stamp.wrapping_add(1);
        let stamp = held.stamp;
        for &(queue, _) in &self.plan.resources[person as usize].queues {
            let people = self.plan.queues[queue as usize].resources.len();
            let idle = &mut self.queues[queue as usize].idle;
            idle.push_back((person, stamp));
            if idle.len() > 4 * people + 16 {
                let all = &self.people;
                idle.retain(|(person, stamp)| {
                    all[*person as usize].idle && all[*person as usize].stamp == *stamp
                });
            }
        }
    }

    /// Somebody takes a task into their hands, and may be ready for one more.
    pub(super) fn take_in_hand(&mut self, person: u32) {
        let held = &mut self.people[person as usize];
        held.idle = false;
        held.active += 1;
        held.begun += 1;
        let (active, begun) = (held.active as usize, held.begun);
        let Some(multitasking) = &self.plan.resources[person as usize].multitasking else { return };
        let chances = match multitasking {
            Multitasking::Global(chances) => chances,
            Multitasking::Hourly(hours) => {
                &hours[(self.plan.week_position(self.now) / HOUR_S) as usize % hours.len()]
            }
        };
        let chance = chances.get(active - 1).copied().unwrap_or(0.0);
        let mut stream = Stream::at(self.keys.resources[person as usize], begun, 1);
        if stream.uniform() <= chance {
            self.released.push(person);
        }
    }

    /// Somebody has ended a task.
    pub(super) fn let_go(&mut self, person: u32) {
        let held = &mut self.people[person as usize];
        held.active -= 1;
        if !held.idle && !self.released.contains(&person) {
            self.released.push(person);
        }
    }
}
