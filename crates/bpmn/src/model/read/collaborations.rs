//! Collaborations, choreographies and conversations.

use super::Reader;
use crate::model::{
    Collaboration, CollaborationIx, CollaborationKind, Conversation, ConversationIx, ConversationKind,
    ConversationLink, ElementRef, LinkIx, MessageFlow, MessageFlowIx, Multiplicity, Participant,
    ParticipantIx, ProblemKind, ScopeOwner,
};
use crate::xml::NodeId;

impl Reader<'_> {
    pub(super) fn collaboration(&mut self, node: NodeId, name: &str) {
        let base = self.fields.base(node);
        let at = CollaborationIx::new(self.model.collaborations.len());
        self.known(&base, ElementRef::Collaboration(at));
        let kind = match name {
            "choreography" => {
                CollaborationKind::Choreography(self.new_scope(ScopeOwner::Choreography(at), None))
            }
            "globalConversation" => CollaborationKind::GlobalConversation,
            "globalChoreographyTask" => CollaborationKind::GlobalChoreographyTask,
            _ => CollaborationKind::Collaboration,
        };
        self.model.add(Collaboration {
            base,
            kind,
            participants: Vec::new(),
            message_flows: Vec::new(),
            conversations: Vec::new(),
            links: Vec::new(),
            artifacts: Vec::new(),
        });
        for (child, name) in self.children(node) {
            self.part(at, child, name);
        }
        if let CollaborationKind::Choreography(scope) = kind {
            self.scope(scope, node);
        }
    }

    fn part(&mut self, at: CollaborationIx, node: NodeId, name: &str) {
        match name {
            "participant" => self.participant(at, node),
            "messageFlow" => self.message_flow(at, node),
            "conversationLink" => {
                let base = self.fields.base(node);
                let link = LinkIx::new(self.model.links.len());
                self.known(&base, ElementRef::Link(link));
                self.model.add(ConversationLink { base, source: None, target: None });
                self.model[at].links.push(link);
            }
            // A choreography's artifacts are in its scope.
            _ if matches!(self.model[at].kind, CollaborationKind::Choreography(_)) => {
                self.conversations_of(at, node, name);
            }
            _ => match self.artifact(node, name) {
                Some(artifact) => self.model[at].artifacts.push(artifact),
                None => self.conversations_of(at, node, name),
            },
        }
    }

    fn conversations_of(&mut self, at: CollaborationIx, node: NodeId, name: &str) {
        let conversation = self.conversation(node, name);
        self.model[at].conversations.extend(conversation);
    }

    fn participant(&mut self, collaboration: CollaborationIx, node: NodeId) {
        let base = self.fields.base(node);
        let at = ParticipantIx::new(self.model.participants.len());
        self.known_by_id(&base, ElementRef::Participant(at));
        let multiplicity =
            self.fields.child(node, "participantMultiplicity").map(|node| self.multiplicity(node));
        self.model.add(Participant { base, collaboration, process: None, multiplicity });
        self.model[collaboration].participants.push(at);
    }

    fn multiplicity(&mut self, node: NodeId) -> Multiplicity {
        let minimum = self.fields.number(node, "minimum").unwrap_or(0);
        let maximum = self.fields.number(node, "maximum").unwrap_or(1);
        if minimum > maximum {
            let text = maximum.to_string();
            self.fields.bad(node, "maximum", &text, "at least the minimum");
        }
        Multiplicity { minimum, maximum }
    }

    fn message_flow(&mut self, collaboration: CollaborationIx, node: NodeId) {
        let base = self.fields.base(node);
        let at = MessageFlowIx::new(self.model.message_flows.len());
        self.known_by_id(&base, ElementRef::MessageFlow(at));
        self.model.add(MessageFlow { base, collaboration, source: None, target: None, message: None });
        self.model[collaboration].message_flows.push(at);
    }

    fn conversation(&mut self, node: NodeId, name: &str) -> Option<ConversationIx> {
        let kind = match name {
            "conversation" => ConversationKind::Plain,
            "subConversation" => ConversationKind::Sub { conversations: Vec::new() },
            "callConversation" => ConversationKind::Call { called: None },
            _ => return None,
        };
        let base = self.fields.base(node);
        if base.id.is_empty() {
            self.fields.problem(node, ProblemKind::MissingId);
        }
        let at = ConversationIx::new(self.model.conversations.len());
        self.known(&base, ElementRef::Conversation(at));
        self.model.add(Conversation { base, kind, participants: Vec::new(), message_flows: Vec::new() });
        let mut within = Vec::new();
        for (child, name) in self.children(node) {
            within.extend(self.conversation(child, name));
        }
        if let ConversationKind::Sub { conversations } = &mut self.model[at].kind {
            *conversations = within;
        }
        Some(at)
    }
}
