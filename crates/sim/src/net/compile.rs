//! From a BPMN model to a net: every process, with the messages between them; what cannot be simulated is refused by name
//! and place.

mod events;

use std::collections::{HashMap, HashSet};

use bpmn::model::{
    Activity, ElementRef, FlowIx, FlowNode, Gateway, Loop, Model, NodeIx, NodeKind, ProcessIx, ScopeIx,
    SubProcessKind, TaskKind,
};

use super::{Boundary, Draft, End, Kind, Net, Repeats, Scope, Trigger};
use crate::place::{Mistake, Place, Problem};

/// How deep processes may call each other.
const MAX_CALLS: usize = 32;

impl Net {
    /// The net of a BPMN model: all its processes, and the messages between them. A case is one instance of all that a start
    /// event without a sender in the map sets going.
    ///
    /// # Errors
    /// Everything in the map that cannot be simulated, with its name, line and column.
    pub fn from_model(model: &Model) -> Result<Self, Vec<Problem>> {
        let mut compiler = Compiler::new(model);
        let called = compiler.called();
        for (at, process) in model.processes.iter().enumerate() {
            if !called.contains(&at) {
                compiler.process(process.scope, &process.base.id);
            }
        }
        compiler.messages();
        compiler.draft.freeze()
    }
}

struct Compiler<'m> {
    model: &'m Model,
    draft: Draft,
    /// Where flows to a node lead, and where those from it begin: a node and what stands before and after it.
    ends: HashMap<(u32, usize), (u32, u32)>,
    /// The first net node of each model node, for messages.
    first: HashMap<usize, u32>,
    /// Model nodes that a node of the map sends a message to, and the net's nodes that send.
    receives: HashSet<usize>,
    sends: HashMap<usize, Vec<usize>>,
    senders: Vec<(u32, usize)>,
    /// Signals that something in the map sends.
    signals: HashSet<String>,
    calls: Vec<ScopeIx>,
}

impl<'m> Compiler<'m> {
    fn new(model: &'m Model) -> Self {
        let mut receives = HashSet::new();
        let mut sends: HashMap<usize, Vec<usize>> = HashMap::new();
        for flow in &model.message_flows {
            if let (Some(ElementRef::Node(from)), Some(ElementRef::Node(to))) = (flow.source, flow.target) {
                receives.insert(to.index());
                sends.entry(from.index()).or_default().push(to.index());
            }
        }
        Self {
            model,
            draft: Draft::default(),
            ends: HashMap::new(),
            first: HashMap::new(),
            receives,
            sends,
            senders: Vec::new(),
            signals: events::signals_sent(model),
            calls: Vec::new(),
        }
    }

    /// Processes that others call: they are simulated where they are called.
    fn called(&self) -> HashSet<usize> {
        let calls = self.model.nodes.iter().filter_map(|node| match &node.kind {
            NodeKind::CallActivity { called: Some(called), .. } => called.element,
            _ => None,
        });
        calls
            .filter_map(|element| match element {
                ElementRef::Process(process) => Some(process.index()),
                _ => None,
            })
            .collect()
    }

    fn place(&self, node: &FlowNode) -> Place {
        let at = node.base.origin.place;
        Place::Element {
            id: node.base.id.clone(),
            name: node.base.name.clone(),
            line: u64::from(at.line),
            column: u64::from(at.column),
        }
    }

    fn refuse(&mut self, node: &FlowNode, what: Mistake) {
        let place = self.place(node);
        self.draft.problems.push(Problem::new(place, what));
    }

    fn unsupported(&mut self, node: &FlowNode, what: &'static str) {
        self.refuse(node, Mistake::Unsupported(what));
    }

    fn new_scope(&mut self) -> u32 {
        self.draft.scopes.push(Scope::default());
        self.draft.scopes.len() as u32 - 1
    }

