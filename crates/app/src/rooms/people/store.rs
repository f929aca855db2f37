//! The room's SQL.

use super::model::{Colleague, NewPerson, Person, Token};
use crate::web::{Actor, Role};
use db::{Connection, Error, FromRow, Row, Tx, values};
use jiff::Timestamp;
use uuid::Uuid;

impl FromRow for Actor {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            person: row.get(0)?,
            name: row.get(1)?,
            role: Role::read(&row.get::<String>(2)?).unwrap_or(Role::Viewer),
            department: row.get(3)?,
            customer: row.get(4)?,
            language: row.get::<Option<String>>(5)?.and_then(|code| code.parse().ok()),
            theme: row.get(6)?,
            zone: row.get(7)?,
        })
    }
}

/// A session or a token with the person behind it.
pub struct Known {
    pub actor: Actor,
    pub seen_at: Option<Timestamp>,
}

impl FromRow for Known {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self { actor: Actor::from_row(row)?, seen_at: row.get(8)? })
    }
}

const BY_SESSION: &str = "
    select p.id, p.name, p.role, p.department, p.customer, p.language, p.theme, o.zone, s.seen_at
    from sessions s join people p on p.id = s.person left join offices o on o.id = p.office
    where s.token = $1 and s.expires_at > $2 and p.disabled_at is null";

pub async fn by_session(db: &mut Connection, token: Vec<u8>, now: Timestamp) -> Result<Option<Known>, Error> {
    db.maybe(BY_SESSION, values![token, now]).await
}

const BY_TOKEN: &str = "
    select p.id, p.name, p.role, p.department, p.customer, p.language, p.theme, o.zone, t.used_at
    from tokens t join people p on p.id = t.person left join offices o on o.id = p.office
    where t.token = $1 and (t.expires_at is null or t.expires_at > $2) and p.disabled_at is null";

pub async fn by_token(db: &mut Connection, token: Vec<u8>, now: Timestamp) -> Result<Option<Known>, Error> {
    db.maybe(BY_TOKEN, values![token, now]).await
}

const CREDENTIALS: &str = "select id, password from people where email = $1 and disabled_at is null";

pub async fn credentials(db: &mut Connection, email: &str) -> Result<Option<(Uuid, Option<String>)>, Error> {
    db.maybe(CREDENTIALS, values![email]).await
}

const ADD_SESSION: &str = "
    insert into sessions (token, person, created_at, seen_at, expires_at, agent) values ($1, $2, $3, $3, $4, $5)";

pub async fn add_session(
    tx: &mut Tx,
    token: Vec<u8>,
    person: Uuid,
    (now, expires): (Timestamp, Timestamp),
    agent: &str,
) -> Result<(), Error> {
    tx.run(ADD_SESSION, values![token, person, now, expires, agent]).await.map(drop)
}

const SEE_SESSION: &str = "update sessions set seen_at = $2, expires_at = $3 where token = $1";

pub async fn see_session(
    tx: &mut Tx,
    token: Vec<u8>,
    now: Timestamp,
    expires: Timestamp,
) -> Result<(), Error> {
    tx.run(SEE_SESSION, values![token, now, expires]).await.map(drop)
}

const USE_TOKEN: &str = "update tokens set used_at = $2 where token = $1";

pub async fn use_token(tx: &mut Tx, token: Vec<u8>, now: Timestamp) -> Result<(), Error> {
    tx.run(USE_TOKEN, values![token, now]).await.map(drop)
}

const END_SESSION: &str = "delete from sessions where token = $1 or expires_at <= $2";

/// Ends the session, and clears away those that are over.
pub async fn end_session(tx: &mut Tx, token: Vec<u8>, now: Timestamp) -> Result<(), Error> {
    tx.run(END_SESSION, values![token, now]).await.map(drop)
}

const COUNT: &str = "select count(*) from people";

pub async fn count(db: &mut Connection) -> Result<i64, Error> {
    db.one::<(i64,)>(COUNT, values![]).await.map(|(count,)| count)
}

const ADD: &str = "
    insert into people (id, email, name, role, department, office, customer, password, created_at, version) values";

pub async fn add(tx: &mut Tx, people: Vec<NewPerson>, now: Timestamp) -> Result<(), Error> {
    let rows = people.into_iter().map(|person| {
        values![
            person.id,
            person.email,
            person.name,
            person.role.as_str(),
            person.department,
            person.office,
            person.customer,
            person.password,
            now,
            1_i64
        ]
    });
    tx.insert_all(ADD, rows.collect()).await
}

impl FromRow for Person {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            email: row.get(2)?,
            role: Role::read(&row.get::<String>(3)?).unwrap_or(Role::Viewer),
            department: row.get(4)?,
            disabled_at: row.get(5)?,
        })
    }
}

const LIST: &str = "
    select p.id, p.name, p.email, p.role, d.name, p.disabled_at
    from people p left join departments d on d.id = p.department
    order by p.name, p.id limit $1";

pub async fn list(db: &mut Connection, limit: u32) -> Result<Vec<Person>, Error> {
    db.all(LIST, values![limit]).await
}

impl FromRow for Colleague {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            role: Role::read(&row.get::<String>(2)?).unwrap_or(Role::Viewer),
            department: row.get(3)?,
            office: row.get(4)?,
            is_disabled: row.get::<Option<Timestamp>>(5)?.is_some(),
        })
    }
}

