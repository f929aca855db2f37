//! The room's SQL.

use super::kept_map;
use super::model::{Area, Process, Stage, State};
use crate::web::folded;
use db::{Connection, Error, FromRow, Row, Tx, values};
use jiff::Timestamp;

impl FromRow for Process {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let word = |index| row.get::<String>(index);
        let damaged = |what: &str| Error::Unreadable(what.to_owned());
        Ok(Self {
            id: row.get(0)?,
            key: row.get(1)?,
            name: row.get(2)?,
            description: row.get(3)?,
            stage: Stage::read(&word(4)?).ok_or_else(|| damaged("a stage of a process"))?,
            area: Area::read(&word(5)?).ok_or_else(|| damaged("an area of a process"))?,
            state: State::read(&word(6)?).ok_or_else(|| damaged("a state of a process"))?,
            department: row.get(7)?,
            owner: row.get(8)?,
            promise: row.get(9)?,
            reviewed_at: row.get(10)?,
            map: kept_map::read(&word(11)?).ok_or_else(|| damaged("a map of a process"))?,
            version: row.get(12)?,
        })
    }
}

const FIND: &str = "
    select id, key, name, description, stage, area, state, department, owner, promise, reviewed_at, map, version
    from processes where key = $1";

pub async fn find(db: &mut Connection, key: &str) -> Result<Option<Process>, Error> {
    db.maybe(FIND, values![key]).await
}

const NAMES: &str = "select key, name from processes";

pub async fn names(db: &mut Connection) -> Result<Vec<(String, String)>, Error> {
    db.all(NAMES, values![]).await
}

const ADD: &str = "
    insert into processes (id, key, name, folded, description, stage, area, state, department, owner, promise,
        reviewed_at, map, version, changed_at) values";

pub async fn add(tx: &mut Tx, processes: &[Process], now: Timestamp) -> Result<(), Error> {
    let row = |process: &Process| {
        values![
            process.id,
            &process.key,
            &process.name,
            folded(&format!("{} {}", process.name, process.description)),
            &process.description,
            process.stage.as_str(),
            process.area.as_str(),
            process.state.as_str(),
            process.department,
            process.owner,
            process.promise.as_deref().map(str::to_owned),
            process.reviewed_at,
            kept_map::written(&process.map),
            process.version,
            now
        ]
    };
    tx.insert_all(ADD, processes.iter().map(row).collect()).await
}
