//! Ids that carry the time of what they name, from the seeded generator.

use jiff::Timestamp;
use rand::{Rng, RngExt};
use uuid::{Builder, Uuid};

/// A UUID of version 7 for something that began at this instant.
pub fn id<T: From<Uuid>>(at: Timestamp, rng: &mut impl Rng) -> T {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
    T::from(Builder::from_unix_timestamp_millis(millis, &rng.random()).into_uuid())
}
