//! The installation's secret: signs forms and links, and makes what nobody can guess.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// Length of the secret and of random words, in bytes.
const BYTES: usize = 32;

/// The secret of an installation. It is never shown.
pub struct Secret([u8; BYTES]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// A new one.
    #[must_use]
    pub fn new() -> Self {
        Self(random())
    }

    /// The one that [`stored`](Self::stored) gave.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The secret as it is kept in the database.
    #[must_use]
    pub fn stored(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// The signature of a text for a purpose; one for another purpose does not fit.
    #[must_use]
    pub fn sign(&self, purpose: &str, text: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(purpose, text).finalize().into_bytes())
    }

    /// Whether `signature` is that of the text for this purpose, compared in a time that tells nothing.
    #[must_use]
    pub fn signed(&self, purpose: &str, text: &str, signature: &str) -> bool {
        URL_SAFE_NO_PAD
            .decode(signature)
            .is_ok_and(|signature| self.mac(purpose, text).verify_slice(&signature).is_ok())
    }

    fn mac(&self, purpose: &str, text: &str) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("a key of any length will do");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        mac
    }
}

impl Default for Secret {
    fn default() -> Self {
        Self::new()
    }
}

/// A word that nobody can guess, for a session or a token.
#[must_use]
pub fn word() -> String {
    URL_SAFE_NO_PAD.encode(random())
}

/// What is kept of a word, so that whoever reads the database cannot use it.
#[must_use]
pub fn digest(word: &str) -> Vec<u8> {
    Sha256::digest(word.as_bytes()).to_vec()
}

fn random() -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).expect("the system gives random numbers");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_fits_its_text_and_purpose_alone() {
        let secret = Secret::new();
        let signature = secret.sign("form", "a");
        assert!(secret.signed("form", "a", &signature));
        assert!(!secret.signed("form", "b", &signature));
        assert!(!secret.signed("link", "a", &signature));
        assert!(!Secret::new().signed("form", "a", &signature));
        assert!(Secret::read(&secret.stored()).unwrap().signed("form", "a", &signature));
    }
}
