//! What reads processes, and what was measured on them.

use super::flow::{self, Measured, Passage};
use super::glance::Glance;
use super::model::{Process, Stage, State};
use super::pages::Picture;
use super::store;
use crate::rooms::cases::{self, StepOfCase};
use crate::web::folded::pattern;
use crate::web::{Mark, Memo};
use db::{Connection, Error, journal};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;
use uuid::Uuid;

/// Processes that a list goes through at most.
const MAX_LISTED: u32 = 2_000;

/// Cases that the figures of one process are worked out from at most, the latest.
const MAX_CASES: u32 = 100_000;

/// Passages that they are worked out from at most.
const MAX_PASSAGES: usize = 2_000_000;

/// Processes whose figures are remembered at most.
const REMEMBERED: usize = 256;

/// The period of figures in a list.
pub const QUARTER: SignedDuration = SignedDuration::from_hours(24 * 90);

/// The period of the figures of one process.
pub const YEAR: SignedDuration = SignedDuration::from_hours(24 * 365);

/// Figures that were worked out, as long as they hold.
#[derive(Debug)]
pub struct Measures {
    glances: Memo<BTreeMap<String, Glance>>,
    measured: Memo<Measured>,
    /// Drawn maps; each takes some ten kilobytes.
    pub(super) pictures: Memo<Picture>,
}

impl Default for Measures {
    fn default() -> Self {
        Self { glances: Memo::new(1), measured: Memo::new(REMEMBERED), pictures: Memo::new(REMEMBERED) }
    }
}

/// When a period of figures that ends now began: at the start of a day (in UTC), so that a link to its cases can name it.
#[must_use]
pub fn since(now: Timestamp, period: SignedDuration) -> Timestamp {
    let from = now - period;
    Timestamp::from_second(from.as_second().div_euclid(86_400) * 86_400).unwrap_or(from)
}

/// A process in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it is, in a paragraph.
    pub description: String,
    /// Its stage.
    pub stage: Stage,
    /// How far its description is.
    pub state: State,
    /// The name of who answers for it.
    pub owner: Option<String>,
    /// The name of its department.
    pub department: Option<String>,
    /// What is promised, by its key.
    pub promise: Option<String>,
    /// When it was last looked over.
    pub reviewed_at: Option<Timestamp>,
}

/// The process with this key.
///
/// # Errors
///
/// What the database says.
pub async fn find(db: &mut Connection, key: &str) -> Result<Option<Process>, Error> {
    store::find(db, key).await
}

/// The name of every process, by its key.
///
/// # Errors
///
/// What the database says.
pub async fn names(db: &mut Connection) -> Result<BTreeMap<String, String>, Error> {
    Ok(store::names(db).await?.into_iter().collect())
}

/// Processes by name: those that hold the words, of this owner, of this department, where these are given.
///
/// # Errors
///
/// What the database says.
pub async fn list(
    db: &mut Connection,
    words: &str,
    owner: Option<Uuid>,
    department: Option<Uuid>,
) -> Result<Vec<Listed>, Error> {
    store::list(db, pattern(words), owner, department, MAX_LISTED).await
}

/// Those who own a process, by name.
///
/// # Errors
///
/// What the database says.
pub(super) async fn owners(db: &mut Connection) -> Result<Vec<(Uuid, String)>, Error> {
    store::owners(db, MAX_LISTED).await
}

/// Those who may own one, by name.
///
/// # Errors
///
/// What the database says.
pub(super) async fn may_own(db: &mut Connection) -> Result<Vec<(Uuid, String)>, Error> {
    store::may_own(db, MAX_LISTED).await
}

/// The names of the owner and of the department of a process.
///
/// # Errors
///
/// What the database says.
pub(super) async fn people(
    db: &mut Connection,
    process: &Process,
) -> Result<(Option<String>, Option<String>), Error> {
    store::people(db, process.id).await
}

/// Of what state of the journal figures of this moment speak. Periods move on by the hour.
///
/// # Errors
///
/// What the database says.
pub async fn mark(db: &mut Connection, now: Timestamp) -> Result<Mark, Error> {
    let cases = journal::last(db, "case").await?;
    let feedback = journal::last(db, "feedback").await?;
    let processes = journal::last(db, "process").await?;
    Ok([cases, feedback, processes, now.as_second().div_euclid(3600)])
}

/// The figures of every process over the last quarter, by its key; those without cases and answers are missing.
///
/// # Errors
///
/// What the database says.
pub async fn glances(
    db: &mut Connection,
    measures: &Measures,
    now: Timestamp,
) -> Result<Arc<BTreeMap<String, Glance>>, Error> {
    let mark = mark(db, now).await?;
    if let Some(known) = measures.glances.get("", mark) {
        return Ok(known);
    }
    let since = since(now, QUARTER);
    let mut glances: BTreeMap<String, Glance> = BTreeMap::new();
    for (key, cases, open, kept, broken) in store::counts(db, since).await? {
        let glance = glances.entry(key).or_default();
        (glance.cases, glance.open) = (cases, open);
        glance.promise = measure::Share { n: kept + broken, hits: kept };
    }
    for (key, median_us) in store::medians(db, since).await? {
        glances.entry(key).or_default().median_s = Some(median_us / 1e6);
    }
    for (key, nps) in store::scores(db, since).await? {
        glances.entry(key.unwrap_or_default()).or_default().nps = nps;
    }
    Ok(measures.glances.put("", mark, glances))
}

/// What was measured on a process over the last year.
///
/// # Errors
///
/// What the database says.
pub async fn measured(
    db: &mut Connection,
    measures: &Measures,
    process: &Process,
    now: Timestamp,
) -> Result<Arc<Measured>, Error> {
    let mark = mark(db, now).await?;
    if let Some(known) = measures.measured.get(&process.key, mark) {
        return Ok(known);
    }
    let since = since(now, YEAR);
    let courses = store::courses(db, &process.key, since, MAX_CASES).await?;
    let passages = passages(db, &process.key, since).await?;
    let scores = store::step_scores(db, &process.key, since).await?;
    let figures = flow::measured(&process.map, &courses, &passages, &scores);
    Ok(measures.measured.put(&process.key, mark, figures))
}

/// Which steps the cases of a process came to that were opened since, case by case in the order of time.
///
/// # Errors
///
/// What the database says.
pub async fn passages(db: &mut Connection, key: &str, since: Timestamp) -> Result<Vec<Passage>, Error> {
    let mut passages = Vec::new();
    let take = |reached: StepOfCase| {
        if passages.len() < MAX_PASSAGES {
            passages.push(Passage { case: reached.case, step: reached.step, at: reached.at });
        }
    };
    cases::events_of_process(db, key, since, take).await?;
    Ok(passages)
}
