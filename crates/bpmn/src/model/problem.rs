//! What is wrong with a model: broken references, identifiers and values.

use crate::xml::Place;

/// Something wrong in a file that is well-formed; the rest was read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {element}: {kind}")]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// The element, as its kind and identifier: `sequenceFlow f1`.
    pub element: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// The kinds of problem of a model.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// The outermost element is not that of BPMN.
    #[error("the outermost element is not `definitions` of BPMN 2.0")]
    NotDefinitions,
    /// An element of BPMN's namespace that the standard does not have here.
    #[error("BPMN 2.0 has no such element here; it is kept, but not understood")]
    UnknownElement,
    /// An element that others refer to has no identifier.
    #[error("it has no `id`")]
    MissingId,
    /// Two elements have one identifier.
    #[error("its `id` is that of the element at {first}, too")]
    DuplicateId {
        /// Where the first stands.
        first: Place,
    },
    /// A reference leads to nothing.
    #[error("`{attribute}` leads to `{text}`, which does not exist")]
    BrokenReference {
        /// The attribute or element that refers.
        attribute: &'static str,
        /// The reference.
        text: String,
    },
    /// A reference leads to an element of the wrong kind.
    #[error("`{attribute}` leads to `{text}`, which is not {expected}")]
    WrongReference {
        /// The attribute or element that refers.
        attribute: &'static str,
        /// The reference.
        text: String,
        /// What it should lead to.
        expected: &'static str,
    },
    /// A reference that the standard asks for is not there.
    #[error("it has no `{attribute}`")]
    MissingReference {
        /// The attribute or element.
        attribute: &'static str,
    },
    /// A line of a diagram has fewer points than a line needs.
    #[error("a line needs two waypoints or more; it has {found}")]
    TooFewWaypoints {
        /// How many it has.
        found: usize,
    },
    /// A value that means nothing.
    #[error("`{attribute}` is `{text}`, which is not {expected}")]
    BadValue {
        /// The attribute.
        attribute: &'static str,
        /// The value.
        text: String,
        /// What it should be.
        expected: &'static str,
    },
    /// A node lies in two lanes, none of them within the other.
    #[error("`{node}` lies in the lane `{other}`, too")]
    TwoLanes {
        /// The node.
        node: String,
        /// The lane that came first, which is taken.
        other: String,
    },
}
