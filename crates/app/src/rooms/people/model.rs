//! A person, and a password.

use super::hashing;
use crate::web::{Problem, Role, Text};
use jiff::Timestamp;
use tokio::sync::Semaphore;
use uuid::Uuid;

/// Shortest password, in characters.
pub const MIN_PASSWORD: usize = 10;

/// Longest password, in bytes: hashing takes longer with its length.
const MAX_PASSWORD: usize = 512;

/// Longest name and e-mail address, in characters.
const MAX_NAME: usize = 200;

/// How many passwords are hashed at a time; each takes 19 MiB for some thirty milliseconds.
static HASHING: Semaphore = Semaphore::const_new(2);

/// A password in clear, on its way to being hashed. It is never shown.
#[derive(Clone)]
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

impl From<String> for Password {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl Password {
    /// Whether it will do as a new one.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`], if it is too short or too long.
    pub fn check(&self) -> Result<(), Problem> {
        if self.0.chars().count() < MIN_PASSWORD {
            return Err(Problem::Invalid(Text::key("password-too-short").with("n", MIN_PASSWORD)));
        }
        if self.0.len() > MAX_PASSWORD {
            return Err(Problem::Invalid(Text::key("password-too-long").with("n", MAX_PASSWORD)));
        }
        Ok(())
    }

    /// What is kept of it (Argon2id).
    ///
    /// # Errors
    ///
    /// [`Problem::Unexpected`], if hashing fails.
    pub async fn hashed(self) -> Result<String, Problem> {
        aside(move || hashing::hashed(self.0.as_bytes())).await?.ok_or(Problem::Unexpected)
    }

    /// Whether it is the one that was kept. Without one, as much time is spent on saying no.
    ///
    /// # Errors
    ///
    /// [`Problem::Unexpected`], if the program is ending.
    pub async fn fits(self, kept: Option<String>) -> Result<bool, Problem> {
        if self.0.len() > MAX_PASSWORD {
            return Ok(false);
        }
        aside(move || match kept {
            Some(kept) => hashing::fits(self.0.as_bytes(), &kept),
            None => {
                let _ = hashing::hashed(self.0.as_bytes());
                false
            }
        })
        .await
    }
}

/// Does what takes long beside the tasks that answer.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let _turn = HASHING.acquire().await.map_err(|_| Problem::Unexpected)?;
    tokio::task::spawn_blocking(work).await.map_err(|_| Problem::Unexpected)
}

/// Someone in the list of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: Uuid,
    /// What they are called.
    pub name: String,
    /// Their e-mail address, by which they sign in.
    pub email: String,
    /// What they are to the organisation.
    pub role: Role,
    /// Their department.
    pub department: Option<String>,
    /// When they were shut out.
    pub disabled_at: Option<Timestamp>,
}

/// A token by which a program acts for a person. The word itself is shown once and never kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: Uuid,
    /// What it is for.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it stops working.
    pub expires_at: Option<Timestamp>,
    /// When it was last used, to ten minutes.
    pub used_at: Option<Timestamp>,
}

/// Someone as those see them who work with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Their id.
    pub id: Uuid,
    /// What they are called.
    pub name: String,
    /// What they are to the organisation.
    pub role: Role,
    /// Name of their department.
    pub department: Option<String>,
    /// Their office.
    pub office: Option<Uuid>,
    /// Whether they were shut out.
    pub is_disabled: bool,
}

/// Someone who is to be added.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Their id.
    pub id: Uuid,
    /// What they are called.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// What they are to the organisation.
    pub role: Role,
    /// Their department.
    pub department: Option<Uuid>,
    /// Their office.
    pub office: Option<Uuid>,
    /// The customer that they are.
    pub customer: Option<Uuid>,
    /// What is kept of their password; without one they cannot sign in.
    pub password: Option<String>,
}

impl NewPerson {
    /// Someone with a name and an address that will do.
    ///
    /// # Errors
    ///
    /// [`Problem::Invalid`], saying which of them will not.
    pub fn new(name: &str, email: &str, role: Role) -> Result<Self, Problem> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > MAX_NAME || name.contains(char::is_control) {
            return Err(Problem::Invalid(Text::key("person-name-wrong").with("n", MAX_NAME)));
        }
        let email = address(email).ok_or(Problem::Invalid(Text::key("person-email-wrong")))?;
        let id = Uuid::now_v7();
        let name = name.to_owned();
        Ok(Self { id, name, email, role, department: None, office: None, customer: None, password: None })
    }
}

/// An e-mail address as it is compared; none if the text is no such thing.
#[must_use]
pub fn address(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (user, place) = text.split_once('@')?;
    let is_plain = !text.contains(|c: char| c.is_whitespace() || c.is_control()) && !place.contains('@');
    (is_plain && !user.is_empty() && !place.is_empty() && text.chars().count() <= MAX_NAME).then_some(text)
}
