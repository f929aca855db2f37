//! The room's pages.

mod change;
mod competitors;
mod drawing;
mod emotions;
mod failures;
mod figures;
mod map;
mod places;
mod scenarios;
mod systems;
mod table;
mod tables;
mod tracks;
mod upright;
mod value_stream;

use crate::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

/// Largest form with scores of competitors, in bytes.
const MAX_SCORES: usize = 1 << 20;

/// Their addresses.
pub fn routes() -> Router<App> {
    let compare = post(competitors::create).layer(DefaultBodyLimit::max(MAX_SCORES));
    Router::new()
        .route("/processes/{key}", get(map::show))
        .route("/processes/{key}/emotions", get(emotions::show))
        .route("/processes/{key}/scenarios", get(scenarios::show).post(scenarios::create))
        .route("/processes/{key}/scenarios/{place}", post(scenarios::update))
        .route("/processes/{key}/scenarios/{place}/delete", post(scenarios::destroy))
        .route("/processes/{key}/failures", get(failures::show).post(failures::create))
        .route("/processes/{key}/failures/{step}/{place}", post(failures::update))
        .route("/processes/{key}/failures/{step}/{place}/delete", post(failures::destroy))
        .route("/processes/{key}/places", get(places::show))
        .route("/processes/{key}/systems", get(systems::show))
        .route("/processes/{key}/competitors", get(competitors::show).merge(compare))
}
