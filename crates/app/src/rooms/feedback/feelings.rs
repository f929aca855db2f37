//! What customers felt in a period, and the list of emotions by which it is counted.

use super::emotions::{Cluster, Emotion, Emotions};
use super::model::Felt;
use super::queries::Asking;
use super::store;
use crate::rooms::settings;
use crate::web::{Problem, Text};
use db::{Connection, Error, Tx, journal};
use jiff::Timestamp;
use uuid::Uuid;

/// The stream of the journal in which changes of the list are noted.
const STREAM: Uuid = Uuid::from_u128(0x0190_c0de_0000_7000_8000_0000_0000_0e30);

/// The organisation's list of emotions, or the one that the program brings.
///
/// # Errors
///
/// What the database says; [`Error::Unreadable`] for a list that is none.
pub async fn emotions(db: &mut Connection) -> Result<Emotions, Error> {
    let Some(kept) = settings::emotions(db).await? else { return Ok(Emotions::default()) };
    let list: Option<Vec<Emotion>> = serde_json::from_str(&kept).ok();
    list.and_then(|list| Emotions::new(list).ok())
        .ok_or_else(|| Error::Unreadable("the list of emotions".into()))
}

/// How often the list was changed; a change carries the number that it was made against.
///
/// # Errors
///
/// What the database says.
pub async fn version(db: &mut Connection) -> Result<u64, Error> {
    journal::version(db, STREAM).await
}

/// Puts another list in the place of that of version `seen`; without one it is the program's again. Answers keep the names
/// that they were given with: those that are not on the list are not counted, and count again once they are back.
///
/// # Errors
///
/// [`Problem::Conflict`], if somebody changed it since.
pub async fn replace(
    tx: &mut Tx,
    seen: u64,
    list: Option<Emotions>,
    by: (&'static str, Option<Uuid>),
    now: Timestamp,
) -> Result<(), Problem> {
    tx.lock(STREAM).await?;
    if journal::version(tx, STREAM).await? != seen {
        return Err(Problem::Conflict(Text::key("emotions-changed-meanwhile")));
    }
    let text = list.map(|list| serde_json::json!(list.iter().collect::<Vec<_>>()).to_string());
    match &text {
        Some(text) => settings::keep_emotions(tx, text).await?,
        None => settings::drop_emotions(tx).await?,
    }
    let data = serde_json::json!({ "own": text.is_some() }).to_string();
    journal::note(tx, "settings", STREAM, by, now, ("emotions-changed", data)).await?;
    Ok(())
}

/// What was felt.
#[derive(Debug, Clone, Default)]
pub struct Feelings {
    /// How many answers name an emotion.
    pub n: u64,
    /// The emotions of the list, each with how many of them name it.
    pub named: Vec<(Emotion, u64)>,
    /// How many emotions were named, by cluster in the order of [`Cluster::ALL`].
    pub clusters: [u64; Cluster::ALL.len()],
    /// How many answers name an emotion that drives customers away.
    pub driven_away: u64,
}

/// What was felt in a period, whatever was asked.
///
/// # Errors
///
/// What the database says.
pub async fn feelings(db: &mut Connection, asking: &Asking) -> Result<Feelings, Error> {
    let emotions = emotions(db).await?;
    let named = emotions.iter().map(|emotion| (emotion.clone(), 0)).collect();
    let mut feelings = Feelings { named, ..Feelings::default() };
    for (felt, n) in store::emotions(db, asking).await? {
        let felt: Felt = serde_json::from_str(&felt).map_err(|_| Error::Unreadable("emotions".into()))?;
        let places: Vec<usize> = felt.keys().filter_map(|name| emotions.place(name)).collect();
        if places.is_empty() {
            continue;
        }
        feelings.n += n;
        for &at in &places {
            let (emotion, count) = &mut feelings.named[at];
            *count += n;
            feelings.clusters[emotion.cluster as usize] += n;
        }
        if places.iter().any(|&at| feelings.named[at].0.cluster == Cluster::Destroying) {
            feelings.driven_away += n;
        }
    }
    Ok(feelings)
}
