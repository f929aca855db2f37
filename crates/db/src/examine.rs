//! Looking a database over: an open one, and a file that is said to be a copy of one.

use crate::{Database, Error, Kind, LATEST, values};
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use std::path::Path;
use uuid::Uuid;

impl Database {
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
                "select stream from journal group by stream having count(*) <> max(version) or min(version) <> 1 limit 20",
                values![],
            )
            .await?;
        found.extend(gaps.into_iter().map(|(stream,)| format!("the journal of {stream} has a gap")));
        Ok(found)
    }
}

/// Whether a file holds a whole copy that this program can read.
pub(crate) async fn check_copy(file: &Path) -> Result<(), Error> {
    let foreign = || Error::Foreign(file.to_owned());
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let mut connection: sqlx::SqliteConnection = options.connect().await.map_err(|_| foreign())?;
    let found: Option<i64> = sqlx::query_scalar("select max(version) from migrations")
        .fetch_one(&mut connection)
        .await
        .map_err(|_| foreign())?;
    let found = found.ok_or_else(foreign)?;
    if found > LATEST {
        return Err(Error::Newer { found, known: LATEST });
    }
    // Some damage is found by the check, and some keeps it from being made.
    let said = sqlx::query_scalar("pragma integrity_check(1)").fetch_one(&mut connection).await;
    let what = said.unwrap_or_else(|error: sqlx::Error| error.to_string());
    sqlx::Connection::close(connection).await?;
    if what == "ok" { Ok(()) } else { Err(Error::Damaged { path: file.into(), what }) }
}
