//! Signing in and out.

use crate::App;
use crate::rooms::people::{Password, commands, queries};
use crate::rooms::settings;
use crate::web::visit::SESSION;
use crate::web::{Form, Page, Place, Problem, Visit, cookie, html};
use axum::extract::{ConnectInfo, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use std::net::SocketAddr;

#[derive(askama::Template)]
#[template(path = "people/templates/sign_in.html")]
struct SignIn {
    page: Page,
    organisation: Option<String>,
    email: String,
    next: String,
    refused: Option<String>,
}

/// Where to go afterwards.
#[derive(serde::Deserialize)]
pub struct Wanted {
    next: Option<String>,
}

/// The form.
pub async fn new(
    State(app): State<App>,
    visit: Visit,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let mut db = app.db().read().await?;
    if queries::is_nobody_here(&mut db).await? {
        return Ok(Redirect::to("/welcome").into_response());
    }
    let next = wanted.next.unwrap_or_default();
    if visit.actor.is_some() {
        return Ok(Redirect::to(&safe(&next)).into_response());
    }
    let organisation = settings::organisation(&mut db).await?;
    let page = visit.page(Place::Nowhere);
    Ok(html(&SignIn { page, organisation, email: String::new(), next, refused: None })?.into_response())
}

/// What the form asks for.
#[derive(serde::Deserialize)]
pub struct Credentials {
    email: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// Signs in.
pub async fn create(
    State(app): State<App>,
    ConnectInfo(place): ConnectInfo<SocketAddr>,
    visit: Visit,
    headers: HeaderMap,
    Form(credentials): Form<Credentials>,
) -> Result<Response, Problem> {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let password = Password::from(credentials.password);
    match commands::sign_in(&app, &credentials.email, password, (place.ip(), agent.into())).await {
        Ok(word) => {
            let cookie = cookie::write(SESSION, &word, commands::SESSION.as_secs(), app.is_secure());
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&safe(&credentials.next))).into_response())
        }
        Err(problem @ (Problem::Invalid(_) | Problem::Busy(_))) => {
            let status = problem.status();
            let (Problem::Invalid(text) | Problem::Busy(text)) = problem else { return Err(problem) };
            let organisation = settings::organisation(&mut app.db().read().await?).await?;
            let refused = Some(text.said(visit.say.language));
            let page = visit.page(Place::Nowhere);
            let again =
                SignIn { page, organisation, email: credentials.email, next: credentials.next, refused };
            Ok((status, html(&again)?).into_response())
        }
        Err(problem) => Err(problem),
    }
}

/// A form with nothing but its token.
#[derive(serde::Deserialize)]
pub struct Nothing {}

/// Signs out.
pub async fn destroy(
    State(app): State<App>,
    headers: HeaderMap,
    visit: Visit,
    Form(Nothing {}): Form<Nothing>,
) -> Result<Response, Problem> {
    visit.actor()?;
    if let Some(word) = cookie::read(&headers, SESSION) {
        commands::sign_out(&app, word).await?;
    }
    let gone = cookie::write(SESSION, "", 0, app.is_secure());
    Ok((StatusCode::SEE_OTHER, [(header::SET_COOKIE, gone)], Redirect::to("/sign-in")).into_response())
}

/// A path of ours, so that nobody is sent elsewhere. Browsers take a backslash for a slash, and leave out tabs.
fn safe(next: &str) -> String {
    let is_plain = !next.contains(|c: char| c == '\\' || c.is_control());
    let is_ours = next.starts_with('/') && !next.starts_with("//") && is_plain;
    if is_ours && !next.starts_with("/sign-in") { next.to_owned() } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(safe("/cases/7?page=2"), "/cases/7?page=2");
        for elsewhere in
            ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "", "/sign-in"]
        {
            assert_eq!(safe(elsewhere), "/", "{elsewhere}");
        }
    }
}
