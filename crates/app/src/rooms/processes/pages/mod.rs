//! The room's pages.

mod edit;
mod list;
mod parts;
mod picture;
mod show;
mod steps;

use crate::App;
use axum::Router;
use axum::routing::get;

pub use parts::cases_since;
pub use picture::Picture;

/// Their addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/processes", get(list::show))
        .route("/processes/{key}", get(show::show))
        .route("/processes/{key}/steps", get(steps::show))
        .route("/processes/{key}/edit", get(edit::show).post(edit::update))
}
