//! What reads people.

use super::{Colleague, Person, Token, commands, store};
use crate::App;
use crate::web::{Actor, Problem, secret};
use db::{Connection, Error};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// How exactly it is known when a session or token was last used.
const SEEN: SignedDuration = SignedDuration::from_mins(10);

/// How many people a list shows at most.
const MAX_LISTED: u32 = 2_000;

/// Who has this session.
///
/// # Errors
///
/// What the database says.
pub async fn by_session(app: &App, word: &str, now: Timestamp) -> Result<Option<Actor>, Problem> {
    let known = store::by_session(&mut app.db().read().await?, secret::digest(word), now).await?;
    let Some(known) = known else { return Ok(None) };
    if known.seen_at.is_none_or(|at| now.duration_since(at) > SEEN) {
        commands::see_session(app, word, now).await?;
    }
    Ok(Some(known.actor))
}

/// For whom this token acts.
///
/// # Errors
///
/// What the database says.
pub async fn by_token(app: &App, word: &str, now: Timestamp) -> Result<Option<Actor>, Problem> {
    let known = store::by_token(&mut app.db().read().await?, secret::digest(word), now).await?;
    let Some(known) = known else { return Ok(None) };
    if known.seen_at.is_none_or(|at| now.duration_since(at) > SEEN) {
        commands::use_token(app, word, now).await?;
    }
    Ok(Some(known.actor))
}

/// Whether nobody can sign in yet: the installation is new.
///
/// # Errors
///
/// What the database says.
pub async fn is_nobody_here(db: &mut Connection) -> Result<bool, Error> {
    Ok(store::count(db).await? == 0)
}

/// Everyone, by name.
///
/// # Errors
///
/// What the database says.
pub async fn list(db: &mut Connection) -> Result<Vec<Person>, Error> {
    store::list(db, MAX_LISTED).await
}

/// A person's tokens, the newest first.
///
/// # Errors
///
/// What the database says.
pub async fn tokens(db: &mut Connection, person: Uuid) -> Result<Vec<Token>, Error> {
    store::tokens(db, person).await
}

/// Everyone as their colleagues see them, those who were shut out too: they are named in what they did.
///
/// # Errors
///
/// What the database says.
pub async fn colleagues(db: &mut Connection) -> Result<Vec<Colleague>, Error> {
    store::colleagues(db).await
}
