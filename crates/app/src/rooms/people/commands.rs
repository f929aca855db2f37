//! What changes people, sessions and tokens.

use super::model::address;
use super::{NewPerson, Password, Token, store};
use crate::App;
use crate::web::{Problem, Role, Text, secret};
use db::{Tx, journal};
use jiff::{SignedDuration, Timestamp};
use language::Language;
use std::net::IpAddr;
use uuid::Uuid;

/// How long a session lasts after it was last seen.
pub const SESSION: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Who does something, as the journal names them.
pub type By = (&'static str, Option<Uuid>);

/// The journal's topic for people.
const TOPIC: &str = "person";

/// What the journal says of an event beside its kind, where there is nothing to say.
const NOTHING: &str = "{}";

/// What the word of a token begins with, so that it is recognised where it does not belong.
const TOKEN_MARK: &str = "tl_";

/// How many tokens a person may have.
const MAX_TOKENS: usize = 50;

/// Longest name of a token, in characters.
const MAX_TOKEN_NAME: usize = 100;

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
pub async fn add(tx: &mut Tx, people: Vec<NewPerson>, by: By, now: Timestamp) -> Result<(), Problem> {
    let added: Vec<(Uuid, &'static str)> =
        people.iter().map(|person| (person.id, person.role.as_str())).collect();
    store::add(tx, people, now).await.map_err(|error| match error {
        db::Error::Taken(_) => Problem::Conflict(Text::key("person-email-taken")),
        error => error.into(),
    })?;
    for (id, role) in added {
        let data = serde_json::json!({ "role": role }).to_string();
        journal::note(tx, TOPIC, id, by, now, ("person-added", data)).await?;
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

/// Shuts someone out, by their address.
///
/// # Errors
///
/// [`Problem::NotFound`], if nobody has it; else as [`disable`].
pub async fn disable_by_email(tx: &mut Tx, email: &str, by: By, now: Timestamp) -> Result<(), Problem> {
    let person = store::by_email(tx, &address(email).unwrap_or_default()).await?.ok_or(Problem::NotFound)?;
    disable(tx, person, by, now).await
}

/// Shuts someone out at once: they cannot sign in, and their sessions and tokens stop working.
///
/// # Errors
///
/// [`Problem::NotFound`], if there is no such person; [`Problem::Conflict`] for the last administrator.
pub async fn disable(tx: &mut Tx, person: Uuid, by: By, now: Timestamp) -> Result<(), Problem> {
    keep_an_administrator(tx, person).await?;
    if store::disable(tx, person, now).await? {
        store::end_sessions(tx, person).await?;
        journal::note(tx, TOPIC, person, by, now, ("person-disabled", NOTHING.into())).await?;
    }
    Ok(())
}

/// Lets someone in again.
///
/// # Errors
///
/// [`Problem::NotFound`], if there is no such person.
pub async fn enable(tx: &mut Tx, person: Uuid, by: By, now: Timestamp) -> Result<(), Problem> {
    store::role(tx, person).await?.ok_or(Problem::NotFound)?;
    if store::enable(tx, person).await? {
        journal::note(tx, TOPIC, person, by, now, ("person-enabled", NOTHING.into())).await?;
    }
    Ok(())
}

/// Gives someone another role.
///
/// # Errors
///
/// [`Problem::NotFound`], if there is no such person; [`Problem::Conflict`] for the last administrator, and where a
/// customer is to be one of the staff or the other way round.
pub async fn change_role(
    tx: &mut Tx,
    person: Uuid,
    role: Role,
    by: By,
    now: Timestamp,
) -> Result<(), Problem> {
    let before = store::role(tx, person).await?.ok_or(Problem::NotFound)?;
    if before == role {
        return Ok(());
    }
    if before == Role::Customer || role == Role::Customer {
        return Err(Problem::Conflict(Text::key("person-customer-stays")));
    }
    if before == Role::Administrator {
        keep_an_administrator(tx, person).await?;
    }
    store::set_role(tx, person, role).await?;
    let data = serde_json::json!({ "role": role }).to_string();
    journal::note(tx, TOPIC, person, by, now, ("person-role-changed", data)).await?;
    Ok(())
}

/// Someone else has to be left who can look after the installation.
async fn keep_an_administrator(tx: &mut Tx, person: Uuid) -> Result<(), Problem> {
    let role = store::role(tx, person).await?.ok_or(Problem::NotFound)?;
    if role == Role::Administrator && store::other_administrators(tx, person).await? == 0 {
        return Err(Problem::Conflict(Text::key("person-last-administrator")));
    }
    Ok(())
}

/// Changes one's own password; one's other sessions end.
///
/// # Errors
///
/// [`Problem::Invalid`], if the old one is not right, or the new one will not do.
pub async fn change_password(
    app: &App,
    person: Uuid,
    (old, new): (Password, Password),
    session: &str,
) -> Result<(), Problem> {
    new.check()?;
    let kept = store::password(&mut app.db().read().await?, person).await?;
    app.doors().knock(&person.to_string(), IpAddr::from([0, 0, 0, 0]))?;
    if !old.fits(kept).await? {
        return Err(Problem::Invalid(Text::key("password-wrong")));
    }
    let (kept, token, now) = (new.hashed().await?, secret::digest(session), app.now());
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                store::set_password(tx, person, &kept).await?;
                store::end_other_sessions(tx, person, token).await?;
                let by = ("person", Some(person));
                journal::note(tx, TOPIC, person, by, now, ("password-changed", NOTHING.into())).await?;
                Ok(())
            })
        })
        .await
}

/// Makes a token for oneself, and gives its word, which is not kept.
///
/// # Errors
///
/// [`Problem::Invalid`] without a name; [`Problem::Conflict`] for too many.
pub async fn add_token(
    app: &App,
    person: Uuid,
    name: &str,
    lasts: Option<SignedDuration>,
) -> Result<String, Problem> {
    let name = name.trim().to_owned();
    if name.is_empty() || name.chars().count() > MAX_TOKEN_NAME || name.contains(char::is_control) {
        return Err(Problem::Invalid(Text::key("token-name-wrong").with("n", MAX_TOKEN_NAME)));
    }
    let word = format!("{TOKEN_MARK}{}", secret::word());
    let (digest, now) = (secret::digest(&word), app.now());
    let token = Token {
        id: Uuid::now_v7(),
        name,
        created_at: now,
        expires_at: lasts.map(|lasts| now + lasts),
        used_at: None,
    };
    app.db()
        .write(move |tx| {
            Box::pin(async move {
                if store::tokens(tx, person).await?.len() >= MAX_TOKENS {
                    return Err(Problem::Conflict(Text::key("token-too-many").with("n", MAX_TOKENS)));
                }
                store::add_token(tx, person, &token, digest).await?;
                let data = serde_json::json!({ "token": token.id }).to_string();
                journal::note(tx, TOPIC, person, ("person", Some(person)), now, ("token-added", data))
                    .await?;
                Ok(())
            })
        })
        .await?;
    Ok(word)
}

/// Takes one's own token away; it stops working at once.
///
/// # Errors
///
/// [`Problem::NotFound`], if it is not there, or someone else's.
pub async fn remove_token(tx: &mut Tx, person: Uuid, token: Uuid, now: Timestamp) -> Result<(), Problem> {
    if !store::remove_token(tx, person, token).await? {
        return Err(Problem::NotFound);
    }
    let data = serde_json::json!({ "token": token }).to_string();
    journal::note(tx, TOPIC, person, ("person", Some(person)), now, ("token-removed", data)).await?;
    Ok(())
}
