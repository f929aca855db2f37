//! What every element has, and how one element refers to another.

use crate::xml::{NodeId, Place};

/// Where an element stands in the document; two origins are always equal, so that models are compared by what they say.
#[derive(Debug, Clone, Copy)]
pub struct Origin {
    /// The element's node in the document.
    pub node: NodeId,
    /// The element's place in the file.
    pub place: Place,
}

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin {}

/// What every element of BPMN may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The identifier; empty where the file gives none, which is a problem for what others refer to.
    pub id: String,
    /// What people call it; empty where it has no name.
    pub name: String,
    /// What is written about it, a text for each `documentation`.
    pub documentation: Vec<String>,
    /// Where it stands.
    pub origin: Origin,
}

macro_rules! index {
    ($(#[doc = $doc:literal] $name:ident => $field:ident: $element:ty),+ $(,)?) => {$(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The index of a position in the model's list; at most `u32::MAX`, which no document reaches.
            #[must_use]
            pub const fn new(index: usize) -> Self {
                Self(index as u32)
            }

            /// Position in the model's list.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl std::ops::Index<$name> for super::Model {
            type Output = $element;

            fn index(&self, at: $name) -> &$element {
                &self.$field[at.index()]
            }
        }

        impl std::ops::IndexMut<$name> for super::Model {
            fn index_mut(&mut self, at: $name) -> &mut $element {
                &mut self.$field[at.index()]
            }
        }

        impl super::arena::InArena for $element {
            type Index = $name;

            fn arena(model: &mut super::Model) -> &mut Vec<Self> {
                &mut model.$field
            }

            fn at(index: usize) -> $name {
                $name::new(index)
            }
        }
    )+};
}

index! {
    /// One of [`Model::processes`](super::Model::processes).
    ProcessIx => processes: super::Process,
    /// One of [`Model::scopes`](super::Model::scopes).
    ScopeIx => scopes: super::Scope,
    /// One of [`Model::nodes`](super::Model::nodes).
    NodeIx => nodes: super::FlowNode,
    /// One of [`Model::flows`](super::Model::flows).
    FlowIx => flows: super::SequenceFlow,
    /// One of [`Model::lanes`](super::Model::lanes).
    LaneIx => lanes: super::Lane,
    /// One of [`Model::data`](super::Model::data).
    DataIx => data: super::DataItem,
    /// One of [`Model::artifacts`](super::Model::artifacts).
    ArtifactIx => artifacts: super::Artifact,
    /// One of [`Model::collaborations`](super::Model::collaborations).
    CollaborationIx => collaborations: super::Collaboration,
    /// One of [`Model::participants`](super::Model::participants).
    ParticipantIx => participants: super::Participant,
    /// One of [`Model::message_flows`](super::Model::message_flows).
    MessageFlowIx => message_flows: super::MessageFlow,
    /// One of [`Model::conversations`](super::Model::conversations).
    ConversationIx => conversations: super::Conversation,
    /// One of [`Model::links`](super::Model::links).
    LinkIx => links: super::ConversationLink,
    /// One of [`Model::data_associations`](super::Model::data_associations).
    DataAssociationIx => data_associations: super::DataAssociation,
    /// One of [`Model::roots`](super::Model::roots).
    RootIx => roots: super::Root,
}

/// Any element that others can refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ElementRef {
    /// A process.
    Process(ProcessIx),
    /// A step, event or gateway.
    Node(NodeIx),
    /// A sequence flow.
    Flow(FlowIx),
    /// A lane.
    Lane(LaneIx),
    /// A data object, a reference to one or to a store, a data input or output, a property.
    Data(DataIx),
    /// A text annotation, group or association.
    Artifact(ArtifactIx),
    /// A collaboration or choreography.
    Collaboration(CollaborationIx),
    /// A participant: a pool.
    Participant(ParticipantIx),
    /// A message flow.
    MessageFlow(MessageFlowIx),
    /// A conversation.
    Conversation(ConversationIx),
    /// A link from a participant to a conversation.
    Link(LinkIx),
    /// What connects data with a step.
    DataAssociation(DataAssociationIx),
    /// A message, signal, error, data store or another definition.
    Root(RootIx),
}

/// A reference by name, as the file writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The text of the reference, prefix included.
    pub text: String,
    /// What it leads to; nothing where it is broken or leads out of this file.
    pub element: Option<ElementRef>,
}
