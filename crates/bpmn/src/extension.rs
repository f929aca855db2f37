//! What customers' processes need and BPMN has no place for, in `urn:touchline:bpmn:1` within `extensionElements`.
//!
//! [`Extensions::read`] gathers it from a file; each part is written back with `write`. What another version of the
//! format put there besides, is kept. Other tools keep all of it when they save, because it is made of plain elements and
//! attributes in a namespace of its own. The format is described in `docs/guide/bpmn.md`.

mod lines;
mod money;
mod read;
mod write;

pub use money::{BadMoney, Money};
pub use write::{write_line, write_phase, write_step_line};

use crate::map::Visibility;
use crate::model::{LaneIx, NodeIx, ParticipantIx, ProcessIx};
use std::collections::BTreeMap;

/// The namespace of the extension.
pub const NAMESPACE: &str = "urn:touchline:bpmn:1";

/// A stage of the customer's life-cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Finding customers, and making them ours.
    Acquire,
    /// Growing with them.
    Develop,
    /// Keeping what they have in order.
    Maintain,
    /// Getting those back who left.
    WinBack,
    /// Letting go, well.
    IntendedLoss,
}

impl Stage {
    /// Every stage, in the order of a customer's life.
    pub const ALL: [Self; 5] =
        [Self::Acquire, Self::Develop, Self::Maintain, Self::WinBack, Self::IntendedLoss];

    /// The word used in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acquire => "acquire",
            Self::Develop => "develop",
            Self::Maintain => "maintain",
            Self::WinBack => "win-back",
            Self::IntendedLoss => "intended-loss",
        }
    }
}

/// What is said of a process.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProcessExtension {
    /// Its stage of the customer's life-cycle.
    pub stage: Option<Stage>,
    /// Who begins it.
    pub initiator: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// What customers come for.
    pub scenarios: Vec<Scenario>,
    /// Others whom customers compare with, by name.
    pub competitors: Vec<String>,
}

/// What a customer comes for, and how the process answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scenario {
    /// What people call it.
    pub name: String,
    /// Why the customer comes.
    pub reason: Option<String>,
    /// The way by which they come.
    pub channel: Option<String>,
    /// Identifiers of the steps that answer it.
    pub steps: Vec<String>,
}

/// What is said of a step: any flow node.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StepExtension {
    /// How it stands to the customer, where that differs from its lane.
    pub line: Option<Visibility>,
    /// The part of the customer's way that it belongs to; neighbours of one phase stand under one heading.
    pub phase: Option<String>,
    /// The way by which the customer is met.
    pub channel: Option<String>,
    /// What is promised, by its key.
    pub promise: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Whether the customer would pay for it.
    pub value_adding: Option<bool>,
    /// Of an end: whether the customer got what they came for.
    pub good: Option<bool>,
    /// What it costs each time.
    pub cost: Option<Money>,
    /// How long it takes and how often it is right.
    pub times: Times,
    /// What the customer should feel.
    pub emotions: Vec<Emotion>,
    /// What may go wrong.
    pub failures: Vec<FailurePoint>,
    /// How others do here.
    pub scores: Vec<CompetitorScore>,
    /// What could be better.
    pub ideas: Vec<String>,
}

/// How long a step takes and how often it is right (Rother & Shook, *Learning to See*, 1999).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Times {
    /// Work on one case, seconds.
    pub process_s: Option<f64>,
    /// Waiting before the work, seconds.
    pub waiting_s: Option<f64>,
    /// Complete and accurate (%C&A): how many of a hundred the next step can use as they come, 0 to 100.
    pub accurate_percent: Option<f64>,
}

/// What the customer should feel at a step.
#[derive(Debug, Clone, PartialEq)]
pub struct Emotion {
    /// Which.
    pub name: String,
    /// How strongly, 0 to 10.
    pub strength: f64,
}

/// What may go wrong at a step (failure mode and effects analysis, IEC 60812).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailurePoint {
    /// What goes wrong.
    pub what: String,
    /// How bad it is, 1 to 10.
    pub severity: u8,
    /// How often it happens, 1 to 10.
    pub occurrence: u8,
    /// How hard it is to notice in time, 1 to 10.
    pub detection: u8,
}

impl FailurePoint {
    /// The risk priority number, 1 to 1,000: severity × occurrence × detection.
    #[must_use]
    pub fn rpn(&self) -> u32 {
        u32::from(self.severity) * u32::from(self.occurrence) * u32::from(self.detection)
    }
}

/// How another does at a step.
#[derive(Debug, Clone, PartialEq)]
pub struct CompetitorScore {
    /// Who.
    pub competitor: String,
    /// The score, on the scale of the organisation's own.
    pub score: f64,
    /// Where it is known from.
    pub source: Option<String>,
    /// From how many answers.
    pub n: Option<u32>,
    /// The standard deviation of the answers, from which and `n` the interval around the score follows.
    pub deviation: Option<f64>,
}

/// All that a file says in the extension.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Extensions {
    /// Of processes.
    pub processes: BTreeMap<ProcessIx, ProcessExtension>,
    /// Of steps, events and gateways.
    pub steps: BTreeMap<NodeIx, StepExtension>,
    /// How lanes stand to the customer.
    pub lanes: BTreeMap<LaneIx, Visibility>,
    /// How pools stand to the customer.
    pub pools: BTreeMap<ParticipantIx, Visibility>,
}
