//! What reads processes, and what was measured on them.

use super::entries::Catalogue;
use super::flow::{self, Course, Measured, Passage};
use super::glance::Glance;
use super::model::Process;
use super::store;
use crate::rooms::cases::{self, StepOfCase};
use crate::web::{Mark, Memo};
use db::{Connection, Error, journal};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Processes that a catalogue holds at most.
pub const MAX_PROCESSES: u32 = 20_000;

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
    catalogue: Memo<Catalogue>,
    glances: Memo<BTreeMap<String, Glance>>,
    measured: Memo<Measured>,
}

impl Default for Measures {
    fn default() -> Self {
        Self { catalogue: Memo::new(1), glances: Memo::new(1), measured: Memo::new(REMEMBERED) }
    }
}

/// When a period of figures that ends now began: at the start of a day (in UTC), so that a link to its cases can name it.
#[must_use]
pub fn since(now: Timestamp, period: SignedDuration) -> Timestamp {
    let from = now - period;
    Timestamp::from_second(from.as_second().div_euclid(86_400) * 86_400).unwrap_or(from)
}

/// The process with this key.
///
/// # Errors
///
/// What the database says.
pub async fn find(db: &mut Connection, key: &str) -> Result<Option<Process>, Error> {
    store::find(db, key).await
}

/// When a process or its map was changed last.
///
/// # Errors
///
/// What the database says.
pub async fn changed_at(db: &mut Connection, process: &Process) -> Result<Timestamp, Error> {
    store::changed_at(db, process.id).await
}

/// The name of every process, by its key.
///
/// # Errors
///
/// What the database says.
pub async fn names(db: &mut Connection) -> Result<BTreeMap<String, String>, Error> {
    Ok(store::names(db).await?.into_iter().collect())
}

/// The whole catalogue.
///
/// # Errors
///
/// What the database says.
pub async fn catalogue(db: &mut Connection, measures: &Measures) -> Result<Arc<Catalogue>, Error> {
    // Entries carry the names of people, too.
    let mark = [journal::last(db, "process").await?, journal::last(db, "person").await?, 0, 0];
    if let Some(known) = measures.catalogue.get("", mark) {
        return Ok(known);
    }
    let entries = store::catalogue(db, MAX_PROCESSES).await?;
    Ok(measures.catalogue.put("", mark, Catalogue::of(entries)))
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
    let [cases, feedback, _, hour] = mark(db, now).await?;
    // What is said of a process changes nothing that was measured.
    let mark = [cases, feedback, 0, hour];
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
    let courses = courses(db, &process.key, since).await?;
    let passages = passages(db, &process.key, since).await?;
    let scores = store::step_scores(db, &process.key, since).await?;
    let figures = flow::measured(&process.map, &courses, &passages, &scores);
    Ok(measures.measured.put(&process.key, mark, figures))
}

/// The cases of a process that were opened since, the latest first.
///
/// # Errors
///
/// What the database says.
pub async fn courses(db: &mut Connection, key: &str, since: Timestamp) -> Result<Vec<Course>, Error> {
    store::courses(db, key, since, MAX_CASES).await
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

/// How many cases and answers speak of a process.
///
/// # Errors
///
/// What the database says.
pub(super) async fn used(db: &mut Connection, key: &str) -> Result<(u64, u64), Error> {
    store::used(db, key).await
}
