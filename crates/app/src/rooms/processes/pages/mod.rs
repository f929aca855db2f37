//! The room's pages.

mod edit;
mod edits;
mod export;
mod facets;
mod form;
mod imports;
mod landscape;
mod life;
mod list;
mod parts;
mod picture;
mod said;
mod show;
mod steps;
mod views;
mod wanted;

use super::sheets::MAX_FILE;
use crate::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

pub use edit::sketch;
pub use parts::{Head, cases_since};
pub use picture::Picture;

/// What a form is larger than the file within it, at most.
const AROUND: usize = 16 << 10;

/// Most that a letter takes in what a form sends, beside what it takes in a file: three signs a byte.
const ENCODED: usize = 3;

/// Largest form that chooses processes one by one.
const MAX_CHOSEN_FORM: usize = 1 << 20;

/// Their addresses.
pub fn routes() -> Router<App> {
    let paste = post(imports::paste).layer(DefaultBodyLimit::max(MAX_FILE * ENCODED + AROUND));
    let upload = post(imports::upload).layer(DefaultBodyLimit::max(MAX_FILE + AROUND));
    let choose = post(edits::create).layer(DefaultBodyLimit::max(MAX_CHOSEN_FORM));
    Router::new()
        .route("/processes", get(list::show))
        .route("/processes/landscape", get(landscape::show))
        .route("/processes/export.csv", get(export::csv))
        .route("/processes/export.xlsx", get(export::xlsx))
        .route("/processes/new", get(edit::new).post(edit::create))
        .route("/processes/import", get(imports::start).merge(paste))
        .route("/processes/import/file", upload)
        .route("/processes/imports/{import}", get(imports::show).post(imports::update))
        .route("/processes/edits", choose)
        .route("/processes/edits/{edit}", get(edits::show).post(edits::update))
        .route("/processes/edits/{edit}/undo", post(edits::undo))
        .route("/processes/views", get(views::index).post(views::create))
        .route("/processes/views/{view}", post(views::update))
        .route("/processes/views/{view}/delete", post(views::destroy))
        .route("/processes/{key}", get(show::show))
        .route("/processes/{key}/steps", get(steps::show))
        .route("/processes/{key}/edit", get(edit::show).post(edit::update))
        .route("/processes/{key}/review", post(life::review))
        .route("/processes/{key}/retirement", post(life::retire))
        .route("/processes/{key}/retirement/delete", post(life::restore))
        .route("/processes/{key}/removal", get(life::ask).post(life::destroy))
}
