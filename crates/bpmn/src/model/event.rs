//! Events and what they wait for or bring about.

use super::{NodeIx, Origin, Reference};

/// A text that an engine is to evaluate, or that people are to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// The text, without space around it.
    pub text: String,
    /// The language it is written in, where said.
    pub language: Option<String>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Where in the process it stands.
    pub position: EventPosition,
    /// What it waits for or brings about; several make it a multiple event, none a plain one.
    pub definitions: Vec<EventDefinition>,
    /// Whether all definitions must come rather than one (`parallelMultiple`).
    pub parallel_multiple: bool,
}

/// Where an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventPosition {
    /// At the beginning.
    Start {
        /// In an event sub-process: whether what is around it stops.
        interrupting: bool,
    },
    /// On the way, waiting.
    IntermediateCatch,
    /// On the way, bringing about.
    IntermediateThrow,
    /// On the border of an activity.
    Boundary {
        /// The activity; nothing where the reference is broken.
        attached_to: Option<NodeIx>,
        /// Whether the activity stops (`cancelActivity`).
        interrupting: bool,
    },
    /// At the end.
    End,
}

impl EventPosition {
    /// Whether the event waits for something rather than bring it about.
    #[must_use]
    pub const fn catches(self) -> bool {
        matches!(self, Self::Start { .. } | Self::IntermediateCatch | Self::Boundary { .. })
    }
}

/// What an event waits for or brings about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDefinition {
    /// Its identifier; often empty.
    pub id: String,
    /// What it is.
    pub kind: EventKind,
    /// Where it stands.
    pub origin: Origin,
}

/// The kinds of event definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventKind {
    /// A message.
    Message {
        /// Which.
        message: Option<Reference>,
        /// Through which operation.
        operation: Option<Reference>,
    },
    /// A time.
    Timer(Option<Timer>),
    /// A signal to all.
    Signal(Option<Reference>),
    /// An error.
    Error(Option<Reference>),
    /// An escalation.
    Escalation(Option<Reference>),
    /// A condition that comes to hold.
    Conditional(Option<Expression>),
    /// What was done is undone.
    Compensate {
        /// Which activity; nothing for all.
        activity: Option<Reference>,
        /// Whether it waits until that is done.
        wait: bool,
    },
    /// A jump to the link of the same name.
    Link {
        /// The name that both ends have.
        name: String,
    },
    /// Everything of the scope ends.
    Terminate,
    /// The transaction is cancelled.
    Cancel,
}

/// When a timer goes off; the text is ISO 8601 by the standard, and an expression in many files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Timer {
    /// At a time (`timeDate`).
    Date(Expression),
    /// After a time (`timeDuration`).
    Duration(Expression),
    /// Again and again (`timeCycle`).
    Cycle(Expression),
}

impl Timer {
    /// The text, whatever it stands for.
    #[must_use]
    pub const fn expression(&self) -> &Expression {
        match self {
            Self::Date(expression) | Self::Duration(expression) | Self::Cycle(expression) => expression,
        }
    }
}
