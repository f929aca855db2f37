//! Tasks: from when they could begin to when they are done.

use super::agenda::{Ticket, What};
use super::store::{NONE, State, Stint};
use super::{Kernel, MAX_TIME_S};
use crate::log::LogRow;
use crate::stream::Stream;

impl Kernel<'_> {
    /// A token that stays at a node; its frame counts it already.
    pub(super) fn settle_token(&mut self, frame: u32, node: u32, state: State) -> u32 {
        let at = self.tokens.take();
        let (case, first) = (self.frames[frame].case, self.frames[frame].first);
        let visit = match self.plan.steps[node as usize].visit {
            0 => 0,
            counter => self.rows.visit(case, counter),
        };
        let token = &mut self.tokens[at];
        (token.state, token.case, token.frame, token.node) = (state, case, frame, node);
        (token.previous, token.next, token.visit) = (NONE, first, visit);
        (token.enabled, token.start, token.resource, token.bundle) = (self.now, self.now, NONE, NONE);
        if first != NONE {
            self.tokens[first].previous = at;
        }
        self.frames[frame].first = at;
        self.stay(frame, node, 1);
        at
    }

    /// A token no longer stays; its frame still counts it. Tickets for it are void.
    pub(super) fn lift_token(&mut self, at: u32) {
        let token = &mut self.tokens[at];
        token.generation = token.generation.wrapping_add(1);
        token.state = State::Free;
        let (frame, node, previous, next) = (token.frame, token.node, token.previous, token.next);
        match previous {
            NONE => self.frames[frame].first = next,
            previous => self.tokens[previous].next = next,
        }
        if next != NONE {
            self.tokens[next].previous = previous;
        }
        self.stay(frame, node, -1);
        self.look_at_joins(frame);
        self.tokens.give_back(at);
    }

    pub(super) fn ticket(&self, token: u32) -> Ticket {
        Ticket { token, generation: self.tokens[token].generation }
    }

    /// A token comes to a task.
    pub(super) fn begin_task(&mut self, frame: u32, node: u32) {
        let plan = self.plan;
        let at = plan.steps[node as usize].task;
        let task = &plan.tasks[at as usize];
        let case = self.frames[frame].case;
        if self.waiting[at as usize] >= task.room && !self.anybody_free(task.queue) {
            if self.is_counted(case) {
                self.run.blocked += 1;
            }
            self.case_leaves(case);
            return;
        }
        let token = self.settle_token(frame, node, State::Queued);
        self.guard(token);
        self.wait_begins(case);
        self.waiting[at as usize] += 1;
        if let Some((_, patience)) = &task.patience {
            let (number, visit) = (self.cases[case].number, self.tokens[token].visit);
            let mut stream = Stream::at(self.keys.patience[at as usize], number, visit);
            let gives_up = self.now + patience.draw(&mut stream).min(MAX_TIME_S);
            self.agenda.plan(gives_up, What::Renege(self.ticket(token)));
        }
        match task.queue {
            None => self.start_alone(token, Self::NOBODY, 0),
            Some(queue) => {
                self.queues[queue as usize].change(self.now, 1);
                if task.batching.is_some() && !self.is_alone(at, token) {
                    self.gather(at, token);
                } else {
                    self.offer(queue, token, NONE);
                }
            }
        }
    }

    fn anybody_free(&self, queue: Option<u32>) -> bool {
        queue.is_none_or(|queue| {
            self.plan.queues[queue as usize]
                .resources
                .iter()
                .any(|person| self.people[*person as usize].is_idle())
        })
    }

    /// Somebody begins what they took from a queue: a task, or a batch.
    pub(super) fn start_work(&mut self, person: u32, token: u32, bundle: u32) {
        self.take_in_hand(person);
        if bundle != NONE {
            self.start_bundle(person, bundle);
            return;
        }
        let task = self.task_of(token);
        let queue = self.plan.tasks[task as usize].queue;
        let within = queue.and_then(|queue| self.number_within(person, queue)).unwrap_or(0);
        self.start_alone(token, person, within);
    }

    /// A person's number among those of a queue.
    pub(super) fn number_within(&self, person: u32, queue: u32) -> Option<u32> {
        let queues = &self.plan.resources[person as usize].queues;
        queues.iter().find(|(held, _)| *held == queue).map(|(_, within)| *within)
    }

    pub(super) fn task_of(&self, token: u32) -> u32 {
        self.plan.steps[self.tokens[token].node as usize].task
    }

    fn start_alone(&mut self, token: u32, person: u32, within: u32) {
        let work_s = self.draw_work(token, within);
        self.begin_work(token, person, work_s);
        let end = self.tokens[token].end;
        self.agenda.plan(end, What::Done(self.ticket(token)));
    }

    /// How long the task takes whoever has that number in its queue.
    pub(super) fn draw_work(&mut self, token: u32, within: u32) -> f64 {
        let task = self.task_of(token) as usize;
        let plan = &self.plan.tasks[task];
        let held = &self.tokens[token];
        let number = self.cases[held.case].number;
        let distribution = plan.durations.get(within as usize).copied().unwrap_or(0);
        plan.distributions[distribution as usize].draw(&mut Stream::at(
            self.keys.tasks[task],
            number,
            held.visit,
        ))
    }

    /// Work at a token begins now.
    pub(super) fn begin_work(&mut self, token: u32, person: u32, work_s: f64) {
        let task = self.task_of(token) as usize;
        let work_s = work_s.min(MAX_TIME_S);
        let end = self.work_ends(person, self.now, work_s);
        let held = &mut self.tokens[token];
        (held.state, held.start, held.work_s, held.end, held.resource) =
            (State::Working, self.now, work_s, end, person);
        let case = held.case;
        self.waiting[task] -= 1;
        if let Some(queue) = self.plan.tasks[task].queue {
            self.queues[queue as usize].change(self.now, -1);
        }
        self.wait_ends(case);
        self.hand_begins(case);
        self.span.0 = self.span.0.min(self.now);
    }

    /// When somebody who begins at `from` ends work of so long.
    pub(super) fn work_ends(&self, person: u32, from: f64, work_s: f64) -> f64 {
        match self.plan.resources.get(person as usize) {
            None => from + work_s,
            Some(resource) => {
                let availability = &self.plan.availabilities[resource.availability as usize];
                availability.done(from, work_s, self.keys.resources[person as usize])
            }
        }
    }

    /// The work at a token is done.
    pub(super) fn work_done(&mut self, ticket: Ticket) {
        if !self.is(ticket, State::Working) {
            return;
        }
        let token = &self.tokens[ticket.token];
        let (case, frame, node, visit) = (token.case, token.frame, token.node, token.visit);
        self.end_work(ticket.token, true);
        self.lift_token(ticket.token);
        self.update(case, node, visit);
        self.leave(frame, node);
    }

    /// Counts the work at a token, done or broken off now, and lets go whoever did it.
    pub(super) fn end_work(&mut self, at: u32, is_done: bool) {
        let task = self.task_of(at) as usize;
        let token = &self.tokens[at];
        let (case, person, bundle, start) = (token.case, token.resource, token.bundle, token.start);
        let work_s = if is_done { token.work_s } else { self.worked_until_now(at) };
        let wait_s = start - token.enabled;
        let is_counted = self.is_counted(case);
        let resource = self.plan.resources.get(person as usize);
        // What people cost in a batch is shared by its tasks.
        let own_s = self.own_part(bundle, work_s);
        let work_cost = resource.map_or(0.0, |resource| resource.cost_per_s * own_s);
        let cost = work_cost + if is_done { self.plan.tasks[task].cost } else { 0.0 };
        self.cases[case].cost += cost;
        self.hand_ends(case, Some(Stint { start, end: self.now, work_s, resource: person }));
        self.span.1 = self.span.1.max(self.now);
        if resource.is_some() {
            let counted = &mut self.run.resources[person as usize];
            counted.worked_s += own_s;
            counted.tasks += u64::from(is_done);
        }
        if is_done && is_counted {
            let counted = &mut self.run.tasks[task];
            counted.waiting.push(wait_s);
            counted.processing.push(work_s);
            counted.cost.push(cost);
        }
        self.write_row(at);
        if resource.is_some() && self.leave_bundle(bundle) {
            self.let_go(person);
        }
    }

    fn worked_until_now(&self, at: u32) -> f64 {
        let token = &self.tokens[at];
        match self.plan.resources.get(token.resource as usize) {
            None => self.now - token.start,
            Some(resource) => {
                let salt = self.keys.resources[token.resource as usize];
                let availability = &self.plan.availabilities[resource.availability as usize];
                availability.open_between(token.start, self.now, salt).min(token.work_s)
            }
        }
    }

    fn write_row(&mut self, at: u32) {
        self.run.log_rows += 1;
        let Some(log) = &mut self.log else { return };
        let token = &self.tokens[at];
        log.row(&LogRow {
            case: self.cases[token.case].number,
            activity: &self.plan.net.nodes[token.node as usize].name,
            enabled_s: token.enabled,
            start_s: token.start,
            end_s: self.now,
            resource: self.plan.resources.get(token.resource as usize).map_or("", |resource| &resource.name),
        });
    }

    /// A case that still waits has waited too long.
    pub(super) fn renege(&mut self, ticket: Ticket) {
        if self.is(ticket, State::Queued) || self.is(ticket, State::Gathering) {
            let case = self.tokens[ticket.token].case;
            if self.is_counted(case) {
                self.run.abandoned += 1;
            }
            self.case_leaves(case);
        }
    }
}
