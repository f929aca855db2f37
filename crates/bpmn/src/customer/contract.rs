//! Which step follows which, with gateways and nameless events left out of the way.

use crate::model::{ElementRef, EventPosition, Loop, Model, NodeIx, NodeKind};
use std::collections::BTreeSet;

/// Whether a node is a step of the map: an activity, or an event with a name; what is within a sub-process is not.
pub(crate) fn is_step(model: &Model, node: NodeIx) -> bool {
    let at = &model[node];
    let outermost = model[at.scope].parent.is_none();
    outermost
        && match &at.kind {
            NodeKind::Task { .. }
            | NodeKind::SubProcess { .. }
            | NodeKind::CallActivity { .. }
            | NodeKind::Choreography(_) => true,
            NodeKind::Event(_) => !at.base.name.is_empty(),
            NodeKind::Gateway(_) => false,
        }
}

/// What directly follows what: sequence flows, message flows between nodes, events on the border of a step.
pub(super) struct Follows {
    next: Vec<Vec<NodeIx>>,
}

impl Follows {
    pub(super) fn new(model: &Model) -> Self {
        let mut next = vec![Vec::new(); model.nodes.len()];
        for flow in &model.flows {
            if let (Some(source), Some(target)) = (flow.source, flow.target) {
                next[source.index()].push(target);
            }
        }
        for flow in &model.message_flows {
            if let (Some(ElementRef::Node(source)), Some(ElementRef::Node(target))) =
                (flow.source, flow.target)
            {
                next[outermost(model, source).index()].push(outermost(model, target));
            }
        }
        for (at, node) in model.nodes.iter().enumerate() {
            next[at].extend(&node.boundary);
            if node.activity().is_some_and(|activity| matches!(activity.repeat, Some(Loop::Standard { .. })))
            {
                next[at].push(NodeIx::new(at));
            }
        }
        Self { next }
    }

    /// The steps that follow a node, over what is no step.
    pub(super) fn steps_after(&self, model: &Model, node: NodeIx) -> BTreeSet<NodeIx> {
        self.after(model, node).0
    }

    /// The steps that follow start events without a name, where cases come in.
    pub(super) fn entries(&self, model: &Model) -> BTreeSet<NodeIx> {
        let entered: BTreeSet<NodeIx> = self.next.iter().flatten().copied().collect();
        let is_entry = |&node: &NodeIx| {
            let event = model[node].event();
            let starts = event.is_some_and(|event| matches!(event.position, EventPosition::Start { .. }));
            starts && !is_step(model, node) && !entered.contains(&node)
        };
        let nodes = (0..model.nodes.len()).map(NodeIx::new).filter(is_entry);
        nodes.flat_map(|node| self.steps_after(model, node)).collect()
    }

    /// Whether a node follows another, over what is no step.
    pub(super) fn reaches(&self, model: &Model, from: NodeIx, to: NodeIx) -> bool {
        self.after(model, from).1.contains(&to)
    }

    /// The steps that follow a node, and what is no step on the way to them.
    fn after(&self, model: &Model, node: NodeIx) -> (BTreeSet<NodeIx>, BTreeSet<NodeIx>) {
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = self.next[node.index()].clone();
        while let Some(next) = open.pop() {
            if is_step(model, next) {
                found.insert(next);
            } else if seen.insert(next) {
                open.extend(&self.next[next.index()]);
            }
        }
        (found, seen)
    }
}

/// The node of the outermost scope that a node lies in.
pub(crate) fn outermost(model: &Model, node: NodeIx) -> NodeIx {
    match model[model[node].scope].owner {
        crate::model::ScopeOwner::Node(outer) => outermost(model, outer),
        _ => node,
    }
}
