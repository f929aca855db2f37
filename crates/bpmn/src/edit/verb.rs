//! What can be done to a customer process in its grid.

use crate::map::Visibility;
use serde::{Deserialize, Serialize};

/// Longest name of a step, lane, flow or stage, in characters.
pub const MAX_NAME: usize = 200;

/// An edit. Steps and lanes are named by identifier; what is new brings its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Edit {
    /// A new step.
    AddStep {
        /// Its identifier.
        step: String,
        /// Its name.
        name: String,
        /// The lane it lies in.
        lane: String,
        /// Where in the flow.
        at: Place,
    },
    /// A step gets another name.
    RenameStep {
        /// Which.
        step: String,
        /// The name.
        name: String,
    },
    /// A step goes to a lane and, if wished, to another place in the flow; what came before it then leads to what came after.
    MoveStep {
        /// Which.
        step: String,
        /// The lane, which may be the one it lies in.
        lane: String,
        /// Where in the flow; nothing to leave that as it is.
        #[serde(default)]
        at: Option<Place>,
    },
    /// A step becomes two that follow each other: the first stays what it was, the second is new.
    SplitStep {
        /// Which.
        step: String,
        /// The name of the first.
        name: String,
        /// The identifier of the second.
        second: String,
        /// The name of the second.
        second_name: String,
    },
    /// Two steps become one, with all that led to either and from either, and all that is said of both.
    MergeSteps {
        /// The one that stays.
        step: String,
        /// The one that goes.
        with: String,
        /// The name of both together.
        name: String,
    },
    /// A step goes; what came before it then leads to what came after.
    RemoveStep {
        /// Which.
        step: String,
    },
    /// A new lane, below all others that stand to the customer alike.
    AddLane {
        /// Its identifier.
        lane: String,
        /// Its name.
        name: String,
        /// How it stands to the customer.
        #[serde(with = "line")]
        line: Visibility,
    },
    /// A lane gets another name.
    RenameLane {
        /// Which.
        lane: String,
        /// The name.
        name: String,
    },
    /// A lane goes above another, or below all others of its line.
    MoveLane {
        /// Which.
        lane: String,
        /// How it stands to the customer from now on.
        #[serde(with = "line")]
        line: Visibility,
        /// The lane of that line above which it goes; nothing for the last place.
        #[serde(default)]
        before: Option<String>,
    },
    /// A lane without steps goes.
    RemoveLane {
        /// Which.
        lane: String,
    },
    /// A step follows another.
    Connect {
        /// The earlier.
        from: String,
        /// The later.
        to: String,
    },
    /// A step no longer follows another.
    Disconnect {
        /// The earlier.
        from: String,
        /// The later.
        to: String,
    },
    /// What is written at the arrow from a step to another.
    NameFlow {
        /// The earlier.
        from: String,
        /// The later.
        to: String,
        /// The name; empty for none.
        name: String,
    },
    /// The part of the customer's way that a step belongs to.
    SetStage {
        /// Which.
        step: String,
        /// The stage; nothing for none.
        #[serde(default)]
        stage: Option<String>,
    },
}

/// A place in the flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Nothing leads to it or from it yet.
    Loose,
    /// After a step: what followed that step follows it.
    After(String),
    /// Before a step: what led to that step leads to it.
    Before(String),
    /// On the way from a step to one that follows it.
    Between(String, String),
}

impl Edit {
    /// The step or lane that it is about; of a flow, where it begins.
    #[must_use]
    pub fn subject(&self) -> &str {
        match self {
            Self::AddStep { step, .. }
            | Self::RenameStep { step, .. }
            | Self::MoveStep { step, .. }
            | Self::SplitStep { step, .. }
            | Self::MergeSteps { step, .. }
            | Self::RemoveStep { step }
            | Self::SetStage { step, .. } => step,
            Self::AddLane { lane, .. }
            | Self::RenameLane { lane, .. }
            | Self::MoveLane { lane, .. }
            | Self::RemoveLane { lane } => lane,
            Self::Connect { from, .. } | Self::Disconnect { from, .. } | Self::NameFlow { from, .. } => from,
        }
    }

    /// The word for what is done, as in the serialised form.
    #[must_use]
    pub const fn verb(&self) -> &'static str {
        match self {
            Self::AddStep { .. } => "add-step",
            Self::RenameStep { .. } => "rename-step",
            Self::MoveStep { .. } => "move-step",
            Self::SplitStep { .. } => "split-step",
            Self::MergeSteps { .. } => "merge-steps",
            Self::RemoveStep { .. } => "remove-step",
            Self::AddLane { .. } => "add-lane",
            Self::RenameLane { .. } => "rename-lane",
            Self::MoveLane { .. } => "move-lane",
            Self::RemoveLane { .. } => "remove-lane",
            Self::Connect { .. } => "connect",
            Self::Disconnect { .. } => "disconnect",
            Self::NameFlow { .. } => "name-flow",
            Self::SetStage { .. } => "set-stage",
        }
    }
}

/// A visibility by its word.
mod line {
    use crate::map::Visibility;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
    pub(super) fn serialize<S: Serializer>(line: &Visibility, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(line.as_str())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Visibility, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}
