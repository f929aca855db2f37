//! That a task is done.

use super::act::{Seen, act};
use crate::App;
use crate::web::{Form, Problem, Visit};
use axum::extract::{Path, State};
use axum::response::Redirect;
use caseflow::{Command, TaskId};
use uuid::Uuid;

/// Ticks it off.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path((number, task)): Path<(u64, Uuid)>,
    Form(Seen { version }): Form<Seen>,
) -> Result<Redirect, Problem> {
    act(&app, &visit, (number, version), |_| vec![Command::CompleteTask { task: TaskId(task) }]).await
}

/// Takes the tick back.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path((number, task)): Path<(u64, Uuid)>,
    Form(Seen { version }): Form<Seen>,
) -> Result<Redirect, Problem> {
    act(&app, &visit, (number, version), |_| vec![Command::ReopenTask { task: TaskId(task) }]).await
}
