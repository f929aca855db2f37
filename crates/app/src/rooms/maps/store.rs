//! The room's SQL.

use super::edits::{Made, Standing};
use super::model::{Import, State, Version, VersionedMap};
use db::{Connection, Error, FromRow, Row, Tx, values};
use jiff::Timestamp;
use uuid::Uuid;

/// The columns of what is said of a version, in the order in which [`Version`] reads them.
macro_rules! about {
    () => {
        "m.id, m.process, m.number, m.state, m.note, m.author, p.name, m.created_at, m.changed_at, m.published_at,
        m.version"
    };
}

/// How many there are.
const ABOUT: usize = 11;

impl FromRow for Version {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let state: String = row.get(3)?;
        Ok(Self {
            id: row.get(0)?,
            process: row.get(1)?,
            number: row.get(2)?,
            state: State::read(&state).ok_or_else(|| Error::Unreadable("a state of a map".to_owned()))?,
            note: row.get(4)?,
            author: row.get(5)?,
            author_name: row.get(6)?,
            created_at: row.get(7)?,
            changed_at: row.get(8)?,
            published_at: row.get(9)?,
            version: row.get(10)?,
        })
    }
}

impl FromRow for VersionedMap {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self { about: Version::from_row(row)?, bpmn: row.get(ABOUT)? })
    }
}

const VERSIONS: &str = concat!(
    "select ",
    about!(),
    " from maps m left join people p on p.id = m.author where m.process = $1 order by m.number desc limit $2"
);

/// The versions of a process, the latest first.
pub async fn versions(db: &mut Connection, process: Uuid, limit: u64) -> Result<Vec<Version>, Error> {
    db.all(VERSIONS, values![process, limit]).await
}

const NUMBERED: &str = concat!(
    "select ",
    about!(),
    ", m.bpmn from maps m left join people p on p.id = m.author where m.process = $1 and m.number = $2"
);

/// A version by its number.
pub async fn numbered(
    db: &mut Connection,
    process: Uuid,
    number: u64,
) -> Result<Option<VersionedMap>, Error> {
    db.maybe(NUMBERED, values![process, number]).await
}

const IN_STATE: &str = concat!(
    "select ",
    about!(),
    ", m.bpmn from maps m left join people p on p.id = m.author where m.process = $1 and m.state = $2
    order by m.number desc limit 1"
);

/// The latest version in a state.
pub async fn in_state(
    db: &mut Connection,
    process: Uuid,
    state: State,
) -> Result<Option<VersionedMap>, Error> {
    db.maybe(IN_STATE, values![process, state.as_str()]).await
}

const LAST: &str = "select coalesce(max(number), 0) from maps where process = $1";

/// The number of the last version; 0 if there is none.
pub async fn last(db: &mut Connection, process: Uuid) -> Result<u64, Error> {
    Ok(db.one::<(u64,)>(LAST, values![process]).await?.0)
}

const ADD: &str = "
    insert into maps (id, process, number, state, bpmn, note, author, created_at, changed_at, published_at, version)
    values";

pub async fn add(tx: &mut Tx, maps: &[VersionedMap]) -> Result<(), Error> {
    let row = |map: &VersionedMap| {
        let about = &map.about;
        values![
            about.id,
            about.process,
            about.number,
            about.state.as_str(),
            &map.bpmn,
            &about.note,
            about.author,
            about.created_at,
            about.changed_at,
            about.published_at,
            about.version
        ]
    };
    tx.insert_all(ADD, maps.iter().map(row).collect()).await
}

const SAVE: &str = "
    update maps set bpmn = $3, note = $4, author = $5, changed_at = $6, version = version + 1
    where id = $1 and version = $2 and state = 'draft'";

/// Saves a draft that has this version still; says whether it had.
pub async fn save(
    tx: &mut Tx,
    (id, seen): (Uuid, u64),
    (bpmn, note): (&str, &str),
    author: Option<Uuid>,
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx.run(SAVE, values![id, seen, bpmn, note, author, now]).await? == 1)
}

const AMEND: &str = "
    update maps set bpmn = $3, author = $4, changed_at = $5, version = version + 1
    where id = $1 and version = $2 and state <> 'archived'";

/// Changes the document of a version that is not of the past; says whether it had this version still.
pub async fn amend(
    tx: &mut Tx,
    (id, seen): (Uuid, u64),
    bpmn: &str,
    author: Option<Uuid>,
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx.run(AMEND, values![id, seen, bpmn, author, now]).await? == 1)
}

const ARCHIVE: &str = "update maps set state = 'archived' where id = $1 and version = $2";

/// Puts a version that has this version still among those of the past; says whether it had.
pub async fn archive(tx: &mut Tx, (id, seen): (Uuid, u64)) -> Result<bool, Error> {
    Ok(tx.run(ARCHIVE, values![id, seen]).await? == 1)
}

const PUBLISH: &str = "
    update maps set state = 'published', published_at = $3, note = $4
    where id = $1 and version = $2 and state = 'draft'";

/// Brings a draft that has this version still into force; says whether it had.
pub async fn publish(
    tx: &mut Tx,
    (id, seen): (Uuid, u64),
    note: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    Ok(tx.run(PUBLISH, values![id, seen, now, note]).await? == 1)
}

