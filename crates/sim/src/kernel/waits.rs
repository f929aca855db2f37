//! Events that are awaited: times, messages, signals; alone, in a race, or on the border of an activity.

use super::agenda::{Ticket, What};
use super::store::{Awaiting, By, State};
use super::{Kernel, MAX_TIME_S};
use crate::net::{BoundaryTrigger, Kind, Trigger};
use crate::stream::Stream;

impl Kernel<'_> {
    /// How long an event takes to happen; none where it is not a matter of time.
    fn delay(&self, event: u32, case: u32, visit: u32) -> Option<f64> {
        let delay = self.plan.steps[event as usize].delay.as_ref()?;
        let mut stream = Stream::at(self.keys.delays[event as usize], self.cases[case].number, visit);
        Some(delay.distribution.draw(&mut stream).min(MAX_TIME_S))
    }

    /// A token comes to an event that catches something.
    pub(super) fn begin_wait(&mut self, frame: u32, node: u32, trigger: &Trigger) {
        let case = self.frames[frame].case;
        let token = self.settle_token(frame, node, State::Awaiting);
        self.hand_begins(case);
        if let Some(delay) = self.delay(node, case, self.tokens[token].visit) {
            self.agenda.plan(self.now + delay, What::Due(self.ticket(token)));
            return;
        }
        if *trigger == Trigger::Message && self.take_mail(case, node) {
            self.pass(token);
            return;
        }
        let ticket = self.ticket(token);
        self.cases[case].awaiting.push(Awaiting { node, ticket, by: By::Itself });
    }

    /// The time that a token waited for has come.
    pub(super) fn due(&mut self, ticket: Ticket) {
        if self.is(ticket, State::Awaiting) {
            self.pass(ticket.token);
        }
    }

    /// What a token waited for has happened: it goes on.
    fn pass(&mut self, at: u32) {
        let token = &self.tokens[at];
        let (case, frame, node, visit) = (token.case, token.frame, token.node, token.visit);
        self.hand_ends(case, None);
        self.lift_token(at);
        self.update(case, node, visit);
        self.leave(frame, node);
    }

    /// A token comes to an event-based gateway: whichever event behind it happens first decides.
    pub(super) fn begin_race(&mut self, frame: u32, node: u32) {
        let plan = self.plan;
        let case = self.frames[frame].case;
        let token = self.settle_token(frame, node, State::Racing);
        self.hand_begins(case);
        let ticket = self.ticket(token);
        for (at, flow) in (0u32..).zip(plan.net.out(node)) {
            let event = flow.target;
            let visit = self.rows.visit(case, plan.steps[event as usize].visit);
            if let Some(delay) = self.delay(event, case, visit) {
                self.agenda.plan(self.now + delay, What::Race(ticket, at));
            } else if matches!(plan.net.nodes[event as usize].kind, Kind::Catch(Trigger::Message))
                && self.take_mail(case, event)
            {
                self.race_won(ticket, at);
                return;
            } else {
                self.cases[case].awaiting.push(Awaiting { node: event, ticket, by: By::Race(at) });
            }
        }
    }

    /// The event behind a flow of a race has happened.
    pub(super) fn race_won(&mut self, ticket: Ticket, flow: u32) {
        if !self.is(ticket, State::Racing) {
            return;
        }
        let token = &self.tokens[ticket.token];
        let (case, frame, node, visit) = (token.case, token.frame, token.node, token.visit);
        let event = self.plan.net.out(node)[flow as usize].target;
        self.hand_ends(case, None);
        self.lift_token(ticket.token);
        self.update(case, event, visit);
        self.leave(frame, event);
    }

    /// Watches the border of an activity that begins.
    pub(super) fn guard(&mut self, at: u32) {
        let plan = self.plan;
        let (case, node) = (self.tokens[at].case, self.tokens[at].node);
        let ticket = self.ticket(at);
        for (number, event) in (0u32..).zip(&plan.net.nodes[node as usize].boundary) {
            let visit = self.rows.visit(case, plan.steps[event.node as usize].visit);
            if let Some(delay) = self.delay(event.node, case, visit) {
                self.agenda.plan(self.now + delay, What::Border(ticket, number));
            } else if matches!(event.trigger, BoundaryTrigger::Message | BoundaryTrigger::Signal(_)) {
                self.cases[case].awaiting.push(Awaiting { node: event.node, ticket, by: By::Border(number) });
            }
        }
    }

    /// The time of an event on a border has come.
    pub(super) fn border_due(&mut self, ticket: Ticket, event: u32) {
        let token = &self.tokens[ticket.token];
        if token.generation != ticket.generation {
            return;
        }
        let border = &self.plan.net.nodes[token.node as usize].boundary[event as usize];
        let only_waiting =
            self.plan.steps[border.node as usize].delay.as_ref().is_some_and(|delay| delay.only_waiting);
        if !only_waiting || matches!(token.state, State::Queued | State::Gathering) {
            self.cross_border(ticket.token, event);
        }
    }

    /// A token leaves over the border of an activity; an interrupting event ends the activity.
    pub(super) fn cross_border(&mut self, host: u32, event: u32) {
        let token = &self.tokens[host];
        let (case, frame, visit) = (token.case, token.frame, token.visit);
        let border = &self.plan.net.nodes[token.node as usize].boundary[event as usize];
        if border.interrupting {
            self.stop_token(host);
        } else {
            self.frames[frame].live += 1;
        }
        self.update(case, border.node, visit);
        self.leave(frame, border.node);
    }

    /// Messages go to nodes of the same case: those that wait for them go on, start events begin their process, for others the
    /// message stays until they wait.
    pub(super) fn send(&mut self, case: u32, targets: &[u32]) {
        for &target in targets {
            if matches!(self.plan.net.nodes[target as usize].kind, Kind::Pass) && !self.is_border(target) {
                self.start_process(case, target);
            } else if !self.wake_one(case, target) && !self.is_border(target) {
                self.cases[case].mail.push(target);
            }
        }
    }

    fn is_border(&self, node: u32) -> bool {
        self.plan.net.is_boundary(node)
    }

    fn take_mail(&mut self, case: u32, node: u32) -> bool {
        let mail = &mut self.cases[case].mail;
        let found = mail.iter().position(|held| *held == node);
        if let Some(at) = found {
            mail.remove(at);
        }
        found.is_some()
    }

    /// Lets the first token go on that waits for a node's message.
    fn wake_one(&mut self, case: u32, node: u32) -> bool {
        loop {
            let awaiting = &mut self.cases[case].awaiting;
            let Some(at) = awaiting.iter().position(|held| held.node == node) else { return false };
            let held = awaiting.remove(at);
            if self.tokens[held.ticket.token].generation == held.ticket.generation {
                self.go_on(held);
                return true;
            }
        }
    }

    /// A signal goes to all of the case who wait for it.
    pub(super) fn signal(&mut self, case: u32, signal: &str) {
        let plan = self.plan;
        let mut called = std::mem::take(&mut self.cases[case].awaiting);
        let mut others = Vec::new();
        called.retain(|held| {
            let hears = plan.net.hears(held.node, signal);
            if !hears {
                others.push(*held);
            }
            hears
        });
        self.cases[case].awaiting = others;
        for held in called {
            if self.tokens[held.ticket.token].generation == held.ticket.generation {
                self.go_on(held);
            }
        }
    }

    fn go_on(&mut self, held: Awaiting) {
        match held.by {
            By::Itself => self.pass(held.ticket.token),
            By::Race(flow) => self.race_won(held.ticket, flow),
            By::Border(event) => {
                self.cross_border(held.ticket.token, event);
            }
        }
    }
}
