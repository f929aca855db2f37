//! The room's pages.

mod compare;
mod drawing;
mod edit;
mod export;
mod grid;
mod grid_edits;
mod imports;
mod parts;
mod show;
mod versions;

use super::model::MAX_FILE;
use crate::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// What a form is larger than the file within it, at most.
const AROUND: usize = 16 << 10;

/// Their addresses.
pub fn routes() -> Router<App> {
    let upload = post(imports::create).layer(DefaultBodyLimit::max(MAX_FILE + AROUND));
    Router::new()
        .route("/processes/{key}/map", get(show::show))
        .route("/processes/{key}/map/print", get(show::print))
        .route("/processes/{key}/map/export/{format}", get(export::show))
        .route("/processes/{key}/map/edit", get(edit::show))
        .route("/processes/{key}/map/grid", get(grid::show).post(grid_edits::create))
        .route("/processes/{key}/map/grid/undo", post(grid_edits::undo))
        .route("/processes/{key}/map/grid/redo", post(grid_edits::redo))
        .route("/processes/{key}/map/import", get(imports::start).merge(upload))
        .route("/processes/{key}/map/imports/{file}", get(imports::show).post(imports::update))
        .route("/processes/{key}/map/versions", get(versions::index))
        .route("/processes/{key}/map/draft", post(versions::restore))
        .route("/processes/{key}/map/draft/delete", post(versions::archive))
        .route("/processes/{key}/map/publication", post(versions::publish))
        .route("/processes/{key}/map/compare", get(compare::show))
}
