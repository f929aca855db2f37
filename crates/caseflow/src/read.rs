//! Events out of and into JSON, and what can be wrong with what a journal holds.

use crate::limits::EVENT_BYTES;
use crate::{Actor, Envelope, Event};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Why a line or row of a journal is not an event. It never stops a program that only passes it on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// A kind that this version does not know: the journal was written by a newer one.
    #[error("events of the kind `{kind}` come from a newer version; update the program")]
    UnknownKind {
        /// Name of the kind, its first 64 characters.
        kind: String,
    },
    /// The data of a known kind is not of its form.
    #[error("the data of `{kind}` is not of its form: {source}")]
    Data {
        /// Name of the kind.
        kind: &'static str,
        /// What the reader found.
        source: serde_json::Error,
    },
    /// A line is not an envelope.
    #[error("the line is not an event with its version, time, actor, kind and data: {source}")]
    Line {
        /// What the reader found.
        source: serde_json::Error,
    },
    /// More bytes than any event has.
    #[error("the event is longer than {limit} bytes")]
    TooLong {
        /// [`EVENT_BYTES`], for a line with room for the envelope.
        limit: usize,
    },
}

impl ReadError {
    pub(crate) fn unknown(kind: &str) -> Self {
        Self::UnknownKind { kind: kind.chars().take(64).collect() }
    }
}

/// An event's data, to be written without its kind.
pub(crate) struct Data<'a>(pub &'a Event);

/// Bytes of a line beside its event's data.
const ENVELOPE_BYTES: usize = 1024;

/// An envelope as a line of JSON.
#[derive(Serialize)]
struct LineOut<'a> {
    version: u64,
    at: Timestamp,
    actor: Actor,
    kind: &'static str,
    data: Data<'a>,
}

/// A line of JSON before its data is understood.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineIn<'a> {
    version: u64,
    at: Timestamp,
    actor: Actor,
    #[serde(borrow)]
    kind: Cow<'a, str>,
    #[serde(borrow)]
    data: &'a RawValue,
}

impl Event {
    /// The event's data as JSON, which the journal keeps beside its [`kind`](Event::kind).
    pub fn data(&self) -> String {
        json(&Data(self))
    }
}

impl Envelope {
    /// The envelope as one line of JSON, without the line's end.
    pub fn to_line(&self) -> String {
        let &Self { version, at, actor, ref event } = self;
        json(&LineOut { version, at, actor, kind: event.kind(), data: Data(event) })
    }

    /// Reads what [`to_line`](Self::to_line) wrote.
    ///
    /// # Errors
    ///
    /// A line that is too long, not an envelope, of a newer version's kind, or with data that is not its kind's.
    pub fn from_line(line: &str) -> Result<Self, ReadError> {
        if line.len() > EVENT_BYTES + ENVELOPE_BYTES {
            return Err(ReadError::TooLong { limit: EVENT_BYTES + ENVELOPE_BYTES });
        }
        let LineIn { version, at, actor, kind, data } =
            serde_json::from_str(line).map_err(|source| ReadError::Line { source })?;
        Ok(Self { version, at, actor, event: Event::read(&kind, data.get())? })
    }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("texts, numbers and ids can always be written")
}

pub(crate) fn within_limit(data: &str) -> Result<(), ReadError> {
    if data.len() > EVENT_BYTES { Err(ReadError::TooLong { limit: EVENT_BYTES }) } else { Ok(()) }
}

pub(crate) fn data<'a, T: Deserialize<'a>>(kind: &'static str, data: &'a str) -> Result<T, ReadError> {
    serde_json::from_str(data).map_err(|source| ReadError::Data { kind, source })
}
