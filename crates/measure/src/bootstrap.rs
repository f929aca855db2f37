//! Ranges for figures that have no formula: the percentile bootstrap.

use rand::Rng;
use rand::distr::{Distribution, Uniform};
use rand_distr::Binomial;

use crate::{Error, Interval, quantile};

/// Fewest resamples: each end of the range then has one of them beyond it.
const FEWEST_RESAMPLES: usize = 40;
/// Most resamples: at eight bytes an output, the replications of one stay within 8 MB.
const MOST_RESAMPLES: usize = 1_000_000;
/// Largest sample, so that a count of draws fits its type.
const LARGEST_SAMPLE: u64 = u32::MAX as u64;
/// With more resamples than this share lacking a value, the others no longer speak for the whole.
const UNDEFINED_AT_MOST: f64 = 0.05;

/// 95 % percentile interval (Efron 1979) of the outputs of `statistic`, over `resamples` samples of `n` rows drawn
/// with replacement from `n` rows. 2,000 resamples are usual.
///
/// `statistic` is given how often each row was drawn: `n` counts, whose sum is `n`, in the order of the rows, so that
/// no row has to be looked up at random. All outputs come from the same resample, so they vary together as they do in
/// the sample. An output that a resample does not define, such as the mean of an empty group, is said by NaN; such
/// resamples are left out of that output's range.
///
/// One generator, one thread: the same seed gives the same range. Memory is four bytes a row, and eight for each
/// resample and output.
///
/// # Errors
/// [`Error::EmptySample`], [`Error::SampleTooLarge`] beyond 2³² − 1 rows, [`Error::Resamples`] outside 40 to a million,
/// and [`Error::Undefined`] when more than one resample in 20 leaves an output without a finite value.
///
/// ```
/// use measure::bootstrap;
/// use rand_xoshiro::{Xoshiro256PlusPlus, rand_core::SeedableRng};
///
/// let score = [5.0, 4.0, 1.0, 5.0, 2.0, 4.0, 5.0, 3.0];
/// let paid = [20.0, 35.0, 80.0, 15.0, 60.0, 20.0, 10.0, 40.0];
/// let n = score.len();
///
/// let mut rng = Xoshiro256PlusPlus::seed_from_u64(7);
/// let [mean_score, total_paid] = bootstrap(n, 2_000, &mut rng, |drawn| {
///     let sum = |values: &[f64]| values.iter().zip(drawn).map(|(v, &k)| v * f64::from(k)).sum::<f64>();
///     [sum(&score) / n as f64, sum(&paid)]
/// })?;
/// assert!(mean_score.contains(29.0 / 8.0) && total_paid.contains(280.0));
/// # Ok::<(), measure::Error>(())
/// ```
pub fn bootstrap<const OUTPUTS: usize>(
    n: usize,
    resamples: usize,
    rng: &mut (impl Rng + ?Sized),
    statistic: impl FnMut(&[u32]) -> [f64; OUTPUTS],
) -> Result<[Interval; OUTPUTS], Error> {
    check(n as u64, resamples)?;
    let row = Uniform::new(0, n).map_err(|_| Error::EmptySample)?;
    let draw = |counts: &mut [u32]| {
        counts.fill(0);
        for _ in 0..n {
            counts[row.sample(rng)] += 1;
        }
    };
    intervals(n, resamples, draw, statistic)
}

/// The same for a sample whose rows fall into few cells of equal rows, such as answers 1 to 5 of late and other orders:
/// `cells` holds how many rows each cell has.
///
/// `statistic` is given how many rows of each cell were drawn. The counts are drawn at once, as a multinomial, one
/// binomial a cell: time grows with the cells and no longer with the rows. Everything else is as in [`bootstrap`].
///
/// # Errors
/// As for [`bootstrap`]; the sample is empty when all cells are.
///
/// ```
/// use measure::bootstrap_cells;
/// use rand_xoshiro::{Xoshiro256PlusPlus, rand_core::SeedableRng};
///
/// let answers = [60, 40, 80, 300, 520]; // how many gave 1, 2, 3, 4, 5
/// let mut rng = Xoshiro256PlusPlus::seed_from_u64(7);
/// let [mean] = bootstrap_cells(&answers, 2_000, &mut rng, |drawn| {
///     [drawn.iter().zip(1..).map(|(&k, score)| f64::from(k) * f64::from(score)).sum::<f64>() / 1000.0]
/// })?;
/// assert!(mean.contains(4.18) && mean.high - mean.low < 0.2);
/// # Ok::<(), measure::Error>(())
/// ```
pub fn bootstrap_cells<const OUTPUTS: usize>(
    cells: &[u64],
    resamples: usize,
    rng: &mut (impl Rng + ?Sized),
    statistic: impl FnMut(&[u32]) -> [f64; OUTPUTS],
) -> Result<[Interval; OUTPUTS], Error> {
    let n = cells.iter().fold(0_u64, |sum, &cell| sum.saturating_add(cell));
    check(n, resamples)?;
    let draw = |counts: &mut [u32]| {
        let (mut rows_left, mut draws_left) = (n, n);
        for (count, &cell) in counts.iter_mut().zip(cells) {
            // Given the cells before, the draws that fall into this one are binomial among those left.
            let drawn = binomial(draws_left, cell, rows_left, rng);
            *count = u32::try_from(drawn).unwrap_or(u32::MAX);
            rows_left -= cell;
            draws_left -= drawn;
        }
    };
    intervals(cells.len(), resamples, draw, statistic)
}

