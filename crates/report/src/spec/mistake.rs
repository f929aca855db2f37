//! What can be wrong with a spec, and where.

/// A mistake in a spec with its place; line and column count from one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {mistake}")]
pub struct SpecError {
    /// Line of the spec.
    pub line: usize,
    /// Character within the line.
    pub column: usize,
    /// What is wrong.
    pub mistake: Mistake,
}

/// What is wrong. `Display` is English; programs that speak other languages match on the variant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Mistake {
    /// Not TOML.
    #[error("not valid TOML: {0}")]
    Syntax(String),
    /// A key that means nothing.
    #[error("[{table}] has no key \"{key}\"{}; it knows {}", did_you_mean(near.as_ref()), known.join(", "))]
    UnknownKey {
        /// Table in which it stands.
        table: String,
        /// The key.
        key: String,
        /// What was probably meant.
        near: Option<String>,
        /// What the table knows.
        known: Vec<String>,
    },
    /// A key that has to be there.
    #[error("[{table}] needs the key \"{key}\"")]
    MissingKey {
        /// Table in which it is missing.
        table: String,
        /// The key.
        key: String,
    },
    /// A text that says nothing.
    #[error("\"{key}\" is empty")]
    Empty {
        /// The key.
        key: String,
    },
    /// A name that was given before.
    #[error("the {what} \"{name}\" stands here a second time")]
    Twice {
        /// `lane`, `step`, `driver` or `what_if`; ends are steps as well.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// More mistakes than anyone reads at once.
    #[error("there are more than {limit} mistakes; the others are not listed")]
    TooMany {
        /// How many are listed.
        limit: usize,
    },
    /// A value of another type.
    #[error("\"{key}\" must be {expected}")]
    WrongType {
        /// The key.
        key: String,
        /// `text`, `words`, `number`, `numbers`, `flag`, `table`, `tables` or `condition`.
        expected: &'static str,
    },
    /// A value that is none of those allowed.
    #[error("\"{value}\" is no value for \"{key}\"; use {allowed}")]
    BadValue {
        /// The key.
        key: String,
        /// What it was given.
        value: String,
        /// What may be given.
        allowed: String,
    },
    /// A name that stands nowhere else.
    #[error("there is no {what} \"{name}\"{}", did_you_mean(near.as_ref()))]
    UnknownName {
        /// `file`, `field`, `lane`, `driver` or `step`.
        what: &'static str,
        /// The name.
        name: String,
        /// What was probably meant.
        near: Option<String>,
    },
    /// A field of another kind than is needed here.
    #[error("the field \"{field}\" must be of kind {expected} here")]
    WrongKind {
        /// The field.
        field: String,
        /// The kind that is needed.
        expected: &'static str,
    },
    /// Look-ups that wait for one another.
    #[error("the file \"{file}\" is looked up through a field that comes from itself")]
    Circle {
        /// The file.
        file: String,
    },
    /// Text that is longer than a spec may be.
    #[error("the spec is longer than {limit} bytes")]
    TooLong {
        /// The most.
        limit: usize,
    },
}

fn did_you_mean(near: Option<&String>) -> String {
    near.map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"))
}
