//! The room's pages.

mod results;

use crate::App;
use axum::Router;
use axum::routing::get;

/// The room's addresses.
pub fn routes() -> Router<App> {
    Router::new().route("/search", get(results::show))
}
