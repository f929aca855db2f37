//! What can go wrong for a visitor, and the one place where it becomes a page or an answer of the API (RFC 9457).

use super::Visit;
use super::page::{self, Place};
use crate::App;
use axum::extract::rejection::{BytesRejection, JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use caseflow::Refusal;
use language::{Language, Value};
use serde_json::json;

/// What went wrong. What the visitor sees is said in their language; what only we may know is in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is no such thing, or not for this visitor.
    NotFound,
    /// This way does not take that method.
    Method,
    /// The visitor may not do that.
    Forbidden,
    /// The form did not come from a page of ours, or that page is too old.
    Forged,
    /// One has to sign in first.
    SignIn,
    /// What was sent does not hold.
    Invalid(Text),
    /// It does not fit what others did meanwhile.
    Conflict(Text),
    /// It is larger than what is taken.
    TooLarge(Text),
    /// Too much at once; later it may work.
    Busy(Text),
    /// Our fault.
    Unexpected,
}

/// A text for the visitor, by its key and what is put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    key: &'static str,
    values: Vec<(&'static str, String)>,
}

impl Text {
    /// A text with nothing to put in.
    #[must_use]
    pub fn key(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// Puts a value in.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Which text it is.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.key
    }

    /// The text in a language.
    #[must_use]
    pub fn said(&self, language: Language) -> String {
        let values: Vec<_> = self.values.iter().map(|(name, value)| (*name, Value::from(value))).collect();
        language.text_with(self.key, &values)
    }
}

impl Problem {
    /// The status of the answer.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Forbidden | Self::Forged => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unexpected => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Its name, of which `problem-NAME-title` and `problem-NAME-text` speak.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Method => "method",
            Self::Forbidden => "forbidden",
            Self::Forged => "forged",
            Self::SignIn => "sign-in",
            Self::Invalid(_) => "invalid",
            Self::Conflict(_) => "conflict",
            Self::TooLarge(_) => "too-large",
            Self::Busy(_) => "busy",
            Self::Unexpected => "unexpected",
        }
    }

    fn title(&self, language: Language) -> String {
        language.text(&format!("problem-title-{}", self.name()))
    }

    /// What is wrong, in a language.
    #[must_use]
    pub fn detail(&self, language: Language) -> String {
        match self {
            Self::Invalid(text) | Self::Conflict(text) | Self::TooLarge(text) | Self::Busy(text) => {
                text.said(language)
            }
            _ => language.text(&format!("problem-text-{}", self.name())),
        }
    }
}

/// The answer carries the problem; [`shown`] makes it readable.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<db::Error> for Problem {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::Busy => Self::Busy(Text::key("problem-busy")),
            db::Error::Taken(_) => Self::Conflict(Text::key("problem-taken")),
            error => {
                tracing::error!(%error, "the database");
                Self::Unexpected
            }
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotOpen | Refusal::Unknown { .. } => Self::NotFound,
            Refusal::NotYours => Self::Forbidden,
            Refusal::Closed => Self::Conflict(Text::key("refusal-closed")),
            Refusal::Taken { .. } | Refusal::Conflict { .. } | Refusal::Stale { .. } => {
                Self::Conflict(Text::key("refusal-meanwhile"))
            }
            Refusal::Waits { on } => Self::Conflict(Text::key("refusal-waits").with("n", on.len())),
            Refusal::TooLong { limit, .. } => {
                Self::Invalid(Text::key("refusal-too-long").with("limit", limit))
            }
            Refusal::TooMany { limit, .. } => {
                Self::Invalid(Text::key("refusal-too-many").with("limit", limit))
            }
            Refusal::Unchanged => Self::Invalid(Text::key("refusal-unchanged")),
            _ => Self::Invalid(Text::key("refusal-invalid")),
        }
    }
}

impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Self {
        tracing::error!(%error, "a page could not be written");
        Self::Unexpected
    }
}

impl From<BytesRejection> for Problem {
    fn from(rejection: BytesRejection) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::TooLarge(Text::key("problem-body-too-large"))
        } else {
            Self::Invalid(Text::key("problem-form"))
        }
    }
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::TooLarge(Text::key("problem-body-too-large"))
        } else {
            Self::Invalid(Text::key("problem-json").with("what", rejection.body_text()))
        }
    }
}

impl From<PathRejection> for Problem {
    fn from(_: PathRejection) -> Self {
        Self::NotFound
    }
}

impl From<QueryRejection> for Problem {
    fn from(_: QueryRejection) -> Self {
        Self::Invalid(Text::key("problem-query"))
    }
}

/// Turns problems into pages, or into JSON for the API and for programs that come with a token.
pub async fn shown(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let method = parts.method.clone();
    let has_query = parts.uri.query().is_some();
    let is_api = parts.uri.path().starts_with("/api/") || parts.headers.contains_key(header::AUTHORIZATION);
    let visit = Visit::from_request_parts(&mut parts, &app).await;
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Ok(visit) = &visit
        && !is_api
    {
        response.extensions_mut().insert(visit.clone());
    }
    let problem = response.extensions_mut().remove::<Problem>().or_else(|| unnamed(&response, has_query));
    let Some(problem) = problem else { return response };
    match visit {
        Ok(visit) if is_api => json_of(&problem, visit.say.language),
        Ok(visit) if problem == Problem::SignIn && method == Method::GET => {
            Redirect::to(&format!("/sign-in?next={}", encoded(&visit.path))).into_response()
        }
        Ok(visit) => with(page_of(&problem, &visit), visit),
        // Without the database nobody can be recognised; the plain status remains.
        Err(problem) => problem.status().into_response(),
    }
}

/// The visit goes along, for its cookie.
fn with(mut response: Response, visit: Visit) -> Response {
    response.extensions_mut().insert(visit);
    response
}

/// The problem behind a bare status that axum itself answered, or behind its words on an address that it could not read.
fn unnamed(response: &Response, has_query: bool) -> Option<Problem> {
    let (kind, status) = (response.headers().get(header::CONTENT_TYPE), response.status());
    let is_plain = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"));
    if status == StatusCode::BAD_REQUEST && is_plain {
        return Some(if has_query {
            Problem::Invalid(Text::key("problem-query"))
        } else {
            Problem::NotFound
        });
    }
    if kind.is_some() && status != StatusCode::METHOD_NOT_ALLOWED {
        return None;
    }
    match status {
        StatusCode::NOT_FOUND => Some(Problem::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => Some(Problem::Method),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Problem::TooLarge(Text::key("problem-body-too-large"))),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Problem::Unexpected),
        _ => None,
    }
}

fn json_of(problem: &Problem, language: Language) -> Response {
    let body = json!({
        "type": format!("urn:touchline:problem:{}", problem.name()),
        "title": problem.title(language),
        "status": problem.status().as_u16(),
        "detail": problem.detail(language),
    });
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"))];
    let mut response = (problem.status(), kind, body.to_string()).into_response();
    if *problem == Problem::SignIn {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

#[derive(askama::Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    page: page::Page,
    title: String,
    detail: String,
    status: u16,
}

fn page_of(problem: &Problem, visit: &Visit) -> Response {
    let shown = ProblemPage {
        page: visit.page(Place::Nowhere),
        title: problem.title(visit.say.language),
        detail: problem.detail(visit.say.language),
        status: problem.status().as_u16(),
    };
    match page::html(&shown) {
        Ok(html) => (problem.status(), html).into_response(),
        Err(_) => problem.status().into_response(),
    }
}

/// A path as part of a query.
fn encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().fold(String::new(), |mut text, byte| {
        if plain(byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
        text
    })
}
