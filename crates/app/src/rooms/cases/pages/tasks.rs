//! What is to be done in a case.

use super::act::act;
use super::due::end_of_day;
use crate::App;
use crate::web::{Form, Problem, Visit};
use axum::extract::{Path, State};
use axum::response::Redirect;
use caseflow::{Command, NewTask, PersonId, TaskId};
use uuid::Uuid;

/// A task that is to be added.
#[derive(serde::Deserialize)]
pub struct Wanted {
    title: String,
    #[serde(default)]
    who: String,
    #[serde(default)]
    due: String,
}

/// Adds a task at the end of the list.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(Wanted { title, who, due }): Form<Wanted>,
) -> Result<Redirect, Problem> {
    let task = NewTask {
        task: TaskId(Uuid::now_v7()),
        name: title,
        stage: None,
        responsible: who.parse().ok().map(PersonId),
        due: end_of_day(&due, &visit)?,
        waits_for: Vec::new(),
    };
    act(&app, &visit, (number, None), |_| vec![Command::AddTask(task)]).await
}
