//! Processes and what is in them: scopes with their nodes and flows, lanes.

use super::{
    ArtifactIx, Base, CollaborationIx, DataIx, Expression, FlowIx, FlowNode, LaneIx, NodeIx, ProcessIx,
    ScopeIx,
};

/// What a process is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProcessType {
    /// Not said.
    #[default]
    None,
    /// What an organisation shows of itself to others.
    Public,
    /// What an organisation does within.
    Private,
}

/// A process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// Whether an engine may run it.
    pub executable: bool,
    /// What it is made for.
    pub process_type: ProcessType,
    /// What is in it.
    pub scope: ScopeIx,
}

/// Whose content a scope is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScopeOwner {
    /// A process.
    Process(ProcessIx),
    /// A sub-process or sub-choreography.
    Node(NodeIx),
    /// A choreography.
    Choreography(CollaborationIx),
}

/// The content of a process, a sub-process or a choreography; each is in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// Whose content it is.
    pub owner: ScopeOwner,
    /// The scope around it.
    pub parent: Option<ScopeIx>,
    /// Steps, events and gateways directly in it.
    pub nodes: Vec<NodeIx>,
    /// Sequence flows directly in it.
    pub flows: Vec<FlowIx>,
    /// The outermost lanes; those within them are [`Lane::children`].
    pub lanes: Vec<LaneIx>,
    /// Data directly in it.
    pub data: Vec<DataIx>,
    /// Annotations, groups and associations directly in it.
    pub artifacts: Vec<ArtifactIx>,
}

/// A lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// The scope it divides.
    pub scope: ScopeIx,
    /// The lane it lies in.
    pub parent: Option<LaneIx>,
    /// The lanes in it, top to bottom.
    pub children: Vec<LaneIx>,
    /// The nodes that name it or that it names, innermost lane or not.
    pub nodes: Vec<NodeIx>,
}

/// An arrow from one node to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SequenceFlow {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// The scope it is written in.
    pub scope: ScopeIx,
    /// Where it begins; nothing where the reference is broken.
    pub source: Option<NodeIx>,
    /// Where it ends; nothing where the reference is broken.
    pub target: Option<NodeIx>,
    /// When it is taken.
    pub condition: Option<Expression>,
}

impl super::Model {
    /// The innermost lane a node lies in, of its own scope or, within a sub-process, of those around it.
    #[must_use]
    pub fn lane_of(&self, node: NodeIx) -> Option<LaneIx> {
        let node = &self[node];
        node.lane.or_else(|| match self[node.scope].owner {
            ScopeOwner::Node(outer) => self.lane_of(outer),
            ScopeOwner::Process(_) | ScopeOwner::Choreography(_) => None,
        })
    }

    /// The process a node lies in, however deep; nothing for the nodes of a choreography.
    #[must_use]
    pub fn process_of(&self, node: NodeIx) -> Option<ProcessIx> {
        self.process_of_scope(self[node].scope)
    }

    /// The process a scope lies in; nothing for a choreography.
    #[must_use]
    pub fn process_of_scope(&self, scope: ScopeIx) -> Option<ProcessIx> {
        match self[scope].owner {
            ScopeOwner::Process(process) => Some(process),
            ScopeOwner::Node(outer) => self.process_of_scope(self[outer].scope),
            ScopeOwner::Choreography(_) => None,
        }
    }

    /// The nodes directly in a scope.
    pub fn nodes_in(&self, scope: ScopeIx) -> impl Iterator<Item = (NodeIx, &FlowNode)> {
        self[scope].nodes.iter().map(|&node| (node, &self[node]))
    }
}
