//! A document while it is changed: its model, read again when something changed, and identifiers that are free.

use super::sheet::Home;
use crate::model::namespace::MODEL;
use crate::model::{ElementRef, FlowIx, Model, NodeIx};
use crate::xml::{Document, NodeId, is_identifier};
use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

/// What stands behind the flow elements of a process or the messages of a collaboration.
const BEHIND: &[&str] = &[
    "association",
    "group",
    "textAnnotation",
    "resourceRole",
    "performer",
    "humanPerformer",
    "potentialOwner",
    "correlationSubscription",
    "supports",
    "conversation",
    "subConversation",
    "callConversation",
    "globalConversation",
    "conversationAssociation",
    "participantAssociation",
    "messageFlowAssociation",
    "correlationKey",
    "choreographyRef",
    "conversationLink",
];

/// A document while it is changed.
pub(super) struct Work {
    pub(super) document: Document,
    model: Option<Rc<Model>>,
    used: HashSet<String>,
    /// Identifiers of nodes whose flows changed.
    pub(super) touched: BTreeSet<String>,
    /// Identifiers of events whose messages were taken away.
    pub(super) silenced: BTreeSet<String>,
}

impl Work {
    pub(super) fn new(document: Document, model: Model) -> Self {
        let mut used = HashSet::new();
        let mut open = vec![document.root()];
        while let Some(node) = open.pop() {
            used.extend(document.attribute(node, "", "id").map(str::to_owned));
            open.extend(document.elements(node).map(|(child, _)| child));
        }
        Self {
            document,
            model: Some(Rc::new(model)),
            used,
            touched: BTreeSet::new(),
            silenced: BTreeSet::new(),
        }
    }

    /// What the document says now.
    pub(super) fn model(&mut self) -> Rc<Model> {
        let document = &self.document;
        Rc::clone(self.model.get_or_insert_with(|| Rc::new(Model::read(document).0)))
    }

    /// Says that the document changed.
    pub(super) fn changed(&mut self) {
        self.model = None;
    }

    pub(super) fn is_free(&self, id: &str) -> bool {
        is_identifier(id) && !self.used.contains(id)
    }

    /// The wanted identifier, or one like it that nothing has.
    pub(super) fn fresh(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut number = 1;
        while !self.used.insert(id.clone()) {
            number += 1;
            id = format!("{wanted}_{number}");
        }
        id
    }

    pub(super) fn touch(&mut self, model: &Model, node: NodeIx) {
        self.touched.insert(model[node].base.id.clone());
    }

    /// A new element in a process or collaboration, before what stands behind by the standard.
    pub(super) fn element(&mut self, parent: NodeId, local: &'static str, id: &str) -> NodeId {
        let behind = self.behind(parent);
        let node = self.document.insert(parent, behind, MODEL, local);
        self.document.set_attribute(node, "", "id", id);
        self.used.insert(id.to_owned());
        self.changed();
        node
    }

    /// What flow elements and messages stand before.
    pub(super) fn behind(&self, parent: NodeId) -> Option<NodeId> {
        let found = self.document.elements(parent).find(|(_, name)| BEHIND.contains(&name.local));
        found.map(|(node, _)| node)
    }

    /// The element of the process that a node lies in.
    pub(super) fn process_of(&mut self, node: NodeIx) -> Option<NodeId> {
        let model = self.model();
        self.document.parent(model[node].base.origin.node)
    }

    /// A nameless node beside another: in its process and its lane.
    pub(super) fn node_beside(&mut self, beside: &str, local: &'static str, wanted: &str) -> Option<String> {
        let model = self.model();
        let at = model.node(beside)?;
        let process = self.process_of(at)?;
        let lane = model[at].lane.map(|lane| model[lane].base.origin.node);
        let id = self.fresh(wanted);
        self.element(process, local, &id);
        if let Some(lane) = lane {
            self.enter_lane(lane, &id);
        }
        self.touched.insert(id.clone());
        Some(id)
    }

    /// Takes an element away, with what draws it and refers to it.
    pub(super) fn remove(&mut self, element: NodeId) {
        self.document.remove(element);
        self.changed();
    }

    /// Takes a node away with its flows and messages; what they led to is touched.
    pub(super) fn remove_node(&mut self, id: &str) {
        let model = self.model();
        let Some(at) = model.node(id) else { return };
        let node = &model[at];
        let flows: Vec<FlowIx> = node.incoming.iter().chain(&node.outgoing).copied().collect();
        for flow in flows {
            self.remove_flow(&model, flow);
        }
        for (number, flow) in model.message_flows.iter().enumerate() {
            if [flow.source, flow.target].contains(&Some(ElementRef::Node(at))) {
                self.silence(&model, crate::model::MessageFlowIx::new(number));
            }
        }
        self.leave_lanes(&model, id);
        self.remove(node.base.origin.node);
        self.touched.remove(id);
    }

    pub(super) fn enter_lane(&mut self, lane: NodeId, id: &str) {
        let inner = self.document.child(lane, MODEL, "childLaneSet");
        let reference = self.document.insert(lane, inner, MODEL, "flowNodeRef");
        self.document.set_text(reference, id);
        self.changed();
    }

    pub(super) fn leave_lanes(&mut self, model: &Model, id: &str) {
        for lane in &model.lanes {
            let lane = lane.base.origin.node;
            let is_it = |&(node, name): &(NodeId, crate::xml::Name<'_>)| {
                name.local == "flowNodeRef" && self.document.text(node).trim() == id
            };
            let found: Vec<NodeId> =
                self.document.elements(lane).filter(is_it).map(|(node, _)| node).collect();
            for reference in found {
                self.document.remove(reference);
                self.changed();
            }
        }
    }

    /// The element of the process that a row lies in; nothing for a pool that nobody sees into.
    pub(super) fn process_in(&mut self, home: Home) -> Option<NodeId> {
        let model = self.model();
        let process = match home {
            Home::Lane(lane) => model.process_of_scope(model[lane].scope)?,
            Home::Pool(pool) => model[pool].process?,
            Home::Process(process) => process,
        };
        Some(model[process].base.origin.node)
    }
}
