//! The whole report as one page that stands alone, to read here or to take along.

use crate::App;
use crate::rooms::processes;
use crate::rooms::reports::queries;
use crate::web::{Problem, Right, Visit};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Whether to take it along.
#[derive(serde::Deserialize)]
pub struct Wanted {
    download: Option<String>,
}

/// The report, in the visitor's language.
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(key): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visit.allowed(Right::See)?;
    let process = processes::find(&mut app.db().read().await?, &key).await?.ok_or(Problem::NotFound)?;
    let report = queries::report(&app, &process, visit.now()).await?;
    let report = report.as_ref().as_ref().ok_or(Problem::NotFound)?;
    let page = report.to_html(visit.say.language);
    let policy = HeaderValue::try_from(policy(&page)).map_err(|_| Problem::Unexpected)?;
    let mut response = ([(header::CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response();
    if wanted.download.is_some() {
        let plain: String = process.key.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let name = format!("attachment; filename=\"report-{plain}.html\"");
        let name = HeaderValue::try_from(name).map_err(|_| Problem::Unexpected)?;
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// What the page may load: nothing but the styles that stand in it, as sheets or at elements, each known by its digest.
/// Text from data cannot be taken for one, as it has no bare brackets and quotes.
fn policy(page: &str) -> String {
    let between = |open: &'static str, close: &'static str| {
        page.split(open).skip(1).filter_map(move |rest| Some(rest.split_once(close)?.0))
    };
    let styles: BTreeSet<&str> = between("<style>", "</style>").chain(between(" style=\"", "\"")).collect();
    let digests: String =
        styles.iter().map(|style| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(style)))).collect();
    let styles = if digests.is_empty() { " 'none'".to_owned() } else { format!(" 'unsafe-hashes'{digests}") };
    format!(
        "default-src 'none'; style-src{styles}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}

#[cfg(test)]
mod tests {
    use super::policy;

    #[test]
    fn only_the_styles_of_the_page_are_let_through() {
        let policy = policy("<head><style>a{}</style></head><p style=\"a{}\"><p style=\"max-width:9px\">");

        assert!(policy.contains("sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk="), "{policy}");
        assert_eq!(policy.matches("'sha256-").count(), 2, "the same style counts once");
        assert!(super::policy("<p>").contains("style-src 'none'"));
    }
}