fn check(n: u64, resamples: usize) -> Result<(), Error> {
    if n == 0 {
        return Err(Error::EmptySample);
    }
    if n > LARGEST_SAMPLE {
        return Err(Error::SampleTooLarge { n, limit: LARGEST_SAMPLE });
    }
    if !(FEWEST_RESAMPLES..=MOST_RESAMPLES).contains(&resamples) {
        return Err(Error::Resamples { resamples, at_least: FEWEST_RESAMPLES, at_most: MOST_RESAMPLES });
    }
    Ok(())
}

/// How many of `draws` hit `cell` of `rows` rows.
fn binomial(draws: u64, cell: u64, rows: u64, rng: &mut (impl Rng + ?Sized)) -> u64 {
    if draws == 0 || cell == 0 {
        return 0;
    }
    // A share of 0 to 1 is always taken; the last cell that is not empty has share 1 and takes all that are left.
    Binomial::new(draws, cell as f64 / rows as f64).map_or(0, |hits| hits.sample(rng))
}

fn intervals<const OUTPUTS: usize>(
    len: usize,
    resamples: usize,
    mut draw: impl FnMut(&mut [u32]),
    mut statistic: impl FnMut(&[u32]) -> [f64; OUTPUTS],
) -> Result<[Interval; OUTPUTS], Error> {
    let mut counts = vec![0_u32; len];
    let mut replications = [const { Vec::<f64>::new() }; OUTPUTS];
    for _ in 0..resamples {
        draw(&mut counts);
        for (values, value) in replications.iter_mut().zip(statistic(&counts)) {
            values.extend(value.is_finite().then_some(value));
        }
    }
    let mut ranges = [Interval { low: 0.0, high: 0.0 }; OUTPUTS];
    for (output, (range, values)) in ranges.iter_mut().zip(&mut replications).enumerate() {
        let undefined = resamples - values.len();
        let too_few = Error::Undefined { output, undefined, resamples };
        if undefined as f64 > UNDEFINED_AT_MOST * resamples as f64 {
            return Err(too_few);
        }
        *range = percentiles(values).ok_or(too_few)?;
    }
    Ok(ranges)
}

