//! What the house answered.

use axum::body::to_bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde_json::Value;

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    /// Reads a response.
    pub async fn of(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("the answer has an end").to_vec();
        Self { status: parts.status, headers: parts.headers, body }
    }

    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// A header; empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("headers are plain"))
    }

    /// Where the answer sends to; empty if it sends nowhere.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The lines that set cookies.
    pub fn cookies(&self) -> impl Iterator<Item = &str> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter();
        lines.map(|line| line.to_str().expect("cookies are plain"))
    }

    /// The line that sets this cookie; empty if there is none.
    pub fn cookie(&self, name: &str) -> &str {
        let begins = |line: &&str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with('='));
        self.cookies().find(begins).unwrap_or_default()
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("the answer is text")
    }

    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the answer is JSON")
    }
}
