//! How tokens move: what happens where one comes, which way it takes, and when joins let go.

use super::Kernel;
use super::store::State;
use crate::net::{End, Kind};
use crate::place::Error;
use crate::stream::Stream;

use super::MAX_STEPS;

impl Kernel<'_> {
    /// A token comes to a node.
    pub(super) fn enter(&mut self, frame: u32, node: u32, slot: u32) {
        let net = self.plan.net;
        let held = &net.nodes[node as usize];
        let case = self.frames[frame].case;
        let in_progress = &mut self.cases[case];
        in_progress.steps += 1;
        if in_progress.steps > MAX_STEPS {
            let (case, steps) = (in_progress.number, in_progress.steps);
            self.failed = Some(Error::Endless { case, steps, place: held.place.clone() });
            return;
        }
        match &held.kind {
            Kind::Pass => self.leave(frame, node),
            Kind::Task => self.begin_task(frame, node),
            Kind::Exclusive { .. } => {
                let flow = self.choose(case, node);
                self.go(frame, flow);
            }
            Kind::Parallel if held.incoming > 1 => self.join_all(frame, node, slot),
            Kind::Parallel => self.leave(frame, node),
            Kind::Inclusive { .. } if held.incoming > 1 => {
                let entered = &mut self.frames[frame];
                entered.counts[(held.slots + slot) as usize] += 1;
                entered.joining += 1;
                self.stay(frame, node, 1);
                self.look_at_joins(frame);
            }
            Kind::Inclusive { .. } => self.split(frame, node),
            Kind::Race => self.begin_race(frame, node),
            Kind::Catch(trigger) => self.begin_wait(frame, node, trigger),
            Kind::Throw { targets } => {
                self.leave(frame, node);
                self.send(case, targets);
            }
            Kind::Signal(signal) => {
                self.leave(frame, node);
                self.signal(case, signal);
            }
            Kind::Scope { scope, repeat } => self.begin_scopes(frame, node, *scope, *repeat),
            Kind::End(end) => self.end_token(frame, end),
        }
    }

    fn end_token(&mut self, frame: u32, end: &End) {
        let case = self.frames[frame].case;
        match end {
            End::Plain => self.consume(frame),
            End::Message { targets } => {
                self.send(case, targets);
                self.consume(frame);
            }
            End::Signal(signal) => {
                self.signal(case, signal);
                self.consume(frame);
            }
            End::Terminate => self.terminate(frame),
            End::Error(code) => self.throw_error(frame, code),
            End::Escalation(code) => {
                self.escalate(frame, code);
                self.consume(frame);
            }
        }
    }

    /// A token goes on from a node, on every flow; where none leaves, it ends.
    pub(super) fn leave(&mut self, frame: u32, node: u32) {
        let (from, to) = self.plan.net.nodes[node as usize].out;
        match to - from {
            0 => self.consume(frame),
            1 => self.go(frame, from),
            ways => {
                self.frames[frame].live += ways - 1;
                (from..to).rev().for_each(|flow| self.go(frame, flow));
            }
        }
    }

    /// A token is on its way over a flow.
    #[inline]
    pub(super) fn go(&mut self, frame: u32, flow: u32) {
        let flow = &self.plan.net.flows[flow as usize];
        self.moving.push((frame, self.frames[frame].generation, flow.target, flow.slot));
    }

    /// A token is gone; with the last, its scope is over.
    pub(super) fn consume(&mut self, frame: u32) {
        let held = &mut self.frames[frame];
        held.live -= 1;
        if held.live == 0 {
            self.complete(frame);
        } else {
            self.look_at_joins(frame);
        }
    }

    /// Notes that a token stays at a node (1) or no longer does (-1).
    #[inline]
    pub(super) fn stay(&mut self, frame: u32, node: u32, change: i32) {
        let at = &mut self.frames[frame].at;
        if !at.is_empty() {
            let count = &mut at[self.plan.net.nodes[node as usize].local as usize];
            *count = count.wrapping_add_signed(change);
        }
    }

    /// Inclusive joins of the frame may let go now.
    #[inline]
    pub(super) fn look_at_joins(&mut self, frame: u32) {
        if self.frames[frame].joining > 0 && self.joins.last() != Some(&frame) {
            self.joins.push(frame);
        }
    }

    fn join_all(&mut self, frame: u32, node: u32, slot: u32) {
        let held = &self.plan.net.nodes[node as usize];
        let entered = &mut self.frames[frame];
        let counts = &mut entered.counts[held.slots as usize..(held.slots + held.incoming) as usize];
        counts[slot as usize] += 1;
        if counts.contains(&0) {
            self.stay(frame, node, 1);
            self.look_at_joins(frame);
            return;
        }
        counts.iter_mut().for_each(|count| *count -= 1);
        entered.live -= held.incoming - 1;
        self.stay(frame, node, 1 - held.incoming as i32);
        self.leave(frame, node);
    }

    /// Lets go the inclusive joins that no other token of the frame can reach: a token that could still come to an incoming
    /// flow without one, and to none with one, holds a join back (BPMN 2.0.2, 13.4.3).
    pub(super) fn check_joins(&mut self, frame: u32) {
        let plan = self.plan;
        let entered = &self.frames[frame];
        if entered.joining == 0 || entered.live == 0 {
            return;
        }
        for (join, reach) in &plan.net.scopes[entered.scope as usize].joins {
            let held = &plan.net.nodes[*join as usize];
            let entered = &self.frames[frame];
            let counts = &entered.counts[held.slots as usize..(held.slots + held.incoming) as usize];
            let marked =
                (0..).zip(counts).filter(|(_, count)| **count > 0).fold(0u64, |bits, (at, _)| bits | 1 << at);
            if marked == 0 {
                continue;
            }
            let is_held_back = (0u32..).zip(entered.at.iter().zip(reach)).any(|(local, (count, reach))| {
                *count > 0 && local != held.local && reach & !marked != 0 && reach & marked == 0
            });
            if !is_held_back {
                let taken = marked.count_ones();
                let entered = &mut self.frames[frame];
                for slot in (0..held.incoming).filter(|slot| marked & (1 << slot) != 0) {
                    entered.counts[(held.slots + slot) as usize] -= 1;
                }
                entered.joining -= taken;
                entered.live -= taken - 1;
                self.stay(frame, *join, -(taken as i32));
                self.split(frame, *join);
                // What moves now may come to another join: look again when it stands still.
                self.look_at_joins(frame);
                return;
            }
        }
    }

    /// The flow of an exclusive gateway that a case takes.
    pub(super) fn choose(&mut self, case: u32, node: u32) -> u32 {
        let plan = self.plan;
        let from = plan.net.nodes[node as usize].out.0;
        let step = &plan.steps[node as usize];
        let choice = &plan.choices[step.choice as usize];
        let Some(share) = self.share(case, node) else { return from };
        if choice.has_rules {
            let known = self.known(case);
            let holding = |at: &usize| choice.paths[*at].rule.as_ref().is_some_and(|rule| rule.holds(&known));
            let sum: f64 =
                (0..choice.paths.len()).filter(holding).map(|at| choice.paths[at].probability).sum();
            let count = (0..choice.paths.len()).filter(holding).count();
            if count > 0 {
                // Several that hold share their probabilities; without any, they are as likely as each other.
                let weight = |at: usize| {
                    if sum > 0.0 { choice.paths[at].probability / sum } else { 1.0 / count as f64 }
                };
                let mut up_to = 0.0;
                let mut last = 0;
                for at in (0..choice.paths.len()).filter(holding) {
                    up_to += weight(at);
                    last = at;
                    if share <= up_to {
                        break;
                    }
                }
                return from + last as u32;
            }
            if let Some(default) = choice.default {
                return from + default;
            }
        }
        let wanted = share * choice.cumulated[choice.cumulated.len() - 1];
        from + choice.cumulated.partition_point(|up_to| *up_to < wanted).min(choice.paths.len() - 1) as u32
    }

    /// A number for a choice; none where the case has passed the gateway too often.
    fn share(&mut self, case: u32, node: u32) -> Option<f64> {
        let step = &self.plan.steps[node as usize];
        let visit = self.rows.visit(case, step.visit);
        let number = self.cases[case].number;
        if visit >= self.plan.gateway_limit {
            let place = self.plan.net.nodes[node as usize].place.clone();
            self.failed = Some(Error::Endless { case: number, steps: u64::from(visit), place });
            return None;
        }
        Some(Stream::at(self.keys.choices[step.choice as usize], number, visit).uniform())
    }

    /// A token goes on over each flow of an inclusive gateway whose rule holds, or that chance takes; at least one.
    fn split(&mut self, frame: u32, node: u32) {
        let plan = self.plan;
        let case = self.frames[frame].case;
        let from = plan.net.nodes[node as usize].out.0;
        let step = &plan.steps[node as usize];
        let choice = &plan.choices[step.choice as usize];
        let Some(share) = self.share(case, node) else { return };
        let known = if choice.has_rules { self.known(case) } else { Vec::new() };
        let visit = share.to_bits();
        let number = self.cases[case].number;
        let mut chance = Stream::at(self.keys.choices[step.choice as usize] ^ visit, number, 0);
        let mut taken = 0;
        let mut any_rule = false;
        for path in &choice.paths {
            any_rule |= path.rule.as_ref().is_some_and(|rule| rule.holds(&known));
        }
        for (at, path) in (0u32..).zip(&choice.paths) {
            let draw = chance.uniform() < path.probability;
            let takes = match &path.rule {
                Some(rule) if any_rule => rule.holds(&known),
                // No rule holds: chance decides, if nothing else is stated for that.
                Some(_) => choice.default.is_none() && draw,
                None if choice.has_rules && !any_rule && choice.default.is_some() => false,
                None => draw,
            };
            if takes {
                taken += 1;
                self.go(frame, from + at);
            }
        }
        if taken == 0 {
            let only = match choice.default {
                Some(default) => default,
                None => {
                    let wanted = share * choice.cumulated[choice.cumulated.len() - 1];
                    choice.cumulated.partition_point(|up_to| *up_to < wanted).min(choice.paths.len() - 1)
                        as u32
                }
            };
            self.go(frame, from + only);
            taken = 1;
        }
        self.frames[frame].live += taken - 1;
    }

    /// The node of a join at which a token waits, where nothing else does.
    pub(super) fn joining_at(&self) -> Option<u32> {
        let net = self.plan.net;
        (0u32..).zip(&net.nodes).find_map(|(at, node)| {
            let range = node.slots as usize..(node.slots + node.incoming) as usize;
            let is_join = matches!(node.kind, Kind::Parallel | Kind::Inclusive { .. }) && node.incoming > 1;
            let waits = |frame: &super::Frame| {
                frame.live > 0
                    && frame.scope == node.scope
                    && frame
                        .counts
                        .get(range.clone())
                        .is_some_and(|counts| counts.iter().any(|count| *count > 0))
            };
            (is_join && self.frames.held.iter().any(waits)).then_some(at)
        })
    }

    /// Whether a ticket is still good for a token in this state.
    #[inline]
    pub(super) fn is(&self, ticket: super::agenda::Ticket, state: State) -> bool {
        let token = &self.tokens[ticket.token];
        token.generation == ticket.generation && token.state == state
    }
}
