//! Rows of every type of column, and everything that is in a database.

use db::journal::{self, Entry};
use db::{Connection, Database, Error, values};
use jiff::Timestamp;
use uuid::Uuid;

/// An event of a stream.
pub fn entry(stream: Uuid, version: u64) -> Entry {
    let at = Timestamp::from_microsecond(1_772_000_000_123_456 + i64::try_from(version).unwrap()).unwrap();
    Entry {
        topic: "case".into(),
        stream,
        version,
        at,
        actor_kind: "program".into(),
        actor: version.is_multiple_of(2).then(Uuid::now_v7),
        kind: "case-opened".into(),
        data: format!("{{\"n\": {version}, \"title\": \"Връзката прекъсва – 断网\"}}"),
    }
}

const PERSON: &str = "
    insert into people (id, email, name, role, customer, created_at, version) values ($1, $2, $3, 'agent', $4, $5, 1)";

const SESSION: &str = "
    insert into sessions (token, person, created_at, seen_at, expires_at, agent) values ($1, $2, 1, 2, 3, '')";

const PROMISE: &str = "
    insert into promises (id, key, name, target_s, warn_share, compensation_cents, sentence)
    values ($1, $2, 'Soon', 28800, $3, -5, '')";

const SETTING: &str = "insert into settings (key, value) values ('organisation', 'Linden')";

/// Puts rows in: some thousand events, people without a customer, bytes, fractions.
pub async fn fill(database: &Database) {
    database
        .write(|tx| {
            Box::pin(async move {
                for _ in 0..30 {
                    let stream = Uuid::now_v7();
                    journal::append(tx, (1..=50).map(|version| entry(stream, version)).collect()).await?;
                }
                for n in 0..20_u32 {
                    let (id, email) = (Uuid::now_v7(), format!("{n}@linden.example"));
                    let name = "O'Neil \"; drop table people; --";
                    tx.run(PERSON, values![id, email, name, None::<Uuid>, Timestamp::UNIX_EPOCH]).await?;
                    let token: Vec<u8> = (0..=255).map(|byte: u8| byte.wrapping_add(n as u8)).collect();
                    tx.run(SESSION, values![token, id]).await?;
                }
                for share in [0.75, 0.0, 1.0, 1.0 / 3.0, f64::MIN_POSITIVE] {
                    let id = Uuid::now_v7();
                    tx.run(PROMISE, values![id, id.to_string(), share]).await?;
                }
                tx.run(SETTING, values![]).await.map(drop)
            })
        })
        .await
        .unwrap_or_else(|error: Error| panic!("{error}"));
}

const JOURNAL: &str = "select seq, topic, stream, version, at, actor, kind, data from journal order by seq";
const PEOPLE: &str =
    "select id, email, name, role, customer, created_at, disabled_at from people order by id";
const SESSIONS: &str = "select token, person, created_at, expires_at from sessions order by person";
const PROMISES: &str = "select id, key, target_s, warn_share, compensation_cents from promises order by id";
const SETTINGS: &str = "select key, value from settings order by key";

/// Every row that [`fill`] puts in, as text.
pub async fn dump(database: &Database) -> Vec<String> {
    let mut connection = database.read().await.expect("a connection");
    let mut lines = Vec::new();
    macro_rules! table {
        ($sql:expr, ($($type:ty),+)) => {
            let rows: Vec<($($type,)+)> = all(&mut connection, $sql).await;
            lines.extend(rows.iter().map(|row| format!("{row:?}")));
        };
    }
    table!(JOURNAL, (i64, String, Uuid, i64, Timestamp, Option<Uuid>, String, String));
    table!(PEOPLE, (Uuid, String, String, String, Option<Uuid>, Timestamp, Option<Timestamp>));
    table!(SESSIONS, (Vec<u8>, Uuid, i64, i64));
    table!(PROMISES, (Uuid, String, i64, f64, i64));
    table!(SETTINGS, (String, String));
    lines
}

async fn all<T: db::FromRow>(connection: &mut Connection, sql: &'static str) -> Vec<T> {
    connection.all(sql, values![]).await.expect("rows")
}
