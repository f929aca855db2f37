//! Data, what connects it with steps, and what is written beside the flow.

use super::{Base, ElementRef, NodeIx, Reference, ScopeIx};

/// Data in a scope or of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataItem {
    /// Identifier, name, documentation, origin.
    pub base: Base,
    /// The scope it lies in.
    pub scope: ScopeIx,
    /// The step whose input, output or property it is; nothing for what lies in the scope itself.
    pub node: Option<NodeIx>,
    /// What it is.
    pub kind: DataKind,
    /// The state it is in (`dataState`).
    pub state: Option<String>,
}

/// The kinds of data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DataKind {
    /// A data object.
    Object {
        /// Whether it is many.
        collection: bool,
    },
    /// A data object as it appears in the diagram.
    ObjectReference {
        /// The data object.
        object: Option<Reference>,
    },
    /// A data store as it appears in the diagram.
    StoreReference {
        /// The data store.
        store: Option<Reference>,
    },
    /// What a process or step is given.
    Input {
        /// Whether it is many.
        collection: bool,
    },
    /// What a process or step gives.
    Output {
        /// Whether it is many.
        collection: bool,
    },
    /// A variable.
    Property,
}

/// What connects data with a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataAssociation {
    /// Identifier, documentation, origin.
    pub base: Base,
    /// The step.
    pub node: NodeIx,
    /// Whether data goes to the step rather than from it.
    pub input: bool,
    /// Where data comes from.
    pub sources: Vec<ElementRef>,
    /// Where data goes to.
    pub target: Option<ElementRef>,
}

impl DataAssociation {
    /// The data at the other end than the step: the one that stands in the diagram.
    #[must_use]
    pub fn data(&self) -> Option<ElementRef> {
        if self.input { self.sources.first().copied() } else { self.target }
    }
}

/// What is written beside the flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Identifier, documentation, origin.
    pub base: Base,
    /// What it is.
    pub kind: ArtifactKind,
}

/// The kinds of artifact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArtifactKind {
    /// A note.
    Annotation {
        /// What it says.
        text: String,
    },
    /// A frame around what belongs together.
    Group {
        /// The category value it is named by.
        category: Option<Reference>,
    },
    /// A line between two elements.
    Association {
        /// Where it begins.
        source: Option<ElementRef>,
        /// Where it ends.
        target: Option<ElementRef>,
        /// Which way it points.
        direction: Direction,
    },
}

/// Which way an association points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// No way.
    #[default]
    None,
    /// From source to target.
    One,
    /// Both ways.
    Both,
}
