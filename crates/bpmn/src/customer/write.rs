//! The map of a customer process as a complete BPMN document; its drawing is made by layout.

use crate::extension::{StepExtension, write_line};
use crate::map::{CustomerMap, Flow, StepKind, Visibility};
use crate::model::namespace::MODEL;
use crate::xml::{Document, NodeId, is_identifier};
use std::collections::HashSet;

/// What a map does not say of itself.
#[derive(Debug, Clone, Copy)]
pub struct Naming<'a> {
    /// The process's key, from which the file's namespace and identifiers are made.
    pub key: &'a str,
    /// What people call the process.
    pub process: &'a str,
    /// What people call the organisation.
    pub organisation: &'a str,
}

/// Writes a map as BPMN.
///
/// Steps become tasks (service tasks in a system's lane) or start and end events. Flows within a pool become sequence
/// flows, behind an exclusive gateway where there are several, for a case takes one of them; flows from pool to pool
/// become message flows. As messages neither leave a start nor reach an end, and every path of a pool needs both, start and
/// end events without a name are put where they are missing.
///
/// Identifiers stay as they are where XML allows them and no other element has them.
///
/// ```
/// use bpmn::customer::{Naming, to_document, to_map};
/// use bpmn::extension::Extensions;
/// use bpmn::map::{CustomerMap, Flow, Lane, Step, StepKind, Visibility};
/// use bpmn::model::Model;
///
/// let lane = |id: &str, visibility| Lane { id: id.into(), name: id.into(), visibility };
/// let step = |id: &str, lane, kind| Step { id: id.into(), name: id.into(), lane, kind };
/// let map = CustomerMap::new(
///     vec![lane("buyer", Visibility::Customer), lane("warehouse", Visibility::Back)],
///     vec![
///         step("ordered", 0, StepKind::Start),
///         step("packed", 1, StepKind::Step),
///         step("received", 0, StepKind::End { good: true }),
///     ],
///     vec![Flow { from: 0, to: 1 }, Flow { from: 1, to: 2 }],
/// )
/// .expect("a valid map");
/// let document = to_document(&map, &Naming { key: "order", process: "An order", organisation: "Linden" });
/// let (model, problems) = Model::read(&document);
/// assert!(problems.is_empty());
/// let (extensions, _) = Extensions::read(&document, &model);
/// assert_eq!(to_map(&model, &extensions).expect("the map").map.lanes(), map.lanes());
/// ```
#[must_use]
pub fn to_document(map: &CustomerMap, naming: &Naming<'_>) -> Document {
    let mut document = Document::new(MODEL, "definitions");
    let root = document.root();
    let mut ids = Ids { taken: HashSet::new() };
    let lanes: Vec<String> = map.lanes().iter().map(|lane| ids.fresh(&lane.id)).collect();
    let steps: Vec<String> = map.steps().iter().map(|step| ids.fresh(&step.id)).collect();
    let set = |document: &mut Document, name, value: &str| document.set_attribute(root, "", name, value);
    set(&mut document, "id", &ids.fresh("definitions"));
    set(&mut document, "name", naming.process);
    set(&mut document, "targetNamespace", &format!("urn:touchline:process:{}", naming.key));
    set(&mut document, "exporter", "Touchline");
    let mut writer = Writer { map, lanes, steps, ids, document };
    writer.collaboration(root, naming);
    writer.document
}

struct Writer<'m> {
    map: &'m CustomerMap,
    /// Identifier of each lane.
    lanes: Vec<String>,
    /// Identifier of each step.
    steps: Vec<String>,
    ids: Ids,
    document: Document,
}

/// Lanes that share a pool.
struct Pool {
    name: String,
    lanes: Vec<usize>,
}

/// Where flows from and to other pools are tied, for one step.
struct Ties {
    /// What messages come in by.
    takes: String,
    /// What messages go out by.
    gives: String,
}

