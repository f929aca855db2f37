//! The room's pages.

mod list;
mod mapping;
mod picture;
mod report;
mod show;

use super::model::{MAX_FILE, MAX_FILE_MB};
use crate::App;
use crate::web::{Problem, Text};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub(super) use list::said;

/// What a form is larger than the file within it, at most.
const AROUND: usize = 16 << 10;

/// Their addresses.
pub fn routes() -> Router<App> {
    let upload = post(list::create).layer(DefaultBodyLimit::max(MAX_FILE + AROUND));
    Router::new()
        .route("/logs", get(list::index).merge(upload))
        .route("/logs/{id}", get(show::show))
        .route("/logs/{id}/problems", get(show::problems))
        .route("/logs/{id}/mapping", get(mapping::edit).post(mapping::update))
        .route("/logs/{id}/report", get(report::show))
        .route("/logs/{id}/removal", get(show::ask).post(show::destroy))
}

/// What is said of a file that is too large: how much is taken.
pub(super) fn too_large(problem: Problem) -> Problem {
    match problem {
        Problem::TooLarge(_) => Problem::TooLarge(Text::key("logs-too-large").with("n", MAX_FILE_MB)),
        problem => problem,
    }
}