const COLLEAGUES: &str = "
    select p.id, p.name, p.role, d.name, p.office, p.disabled_at
    from people p left join departments d on d.id = p.department";

pub async fn colleagues(db: &mut Connection) -> Result<Vec<Colleague>, Error> {
    db.all(COLLEAGUES, values![]).await
}

const SET_LANGUAGE: &str = "update people set language = $2 where id = $1";

pub async fn set_language(tx: &mut Tx, person: Uuid, code: &str) -> Result<(), Error> {
    tx.run(SET_LANGUAGE, values![person, code]).await.map(drop)
}

const SET_THEME: &str = "update people set theme = $2 where id = $1";

pub async fn set_theme(tx: &mut Tx, person: Uuid, theme: Option<&str>) -> Result<(), Error> {
    tx.run(SET_THEME, values![person, theme.map(str::to_owned)]).await.map(drop)
}

const BY_EMAIL: &str = "select id from people where email = $1";

pub async fn by_email(db: &mut Connection, email: &str) -> Result<Option<Uuid>, Error> {
    let row: Option<(Uuid,)> = db.maybe(BY_EMAIL, values![email]).await?;
    Ok(row.map(|(id,)| id))
}

const DISABLE: &str =
    "update people set disabled_at = $2, version = version + 1 where id = $1 and disabled_at is null";

pub async fn disable(tx: &mut Tx, person: Uuid, now: Timestamp) -> Result<bool, Error> {
    Ok(tx.run(DISABLE, values![person, now]).await? > 0)
}

const ENABLE: &str =
    "update people set disabled_at = null, version = version + 1 where id = $1 and disabled_at is not null";

pub async fn enable(tx: &mut Tx, person: Uuid) -> Result<bool, Error> {
    Ok(tx.run(ENABLE, values![person]).await? > 0)
}

const END_SESSIONS: &str = "delete from sessions where person = $1";

pub async fn end_sessions(tx: &mut Tx, person: Uuid) -> Result<(), Error> {
    tx.run(END_SESSIONS, values![person]).await.map(drop)
}

const END_OTHER_SESSIONS: &str = "delete from sessions where person = $1 and token <> $2";

pub async fn end_other_sessions(tx: &mut Tx, person: Uuid, token: Vec<u8>) -> Result<(), Error> {
    tx.run(END_OTHER_SESSIONS, values![person, token]).await.map(drop)
}

const ROLE: &str = "select role from people where id = $1";

pub async fn role(db: &mut Connection, person: Uuid) -> Result<Option<Role>, Error> {
    let row: Option<(String,)> = db.maybe(ROLE, values![person]).await?;
    Ok(row.and_then(|(word,)| Role::read(&word)))
}

const SET_ROLE: &str = "update people set role = $2, version = version + 1 where id = $1";

pub async fn set_role(tx: &mut Tx, person: Uuid, role: Role) -> Result<(), Error> {
    tx.run(SET_ROLE, values![person, role.as_str()]).await.map(drop)
}

const OTHER_ADMINISTRATORS: &str =
    "select count(*) from people where role = 'administrator' and disabled_at is null and id <> $1";

pub async fn other_administrators(db: &mut Connection, person: Uuid) -> Result<i64, Error> {
    db.one::<(i64,)>(OTHER_ADMINISTRATORS, values![person]).await.map(|(count,)| count)
}

const PASSWORD: &str = "select password from people where id = $1";

pub async fn password(db: &mut Connection, person: Uuid) -> Result<Option<String>, Error> {
    db.one::<(Option<String>,)>(PASSWORD, values![person]).await.map(|(kept,)| kept)
}

const SET_PASSWORD: &str = "update people set password = $2, version = version + 1 where id = $1";

pub async fn set_password(tx: &mut Tx, person: Uuid, kept: &str) -> Result<(), Error> {
    tx.run(SET_PASSWORD, values![person, kept]).await.map(drop)
}

impl FromRow for Token {
    fn from_row(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            id: row.get(0)?,
            name: row.get(1)?,
            created_at: row.get(2)?,
            expires_at: row.get(3)?,
            used_at: row.get(4)?,
        })
    }
}

const TOKENS: &str = "
    select id, name, created_at, expires_at, used_at from tokens where person = $1 order by created_at desc";

pub async fn tokens(db: &mut Connection, person: Uuid) -> Result<Vec<Token>, Error> {
    db.all(TOKENS, values![person]).await
}

const ADD_TOKEN: &str =
    "insert into tokens (id, person, name, token, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)";

pub async fn add_token(tx: &mut Tx, person: Uuid, token: &Token, digest: Vec<u8>) -> Result<(), Error> {
    let values = values![token.id, person, &token.name, digest, token.created_at, token.expires_at];
    tx.run(ADD_TOKEN, values).await.map(drop)
}

const REMOVE_TOKEN: &str = "delete from tokens where id = $1 and person = $2";

/// Removes a token, if it is this person's.
pub async fn remove_token(tx: &mut Tx, person: Uuid, token: Uuid) -> Result<bool, Error> {
    Ok(tx.run(REMOVE_TOKEN, values![token, person]).await? > 0)
}
