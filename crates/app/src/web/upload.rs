//! A file that a page sends, checked for its token.

use super::{Problem, Text, Visit, csrf};
use crate::App;
use axum::body::Bytes;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;

/// A file that came from a page of ours, in the field `file`. How large it may be is the route's to say.
#[derive(Debug, Clone)]
pub struct Upload {
    /// What its sender calls it.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
}

impl FromRequest<App> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let visit = Visit::from_request_parts(&mut parts, app).await?;
        // Before anything is taken in: whoever is not signed in sends no files.
        visit.actor()?;
        let in_header =
            parts.headers.get(csrf::HEADER).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let mut token = in_header;
        let mut file = None;
        let mut fields = Multipart::from_request(Request::from_parts(parts, body), app)
            .await
            .map_err(|_| Problem::Invalid(Text::key("problem-form")))?;
        while let Some(field) = fields.next_field().await? {
            match field.name() {
                Some(csrf::FIELD) => token = Some(field.text().await?),
                Some("file") => {
                    let name = field.file_name().unwrap_or_default().to_owned();
                    file = Some(Self { name, bytes: field.bytes().await? });
                }
                _ => {}
            }
        }
        if !csrf::fits(app.secret(), &visit.cookie, &token.unwrap_or_default()) {
            return Err(Problem::Forged);
        }
        file.filter(|file| !file.bytes.is_empty()).ok_or(Problem::Invalid(Text::key("logs-no-file")))
    }
}

impl From<MultipartError> for Problem {
    fn from(error: MultipartError) -> Self {
        if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::TooLarge(Text::key("problem-body-too-large"))
        } else {
            Self::Invalid(Text::key("problem-form"))
        }
    }
}
