//! Sequence flows and message flows: made, led elsewhere, taken away.

use super::elements::Work;
use crate::model::namespace::MODEL;
use crate::model::{ElementRef, FlowIx, MessageFlowIx, Model, NodeIx};
use crate::xml::NodeId;

/// An end of a flow.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tip {
    Source,
    Target,
}

impl Tip {
    /// The attribute of the flow, and the element by which the node may name the flow.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Source => ("sourceRef", "outgoing"),
            Self::Target => ("targetRef", "incoming"),
        }
    }
}

impl Work {
    /// A sequence flow from a node to another of the same process; the name stands at its arrow.
    pub(super) fn add_flow(&mut self, from: &str, to: &str) {
        let model = self.model();
        let (Some(source), Some(target)) = (model.node(from), model.node(to)) else { return };
        let Some(process) = self.process_of(source) else { return };
        let id = self.fresh(&format!("flow_{from}_{to}"));
        let flow = self.element(process, "sequenceFlow", &id);
        self.document.set_attribute(flow, "", "sourceRef", from);
        self.document.set_attribute(flow, "", "targetRef", to);
        for (node, tip) in [(source, Tip::Source), (target, Tip::Target)] {
            // Files of other tools have nodes name their flows; ours do not.
            let names = |node: NodeIx| {
                let element = model[node].base.origin.node;
                ["incoming", "outgoing"].iter().any(|it| self.document.child(element, MODEL, it).is_some())
            };
            let tells = names(node) || model.nodes.iter().enumerate().any(|(at, _)| names(NodeIx::new(at)));
            if tells {
                self.name_flow_at(model[node].base.origin.node, tip, &id);
            }
            self.touch(&model, node);
        }
    }

    /// Leads one end of a sequence flow of this model to another node.
    pub(super) fn lead(&mut self, model: &Model, flow: FlowIx, tip: Tip, to: &str) {
        let it = &model[flow];
        let (attribute, _) = tip.words();
        let before = if tip == Tip::Source { it.source } else { it.target };
        let mut told = false;
        if let Some(before) = before {
            told = self.forget_flow_at(model[before].base.origin.node, tip, &it.base.id);
            self.touch(model, before);
            if tip == Tip::Source {
                self.forget_default(model, before, &it.base.id);
            }
        }
        self.document.set_attribute(it.base.origin.node, "", attribute, to);
        if let Some(node) = model.node(to) {
            if told {
                self.name_flow_at(model[node].base.origin.node, tip, &it.base.id);
            }
            self.touch(model, node);
        }
        let other = if tip == Tip::Source { it.target } else { it.source };
        if let Some(other) = other {
            self.touch(model, other);
        }
        self.changed();
    }

    pub(super) fn remove_flow(&mut self, model: &Model, flow: FlowIx) {
        let it = &model[flow];
        for (node, tip) in [(it.source, Tip::Source), (it.target, Tip::Target)] {
            if let Some(node) = node {
                self.forget_flow_at(model[node].base.origin.node, tip, &it.base.id);
                self.touch(model, node);
            }
        }
        if let Some(source) = it.source {
            self.forget_default(model, source, &it.base.id);
        }
        self.remove(it.base.origin.node);
    }

    /// A message flow from a node to another; a pool each.
    pub(super) fn add_message(&mut self, from: &str, to: &str) {
        let model = self.model();
        let Some(collaboration) = model.collaborations.first() else { return };
        let id = self.fresh(&format!("message_{from}_{to}"));
        let flow = self.element(collaboration.base.origin.node, "messageFlow", &id);
        self.document.set_attribute(flow, "", "sourceRef", from);
        self.document.set_attribute(flow, "", "targetRef", to);
        self.touched.extend([from.to_owned(), to.to_owned()]);
    }

    /// Leads one end of a message flow to another node.
    pub(super) fn lead_message(&mut self, model: &Model, flow: MessageFlowIx, tip: Tip, to: &str) {
        self.touch_ends(model, flow);
        self.document.set_attribute(model[flow].base.origin.node, "", tip.words().0, to);
        self.touched.insert(to.to_owned());
        self.changed();
    }

    pub(super) fn remove_message(&mut self, model: &Model, flow: MessageFlowIx) {
        self.touch_ends(model, flow);
        self.remove(model[flow].base.origin.node);
    }

    fn touch_ends(&mut self, model: &Model, flow: MessageFlowIx) {
        for end in [model[flow].source, model[flow].target] {
            if let Some(ElementRef::Node(node)) = end {
                self.touch(model, node);
            }
        }
    }

    fn forget_default(&mut self, model: &Model, node: NodeIx, flow: &str) {
        let element = model[node].base.origin.node;
        if self.document.attribute(element, "", "default") == Some(flow) {
            self.document.remove_attribute(element, "", "default");
        }
    }

    fn name_flow_at(&mut self, node: NodeId, tip: Tip, flow: &str) {
        let (_, local) = tip.words();
        // By the standard: documentation, extension, what only categories have, incoming, outgoing, all else.
        let stands_before = |name: &str| {
            let first = ["documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef"];
            first.contains(&name) || name == "incoming" || (tip == Tip::Source && name == "outgoing")
        };
        let behind = self.document.elements(node).find(|(_, name)| !stands_before(name.local));
        let behind = behind.map(|(node, _)| node);
        let reference = self.document.insert(node, behind, MODEL, local);
        self.document.set_text(reference, flow);
    }

    /// Takes away that a node names a flow; says whether it did.
    fn forget_flow_at(&mut self, node: NodeId, tip: Tip, flow: &str) -> bool {
        let (_, local) = tip.words();
        let is_it = |&(child, name): &(NodeId, crate::xml::Name<'_>)| {
            name.local == local && self.document.text(child).trim() == flow
        };
        let found: Vec<NodeId> = self.document.elements(node).filter(is_it).map(|(child, _)| child).collect();
        for &reference in &found {
            self.document.remove(reference);
        }
        !found.is_empty()
    }
}
