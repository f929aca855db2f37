//! The room's pages.

mod figures;
mod home;

use crate::App;
use axum::Router;
use axum::routing::get;

/// The room's addresses.
pub fn routes() -> Router<App> {
    Router::new().route("/", get(home::show))
}
