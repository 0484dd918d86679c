//! The dense float path: two libraries' singular value decompositions, and the whole certified spectrum.
#![allow(missing_docs, clippy::float_arithmetic)]

use contexture::context::Context;
use contexture::exact::rational::{Rational, integer};
use contexture::float::{FloatContext, FloatSpectrum};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;

/// Counts with noise and a heavier diagonal.
fn context(n: usize) -> Context {
    let count = |x: usize, a: usize| (x * 7919 + a * 104_729 + x * a) % 23 + 200 / (1 + x.abs_diff(a));
    let rows: Vec<Vec<Rational>> = (0..n).map(|x| (0..n).map(|a| integer(count(x, a))).collect()).collect();
    Context::unlabelled(&rows).expect("a table of counts")
}

fn spectrum(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("spectrum");
    group.sample_size(10);
    for n in [50, 100, 200, 500, 1000] {
        let context = context(n);
        let residuals = FloatContext::of(&context).residuals().mid().to_owned();
        let peer = nalgebra::DMatrix::from_fn(n, n, |x, a| residuals[(x, a)]);
        group.bench_function(BenchmarkId::new("nalgebra svd", n), |b| {
            b.iter(|| black_box(&peer).clone().svd(true, true))
        });
        group.bench_function(BenchmarkId::new("faer svd", n), |b| {
            // As the library does it: one thread below 500.
            faer::set_global_parallelism(if n < 500 { faer::Par::Seq } else { faer::Par::rayon(0) });
            b.iter(|| black_box(&residuals).thin_svd())
        });
        group.bench_function(BenchmarkId::new("residuals", n), |b| b.iter(|| FloatContext::of(black_box(&context))));
        group.bench_function(BenchmarkId::new("certified", n), |b| b.iter(|| FloatSpectrum::of(black_box(&context))));
    }
    group.finish();
}

fn information(criterion: &mut Criterion) {
    let context = context(200);
    criterion.bench_function("mutual information/200", |b| {
        b.iter(|| FloatContext::of(black_box(&context)).mutual_information())
    });
}

criterion_group!(benches, spectrum, information);
criterion_main!(benches);
