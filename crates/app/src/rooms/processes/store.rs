//! The room's SQL.

use super::edits::{Done, Edit};
use super::entries::Entry;
use super::facts::Facts;
use super::flow::Course;
use super::kept_map;
use super::model::{Area, Initiator, Process, Stage, State};
use super::sheets::Import;
use super::views::{Said, View};
use bpmn::map::CustomerMap;
use db::{Connection, Error, FromRow, Row, Tx, values};
use jiff::Timestamp;
use measure::Nps;
use uuid::Uuid;

/// The columns of what is said of a process, in the order in which [`facts`] reads them.
macro_rules! facts {
    () => {
        "p.name, p.description, p.stage, p.area, p.state, p.industry, p.initiator, p.partners, p.tags, p.department,
        p.owner, p.promise, p.reviewed_at, p.review_months"
    };
}

/// How many there are.
const FACTS: usize = 14;

fn facts(row: &Row, first: usize) -> Result<Facts, Error> {
    let word = |index| row.get::<String>(first + index);
    let words = |index| Ok::<_, Error>(word(index)?.lines().map(str::to_owned).collect());
    let damaged = |what: &str| Error::Unreadable(format!("{what} of a process"));
    Ok(Facts {
        name: word(0)?,
        description: word(1)?,
        stage: Stage::read(&word(2)?).ok_or_else(|| damaged("a stage"))?,
        area: Area::read(&word(3)?).ok_or_else(|| damaged("an area"))?,
        state: State::read(&word(4)?).ok_or_else(|| damaged("a state"))?,
        industry: row.get(first + 5)?,
        initiator: Initiator::read(&word(6)?).ok_or_else(|| damaged("an initiator"))?,
        partners: words(7)?,
        tags: words(8)?,
        department: row.get(first + 9)?,
        owner: row.get(first + 10)?,
        promise: row.get(first + 11)?,
        reviewed_at: row.get(first + 12)?,
        review_months: row.get(first + 13)?,
    })
}

impl FromRow for Process {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let map = kept_map::read(&row.get::<String>(FACTS + 3)?);
        let map = map.ok_or_else(|| Error::Unreadable("a map of a process".to_owned()))?;
        Ok(Self::of(row.get(FACTS)?, row.get(FACTS + 1)?, facts(row, 0)?, map, row.get(FACTS + 2)?))
    }
}

const FIND: &str =
    concat!("select ", facts!(), ", p.id, p.key, p.version, p.map from processes p where p.key = $1");

pub async fn find(db: &mut Connection, key: &str) -> Result<Option<Process>, Error> {
    db.maybe(FIND, values![key]).await
}

const NAMES: &str = "select key, name from processes";

pub async fn names(db: &mut Connection) -> Result<Vec<(String, String)>, Error> {
    db.all(NAMES, values![]).await
}

const ADD: &str = "
    insert into processes (id, key, map, version, changed_at, name, description, stage, area, state, industry,
        initiator, partners, tags, department, owner, promise, reviewed_at, review_months) values";

pub async fn add(tx: &mut Tx, processes: &[Process], now: Timestamp) -> Result<(), Error> {
    let row = |process: &Process| {
        let map = kept_map::written(&process.map);
        let mut row = values![process.id, &process.key, map, process.version, now];
        row.extend(said(&process.facts()));
        row
    };
    tx.insert_all(ADD, processes.iter().map(row).collect()).await
}

/// The values of what is said of a process, in the order of its columns.
fn said(facts: &Facts) -> Vec<db::Value> {
    values![
        &facts.name,
        &facts.description,
        facts.stage.as_str(),
        facts.area.as_str(),
        facts.state.as_str(),
        facts.industry.clone(),
        facts.initiator.as_str(),
        facts.partners.join("\n"),
        facts.tags.join("\n"),
        facts.department,
        facts.owner,
        facts.promise.clone(),
        facts.reviewed_at,
        facts.review_months
    ]
}

const CHANGE: &str = "
    update processes set version = version + 1, changed_at = $1, name = $4, description = $5, stage = $6, area = $7,
        state = $8, industry = $9, initiator = $10, partners = $11, tags = $12, department = $13, owner = $14,
        promise = $15, reviewed_at = $16, review_months = $17
    where id = $2 and version = $3";

/// Changes everything but key and map; says whether the process still had that version.
pub async fn change(
    tx: &mut Tx,
    (id, version): (Uuid, u64),
    facts: &Facts,
    now: Timestamp,
) -> Result<bool, Error> {
    let mut values = values![now, id, version];
    values.extend(said(facts));
    Ok(tx.run(CHANGE, values).await? == 1)
}

