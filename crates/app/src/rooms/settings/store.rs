//! The room's SQL.

use db::{Connection, Error, Tx, values};

const GET: &str = "select value from settings where key = $1";

const KEEP: &str = "insert into settings (key, value) values ($1, $2) on conflict (key) do nothing";

const PUT: &str = "insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value";

pub async fn get(db: &mut Connection, key: &str) -> Result<Option<String>, Error> {
    let row: Option<(String,)> = db.maybe(GET, values![key]).await?;
    Ok(row.map(|(value,)| value))
}

/// Sets the value, if there is none yet.
pub async fn keep(tx: &mut Tx, key: &str, value: &str) -> Result<(), Error> {
    tx.run(KEEP, values![key, value]).await.map(drop)
}

pub async fn put(tx: &mut Tx, key: &str, value: &str) -> Result<(), Error> {
    tx.run(PUT, values![key, value]).await.map(drop)
}

const REMOVE: &str = "delete from settings where key = $1";

pub async fn remove(tx: &mut Tx, key: &str) -> Result<(), Error> {
    tx.run(REMOVE, values![key]).await.map(drop)
}
