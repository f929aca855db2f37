//! The map of addresses.

use crate::App;
use crate::rooms::{people, processes, reports};
use crate::web::{Problem, assets, headers, observe, problem};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

/// Largest body of a request, in bytes, where a route does not take more.
pub const MAX_BODY: usize = 256 * 1024;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Everything that answers.
pub fn router(app: App) -> Router {
    let pages = Router::new()
        .route("/sign-in", get(people::pages::sessions::new).post(people::pages::sessions::create))
        .route("/sign-out", post(people::pages::sessions::destroy))
        .route("/welcome", get(people::pages::welcome::new).post(people::pages::welcome::create))
        .route("/settings/language", post(people::pages::appearance::language))
        .route("/settings/theme", post(people::pages::appearance::theme))
        .merge(processes::pages::routes())
        .merge(reports::pages::routes())
        .merge(Router::from(processes::api::routes()))
        .merge(Router::from(reports::api::routes()));
    let plain = Router::new()
        .route("/assets/{mark}/{name}", get(assets::show))
        .route("/healthz", get(observe::healthz))
        .route("/readyz", get(observe::readyz));
    pages
        .route("/metrics", get(observe::metrics))
        .fallback(async || Problem::NotFound)
        .layer(from_fn_with_state(app.clone(), problem::shown))
        .merge(plain)
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), headers::safe))
        .layer(from_fn(observe::counted))
        .layer(TraceLayer::new_for_http())
        .with_state(app)
}
