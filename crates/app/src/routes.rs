//! The map of addresses.

use crate::rooms::{
    blueprints, board, cases, feedback, logs, maps, people, processes, reports, search, whatif,
};
use crate::web::{Problem, assets, headers, observe, problem};
use crate::{App, api};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::any::Any;
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
        .merge(blueprints::pages::routes())
        .merge(board::pages::routes())
        .merge(cases::routes())
        .merge(feedback::pages::routes())
        .merge(logs::pages::routes())
        .merge(maps::pages::routes())
        .merge(people::pages::routes())
        .merge(processes::pages::routes())
        .merge(reports::pages::routes())
        .merge(search::pages::routes())
        .merge(whatif::pages::routes())
        .merge(api::routes());
    let plain = Router::new()
        .route("/assets/{mark}/{name}", get(assets::show))
        .route("/healthz", get(observe::healthz))
        .route("/readyz", get(observe::readyz));
    pages
        .route("/metrics", get(observe::metrics))
        .fallback(async || Problem::NotFound)
        .layer(CatchPanicLayer::custom(broke))
        .layer(from_fn_with_state(app.clone(), problem::shown))
        .merge(plain)
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(app.clone(), headers::safe))
        .layer(from_fn(observe::counted))
        .layer(TraceLayer::new_for_http())
        .with_state(app)
}

/// A handler that panicked ends alone, with a page that says so. What it said is in the log, by the panic's own hook.
fn broke(_panic: Box<dyn Any + Send>) -> Response {
    Problem::Unexpected.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::extract::Request;
    use tower::ServiceExt;

    #[tokio::test]
    async fn a_panic_is_an_unexpected_problem_of_its_request_alone() {
        let panics = Router::new().route("/", get(async || -> () { panic!("inside a handler") }));
        let router: Router = panics.layer(CatchPanicLayer::custom(broke));
        for _ in 0..2 {
            let answer = router.clone().oneshot(Request::new(Body::empty())).await.unwrap();
            assert_eq!(answer.extensions().get(), Some(&Problem::Unexpected));
        }
    }
}
