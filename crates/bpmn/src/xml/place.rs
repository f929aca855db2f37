//! Where something stands: in a document's tree, and in the file it was read from.

use std::fmt;

/// A place in a file; both numbers count from 1, columns in characters.
///
/// What was not read from a file stands at [`Place::NONE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl Place {
    /// The place of what was made by a program.
    pub const NONE: Self = Self { line: 0, column: 0 };
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// A node of one document; of no meaning in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    /// The document itself: the node above the outermost element.
    pub const DOCUMENT: Self = Self(0);

    /// Its number in its document; of two elements that were read, the earlier has the lower.
    pub(crate) const fn number(self) -> usize {
        self.0 as usize
    }

    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}
