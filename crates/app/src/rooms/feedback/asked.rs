//! Links by which customers answer without an account: what is asked about, signed.

use super::Question;
use crate::App;
use crate::web::secret::Secret;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

const PURPOSE: &str = "feedback";

/// Longest token that is looked at, in bytes.
const MAX_TOKEN: usize = 800;

/// What a link asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What is asked.
    pub question: Question,
    /// The case, or in its place something that tells the links without one apart.
    pub about: About,
    /// The customer process, by its key.
    pub process: String,
    /// The step of the process.
    pub step: Option<String>,
}

/// Whom a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The customer of this case.
    Case(Uuid),
    /// Whoever was given the link with this number.
    Holder(Uuid),
}

impl Asked {
    /// The token of the link. It is the same each time, so that a case asks once.
    pub fn token(&self, secret: &Secret) -> String {
        let payload = URL_SAFE_NO_PAD.encode(self.bytes());
        let signature = secret.sign(PURPOSE, &payload);
        format!("{payload}.{signature}")
    }

    /// What a token asks about; nothing for one that is not ours.
    pub fn read(secret: &Secret, token: &str) -> Option<Self> {
        if token.len() > MAX_TOKEN {
            return None;
        }
        let (payload, signature) = token.split_once('.')?;
        if !secret.signed(PURPOSE, payload, signature) {
            return None;
        }
        Self::of(&URL_SAFE_NO_PAD.decode(payload).ok()?)
    }

    /// The id of the answer. A link has one, so it can be answered once.
    pub fn answer(&self) -> Uuid {
        let digest = Sha256::digest(self.bytes());
        let bytes = std::array::from_fn(|at| digest[at]);
        Builder::from_custom_bytes(bytes).into_uuid()
    }

    /// The case, if there is one.
    pub fn case(&self) -> Option<Uuid> {
        match self.about {
            About::Case(id) => Some(id),
            About::Holder(_) => None,
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let (kind, id) = match self.about {
            About::Case(id) => (b'c', id),
            About::Holder(id) => (b'h', id),
        };
        let question = match self.question {
            Question::Nps => b'n',
            Question::Csat => b's',
            Question::Ces => b'e',
        };
        let mut bytes = vec![kind, question];
        bytes.extend(id.as_bytes());
        bytes.extend(self.process.as_bytes());
        bytes.push(0);
        bytes.extend(self.step.as_deref().unwrap_or_default().as_bytes());
        bytes
    }

    fn of(bytes: &[u8]) -> Option<Self> {
        let (&[kind, question], rest) = bytes.split_first_chunk::<2>()?;
        let (id, names) = rest.split_first_chunk::<16>()?;
        let id = Uuid::from_bytes(*id);
        let about = match kind {
            b'c' => About::Case(id),
            b'h' => About::Holder(id),
            _ => return None,
        };
        let question = match question {
            b'n' => Question::Nps,
            b's' => Question::Csat,
            b'e' => Question::Ces,
            _ => return None,
        };
        let (process, step) = std::str::from_utf8(names).ok()?.split_once('\0')?;
        let step = (!step.is_empty()).then(|| step.to_owned());
        Some(Self { question, about, process: process.to_owned(), step })
    }
}

/// The link by which the customer of a case answers a question at a step: an address, or only its path where the
/// program does not know under which address people reach it.
#[must_use]
pub fn link(app: &App, case: Uuid, process: &str, step: Option<&str>, question: Question) -> String {
    let step = step.map(str::to_owned);
    address(app, &Asked { question, about: About::Case(case), process: process.to_owned(), step })
}

/// The link by which someone without a case answers a question at a step; another one each time, for one answer.
#[must_use]
pub fn general_link(app: &App, process: &str, step: Option<&str>, question: Question) -> String {
    let about = About::Holder(Uuid::new_v4());
    address(app, &Asked { question, about, process: process.to_owned(), step: step.map(str::to_owned) })
}

/// The address of what is asked.
pub fn address(app: &App, asked: &Asked) -> String {
    let base = app.config().public_url.as_deref().unwrap_or_default().trim_end_matches('/');
    format!("{base}/f/{}", asked.token(app.secret()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(step: Option<&str>) -> Asked {
        Asked {
            question: Question::Ces,
            about: About::Case(Uuid::from_u128(7)),
            process: "fault".into(),
            step: step.map(str::to_owned),
        }
    }

    #[test]
    fn a_link_comes_back_as_it_went() {
        let secret = Secret::new();
        for asked in [asked(None), asked(Some("on-site"))] {
            let token = asked.token(&secret);
            assert!(token.len() < 120, "{token}");
            assert_eq!(Asked::read(&secret, &token), Some(asked));
        }
    }

    #[test]
    fn a_forged_link_asks_nothing() {
        let secret = Secret::new();
        let token = asked(None).token(&secret);
        let other = Asked { question: Question::Nps, ..asked(None) }.token(&secret);
        let mixed = format!("{}.{}", other.split_once('.').unwrap().0, token.split_once('.').unwrap().1);
        let foreign = asked(None).token(&Secret::new());
        for forged in [mixed.as_str(), &foreign, "", ".", "a.b", &token[1..], &"a".repeat(10_000)] {
            assert_eq!(Asked::read(&secret, forged), None, "{forged}");
        }
    }

    #[test]
    fn each_link_has_one_answer_of_its_own() {
        assert_eq!(asked(None).answer(), asked(None).answer());
        assert_ne!(asked(None).answer(), asked(Some("on-site")).answer());
        let holder = Asked { about: About::Holder(Uuid::from_u128(7)), ..asked(None) };
        assert_ne!(asked(None).answer(), holder.answer());
    }
}
