//! The journal: what happened, stream by stream, numbered without gaps.
//!
//! A stream is one thing's history: a case's, an answer's, a person's. Its events are numbered from 1; the database
//! itself keeps two writers from giving the same number ([`Error::Taken`]).

use crate::{Connection, Error, FromRow, Row, Tx, Value, values};
use jiff::Timestamp;
use uuid::Uuid;

/// An event of a stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Kind of thing that the stream is about.
    pub topic: String,
    /// The thing's id.
    pub stream: Uuid,
    /// Its number in the stream, from 1.
    pub version: u64,
    /// When it happened.
    pub at: Timestamp,
    /// What kind of actor did it: `person`, `customer` or `program`.
    pub actor_kind: String,
    /// Who did it, if someone did.
    pub actor: Option<Uuid>,
    /// What happened, by the name of its kind.
    pub kind: String,
    /// What the kind says of it, as JSON.
    pub data: String,
}

impl FromRow for Entry {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            topic: row.get(0)?,
            stream: row.get(1)?,
            version: row.get(2)?,
            at: row.get(3)?,
            actor_kind: row.get(4)?,
            actor: row.get(5)?,
            kind: row.get(6)?,
            data: row.get(7)?,
        })
    }
}

const APPEND: &str = "insert into journal (topic, stream, version, at, actor_kind, actor, kind, data) values";

/// Puts events at the end of their streams.
///
/// # Errors
///
/// [`Error::Taken`], if one of the numbers is used already.
pub async fn append(tx: &mut Tx, entries: Vec<Entry>) -> Result<(), Error> {
    let rows = entries.into_iter().map(|entry| {
        let version = i64::try_from(entry.version).unwrap_or(i64::MAX);
        values![
            entry.topic,
            entry.stream,
            version,
            entry.at,
            entry.actor_kind,
            entry.actor,
            entry.kind,
            entry.data
        ]
    });
    tx.insert_all(APPEND, rows.collect()).await
}

const STREAM: &str = "
    select topic, stream, version, at, actor_kind, actor, kind, data from journal
    where stream = $1 and version > $2 order by version";

/// The events of a stream after this version, oldest first.
///
/// # Errors
///
/// [`Error`], as the database says.
pub async fn stream(connection: &mut Connection, stream: Uuid, after: u64) -> Result<Vec<Entry>, Error> {
    let after = i64::try_from(after).unwrap_or(i64::MAX);
    connection.all(STREAM, values![stream, after]).await
}

const VERSION: &str = "select coalesce(max(version), 0) from journal where stream = $1";

/// The version of the stream's last event; 0 if there is none.
///
/// # Errors
///
/// [`Error`], as the database says.
pub async fn version(connection: &mut Connection, stream: Uuid) -> Result<u64, Error> {
    let (version,): (u64,) = connection.one(VERSION, values![stream]).await?;
    Ok(version)
}

const LAST: &str = "select coalesce(max(seq), 0) from journal where topic = $1";

/// The place of the topic's last event in the whole journal; it changes whenever something happens there.
///
/// # Errors
///
/// [`Error`], as the database says.
pub async fn last(connection: &mut Connection, topic: &str) -> Result<i64, Error> {
    let (seq,): (i64,) = connection.one(LAST, values![topic]).await?;
    Ok(seq)
}

const TOPIC: &str = "
    select seq, topic, stream, version, at, actor_kind, actor, kind, data from journal
    where topic = $1 and seq > $2 order by seq limit $3";

/// The next `limit` events of a topic after the place `after`, in the order in which they were written, each with
/// its own place. From the start that is 0.
///
/// # Errors
///
/// [`Error`], as the database says.
pub async fn topic(
    connection: &mut Connection,
    topic: &str,
    after: i64,
    limit: u32,
) -> Result<Vec<Placed>, Error> {
    connection.all(TOPIC, values![topic, after, limit]).await
}

const STREAMS: &str = "
    select topic, stream, version, at, actor_kind, actor, kind, data from journal
    where (stream, version) > ($2, $3) and topic = $1 order by stream, version limit $4";

/// The next `limit` events of a topic after a version of a stream, stream by stream. From the start that is the nil id
/// and 0. This is the order to make rows from: each thing's whole history comes together.
///
/// # Errors
///
/// [`Error`], as the database says.
pub async fn streams(
    connection: &mut Connection,
    topic: &str,
    (stream, version): (Uuid, u64),
    limit: u32,
) -> Result<Vec<Entry>, Error> {
    connection.all(STREAMS, values![topic, stream, version, limit]).await
}

/// An event with its place in the whole journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The place; it grows.
    pub seq: i64,
    /// The event.
    pub entry: Entry,
}

impl FromRow for Placed {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            seq: row.get(0)?,
            entry: Entry {
                topic: row.get(1)?,
                stream: row.get(2)?,
                version: row.get(3)?,
                at: row.get(4)?,
                actor_kind: row.get(5)?,
                actor: row.get(6)?,
                kind: row.get(7)?,
                data: row.get(8)?,
            },
        })
    }
}

/// Puts one event of what is not event-sourced at the end of its stream, for those who ask later who changed it.
///
/// # Errors
///
/// [`Error`], as the database says.
pub async fn note(
    tx: &mut Tx,
    topic: &str,
    stream: Uuid,
    (actor_kind, actor): (&str, Option<Uuid>),
    at: Timestamp,
    (kind, data): (&str, String),
) -> Result<u64, Error> {
    tx.lock(stream).await?;
    let version = version(tx, stream).await? + 1;
    let entry = Entry {
        topic: topic.into(),
        stream,
        version,
        at,
        actor_kind: actor_kind.into(),
        actor,
        kind: kind.into(),
        data,
    };
    append(tx, vec![entry]).await?;
    Ok(version)
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Int(Some(i64::try_from(number).unwrap_or(i64::MAX)))
    }
}
