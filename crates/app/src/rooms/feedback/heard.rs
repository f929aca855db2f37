//! What customers of one process felt and how likely they are to recommend it, step by step.

use super::emotions::Emotions;
use super::feelings;
use super::model::{Felt, MAX_FELT};
use super::store;
use db::{Connection, Error};
use jiff::Timestamp;
use measure::{Feelings, Moments, STRONGEST};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Answers that are looked at most, the latest.
const MAX_MARKS: u32 = 200_000;

/// What was heard in a period.
#[derive(Debug, Clone)]
pub struct Heard {
    /// The emotions that answers may name, in the order in which they are counted below.
    pub emotions: Emotions,
    /// What was felt, over all answers that name an emotion; strengths lie from 0 to 10.
    pub whole: Feelings,
    /// The same by step.
    pub felt: BTreeMap<String, Feelings>,
    /// How likely customers are to recommend, 0 to 10, by step.
    pub marks: BTreeMap<String, Moments>,
    /// The same of each case that somebody answered for.
    pub of_cases: HashMap<Uuid, f64>,
}

/// What was heard of a process since.
///
/// # Errors
///
/// What the database says.
pub async fn heard_since(db: &mut Connection, process: &str, since: Timestamp) -> Result<Heard, Error> {
    let emotions = feelings::emotions(db).await?;
    let none = Feelings::new(&emotions.clusters());
    let mut heard = Heard {
        emotions,
        whole: none.clone(),
        felt: BTreeMap::new(),
        marks: BTreeMap::new(),
        of_cases: HashMap::new(),
    };
    for (step, felt, n) in store::felt_by_step(db, process, since).await? {
        let felt: Felt = serde_json::from_str(&felt).map_err(|_| Error::Unreadable("emotions".into()))?;
        let strengths: Vec<(usize, f64)> = felt
            .iter()
            .filter_map(|(name, felt)| {
                Some((heard.emotions.place(name)?, f64::from(*felt) / f64::from(MAX_FELT) * STRONGEST))
            })
            .collect();
        if strengths.is_empty() {
            continue;
        }
        for _ in 0..n {
            heard.whole.push(&strengths);
        }
        if let Some(step) = step {
            let of_step = heard.felt.entry(step).or_insert_with(|| none.clone());
            for _ in 0..n {
                of_step.push(&strengths);
            }
        }
    }
    for (step, case, score) in store::marks(db, process, since, MAX_MARKS).await? {
        let score = f64::from(score);
        if let Some(step) = step {
            heard.marks.entry(step).or_default().push(score);
        }
        if let Some(case) = case {
            heard.of_cases.entry(case).or_insert(score);
        }
    }
    Ok(heard)
}
