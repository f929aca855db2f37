//! The room's pages.

pub mod appearance;
pub mod people;
pub mod profile;
pub mod sessions;
pub mod tokens;
pub mod welcome;

use crate::App;
use axum::Router;
use axum::routing::{get, post};

/// The room's addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(sessions::new).post(sessions::create))
        .route("/sign-out", post(sessions::destroy))
        .route("/welcome", get(welcome::new).post(welcome::create))
        .route("/settings", get(profile::show))
        .route("/settings/password", post(profile::password))
        .route("/settings/language", post(appearance::language))
        .route("/settings/theme", post(appearance::theme))
        .route("/settings/people", get(people::list).post(people::create))
        .route("/settings/people/{person}/role", post(people::change_role))
        .route("/settings/people/{person}/access", post(people::change_access))
        .route("/settings/tokens", get(tokens::list).post(tokens::create))
        .route("/settings/tokens/{token}/end", post(tokens::destroy))
}
