//! Looking a database over: an open one, and a file that is said to be a copy of one.

use crate::sqlite::File;
use crate::{Database, Error, Kind, LATEST, values};
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
pub(crate) fn check_copy(file: &Path) -> Result<(), Error> {
    let foreign = || Error::Foreign(file.to_owned());
    let copy = File::open_copy(file).map_err(|_| foreign())?;
    let found = copy.first("select max(version) from migrations", &[]).map_err(|_| foreign())?;
    let Some((Some(found),)): Option<(Option<i64>,)> = found else { return Err(foreign()) };
    if found > LATEST {
        return Err(Error::Newer { found, known: LATEST });
    }
    // Some damage is found by the check, and some keeps it from being made.
    let said = copy.first("pragma integrity_check(1)", &[]);
    let what =
        said.map_or_else(|error| error.to_string(), |said| said.map_or_else(String::new, |(line,)| line));
    copy.close()?;
    if what == "ok" { Ok(()) } else { Err(Error::Damaged { path: file.into(), what }) }
}
