//! The map of a customer process: lanes ordered by how far the customer sees, steps in them, flows between steps.
//!
//! A [`CustomerMap`] is valid once it exists: [`CustomerMap::new`] checks everything and names every problem it finds.
//!
//! Sources: Shostack, *Designing Services That Deliver*, HBR 1984; Bitner, Ostrom & Morgan, *Service Blueprinting: A
//! Practical Technique for Service Innovation*, California Management Review 2008; Rummler & Brache, *Improving
//! Performance*, 1990; IBM, *Line of Visibility Engineering Methodology*, SG24-2590, 1995.

mod check;
mod lines;

pub use check::{MAX_FLOWS, MAX_LANES, MAX_STEPS, MapProblem};
pub use lines::{Line, LineKind};

use std::fmt;
use std::str::FromStr;

/// How a lane stands to the customer; the order is top to bottom on a service blueprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// What the customer does.
    Customer,
    /// What the customer meets: people and pages "on stage".
    Front,
    /// What people of the organisation do out of the customer's sight.
    Back,
    /// Systems that work without a person.
    System,
    /// Other organisations: suppliers, carriers, banks.
    Partner,
}

impl Visibility {
    /// Every visibility, from the customer downwards.
    pub const ALL: [Self; 5] = [Self::Customer, Self::Front, Self::Back, Self::System, Self::Partner];

    /// The word used in specifications and files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Front => "front",
            Self::Back => "back",
            Self::System => "system",
            Self::Partner => "partner",
        }
    }
}

impl fmt::Display for Visibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Visibility {
    type Err = UnknownVisibility;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|visibility| visibility.as_str() == word)
            .ok_or_else(|| UnknownVisibility { word: word.to_owned() })
    }
}

/// A word that names no [`Visibility`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is no visibility of a lane; use customer, front, back, system or partner")]
pub struct UnknownVisibility {
    /// The word as it was given.
    pub word: String,
}

/// A role, department, system or partner: one row of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// Identifier, unique among the lanes.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// How it stands to the customer.
    pub visibility: Visibility,
}

/// What a step of the map stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Where cases come in; nothing flows into it.
    Start,
    /// Something that happens to the case.
    Step,
    /// A way the process ends; nothing flows out of it.
    End {
        /// Whether the customer got what they came for (delivered well), or not (cancelled, lost).
        good: bool,
    },
}

impl StepKind {
    /// Whether the process ends here.
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self, Self::End { .. })
    }
}

/// Something that happens to a case, in one lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Identifier, unique among the steps.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Index of its lane in [`CustomerMap::lanes`].
    pub lane: usize,
    /// What it stands for.
    pub kind: StepKind,
}

/// One step directly followed by another; `from == to` is a step that is repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Flow {
    /// Index of the earlier step in [`CustomerMap::steps`].
    pub from: usize,
    /// Index of the later step in [`CustomerMap::steps`].
    pub to: usize,
}

/// A checked map of a customer process.
///
/// ```
/// use bpmn::map::{CustomerMap, Flow, Lane, LineKind, Step, StepKind, Visibility};
///
/// let lane = |id: &str, visibility| Lane { id: id.into(), name: id.into(), visibility };
/// let step = |id: &str, lane, kind| Step { id: id.into(), name: id.into(), lane, kind };
/// let map = CustomerMap::new(
///     vec![lane("buyer", Visibility::Customer), lane("warehouse", Visibility::Back)],
///     vec![
///         step("ordered", 0, StepKind::Step),
///         step("packed", 1, StepKind::Step),
///         step("received", 0, StepKind::End { good: true }),
///     ],
///     vec![Flow { from: 0, to: 1 }, Flow { from: 1, to: 2 }],
/// )
/// .expect("a valid map");
/// assert_eq!(map.lines()[0].kind, LineKind::Interaction);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerMap {
    lanes: Vec<Lane>,
    steps: Vec<Step>,
    flows: Vec<Flow>,
}

impl CustomerMap {
    /// Checks the parts and joins them to a map.
    ///
    /// # Errors
    /// Every [`MapProblem`] found, in the order lanes, steps, flows, reachability.
    pub fn new(lanes: Vec<Lane>, steps: Vec<Step>, flows: Vec<Flow>) -> Result<Self, Vec<MapProblem>> {
        let problems = check::problems(&lanes, &steps, &flows);
        if problems.is_empty() { Ok(Self { lanes, steps, flows }) } else { Err(problems) }
    }

    /// The lanes, the customer's first.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }

    /// The steps, in the order they were given.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The flows, in the order they were given.
    #[must_use]
    pub fn flows(&self) -> &[Flow] {
        &self.flows
    }

    /// The lines of the service blueprint that lie between the lanes, from top to bottom.
    #[must_use]
    pub fn lines(&self) -> Vec<Line> {
        lines::between(&self.lanes)
    }
}
