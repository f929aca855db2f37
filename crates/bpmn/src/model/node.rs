//! Flow nodes: tasks, sub-processes, call activities, gateways; events have a file of their own.

use super::{
    Base, DataAssociationIx, Event, Expression, FlowIx, LaneIx, NodeIx, ParticipantIx, Reference, ScopeIx,
};

/// Anything that sequence flows lead to or from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowNode {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// What it is.
    pub kind: NodeKind,
    /// The scope it lies in.
    pub scope: ScopeIx,
    /// The innermost lane of its scope that it lies in; see [`Model::lane_of`](super::Model::lane_of).
    pub lane: Option<LaneIx>,
    /// Flows that lead to it, in the order of the file.
    pub incoming: Vec<FlowIx>,
    /// Flows that lead from it, in the order of the file.
    pub outgoing: Vec<FlowIx>,
    /// The flow taken when no condition holds.
    pub default: Option<FlowIx>,
    /// Events on its border.
    pub boundary: Vec<NodeIx>,
    /// Data that it reads.
    pub data_inputs: Vec<DataAssociationIx>,
    /// Data that it writes.
    pub data_outputs: Vec<DataAssociationIx>,
}

impl FlowNode {
    /// What activities have: tasks, sub-processes and call activities.
    #[must_use]
    pub const fn activity(&self) -> Option<&Activity> {
        match &self.kind {
            NodeKind::Task { activity, .. }
            | NodeKind::SubProcess { activity, .. }
            | NodeKind::CallActivity { activity, .. } => Some(activity),
            NodeKind::Event(_) | NodeKind::Gateway(_) | NodeKind::Choreography(_) => None,
        }
    }

    /// The event, if it is one.
    #[must_use]
    pub const fn event(&self) -> Option<&Event> {
        match &self.kind {
            NodeKind::Event(event) => Some(event),
            _ => None,
        }
    }

    /// The gateway, if it is one.
    #[must_use]
    pub const fn gateway(&self) -> Option<&Gateway> {
        match &self.kind {
            NodeKind::Gateway(gateway) => Some(gateway),
            _ => None,
        }
    }

    /// The content of a sub-process or sub-choreography.
    #[must_use]
    pub const fn inner_scope(&self) -> Option<ScopeIx> {
        match &self.kind {
            NodeKind::SubProcess { scope, .. } => Some(*scope),
            NodeKind::Choreography(ChoreographyActivity {
                kind: ChoreographyKind::Sub { scope }, ..
            }) => Some(*scope),
            _ => None,
        }
    }
}

/// What a flow node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// A task: work that is not divided further.
    Task {
        /// What kind of work.
        task: TaskKind,
        /// What it has in common with other activities.
        activity: Activity,
    },
    /// A sub-process, shown open or closed.
    SubProcess {
        /// What kind.
        kind: SubProcessKind,
        /// Its content.
        scope: ScopeIx,
        /// What it has in common with other activities.
        activity: Activity,
    },
    /// A call of a process or global task.
    CallActivity {
        /// What is called.
        called: Option<Reference>,
        /// What it has in common with other activities.
        activity: Activity,
    },
    /// An event.
    Event(Event),
    /// A gateway.
    Gateway(Gateway),
    /// An activity of a choreography.
    Choreography(ChoreographyActivity),
}

/// The kinds of task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskKind {
    /// Nothing said.
    Plain,
    /// A person with a program.
    User,
    /// A program.
    Service {
        /// What is called.
        operation: Option<Reference>,
    },
    /// Sends a message.
    Send {
        /// The message.
        message: Option<Reference>,
    },
    /// Waits for a message.
    Receive {
        /// The message.
        message: Option<Reference>,
        /// Whether the message starts the process.
        instantiate: bool,
    },
    /// A person without a program.
    Manual,
    /// A script that the engine runs.
    Script {
        /// Its language, as a media type.
        format: Option<String>,
        /// The script.
        script: Option<String>,
    },
    /// A decision by rules.
    BusinessRule,
}

/// The kinds of sub-process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SubProcessKind {
    /// Done when a flow leads to it.
    Embedded,
    /// Begun by an event (`triggeredByEvent`).
    Event,
    /// Done whole or cancelled.
    Transaction {
        /// How it is coordinated.
        method: Option<String>,
    },
    /// Its activities are done as people see fit.
    AdHoc {
        /// Whether one is done after the other rather than together.
        sequential: bool,
        /// When it is complete.
        completion: Option<Expression>,
        /// Whether what is running is cancelled when it is complete.
        cancel_remaining: bool,
    },
}

/// What all activities have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// How often it is done.
    pub repeat: Option<Loop>,
    /// Whether it is done only to undo another.
    pub for_compensation: bool,
    /// Tokens needed to begin (`startQuantity`).
    pub start_quantity: u32,
    /// Tokens given at the end (`completionQuantity`).
    pub completion_quantity: u32,
    /// Who does it, a name for each resource role.
    pub performers: Vec<String>,
}

/// How often an activity is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loop {
    /// Again and again while a condition holds.
    Standard {
        /// Whether the condition is tested before the first time.
        test_before: bool,
        /// The most times.
        maximum: Option<u64>,
        /// While this holds.
        condition: Option<Expression>,
    },
    /// Once for each of many.
    MultiInstance {
        /// Whether one after the other rather than together.
        sequential: bool,
        /// How many.
        cardinality: Option<Expression>,
        /// When enough are done.
        completion: Option<Expression>,
    },
}

/// The kinds of gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gateway {
    /// One way of several.
    Exclusive,
    /// Each way whose condition holds.
    Inclusive,
    /// All ways.
    Parallel,
    /// As its condition says.
    Complex {
        /// When it goes on.
        activation: Option<Expression>,
    },
    /// The way whose event comes first.
    EventBased {
        /// Whether it starts the process.
        instantiate: bool,
        /// Whether it waits for all events rather than the first.
        parallel: bool,
    },
}

/// An activity of a choreography: participants exchange messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoreographyActivity {
    /// What kind.
    pub kind: ChoreographyKind,
    /// Who takes part.
    pub participants: Vec<ParticipantIx>,
    /// Who begins.
    pub initiating: Option<ParticipantIx>,
    /// How often it is done.
    pub repeat: ChoreographyLoop,
}

/// The kinds of activity of a choreography.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoreographyKind {
    /// A message or two.
    Task {
        /// The message flows it stands for.
        message_flows: Vec<super::MessageFlowIx>,
    },
    /// A choreography within.
    Sub {
        /// Its content.
        scope: ScopeIx,
    },
    /// A call of another choreography or global choreography task.
    Call {
        /// What is called.
        called: Option<Reference>,
    },
}

/// How often an activity of a choreography is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ChoreographyLoop {
    /// Once.
    #[default]
    None,
    /// Again and again.
    Standard,
    /// Many, one after the other.
    Sequential,
    /// Many together.
    Parallel,
}
