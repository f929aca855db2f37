//! A scenario, and how its simulation stands.

use super::changes::Changes;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Most scenarios of a process.
pub const MAX_SCENARIOS: u32 = 100;

/// A scenario: changes to a process under a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Its id.
    pub id: Uuid,
    /// The process.
    pub process: Uuid,
    /// What people call it.
    pub name: String,
    /// What it changes.
    pub changes: Changes,
    /// Who made it; none of those that came with the demo.
    pub author: Option<Uuid>,
    /// What they are called.
    pub author_name: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub changed_at: Timestamp,
    /// Grows with every change.
    pub version: u64,
    /// How its simulation stands.
    pub run: Option<Run>,
}

/// How a simulation stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// How far it is.
    pub state: RunState,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Why there is no result, in a word for programs: `impossible`, `wrong`, `refused`, `busy` or `unwritten`.
    pub problem: Option<String>,
    /// When the result was found, and of which version of the scenario it speaks.
    pub result: Option<(Timestamp, u64)>,
}

/// How far a simulation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WhatIfState)]
pub enum RunState {
    /// It waits for others, or runs.
    Waiting,
    /// It is over, and there is a result.
    Done,
    /// Somebody stopped it.
    Cancelled,
    /// It cannot be simulated.
    Failed,
}

impl RunState {
    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }

    /// The state of a word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        [Self::Waiting, Self::Done, Self::Cancelled, Self::Failed]
            .into_iter()
            .find(|state| state.as_str() == word)
    }
}

impl Scenario {
    /// Whether it is being simulated, or will be.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.state == RunState::Waiting)
    }

    /// Whether there is a result.
    #[must_use]
    pub fn has_result(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.result.is_some())
    }

    /// Whether the result is of a version before the last change.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        let of = self.run.as_ref().and_then(|run| run.result).map(|(_, version)| version);
        of.is_some_and(|version| version != self.version)
    }
}
