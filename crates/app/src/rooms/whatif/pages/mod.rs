//! The room's pages.

mod compare;
mod edit;
mod export;
mod fields;
mod index;
mod parts;
mod run;
mod show;
mod sweep;

use crate::App;
use axum::Router;
use axum::routing::{get, post};

/// Their addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/processes/{key}/what-if", get(index::show))
        .route("/processes/{key}/what-if/new", get(edit::start).post(edit::create))
        .route("/processes/{key}/what-if/compare", get(compare::show))
        .route("/processes/{key}/what-if/sweep", get(sweep::show))
        .route("/processes/{key}/what-if/{scenario}", get(show::show))
        .route("/processes/{key}/what-if/{scenario}/edit", get(edit::show).post(edit::update))
        .route("/processes/{key}/what-if/{scenario}/run", post(run::create))
        .route("/processes/{key}/what-if/{scenario}/run/delete", post(run::destroy))
        .route("/processes/{key}/what-if/{scenario}/delete", post(run::remove))
        .route("/processes/{key}/what-if/{scenario}/export/{format}", get(export::show))
}
