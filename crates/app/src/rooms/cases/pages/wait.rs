//! That it is the customer's turn; the promise pauses meanwhile.

use super::act::{Seen, act};
use crate::App;
use crate::web::{Form, Problem, Visit};
use axum::extract::{Path, State};
use axum::response::Redirect;
use caseflow::Command;

/// The customer's turn begins.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(Seen { version }): Form<Seen>,
) -> Result<Redirect, Problem> {
    act(&app, &visit, (number, version), |_| vec![Command::AwaitCustomer]).await
}

/// The customer answered.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(Seen { version }): Form<Seen>,
) -> Result<Redirect, Problem> {
    act(&app, &visit, (number, version), |_| vec![Command::RecordAnswer]).await
}
