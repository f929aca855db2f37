//! How urgent a case is.

use super::act::act;
use crate::App;
use crate::web::{Form, Problem, Visit};
use axum::extract::{Path, State};
use axum::response::Redirect;
use caseflow::{Command, Priority};

/// The priority.
#[derive(serde::Deserialize)]
pub struct Urgency {
    priority: Priority,
    version: Option<u64>,
}

/// Sets it.
pub async fn update(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(Urgency { priority, version }): Form<Urgency>,
) -> Result<Redirect, Problem> {
    act(&app, &visit, (number, version), |_| vec![Command::SetPriority { priority }]).await
}