impl FromRow for Import {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self { id: row.get(0)?, process: row.get(1)?, name: row.get(2)?, file: row.get(3)? })
    }
}

const IMPORT: &str = "select id, process, name, file from map_imports where id = $1 and person = $2";

/// A file that a person looks over.
pub async fn import(db: &mut Connection, id: Uuid, person: Uuid) -> Result<Option<Import>, Error> {
    db.maybe(IMPORT, values![id, person]).await
}

const FORGET_IMPORTS: &str = "delete from map_imports where person = $1";

/// Forgets the files that a person looked over.
pub async fn forget_imports(tx: &mut Tx, person: Uuid) -> Result<(), Error> {
    tx.run(FORGET_IMPORTS, values![person]).await.map(drop)
}

const ADD_IMPORT: &str =
    "insert into map_imports (id, process, person, created_at, name, file) values ($1, $2, $3, $4, $5, $6)";

pub async fn add_import(tx: &mut Tx, import: &Import, person: Uuid, now: Timestamp) -> Result<(), Error> {
    let values = values![import.id, import.process, person, now, &import.name, import.file.clone()];
    tx.run(ADD_IMPORT, values).await.map(drop)
}

impl FromRow for Made {
    fn from_row(row: &Row) -> Result<Self, Error> {
        let wrong = || Error::Unreadable("an edit of a map".to_owned());
        let (edit, claims, standing): (String, String, String) = (row.get(5)?, row.get(6)?, row.get(7)?);
        Ok(Self {
            id: row.get(0)?,
            version: row.get(1)?,
            person: row.get(2)?,
            who: row.get(3)?,
            what: row.get(4)?,
            edit: serde_json::from_str(&edit).map_err(|_| wrong())?,
            claims: serde_json::from_str(&claims).map_err(|_| wrong())?,
            standing: Standing::read(&standing).ok_or_else(wrong)?,
            undone: row.get(8)?,
        })
    }
}

const EDITS: &str = "
    select e.id, e.version, e.person, p.name, e.what, e.edit, e.claims, e.state, e.undone
    from map_edits e left join people p on p.id = e.person where e.map = $1 order by e.version";

/// The edits of a draft that are kept, in order.
pub async fn edits(db: &mut Connection, map: Uuid) -> Result<Vec<Made>, Error> {
    db.all(EDITS, values![map]).await
}

const PATCHES: &str =
    "select id, patch from map_edits where map = $1 and version >= $2 and state = 'made' order by version";

/// What edits that hold changed, from a version on, in order.
pub async fn patches(db: &mut Connection, map: Uuid, from: u64) -> Result<Vec<(Uuid, Vec<u8>)>, Error> {
    db.all(PATCHES, values![map, from]).await
}

const ADD_EDIT: &str = "
    insert into map_edits (id, map, version, person, made_at, what, edit, claims, patch, state, undone)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'made', null)";

pub async fn add_edit(
    tx: &mut Tx,
    map: Uuid,
    made: &Made,
    patch: Vec<u8>,
    now: Timestamp,
) -> Result<(), Error> {
    let text = |value: Result<String, serde_json::Error>| {
        value.map_err(|_| Error::Unreadable("an edit of a map".to_owned()))
    };
    let (edit, claims) =
        (text(serde_json::to_string(&made.edit))?, text(serde_json::to_string(&made.claims))?);
    let values = values![made.id, map, made.version, made.person, now, &made.what, edit, claims, patch];
    tx.run(ADD_EDIT, values).await.map(drop)
}

const STAND: &str = "update map_edits set state = $2, undone = coalesce($3, undone) where id = $1";

/// Says whether an edit holds, and with which version it stopped to.
pub async fn stand(tx: &mut Tx, edit: Uuid, standing: Standing, undone: Option<u64>) -> Result<(), Error> {
    let undone = undone.map(|version| i64::try_from(version).unwrap_or(i64::MAX));
    tx.run(STAND, values![edit, standing.as_str(), undone]).await.map(drop)
}

const PASS: &str = "update map_edits set state = 'over' where map = $1 and person = $2 and state = 'undone'";

/// What a person undid is not made again any longer.
pub async fn pass(tx: &mut Tx, map: Uuid, person: Option<Uuid>) -> Result<(), Error> {
    tx.run(PASS, values![map, person]).await.map(drop)
}

const REPATCH: &str = "update map_edits set patch = $2 where id = $1";

/// What an edit changes, now that one before it was undone.
pub async fn repatch(tx: &mut Tx, edit: Uuid, patch: Vec<u8>) -> Result<(), Error> {
    tx.run(REPATCH, values![edit, patch]).await.map(drop)
}

const FORGET_EDITS: &str =
    "delete from map_edits where map = $1 and version <= $2 and coalesce(undone, 0) <= $2";

/// Forgets edits up to a version.
pub async fn forget_edits(tx: &mut Tx, map: Uuid, upto: u64) -> Result<(), Error> {
    tx.run(FORGET_EDITS, values![map, upto]).await.map(drop)
}