fn percentiles(replications: &mut [f64]) -> Option<Interval> {
    let low = quantile(replications, 0.025)?;
    let high = quantile(replications, 0.975)?;
    Some(Interval { low, high })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Moments;
    use rand_distr::Exp1;
    use rand_xoshiro::Xoshiro256PlusPlus;
    use rand_xoshiro::rand_core::SeedableRng;

    fn seeded(seed: u64) -> Xoshiro256PlusPlus {
        Xoshiro256PlusPlus::seed_from_u64(seed)
    }

    fn mean(values: &[f64], drawn: &[u32]) -> f64 {
        values.iter().zip(drawn).map(|(value, &k)| value * f64::from(k)).sum::<f64>() / values.len() as f64
    }

    #[test]
    fn every_resample_is_as_large_as_the_sample() {
        let size = |drawn: &[u32]| [f64::from(drawn.iter().sum::<u32>())];
        let always_17 = Ok([Interval { low: 17.0, high: 17.0 }]);
        assert_eq!(bootstrap(17, 200, &mut seeded(1), size), always_17);
        assert_eq!(bootstrap_cells(&[0, 5, 0, 11, 1, 0], 200, &mut seeded(1), size), always_17);
    }

    #[test]
    fn the_range_of_a_mean_is_near_its_theory() {
        // Scores 1 to 5, a fifth each: the mean of n = 500 has standard deviation √(2 / 500).
        let scores: Vec<f64> = (0..500).map(|i| f64::from(i % 5 + 1)).collect();
        let half_width = 1.96 * (2.0_f64 / 500.0).sqrt();
        let [rows] = bootstrap(500, 4_000, &mut seeded(2), |drawn| [mean(&scores, drawn)]).unwrap();
        let [cells] = bootstrap_cells(&[100; 5], 4_000, &mut seeded(3), |drawn| {
            [mean(&[1.0, 2.0, 3.0, 4.0, 5.0], drawn) * 5.0 / 500.0]
        })
        .unwrap();
        for range in [rows, cells] {
            assert!((range.low - (3.0 - half_width)).abs() < 0.01, "{range:?}");
            assert!((range.high - (3.0 + half_width)).abs() < 0.01, "{range:?}");
        }
    }

    #[test]
    fn nineteen_of_twenty_ranges_hold_the_true_mean() {
        let mut rng = seeded(4);
        let trials = 600;
        let holding = (0..trials)
            .filter(|_| {
                // Exponential with mean 1: skewed, as waiting times are.
                let sample: Vec<f64> = (0..100).map(|_| Exp1.sample(&mut rng)).collect();
                let [range] = bootstrap(100, 400, &mut rng, |drawn| [mean(&sample, drawn)]).unwrap();
                range.contains(1.0)
            })
            .count();
        let share = holding as f64 / f64::from(trials);
        // The percentile range is known to run some points short on skewed data.
        assert!((0.90..=0.97).contains(&share), "{share} of the ranges hold the mean");
    }

    /// Counts of cells with 30, 60 and 10 rows are multinomial: mean n·p, variance n·p·(1 − p), covariance −n·p·q.
    #[test]
    fn cells_are_drawn_as_rows_are() {
        let mut rows = Cells::default();
        bootstrap(100, 20_000, &mut seeded(5), |drawn| {
            rows.push(drawn[..30].iter().sum(), drawn[30..90].iter().sum());
            [0.0]
        })
        .unwrap();
        let mut cells = Cells::default();
        bootstrap_cells(&[30, 60, 10], 20_000, &mut seeded(6), |drawn| {
            cells.push(drawn[0], drawn[1]);
            [0.0]
        })
        .unwrap();
        for Cells { first, product } in [rows, cells] {
            assert!((first.mean().unwrap() - 30.0).abs() < 0.15, "{first:?}");
            assert!((first.variance().unwrap() - 21.0).abs() < 0.8, "{first:?}");
            assert!((product.mean().unwrap() + 18.0).abs() < 0.8, "{product:?}");
        }
    }

    #[derive(Default)]
    struct Cells {
        first: Moments,
        product: Moments,
    }

    impl Cells {
        fn push(&mut self, first: u32, second: u32) {
            self.first.push(f64::from(first));
            self.product.push((f64::from(first) - 30.0) * (f64::from(second) - 60.0));
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_range() {
        let scores: Vec<f64> = (0..50).map(f64::from).collect();
        let of = |seed| bootstrap(50, 100, &mut seeded(seed), |drawn| [mean(&scores, drawn)]).unwrap();
        assert_eq!(of(7), of(7));
        assert_ne!(of(7), of(8));
    }

    #[test]
    fn what_can_not_be_answered_is_said() {
        let none = |_: &[u32]| [f64::NAN];
        assert_eq!(bootstrap(0, 100, &mut seeded(1), none), Err(Error::EmptySample));
        assert_eq!(bootstrap_cells(&[0, 0], 100, &mut seeded(1), none), Err(Error::EmptySample));
        assert_eq!(bootstrap_cells(&[], 100, &mut seeded(1), none), Err(Error::EmptySample));
        for resamples in [0, 39, 1_000_001] {
            let error = bootstrap(5, resamples, &mut seeded(1), none).unwrap_err();
            assert!(matches!(error, Error::Resamples { .. }), "{error}");
        }
        assert_eq!(
            bootstrap(5, 100, &mut seeded(1), |_| [1.0, f64::NAN]),
            Err(Error::Undefined { output: 1, undefined: 100, resamples: 100 })
        );
        let error = bootstrap_cells(&[u64::MAX, 2], 100, &mut seeded(1), none).unwrap_err();
        assert!(matches!(error, Error::SampleTooLarge { .. }), "{error}");
    }

    #[test]
    fn few_undefined_resamples_are_left_out() {
        let mut nth = 0;
        let [range] = bootstrap(5, 100, &mut seeded(1), |_| {
            nth += 1;
            [if nth <= 5 { f64::NAN } else { 2.0 }]
        })
        .unwrap();
        assert_eq!(range, Interval { low: 2.0, high: 2.0 });
    }
}
