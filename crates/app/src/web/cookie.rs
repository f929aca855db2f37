//! Cookies: read from a request, and written with the flags that keep them safe.

use axum::http::{HeaderMap, HeaderValue, header};

/// The value of the cookie with this name.
#[must_use]
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// A cookie that lasts `max_age_s` seconds, out of reach of scripts and of other sites; none or less takes it away.
///
/// # Panics
///
/// Never for the names and values that this program makes: those are plain ASCII.
#[must_use]
pub fn write(name: &str, value: &str, max_age_s: i64, secure: bool) -> HeaderValue {
    let secure = if secure { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; Max-Age={max_age_s}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&line).expect("cookies of this program are plain")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; session=abc=; b=2"));
        assert_eq!(read(&headers, "session"), Some("abc="));
        assert_eq!(read(&headers, "sess"), None);
    }
}
