//! Binding: finds every name of a scenario in the net, and says what does not fit.

use std::collections::HashMap;

use jiff::Zoned;

use super::hours::{availability, into_week};
use super::{
    Choice, Delay, Plan, PlanArrivals, PlanAttribute, PlanPath, PlanPattern, PlanQueue, PlanResource,
    PlanTask, PlanUpdate, Rates, Step,
};
use crate::distribution::Distribution;
use crate::net::{BoundaryTrigger, Kind, Net, Problems, Repeats, Trigger, without_exit};
use crate::place::{Mistake, Place, Problem};
use crate::scenario::{Gateway, Pattern, Scenario, Task};
use crate::stream::Purpose;
use crate::timetable::{Availability, InvalidHours};

/// By how much probabilities may miss 1.
const SUM_TOLERANCE: f64 = 1e-6;

impl<'a> Plan<'a> {
    /// Binds a scenario to a net, for a simulation from `start` on.
    pub fn new(net: &'a Net, scenario: &Scenario, start: &Zoned) -> Result<Self, Vec<Problem>> {
        let mut binder = Binder { net, scenario, problems: Vec::new(), nodes: HashMap::new() };
        for (at, node) in (0u32..).zip(&net.nodes) {
            binder.nodes.entry(&node.id).or_default().push(at);
        }
        let plan = binder.plan(start);
        if binder.problems.is_empty() { Ok(plan) } else { Err(binder.problems) }
    }
}

struct Binder<'a, 's> {
    net: &'a Net,
    scenario: &'s Scenario,
    problems: Problems,
    /// Nodes by identifier: one element of a map may have become several.
    nodes: HashMap<&'a str, Vec<u32>>,
}

