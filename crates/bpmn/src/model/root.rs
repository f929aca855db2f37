//! Definitions that processes refer to: messages, signals, errors, data stores and more.

use super::{Base, Reference, TaskKind};

/// Something defined for all processes of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// What it is.
    pub kind: RootKind,
}

/// The kinds of definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RootKind {
    /// A message.
    Message {
        /// What it carries.
        item: Option<Reference>,
    },
    /// A signal.
    Signal,
    /// An error.
    Error {
        /// The code it is known by.
        code: Option<String>,
    },
    /// An escalation.
    Escalation {
        /// The code it is known by.
        code: Option<String>,
    },
    /// An event definition that events refer to.
    EventDefinition(super::EventKind),
    /// A data type.
    ItemDefinition {
        /// The type, as the file writes it.
        structure: Option<String>,
        /// Whether it is many.
        collection: bool,
    },
    /// A data store.
    DataStore {
        /// How many it holds.
        capacity: Option<u64>,
        /// Whether it holds any number.
        unlimited: bool,
    },
    /// A category.
    Category,
    /// A value of a category: the name of a group.
    CategoryValue {
        /// The value.
        value: String,
    },
    /// A service.
    Interface,
    /// What a service does.
    Operation {
        /// The message it takes.
        takes: Option<Reference>,
        /// The message it gives.
        gives: Option<Reference>,
    },
    /// Who or what does work.
    Resource,
    /// A task that others call.
    GlobalTask(TaskKind),
    /// An organisation of a kind.
    PartnerRole,
    /// An organisation.
    PartnerEntity,
    /// Another definition of the standard, by its element's name.
    Other(String),
}
