//! A visit: who asks, in which language, and at what time.

use super::secret::{self};
use super::{Page, Place, Problem, Say, cookie, csrf};
use crate::App;
use crate::rooms::people;
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use language::Language;
use uuid::Uuid;

/// Cookie of those who signed in.
pub const SESSION: &str = "touchline_session";

/// Cookie of those who did not.
pub const VISIT: &str = "touchline_visit";

/// Cookie with the language that someone chose without being signed in.
pub const LANGUAGE: &str = "touchline_language";

/// What a person is to the organisation; rights follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Looks after the installation: everything.
    Administrator,
    /// Answers for customer processes.
    Owner,
    /// Works on cases.
    Agent,
    /// Reads.
    Viewer,
    /// A customer: sees what is theirs.
    Customer,
}

/// What someone wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// See what staff see: processes, cases, scores, reports.
    See,
    /// Work on cases.
    Work,
    /// Change processes and promises, bring in logs.
    Design,
    /// Look after people and the installation.
    Administer,
}

impl Role {
    /// Every role, those with the most rights first.
    pub const ALL: [Self; 5] = [Self::Administrator, Self::Owner, Self::Agent, Self::Viewer, Self::Customer];

    /// The word used in the database, in the API and on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Owner => "owner",
            Self::Agent => "agent",
            Self::Viewer => "viewer",
            Self::Customer => "customer",
        }
    }

    /// The role with this word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }

    /// Whether people of this role may do that.
    #[must_use]
    pub const fn may(self, right: Right) -> bool {
        match right {
            Right::See => !matches!(self, Self::Customer),
            Right::Work => matches!(self, Self::Administrator | Self::Owner | Self::Agent),
            Right::Design => matches!(self, Self::Administrator | Self::Owner),
            Right::Administer => matches!(self, Self::Administrator),
        }
    }
}

/// Someone known.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Their id.
    pub person: Uuid,
    /// What they are called.
    pub name: String,
    /// What they are to the organisation.
    pub role: Role,
    /// The department that they work in.
    pub department: Option<Uuid>,
    /// The customer that they are.
    pub customer: Option<Uuid>,
    /// The language that they chose.
    pub language: Option<Language>,
    /// Light or dark, if they chose.
    pub theme: Option<String>,
    /// The zone of their office.
    pub zone: Option<String>,
}

impl Actor {
    /// Whether they may do that.
    #[must_use]
    pub fn may(&self, right: Right) -> bool {
        self.role.may(right)
    }

    /// Lets those on who may do that.
    ///
    /// # Errors
    ///
    /// [`Problem::Forbidden`] for the others.
    pub fn allow(&self, right: Right) -> Result<(), Problem> {
        if self.may(right) { Ok(()) } else { Err(Problem::Forbidden) }
    }

    /// How the journal names them.
    #[must_use]
    pub fn in_journal(&self) -> (&'static str, Option<Uuid>) {
        match self.customer {
            Some(customer) => ("customer", Some(customer)),
            None => ("person", Some(self.person)),
        }
    }
}

/// A visit to a page.
#[derive(Debug, Clone)]
pub struct Visit {
    /// How to speak to the visitor.
    pub say: Say,
    /// The path and query of the request.
    pub path: String,
    /// Who it is, if they signed in.
    pub actor: Option<Actor>,
    /// The token for forms.
    pub csrf: String,
    /// The address of the whole program, such as `https://touchline.example`.
    pub site: String,
    /// The cookie that the token is signed over.
    pub(super) cookie: String,
    /// Whether that cookie is still to be given.
    pub(super) is_new: bool,
}

impl Visit {
    /// When the visit happens.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.say.now
    }

    /// Who it is.
    ///
    /// # Errors
    ///
    /// [`Problem::SignIn`] for those who did not say.
    pub fn actor(&self) -> Result<&Actor, Problem> {
        self.actor.as_ref().ok_or(Problem::SignIn)
    }

    /// Who it is, if they may do that.
    ///
    /// # Errors
    ///
    /// [`Problem::SignIn`] for those who did not say, [`Problem::Forbidden`] for those who may not.
    pub fn allowed(&self, right: Right) -> Result<&Actor, Problem> {
        let actor = self.actor()?;
        actor.allow(right)?;
        Ok(actor)
    }

    /// What a page at this place has around it.
    #[must_use]
    pub fn page(&self, place: Place) -> Page {
        Page::of(self, place)
    }

    /// A cookie for those who have none, to hold forms together.
    pub(super) fn greeting(&self, secure: bool) -> Option<axum::http::HeaderValue> {
        self.is_new.then(|| cookie::write(VISIT, &self.cookie, 86_400, secure))
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        if let Some(visit) = parts.extensions.get::<Self>() {
            return Ok(visit.clone());
        }
        let now = app.now();
        let session = cookie::read(&parts.headers, SESSION);
        let actor = match session {
            Some(word) => people::queries::by_session(app, word, now).await?,
            None => None,
        };
        let known = session.filter(|_| actor.is_some()).or_else(|| cookie::read(&parts.headers, VISIT));
        let is_new = known.is_none();
        let cookie = known.map_or_else(secret::word, str::to_owned);
        let path = parts
            .extensions
            .get::<OriginalUri>()
            .map_or_else(|| parts.uri.to_string(), |uri| uri.0.to_string());
        let say = Say { language: language(actor.as_ref(), &parts.headers), zone: zone(actor.as_ref()), now };
        let csrf = csrf::token(app.secret(), &cookie);
        let site = site(app, &parts.headers);
        let visit = Self { say, path, actor, csrf, site, cookie, is_new };
        parts.extensions.insert(visit.clone());
        Ok(visit)
    }
}

/// The language someone chose, or else the first that their browser asks for and we speak.
pub(super) fn language(actor: Option<&Actor>, headers: &HeaderMap) -> Language {
    let chosen = || cookie::read(headers, LANGUAGE)?.parse().ok();
    let wanted = || {
        let accepted = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
        accepted.split(',').find_map(|tag| tag.trim().split(['-', ';']).next()?.to_lowercase().parse().ok())
    };
    actor.and_then(|actor| actor.language).or_else(chosen).or_else(wanted).unwrap_or_default()
}

/// The address that was given at the start, or else the one that the request names.
fn site(app: &App, headers: &HeaderMap) -> String {
    app.config().public_url.as_deref().map_or_else(
        || {
            let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or("localhost");
            format!("http://{host}")
        },
        |url| url.trim_end_matches('/').to_owned(),
    )
}

fn zone(actor: Option<&Actor>) -> TimeZone {
    actor.and_then(|actor| TimeZone::get(actor.zone.as_deref()?).ok()).unwrap_or(TimeZone::UTC)
}
