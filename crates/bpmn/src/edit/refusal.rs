//! Why an edit is not made.

/// Why an edit is not made; the document is then as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It names a step that is not there.
    #[error("there is no step `{id}`")]
    NoStep {
        /// The identifier.
        id: String,
    },
    /// It names a lane that is not there.
    #[error("there is no lane `{id}`")]
    NoLane {
        /// The identifier.
        id: String,
    },
    /// It names a flow that is not there.
    #[error("no flow leads from `{from}` to `{to}`")]
    NoFlow {
        /// Where it would begin.
        from: String,
        /// Where it would end.
        to: String,
    },
    /// It makes a flow that is there.
    #[error("a flow leads from `{from}` to `{to}` already")]
    IsFlow {
        /// Where it begins.
        from: String,
        /// Where it ends.
        to: String,
    },
    /// What is new brings an identifier that XML does not allow or another element has.
    #[error("`{id}` cannot be an identifier, or another element has it")]
    Identifier {
        /// The identifier.
        id: String,
    },
    /// A name is missing or longer than [`MAX_NAME`](super::MAX_NAME).
    #[error("a name has 1 to {most} characters")]
    Name {
        /// The most characters.
        most: usize,
    },
    /// There would be more parts than a map may have.
    #[error("a map has at most {most} {part}")]
    TooMany {
        /// `lanes`, `steps` or `flows`.
        part: &'static str,
        /// The most.
        most: usize,
    },
    /// Nothing leads into a start.
    #[error("`{step}` is a start: nothing leads into it")]
    IntoStart {
        /// The start.
        step: String,
    },
    /// Nothing leads out of an end.
    #[error("`{step}` is an end: nothing leads out of it")]
    OutOfEnd {
        /// The end.
        step: String,
    },
    /// A start or end is neither split nor merged.
    #[error("`{step}` is a start or an end, which is neither split nor merged")]
    NotAStep {
        /// It.
        step: String,
    },
    /// A step would be before or after itself, or be merged with itself.
    #[error("`{step}` cannot stand beside itself")]
    Itself {
        /// It.
        step: String,
    },
    /// A step is the message of a pool that nobody sees into, of which only the name can be changed here.
    #[error("`{step}` is a message of a pool that nobody sees into; change it in the drawing")]
    Message {
        /// It.
        step: String,
    },
    /// A lane holds steps still.
    #[error("lane `{lane}` holds steps; move them to another lane first")]
    LaneNotEmpty {
        /// It.
        lane: String,
    },
    /// The customer's lane stays.
    #[error("lane `{lane}` is the only one of the customer, and stays")]
    OnlyCustomer {
        /// It.
        lane: String,
    },
    /// The only step stays.
    #[error("`{step}` is the only step, and stays")]
    OnlyStep {
        /// It.
        step: String,
    },
    /// The file draws it in a way that can be changed truthfully only in the full notation.
    #[error("`{what}` is drawn in a way that the grid cannot change; change it in the drawing")]
    NotHere {
        /// The step or lane.
        what: String,
    },
}