    /// A process that cases begin in, or that messages start.
    fn process(&mut self, scope: ScopeIx, id: &str) {
        let at = self.new_scope();
        let starts = self.scope(scope, at);
        if starts.is_empty() && !self.model[scope].nodes.is_empty() && self.implicit_starts(scope).is_empty()
        {
            let place = Place::Element { id: id.to_owned(), name: String::new(), line: 0, column: 0 };
            self.draft.problems.push(Problem::new(place, Mistake::NoStart));
        }
        if !starts.is_empty() {
            self.draft
                .starts
                .extend(starts.into_iter().filter(|(_, is_sent)| !is_sent).map(|(node, _)| node));
            return;
        }
        // A process without a start event begins at every step that nothing leads to (BPMN 2.0.2, 13.2).
        let begins = self.implicit_starts(scope);
        if begins.is_empty() {
            return;
        }
        let place = Place::Element { id: id.to_owned(), name: String::new(), line: 0, column: 0 };
        let start = self.draft.add(id, "", place, Kind::Pass, at);
        for node in begins {
            // What the simulator cannot do has no place in the net, and is listed.
            if let Some(&(before, _)) = self.ends.get(&(at, node.index())) {
                self.draft.flow("", start, before);
            }
        }
        self.draft.starts.push(start);
    }

    /// Steps of a scope that nothing leads to.
    fn implicit_starts(&self, scope: ScopeIx) -> Vec<NodeIx> {
        let begins = |node: &FlowNode| {
            let waits_outside = node.event().is_some_and(|event| !events::begins_implicitly(event));
            node.incoming.is_empty() && !waits_outside && node.activity().is_none_or(|a| !a.for_compensation)
        };
        self.model.nodes_in(scope).filter(|(_, node)| begins(node)).map(|(at, _)| at).collect()
    }

    /// Compiles the content of a scope; gives its start events, and whether something in the map sends to each.
    fn scope(&mut self, scope: ScopeIx, at: u32) -> Vec<(u32, bool)> {
        let model = self.model;
        let mut starts = Vec::new();
        for (ix, node) in model.nodes_in(scope) {
            if let Some((before, after)) = self.node(ix, node, at) {
                self.ends.insert((at, ix.index()), (before, after));
                self.first.entry(ix.index()).or_insert(before);
                if node.event().is_some_and(events::is_start) {
                    starts.push((before, self.receives.contains(&ix.index())));
                }
            }
        }
        for (ix, node) in model.nodes_in(scope) {
            self.border(ix, node, at);
            self.links(ix, node, at);
        }
        for &ix in &model[scope].flows {
            self.flow(ix, at);
        }
        starts
    }

    fn flow(&mut self, ix: FlowIx, at: u32) {
        let flow = &self.model[ix];
        let (Some(source), Some(target)) = (flow.source, flow.target) else { return };
        let ends = |node: NodeIx| self.ends.get(&(at, node.index())).copied();
        if let (Some((_, from)), Some((to, _))) = (ends(source), ends(target)) {
            self.draft.flow(&flow.base.id, from, to);
        }
        let node = &self.model[source];
        let is_split = node.gateway().is_some();
        if !is_split && (flow.condition.is_some() || node.default == Some(ix)) && node.outgoing.len() > 1 {
            self.unsupported(node, "a condition on a flow that leaves a step rather than a gateway");
        }
    }

    fn add(&mut self, node: &FlowNode, kind: Kind, at: u32) -> u32 {
        let place = self.place(node);
        self.draft.add(&node.base.id, &node.base.name, place, kind, at)
    }

