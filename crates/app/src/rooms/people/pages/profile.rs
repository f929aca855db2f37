//! One's own settings: language, appearance, password.

use crate::App;
use crate::rooms::people::{MIN_PASSWORD, Password, commands};
use crate::web::visit::SESSION;
use crate::web::{Form, Page, Place, Problem, Visit, cookie, html};
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(askama::Template)]
#[template(path = "people/templates/profile.html")]
struct Profile {
    page: Page,
    tab: &'static str,
    min_password: usize,
    done: bool,
    refused: Option<String>,
}

/// Whether something was just changed.
#[derive(serde::Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// The page.
pub async fn show(visit: Visit, Query(done): Query<Done>) -> Result<Response, Problem> {
    visit.actor()?;
    let page = visit.page(Place::Settings);
    let done = done.done.is_some();
    Ok(html(&Profile { page, tab: "profile", min_password: MIN_PASSWORD, done, refused: None })?
        .into_response())
}

/// The old password and the new one.
#[derive(serde::Deserialize)]
pub struct Change {
    old: String,
    new: String,
}

/// Changes the password.
pub async fn password(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(change): Form<Change>,
) -> Result<Response, Problem> {
    let person = visit.actor()?.person;
    let session = cookie::read(&headers, SESSION).unwrap_or_default();
    let passwords = (Password::from(change.old), Password::from(change.new));
    match commands::change_password(&app, person, passwords, session).await {
        Ok(()) => Ok(Redirect::to("/settings?done=1").into_response()),
        Err(Problem::Invalid(text)) => {
            let refused = Some(text.said(visit.say.language));
            let page = visit.page(Place::Settings);
            let again = Profile { page, tab: "profile", min_password: MIN_PASSWORD, done: false, refused };
            Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, html(&again)?).into_response())
        }
        Err(problem) => Err(problem),
    }
}
