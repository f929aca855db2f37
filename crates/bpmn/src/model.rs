//! BPMN 2.0 as types, read from a document that stays the truth.
//!
//! Elements of a kind stand in one list, and refer to each other by typed indexes: `model[node].outgoing`, then
//! `model[flow].target`. Each knows its [`Origin`], so that whatever the types do not hold, extension elements and
//! attributes of other tools above all, is found in the document, and changes are made there.
//!
//! Source: OMG, *Business Process Model and Notation* 2.0.2, formal/2013-12-09; its chapters are named by the files.

mod arena;
mod collaboration;
mod data;
mod diagram;
mod element;
mod event;
pub mod namespace;
mod node;
mod problem;
mod read;
mod root;
mod scope;

pub use collaboration::{
    Collaboration, CollaborationKind, Conversation, ConversationKind, ConversationLink, MessageFlow,
    Multiplicity, Participant,
};
pub use data::{Artifact, ArtifactKind, DataAssociation, DataItem, DataKind, Direction};
pub use diagram::{Band, Bounds, Colours, Depicted, Diagram, Edge, Label, MessageVisible, Point, Shape};
pub use element::{
    ArtifactIx, Base, CollaborationIx, ConversationIx, DataAssociationIx, DataIx, ElementRef, FlowIx, LaneIx,
    LinkIx, MessageFlowIx, NodeIx, Origin, ParticipantIx, ProcessIx, Reference, RootIx, ScopeIx,
};
pub use event::{Event, EventDefinition, EventKind, EventPosition, Expression, Timer};
pub use node::{
    Activity, ChoreographyActivity, ChoreographyKind, ChoreographyLoop, FlowNode, Gateway, Loop, NodeKind,
    SubProcessKind, TaskKind,
};
pub use problem::{Problem, ProblemKind};
pub use root::{Root, RootKind};
pub use scope::{Lane, Process, ProcessType, Scope, ScopeOwner, SequenceFlow};

use std::collections::HashMap;

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definitions {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// The namespace its identifiers belong to.
    pub target_namespace: String,
    /// The program that wrote it.
    pub exporter: Option<String>,
    /// That program's version.
    pub exporter_version: Option<String>,
    /// The default language of expressions.
    pub expression_language: Option<String>,
}

/// All that a BPMN file says.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What the file says of itself.
    pub definitions: Definitions,
    /// Processes, in the order of the file, as all that follows.
    pub processes: Vec<Process>,
    /// The content of processes, sub-processes and choreographies.
    pub scopes: Vec<Scope>,
    /// Steps, events and gateways of all scopes.
    pub nodes: Vec<FlowNode>,
    /// Sequence flows of all scopes.
    pub flows: Vec<SequenceFlow>,
    /// Lanes of all scopes, outer before inner.
    pub lanes: Vec<Lane>,
    /// Data of all scopes and steps.
    pub data: Vec<DataItem>,
    /// What connects data with steps.
    pub data_associations: Vec<DataAssociation>,
    /// Annotations, groups and associations.
    pub artifacts: Vec<Artifact>,
    /// Collaborations and choreographies.
    pub collaborations: Vec<Collaboration>,
    /// Pools.
    pub participants: Vec<Participant>,
    /// Message flows.
    pub message_flows: Vec<MessageFlow>,
    /// Conversations.
    pub conversations: Vec<Conversation>,
    /// Who takes part in which conversation.
    pub links: Vec<ConversationLink>,
    /// Messages, signals, errors, data stores and other definitions.
    pub roots: Vec<Root>,
    /// Diagrams.
    pub diagrams: Vec<Diagram>,
    /// Elements by identifier; the first where two have the same.
    ids: HashMap<String, ElementRef>,
}

impl Model {
    /// The element with an identifier.
    #[must_use]
    pub fn element(&self, id: &str) -> Option<ElementRef> {
        self.ids.get(id).copied()
    }

    /// The node with an identifier.
    #[must_use]
    pub fn node(&self, id: &str) -> Option<NodeIx> {
        match self.element(id) {
            Some(ElementRef::Node(node)) => Some(node),
            _ => None,
        }
    }

    /// Identifier, name, documentation and origin of an element.
    #[must_use]
    pub fn base(&self, element: ElementRef) -> &Base {
        match element {
            ElementRef::Process(at) => &self[at].base,
            ElementRef::Node(at) => &self[at].base,
            ElementRef::Flow(at) => &self[at].base,
            ElementRef::Lane(at) => &self[at].base,
            ElementRef::Data(at) => &self[at].base,
            ElementRef::Artifact(at) => &self[at].base,
            ElementRef::Collaboration(at) => &self[at].base,
            ElementRef::Participant(at) => &self[at].base,
            ElementRef::MessageFlow(at) => &self[at].base,
            ElementRef::Conversation(at) => &self[at].base,
            ElementRef::Link(at) => &self[at].base,
            ElementRef::DataAssociation(at) => &self[at].base,
            ElementRef::Root(at) => &self[at].base,
        }
    }
}
