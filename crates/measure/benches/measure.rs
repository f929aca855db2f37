//! How long ranges and quantiles take at the sizes a report meets.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use measure::{bootstrap, bootstrap_cells, quantile, quantile_sorted};
use rand::RngExt;
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::SeedableRng;

const ROWS: usize = 5_000;
const RESAMPLES: usize = 2_000;

/// A score and an amount from the same resample, row by row and cell by cell.
fn bootstraps(criterion: &mut Criterion) {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
    let rows: Vec<[f64; 2]> =
        (0..ROWS).map(|_| [f64::from(rng.random_range(1..=5_u8)), rng.random_range(0.0..300.0)]).collect();
    criterion.bench_function("bootstrap, 2,000 of 5,000 rows, two outputs", |bench| {
        bench.iter(|| {
            bootstrap(ROWS, RESAMPLES, &mut rng, |drawn| {
                rows.iter().zip(drawn).fold([0.0; 2], |[score, paid], (row, &k)| {
                    [score + row[0] * f64::from(k), paid + row[1] * f64::from(k)]
                })
            })
        });
    });

    let cells = [300, 100, 60, 40, 20, 200, 150, 480, 1_300, 2_350];
    criterion.bench_function("bootstrap, 2,000 of 10 cells with 5,000 rows", |bench| {
        bench.iter(|| {
            bootstrap_cells(&cells, RESAMPLES, &mut rng, |drawn| {
                [drawn.iter().zip(1..).map(|(&k, score)| f64::from(k) * f64::from(score)).sum::<f64>()]
            })
        });
    });
}

fn quantiles(criterion: &mut Criterion) {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(2);
    let wait_s: Vec<f64> = (0..1_000_000).map(|_| rng.random_range(0.0..1e6)).collect();
    criterion.bench_function("90th percentile of 1,000,000 by selection", |bench| {
        bench.iter_batched_ref(|| wait_s.clone(), |values| quantile(values, 0.9), BatchSize::LargeInput);
    });
    criterion.bench_function("90th percentile of 1,000,000 by sorting", |bench| {
        bench.iter_batched_ref(
            || wait_s.clone(),
            |values| {
                values.sort_unstable_by(f64::total_cmp);
                quantile_sorted(black_box(values), 0.9)
            },
            BatchSize::LargeInput,
        );
    });
}

criterion_group!(benches, bootstraps, quantiles);
criterion_main!(benches);
