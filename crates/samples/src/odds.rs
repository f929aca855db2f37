//! Draws from short tables of percentages.

use rand::{Rng, RngExt};

/// Percentages, which sum to 100, of outcomes counted from 0.
pub(crate) type Odds<const N: usize> = [u8; N];

/// One outcome by its percentage.
pub(crate) fn draw(odds: &[u8], rng: &mut impl Rng) -> usize {
    let mut left = rng.random_range(0..100_u8);
    for (outcome, &percent) in odds.iter().enumerate() {
        if left < percent {
            return outcome;
        }
        left -= percent;
    }
    odds.len() - 1
}

/// One item of a list that is not empty, all alike.
pub(crate) fn pick<'a, T>(items: &'a [T], rng: &mut impl Rng) -> &'a T {
    &items[rng.random_range(0..items.len())]
}
