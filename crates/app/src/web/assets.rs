//! Styles, scripts and pictures: built into the program, served under addresses that change with what they hold.

use super::Problem;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use flate2::read::GzDecoder;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::sync::LazyLock;

/// The ending of files that are built in packed.
const PACKED: &str = ".gz";

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
struct Files;

/// A mark of everything that is built in.
static MARK: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for name in Files::iter() {
        if let Some(file) = Files::get(&name) {
            hash.update(file.metadata.sha256_hash());
        }
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
});

/// The address of a file.
#[must_use]
pub fn address(name: &str) -> String {
    format!("/assets/{}/{name}", *MARK)
}

/// A file; its mark may be of an older page. It goes out packed, as it is built in, to whoever can unpack it.
///
/// # Errors
///
/// [`Problem::NotFound`], if there is none of that name.
pub async fn show(Path((_, name)): Path<(String, String)>, asked: HeaderMap) -> Result<Response, Problem> {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind(&name))),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    ];
    if let Some(file) = Files::get(&name).filter(|_| !name.ends_with(PACKED)) {
        return Ok((headers, file.data).into_response());
    }
    let packed = Files::get(&format!("{name}{PACKED}")).ok_or(Problem::NotFound)?.data;
    let vary = [(header::VARY, HeaderValue::from_static("accept-encoding"))];
    if takes_gzip(&asked) {
        let encoding = [(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"))];
        return Ok((headers, vary, encoding, packed).into_response());
    }
    let mut plain = Vec::new();
    GzDecoder::new(&*packed).read_to_end(&mut plain).map_err(|_| Problem::Unexpected)?;
    Ok((headers, vary, plain).into_response())
}

/// Whether whoever asks says that it can unpack gzip, and not that it will not.
fn takes_gzip(asked: &HeaderMap) -> bool {
    let codings = asked.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
    codings.flat_map(|value| value.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case("gzip") && weight != Some(0.0)
    })
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json" | "map") => "application/json",
        _ => "application/octet-stream",
    }
}
