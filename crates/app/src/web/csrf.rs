//! Proof that a form came from a page of ours: a token signed over the visitor's cookie.
//!
//! Every visitor has a cookie, a session's or that of a mere visit. The token in a form is its signature, which another
//! site can neither read nor make.

use super::secret::Secret;

/// Name of the form's field.
pub const FIELD: &str = "csrf";

/// Name of the header, for requests that are no forms.
pub const HEADER: &str = "x-csrf-token";

const PURPOSE: &str = "form";

/// The token for a visitor with this cookie.
#[must_use]
pub fn token(secret: &Secret, cookie: &str) -> String {
    secret.sign(PURPOSE, cookie)
}

/// Whether the token belongs to the visitor with this cookie.
#[must_use]
pub fn fits(secret: &Secret, cookie: &str, token: &str) -> bool {
    secret.signed(PURPOSE, cookie, token)
}
