//! Batches: tasks of several cases that one resource does together.

use super::agenda::{Ticket, What};
use super::store::{NONE, State};
use super::{Kernel, MAX_TIME_S};
use crate::scenario::batch::{BatchKind, Batching};
use crate::stream::Stream;

/// Tasks that gather for a batch.
#[derive(Debug, Default)]
pub(super) struct Batch {
    gathering: Vec<Ticket>,
    /// Counts what changed, so that a plan made before is void.
    version: u32,
    /// The size that begins the next one, where sizes are drawn.
    wanted: u32,
    /// Batches begun, which numbers the draws of sizes.
    begun: u64,
}

/// A batch that was begun.
#[derive(Debug, Default)]
pub(super) struct Bundle {
    task: u32,
    members: Vec<Ticket>,
    /// Members not done.
    left: u32,
    /// How many share the work; one after the other, nobody shares.
    sharing: u32,
}

impl Kernel<'_> {
    fn batching(&self, task: u32) -> Option<&Batching> {
        self.plan.tasks[task as usize].batching.as_ref()
    }

    /// Whether a token's task is done without waiting for others.
    pub(super) fn is_alone(&self, task: u32, token: u32) -> bool {
        let alone = self.batching(task).map_or(1.0, |batching| batching.alone);
        let held = &self.tokens[token];
        let number = self.cases[held.case].number;
        let mut stream = Stream::at(!self.keys.tasks[task as usize], number, held.visit);
        alone > 0.0 && stream.uniform() < alone
    }

    /// A token waits for others.
    pub(super) fn gather(&mut self, task: u32, token: u32) {
        self.tokens[token].state = State::Gathering;
        let ticket = self.ticket(token);
        self.batches[task as usize].gathering.push(ticket);
        self.consider(task);
    }

    pub(super) fn batch_due(&mut self, task: u32, version: u32) {
        if self.batches[task as usize].version == version {
            self.consider(task);
        }
    }

    /// Begins batches as long as conditions hold, and plans when they may hold next.
    fn consider(&mut self, task: u32) {
        loop {
            self.drop_those_gone(task);
            let version = self.batches[task as usize].version.wrapping_add(1);
            self.batches[task as usize].version = version;
            match self.next_firing(task) {
                Some((at, size)) if at <= self.now => self.fire(task, size),
                Some((at, _)) => {
                    self.agenda.plan(at, What::Batch(task, version));
                    return;
                }
                None => return,
            }
        }
    }

    fn drop_those_gone(&mut self, task: u32) {
        let tokens = &self.tokens;
        self.batches[task as usize]
            .gathering
            .retain(|ticket| tokens[ticket.token].generation == ticket.generation);
    }

    /// The earliest instant at which a batch is begun if nothing else comes, and its size.
    fn next_firing(&mut self, task: u32) -> Option<(f64, usize)> {
        let gathered = self.batches[task as usize].gathering.len();
        let first = self.tokens[self.batches[task as usize].gathering.first()?.token].enabled;
        let last = self.tokens[self.batches[task as usize].gathering.last()?.token].enabled;
        let wanted = self.wanted_size(task);
        let batching = self.batching(task)?;
        if batching.firing.is_empty() {
            return (gathered >= wanted as usize).then_some((self.now, wanted as usize));
        }
        let into_week = |at: f64| self.plan.week_position(at);
        batching
            .firing
            .iter()
            .filter_map(|firing| {
                let at = firing.next(gathered as u32, first, last, self.now, into_week)?;
                Some((at, gathered.min(firing.size_to as usize)))
            })
            .min_by(|a, b| a.0.total_cmp(&b.0))
    }

    /// The size that the next batch has to have, where only sizes are stated.
    fn wanted_size(&mut self, task: u32) -> u32 {
        let batch = &self.batches[task as usize];
        if batch.wanted > 0 {
            return batch.wanted;
        }
        let mut stream = Stream::at(!self.keys.tasks[task as usize], batch.begun, u32::MAX);
        let sizes = self.batching(task).map_or(&[][..], |batching| &batching.sizes);
        let share = stream.uniform() * sizes.last().map_or(0.0, |(_, up_to)| *up_to);
        let drawn = sizes.iter().find(|(_, up_to)| share <= *up_to).map_or(1, |(size, _)| (*size).max(1));
        self.batches[task as usize].wanted = drawn;
        drawn
    }

    /// Begins a batch of the first `size` tasks, those of cases with priority before others.
    fn fire(&mut self, task: u32, size: usize) {
        let mut gathering = std::mem::take(&mut self.batches[task as usize].gathering);
        if !self.plan.priorities.is_empty() {
            gathering.sort_by_key(|ticket| self.cases[self.tokens[ticket.token].case].priority);
        }
        let at = self.bundles.take();
        let bundle = &mut self.bundles[at];
        bundle.task = task;
        bundle.members.clear();
        bundle.members.extend(gathering.drain(..size.max(1).min(gathering.len())));
        let leader = bundle.members[0].token;
        for member in 0..self.bundles[at].members.len() {
            let token = self.bundles[at].members[member].token;
            self.tokens[token].state = State::Queued;
            self.tokens[token].bundle = at;
        }
        let batch = &mut self.batches[task as usize];
        (batch.gathering, batch.wanted) = (gathering, 0);
        batch.begun += 1;
        if let Some(queue) = self.plan.tasks[task as usize].queue {
            self.offer(queue, leader, at);
        }
    }

    /// Begins what gathers and can no longer fill; whether there was anything.
    pub(super) fn fire_leftovers(&mut self) -> bool {
        let mut any = false;
        for task in 0..self.batches.len() as u32 {
            self.drop_those_gone(task);
            let size = self.batches[task as usize].gathering.len();
            if size > 0 {
                self.fire(task, size);
                any = true;
            }
        }
        any
    }

    /// The first member that still waits; none where all have gone, and then the batch is over.
    pub(super) fn first_of_bundle(&mut self, at: u32) -> Option<u32> {
        let tokens = &self.tokens;
        let bundle = &mut self.bundles[at];
        bundle.members.retain(|ticket| tokens[ticket.token].generation == ticket.generation);
        let first = bundle.members.first().map(|ticket| ticket.token);
        if first.is_none() {
            self.bundles.give_back(at);
        }
        first
    }

    /// Somebody begins a batch.
    pub(super) fn start_bundle(&mut self, person: u32, at: u32) {
        if self.first_of_bundle(at).is_none() {
            self.let_go(person);
            return;
        }
        let members = std::mem::take(&mut self.bundles[at].members);
        let task = self.bundles[at].task;
        let size = members.len() as u32;
        let kind = self.batching(task).map_or(BatchKind::Parallel, |batching| batching.kind);
        let scale = self.batching(task).map_or(1.0, |batching| batching.scale_of(size));
        let queue = self.plan.tasks[task as usize].queue.unwrap_or(0);
        let within = self.number_within(person, queue).unwrap_or(0);
        self.bundles[at].left = size;
        self.bundles[at].sharing = if kind == BatchKind::Sequential { 1 } else { size };
        let together = match kind {
            BatchKind::Parallel => self.draw_work(members[0].token, within) * f64::from(size),
            BatchKind::Concurrent => members.iter().map(|ticket| self.draw_work(ticket.token, within)).sum(),
            BatchKind::Sequential => 0.0,
        };
        let mut from = self.now;
        for ticket in &members {
            if kind != BatchKind::Sequential {
                self.begin_work(ticket.token, person, together * scale);
                self.agenda.plan(self.tokens[ticket.token].end, What::Done(*ticket));
                continue;
            }
            let work_s = (self.draw_work(ticket.token, within) * scale).min(MAX_TIME_S);
            (self.tokens[ticket.token].work_s, self.tokens[ticket.token].resource) = (work_s, person);
            if from <= self.now {
                self.begin_in_batch(*ticket);
            } else {
                self.agenda.plan(from, What::Begin(*ticket));
            }
            from = self.work_ends(person, from, work_s);
        }
        self.bundles[at].members = members;
    }

    /// The turn of a task in a sequential batch.
    pub(super) fn begin_in_batch(&mut self, ticket: Ticket) {
        if !self.is(ticket, State::Queued) {
            return;
        }
        let (person, work_s) = (self.tokens[ticket.token].resource, self.tokens[ticket.token].work_s);
        self.begin_work(ticket.token, person, work_s);
        self.agenda.plan(self.tokens[ticket.token].end, What::Done(ticket));
    }

    /// The part of a batch's work that one of its tasks bears.
    pub(super) fn own_part(&self, at: u32, work_s: f64) -> f64 {
        if at == NONE { work_s } else { work_s / f64::from(self.bundles[at].sharing.max(1)) }
    }

    /// A member of a batch is done or gone; whether whoever did it is free. One alone always is.
    pub(super) fn leave_bundle(&mut self, at: u32) -> bool {
        if at == NONE {
            return true;
        }
        let bundle = &mut self.bundles[at];
        bundle.left -= 1;
        if bundle.left == 0 {
            bundle.members.clear();
            self.bundles.give_back(at);
            return true;
        }
        false
    }
}
