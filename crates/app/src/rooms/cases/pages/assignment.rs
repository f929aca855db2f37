//! Who answers for a case.

use super::act::{Seen, act, of};
use crate::App;
use crate::web::{Form, Problem, Right, Text, Visit};
use axum::extract::{Path, State};
use axum::response::Redirect;
use caseflow::{Command, PersonId, Role};
use uuid::Uuid;

/// Who is to have it.
#[derive(serde::Deserialize)]
pub struct To {
    person: Option<Uuid>,
    version: Option<u64>,
}

/// Gives it to someone; without a name, the visitor takes it.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(To { person, version }): Form<To>,
) -> Result<Redirect, Problem> {
    let actor = visit.allowed(Right::Work)?;
    of(&app, actor, number).await?;
    let person = person.unwrap_or(actor.person);
    let directory = {
        let mut db = app.db().read().await?;
        app.directories().knowing(&mut db, visit.now(), &[person]).await?
    };
    let works =
        directory.people.get(&person).is_some_and(|known| !known.is_disabled && known.role.may(Right::Work));
    if !works {
        return Err(Problem::Invalid(Text::key("problem-form")));
    }
    let person = PersonId(person);
    act(&app, &visit, (number, version), |_| vec![Command::Assign { person, role: Role::Responsible }]).await
}

/// The visitor leaves the case.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path(number): Path<u64>,
    Form(Seen { version }): Form<Seen>,
) -> Result<Redirect, Problem> {
    let person = PersonId(visit.actor()?.person);
    act(&app, &visit, (number, version), |_| vec![Command::Unassign { person }]).await
}
