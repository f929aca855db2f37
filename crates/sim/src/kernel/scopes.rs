//! Processes and sub-processes: entered, repeated, left, ended early.

use super::Kernel;
use super::store::{NONE, State};
use crate::net::{BoundaryTrigger, Repeats};
use crate::stream::Stream;

/// The most times that one activity is repeated for one case.
const MAX_REPEATS: f64 = 100_000.0;

impl Kernel<'_> {
    /// A process of the case begins at a start event.
    pub(super) fn start_process(&mut self, case: u32, start: u32) {
        let frame = self.new_frame(case, self.plan.net.nodes[start as usize].scope, NONE);
        self.cases[case].frames.push(frame);
        self.frames[frame].live = 1;
        self.moving.push((frame, self.frames[frame].generation, start, 0));
    }

    fn new_frame(&mut self, case: u32, scope: u32, host: u32) -> u32 {
        let at = self.frames.take();
        let plan = &self.plan.net.scopes[scope as usize];
        let frame = &mut self.frames[at];
        (frame.case, frame.scope, frame.host) = (case, scope, host);
        (frame.live, frame.first, frame.joining) = (0, NONE, 0);
        frame.counts.clear();
        frame.counts.resize(plan.slots as usize, 0);
        frame.at.clear();
        if !plan.joins.is_empty() {
            frame.at.resize(plan.nodes as usize, 0);
        }
        at
    }

    fn drop_frame(&mut self, at: u32) {
        let frame = &mut self.frames[at];
        frame.generation = frame.generation.wrapping_add(1);
        frame.live = 0;
        frame.joining = 0;
        self.frames.give_back(at);
    }

    /// A token comes to a sub-process.
    pub(super) fn begin_scopes(&mut self, frame: u32, node: u32, scope: u32, repeat: Repeats) {
        let host = self.settle_token(frame, node, State::Hosting);
        let times = self.times(host, node, repeat);
        if times == 0 {
            self.lift_token(host);
            self.leave(frame, node);
            return;
        }
        self.guard(host);
        let together = if matches!(repeat, Repeats::Parallel { .. }) { times } else { 1 };
        self.tokens[host].to_come = times - together;
        for _ in 0..together {
            self.enter_scope(host, scope);
        }
    }

    fn times(&mut self, host: u32, node: u32, repeat: Repeats) -> u32 {
        let stated = match repeat {
            Repeats::Once => return 1,
            Repeats::Sequential { count } | Repeats::Parallel { count } => count,
        };
        let Some(count) = &self.plan.steps[node as usize].count else { return stated.unwrap_or(1) };
        let (number, visit) = (self.cases[self.tokens[host].case].number, self.tokens[host].visit);
        let mut stream = Stream::at(self.keys.counts[node as usize], number, visit);
        count.1.draw(&mut stream).round().min(MAX_REPEATS) as u32
    }

    fn enter_scope(&mut self, host: u32, scope: u32) {
        let case = self.tokens[host].case;
        let frame = self.new_frame(case, scope, host);
        self.tokens[host].children.push(frame);
        let entries = &self.plan.net.scopes[scope as usize].entries;
        self.frames[frame].live = entries.len() as u32;
        let generation = self.frames[frame].generation;
        self.moving.extend(entries.iter().rev().map(|entry| (frame, generation, *entry, 0)));
        if entries.is_empty() {
            self.complete(frame);
        }
    }

    /// All tokens of a frame are gone.
    pub(super) fn complete(&mut self, frame: u32) {
        let (case, scope, host) =
            (self.frames[frame].case, self.frames[frame].scope, self.frames[frame].host);
        self.drop_frame(frame);
        if host == NONE {
            let frames = &mut self.cases[case].frames;
            frames.retain(|held| *held != frame);
            if frames.is_empty() {
                self.case_ends(case);
            }
            return;
        }
        let token = &mut self.tokens[host];
        token.children.retain(|child| *child != frame);
        if token.to_come > 0 {
            token.to_come -= 1;
            self.enter_scope(host, scope);
        } else if token.children.is_empty() {
            let (frame, node, visit) = (token.frame, token.node, token.visit);
            self.lift_token(host);
            self.update(case, node, visit);
            self.leave(frame, node);
        }
    }

    /// All of a frame ends at once, and it is over.
    pub(super) fn terminate(&mut self, frame: u32) {
        self.empty_frame(frame);
        self.complete(frame);
    }

    /// Ends all that stays in a frame.
    fn empty_frame(&mut self, frame: u32) {
        while self.frames[frame].first != NONE {
            self.cancel_token(self.frames[frame].first);
        }
    }

    /// Takes a frame away, without going on around it.
    pub(super) fn cancel_frame(&mut self, frame: u32) {
        self.empty_frame(frame);
        self.drop_frame(frame);
    }

    /// An error in a frame: the event that catches it on the border of the nearest scope around goes on; without one, the
    /// process ends.
    pub(super) fn throw_error(&mut self, frame: u32, code: &str) {
        let mut within = frame;
        while self.frames[within].host != NONE {
            let host = self.frames[within].host;
            let catches = |trigger: &BoundaryTrigger| match trigger {
                BoundaryTrigger::Error(caught) => caught.as_ref().is_none_or(|caught| caught == code),
                _ => false,
            };
            if let Some(event) = self.catching(host, catches) {
                self.cross_border(host, event);
                return;
            }
            within = self.tokens[host].frame;
        }
        self.terminate(within);
    }

    /// An escalation in a frame: the event that catches it goes on; without one, nothing happens.
    pub(super) fn escalate(&mut self, frame: u32, code: &str) {
        let mut within = frame;
        while self.frames[within].host != NONE {
            let host = self.frames[within].host;
            let catches = |trigger: &BoundaryTrigger| match trigger {
                BoundaryTrigger::Escalation(caught) => caught.as_ref().is_none_or(|caught| caught == code),
                _ => false,
            };
            if let Some(event) = self.catching(host, catches) {
                self.cross_border(host, event);
                return;
            }
            within = self.tokens[host].frame;
        }
    }

    fn catching(&self, host: u32, catches: impl Fn(&BoundaryTrigger) -> bool) -> Option<u32> {
        let events = &self.plan.net.nodes[self.tokens[host].node as usize].boundary;
        events.iter().position(|event| catches(&event.trigger)).map(|at| at as u32)
    }
}
