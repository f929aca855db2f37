//! The door: how often one may try to sign in.

use crate::web::{Problem, Text};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;

/// Tries in a row for one e-mail address; then one more each minute.
const TRIES_FOR_ADDRESS: NonZeroU32 = NonZeroU32::new(8).expect("not zero");

/// Tries in a row from one place of the network; then as many more each minute.
const TRIES_FROM_PLACE: NonZeroU32 = NonZeroU32::new(60).expect("not zero");

/// Addresses remembered before those that are long quiet are forgotten.
const MANY: usize = 10_000;

/// Counts the tries.
#[derive(Debug)]
pub struct Doors {
    by_address: DefaultKeyedRateLimiter<String>,
    by_place: DefaultKeyedRateLimiter<IpAddr>,
}

impl Default for Doors {
    fn default() -> Self {
        let slowly = Quota::per_minute(NonZeroU32::MIN).allow_burst(TRIES_FOR_ADDRESS);
        Self {
            by_address: RateLimiter::keyed(slowly),
            by_place: RateLimiter::keyed(Quota::per_minute(TRIES_FROM_PLACE)),
        }
    }
}

impl Doors {
    /// Lets a try through.
    ///
    /// # Errors
    ///
    /// [`Problem::Busy`] after too many.
    pub fn knock(&self, address: &str, place: IpAddr) -> Result<(), Problem> {
        if self.by_address.len() > MANY {
            self.by_address.retain_recent();
        }
        if self.by_place.len() > MANY {
            self.by_place.retain_recent();
        }
        let key: String = address.chars().take(200).collect();
        if self.by_place.check_key(&place).is_err() || self.by_address.check_key(&key).is_err() {
            return Err(Problem::Busy(Text::key("sign-in-too-often")));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_guesses_has_to_wait() {
        let doors = Doors::default();
        let place = IpAddr::from([192, 0, 2, 1]);
        for _ in 0..TRIES_FOR_ADDRESS.get() {
            doors.knock("anna@linden.example", place).unwrap();
        }
        assert!(matches!(doors.knock("anna@linden.example", place), Err(Problem::Busy(_))));
        doors.knock("boris@linden.example", place).unwrap();
    }
}
