//! XML as a tree in which nothing is lost, with the place of everything.
//!
//! [`Document::read`] mends what it can of a malformed file and lists it; [`Document::write`] gives well-formed XML, and what
//! is read and written a second time is the same to the byte. [`same`] compares two documents as trees. Entities of a
//! document type are never expanded: a file that brings its own is refused, as is one beyond the limits below.

mod attributes;
mod characters;
mod compare;
mod cursor;
mod decode;
mod document;
mod edit;
mod graft;
mod names;
mod place;
mod problem;
mod read;
mod write;

pub(crate) use characters::is_identifier;
pub use compare::{Difference, same};
pub use document::{Attribute, Content, Document, Name};
pub use place::{NodeId, Place};
pub use problem::{Problem, ProblemKind, ReadError};

/// The largest file that is read.
pub const MAX_FILE_BYTES: usize = 64 << 20;
/// The longest attribute's value.
pub const MAX_ATTRIBUTE_BYTES: usize = 4 << 20;
/// The longest text, comment or instruction.
pub const MAX_TEXT_BYTES: usize = 16 << 20;
/// The most elements one within the other.
pub const MAX_DEPTH: usize = 256;
/// The most elements, texts, comments, instructions and attributes together.
pub const MAX_NODES: usize = 1_000_000;
/// The most attributes of an element.
pub const MAX_ATTRIBUTES: usize = 256;
/// The most that may be malformed before a file is taken for something else than XML.
pub const MAX_PROBLEMS: usize = 1_000;
