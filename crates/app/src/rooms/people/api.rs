//! The room's part of the API.

use super::queries;
use crate::App;
use crate::web::{Caller, Problem, Right, Role};
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

/// The room's calls.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(me)).routes(routes!(list))
}

/// The person for whom a token acts.
#[derive(Serialize, ToSchema)]
struct Me {
    id: Uuid,
    name: String,
    role: Role,
    customer: Option<Uuid>,
}

/// For whom this token acts, and what they may do.
#[utoipa::path(get, path = "/api/v1/me", tag = "people", responses((status = OK, body = Me)))]
async fn me(caller: Caller) -> Json<Me> {
    let actor = caller.actor;
    Json(Me { id: actor.person, name: actor.name, role: actor.role, customer: actor.customer })
}

/// Everyone.
#[derive(Serialize, ToSchema)]
struct People {
    people: Vec<Listed>,
}

/// A person in the list.
#[derive(Serialize, ToSchema)]
struct Listed {
    id: Uuid,
    name: String,
    email: String,
    role: Role,
    department: Option<String>,
    /// Whether they are shut out.
    disabled: bool,
}

/// Everyone, by name; for administrators.
#[utoipa::path(get, path = "/api/v1/people", tag = "people", responses((status = OK, body = People)))]
async fn list(State(app): State<App>, caller: Caller) -> Result<Json<People>, Problem> {
    caller.allowed(Right::Administer)?;
    let people = queries::list(&mut app.db().read().await?).await?;
    let listed = people.into_iter().map(|person| Listed {
        id: person.id,
        name: person.name,
        email: person.email,
        role: person.role,
        department: person.department,
        disabled: person.disabled_at.is_some(),
    });
    Ok(Json(People { people: listed.collect() }))
}
