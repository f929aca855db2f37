//! What a scenario changes: only what differs from today, so that it stays a change when today's figures move on.

mod apply;

use crate::web::Text;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// Most people of a lane.
pub const MAX_PEOPLE: f64 = 200.0;

/// Longest time of a step, in seconds: a year.
pub const MAX_TIME_S: f64 = 31_536_000.0;

/// Most times as many cases as today.
pub const MAX_VOLUME: f64 = 20.0;

/// Most steps that a scenario adds.
pub const MAX_ADDED: usize = 20;

/// Most cases of a replication, of all of them together, and most replications, that a page simulates.
pub const MAX_CASES: u64 = 20_000;
/// Most replications.
pub const MAX_REPLICATIONS: u64 = 200;
/// Most cases of all replications together.
pub const MAX_CASES_IN_ALL: u64 = 400_000;

/// Longest name of a scenario or step, in characters.
pub const MAX_NAME: usize = 120;

/// Days of the week, as scenarios name them.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// What a scenario changes. Lanes and steps are named by their identifiers on the map; times are in seconds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = WhatIfChanges)]
pub struct Changes {
    /// How many times as many cases come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<f64>,
    /// People of a lane.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub people: BTreeMap<String, f64>,
    /// More people of a lane on a day of the week, `mon` to `sun`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, BTreeMap<String, f64>>,
    /// When the people of a lane are there, such as `mon-fri 09:00-17:00, sat 10:00-14:00`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub hours: BTreeMap<String, String>,
    /// What an hour of work costs in a lane.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub cost_per_hour: BTreeMap<String, f64>,
    /// Mean working time at a step.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub work_s: BTreeMap<String, f64>,
    /// Mean time at a step that no free person would shorten.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub delay_s: BTreeMap<String, f64>,
    /// Mean time after which a customer who waits at a step leaves; 0 for never.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub patience_s: BTreeMap<String, f64>,
    /// Shares of the ways from a step, by the step they lead to; those of a step sum to 1.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub shares: BTreeMap<String, BTreeMap<String, f64>>,
    /// Steps that are done in another lane.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub moved: BTreeMap<String, String>,
    /// Steps that are left out: cases go on to what comes after them.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub removed: BTreeSet<String>,
    /// Steps that come in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<Added>,
    /// Cases of a replication; as many as come in a year without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<u64>,
    /// How often the process is run; 20 times without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replications: Option<u64>,
}

/// A step that comes in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = WhatIfStep)]
pub struct Added {
    /// The step that it comes after.
    pub after: String,
    /// What people call it.
    pub name: String,
    /// Its lane.
    pub lane: String,
    /// Mean working time, seconds.
    pub work_s: f64,
    /// Mean time before the work, seconds.
    pub delay_s: f64,
}

/// What is wrong with a change, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    /// The field of the form that it stands in.
    pub field: String,
    /// What people call that.
    pub of: String,
    /// What is wrong.
    pub text: Text,
}

impl Changes {
    /// Whether nothing is changed of the process.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let size = (self.cases, self.replications);
        *self == Self { cases: size.0, replications: size.1, ..Self::default() }
    }
}
