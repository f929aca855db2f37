//! A million events from the made-up customer service: reading, and what mining makes of them.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use eventlog::{ColumnNames, CsvOptions, EventLog, Records, TimeFormat, read_log};

const EVENTS: u64 = 1_000_000;

fn read(file: &[u8]) -> EventLog {
    let records = Records::new(file, &CsvOptions::default()).expect("a header");
    read_log(records, &ColumnNames::default(), &TimeFormat::default()).expect("a log").0
}

fn mining(c: &mut Criterion) {
    let mut file = Vec::new();
    samples::log::write(EVENTS, 1, &mut file).expect("memory is no disk");
    let log = read(&file);

    let mut group = c.benchmark_group("mining");
    group.sample_size(10).throughput(Throughput::Elements(EVENTS));
    group.bench_function("read_csv", |b| b.iter(|| read(black_box(&file))));
    group.bench_function("directly_follows", |b| b.iter(|| mining::directly_follows(black_box(&log))));
    group.bench_function("variants", |b| b.iter(|| mining::variants(black_box(&log))));
    group.bench_function("throughput", |b| b.iter(|| mining::throughput(black_box(&log))));
    group.finish();
}

criterion_group!(benches, mining);
criterion_main!(benches);
