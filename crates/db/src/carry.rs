//! Carrying every row from one database into another, of whichever kind the two are.

use crate::connection::{Side, postgres};
use crate::row::Inner;
use crate::{Connection, Error, Row, Tx, Value, values};
use futures_util::TryStreamExt;
use sqlx::AssertSqlSafe;

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
    "maps",
    "map_imports",
    "whatif_scenarios",
    "whatif_runs",
    "map_edits",
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
    let begin = if from.is_postgres() { "begin isolation level repeatable read" } else { "begin" };
    from.execute(begin, Vec::new(), false).await?;
    for table in TABLES {
        let sqlite = if from.is_postgres() { &mut **to } else { &mut from };
        let columns = columns(sqlite, table).await?;
        carry_table(&mut from, to, table, &columns).await?;
    }
    // The numbers that PostgreSQL gives go on after those that were carried.
    if to.is_postgres() {
        let next = "select setval(pg_get_serial_sequence('journal', 'seq'), (select coalesce(max(seq), 1) from journal))";
        to.run(next, Vec::new()).await?;
    }
    Ok(())
}

async fn is_empty(connection: &mut Connection, table: &str) -> Result<bool, Error> {
    let sql = format!("select 1 from {table} limit 1");
    Ok(match connection.side()? {
        Side::Sqlite(file) => file.first::<(i64,)>(&sql, &[])?.is_none(),
        Side::Postgres(connection) => {
            let found = postgres(AssertSqlSafe(sql), Vec::new()).fetch_optional(&mut **connection).await?;
            found.is_none()
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
    let write = format!("insert into {table} ({names}) values");
    match from.side()? {
        Side::Sqlite(file) => {
            let read =
                format!("select {names}, rowid from {table} where rowid > $1 order by rowid limit {ROWS}");
            let mut after = i64::MIN;
            loop {
                let mut rows = Vec::with_capacity(ROWS);
                file.each(&read, &[after.into()], |row| {
                    after = row.get(columns.len())?;
                    rows.push(values_of(row, columns)?);
                    Ok(())
                })?;
                if rows.is_empty() {
                    return Ok(());
                }
                to.insert_rows(&write, rows).await?;
            }
        }
        Side::Postgres(connection) => {
            let read = AssertSqlSafe(format!("select {names} from {table}"));
            let mut stream = postgres(read, Vec::new()).fetch(&mut **connection);
            let mut rows = Vec::with_capacity(ROWS);
            while let Some(row) = stream.try_next().await? {
                rows.push(values_of(&Row(Inner::Postgres(&row)), columns)?);
                if rows.len() == ROWS {
                    to.insert_rows(&write, std::mem::take(&mut rows)).await?;
                }
            }
            to.insert_rows(&write, rows).await
        }
    }
}

/// What a row holds, by the types of its columns.
fn values_of(row: &Row<'_>, columns: &[Typed]) -> Result<Vec<Value>, Error> {
    let value = |(index, (_, kind)): (usize, &Typed)| {
        Ok(match kind.as_str() {
            "uuid" => Value::Id(row.get(index)?),
            "text" => Value::Text(row.get(index)?),
            "bytea" => Value::from(row.get::<Option<Vec<u8>>>(index)?),
            "double precision" => Value::Real(row.get(index)?),
            _ => Value::Int(row.get(index)?),
        })
    };
    columns.iter().enumerate().map(value).collect()
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
