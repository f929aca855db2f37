//! The room's pages.

mod answers;
mod emotions;
mod links;
mod overview;
mod pictures;
mod process;
mod speech;
mod wanted;

use crate::App;
use axum::Router;
use axum::routing::{get, post};

/// Their addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/f/{token}", get(answers::new).post(answers::create))
        .route("/feedback", get(overview::show))
        .route("/feedback/links", get(links::new).post(links::create))
        .route("/feedback/{process}", get(process::show))
        .route("/settings/emotions", get(emotions::show).post(emotions::update))
        .route("/settings/emotions/standard", post(emotions::destroy))
}
