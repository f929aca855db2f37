//! The map of addresses.

use crate::rooms::{board, cases, feedback, logs, people, processes, reports, search};
use crate::web::{Problem, assets, headers, observe, problem};
use crate::{App, api};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
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
        .merge(board::pages::routes())
        .merge(cases::routes())
        .merge(feedback::pages::routes())
        .merge(logs::pages::routes())
        .merge(people::pages::routes())
        .merge(processes::pages::routes())
        .merge(reports::pages::routes())
        .merge(search::pages::routes())
        .merge(api::routes());
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