    /// The nodes of the net that a node becomes: where flows to it lead, and where those from it begin.
    fn node(&mut self, ix: NodeIx, node: &FlowNode, at: u32) -> Option<(u32, u32)> {
        match &node.kind {
            NodeKind::Event(event) => self.event(ix, node, event, at),
            NodeKind::Gateway(gateway) => self.gateway(node, gateway, at).map(|node| (node, node)),
            NodeKind::Choreography(_) => {
                self.unsupported(node, "a choreography");
                None
            }
            NodeKind::Task { task, activity } => {
                let waits = self.receives.contains(&ix.index());
                if matches!(task, TaskKind::Receive { .. }) && waits && activity.repeat.is_none() {
                    let wait = self.add(node, Kind::Catch(Trigger::Message), at);
                    return Some(self.sending(ix, node, wait, wait, at));
                }
                self.activity(ix, node, activity, None, at)
            }
            NodeKind::CallActivity { called, activity } => {
                let process = called.as_ref().and_then(|called| match called.element {
                    Some(ElementRef::Process(process)) => Some(process),
                    _ => None,
                });
                self.activity(
                    ix,
                    node,
                    activity,
                    process.map(|process: ProcessIx| self.model[process].scope),
                    at,
                )
            }
            NodeKind::SubProcess { kind, scope, activity } => {
                match kind {
                    SubProcessKind::Event => {
                        self.unsupported(node, "a sub-process that an event starts");
                        return None;
                    }
                    SubProcessKind::AdHoc { .. } => {
                        self.unsupported(node, "a sub-process whose steps people choose (ad-hoc)");
                        return None;
                    }
                    SubProcessKind::Embedded | SubProcessKind::Transaction { .. } => {}
                }
                let content = (!self.model[*scope].nodes.is_empty()).then_some(*scope);
                self.activity(ix, node, activity, content, at)
            }
        }
    }

    /// A task, or an activity with content.
    fn activity(
        &mut self,
        ix: NodeIx,
        node: &FlowNode,
        activity: &Activity,
        content: Option<ScopeIx>,
        at: u32,
    ) -> Option<(u32, u32)> {
        if activity.for_compensation {
            self.unsupported(node, "compensation");
            return None;
        }
        if activity.start_quantity != 1 || activity.completion_quantity != 1 {
            self.unsupported(node, "a step that takes or gives several tokens");
            return None;
        }
        let repeat = self.repeats(node, activity)?;
        let held = if content.is_none() && repeat == Repeats::Once {
            self.add(node, Kind::Task, at)
        } else {
            let inner = self.new_scope();
            let held = self.add(node, Kind::Scope { scope: inner, repeat }, at);
            match content {
                None => {
                    let task = self.add(node, Kind::Task, inner);
                    self.draft.scopes[inner as usize].entries.push(task);
                }
                Some(content) => self.content(node, content, inner),
            }
            held
        };
        let before = if self.receives.contains(&ix.index()) {
            let wait = self.add(node, Kind::Catch(Trigger::Message), at);
            self.draft.flow("", wait, held);
            wait
        } else {
            held
        };
        Some(self.sending(ix, node, before, held, at))
    }

    fn content(&mut self, node: &FlowNode, content: ScopeIx, inner: u32) {
        if self.calls.contains(&content) || self.calls.len() >= MAX_CALLS {
            self.refuse(node, Mistake::Recursion(node.base.id.clone()));
            return;
        }
        self.calls.push(content);
        let starts = self.scope(content, inner);
        let mut entries: Vec<u32> = starts.iter().map(|(start, _)| *start).collect();
        if entries.is_empty() {
            let begins = self.implicit_starts(content);
            entries.extend(
                begins.iter().filter_map(|at| self.ends.get(&(inner, at.index()))).map(|ends| ends.0),
            );
        }
        self.draft.scopes[inner as usize].entries = entries;
        self.calls.pop();
    }

    /// A node that sends messages when it is passed: they are sent by one more behind it.
    fn sending(&mut self, ix: NodeIx, node: &FlowNode, before: u32, held: u32, at: u32) -> (u32, u32) {
        if !self.sends.contains_key(&ix.index()) {
            return (before, held);
        }
        let sender = self.add(node, Kind::Throw { targets: Vec::new() }, at);
        self.draft.flow("", held, sender);
        self.senders.push((sender, ix.index()));
        (before, sender)
    }

    fn repeats(&mut self, node: &FlowNode, activity: &Activity) -> Option<Repeats> {
        Some(match &activity.repeat {
            None => Repeats::Once,
            Some(Loop::Standard { maximum, .. }) => Repeats::Sequential {
                count: maximum.map(|maximum| u32::try_from(maximum).unwrap_or(u32::MAX)),
            },
            Some(Loop::MultiInstance { completion: Some(_), .. }) => {
                self.unsupported(node, "a condition that ends a repetition early");
                return None;
            }
            Some(Loop::MultiInstance { sequential, cardinality, .. }) => {
                let count = cardinality.as_ref().and_then(|text| text.text.trim().parse().ok());
                if *sequential { Repeats::Sequential { count } } else { Repeats::Parallel { count } }
            }
        })
    }

