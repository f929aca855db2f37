//! One's own tokens for the API.

use crate::App;
use crate::rooms::people::{Token, commands, queries};
use crate::web::{Form, Page, Place, Problem, Text, Visit, html};
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use uuid::Uuid;

/// For how many days a token may be made to last.
const DAYS: [i64; 3] = [30, 90, 365];

#[derive(askama::Template)]
#[template(path = "people/templates/tokens.html")]
struct Tokens {
    page: Page,
    tab: &'static str,
    tokens: Vec<Token>,
    days: [i64; 3],
    /// The word of the token that was just made.
    word: Option<String>,
    refused: Option<String>,
}

/// The list.
pub async fn list(State(app): State<App>, visit: Visit) -> Result<Html<String>, Problem> {
    page(&app, &visit, None, None).await
}

async fn page(
    app: &App,
    visit: &Visit,
    word: Option<String>,
    refused: Option<String>,
) -> Result<Html<String>, Problem> {
    let tokens = queries::tokens(&mut app.db().read().await?, visit.actor()?.person).await?;
    html(&Tokens { page: visit.page(Place::Settings), tab: "tokens", tokens, days: DAYS, word, refused })
}

/// What a token is for, and for how many days; 0 is without end.
#[derive(serde::Deserialize)]
pub struct NewToken {
    name: String,
    days: i64,
}

/// Makes one, and shows its word, this once.
pub async fn create(
    State(app): State<App>,
    visit: Visit,
    Form(new): Form<NewToken>,
) -> Result<Response, Problem> {
    let person = visit.actor()?.person;
    let lasts = match new.days {
        0 => None,
        days if DAYS.contains(&days) => Some(SignedDuration::from_hours(24 * days)),
        _ => return Err(Problem::Invalid(Text::key("problem-form"))),
    };
    match commands::add_token(&app, person, &new.name, lasts).await {
        Ok(word) => Ok(page(&app, &visit, Some(word), None).await?.into_response()),
        Err(problem @ (Problem::Invalid(_) | Problem::Conflict(_))) => {
            let refused = Some(problem.detail(visit.say.language));
            Ok((problem.status(), page(&app, &visit, None, refused).await?).into_response())
        }
        Err(problem) => Err(problem),
    }
}

/// Ends one.
pub async fn destroy(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<Uuid>,
    Form(super::sessions::Nothing {}): Form<super::sessions::Nothing>,
) -> Result<Redirect, Problem> {
    let (person, now) = (visit.actor()?.person, visit.now());
    app.db()
        .write(move |tx| Box::pin(async move { commands::remove_token(tx, person, token, now).await }))
        .await?;
    Ok(Redirect::to("/settings/tokens"))
}
