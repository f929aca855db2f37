//! The made-up shop with 8,000 orders: reading and working out, and writing the page.

use std::collections::HashMap;
use std::hint::black_box;
use std::io::{self, Cursor};

use criterion::{Criterion, criterion_group, criterion_main};
use language::Language;

struct Memory(HashMap<String, Vec<u8>>);

impl report::Files for Memory {
    fn open(&self, path: &str) -> io::Result<Box<dyn eventlog::Seekable + '_>> {
        self.0
            .get(path)
            .map(|content| Box::new(Cursor::new(content)) as _)
            .ok_or(io::ErrorKind::NotFound.into())
    }
}

fn reports(c: &mut Criterion) {
    let shop = samples::shop::in_memory(samples::shop::USUAL_ORDERS, 1).expect("memory is no disk");
    let files = Memory(shop);
    let spec = report::Spec::parse(include_str!("../../../examples/shop.toml")).expect("a sound spec");
    let made = report::report(&spec, &files).expect("readable files");

    let mut group = c.benchmark_group("report");
    group.sample_size(20);
    group.bench_function("shop_8000", |b| b.iter(|| report::report(black_box(&spec), &files)));
    group.bench_function("page", |b| b.iter(|| black_box(&made).to_html(Language::En)));
    group.finish();
}

criterion_group!(benches, reports);
criterion_main!(benches);
