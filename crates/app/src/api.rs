//! The HTTP API: every room's part of it, its description in OpenAPI 3.1, and a page that shows the description.

use crate::App;
use crate::rooms::{cases, feedback, logs, maps, people, processes, reports, whatif};
use crate::web::{Page, Place, Problem, Visit, html};
use axum::response::Html;
use axum::routing::get;
use axum::{Json, Router};
use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi as _};
use utoipa_axum::router::OpenApiRouter;

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Touchline",
        description = "The organisation's customer processes, cases, feedback and event logs. Calls carry a bearer token, made under Settings; \
            it may do what its person may. Instants are RFC 3339 in UTC. What goes wrong is said as in RFC 9457, in the language of \
            `Accept-Language`: en, bg, pl, ru or zh.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    modifiers(&Bearer),
    security(("token" = []))
)]
struct Description;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, openapi: &mut OpenApi) {
        let scheme =
            HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("A token, `tl_…`")).build();
        openapi.components.get_or_insert_default().add_security_scheme("token", SecurityScheme::Http(scheme));
    }
}

/// The API with its description.
pub fn routes() -> Router<App> {
    let (calls, description) = OpenApiRouter::with_openapi(Description::openapi())
        .merge(cases::api::routes())
        .merge(feedback::api_routes())
        .merge(logs::api_routes())
        .merge(maps::api::routes())
        .merge(people::api::routes())
        .merge(processes::api::routes())
        .merge(reports::api::routes())
        .merge(whatif::api::routes())
        .split_for_parts();
    calls.route("/api/openapi.json", get(async move || Json(description))).route("/api/docs", get(show))
}

#[derive(askama::Template)]
#[template(path = "api.html")]
struct Docs {
    page: Page,
}

/// The page.
async fn show(visit: Visit) -> Result<Html<String>, Problem> {
    html(&Docs { page: visit.page(Place::Nowhere) })
}
