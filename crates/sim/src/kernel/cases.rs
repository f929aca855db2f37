//! Cases: how they come, what is known of them, how they end.

use super::agenda::What;
use super::store::{NONE, Stint};
use super::{Kernel, MAX_AT_ONCE, MAX_TIME_S};
use crate::place::Error;
use crate::plan::{PlanAttribute, PlanPattern};
use crate::scenario::attributes::Value;
use crate::stream::Stream;
use crate::timetable::Availability;

impl Kernel<'_> {
    /// Plans the next case of some arrivals.
    pub(super) fn plan_arrival(&mut self, arrivals: u32, is_first: bool) {
        let plan = &self.plan.arrivals[arrivals as usize];
        let mut stream = Stream::at(self.keys.arrivals[arrivals as usize], self.started, 0);
        let at = match &plan.pattern {
            PlanPattern::Intervals { distribution, availability } => {
                let at =
                    if is_first { 0.0 } else { self.now + distribution.draw(&mut stream).min(MAX_TIME_S) };
                self.plan.availabilities[*availability as usize].next_open(at, 0)
            }
            PlanPattern::Rates(rates) => {
                rates.next(self.now, -stream.uniform().ln()).min(self.now + MAX_TIME_S)
            }
        };
        self.agenda.plan(at, What::Arrival(arrivals));
    }

    /// A case comes.
    pub(super) fn arrive(&mut self, arrivals: u32) {
        if self.started >= self.extent.cases {
            return;
        }
        if self.cases.in_use() >= MAX_AT_ONCE {
            self.failed = Some(Error::TooManyAtOnce { count: self.cases.in_use() + 1, limit: MAX_AT_ONCE });
            return;
        }
        let number = self.started;
        if number == self.extent.warm_up && number > 0 {
            self.forget_warm_up();
        }
        self.cases_change();
        let at = self.cases.take();
        let case = &mut self.cases[at];
        (case.number, case.arrived, case.priority) = (number, self.now, u32::MAX);
        (case.steps, case.cost, case.waiting, case.busy) = (0, 0.0, 0, 0);
        (case.waited, case.in_hand, case.worked) = (0.0, 0.0, 0.0);
        self.rows.clear(at);
        self.first_values(at, number);
        self.run.arrived += 1;
        self.run.last_arrival_s = self.now;
        self.started += 1;
        self.start_process(at, self.plan.arrivals[arrivals as usize].start);
        let quarter = (self.started * 4 / self.extent.cases.max(1)) as usize;
        if quarter > self.quarter {
            self.end_quarter();
            self.quarter = quarter;
        }
        if self.started < self.extent.cases {
            self.plan_arrival(arrivals, false);
        }
    }

    fn first_values(&mut self, case: u32, number: u64) {
        let plan = self.plan;
        if plan.attributes.is_empty() {
            return;
        }
        for (at, attribute) in (0u32..).zip(&plan.attributes).filter(|(_, attribute)| !attribute.global) {
            self.rows.values(case)[at as usize] = Value::Missing;
            let value = self.first_value(at, attribute, number);
            self.rows.values(case)[at as usize] = value;
        }
        if !plan.priorities.is_empty() {
            self.cases[case].priority = plan.priority(&self.known(case));
        }
    }

    pub(super) fn first_value(&self, at: u32, attribute: &PlanAttribute, number: u64) -> Value {
        let mut stream = Stream::at(self.keys.attributes[at as usize], number, 0);
        let source = attribute.first.as_ref();
        source.map_or(Value::Missing, |source| source.value(&[], &Value::Missing, &mut stream))
    }

    /// All that is known of a case, and of all.
    pub(super) fn known(&mut self, case: u32) -> Vec<Value> {
        let mut known = self.rows.values(case).to_vec();
        for (at, _) in self.plan.attributes.iter().enumerate().filter(|(_, attribute)| attribute.global) {
            known[at] = self.globals[at].clone();
        }
        known
    }

    /// Changes the attributes that a task or event changes.
    pub(super) fn update(&mut self, case: u32, node: u32, visit: u32) {
        let plan = self.plan;
        let (from, to) = plan.steps[node as usize].updates;
        if from == to {
            return;
        }
        let known = self.known(case);
        let number = self.cases[case].number;
        for at in from..to {
            let update = &plan.updates[at as usize];
            let attribute = update.attribute as usize;
            let mut stream = Stream::at(self.keys.updates[at as usize], number, visit);
            let value = update.source.value(&known, &known[attribute], &mut stream);
            if plan.attributes[attribute].global {
                self.globals[attribute] = value;
            } else {
                self.rows.values(case)[attribute] = value;
            }
        }
    }

    /// A task of the case waits.
    #[inline]
    pub(super) fn wait_begins(&mut self, case: u32) {
        let held = &mut self.cases[case];
        if held.waiting == 0 {
            held.waiting_since = self.now;
        }
        held.waiting += 1;
    }

    /// It does no longer.
    #[inline]
    pub(super) fn wait_ends(&mut self, case: u32) {
        let held = &mut self.cases[case];
        held.waiting -= 1;
        if held.waiting == 0 {
            held.waited += self.now - held.waiting_since;
        }
    }

    /// Work on the case begins, or an event is awaited.
    #[inline]
    pub(super) fn hand_begins(&mut self, case: u32) {
        let held = &mut self.cases[case];
        if held.busy == 0 {
            held.busy_since = self.now;
            held.stints.clear();
        }
        held.busy += 1;
    }

    /// It ends; what was worked is `stint`.
    pub(super) fn hand_ends(&mut self, case: u32, stint: Option<Stint>) {
        let held = &mut self.cases[case];
        held.stints.extend(stint);
        held.busy -= 1;
        if held.busy > 0 {
            return;
        }
        held.in_hand += self.now - held.busy_since;
        match &*held.stints {
            [] => {}
            [only] => held.worked += only.work_s,
            _ => self.join_stints(case),
        }
    }

    /// Adds the time with work at the case, in which nobody's rest counts: the union of what overlaps.
    fn join_stints(&mut self, case: u32) {
        let mut spans = std::mem::take(&mut self.scratch);
        spans.clear();
        for stint in &self.cases[case].stints {
            let resource = self.plan.resources.get(stint.resource as usize);
            let (from, to) = (stint.start, stint.end);
            match resource.map(|resource| &self.plan.availabilities[resource.availability as usize]) {
                None | Some(Availability::Always) => spans.push((from, to)),
                Some(availability) => {
                    let salt = self.keys.resources[stint.resource as usize];
                    availability.spans_between(from, to, salt, |from, to| spans.push((from, to)));
                }
            }
        }
        spans.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut until = f64::NEG_INFINITY;
        for (from, to) in &spans {
            self.cases[case].worked += (to - from.max(until)).max(0.0);
            until = until.max(*to);
        }
        self.scratch = spans;
    }

    /// All processes of the case are over.
    pub(super) fn case_ends(&mut self, at: u32) {
        self.cases_change();
        self.run.ended_meanwhile += u64::from(self.started < self.extent.cases);
        let case = &mut self.cases[at];
        case.mail.clear();
        case.awaiting.clear();
        if case.number >= self.extent.warm_up {
            let elapsed = self.now - case.arrived;
            let idle = (case.in_hand - case.worked).max(0.0);
            self.run.elapsed.push(elapsed);
            self.run.cycle.push((elapsed - idle).max(0.0));
            self.run.waiting.push(case.waited);
            self.run.processing.push(case.worked);
            self.run.idle.push(idle);
            self.run.cost.push(case.cost);
        }
        self.cases.give_back(at);
    }

    /// The case leaves without its end: all of it is taken away.
    pub(super) fn case_leaves(&mut self, at: u32) {
        while let Some(frame) = self.cases[at].frames.pop() {
            self.cancel_frame(frame);
        }
        self.cases_change();
        let case = &mut self.cases[at];
        case.mail.clear();
        case.awaiting.clear();
        self.cases.give_back(at);
    }

    pub(super) fn is_counted(&self, case: u32) -> bool {
        self.cases[case].number >= self.extent.warm_up
    }

    /// Begins to count anew when the first case after the warm-up comes.
    fn forget_warm_up(&mut self) {
        self.run.resources.iter_mut().for_each(|resource| *resource = Default::default());
        (self.run.abandoned, self.run.blocked, self.run.arrived) = (0, 0, 0);
        self.span = (self.now, self.now);
    }

    /// Adds up the number of cases until now.
    pub(super) fn cases_change(&mut self) {
        self.run.cases_area += self.cases.in_use() as f64 * (self.now - self.cases_changed);
        self.cases_changed = self.now;
    }

    pub(super) fn end_quarter(&mut self) {
        if self.quarter > 3 {
            return;
        }
        let span = self.now - self.quarter_since;
        for (queue, counted) in self.queues.iter_mut().zip(&mut self.run.queues) {
            let area = queue.area_until(self.now);
            counted.spans_s[self.quarter] += span;
            counted.lengths[self.quarter] = area / counted.spans_s[self.quarter].max(f64::MIN_POSITIVE);
        }
        self.quarter_since = self.now;
    }

    /// The resource of no one.
    pub(super) const NOBODY: u32 = NONE;
}
