//! The room's SQL.

use super::Promise;
use db::{Connection, Error, FromRow, Row, Tx, values};
use jiff::SignedDuration;

impl FromRow for Promise {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0)?,
            key: row.get(1)?,
            name: row.get(2)?,
            target: SignedDuration::from_secs(row.get(3)?),
            warn_share: row.get(4)?,
            compensation_cents: row.get(5)?,
            sentence: row.get(6)?,
        })
    }
}

const FIND: &str = "
    select id, key, name, target_s, warn_share, compensation_cents, sentence from promises where key = $1";

pub async fn find(db: &mut Connection, key: &str) -> Result<Option<Promise>, Error> {
    db.maybe(FIND, values![key]).await
}

const LIST: &str = "
    select id, key, name, target_s, warn_share, compensation_cents, sentence from promises order by name";

pub async fn list(db: &mut Connection) -> Result<Vec<Promise>, Error> {
    db.all(LIST, values![]).await
}

const ADD: &str = "
    insert into promises (id, key, name, target_s, warn_share, compensation_cents, sentence) values";

pub async fn add(tx: &mut Tx, promises: &[Promise]) -> Result<(), Error> {
    let row = |promise: &Promise| {
        values![
            promise.id,
            &promise.key,
            &promise.name,
            promise.target.as_secs(),
            promise.warn_share,
            promise.compensation_cents,
            &promise.sentence
        ]
    };
    tx.insert_all(ADD, promises.iter().map(row).collect()).await
}
