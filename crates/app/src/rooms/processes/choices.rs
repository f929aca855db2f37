//! What one may choose from for a process: who answers for it, where it belongs, what is promised.

use super::entries::Catalogue;
use super::facts::Facts;
use super::filter::Facet;
use super::store;
use crate::rooms::offices::{self, Department};
use crate::rooms::promises::{self, Promise};
use crate::web::folded::plain;
use crate::web::{Problem, Text};
use db::{Connection, Error};
use uuid::Uuid;

/// People that a list of owners holds at most.
const MAX_OWNERS: u32 = 2_000;

/// Someone who may answer for a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Their id.
    pub id: Uuid,
    /// What they are called.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
}

/// What one may choose from.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Those who may answer for a process, by name.
    pub owners: Vec<Owner>,
    /// Departments, by name.
    pub departments: Vec<Department>,
    /// Promises, by name.
    pub promises: Vec<Promise>,
}

impl Choices {
    /// What there is now.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn of(db: &mut Connection) -> Result<Self, Error> {
        let owners = store::may_own(db, MAX_OWNERS).await?;
        Ok(Self {
            owners: owners.into_iter().map(|(id, name, email)| Owner { id, name, email }).collect(),
            departments: offices::departments(db).await?,
            promises: promises::list(db).await?,
        })
    }

    /// The owner with this id, name or e-mail address.
    #[must_use]
    pub fn owner(&self, text: &str) -> Option<&Owner> {
        let text = plain(text.trim());
        let is = |owner: &&Owner| {
            plain(&owner.name) == text || plain(&owner.email) == text || owner.id.to_string() == text
        };
        self.owners.iter().find(is)
    }

    /// The department with this id, name or key.
    #[must_use]
    pub fn department(&self, text: &str) -> Option<&Department> {
        let text = plain(text.trim());
        let is = |known: &&Department| {
            plain(&known.name) == text || plain(&known.key) == text || known.id.to_string() == text
        };
        self.departments.iter().find(is)
    }

    /// The promise with this name or key.
    #[must_use]
    pub fn promise(&self, text: &str) -> Option<&Promise> {
        let text = plain(text.trim());
        self.promises.iter().find(|known| plain(&known.name) == text || plain(&known.key) == text)
    }

    /// Whether there is what a process refers to. What it referred to before stays right, even if it could not be chosen any longer.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`], which names what there is not.
    pub fn check(&self, facts: &Facts, before: Option<&Facts>) -> Result<(), Problem> {
        let is_new = |of: fn(&Facts) -> Option<String>| {
            of(facts).filter(|new| before.and_then(of).as_ref() != Some(new))
        };
        let owner = is_new(|facts| facts.owner.map(|id| id.to_string()));
        let department = is_new(|facts| facts.department.map(|id| id.to_string()));
        let promise = is_new(|facts| facts.promise.clone());
        let wrong = |key: &'static str| Err(Problem::Invalid(Text::key(key)));
        if owner.is_some_and(|owner| self.owner(&owner).is_none()) {
            return wrong("process-owner-wrong");
        }
        if department.is_some_and(|department| self.department(&department).is_none()) {
            return wrong("process-department-wrong");
        }
        if promise.is_some_and(|promise| self.promise(&promise).is_none()) {
            return wrong("process-promise-wrong");
        }
        Ok(())
    }
}

/// Words that other processes of the catalogue use already, to be suggested.
#[derive(Debug, Clone, Default)]
pub struct Used {
    /// Areas of the organisation's own.
    pub areas: Vec<String>,
    /// Industries.
    pub industries: Vec<String>,
}

impl Used {
    /// Those of a catalogue.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        Self { areas: catalogue.own_words(Facet::Area), industries: catalogue.own_words(Facet::Industry) }
    }
}
