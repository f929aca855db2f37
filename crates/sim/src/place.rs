//! Where something is wrong, and what.

use std::fmt;

use crate::distribution::InvalidDistribution;
use crate::timetable::InvalidHours;

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Place {
    /// The whole of what was read.
    #[default]
    Whole,
    /// A value of a JSON file (RFC 6901).
    Pointer(String),
    /// Line and column of a file, from one.
    Line {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// An element of the map.
    Element {
        /// Its identifier.
        id: String,
        /// Its name; empty where it has none.
        name: String,
        /// Line and column in the file; zero where the map was not read from one.
        line: u64,
        /// Column.
        column: u64,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => write!(f, "the file"),
            Self::Pointer(pointer) if pointer.is_empty() => write!(f, "the file"),
            Self::Pointer(pointer) => write!(f, "{pointer}"),
            Self::Line { line, column } => write!(f, "line {line}, column {column}"),
            Self::Element { id, name, line, column } => {
                if *line > 0 {
                    write!(f, "line {line}, column {column}: ")?;
                }
                if name.is_empty() { write!(f, "{id}") } else { write!(f, "{id} (\"{name}\")") }
            }
        }
    }
}

/// Something wrong and where it stands.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{place}: {what}")]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub what: Mistake,
}

impl Problem {
    pub(crate) fn new(place: Place, what: Mistake) -> Self {
        Self { place, what }
    }
}

/// What can be wrong with a scenario, or with a map for simulation. `Display` is English; programs that speak other
/// languages match on the variant.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Mistake {
    /// Not the format at all.
    #[error("this is not {format}: {why}")]
    Syntax {
        /// Which format was expected.
        format: &'static str,
        /// What its parser says.
        why: String,
    },
    /// A file of another kind.
    #[error("this is not a scenario: it has none of {expected}")]
    NotAScenario {
        /// What a scenario would have.
        expected: &'static str,
    },
    /// A file that is too large.
    #[error("the file has {bytes} bytes; {limit} are the most")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Something that has to be there is not.
    #[error("\"{0}\" is missing")]
    Missing(String),
    /// A key that means nothing.
    #[error("the key \"{key}\" is not known here; known are {known}")]
    UnknownKey {
        /// The key.
        key: String,
        /// What would be known.
        known: String,
    },
    /// A value of another type.
    #[error("{wanted} was expected, not {found}")]
    Type {
        /// What was expected.
        wanted: &'static str,
        /// What stands there.
        found: String,
    },
    /// A number that is out of its range.
    #[error("{what} is {value}; it has to be {wanted}")]
    Range {
        /// What it is.
        what: &'static str,
        /// Its value.
        value: f64,
        /// What it may be.
        wanted: &'static str,
    },
    /// A word that is none of those known.
    #[error("\"{word}\" is no {what}; known are {known}")]
    Word {
        /// The word.
        word: String,
        /// What it should be.
        what: &'static str,
        /// What would be known.
        known: &'static str,
    },
    /// Shares that do not sum to one.
    #[error("the probabilities of {of} sum to {sum}, not to 1")]
    Sum {
        /// Whose.
        of: String,
        /// To what.
        sum: f64,
    },
    /// A distribution that is none.
    #[error("the distribution \"{name}\" is not possible: {why}")]
    Distribution {
        /// Its name.
        name: String,
        /// Why.
        why: InvalidDistribution,
    },
    /// A distribution with the wrong number of parameters.
    #[error("the distribution \"{name}\" has {found} parameters; it needs {wanted}")]
    Parameters {
        /// Its name.
        name: String,
        /// How many there are.
        found: usize,
        /// What they would be.
        wanted: &'static str,
    },
    /// Hours that are none.
    #[error("the calendar \"{name}\" is not possible: {why}")]
    Hours {
        /// Its name.
        name: String,
        /// Why.
        why: InvalidHours,
    },
    /// A name that stands for nothing in the scenario.
    #[error("there is no {what} \"{id}\"")]
    Unknown {
        /// What it should be.
        what: &'static str,
        /// Its name.
        id: String,
    },
    /// The scenario speaks of an element that the map does not have.
    #[error("the map has no {what} \"{id}\"")]
    NotInMap {
        /// What it should be.
        what: &'static str,
        /// Its identifier.
        id: String,
    },
    /// A name that was given before.
    #[error("the {what} \"{id}\" stands here a second time")]
    Twice {
        /// What it is.
        what: &'static str,
        /// Its name.
        id: String,
    },
    /// A task that nobody does.
    #[error("nobody does this task: the scenario gives it neither a resource nor a duration")]
    NoResource,
    /// A gateway that goes nowhere, or whose way the scenario does not say.
    #[error("the gateway has no way on that the scenario gives a probability or a rule")]
    NoPath,
    /// A flow that is not one of the gateway's.
    #[error("the flow \"{flow}\" does not leave the gateway \"{gateway}\"")]
    NotAPath {
        /// The flow.
        flow: String,
        /// The gateway.
        gateway: String,
    },
    /// A step from which no case comes to an end.
    #[error("a case that comes here never ends: no end event can be reached")]
    NoExit,
    /// Nothing says how long an event is waited for.
    #[error(
        "nothing says when this event happens: neither the map (a duration such as PT15M) nor the scenario"
    )]
    NoDelay,
    /// Nothing begins.
    #[error("nothing starts a case: the map has no start event that the scenario's arrivals reach")]
    NoStart,
    /// More than one beginning without arrivals for each.
    #[error("the map has {count} start events; the scenario has to say the arrivals of each")]
    ManyStarts {
        /// How many.
        count: usize,
    },
    /// What the map asks for and the simulator cannot do.
    #[error("{0} cannot be simulated")]
    Unsupported(&'static str),
    /// A process that calls itself.
    #[error("the process \"{0}\" calls itself")]
    Recursion(String),
    /// A formula that cannot be read.
    #[error("the formula \"{formula}\" cannot be read: {why}")]
    Formula {
        /// The formula.
        formula: String,
        /// Why.
        why: String,
    },
    /// Too many of something.
    #[error("there are {count} {what}; {limit} are the most")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        count: usize,
        /// The limit.
        limit: usize,
    },
    /// A combination that cannot be.
    #[error("{0}")]
    Conflict(&'static str),
}

/// Why a simulation did not come to its end.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// The scenario is wrong.
    #[error("{}", list(.0))]
    Scenario(Vec<Problem>),
    /// The map cannot be simulated.
    #[error("{}", list(.0))]
    Map(Vec<Problem>),
    /// A number asked for is out of its range.
    #[error("{what} is {value}; it has to be from {least} to {most}")]
    Option {
        /// Which.
        what: &'static str,
        /// What was asked for.
        value: f64,
        /// The least.
        least: f64,
        /// The most.
        most: f64,
    },
    /// A case went round and round.
    #[error(
        "case {case} passed {steps} steps and did not end; its last was {place}: a loop is left too seldom"
    )]
    Endless {
        /// The case.
        case: u64,
        /// How many steps.
        steps: u64,
        /// Where it was.
        place: Place,
    },
    /// Too much at once.
    #[error(
        "{count} cases were in progress at once; {limit} are the most: fewer cases, or people enough for them"
    )]
    TooManyAtOnce {
        /// How many.
        count: usize,
        /// The limit.
        limit: usize,
    },
    /// It was asked to stop.
    #[error("the simulation was cancelled")]
    Cancelled,
}

fn list(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
