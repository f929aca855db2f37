//! The end of a case, and going on after it.

use super::act::act;
use crate::App;
use crate::rooms::cases::commands::closing;
use crate::web::{Form, Problem, Text, Visit};
use axum::extract::{Path, State};
use axum::response::Redirect;
use caseflow::{Command, Key};

/// How it ended.
#[derive(serde::Deserialize)]
pub struct Ended {
    outcome: String,
    version: Option<u64>,
}

/// Closes the case.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(Ended { outcome, version }): Form<Ended>,
) -> Result<Redirect, Problem> {
    let outcome = Key::new(&outcome).ok_or(Problem::Invalid(Text::key("problem-form")))?;
    let mut db = app.db().read().await?;
    let directory = app.directories().knowing(&mut db, visit.now(), &[]).await?;
    let actor = visit.allowed(crate::web::Right::Work)?;
    let found = super::act::of(&app, actor, number).await?;
    let process = match &found.process {
        Some(key) => directory.process(&mut db, key).await?,
        None => None,
    };
    drop(db);
    act(&app, &visit, (number, version), |found| closing(found, process.as_deref(), outcome)).await
}

/// Why it goes on.
#[derive(serde::Deserialize)]
pub struct GoesOn {
    reason: String,
    version: Option<u64>,
}

/// Opens it again.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(GoesOn { reason, version }): Form<GoesOn>,
) -> Result<Redirect, Problem> {
    act(&app, &visit, (number, version), |_| vec![Command::Reopen { reason }]).await
}
