//! That a case came to a step of its process.

use super::act::act;
use crate::App;
use crate::web::{Form, Problem, Text, Visit};
use axum::extract::{Path, State};
use axum::response::Redirect;
use caseflow::{Command, Key};

/// The step.
#[derive(serde::Deserialize)]
pub struct Reached {
    step: String,
    version: Option<u64>,
}

/// Notes it.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(Reached { step, version }): Form<Reached>,
) -> Result<Redirect, Problem> {
    let step = Key::new(&step).ok_or(Problem::Invalid(Text::key("problem-form")))?;
    act(&app, &visit, (number, version), |_| vec![Command::Reach { step }]).await
}
