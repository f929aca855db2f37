//! Callers of the API: by a bearer token, or by the session of a page together with the token of its forms.

use super::visit::{SESSION, Visit};
use super::{Actor, Problem, Right, cookie, csrf};
use crate::App;
use crate::rooms::people;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header;
use axum::http::request::Parts;
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Someone who calls the API.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who it is.
    pub actor: Actor,
    /// When the call happens.
    pub now: Timestamp,
}

impl Caller {
    /// Who it is, if they may do that.
    ///
    /// # Errors
    ///
    /// [`Problem::Forbidden`] for those who may not.
    pub fn allowed(&self, right: Right) -> Result<&Actor, Problem> {
        self.actor.allow(right)?;
        Ok(&self.actor)
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let now = app.now();
        if let Some(authorization) = parts.headers.get(header::AUTHORIZATION) {
            let word = authorization.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
            let actor = people::queries::by_token(app, word.unwrap_or_default().trim(), now).await?;
            return actor.map(|actor| Self { actor, now }).ok_or(Problem::SignIn);
        }
        let visit = Visit::from_request_parts(parts, app).await?;
        let actor = visit.actor()?.clone();
        if !parts.method.is_safe() {
            let session = cookie::read(&parts.headers, SESSION).unwrap_or_default();
            let token =
                parts.headers.get(csrf::HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
            if !csrf::fits(app.secret(), session, token) {
                return Err(Problem::Forged);
            }
        }
        Ok(Self { actor, now })
    }
}

/// Which part of a list a caller wants.
#[derive(Debug, Clone, Copy, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// How many at most; 50 if nothing is said, 200 at most
    limit: Option<u32>,
    /// Which page, from 1
    page: Option<u32>,
}

impl Paging {
    /// How many at most, and the number of the page from 0.
    #[must_use]
    pub fn wanted(self) -> (u32, u32) {
        const USUAL: u32 = 50;
        const MOST: u32 = 200;
        (self.limit.unwrap_or(USUAL).clamp(1, MOST), self.page.unwrap_or(1).max(1) - 1)
    }
}

/// A body of JSON.
#[derive(Debug, Clone, Copy)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let axum::Json(body) = axum::Json::<T>::from_request(request, app).await?;
        Ok(Self(body))
    }
}