const CHANGED_AT: &str = "select changed_at from processes where id = $1";

/// When a process or its map was changed last.
pub async fn changed_at(db: &mut Connection, id: Uuid) -> Result<Timestamp, Error> {
    Ok(db.one::<(Timestamp,)>(CHANGED_AT, values![id]).await?.0)
}

const DRAW: &str = "update processes set map = $2, changed_at = $3 where id = $1";

/// Gives a process another map.
pub async fn draw(tx: &mut Tx, id: Uuid, map: &CustomerMap, now: Timestamp) -> Result<(), Error> {
    tx.run(DRAW, values![id, kept_map::written(map), now]).await.map(drop)
}

const REMOVE: &str = "
    delete from processes where id = $1 and version = $2
        and not exists (select 1 from cases where process = $3)
        and not exists (select 1 from feedback where process = $3)";

/// Takes a process away that has this version, no cases and no answers; says whether it did.
pub async fn remove(tx: &mut Tx, process: &Process) -> Result<bool, Error> {
    Ok(tx.run(REMOVE, values![process.id, process.version, &process.key]).await? == 1)
}

const USED: &str = "
    select (select count(*) from cases where process = $1), (select count(*) from feedback where process = $1)";

/// How many cases and answers a process has.
pub async fn used(db: &mut Connection, key: &str) -> Result<(u64, u64), Error> {
    db.one(USED, values![key]).await
}

impl FromRow for Entry {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let marks = (row.get(FACTS)?, row.get(FACTS + 1)?, row.get(FACTS + 2)?);
        Ok(Self::new(marks, facts(row, 0)?, row.get(FACTS + 3)?, row.get(FACTS + 4)?))
    }
}

const CATALOGUE: &str = concat!(
    "select ",
    facts!(),
    ", p.id, p.key, p.version, o.name, d.name
    from processes p left join people o on o.id = p.owner left join departments d on d.id = p.department
    order by p.name, p.key limit $1"
);

/// Every process without its map, by name.
pub async fn catalogue(db: &mut Connection, limit: u32) -> Result<Vec<Entry>, Error> {
    db.all(CATALOGUE, values![limit]).await
}

const VERSIONS: &str = "select stream, max(version) from journal where topic = 'process' group by stream";

/// The version of each process's last event in the journal.
pub async fn journal_versions(db: &mut Connection) -> Result<Vec<(Uuid, u64)>, Error> {
    db.all(VERSIONS, values![]).await
}

const MAY_OWN: &str = "
    select id, name, email from people
    where role in ('administrator', 'owner') and disabled_at is null order by name, id limit $1";

/// Those who may own one, with their e-mail addresses.
pub async fn may_own(db: &mut Connection, limit: u32) -> Result<Vec<(Uuid, String, String)>, Error> {
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

impl FromRow for View {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0)?,
            person: row.get(1)?,
            name: row.get(2)?,
            query: row.get(3)?,
            is_shared: row.get(4)?,
            is_first: row.get(5)?,
            by: row.get(6)?,
        })
    }
}

const VIEWS: &str = "
    select v.id, v.person, v.name, v.query, v.shared, v.first, p.name
    from process_views v join people p on p.id = v.person
    where v.person = $1 or v.shared = 1 order by v.name, v.id limit 500";

/// The views of a person, and those for everybody.
pub async fn views(db: &mut Connection, person: Uuid) -> Result<Vec<View>, Error> {
    db.all(VIEWS, values![person]).await
}

const ADD_VIEW: &str = "
    insert into process_views (id, person, name, query, shared, first, created_at) values ($1, $2, $3, $4, $5, $6, $7)";

pub async fn add_view(
    tx: &mut Tx,
    id: Uuid,
    person: Uuid,
    query: &str,
    said: &Said,
    now: Timestamp,
) -> Result<(), Error> {
    let values = values![id, person, &said.name, query, said.is_shared, said.is_first, now];
    tx.run(ADD_VIEW, values).await.map(drop)
}

const CHANGE_VIEW: &str = "
    update process_views set name = $3, shared = $4, first = $5 where id = $1 and person = $2";

/// Changes a person's view; says whether it is one of theirs.
pub async fn change_view(tx: &mut Tx, id: Uuid, person: Uuid, said: &Said) -> Result<bool, Error> {
    let values = values![id, person, &said.name, said.is_shared, said.is_first];
    Ok(tx.run(CHANGE_VIEW, values).await? == 1)
}

const NO_VIEW_FIRST: &str = "update process_views set first = 0 where person = $1";

