//! Processes as rows of a spreadsheet: pasted or uploaded, looked over, taken in; and written out.

mod columns;
mod reading;
mod rows;
mod words;
mod writing;

use super::commands::{self, By, Revision, Sketch};
use super::store;
use crate::web::{Actor, Problem};
use db::Tx;
use jiff::Timestamp;
use uuid::Uuid;

pub use columns::Column;
pub use reading::{file, pasted};
pub use rows::{Fate, Line, lines};
pub use writing::{Kind, Row, csv, xlsx};

/// Rows that are taken in at a time.
pub const MAX_ROWS: usize = 5_000;

/// Columns of a spreadsheet that are looked at.
pub const MAX_COLUMNS: usize = 60;

/// Largest file, in megabytes.
pub const MAX_FILE_MB: usize = 5;

/// Largest file, in bytes.
pub const MAX_FILE: usize = MAX_FILE_MB << 20;

/// A spreadsheet's table: its first row, and those below it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sheet {
    /// What the columns are called.
    pub header: Vec<String>,
    /// The rows, each with its number in the spreadsheet.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// Rows that somebody looks over before they are taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Its id.
    pub id: Uuid,
    /// What the file is called; empty for what was pasted.
    pub name: String,
    /// The rows.
    pub sheet: Sheet,
}

/// Keeps rows to be looked over, in place of those that the person looked over before.
///
/// # Errors
///
/// What the database says.
pub async fn keep(
    tx: &mut Tx,
    actor: &Actor,
    name: String,
    sheet: Sheet,
    now: Timestamp,
) -> Result<Uuid, Problem> {
    let import = Import { id: Uuid::now_v7(), name: name.chars().take(120).collect(), sheet };
    store::forget_imports(tx, actor.person).await?;
    store::add_import(tx, &import, actor.person, now).await?;
    Ok(import.id)
}

/// How many rows made a process, and how many changed one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// New processes.
    pub added: usize,
    /// Processes that are changed.
    pub changed: usize,
}

/// Takes the rows in that have no problem, and forgets them all.
///
/// # Errors
///
/// As [`commands::create`].
pub async fn take(
    tx: &mut Tx,
    actor: &Actor,
    lines: Vec<Line>,
    sketch: &Sketch,
    by: By,
    now: Timestamp,
) -> Result<Taken, Problem> {
    let (mut new, mut changes) = (Vec::new(), Vec::new());
    for line in lines {
        match line.fate {
            Fate::New => new.push((line.key, line.facts)),
            Fate::Changed(place, _) => changes.push(Revision {
                id: place.id,
                seen: place.seen,
                before: *place.before,
                after: line.facts,
            }),
            Fate::Same | Fate::Wrong(_) => {}
        }
    }
    let changed = commands::change_all(tx, &changes, by, now).await?.len();
    let added = commands::create(tx, new, sketch, by, now).await?.len();
    store::forget_imports(tx, actor.person).await?;
    Ok(Taken { added, changed })
}
