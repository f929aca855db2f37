//! The gate of the public page: how many answers may come from one place.

use crate::web::{Problem, Text};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;

/// Answers in a row from one place of the network; then as many more each minute. A whole office may share a place.
const ANSWERS: NonZeroU32 = NonZeroU32::new(30).expect("not zero");

/// Places remembered before those that are long quiet are forgotten.
const MANY: usize = 10_000;

/// Counts the answers.
#[derive(Debug)]
pub struct Gate(DefaultKeyedRateLimiter<IpAddr>);

impl Default for Gate {
    fn default() -> Self {
        Self(RateLimiter::keyed(Quota::per_minute(ANSWERS)))
    }
}

impl Gate {
    /// Lets an answer through.
    ///
    /// # Errors
    ///
    /// [`Problem::Busy`] after too many.
    pub fn pass(&self, place: IpAddr) -> Result<(), Problem> {
        if self.0.len() > MANY {
            self.0.retain_recent();
        }
        self.0.check_key(&place).map_err(|_| Problem::Busy(Text::key("feedback-too-often")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_from_one_place_stops_nobody_else() {
        let gate = Gate::default();
        let (noisy, quiet) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        for _ in 0..ANSWERS.get() {
            gate.pass(noisy).unwrap();
        }
        assert!(matches!(gate.pass(noisy), Err(Problem::Busy(_))));
        gate.pass(quiet).unwrap();
    }
}
