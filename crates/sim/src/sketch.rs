//! Quantiles of a stream in little memory.

/// Buckets of each doubling: a quantile is off by at most half a bucket, 0.4 %.
const BITS: u32 = 7;

/// Exponents of the smallest and largest value told apart: 2⁻²⁰ s, a microsecond, and 2⁴⁰ s, 34,000 years.
const LOWEST: i32 = -20;
const HIGHEST: i32 = 40;

/// Counts of values in buckets that grow with the value, 128 for each doubling (as in HDR histograms).
///
/// The error of a quantile is at most 0.4 % of its value, whatever the number of values; memory depends only on the range
/// they cover, 1 KiB for each doubling. Values below a microsecond count as zero.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sketch {
    zeros: u64,
    n: u64,
    /// Bucket of `counts[0]`.
    first: usize,
    counts: Vec<u64>,
    /// Once no more values come: the buckets that hold any, with their counts.
    packed: Vec<(u32, u64)>,
}

impl Sketch {
    /// Takes one value, zero or more.
    #[inline]
    pub fn push(&mut self, value: f64) {
        self.n += 1;
        let Some(bucket) = bucket(value) else {
            self.zeros += 1;
            return;
        };
        match bucket.checked_sub(self.first).and_then(|at| self.counts.get_mut(at)) {
            Some(count) => *count += 1,
            None => self.widen(bucket),
        }
    }

    /// Makes room for a bucket, a whole doubling at once, and counts one in it.
    #[cold]
    fn widen(&mut self, bucket: usize) {
        let doubling = 1 << BITS;
        let low = bucket / doubling * doubling;
        if self.counts.is_empty() {
            self.first = low;
        }
        if low < self.first {
            self.counts.splice(0..0, std::iter::repeat_n(0, self.first - low));
            self.first = low;
        }
        let needed = low + doubling - self.first;
        if self.counts.len() < needed {
            self.counts.resize(needed, 0);
        }
        self.counts[bucket - self.first] += 1;
    }

    /// Keeps only the buckets that hold something: no more values come, and many sketches are kept.
    pub fn pack(&mut self) {
        self.packed = self.buckets().map(|(bucket, count)| (bucket as u32, count)).collect();
        self.counts = Vec::new();
    }

    /// The buckets that hold something, from the lowest, with their counts.
    fn buckets(&self) -> impl Iterator<Item = (usize, u64)> {
        let open = self.counts.iter().enumerate().map(|(at, &count)| (self.first + at, count));
        let packed = self.packed.iter().map(|&(bucket, count)| (bucket as usize, count));
        packed.chain(open.filter(|(_, count)| *count > 0))
    }

    /// How many of the values are not above a bound, to within a bucket.
    #[must_use]
    pub fn up_to(&self, bound: f64) -> u64 {
        let Some(last) = bucket(bound.max(0.0)) else { return self.zeros };
        let within = self.buckets().take_while(|(bucket, _)| *bucket <= last);
        self.zeros + within.map(|(_, count)| count).sum::<u64>()
    }

    /// The value below which the share `q` of all lies (0 to 1); none without values.
    #[must_use]
    pub fn quantile(&self, q: f64) -> Option<f64> {
        if self.n == 0 {
            return None;
        }
        let rank = ((q * self.n as f64).ceil() as u64).clamp(1, self.n);
        let mut seen = self.zeros;
        if rank <= seen {
            return Some(0.0);
        }
        self.buckets().find_map(|(bucket, count)| {
            seen += count;
            (rank <= seen).then(|| middle(bucket))
        })
    }
}

/// The bucket of a value; none for zero. Sign and exponent of a binary fraction, and its first bits, are that number.
#[inline]
fn bucket(value: f64) -> Option<usize> {
    let at = (value.to_bits() >> (52 - BITS)) as i64 - (i64::from(LOWEST + 1023) << BITS);
    let most = (i64::from(HIGHEST - LOWEST) << BITS) - 1;
    (at >= 0 && value > 0.0).then(|| at.min(most) as usize)
}

fn middle(bucket: usize) -> f64 {
    let edge =
        |at: usize| f64::from_bits((at as u64 + ((1023 + LOWEST) as u64 * (1 << BITS))) << (52 - BITS));
    f64::midpoint(edge(bucket), edge(bucket + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_and_zeros() {
        let mut sketch = Sketch::default();
        assert_eq!(sketch.quantile(0.5), None);
        sketch.push(0.0);
        sketch.push(1e-9);
        assert_eq!(sketch.quantile(1.0), Some(0.0));
    }

    proptest! {
        #[test]
        fn quantiles_are_within_their_error(
            values in prop::collection::vec(prop_oneof![Just(0.0), 1e-5..1e-3f64, 0.1..1e4f64, 1e5..1e9f64], 1..200),
            q in 0.0..1.0f64,
        ) {
            let mut sketch = Sketch::default();
            values.iter().for_each(|value| sketch.push(*value));
            let mut sorted = values;
            sorted.sort_by(f64::total_cmp);
            let rank = ((q * sorted.len() as f64).ceil() as usize).max(1);
            let exact = sorted[rank - 1];
            let found = sketch.quantile(q).unwrap();
            prop_assert!((found - exact).abs() <= 0.004 * exact, "{found} is not {exact}");
            let below = sketch.up_to(exact);
            sketch.pack();
            prop_assert_eq!((sketch.quantile(q), sketch.up_to(exact)), (Some(found), below));
        }
    }
}