impl Writer<'_> {
    fn collaboration(&mut self, root: NodeId, naming: &Naming<'_>) {
        let collaboration = self.element(root, "collaboration", "collaboration", "");
        let pools = self.pools(naming);
        let mut ties: Vec<Option<Ties>> = self.map.steps().iter().map(|_| None).collect();
        for (number, pool) in pools.iter().enumerate() {
            let first = pool.lanes[0];
            let (id, name) = match pool.lanes[..] {
                [lane] => (self.lanes[lane].clone(), self.map.lanes()[lane].name.clone()),
                _ => (self.ids.fresh("pool"), pool.name.clone()),
            };
            let process = self.ids.fresh(&format!("process_{}", number + 1));
            let participant = self.document.append(collaboration, MODEL, "participant");
            for (attribute, value) in [("id", &id), ("name", &name), ("processRef", &process)] {
                self.document.set_attribute(participant, "", attribute, value);
            }
            if let [lane] = pool.lanes[..] {
                write_line(&mut self.document, participant, Some(self.map.lanes()[lane].visibility));
            } else if self.map.lanes()[first].visibility == Visibility::Customer {
                write_line(&mut self.document, participant, Some(Visibility::Customer));
            }
            self.process(root, &process, &name, pool, &mut ties);
        }
        let map = self.map;
        for flow in map.flows().iter().filter(|flow| !is_within(map, &pools, flow)) {
            if let (Some(from), Some(to)) = (&ties[flow.from], &ties[flow.to]) {
                // Named by its ends, so that it is the same in the next version.
                let id = format!("message_{}_{}", from.gives, to.takes);
                let message = self.element(collaboration, "messageFlow", &id, "");
                self.document.set_attribute(message, "", "sourceRef", &from.gives);
                self.document.set_attribute(message, "", "targetRef", &to.takes);
            }
        }
    }

    /// The customer's pool, the organisation's, and one for each partner.
    fn pools(&self, naming: &Naming<'_>) -> Vec<Pool> {
        let of = |wanted: fn(Visibility) -> bool| -> Vec<usize> {
            let lanes = self.map.lanes().iter().enumerate();
            lanes.filter(|(_, lane)| wanted(lane.visibility)).map(|(at, _)| at).collect()
        };
        let customers = of(|line| line == Visibility::Customer);
        let organisation = of(|line| !matches!(line, Visibility::Customer | Visibility::Partner));
        let partners = of(|line| line == Visibility::Partner);
        let customer =
            customers.first().map_or_else(String::new, |&lane| self.map.lanes()[lane].name.clone());
        let mut pools = vec![Pool { name: customer, lanes: customers }];
        pools.push(Pool { name: naming.organisation.to_owned(), lanes: organisation });
        pools.extend(partners.into_iter().map(|lane| Pool { name: String::new(), lanes: vec![lane] }));
        pools.retain(|pool| !pool.lanes.is_empty());
        pools
    }

    fn process(&mut self, root: NodeId, id: &str, name: &str, pool: &Pool, ties: &mut [Option<Ties>]) {
        let process = self.document.append(root, MODEL, "process");
        for (attribute, value) in [("id", id), ("name", name), ("isExecutable", "false")] {
            self.document.set_attribute(process, "", attribute, value);
        }
        let mut members: Vec<Vec<String>> = vec![Vec::new(); pool.lanes.len()];
        let lane_set = (pool.lanes.len() > 1).then(|| self.element(process, "laneSet", "lanes", ""));
        let map = self.map;
        let within = |step: usize| pool.lanes.iter().position(|&lane| lane == map.steps()[step].lane);
        let begun = self.begun(pool);
        for (step, row) in (0..map.steps().len()).filter_map(|step| Some((step, within(step)?))) {
            let next: Vec<usize> = map
                .flows()
                .iter()
                .filter(|flow| flow.from == step && within(flow.to).is_some())
                .map(|flow| flow.to)
                .collect();
            let into = |flow: &&Flow| flow.to == step;
            let called = map.flows().iter().filter(into).any(|flow| within(flow.from).is_none());
            let calls = map.flows().iter().any(|flow| flow.from == step && within(flow.to).is_none());
            let kind = map.steps()[step].kind;
            self.step(process, step, &mut members[row]);
            let own = &self.steps[step];
            let mut tie = Ties { takes: own.clone(), gives: own.clone() };
            if step == 0 && self.is_all_loops() {
                let start = self.event(process, "startEvent", "start", step, false, &mut members[row]);
                self.sequence_flow(process, &start, &self.steps[step].clone());
            } else if begun.contains(&step) || kind.is_end() && called {
                tie.takes = self.event(process, "startEvent", "start", step, called, &mut members[row]);
                self.sequence_flow(process, &tie.takes, &self.steps[step].clone());
            }
            let mut targets: Vec<String> = next.iter().map(|&next| self.steps[next].clone()).collect();
            // A case goes on in the pool or out of it, and what went out is not in the pool any longer.
            if !kind.is_end() && (targets.is_empty() || calls) {
                tie.gives = self.event(process, "endEvent", "end", step, calls, &mut members[row]);
                targets.push(tie.gives.clone());
            }
            ties[step] = Some(tie);
            self.leave(process, step, &targets, &mut members[row]);
        }
        if let Some(set) = lane_set {
            for (&lane, members) in pool.lanes.iter().zip(members) {
                let node = self.document.append(set, MODEL, "lane");
                self.document.set_attribute(node, "", "id", &self.lanes[lane].clone());
                self.document.set_attribute(node, "", "name", &self.map.lanes()[lane].name);
                write_line(&mut self.document, node, Some(self.map.lanes()[lane].visibility));
                for member in members {
                    let reference = self.document.append(node, MODEL, "flowNodeRef");
                    self.document.set_text(reference, &member);
                }
            }
        }
    }

    /// Steps of a pool at which something begins that is no start itself: nothing of the pool leads to them, or only what
    /// comes after them.
    fn begun(&self, pool: &Pool) -> HashSet<usize> {
        let map = self.map;
        let within = |step: usize| pool.lanes.contains(&map.steps()[step].lane);
        let inner: Vec<&Flow> =
            map.flows().iter().filter(|flow| within(flow.from) && within(flow.to)).collect();
        let called = |step: usize| map.flows().iter().any(|flow| flow.to == step && !within(flow.from));
        let entered = |step: usize| inner.iter().any(|flow| flow.to == step);
        let is_start = |step: usize| map.steps()[step].kind == StepKind::Start;
        let steps: Vec<usize> = (0..map.steps().len()).filter(|&step| within(step)).collect();
        let mut reached = HashSet::new();
        let mut begun = HashSet::new();
        // First what begins by itself, then what only a message begins, then what nothing does.
        let rounds: [&dyn Fn(usize) -> bool; 3] =
            [&|step| is_start(step) || !entered(step), &called, &|_| true];
        for round in rounds {
            for &step in steps.iter().filter(|&&step| round(step)) {
                if reached.contains(&step) {
                    continue;
                }
                if !is_start(step) {
                    begun.insert(step);
                }
                let mut open = vec![step];
                while let Some(step) = open.pop() {
                    if reached.insert(step) {
                        open.extend(inner.iter().filter(|flow| flow.from == step).map(|flow| flow.to));
                    }
                }
            }
        }
        begun
    }

    /// Whether no step shows where cases come in; then they come in at the first.
    fn is_all_loops(&self) -> bool {
        let entered = |step| self.map.flows().iter().any(|flow| flow.to == step && flow.from != step);
        let steps = self.map.steps();
        steps.iter().all(|step| step.kind != StepKind::Start) && (0..steps.len()).all(entered)
    }

    fn step(&mut self, process: NodeId, at: usize, members: &mut Vec<String>) {
        let step = &self.map.steps()[at];
        let element = match step.kind {
            StepKind::Start => "startEvent",
            StepKind::End { .. } => "endEvent",
            StepKind::Step if self.map.lanes()[step.lane].visibility == Visibility::System => "serviceTask",
            StepKind::Step => "task",
        };
        let node = self.document.append(process, MODEL, element);
        self.document.set_attribute(node, "", "id", &self.steps[at].clone());
        self.document.set_attribute(node, "", "name", &step.name);
        if let StepKind::End { good } = step.kind {
            StepExtension { good: Some(good), ..StepExtension::default() }.write(&mut self.document, node);
        }
        members.push(self.steps[at].clone());
    }

    /// A start or end without a name beside a step; one that messages come in or go out by is a message event.
    fn event(
        &mut self,
        process: NodeId,
        element: &'static str,
        kind: &str,
        step: usize,
        message: bool,
        members: &mut Vec<String>,
    ) -> String {
        let id = self.ids.fresh(&format!("{kind}_{}", self.steps[step]));
        let node = self.document.append(process, MODEL, element);
        self.document.set_attribute(node, "", "id", &id);
        if message {
            self.document.append(node, MODEL, "messageEventDefinition");
        }
        members.push(id.clone());
        id
    }

    /// Flows from a step to what follows it in the pool.
    fn leave(&mut self, process: NodeId, step: usize, targets: &[String], members: &mut Vec<String>) {
        let mut from = self.steps[step].clone();
        if targets.len() > 1 {
            let id = self.ids.fresh(&format!("choice_{from}"));
            let gateway = self.document.append(process, MODEL, "exclusiveGateway");
            self.document.set_attribute(gateway, "", "id", &id);
            self.sequence_flow(process, &from, &id);
            members.push(id.clone());
            from = id;
        }
        for target in targets {
            self.sequence_flow(process, &from, target);
        }
    }

    fn sequence_flow(&mut self, process: NodeId, from: &str, to: &str) {
        let flow = self.element(process, "sequenceFlow", &format!("flow_{from}_{to}"), "");
        self.document.set_attribute(flow, "", "sourceRef", from);
        self.document.set_attribute(flow, "", "targetRef", to);
    }

    fn element(&mut self, parent: NodeId, element: &'static str, id: &str, name: &str) -> NodeId {
        let id = self.ids.fresh(id);
        let node = self.document.append(parent, MODEL, element);
        self.document.set_attribute(node, "", "id", &id);
        if !name.is_empty() {
            self.document.set_attribute(node, "", "name", name);
        }
        node
    }
}

/// Whether a flow stays in a pool.
fn is_within(map: &CustomerMap, pools: &[Pool], flow: &Flow) -> bool {
    let [from, to] = [flow.from, flow.to].map(|step| map.steps()[step].lane);
    pools.iter().any(|pool| pool.lanes.contains(&from) && pool.lanes.contains(&to))
}

/// Identifiers that no other element has.
struct Ids {
    taken: HashSet<String>,
}

impl Ids {
    /// The wanted identifier if it may be used and is free, or one like it.
    fn fresh(&mut self, wanted: &str) -> String {
        let allowed = |c: char| if is_identifier(&format!("_{c}")) { c } else { '_' };
        let mut base: String = wanted.chars().map(allowed).collect();
        if !is_identifier(&base) {
            base.insert(0, '_');
        }
        let mut id = base.clone();
        let mut number = 1;
        while !self.taken.insert(id.clone()) {
            number += 1;
            id = format!("{base}_{number}");
        }
        id
    }
}
