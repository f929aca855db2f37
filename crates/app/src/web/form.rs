//! Forms: what a page sends, checked for its token and read into a type.

use super::{Problem, Text, Visit, csrf};
use crate::App;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use serde::de::DeserializeOwned;

/// A form that came from a page of ours.
#[derive(Debug, Clone, Copy)]
pub struct Form<T>(pub T);

#[derive(serde::Deserialize)]
struct Token {
    csrf: Option<String>,
}

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let visit =
            <Visit as axum::extract::FromRequestParts<App>>::from_request_parts(&mut parts, app).await?;
        let in_header =
            parts.headers.get(csrf::HEADER).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let is_form = parts
            .headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_none_or(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        if !is_form {
            return Err(Problem::Invalid(Text::key("problem-form")));
        }
        let bytes =
            Bytes::from_request(Request::from_parts(parts, body), app).await.map_err(Problem::from)?;
        let in_form = || serde_html_form::from_bytes::<Token>(&bytes).ok()?.csrf;
        let token = in_header.or_else(in_form).unwrap_or_default();
        if !csrf::fits(app.secret(), &visit.cookie, &token) {
            return Err(Problem::Forged);
        }
        serde_html_form::from_bytes(&bytes).map(Self).map_err(|error| {
            tracing::debug!(%error, "a form that does not fit");
            Problem::Invalid(Text::key("problem-form"))
        })
    }
}
