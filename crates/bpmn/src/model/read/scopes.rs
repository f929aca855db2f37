//! The content of processes, sub-processes and choreographies.

use super::Reader;
use crate::model::{
    Artifact, ArtifactIx, ArtifactKind, DataItem, DataIx, DataKind, Direction, ElementRef, FlowIx, Lane,
    LaneIx, NodeIx, ProblemKind, Scope, ScopeIx, ScopeOwner, SequenceFlow,
};
use crate::xml::NodeId;

/// Elements that may stand in a scope and say nothing of its flow.
const BESIDE: &[&str] = &[
    "documentation",
    "extensionElements",
    "incoming",
    "outgoing",
    "auditing",
    "monitoring",
    "supportedInterfaceRef",
    "correlationSubscription",
    "supports",
    "resourceRole",
    "performer",
    "humanPerformer",
    "potentialOwner",
    "ioBinding",
    "dataInputAssociation",
    "dataOutputAssociation",
    "standardLoopCharacteristics",
    "multiInstanceLoopCharacteristics",
    "completionCondition",
    // Of choreographies.
    "participant",
    "messageFlow",
    "participantRef",
    "participantAssociation",
    "messageFlowAssociation",
    "conversationAssociation",
    "conversationLink",
    "correlationKey",
    "choreographyRef",
    "conversation",
    "subConversation",
    "callConversation",
];

impl Reader<'_> {
    pub(super) fn new_scope(&mut self, owner: ScopeOwner, parent: Option<ScopeIx>) -> ScopeIx {
        self.model.add(Scope {
            owner,
            parent,
            nodes: Vec::new(),
            flows: Vec::new(),
            lanes: Vec::new(),
            data: Vec::new(),
            artifacts: Vec::new(),
        })
    }

    pub(super) fn scope(&mut self, scope: ScopeIx, parent: NodeId) {
        for (node, name) in self.children(parent) {
            if let Some(artifact) = self.artifact(node, name) {
                self.model[scope].artifacts.push(artifact);
                continue;
            }
            match name {
                "sequenceFlow" => self.sequence_flow(scope, node),
                "laneSet" => self.lane_set(scope, None, node),
                "dataObject" | "dataObjectReference" | "dataStoreReference" | "property" => {
                    self.data(scope, None, node, name);
                }
                "ioSpecification" => self.inputs_and_outputs(scope, None, node),
                _ if BESIDE.contains(&name) => {}
                _ => {
                    if !self.flow_node(scope, node, name) {
                        self.fields.problem(node, ProblemKind::UnknownElement);
                    }
                }
            }
        }
    }

    fn sequence_flow(&mut self, scope: ScopeIx, node: NodeId) {
        let base = self.fields.base(node);
        let flow = FlowIx::new(self.model.flows.len());
        self.known_by_id(&base, ElementRef::Flow(flow));
        let condition = self.fields.expression(node, "conditionExpression");
        self.model.add(SequenceFlow { base, scope, source: None, target: None, condition });
        self.model[scope].flows.push(flow);
    }

    fn lane_set(&mut self, scope: ScopeIx, parent: Option<LaneIx>, set: NodeId) {
        for (node, name) in self.children(set) {
            if name != "lane" {
                continue;
            }
            let base = self.fields.base(node);
            let lane = LaneIx::new(self.model.lanes.len());
            self.known_by_id(&base, ElementRef::Lane(lane));
            self.model.add(Lane { base, scope, parent, children: Vec::new(), nodes: Vec::new() });
            match parent {
                Some(parent) => self.model[parent].children.push(lane),
                None => self.model[scope].lanes.push(lane),
            }
            if let Some(inner) = self.fields.child(node, "childLaneSet") {
                self.lane_set(scope, Some(lane), inner);
            }
        }
    }

    /// Data of a scope, or of a node in it.
    pub(super) fn data(&mut self, scope: ScopeIx, of: Option<NodeIx>, node: NodeId, name: &str) {
        let collection = self.fields.flag(node, "isCollection", false);
        let kind = match name {
            "dataObject" => DataKind::Object { collection },
            "dataObjectReference" => DataKind::ObjectReference { object: None },
            "dataStoreReference" => DataKind::StoreReference { store: None },
            "dataInput" => DataKind::Input { collection },
            "dataOutput" => DataKind::Output { collection },
            "property" => DataKind::Property,
            _ => return,
        };
        let base = self.fields.base(node);
        let state = self.fields.child(node, "dataState").and_then(|state| self.fields.text(state, "name"));
        let data = DataIx::new(self.model.data.len());
        self.known(&base, ElementRef::Data(data));
        self.model.add(DataItem { base, scope, node: of, kind, state });
        if of.is_none() {
            self.model[scope].data.push(data);
        }
    }

    /// The data inputs and outputs in an `ioSpecification`, or directly in an event.
    pub(super) fn inputs_and_outputs(&mut self, scope: ScopeIx, of: Option<NodeIx>, parent: NodeId) {
        for (node, name) in self.children(parent) {
            if matches!(name, "dataInput" | "dataOutput") {
                self.data(scope, of, node, name);
            }
        }
    }

    /// An annotation, group or association; nothing for other elements.
    pub(super) fn artifact(&mut self, node: NodeId, name: &str) -> Option<ArtifactIx> {
        let kind = match name {
            "textAnnotation" => {
                let text = self.fields.texts(node, "text").into_iter().next();
                ArtifactKind::Annotation { text: text.map(|(_, text)| text).unwrap_or_default() }
            }
            "group" => ArtifactKind::Group { category: None },
            "association" => ArtifactKind::Association {
                source: None,
                target: None,
                direction: match self.fields.attribute(node, "associationDirection") {
                    Some("One") => Direction::One,
                    Some("Both") => Direction::Both,
                    _ => Direction::None,
                },
            },
            _ => return None,
        };
        let base = self.fields.base(node);
        let artifact = ArtifactIx::new(self.model.artifacts.len());
        self.known(&base, ElementRef::Artifact(artifact));
        Some(self.model.add(Artifact { base, kind }))
    }
}