impl<'a> Binder<'a, '_> {
    fn plan(&mut self, start: &Zoned) -> Plan<'a> {
        let into_week_s = into_week(start);
        let mut plan = Plan {
            net: self.net,
            into_week_s,
            availabilities: vec![Availability::Always],
            resources: Vec::new(),
            queues: Vec::new(),
            arrivals: Vec::new(),
            steps: vec![Step::default(); self.net.nodes.len()],
            tasks: Vec::new(),
            choices: Vec::new(),
            attributes: Vec::new(),
            updates: Vec::new(),
            priorities: self.scenario.priorities.clone(),
            visits: 1,
            gateway_limit: self.scenario.gateway_limit.unwrap_or(u32::MAX),
        };
        plan.priorities.sort_by_key(|priority| priority.level);
        for calendar in &self.scenario.calendars {
            let bound = availability(calendar, start).unwrap_or_else(|| {
                let what = Mistake::Hours { name: calendar.id.clone(), why: InvalidHours::NeverOpen };
                self.problem(&calendar.place, what);
                Availability::Always
            });
            plan.availabilities.push(bound);
        }
        for resource in &self.scenario.resources {
            plan.resources.push(PlanResource {
                id: resource.id.clone(),
                name: resource.name.clone(),
                pool: self.scenario.pools[resource.pool].name.clone(),
                availability: resource.calendar.map_or(0, |calendar| calendar as u32 + 1),
                purpose: Purpose::new("resource", &resource.id),
                cost_per_s: resource.cost_per_hour / 3600.0,
                queues: Vec::new(),
                multitasking: resource.multitasking.clone(),
            });
        }
        self.tasks(&mut plan);
        self.gateways(&mut plan);
        self.events(&mut plan);
        self.repeats(&mut plan);
        self.attributes(&mut plan);
        self.arrivals(&mut plan, into_week_s);
        if self.problems.is_empty() {
            self.exits(&plan);
        }
        plan
    }

    fn problem(&mut self, place: &Place, what: Mistake) {
        self.problems.push(Problem::new(place.clone(), what));
    }

    fn problem_at(&mut self, node: u32, what: Mistake) {
        self.problem(&self.net.nodes[node as usize].place, what);
    }

    /// The node of a name, which has to be there; one of the wanted kind before others.
    fn find(
        &mut self,
        what: &'static str,
        id: &str,
        place: &Place,
        wanted: fn(&Kind) -> bool,
    ) -> Option<u32> {
        let Some(found) = self.nodes.get(id) else {
            self.problem(place, Mistake::NotInMap { what, id: id.to_owned() });
            return None;
        };
        found
            .iter()
            .copied()
            .find(|node| wanted(&self.net.nodes[*node as usize].kind))
            .or(found.first().copied())
    }

    fn tasks(&mut self, plan: &mut Plan<'a>) {
        let mut queues: HashMap<Vec<u32>, u32> = HashMap::new();
        for task in &self.scenario.tasks {
            let Some(node) = self.find("task", &task.id, &task.place, |kind| *kind == Kind::Task) else {
                continue;
            };
            if self.net.nodes[node as usize].kind != Kind::Task {
                // Files of others give performers to events, too; an event has its own delay.
                continue;
            }
            let step = &mut plan.steps[node as usize];
            if step.task != 0 {
                self.problem(&task.place, Mistake::Twice { what: "task", id: task.id.clone() });
                continue;
            }
            if task.performers.is_empty() && task.duration.is_none() {
                self.problem_at(node, Mistake::NoResource);
                continue;
            }
            // Numbered from one until all are bound, so that zero is a task the scenario does not know.
            plan.tasks.push(bind_task(task, node, &mut plan.queues, &mut plan.resources, &mut queues));
            step.task = plan.tasks.len() as u32;
            step.visit = next(&mut plan.visits);
        }
        for (node, held) in (0u32..).zip(&self.net.nodes).filter(|(_, held)| held.kind == Kind::Task) {
            let step = &mut plan.steps[node as usize];
            match step.task.checked_sub(1) {
                Some(task) => step.task = task,
                None if !self.scenario.tasks.iter().any(|task| task.id == held.id) => {
                    self.problem_at(node, Mistake::NoResource);
                }
                None => {}
            }
        }
    }

    fn gateways(&mut self, plan: &mut Plan<'a>) {
        let mut stated: HashMap<u32, &Gateway> = HashMap::new();
        let scenario = self.scenario;
        for gateway in &scenario.gateways {
            let Some(node) = self.find("gateway", &gateway.id, &gateway.place, |_| true) else { continue };
            if stated.insert(node, gateway).is_some() {
                self.problem(&gateway.place, Mistake::Twice { what: "gateway", id: gateway.id.clone() });
            }
        }
        for (node, held) in (0u32..).zip(&self.net.nodes) {
            let (exclusive, default) = match held.kind {
                Kind::Exclusive { default } => (true, default),
                Kind::Inclusive { default } => (false, default),
                _ => continue,
            };
            let gateway = stated.get(&node).copied();
            if let Some(choice) = self.choice(node, gateway, exclusive, default) {
                let step = &mut plan.steps[node as usize];
                (step.choice, step.visit) = (plan.choices.len() as u32, next(&mut plan.visits));
                plan.choices.push(choice);
            }
        }
    }

    fn choice(
        &mut self,
        node: u32,
        gateway: Option<&Gateway>,
        exclusive: bool,
        default: Option<u32>,
    ) -> Option<Choice> {
        let flows = self.net.out(node);
        let mut probabilities = vec![None; flows.len()];
        let mut rules = vec![None; flows.len()];
        for path in gateway.iter().flat_map(|gateway| &gateway.paths) {
            let leads = |flow: &&crate::net::Flow| self.net.nodes[flow.target as usize].id == path.flow;
            let by_id = flows.iter().position(|flow| flow.id == path.flow);
            let Some(at) = by_id.or_else(|| flows.iter().position(|flow| leads(&flow))) else {
                let gateway = gateway?;
                let (flow, id) = (path.flow.clone(), gateway.id.clone());
                self.problem(&gateway.place, Mistake::NotAPath { flow, gateway: id });
                return None;
            };
            probabilities[at] = path.probability;
            rules[at].clone_from(&path.rule);
        }
        let has_rules = rules.iter().any(Option::is_some);
        if flows.is_empty() {
            self.problem_at(node, Mistake::NoPath);
            return None;
        }
        if flows.len() == 1 {
            probabilities[0] = Some(1.0);
        }
        let stated: f64 = probabilities.iter().flatten().sum();
        let silent = probabilities.iter().filter(|probability| probability.is_none()).count();
        if silent == flows.len() && !has_rules {
            self.problem_at(node, Mistake::NoPath);
            return None;
        }
        if let Some(value) =
            probabilities.iter().flatten().find(|value| !(0.0..=1.0 + SUM_TOLERANCE).contains(*value))
        {
            let what = Mistake::Range { what: "a probability", value: *value, wanted: "from 0 to 1" };
            self.problem(gateway.map_or(&Place::Whole, |gateway| &gateway.place), what);
            return None;
        }
        let misses =
            if silent > 0 { stated > 1.0 + SUM_TOLERANCE } else { (stated - 1.0).abs() > SUM_TOLERANCE };
        if exclusive && flows.len() > 1 && misses && !(has_rules && stated == 0.0) {
            let id = self.net.nodes[node as usize].id.clone();
            let place = gateway.map_or(Place::Whole, |gateway| gateway.place.clone());
            self.problem(&place, Mistake::Sum { of: format!("gateway {id}"), sum: stated });
            return None;
        }
        // What is not said shares what is left.
        let rest = ((1.0 - stated) / silent.max(1) as f64).max(0.0);
        let paths: Vec<PlanPath> = probabilities
            .into_iter()
            .zip(rules)
            .map(|(probability, rule)| PlanPath { probability: probability.unwrap_or(rest), rule })
            .collect();
        let mut sum = 0.0;
        let cumulated = paths.iter().map(|path| {
            sum += path.probability;
            sum
        });
        let cumulated = cumulated.collect();
        let purpose = Purpose::new("gateway", &self.net.nodes[node as usize].id);
        Some(Choice { purpose, cumulated, paths, has_rules, default })
    }

    fn events(&mut self, plan: &mut Plan<'a>) {
        let scenario = self.scenario;
        for event in &scenario.events {
            let Some(node) =
                self.find("event", &event.id, &event.place, |kind| matches!(kind, Kind::Catch(_)))
            else {
                continue;
            };
            let delay = Delay {
                purpose: Purpose::new("event", &event.id),
                distribution: event.delay.clone(),
                only_waiting: event.only_waiting,
            };
            plan.steps[node as usize].delay = Some(Box::new(delay));
        }
        for (at, node) in (0u32..).zip(&self.net.nodes) {
            if let Kind::Catch(Trigger::Timer { delay_s }) = node.kind {
                self.delay(plan, at, delay_s);
            }
            for boundary in &node.boundary {
                if let BoundaryTrigger::Timer { delay_s } = boundary.trigger {
                    self.delay(plan, boundary.node, delay_s);
                }
                if !plan.visits_at(boundary.node) {
                    plan.steps[boundary.node as usize].visit = next(&mut plan.visits);
                }
            }
            if matches!(node.kind, Kind::Catch(_)) {
                plan.steps[at as usize].visit = next(&mut plan.visits);
            }
        }
    }

    fn delay(&mut self, plan: &mut Plan<'a>, node: u32, stated_s: Option<f64>) {
        let step = &mut plan.steps[node as usize];
        if step.delay.is_some() {
            return;
        }
        match stated_s.map(Distribution::fixed) {
            Some(Ok(distribution)) => {
                let purpose = Purpose::new("event", &self.net.nodes[node as usize].id);
                step.delay = Some(Box::new(Delay { purpose, distribution, only_waiting: false }));
            }
            _ => self.problem_at(node, Mistake::NoDelay),
        }
    }

    fn repeats(&mut self, plan: &mut Plan<'a>) {
        let scenario = self.scenario;
        for repeat in &scenario.repeats {
            let Some(node) = self.find("activity", &repeat.id, &repeat.place, is_scope) else { continue };
            let purpose = Purpose::new("repeat", &repeat.id);
            plan.steps[node as usize].count = Some(Box::new((purpose, repeat.count.clone())));
        }
        for (at, node) in (0u32..).zip(&self.net.nodes) {
            let Kind::Scope { repeat, .. } = node.kind else { continue };
            plan.steps[at as usize].visit = next(&mut plan.visits);
            let unsaid =
                matches!(repeat, Repeats::Sequential { count: None } | Repeats::Parallel { count: None });
            if unsaid && plan.steps[at as usize].count.is_none() {
                let what = "a repetition without a count in the map or the scenario";
                self.problem_at(at, Mistake::Unsupported(what));
            }
        }
    }

    fn attributes(&mut self, plan: &mut Plan<'a>) {
        for attribute in &self.scenario.attributes {
            plan.attributes.push(PlanAttribute {
                global: attribute.global,
                purpose: Purpose::new("attribute", &attribute.name),
                first: attribute.first.clone(),
            });
        }
        let scenario = self.scenario;
        let mut found: Vec<(u32, PlanUpdate)> = Vec::new();
        for update in &scenario.updates {
            let Some(node) =
                self.find("task or event", &update.element, &update.place, |kind| *kind == Kind::Task)
            else {
                continue;
            };
            let name = &scenario.attributes[update.attribute].name;
            found.push((
                node,
                PlanUpdate {
                    attribute: update.attribute as u32,
                    purpose: Purpose::new("update", &format!("{}\u{1f}{name}", update.element)),
                    source: update.source.clone(),
                },
            ));
        }
        found.sort_by_key(|(node, _)| *node);
        for (node, update) in found {
            let range = &mut plan.steps[node as usize].updates;
            if range.0 == range.1 {
                *range = (plan.updates.len() as u32, plan.updates.len() as u32);
            }
            range.1 += 1;
            plan.updates.push(update);
        }
    }

    fn arrivals(&mut self, plan: &mut Plan<'a>, into_week_s: f64) {
        let scenario = self.scenario;
        for arrivals in &scenario.arrivals {
            let start = match (&arrivals.start, &*self.net.starts) {
                (Some(id), starts) => {
                    let Some(node) =
                        self.find("start event", id, &arrivals.place, |kind| *kind == Kind::Pass)
                    else {
                        continue;
                    };
                    if !starts.contains(&node) {
                        let what = Mistake::NotInMap { what: "start event", id: id.clone() };
                        self.problem(&arrivals.place, what);
                        continue;
                    }
                    node
                }
                (None, [only]) => *only,
                (None, starts) => {
                    self.problem(&arrivals.place, Mistake::ManyStarts { count: starts.len() });
                    continue;
                }
            };
            let pattern = match &arrivals.pattern {
                Pattern::Intervals { distribution, calendar } => {
                    if distribution.fixed_value() == Some(0.0) && scenario.arrivals.len() > 1 {
                        let what = "cases at intervals of zero leave no room for other arrivals";
                        self.problem(&arrivals.place, Mistake::Conflict(what));
                    }
                    PlanPattern::Intervals {
                        distribution: distribution.clone(),
                        availability: calendar.map_or(0, |calendar| calendar as u32 + 1),
                    }
                }
                Pattern::Rates(spans) => match Rates::new(into_week_s, spans) {
                    Some(rates) => PlanPattern::Rates(rates),
                    None => {
                        let why = InvalidHours::NeverOpen;
                        self.problem(&arrivals.place, Mistake::Hours { name: "arrivals".into(), why });
                        continue;
                    }
                },
            };
            let purpose = Purpose::new("arrivals", &self.net.nodes[start as usize].id);
            plan.arrivals.push(PlanArrivals { start, purpose, pattern });
        }
        if plan.arrivals.is_empty() && self.problems.is_empty() {
            self.problem(&Place::Whole, Mistake::NoStart);
        }
    }

    /// Every step that a case can come to has to lead to an end.
    fn exits(&mut self, plan: &Plan<'a>) {
        let mut is_taken = vec![true; self.net.flows.len()];
        for (node, held) in (0u32..).zip(&self.net.nodes) {
            if !matches!(held.kind, Kind::Exclusive { .. } | Kind::Inclusive { .. }) {
                continue;
            }
            let choice = &plan.choices[plan.steps[node as usize].choice as usize];
            for (at, path) in (0u32..).zip(&choice.paths) {
                let named = path.rule.is_some() || choice.default == Some(at);
                is_taken[(held.out.0 + at) as usize] = path.probability > 0.0 || named;
            }
        }
        for node in without_exit(self.net, |flow| is_taken[flow as usize]) {
            self.problem_at(node, Mistake::NoExit);
        }
    }
}

