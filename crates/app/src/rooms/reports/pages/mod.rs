//! The room's pages.

mod index;
mod show;
mod whole;

use crate::App;
use axum::Router;
use axum::routing::get;

/// Their addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/improve", get(index::show))
        .route("/improve/{key}", get(show::show))
        .route("/improve/{key}/report", get(whole::show))
}
