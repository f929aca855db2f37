//! Streams of random numbers, one for each purpose, found again by counting.

use std::convert::Infallible;

use rand::rand_core::TryRng;

/// The odd number by which SplitMix64 counts: 2⁶⁴ divided by the golden ratio.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// What a stream is for: one replication's arrivals, one task's durations, one gateway's choices.
///
/// The key is made of the seed, the replication and the identifier of the element, so two scenarios, even on two maps,
/// draw the same numbers for the same element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purpose(u64);

impl Purpose {
    /// The purpose of `kind` (arrivals, durations, choices) and element `id`, the same in every replication.
    #[must_use]
    pub fn new(kind: &str, id: &str) -> Self {
        // FNV-1a, with a byte between the two that no identifier holds.
        let bytes = kind.bytes().chain([0xff]).chain(id.bytes());
        Self(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        }))
    }

    /// The key of this purpose in one replication.
    #[must_use]
    pub fn key(self, seed: u64, replication: u64) -> u64 {
        mix(mix(mix(seed) ^ replication.wrapping_mul(STEP)) ^ self.0)
    }
}

/// A generator for one draw: SplitMix64 (Steele, Lea & Flood, 2014) begun at a place that depends on the purpose, the case
/// and how often the case was there.
///
/// The k-th case draws the same duration at the same task whatever happened to other cases: common random numbers stay
/// in step when people are added or paths change.
#[derive(Debug, Clone)]
pub struct Stream(u64);

impl Stream {
    /// The stream of a purpose's `key` for the `visit`-th time that `case` comes by.
    #[inline]
    #[must_use]
    pub fn at(key: u64, case: u64, visit: u32) -> Self {
        Self(mix(key ^ case.wrapping_mul(STEP)).wrapping_add(mix(u64::from(visit))))
    }

    /// A number above 0 and below 1, 53 bits fine.
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    }

    #[inline]
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }
}

impl TryRng for Stream {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.next() >> 32) as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.next())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

/// The finaliser of SplitMix64: every bit of the input moves every bit of the output.
#[inline]
pub(crate) const fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_depends_on_purpose_case_and_visit_alone() {
        let key = Purpose::new("task", "t").key(1, 0);
        let draw = |key, case, visit| Stream::at(key, case, visit).uniform();
        assert_eq!(draw(key, 7, 0), draw(key, 7, 0));
        let others = [
            draw(key, 8, 0),
            draw(key, 7, 1),
            draw(Purpose::new("task", "u").key(1, 0), 7, 0),
            draw(Purpose::new("gateway", "t").key(1, 0), 7, 0),
            draw(Purpose::new("task", "t").key(2, 0), 7, 0),
            draw(Purpose::new("task", "t").key(1, 1), 7, 0),
        ];
        assert!(others.iter().all(|other| *other != draw(key, 7, 0)));
    }

    /// First draws of neighbouring cases and visits have to look independent: mean, variance and the correlation with
    /// the neighbour are those of the uniform distribution within five standard errors.
    #[test]
    fn first_draws_of_neighbours_are_independent() {
        let key = Purpose::new("task", "t").key(42, 3);
        let n = 200_000;
        for by_visit in [false, true] {
            let draws: Vec<f64> = (0..n)
                .map(|at| if by_visit { Stream::at(key, 5, at) } else { Stream::at(key, u64::from(at), 0) })
                .map(|mut stream| stream.uniform() - 0.5)
                .collect();
            let n = f64::from(n);
            let mean = draws.iter().sum::<f64>() / n;
            let variance = draws.iter().map(|x| x * x).sum::<f64>() / n;
            let next = draws.windows(2).map(|pair| pair[0] * pair[1]).sum::<f64>() / n;
            assert!(mean.abs() < 5.0 * (1.0 / 12.0 / n).sqrt(), "{mean}");
            assert!((variance - 1.0 / 12.0).abs() < 5.0 * (1.0 / 180.0 / n).sqrt(), "{variance}");
            assert!(next.abs() < 5.0 / 12.0 / n.sqrt(), "{next}");
        }
    }
}
