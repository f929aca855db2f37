//! What is counted and asked from outside: metrics, and whether the program lives and is ready.

use super::{Caller, Problem, Right};
use crate::App;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::sync::LazyLock;
use std::time::Instant;

/// What is counted, for the whole process.
#[derive(Debug, Clone)]
pub struct Meter(PrometheusHandle);

/// Upper ends of the classes of duration, in seconds.
const CLASSES_S: [f64; 10] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];

static HANDLE: LazyLock<PrometheusHandle> = LazyLock::new(|| {
    let builder = PrometheusBuilder::new().set_buckets(&CLASSES_S).expect("there are classes");
    builder.install_recorder().expect("nothing else counts in this process")
});

impl Meter {
    /// The one of this process.
    #[must_use]
    pub fn installed() -> Self {
        Self(HANDLE.clone())
    }
}

/// Counts the request and how long it took, by the route that answered.
pub async fn counted(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let method = request.method().to_string();
    let start = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!("http_requests_total", "route" => route.clone(), "method" => method, "status" => status)
        .increment(1);
    metrics::histogram!("http_request_duration_seconds", "route" => route)
        .record(start.elapsed().as_secs_f64());
    response
}

/// The process lives.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The process can do its work: the database answers.
pub async fn readyz(State(app): State<App>) -> Response {
    match ready(&app).await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, [(header::CONTENT_TYPE, "text/plain")], "not ready\n")
                .into_response()
        }
    }
}

async fn ready(app: &App) -> Result<(), db::Error> {
    let mut db = app.db().read().await?;
    db::journal::last(&mut db, "case").await.map(drop)
}

/// What was counted, as Prometheus reads it; for those who look after the installation, by a bearer token.
///
/// # Errors
///
/// [`Problem::SignIn`] and [`Problem::Forbidden`] for the others.
pub async fn metrics(State(app): State<App>, caller: Caller) -> Result<Response, Problem> {
    caller.allowed(Right::Administer)?;
    app.meter().0.run_upkeep();
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; version=0.0.4"))];
    Ok((kind, app.meter().0.render()).into_response())
}
