//! The room's SQL.

use super::model::{Columns, Log};
use super::summary::Summary;
use db::{Connection, Error, FromRow, Row, Tx, values};
use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

impl FromRow for Log {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let unreadable = |_| Error::Unreadable("what is known of a log".to_owned());
        let summary: Option<String> = row.get(6)?;
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            person: row.get(2)?,
            created_at: row.get(3)?,
            size_bytes: row.get(4)?,
            columns: serde_json::from_str(&row.get::<String>(5)?).map_err(unreadable)?,
            summary: summary.map(|kept| serde_json::from_str(&kept)).transpose().map_err(unreadable)?,
        })
    }
}

const LIST: &str = "
    select id, name, person, created_at, size_bytes, columns, summary
    from logs order by created_at desc, id desc limit $1 offset $2";

pub async fn list(db: &mut Connection, (limit, offset): (u32, u32)) -> Result<Vec<Log>, Error> {
    db.all(LIST, values![limit, offset]).await
}

const FIND: &str =
    "select id, name, person, created_at, size_bytes, columns, summary from logs where id = $1";

pub async fn find(db: &mut Connection, id: Uuid) -> Result<Option<Log>, Error> {
    db.maybe(FIND, values![id]).await
}

const FILE: &str = "select file from logs where id = $1";

pub async fn file(db: &mut Connection, id: Uuid) -> Result<Option<Arc<[u8]>>, Error> {
    Ok(db.maybe::<(Vec<u8>,)>(FILE, values![id]).await?.map(|(file,)| file.into()))
}

const COUNT: &str = "select count(*) from logs";

pub async fn count(db: &mut Connection) -> Result<i64, Error> {
    db.one::<(i64,)>(COUNT, values![]).await.map(|(count,)| count)
}

const ADD: &str = "
    insert into logs (id, name, person, created_at, size_bytes, file, columns)
    values ($1, $2, $3, $4, $5, $6, $7)";

pub async fn add(
    tx: &mut Tx,
    (id, name): (Uuid, &str),
    (person, now): (Uuid, Timestamp),
    file: &[u8],
    columns: &Columns,
) -> Result<(), Error> {
    let size = file.len() as u64;
    let columns = serde_json::json!(columns).to_string();
    tx.run(ADD, values![id, name, person, now, size, file, columns]).await.map(drop)
}

const SUM_UP: &str = "update logs set columns = $2, summary = $3 where id = $1";

pub async fn sum_up(tx: &mut Tx, id: Uuid, columns: &Columns, summary: &Summary) -> Result<u64, Error> {
    let (columns, summary) = (serde_json::json!(columns).to_string(), serde_json::json!(summary).to_string());
    tx.run(SUM_UP, values![id, columns, summary]).await
}

const REMOVE: &str = "delete from logs where id = $1";

pub async fn remove(tx: &mut Tx, id: Uuid) -> Result<u64, Error> {
    tx.run(REMOVE, values![id]).await
}
