//! Who works with whom: pools and message flows, choreographies and conversations.

use super::{
    ArtifactIx, Base, CollaborationIx, ConversationIx, ElementRef, LinkIx, MessageFlowIx, ParticipantIx,
    ProcessIx, Reference, ScopeIx,
};

/// Participants and what they exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collaboration {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// What it is.
    pub kind: CollaborationKind,
    /// The pools, in the order of the file.
    pub participants: Vec<ParticipantIx>,
    /// What they send each other.
    pub message_flows: Vec<MessageFlowIx>,
    /// Conversations directly in it.
    pub conversations: Vec<ConversationIx>,
    /// Who takes part in which conversation.
    pub links: Vec<LinkIx>,
    /// Annotations, groups and associations in it.
    pub artifacts: Vec<ArtifactIx>,
}

/// The kinds of collaboration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CollaborationKind {
    /// Pools with message flows.
    Collaboration,
    /// A choreography.
    Choreography(ScopeIx),
    /// A conversation that others call.
    GlobalConversation,
    /// A choreography task that others call.
    GlobalChoreographyTask,
}

/// A participant: a pool of the diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// The collaboration it takes part in.
    pub collaboration: CollaborationIx,
    /// Its process; nothing for a black box.
    pub process: Option<ProcessIx>,
    /// How many of it there are.
    pub multiplicity: Option<Multiplicity>,
}

/// How many participants of a kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Multiplicity {
    /// At least.
    pub minimum: u32,
    /// At most.
    pub maximum: u32,
}

/// An arrow from one pool to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageFlow {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// The collaboration it is written in.
    pub collaboration: CollaborationIx,
    /// A participant or node; nothing where the reference is broken.
    pub source: Option<ElementRef>,
    /// A participant or node; nothing where the reference is broken.
    pub target: Option<ElementRef>,
    /// The message.
    pub message: Option<Reference>,
}

/// A conversation: what participants talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// What it is.
    pub kind: ConversationKind,
    /// Who takes part.
    pub participants: Vec<ParticipantIx>,
    /// The message flows it stands for.
    pub message_flows: Vec<MessageFlowIx>,
}

/// The kinds of conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConversationKind {
    /// One that is not divided further.
    Plain,
    /// One with conversations in it.
    Sub {
        /// Those in it.
        conversations: Vec<ConversationIx>,
    },
    /// A call of another.
    Call {
        /// What is called.
        called: Option<Reference>,
    },
}

/// A line from a participant to a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationLink {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// Where it begins.
    pub source: Option<ElementRef>,
    /// Where it ends.
    pub target: Option<ElementRef>,
}

impl super::Model {
    /// The participants whose process this is; more than one where several collaborations show it.
    pub fn participants_of(&self, process: ProcessIx) -> impl Iterator<Item = ParticipantIx> {
        self.participants
            .iter()
            .enumerate()
            .filter(move |(_, participant)| participant.process == Some(process))
            .map(|(at, _)| ParticipantIx::new(at))
    }
}