    fn gateway(&mut self, node: &FlowNode, gateway: &Gateway, at: u32) -> Option<u32> {
        let default = node.default.and_then(|default| node.outgoing.iter().position(|flow| *flow == default));
        let default = default.map(|at| at as u32);
        let kind = match gateway {
            Gateway::Exclusive if node.outgoing.len() > 1 => Kind::Exclusive { default },
            Gateway::Exclusive => Kind::Pass,
            Gateway::Inclusive => Kind::Inclusive { default },
            Gateway::Parallel => Kind::Parallel,
            Gateway::EventBased { instantiate: false, parallel: false } => Kind::Race,
            Gateway::EventBased { .. } => {
                self.unsupported(
                    node,
                    "an event-based gateway that starts the process or waits for all events",
                );
                return None;
            }
            Gateway::Complex { .. } => {
                self.unsupported(node, "a complex gateway");
                return None;
            }
        };
        let no_way_on = node.outgoing.is_empty() && !matches!(kind, Kind::Parallel | Kind::Pass);
        if no_way_on {
            self.refuse(node, Mistake::NoPath);
            return None;
        }
        if kind == Kind::Race {
            for flow in &node.outgoing {
                let target = self.model[*flow].target.map(|target| &self.model[target]);
                if !target.is_some_and(events::can_race) {
                    self.unsupported(node, "an event-based gateway before something that is not an event");
                    return None;
                }
            }
        }
        Some(self.add(node, kind, at))
    }

    /// Fills in where messages go, now that all nodes are there.
    fn messages(&mut self) {
        for (sender, ix) in std::mem::take(&mut self.senders) {
            let targets: Vec<u32> =
                self.sends[&ix].iter().filter_map(|target| self.first.get(target).copied()).collect();
            match &mut self.draft.nodes[sender as usize].kind {
                Kind::Throw { targets: held } | Kind::End(End::Message { targets: held }) => *held = targets,
                _ => {}
            }
        }
    }

    fn border(&mut self, ix: NodeIx, node: &FlowNode, at: u32) {
        let Some((host, interrupting)) = node.event().and_then(events::border_of) else { return };
        let Some(&(_, own)) = self.ends.get(&(at, ix.index())) else { return };
        let Some(host_ix) = host else {
            self.unsupported(node, "an event on the border of nothing");
            return;
        };
        let Some(&(before, after)) = self.ends.get(&(at, host_ix.index())) else { return };
        // The activity itself lies between what stands before it and what stands behind.
        let is_activity =
            |node: u32| matches!(self.draft.nodes[node as usize].kind, Kind::Task | Kind::Scope { .. });
        let host = [before, after].into_iter().find(|node| is_activity(*node)).or_else(|| {
            let id = &self.model[host_ix].base.id;
            (0..self.draft.nodes.len() as u32)
                .find(|at| is_activity(*at) && self.draft.nodes[*at as usize].id == *id)
        });
        match (host, self.border_trigger(ix, node, host_ix)) {
            (Some(host), Some(trigger)) => {
                self.draft.border(host, Boundary { node: own, interrupting, trigger });
            }
            (None, Some(_)) => self.unsupported(node, "an event on the border of a task that only waits"),
            (_, None) => {}
        }
    }

    fn links(&mut self, ix: NodeIx, node: &FlowNode, at: u32) {
        let Some(name) = node.event().and_then(events::throws_link) else { return };
        let scope = node.scope;
        let target = self.model.nodes_in(scope).find(|(_, other)| {
            other.event().and_then(events::catches_link).is_some_and(|caught| caught == name)
        });
        let ends = |node: NodeIx| self.ends.get(&(at, node.index())).copied();
        match (ends(ix), target.and_then(|(target, _)| ends(target))) {
            (Some((_, from)), Some((to, _))) => self.draft.flow("", from, to),
            _ => self.unsupported(node, "a link that leads nowhere"),
        }
    }
}
