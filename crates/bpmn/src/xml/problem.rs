//! What is malformed in a file, and why a file is refused.

use super::Place;

/// Something malformed that was mended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {kind}")]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What, and how it was mended.
    pub kind: ProblemKind,
}

/// The kinds of malformedness.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProblemKind {
    /// The declared encoding has no meaning or is not the file's.
    #[error("the file is not in the encoding `{label}` that it declares; it was read as {used}")]
    WrongEncoding {
        /// The declared encoding.
        label: String,
        /// The encoding it was read in.
        used: &'static str,
    },
    /// Bytes that mean nothing in the encoding.
    #[error("these bytes mean nothing in {encoding}; they were replaced by the sign \u{fffd}")]
    Undecodable {
        /// The encoding.
        encoding: &'static str,
    },
    /// A character that XML forbids.
    #[error("XML forbids the character U+{code:04X}; it was replaced by the sign \u{fffd}")]
    ForbiddenCharacter {
        /// The character's number.
        code: u32,
    },
    /// An ampersand that begins no reference.
    #[error("a bare ampersand; write `&amp;`")]
    BareAmpersand,
    /// A reference to an entity that is not XML's own.
    #[error("the entity `&{name};` is not known; it was kept as text")]
    UnknownEntity {
        /// The entity.
        name: String,
    },
    /// A `<` that begins no tag.
    #[error("a bare `<`; write `&lt;`")]
    BareLess,
    /// A prefix without a namespace.
    #[error("the prefix `{prefix}` is not declared; it was taken for `{namespace}`")]
    UndeclaredPrefix {
        /// The prefix.
        prefix: String,
        /// The namespace it was taken for.
        namespace: String,
    },
    /// A prefix that is declared to mean nothing.
    #[error("the prefix `{prefix}` is declared without a namespace; the declaration was left out")]
    EmptyNamespace {
        /// The prefix.
        prefix: String,
    },
    /// A name with more than one colon.
    #[error("the name `{name}` has more than one colon")]
    Colons {
        /// The name.
        name: String,
    },
    /// The same attribute twice.
    #[error("the attribute `{name}` is given twice; the later value `{value}` was left out")]
    DuplicateAttribute {
        /// The attribute.
        name: String,
        /// The value that was left out, shortened.
        value: String,
    },
    /// An attribute without a value or quotes.
    #[error("the attribute `{name}` has no quotes around its value")]
    UnquotedAttribute {
        /// The attribute.
        name: String,
    },
    /// Something in a tag that is no attribute.
    #[error("`{text}` is no attribute; it was left out")]
    NoAttribute {
        /// What stands there, shortened.
        text: String,
    },
    /// An element that is not closed.
    #[error("`<{name}>` of {opened} is not closed before here")]
    Unclosed {
        /// The element's name.
        name: String,
        /// Where it was opened.
        opened: Place,
    },
    /// An end tag for nothing that is open.
    #[error("`</{name}>` closes nothing that is open; it was left out")]
    UnmatchedEnd {
        /// The name.
        name: String,
    },
    /// A comment with two hyphens.
    #[error("a comment may not hold `--`; a space was put between")]
    HyphensInComment,
    /// A second outermost element.
    #[error("`<{name}>` is a second outermost element; it was put into the first")]
    SecondRoot {
        /// The element's name.
        name: String,
    },
    /// Text outside the outermost element.
    #[error("text outside the outermost element; it was left out")]
    TextOutside,
    /// A declaration, document type or instruction where it may not stand.
    #[error("{what} may not stand here; it was left out")]
    Misplaced {
        /// What it is.
        what: &'static str,
    },
    /// Markup that does not end.
    #[error("{what} does not end; the rest of the file was left out")]
    Endless {
        /// What it is.
        what: &'static str,
    },
}

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file is too large.
    #[error("the file has {found} bytes; at most {limit} are read")]
    TooLarge {
        /// Its size.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// Elements are nested too deeply.
    #[error("{place}: elements are nested more than {limit} deep")]
    TooDeep {
        /// Where.
        place: Place,
        /// The limit.
        limit: usize,
    },
    /// An attribute or text is too long.
    #[error("{place}: {what} has {found} bytes; at most {limit} are read")]
    TooLong {
        /// Where.
        place: Place,
        /// `an attribute` or `a text`.
        what: &'static str,
        /// Its length.
        found: usize,
        /// The limit.
        limit: usize,
    },
    /// An element has too many attributes.
    #[error("{place}: an element has more than {limit} attributes")]
    TooManyAttributes {
        /// Where.
        place: Place,
        /// The limit.
        limit: usize,
    },
    /// There are too many nodes.
    #[error("{place}: the file has more than {limit} elements, attributes and texts")]
    TooManyNodes {
        /// Where.
        place: Place,
        /// The limit.
        limit: usize,
    },
    /// The document type brings entities or leads to another file.
    #[error(
        "{place}: a document type with declarations or an address of its own is refused, because it may hide other files or grow without end; remove `<!DOCTYPE …>`"
    )]
    Doctype {
        /// Where.
        place: Place,
    },
    /// Too much is malformed.
    #[error("{place}: more than {limit} places are malformed; this is no XML file")]
    TooMalformed {
        /// Where it was given up.
        place: Place,
        /// The limit.
        limit: usize,
    },
    /// There is no element.
    #[error("the file holds no XML element")]
    NoElement,
}
