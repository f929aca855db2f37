//! The room's SQL.

use super::model::{Run, RunState, Scenario};
use db::{Connection, Error, FromRow, Row, Tx, values};
use jiff::Timestamp;
use uuid::Uuid;

impl FromRow for Scenario {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let unreadable = |what: &str| Error::Unreadable(format!("{what} of a scenario"));
        let changes: String = row.get(3)?;
        let state: Option<String> = row.get(9)?;
        let result: Option<(Timestamp, u64)> = match (row.get(12)?, row.get(13)?) {
            (Some(at), Some(version)) => Some((at, version)),
            _ => None,
        };
        let run = match state {
            None => None,
            Some(state) => Some(Run {
                state: RunState::read(&state).ok_or_else(|| unreadable("the state"))?,
                asked_at: row.get(10)?,
                problem: row.get(11)?,
                result,
            }),
        };
        Ok(Self {
            id: row.get(0)?,
            process: row.get(1)?,
            name: row.get(2)?,
            changes: serde_json::from_str(&changes).map_err(|_| unreadable("the changes"))?,
            author: row.get(4)?,
            author_name: row.get(5)?,
            created_at: row.get(6)?,
            changed_at: row.get(7)?,
            version: row.get(8)?,
            run,
        })
    }
}

macro_rules! scenarios {
    () => {
        "select s.id, s.process, s.name, s.changes, s.author, p.name, s.created_at, s.changed_at, s.version,
            r.state, r.asked_at, r.problem, r.result_at, r.result_version
        from whatif_scenarios s left join people p on p.id = s.author left join whatif_runs r on r.scenario = s.id"
    };
}

const LIST: &str = concat!(scenarios!(), " where s.process = $1 order by s.created_at, s.id limit $2");

pub async fn list(db: &mut Connection, process: Uuid, limit: u32) -> Result<Vec<Scenario>, Error> {
    db.all(LIST, values![process, limit]).await
}

const FIND: &str = concat!(scenarios!(), " where s.id = $1");

pub async fn find(db: &mut Connection, id: Uuid) -> Result<Option<Scenario>, Error> {
    db.maybe(FIND, values![id]).await
}

const COUNT: &str = "select count(*) from whatif_scenarios where process = $1";

pub async fn count(db: &mut Connection, process: Uuid) -> Result<i64, Error> {
    db.one::<(i64,)>(COUNT, values![process]).await.map(|(count,)| count)
}

const ADD: &str = "
    insert into whatif_scenarios (id, process, name, changes, author, created_at, changed_at, version)
    values ($1, $2, $3, $4, $5, $6, $6, 1)";

pub async fn add(tx: &mut Tx, scenario: &Scenario) -> Result<(), Error> {
    let changes = serde_json::json!(scenario.changes).to_string();
    let row =
        values![scenario.id, scenario.process, &scenario.name, changes, scenario.author, scenario.created_at];
    tx.run(ADD, row).await.map(drop)
}

const CHANGE: &str = "
    update whatif_scenarios set name = $3, changes = $4, changed_at = $5, version = version + 1
    where id = $1 and version = $2";

/// Changes a scenario; says whether it still had that version.
pub async fn change(tx: &mut Tx, scenario: &Scenario, now: Timestamp) -> Result<bool, Error> {
    let changes = serde_json::json!(scenario.changes).to_string();
    let row = values![scenario.id, scenario.version, &scenario.name, changes, now];
    Ok(tx.run(CHANGE, row).await? == 1)
}

const REMOVE: &str = "delete from whatif_scenarios where id = $1";

pub async fn remove(tx: &mut Tx, id: Uuid) -> Result<u64, Error> {
    tx.run(REMOVE, values![id]).await
}

const ASK: &str = "
    insert into whatif_runs (scenario, state, asked_at) values ($1, 'waiting', $2)
    on conflict (scenario) do update set state = 'waiting', asked_at = $2, ended_at = null, problem = null";

/// A run is asked for.
pub async fn ask(tx: &mut Tx, scenario: Uuid, now: Timestamp) -> Result<(), Error> {
    tx.run(ASK, values![scenario, now]).await.map(drop)
}

const FINISH: &str = "
    update whatif_runs set state = 'done', ended_at = $3, problem = null, result = $4, result_at = $3, result_version = $5
    where scenario = $1 and state = 'waiting' and asked_at = $2";

/// A run that was asked for then came to its result; says whether it is still wanted.
pub async fn finish(
    tx: &mut Tx,
    (scenario, asked_at): (Uuid, Timestamp),
    (now, version): (Timestamp, u64),
    result: &str,
) -> Result<bool, Error> {
    Ok(tx.run(FINISH, values![scenario, asked_at, now, result, version]).await? == 1)
}

const END: &str = "
    update whatif_runs set state = $2, ended_at = $3, problem = $4 where scenario = $1 and state = 'waiting'";

/// A run ends without a result; says whether there was one.
pub async fn end(
    tx: &mut Tx,
    scenario: Uuid,
    state: RunState,
    now: Timestamp,
    problem: Option<&str>,
) -> Result<bool, Error> {
    Ok(tx.run(END, values![scenario, state.as_str(), now, problem]).await? == 1)
}

const RESULT: &str = "select result from whatif_runs where scenario = $1 and result is not null";

pub async fn result(db: &mut Connection, scenario: Uuid) -> Result<Option<String>, Error> {
    Ok(db.maybe::<(String,)>(RESULT, values![scenario]).await?.map(|(result,)| result))
}

const WAITING: &str = "
    select r.scenario, p.key from whatif_runs r join whatif_scenarios s on s.id = r.scenario
        join processes p on p.id = s.process
    where r.state = 'waiting' order by r.asked_at, r.scenario limit $1";

/// Runs that wait or were under way, with the key of their process.
pub async fn waiting(db: &mut Connection, limit: u32) -> Result<Vec<(Uuid, String)>, Error> {
    db.all(WAITING, values![limit]).await
}

const WORKED: &str = "
    select p.office, count(*), count(distinct p.id) from cases c join people p on p.id = c.responsible
    where c.process = $1 and c.opened_at >= $2 group by p.office order by 2 desc, 1";

/// In which offices those work who answered for the cases opened since: office, cases, people; most cases first.
pub async fn worked(
    db: &mut Connection,
    process: &str,
    since: Timestamp,
) -> Result<Vec<(Option<Uuid>, u64, u64)>, Error> {
    db.all(WORKED, values![process, since]).await
}
