//! The first administrator of a new installation.

use crate::App;
use crate::rooms::people::{NewPerson, Password, commands, queries};
use crate::rooms::settings;
use crate::web::visit::SESSION;
use crate::web::{Form, Page, Place, Problem, Role, Text, Visit, cookie, html};
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// What the link to this page is signed for.
const PURPOSE: &str = "welcome";

/// The path of the link, which only whoever starts the program gets to see.
#[must_use]
pub fn path(app: &App) -> String {
    format!("/welcome?key={}", app.secret().sign(PURPOSE, "first"))
}

#[derive(askama::Template)]
#[template(path = "people/templates/welcome.html")]
struct Welcome {
    page: Page,
    first: First,
    refused: Option<String>,
    /// Whether the visitor came by the link.
    is_invited: bool,
}

/// The key of the link.
#[derive(serde::Deserialize)]
pub struct Invitation {
    #[serde(default)]
    key: String,
}

/// What the form asks for.
#[derive(Default, serde::Deserialize)]
pub struct First {
    key: String,
    organisation: String,
    name: String,
    email: String,
    password: String,
}

/// The form, as long as nobody is here.
pub async fn new(
    State(app): State<App>,
    visit: Visit,
    Query(invitation): Query<Invitation>,
) -> Result<Response, Problem> {
    if !queries::is_nobody_here(&mut app.db().read().await?).await? {
        return Ok(Redirect::to("/sign-in").into_response());
    }
    let page = visit.page(Place::Nowhere);
    let is_invited = app.secret().signed(PURPOSE, "first", &invitation.key);
    let first = First { key: invitation.key, ..First::default() };
    Ok(html(&Welcome { page, first, refused: None, is_invited })?.into_response())
}

/// Adds the administrator, and signs them in.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Form(first): Form<First>,
) -> Result<Response, Problem> {
    match begin(&app, &first).await {
        Ok(word) => {
            let cookie = cookie::write(SESSION, &word, commands::SESSION.as_secs(), app.is_secure());
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response())
        }
        Err(Problem::Invalid(text)) => {
            let refused = Some(text.said(visit.say.language));
            let page = visit.page(Place::Nowhere);
            let again = html(&Welcome { page, first, refused, is_invited: true })?;
            Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, again).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn begin(app: &App, first: &First) -> Result<String, Problem> {
    if !app.secret().signed(PURPOSE, "first", &first.key) {
        return Err(Problem::Forbidden);
    }
    let mut person = NewPerson::new(&first.name, &first.email, Role::Administrator)?;
    let password = Password::from(first.password.clone());
    password.check()?;
    person.password = Some(password.hashed().await?);
    let (id, now, organisation) = (person.id, app.now(), first.organisation.trim().to_owned());
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                // Asked again within the transaction, one at a time: two may have opened the page.
                tx.lock(Uuid::nil()).await?;
                if !queries::is_nobody_here(tx).await? {
                    return Err(Problem::Conflict(Text::key("welcome-too-late")));
                }
                settings::name_organisation(tx, &organisation).await?;
                commands::add(tx, vec![person], ("program", None), now).await
            })
        })
        .await?;
    commands::begin_session(app, id, String::new()).await
}