/// The catalogue opens with none of a person's views.
pub async fn no_view_first(tx: &mut Tx, person: Uuid) -> Result<(), Error> {
    tx.run(NO_VIEW_FIRST, values![person]).await.map(drop)
}

const REMOVE_VIEW: &str = "delete from process_views where id = $1 and person = $2";

/// Takes a person's view away; says whether it was one of theirs.
pub async fn remove_view(tx: &mut Tx, id: Uuid, person: Uuid) -> Result<bool, Error> {
    Ok(tx.run(REMOVE_VIEW, values![id, person]).await? == 1)
}

/// What is kept as JSON.
fn json<T: serde::de::DeserializeOwned>(text: &str, what: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| Error::Unreadable(what.to_owned()))
}

fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

impl FromRow for Edit {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let done: Option<String> = row.get(3)?;
        Ok(Self {
            id: row.get(0)?,
            person: row.get(1)?,
            chosen: json(&row.get::<String>(2)?, "an edit of processes")?,
            done: done.map(|done| json(&done, "an edit of processes")).transpose()?,
            done_at: row.get(4)?,
            undone_at: row.get(5)?,
        })
    }
}

const EDIT: &str = "
    select id, person, chosen, done, done_at, undone_at from process_edits where id = $1 and person = $2";

/// A person's edit.
pub async fn edit(db: &mut Connection, id: Uuid, person: Uuid) -> Result<Option<Edit>, Error> {
    db.maybe(EDIT, values![id, person]).await
}

const LAST_EDIT: &str = "
    select id, person, chosen, done, done_at, undone_at from process_edits
    where person = $1 and done_at >= $2 order by done_at desc limit 1";

/// The last edit that a person made since.
pub async fn last_edit(db: &mut Connection, person: Uuid, since: Timestamp) -> Result<Option<Edit>, Error> {
    db.maybe(LAST_EDIT, values![person, since]).await
}

const FORGET_EDITS: &str = "delete from process_edits where person = $1 and done_at is null";

/// Forgets what a person began to edit and did not make.
pub async fn forget_edits(tx: &mut Tx, person: Uuid) -> Result<(), Error> {
    tx.run(FORGET_EDITS, values![person]).await.map(drop)
}

const ADD_EDIT: &str = "insert into process_edits (id, person, created_at, chosen) values ($1, $2, $3, $4)";

pub async fn add_edit(
    tx: &mut Tx,
    id: Uuid,
    person: Uuid,
    chosen: &[(Uuid, u64)],
    now: Timestamp,
) -> Result<(), Error> {
    tx.run(ADD_EDIT, values![id, person, now, written(&chosen)]).await.map(drop)
}

const EDIT_DONE: &str = "update process_edits set done = $2, done_at = $3 where id = $1 and done_at is null";

/// Keeps what an edit did; says whether it was not made before.
pub async fn edit_done(tx: &mut Tx, id: Uuid, done: &[Done], now: Timestamp) -> Result<bool, Error> {
    Ok(tx.run(EDIT_DONE, values![id, written(&done), now]).await? == 1)
}

const EDIT_UNDONE: &str = "
    update process_edits set undone_at = $2 where id = $1 and done_at is not null and undone_at is null";

/// Keeps that an edit was undone; says whether it was not before.
pub async fn edit_undone(tx: &mut Tx, id: Uuid, now: Timestamp) -> Result<bool, Error> {
    Ok(tx.run(EDIT_UNDONE, values![id, now]).await? == 1)
}

impl FromRow for Import {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            sheet: json(&row.get::<String>(2)?, "rows of a spreadsheet")?,
        })
    }
}

const IMPORT: &str = "select id, name, cells from process_imports where id = $1 and person = $2";

/// Rows that a person looks over.
pub async fn import(db: &mut Connection, id: Uuid, person: Uuid) -> Result<Option<Import>, Error> {
    db.maybe(IMPORT, values![id, person]).await
}

const FORGET_IMPORTS: &str = "delete from process_imports where person = $1";

/// Forgets the rows that a person looked over.
pub async fn forget_imports(tx: &mut Tx, person: Uuid) -> Result<(), Error> {
    tx.run(FORGET_IMPORTS, values![person]).await.map(drop)
}

const ADD_IMPORT: &str =
    "insert into process_imports (id, person, created_at, name, cells) values ($1, $2, $3, $4, $5)";

pub async fn add_import(tx: &mut Tx, import: &Import, person: Uuid, now: Timestamp) -> Result<(), Error> {
    let values = values![import.id, person, now, &import.name, written(&import.sheet)];
    tx.run(ADD_IMPORT, values).await.map(drop)
}
