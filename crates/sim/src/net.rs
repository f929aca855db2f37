//! The compiled process: a flat net of nodes and flows through which tokens move.

mod compile;
mod draft;
mod order;

pub(crate) use order::without_exit;

use crate::place::{Place, Problem};

pub use draft::{Draft, MAX_NODES};

/// A process, or several that exchange messages, ready to be simulated.
///
/// Made from a BPMN model by [`Net::from_model`], or node by node with [`Net::draft`].
#[derive(Debug, Clone)]
pub struct Net {
    pub(crate) nodes: Vec<Node>,
    /// Flows in the order of the nodes they leave.
    pub(crate) flows: Vec<Flow>,
    pub(crate) scopes: Vec<Scope>,
    /// Start events without a trigger, each with the node that a case begins at.
    pub(crate) starts: Vec<u32>,
}

/// A node of the net.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub id: String,
    pub name: String,
    pub place: Place,
    pub kind: Kind,
    pub scope: u32,
    /// Its flows: a range of [`Net::flows`].
    pub out: (u32, u32),
    /// How many flows lead here.
    pub incoming: u32,
    /// Events on its border.
    pub boundary: Vec<Boundary>,
    /// Where counts of tokens on its incoming flows begin among those of its scope.
    pub slots: u32,
    /// Its number within its scope.
    pub local: u32,
}

/// A flow, as seen from the node that it leaves.
#[derive(Debug, Clone)]
pub(crate) struct Flow {
    pub id: String,
    pub target: u32,
    /// Its number among the flows that lead to its target.
    pub slot: u32,
}

/// What happens where a token comes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    /// It goes on, on every flow.
    Pass,
    /// Work.
    Task,
    /// One flow.
    Exclusive { default: Option<u32> },
    /// Each flow whose condition holds; where several lead here, all tokens that can come are awaited.
    Inclusive { default: Option<u32> },
    /// Every flow; a token on each incoming flow is awaited.
    Parallel,
    /// The flow whose event comes first.
    Race,
    /// Something is awaited.
    Catch(Trigger),
    /// Messages are sent to these nodes, and it goes on.
    Throw { targets: Vec<u32> },
    /// All that wait for the signal go on.
    Signal(String),
    /// The token ends.
    End(End),
    /// A scope is entered, or several times.
    Scope { scope: u32, repeat: Repeats },
}

/// What is awaited.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Trigger {
    /// A time: the scenario says it, or the map does, in seconds.
    Timer { delay_s: Option<f64> },
    /// A message of another part of the map.
    Message,
    /// A signal.
    Signal(String),
}

/// How a token ends.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum End {
    /// It is gone.
    Plain,
    /// Messages are sent, and it is gone.
    Message { targets: Vec<u32> },
    /// All that is in the scope ends.
    Terminate,
    /// The scope ends with an error, which an event on its border may catch.
    Error(String),
    /// An event on the border of a scope may catch it.
    Escalation(String),
    /// A signal is sent.
    Signal(String),
}

/// How often a scope is entered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Repeats {
    Once,
    /// One after the other.
    Sequential {
        count: Option<u32>,
    },
    /// All together.
    Parallel {
        count: Option<u32>,
    },
}

/// An event on the border of an activity.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Boundary {
    /// The node that the token goes to.
    pub node: u32,
    pub interrupting: bool,
    pub trigger: BoundaryTrigger,
}

/// What brings an event on a border about.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum BoundaryTrigger {
    Timer {
        delay_s: Option<f64>,
    },
    Message,
    Signal(String),
    /// An error within; any where no code is given.
    Error(Option<String>),
    /// An escalation within; any where no code is given.
    Escalation(Option<String>),
}

/// What is entered and left as a whole: a process or a sub-process.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scope {
    /// Where tokens begin when it is entered.
    pub entries: Vec<u32>,
    /// Counts of tokens on incoming flows that its joins need.
    pub slots: u32,
    /// How many nodes it has.
    pub nodes: u32,
    /// For each inclusive join its node and, for each node of the scope by local number, the incoming flows of the join
    /// that a token there can still reach, as bits.
    pub joins: Vec<(u32, Vec<u64>)>,
}

impl Net {
    /// An empty net to add nodes to.
    #[must_use]
    pub fn draft() -> Draft {
        Draft::default()
    }

    /// Whether a node is an event on a border.
    pub(crate) fn is_boundary(&self, node: u32) -> bool {
        self.boundary_of(node).is_some()
    }

    fn boundary_of(&self, node: u32) -> Option<&Boundary> {
        self.nodes.iter().flat_map(|host| &host.boundary).find(|event| event.node == node)
    }

    /// Whether a node waits for a signal.
    pub(crate) fn hears(&self, node: u32, signal: &str) -> bool {
        match (&self.nodes[node as usize].kind, self.boundary_of(node)) {
            (Kind::Catch(Trigger::Signal(heard)), _) => heard == signal,
            (_, Some(Boundary { trigger: BoundaryTrigger::Signal(heard), .. })) => heard == signal,
            _ => false,
        }
    }

    pub(crate) fn out(&self, node: u32) -> &[Flow] {
        let (from, to) = self.nodes[node as usize].out;
        &self.flows[from as usize..to as usize]
    }

    /// Identifiers and names of the tasks, in the order of the map.
    pub fn tasks(&self) -> impl Iterator<Item = (&str, &str)> {
        self.nodes.iter().filter(|node| node.kind == Kind::Task).map(|node| (&*node.id, &*node.name))
    }
}

/// Problems with a map, collected.
pub(crate) type Problems = Vec<Problem>;
