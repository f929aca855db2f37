//! The room's pages: one file a resource.

mod act;
mod assignment;
mod clock;
mod closure;
mod comments;
mod completion;
mod conflict;
mod due;
mod edit;
mod index;
mod ladder;
mod names;
mod new;
mod priority;
mod requests;
mod show;
mod steps;
mod story;
mod tasks;
mod wait;
mod words;

pub use names::Clock;

use crate::App;
use axum::Router;
use axum::routing::{get, post};

/// The room's addresses.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/cases", get(index::index).post(new::create))
        .route("/cases/new", get(new::new))
        .route("/cases/{number}", get(show::show).post(edit::update))
        .route("/cases/{number}/edit", get(edit::edit))
        .route("/cases/{number}/clock", get(clock::show))
        .route("/cases/{number}/comments", post(comments::create))
        .route("/cases/{number}/comments/{comment}", get(comments::edit).post(comments::update))
        .route("/cases/{number}/comments/{comment}/delete", post(comments::destroy))
        .route("/cases/{number}/tasks", post(tasks::create))
        .route("/cases/{number}/tasks/{task}/completion", post(completion::create))
        .route("/cases/{number}/tasks/{task}/completion/delete", post(completion::destroy))
        .route("/cases/{number}/closure", post(closure::create))
        .route("/cases/{number}/closure/delete", post(closure::destroy))
        .route("/cases/{number}/steps", post(steps::create))
        .route("/cases/{number}/assignment", post(assignment::create))
        .route("/cases/{number}/assignment/delete", post(assignment::destroy))
        .route("/cases/{number}/due", post(due::update))
        .route("/cases/{number}/priority", post(priority::update))
        .route("/cases/{number}/wait", post(wait::create))
        .route("/cases/{number}/wait/delete", post(wait::destroy))
}
