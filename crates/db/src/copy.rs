//! Copies of a database: a file that holds everything, and back again.

use crate::connection::{postgres, sqlite};
use crate::{Connection, Database, Error, Kind, LATEST, Location, Tx, Value, values};
use futures_util::TryStreamExt;
use sqlx::{AssertSqlSafe, Row as _};
use std::path::Path;
use uuid::Uuid;

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
    "cases",
    "case_people",
    "feedback",
    "logs",
];

/// Rows that are carried at a time.
const ROWS: usize = 500;

impl Database {
    /// Writes everything, as it is at one moment, into a new SQLite file, while others go on working.
    ///
    /// # Errors
    ///
    /// [`Error::Occupied`], if the file is there already; else what the database says.
    pub async fn copy_to(&self, file: &Path) -> Result<(), Error> {
        if file.exists() {
            return Err(Error::Occupied(file.display().to_string()));
        }
        match self.location() {
            Location::File(own) => {
                // A connection of its own: those that read may write nowhere.
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(own);
                let mut connection: sqlx::SqliteConnection = sqlx::ConnectOptions::connect(&options).await?;
                let name = file.display().to_string();
                sqlx::query("vacuum into $1").bind(name).execute(&mut connection).await?;
                sqlx::Connection::close(connection).await?;
            }
            Location::Server(_) => {
                let target = Self::open(Location::File(file.to_owned())).await?;
                let mut from = self.read().await?;
                target.write(move |tx| Box::pin(async move { carry(&mut from, tx).await })).await?;
                target.close().await;
            }
        }
        sync(file)
    }

    /// Fills an empty database from a file that [`copy_to`](Self::copy_to) wrote.
    ///
    /// # Errors
    ///
    /// [`Error::Foreign`] and [`Error::Damaged`] for other files, [`Error::Newer`], [`Error::Occupied`] if there is
    /// data already.
    pub async fn restore(location: Location, file: &Path) -> Result<(), Error> {
        check(file).await?;
        if let Location::File(own) = &location {
            if own.exists() {
                return Err(Error::Occupied(location.shown()));
            }
            let folder = own.parent().unwrap_or(Path::new("."));
            std::fs::create_dir_all(folder)
                .and_then(|()| std::fs::copy(file, own))
                .map_err(|source| Error::Folder { path: folder.into(), source })?;
            sync(own)?;
        }
        let target = Self::open(location.clone()).await?;
        if location.kind() == Kind::Postgres {
            let (rows,): (i64,) =
                target.read().await?.one("select count(*) from journal", Vec::new()).await?;
            if rows > 0 {
                return Err(Error::Occupied(location.shown()));
            }
            let source = Self::open(Location::File(file.to_owned())).await?;
            let mut from = source.read().await?;
            target.write(move |tx| Box::pin(async move { carry(&mut from, tx).await })).await?;
            source.close().await;
        }
        target.close().await;
        Ok(())
    }

    /// Looks the database over, and says what is wrong with it.
    ///
    /// # Errors
    ///
    /// What the database says when it cannot even be asked.
    pub async fn examine(&self) -> Result<Vec<String>, Error> {
        let mut connection = self.read().await?;
        let mut found = Vec::new();
        if self.kind() == Kind::Sqlite {
            let said: Vec<(String,)> = connection.all("pragma integrity_check(20)", Vec::new()).await?;
            found.extend(said.into_iter().map(|(line,)| line).filter(|line| line != "ok"));
            let broken: Vec<(String,)> = connection
                .all(
                    "select \"table\" || ' refers to ' || \"parent\" from pragma_foreign_key_check",
                    Vec::new(),
                )
                .await?;
            found.extend(broken.into_iter().map(|(line,)| line));
        }
        let gaps: Vec<(Uuid,)> = connection
            .all(
                "select stream from journal group by stream having count(*) <> max(version) limit 20",
                values![],
            )
            .await?;
        found.extend(gaps.into_iter().map(|(stream,)| format!("the journal of {stream} has a gap")));
        Ok(found)
    }
}

/// Whether a file holds a whole copy that this program can read.
async fn check(file: &Path) -> Result<(), Error> {
    let foreign = || Error::Foreign(file.to_owned());
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let mut connection: sqlx::SqliteConnection =
        sqlx::ConnectOptions::connect(&options).await.map_err(|_| foreign())?;
    let found: i64 = sqlx::query_scalar("select max(version) from migrations")
        .fetch_one(&mut connection)
        .await
        .map_err(|_| foreign())?;
    if found > LATEST {
        return Err(Error::Newer { found, known: LATEST });
    }
    let what: String = sqlx::query_scalar("pragma quick_check(1)").fetch_one(&mut connection).await?;
    sqlx::Connection::close(connection).await?;
    if what == "ok" { Ok(()) } else { Err(Error::Damaged { path: file.into(), what }) }
}

/// Carries every row of every table.
async fn carry(from: &mut Connection, to: &mut Tx) -> Result<(), Error> {
    // What others write meanwhile is not seen.
    match from {
        Connection::Sqlite(connection) => {
            sqlite("begin", Vec::new()).execute(&mut **connection).await.map(drop)?
        }
        Connection::Postgres(connection) => postgres("begin isolation level repeatable read", Vec::new())
            .execute(&mut **connection)
            .await
            .map(drop)?,
    }
    for table in TABLES {
        let columns = match (&mut *from, &mut **to) {
            (sqlite @ Connection::Sqlite(_), _) | (_, sqlite) => columns(sqlite, table).await?,
        };
        carry_table(from, to, table, &columns).await?;
    }
    // The numbers that PostgreSQL gives go on after those that were carried.
    if matches!(**to, Connection::Postgres(_)) {
        let next = "select setval(pg_get_serial_sequence('journal', 'seq'), (select coalesce(max(seq), 1) from journal))";
        to.run(next, Vec::new()).await?;
    }
    Ok(())
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

/// Waits until the file is on the disk.
fn sync(file: &Path) -> Result<(), Error> {
    std::fs::File::open(file)
        .and_then(|file| file.sync_all())
        .map_err(|source| Error::Folder { path: file.into(), source })
}
