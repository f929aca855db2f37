//! Passwords made into what is kept of them, and compared with it: Argon2id as in RFC 9106, written as a PHC string.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// How much room is asked for to hash in, in blocks of 1 KiB; no more of it than the parameters say is ever touched, and only
/// that takes memory. The C library of most Linux systems gives back at once what is larger than 32 MiB. What is smaller it
/// would keep from then on, for each thread that ever hashed.
const ROOM: usize = 33 * 1024;

/// What is kept of a password; none if the system has no random numbers.
pub fn hashed(password: &[u8]) -> Option<String> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).ok()?;
    let (with, salt) = (Argon2::default(), Salt::new(&salt).ok()?);
    let kept = PasswordHash {
        algorithm: Algorithm::default().ident(),
        version: Some(Version::default().into()),
        params: ParamsString::try_from(with.params()).ok()?,
        salt: Some(salt),
        hash: Some(output(&with, password, &salt)?),
    };
    Some(kept.to_string())
}

/// Whether a password is the one that was kept, whatever parameters were usual then.
pub fn fits(password: &[u8], kept: &str) -> bool {
    let again = |kept: &PasswordHash| {
        let version = kept.version.map_or(Some(Version::default()), |version| version.try_into().ok())?;
        let algorithm = Algorithm::try_from(kept.algorithm.as_str()).ok()?;
        let with = Argon2::new(algorithm, version, Params::try_from(kept).ok()?);
        output(&with, password, &kept.salt?)
    };
    PasswordHash::new(kept).is_ok_and(|kept| kept.hash.is_some() && again(&kept) == kept.hash)
}

/// What hashing gives.
fn output(with: &Argon2<'_>, password: &[u8], salt: &Salt) -> Option<Output> {
    let blocks = with.params().block_count();
    let mut room = Vec::with_capacity(blocks.max(ROOM));
    room.resize(blocks, Block::new());
    let mut out = [0; Output::MAX_LENGTH];
    let out = out.get_mut(..with.params().output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN))?;
    with.hash_password_into_with_memory(password, salt, out, &mut room).ok()?;
    Output::new(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_what_was_kept_of_it_alone() {
        let kept = hashed(b"customers-first").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(fits(b"customers-first", &kept));
        assert!(!fits(b"customers-last", &kept));
        assert_ne!(hashed(b"customers-first").unwrap(), kept, "each has a salt of its own");
    }

    #[test]
    fn what_another_program_kept_fits() {
        // A known answer of the reference implementation.
        let kept = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assert!(fits(b"password", kept));
        assert!(!fits(b"Password", kept));
    }

    #[test]
    fn what_is_no_hash_fits_nothing() {
        for kept in [
            "",
            "customers-first",
            "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ",
            "$scrypt$ln=1$c2FsdA$aGFzaA",
        ] {
            assert!(!fits(b"customers-first", kept), "{kept}");
        }
    }
}
