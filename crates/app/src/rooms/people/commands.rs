//! What changes people, sessions and tokens.

use super::model::address;
use super::{NewPerson, Password, store};
use crate::App;
use crate::web::{Problem, Text, secret};
use db::{Tx, journal};
use jiff::{SignedDuration, Timestamp};
use language::Language;
use std::net::IpAddr;
use uuid::Uuid;

/// How long a session lasts after it was last seen.
pub const SESSION: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Signs someone in, and gives the word of their session.
///
/// # Errors
///
/// [`Problem::Invalid`], if address and password do not belong together; [`Problem::Busy`] after too many tries.
pub async fn sign_in(
    app: &App,
    email: &str,
    password: Password,
    (place, agent): (IpAddr, String),
) -> Result<String, Problem> {
    let email = address(email).unwrap_or_default();
    app.doors().knock(&email, place)?;
    let found = store::credentials(&mut app.db().read().await?, &email).await?;
    let (person, kept) = found.map_or((None, None), |(person, kept)| (Some(person), kept));
    let person = person.filter(|_| kept.is_some());
    if !password.fits(kept).await? {
        return Err(Problem::Invalid(Text::key("sign-in-wrong")));
    }
    let person = person.ok_or(Problem::Invalid(Text::key("sign-in-wrong")))?;
    begin_session(app, person, agent).await
}

/// Begins a session for someone who proved who they are.
///
/// # Errors
///
/// What the database says.
pub async fn begin_session(app: &App, person: Uuid, agent: String) -> Result<String, Problem> {
    let word = secret::word();
    let (token, now) = (secret::digest(&word), app.now());
    let agent: String = agent.chars().take(200).collect();
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                store::add_session(tx, token, person, (now, now + SESSION), &agent)
                    .await
                    .map_err(Problem::from)
            })
        })
        .await?;
    Ok(word)
}

/// Notes that a session is in use, so that it lasts on.
///
/// # Errors
///
/// What the database says.
pub async fn see_session(app: &App, word: &str, now: Timestamp) -> Result<(), Problem> {
    let token = secret::digest(word);
    app.db()
        .write(move |tx| {
            Box::pin(async move { Ok(store::see_session(tx, token, now, now + SESSION).await?) })
        })
        .await
}

/// Notes that a token is in use.
///
/// # Errors
///
/// What the database says.
pub async fn use_token(app: &App, word: &str, now: Timestamp) -> Result<(), Problem> {
    let token = secret::digest(word);
    app.db().write(move |tx| Box::pin(async move { Ok(store::use_token(tx, token, now).await?) })).await
}

/// Ends a session.
///
/// # Errors
///
/// What the database says.
pub async fn sign_out(app: &App, word: &str) -> Result<(), Problem> {
    let (token, now) = (secret::digest(word), app.now());
    app.db().write(move |tx| Box::pin(async move { Ok(store::end_session(tx, token, now).await?) })).await
}

/// Adds people.
///
/// # Errors
///
/// [`Problem::Conflict`], if one of the addresses is in use.
pub async fn add(
    tx: &mut Tx,
    people: Vec<NewPerson>,
    by: (&'static str, Option<Uuid>),
    now: Timestamp,
) -> Result<(), Problem> {
    let added: Vec<(Uuid, &'static str)> =
        people.iter().map(|person| (person.id, person.role.as_str())).collect();
    store::add(tx, people, now).await.map_err(|error| match error {
        db::Error::Taken(_) => Problem::Conflict(Text::key("person-email-taken")),
        error => error.into(),
    })?;
    for (id, role) in added {
        let data = serde_json::json!({ "role": role }).to_string();
        journal::note(tx, "person", id, by, now, ("person-added", data)).await?;
    }
    Ok(())
}

/// Lets someone read in another language.
///
/// # Errors
///
/// What the database says.
pub async fn choose_language(tx: &mut Tx, person: Uuid, language: Language) -> Result<(), Problem> {
    Ok(store::set_language(tx, person, language.code()).await?)
}

/// Lets someone see light or dark, or with none what their screen wants.
///
/// # Errors
///
/// What the database says.
pub async fn choose_theme(tx: &mut Tx, person: Uuid, theme: Option<&'static str>) -> Result<(), Problem> {
    Ok(store::set_theme(tx, person, theme).await?)
}
