//! Carrying every row from one database into another, of whichever kind the two are.

use crate::connection::{postgres, sqlite};
use crate::{Connection, Error, Tx, Value, values};
use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, Row as _};

/// Every table that is copied, those that others refer to first.
const TABLES: &[&str] = &[
    "journal",
    "settings",
    "counters",
    "departments",
    "offices",
    "customers",
    "people",
    "sessions",
    "tokens",
    "promises",
    "processes",
    "process_views",
    "process_edits",
    "process_imports",
    "cases",
    "case_people",
    "feedback",
    "logs",
];

/// Rows that are carried at a time.
const ROWS: usize = 500;

/// Carries every row of every table into a database that has none.
///
/// # Errors
///
/// [`Error::Occupied`] with `place`, if there is a row already; else what the databases say.
pub(crate) async fn carry(mut from: Connection, to: &mut Tx, place: &str) -> Result<(), Error> {
    for table in TABLES {
        if !is_empty(to, table).await? {
            return Err(Error::Occupied(place.to_owned()));
        }
    }
    // It ends with its transaction open.
    from.never_again();
    // What others write meanwhile is not seen.
    match &mut from {
        Connection::Sqlite(connection) => {
            sqlite("begin", Vec::new()).execute(&mut **connection).await.map(drop)?;
        }
        Connection::Postgres(connection) => postgres("begin isolation level repeatable read", Vec::new())
            .execute(&mut **connection)
            .await
            .map(drop)?,
    }
    for table in TABLES {
        let columns = match (&mut from, &mut **to) {
            (sqlite @ Connection::Sqlite(_), _) | (_, sqlite) => columns(sqlite, table).await?,
        };
        carry_table(&mut from, to, table, &columns).await?;
    }
    // The numbers that PostgreSQL gives go on after those that were carried.
    if matches!(**to, Connection::Postgres(_)) {
        let next = "select setval(pg_get_serial_sequence('journal', 'seq'), (select coalesce(max(seq), 1) from journal))";
        to.run(next, Vec::new()).await?;
    }
    Ok(())
}

async fn is_empty(connection: &mut Connection, table: &str) -> Result<bool, Error> {
    let sql = AssertSqlSafe(format!("select 1 from {table} limit 1"));
    Ok(match connection {
        Connection::Sqlite(connection) => {
            sqlite(sql, Vec::new()).fetch_optional(&mut **connection).await?.is_none()
        }
        Connection::Postgres(connection) => {
            postgres(sql, Vec::new()).fetch_optional(&mut **connection).await?.is_none()
        }
    })
}

/// A column, with the type it was made with.
type Typed = (String, String);

/// The columns of a table in SQLite, where types can be asked for by the names they were given.
async fn columns(connection: &mut Connection, table: &str) -> Result<Vec<Typed>, Error> {
    connection.all("select name, lower(type) from pragma_table_info($1) order by cid", values![table]).await
}

async fn carry_table(
    from: &mut Connection,
    to: &mut Tx,
    table: &str,
    columns: &[Typed],
) -> Result<(), Error> {
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let names = names.join(", ");
    let read = AssertSqlSafe(format!("select {names} from {table}"));
    let write = format!("insert into {table} ({names}) values");
    let mut rows = Vec::with_capacity(ROWS);
    // The two drivers' rows are of different types, and so are their streams.
    macro_rules! carry_rows {
        ($statement:expr, $connection:expr) => {{
            let mut stream = $statement.fetch(&mut **$connection);
            while let Some(row) = stream.try_next().await? {
                let value = |(index, (_, kind)): (usize, &Typed)| -> Result<Value, sqlx::Error> {
                    Ok(match kind.as_str() {
                        "uuid" => Value::Id(row.try_get(index)?),
                        "text" => Value::Text(row.try_get(index)?),
                        "bytea" => Value::from(row.try_get::<Option<Vec<u8>>, _>(index)?),
                        "double precision" => Value::Real(row.try_get(index)?),
                        _ => Value::Int(row.try_get(index)?),
                    })
                };
                rows.push(columns.iter().enumerate().map(value).collect::<Result<Vec<_>, _>>()?);
                if rows.len() == ROWS {
                    to.insert_rows(&write, std::mem::take(&mut rows)).await?;
                }
            }
        }};
    }
    match from {
        Connection::Sqlite(connection) => carry_rows!(sqlite(read, Vec::new()), connection),
        Connection::Postgres(connection) => carry_rows!(postgres(read, Vec::new()), connection),
    }
    to.insert_rows(&write, rows).await
}

#[cfg(test)]
mod tests {
    use super::TABLES;
    use crate::{Database, Location};
    use std::collections::BTreeSet;

    const MADE: &str = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'migrations'";

    #[tokio::test]
    async fn no_table_is_left_behind() {
        let folder = std::env::temp_dir().join(format!("touchline-test-{}", uuid::Uuid::now_v7().simple()));
        let database = Database::open(Location::of(&folder, None).unwrap()).await.unwrap();
        let made: Vec<(String,)> = database.read().await.unwrap().all(MADE, Vec::new()).await.unwrap();
        database.close().await;
        std::fs::remove_dir_all(&folder).unwrap();
        let made: BTreeSet<String> = made.into_iter().map(|(name,)| name).collect();
        assert_eq!(made, TABLES.iter().map(|name| (*name).to_owned()).collect());
    }
}
