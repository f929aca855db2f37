//! Saved views: a search with its filters under a name, for oneself or for everybody.

use super::store;
use crate::web::{Actor, Problem, Right, Text};
use db::{Connection, Error, Tx};
use jiff::Timestamp;
use uuid::Uuid;

/// Longest name of a view, in characters.
pub const MAX_NAME: usize = 60;

/// Longest query of a view, in bytes.
const MAX_QUERY: usize = 4_000;

/// Views of one person at most.
pub const MAX_VIEWS: usize = 50;

/// A view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its id.
    pub id: Uuid,
    /// Who saved it.
    pub person: Uuid,
    /// What it is called.
    pub name: String,
    /// Filter and order, as in an address.
    pub query: String,
    /// Whether everybody sees it.
    pub is_shared: bool,
    /// Whether the catalogue opens with it, for whoever saved it.
    pub is_first: bool,
    /// The name of who saved it.
    pub by: String,
}

/// What a form says of a view.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// What it is called.
    pub name: String,
    /// Whether everybody sees it.
    pub is_shared: bool,
    /// Whether the catalogue opens with it.
    pub is_first: bool,
}

impl Said {
    /// The same without blanks at the ends, if this person may say it.
    fn checked(self, actor: &Actor) -> Result<Self, Problem> {
        let name = self.name.trim().to_owned();
        if name.is_empty() || name.chars().count() > MAX_NAME || name.contains(char::is_control) {
            return Err(Problem::Invalid(Text::key("view-name-wrong").with("n", MAX_NAME)));
        }
        if self.is_shared && !actor.may(Right::Design) {
            return Err(Problem::Forbidden);
        }
        Ok(Self { name, ..self })
    }
}

/// The views that this person sees: their own and those for everybody, by name.
///
/// # Errors
///
/// What the database says.
pub async fn seen(db: &mut Connection, actor: &Actor) -> Result<Vec<View>, Error> {
    store::views(db, actor.person).await
}

/// Saves a view.
///
/// # Errors
///
/// [`Problem::Invalid`], [`Problem::Forbidden`], or [`Problem::Conflict`], if they have too many.
pub async fn save(
    tx: &mut Tx,
    actor: &Actor,
    query: &str,
    said: Said,
    now: Timestamp,
) -> Result<Uuid, Problem> {
    let said = said.checked(actor)?;
    if query.len() > MAX_QUERY {
        return Err(Problem::Invalid(Text::key("problem-form")));
    }
    let own = store::views(tx, actor.person).await?.into_iter().filter(|view| view.person == actor.person);
    if own.count() >= MAX_VIEWS {
        return Err(Problem::Conflict(Text::key("view-too-many").with("n", MAX_VIEWS)));
    }
    if said.is_first {
        store::no_view_first(tx, actor.person).await?;
    }
    let id = Uuid::now_v7();
    store::add_view(tx, id, actor.person, query, &said, now).await?;
    Ok(id)
}

/// Changes what is said of one's own view.
///
/// # Errors
///
/// [`Problem::NotFound`], if it is none of theirs; else as [`save`].
pub async fn change(tx: &mut Tx, actor: &Actor, id: Uuid, said: Said) -> Result<(), Problem> {
    let said = said.checked(actor)?;
    if said.is_first {
        store::no_view_first(tx, actor.person).await?;
    }
    if store::change_view(tx, id, actor.person, &said).await? { Ok(()) } else { Err(Problem::NotFound) }
}

/// Takes one's own view away.
///
/// # Errors
///
/// [`Problem::NotFound`], if it is none of theirs.
pub async fn remove(tx: &mut Tx, actor: &Actor, id: Uuid) -> Result<(), Problem> {
    if store::remove_view(tx, id, actor.person).await? { Ok(()) } else { Err(Problem::NotFound) }
}