impl Plan<'_> {
    /// Whether a node has its counter of visits already; zero is nobody's.
    fn visits_at(&self, node: u32) -> bool {
        self.steps[node as usize].visit != 0
    }
}

fn is_scope(kind: &Kind) -> bool {
    matches!(kind, Kind::Scope { .. })
}

fn next(count: &mut u32) -> u32 {
    *count += 1;
    *count - 1
}

fn bind_task(
    task: &Task,
    node: u32,
    queues: &mut Vec<PlanQueue>,
    resources: &mut [PlanResource],
    known: &mut HashMap<Vec<u32>, u32>,
) -> PlanTask {
    let mut performers: Vec<(u32, &Distribution)> =
        task.performers.iter().map(|performer| (performer.resource as u32, &performer.duration)).collect();
    performers.sort_by_key(|(resource, _)| *resource);
    performers.dedup_by_key(|(resource, _)| *resource);
    let mut distributions: Vec<Distribution> = Vec::new();
    let mut durations = Vec::new();
    for (_, distribution) in &performers {
        let at = distributions.iter().position(|held| held == *distribution).unwrap_or_else(|| {
            distributions.push((*distribution).clone());
            distributions.len() - 1
        });
        durations.push(at as u32);
    }
    let set: Vec<u32> = performers.iter().map(|(resource, _)| *resource).collect();
    let queue = (!set.is_empty()).then(|| {
        *known.entry(set).or_insert_with_key(|set| {
            let queue = queues.len() as u32;
            for (at, resource) in (0u32..).zip(set) {
                resources[*resource as usize].queues.push((queue, at));
            }
            queues.push(PlanQueue { resources: set.clone() });
            queue
        })
    });
    if queue.is_none() {
        distributions.extend(task.duration.clone());
    }
    PlanTask {
        node,
        purpose: Purpose::new("task", &task.id),
        queue,
        durations,
        distributions,
        cost: task.cost,
        batching: task.batching.clone(),
        patience: task.patience.clone().map(|patience| (Purpose::new("patience", &task.id), patience)),
        room: task.room.unwrap_or(u32::MAX),
    }
}
