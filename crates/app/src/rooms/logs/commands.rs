//! What brings logs in, reads them, and takes them away.

use super::model::{Columns, Log, Mapping, name_of};
use super::reading::{self, Refused};
use super::store;
use crate::App;
use crate::web::{Actor, Problem, Text};
use db::journal;
use eventlog::ReadError;
use std::sync::Arc;
use uuid::Uuid;

/// How many logs an installation holds.
pub const MAX_LOGS: i64 = 200;

/// Brings a log in, once its first rows could be read.
///
/// # Errors
///
/// [`Problem::Conflict`], if there are too many; within, why the file is not taken.
pub async fn add(
    app: &App,
    actor: &Actor,
    file_name: &str,
    file: Arc<[u8]>,
) -> Result<Result<(Uuid, Columns), Refused>, Problem> {
    let columns = match reading::look(file.clone()).await? {
        Ok(columns) => columns,
        Err(refused) => return Ok(Err(refused)),
    };
    let (id, name, now) = (Uuid::now_v7(), name_of(file_name), app.now());
    let (person, by) = (actor.person, actor.in_journal());
    let kept = columns.clone();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                if store::count(tx).await? >= MAX_LOGS {
                    return Err(Problem::Conflict(Text::key("logs-too-many").with("n", MAX_LOGS)));
                }
                store::add(tx, (id, &name), (person, now), &file, &kept).await?;
                let data = serde_json::json!({ "size_bytes": file.len() }).to_string();
                journal::note(tx, "log", id, by, now, ("log-added", data)).await?;
                Ok(())
            })
        })
        .await?;
    Ok(Ok((id, columns)))
}

/// Reads a log as the mapping says, and keeps both.
///
/// # Errors
///
/// [`Problem::NotFound`], if it was taken away meanwhile; within, why it cannot be read that way.
pub async fn map(
    app: &App,
    actor: &Actor,
    log: Log,
    mapping: Mapping,
) -> Result<Result<(), ReadError>, Problem> {
    let file = store::file(&mut app.db().read().await?, log.id).await?.ok_or(Problem::NotFound)?;
    let summary = match reading::read(file, mapping.clone()).await? {
        Ok(summary) => summary,
        Err(error) => return Ok(Err(error)),
    };
    let (now, by) = (app.now(), actor.in_journal());
    let columns = Columns { mapping: Some(mapping.clone()), ..log.columns };
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                if store::sum_up(tx, log.id, &columns, &summary).await? == 0 {
                    return Err(Problem::NotFound);
                }
                let data = serde_json::json!(mapping).to_string();
                journal::note(tx, "log", log.id, by, now, ("log-mapped", data)).await?;
                Ok(())
            })
        })
        .await?;
    Ok(Ok(()))
}

/// Takes a log away.
///
/// # Errors
///
/// [`Problem::NotFound`], if there is none.
pub async fn remove(app: &App, actor: &Actor, id: Uuid) -> Result<(), Problem> {
    let (now, by) = (app.now(), actor.in_journal());
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                if store::remove(tx, id).await? == 0 {
                    return Err(Problem::NotFound);
                }
                journal::note(tx, "log", id, by, now, ("log-removed", "{}".to_owned())).await?;
                Ok(())
            })
        })
        .await
}
