//! From a table of counts to its certified spectrum: n x n tables with entries 0 to 20.
//!
//! `benches/compare` runs this beside the peers of `benches/peers` on the same tables.
#![allow(missing_docs)]

use contexture::context::{Context, Spectrum};
use contexture::exact::rational::{Rational, integer};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

mod tables;

fn context(n: usize) -> Context {
    let counts = tables::counts(n, tables::SEED);
    let rows: Vec<Vec<Rational>> = counts.chunks(n).map(|row| row.iter().map(|&c| integer(c)).collect()).collect();
    Context::unlabelled(&rows).expect("a table of counts")
}

fn spectrum(c: &mut Criterion) {
    let mut group = c.benchmark_group("spectrum");
    group.sample_size(10).measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_secs(1));
    for n in [5, 10, 20, 40, 60, 100, 150, 200] {
        let context = context(n);
        group.bench_with_input(BenchmarkId::from_parameter(n), &context, |b, context| {
            b.iter(|| black_box(Spectrum::of(black_box(context))));
        });
    }
    group.finish();
}

criterion_group!(benches, spectrum);
criterion_main!(benches);
