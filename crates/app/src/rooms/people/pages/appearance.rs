//! How someone wants to see the program: their language, light or dark.

use crate::App;
use crate::rooms::people::commands;
use crate::web::visit::LANGUAGE;
use crate::web::{Form, Problem, Text, Visit, cookie};
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use language::Language;

/// The language that was chosen.
#[derive(serde::Deserialize)]
pub struct InLanguage {
    language: String,
}

/// Changes the language; of those who are not signed in, for this browser.
pub async fn language(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(chosen): Form<InLanguage>,
) -> Result<Response, Problem> {
    let language: Language =
        chosen.language.parse().map_err(|_| Problem::Invalid(Text::key("problem-form")))?;
    if let Some(actor) = &visit.actor {
        let person = actor.person;
        app.db()
            .write(move |tx| Box::pin(async move { commands::choose_language(tx, person, language).await }))
            .await?;
    }
    let cookie = cookie::write(LANGUAGE, language.code(), 365 * 86_400, app.is_secure());
    Ok(([(header::SET_COOKIE, cookie)], back(&headers)).into_response())
}

/// The theme that was chosen.
#[derive(serde::Deserialize)]
pub struct InTheme {
    theme: String,
}

/// Changes to light or dark, or to what the screen wants.
pub async fn theme(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(chosen): Form<InTheme>,
) -> Result<Response, Problem> {
    let person = visit.actor()?.person;
    let theme = match chosen.theme.as_str() {
        "light" => Some("light"),
        "dark" => Some("dark"),
        "auto" => None,
        _ => return Err(Problem::Invalid(Text::key("problem-form"))),
    };
    app.db()
        .write(move |tx| Box::pin(async move { commands::choose_theme(tx, person, theme).await }))
        .await?;
    Ok(back(&headers).into_response())
}

/// The page that someone came from, if it is one of ours.
fn back(headers: &HeaderMap) -> Redirect {
    let from = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path = from.split_once("://").and_then(|(_, rest)| rest.strip_prefix(host));
    Redirect::to(path.filter(|path| path.starts_with('/') && !path.starts_with("//")).unwrap_or("/"))
}
