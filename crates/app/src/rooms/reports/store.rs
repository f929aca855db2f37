//! The room's SQL.

use super::material::{Answer, Case};
use db::{Connection, Error, FromRow, Row, values};
use jiff::Timestamp;
use uuid::Uuid;

impl FromRow for Case {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0)?,
            number: row.get(1)?,
            opened_at: row.get(2)?,
            closed_at: row.get(3)?,
            outcome: row.get(4)?,
            promise_due: row.get(5)?,
            promise_state: row.get(6)?,
            segment: row.get(7)?,
            office: row.get(8)?,
            channel: None,
        })
    }
}

const CASES: &str = "
    select c.id, c.number, c.opened_at, c.closed_at, c.outcome, c.promise_due, c.promise_state, u.segment, o.name
    from cases c left join customers u on u.id = c.customer left join offices o on o.id = u.office
    where c.process = $1 and c.opened_at >= $2 order by c.opened_at desc limit $3";

pub async fn cases(db: &mut Connection, key: &str, since: Timestamp, limit: u32) -> Result<Vec<Case>, Error> {
    db.all(CASES, values![key, since, limit]).await
}

/// A field of a case that got a value, as far as it names a channel.
#[derive(serde::Deserialize)]
struct FieldSet {
    field: String,
    value: Choice,
}

#[derive(serde::Deserialize)]
struct Choice {
    value: serde_json::Value,
}

const FIELDS: &str = "
    select j.stream, j.data from cases c join journal j on j.stream = c.id
    where c.process = $1 and c.opened_at >= $2 and j.kind = 'field-set' order by j.stream, j.version limit $3";

/// The channel through which each case came, where one is noted.
pub async fn channels(
    db: &mut Connection,
    key: &str,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<(Uuid, String)>, Error> {
    let rows: Vec<(Uuid, String)> = db.all(FIELDS, values![key, since, limit]).await?;
    let channel = |(case, data): (Uuid, String)| {
        let set = serde_json::from_str::<FieldSet>(&data).ok().filter(|set| set.field == "channel")?;
        Some((case, set.value.value.as_str()?.to_owned()))
    };
    Ok(rows.into_iter().filter_map(channel).collect())
}

impl FromRow for Answer {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self { case: row.get(0)?, score: row.get(1)?, at: row.get(2)? })
    }
}

const ANSWERS: &str = "
    select f.case_id, f.score, f.at from feedback f join cases c on c.id = f.case_id
    where c.process = $1 and c.opened_at >= $2 and f.question = 'nps' order by f.at limit $3";

pub async fn answers(
    db: &mut Connection,
    key: &str,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<Answer>, Error> {
    db.all(ANSWERS, values![key, since, limit]).await
}
