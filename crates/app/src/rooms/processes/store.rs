//! The room's SQL.

use super::flow::Course;
use super::kept_map;
use super::model::{Area, Process, Stage, State};
use super::queries::Listed;
use crate::web::folded;
use db::{Connection, Error, FromRow, Row, Tx, values};
use jiff::Timestamp;
use measure::Nps;
use uuid::Uuid;

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

const CHANGE: &str = "
    update processes set name = $2, folded = $3, description = $4, stage = $5, area = $6, state = $7,
        department = $8, owner = $9, promise = $10, reviewed_at = $11, version = version + 1, changed_at = $12
    where id = $1 and version = $13";

/// Changes everything but key and map; says whether the process still had that version.
pub async fn change(tx: &mut Tx, process: &Process, now: Timestamp) -> Result<bool, Error> {
    let values = values![
        process.id,
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
        now,
        process.version
    ];
    Ok(tx.run(CHANGE, values).await? == 1)
}

impl FromRow for Listed {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let word = |index| row.get::<String>(index);
        Ok(Self {
            key: row.get(0)?,
            name: row.get(1)?,
            description: row.get(2)?,
            stage: Stage::read(&word(3)?).unwrap_or(Stage::Maintain),
            state: State::read(&word(4)?).unwrap_or(State::Draft),
            owner: row.get(5)?,
            department: row.get(6)?,
            promise: row.get(7)?,
            reviewed_at: row.get(8)?,
        })
    }
}

const LIST: &str = "
    select p.key, p.name, p.description, p.stage, p.state, o.name, d.name, p.promise, p.reviewed_at
    from processes p left join people o on o.id = p.owner left join departments d on d.id = p.department
    where (cast($1 as text) is null or p.folded like $1 escape '\\')
        and (cast($2 as uuid) is null or p.owner = $2) and (cast($3 as uuid) is null or p.department = $3)
    order by p.name, p.key limit $4";

pub async fn list(
    db: &mut Connection,
    pattern: Option<String>,
    owner: Option<Uuid>,
    department: Option<Uuid>,
    limit: u32,
) -> Result<Vec<Listed>, Error> {
    db.all(LIST, values![pattern, owner, department, limit]).await
}

const OWNERS: &str = "
    select o.id, o.name from people o where o.id in (select owner from processes) order by o.name, o.id limit $1";

/// Those who own a process.
pub async fn owners(db: &mut Connection, limit: u32) -> Result<Vec<(Uuid, String)>, Error> {
    db.all(OWNERS, values![limit]).await
}

const MAY_OWN: &str = "
    select id, name from people
    where role in ('administrator', 'owner') and disabled_at is null order by name, id limit $1";

/// Those who may own one.
pub async fn may_own(db: &mut Connection, limit: u32) -> Result<Vec<(Uuid, String)>, Error> {
    db.all(MAY_OWN, values![limit]).await
}

const PEOPLE: &str = "
    select o.name, d.name
    from processes p left join people o on o.id = p.owner left join departments d on d.id = p.department
    where p.id = $1";

/// The names of its owner and of its department.
pub async fn people(db: &mut Connection, process: Uuid) -> Result<(Option<String>, Option<String>), Error> {
    Ok(db.maybe(PEOPLE, values![process]).await?.unwrap_or_default())
}

/// A process by its key: how many cases were opened since, are open still, kept their promise, and broke it.
pub type Counts = (String, u64, u64, u64, u64);

const COUNTS: &str = "
    select process, count(*),
        cast(sum(case when closed_at is null then 1 else 0 end) as bigint),
        cast(sum(case when promise_state = 'kept' then 1 else 0 end) as bigint),
        cast(sum(case when promise_state = 'broken' then 1 else 0 end) as bigint)
    from cases where process is not null and opened_at >= $1 group by process";

pub async fn counts(db: &mut Connection, since: Timestamp) -> Result<Vec<Counts>, Error> {
    db.all(COUNTS, values![since]).await
}

const MEDIANS: &str = "
    select process, cast(avg(took) as double precision) from (
        select process, took, row_number() over (partition by process order by took) as place,
            count(*) over (partition by process) as n
        from (
            select c.process as process, coalesce(max(j.at), min(c.closed_at)) - min(c.opened_at) as took
            from cases c left join journal j
                on j.stream = c.id and j.kind = 'step-reached' and j.data = '{\"step\":\"' || c.outcome || '\"}'
            where c.process is not null and c.opened_at >= $1 and c.closed_at is not null
            group by c.process, c.id
        ) as taken
    ) as ranked
    where place in ((n + 1) / 2, (n + 2) / 2) group by process";

/// Half of the closed cases took no longer from their opening to the end that they came to, in microseconds; to their
/// closing, where nobody noted when that was.
pub async fn medians(db: &mut Connection, since: Timestamp) -> Result<Vec<(String, f64)>, Error> {
    db.all(MEDIANS, values![since]).await
}

/// Answers of the three groups that make up the score.
struct Answers(Nps);

impl Answers {
    fn read(row: &Row, first: usize) -> Result<Self, Error> {
        Ok(Self(Nps {
            promoters: row.get(first)?,
            passives: row.get(first + 1)?,
            detractors: row.get(first + 2)?,
        }))
    }
}

/// The score of something with a name.
struct Scored(Option<String>, Answers);

impl FromRow for Scored {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self(row.get(0)?, Answers::read(row, 1)?))
    }
}

const SCORES: &str = "
    select process,
        cast(sum(case when score >= 9 then 1 else 0 end) as bigint),
        cast(sum(case when score between 7 and 8 then 1 else 0 end) as bigint),
        cast(sum(case when score <= 6 then 1 else 0 end) as bigint)
    from feedback where question = 'nps' and at >= $1 group by process";

pub async fn scores(db: &mut Connection, since: Timestamp) -> Result<Vec<(Option<String>, Nps)>, Error> {
    let rows: Vec<Scored> = db.all(SCORES, values![since]).await?;
    Ok(rows.into_iter().map(|Scored(name, Answers(nps))| (name, nps)).collect())
}

const STEP_SCORES: &str = "
    select step,
        cast(sum(case when score >= 9 then 1 else 0 end) as bigint),
        cast(sum(case when score between 7 and 8 then 1 else 0 end) as bigint),
        cast(sum(case when score <= 6 then 1 else 0 end) as bigint)
    from feedback where process = $1 and question = 'nps' and at >= $2 group by step";

pub async fn step_scores(
    db: &mut Connection,
    key: &str,
    since: Timestamp,
) -> Result<Vec<(Option<String>, Nps)>, Error> {
    let rows: Vec<Scored> = db.all(STEP_SCORES, values![key, since]).await?;
    Ok(rows.into_iter().map(|Scored(name, Answers(nps))| (name, nps)).collect())
}

impl FromRow for Course {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let promise: Option<String> = row.get(3)?;
        Ok(Self {
            case: row.get(0)?,
            opened_at: row.get(1)?,
            closed_at: row.get(2)?,
            is_kept: match promise.as_deref() {
                Some("kept") => Some(true),
                Some("broken") => Some(false),
                _ => None,
            },
            outcome: row.get(4)?,
        })
    }
}

const COURSES: &str = "
    select id, opened_at, closed_at, promise_state, outcome from cases
    where process = $1 and opened_at >= $2 order by opened_at desc limit $3";

pub async fn courses(
    db: &mut Connection,
    key: &str,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<Course>, Error> {
    db.all(COURSES, values![key, since, limit]).await
}
