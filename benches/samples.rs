//! Exact expectations over samples: all outcomes, their orbits, and the peer, all sequences of draws.
#![allow(missing_docs)]

use contexture::context::{Context, X};
use contexture::exact::matrix::Matrix;
use contexture::exact::rational::{Rational, integer, ratio};
use contexture::exact::real::Real;
use contexture::exact::truth::Undefined;
use contexture::quantity::sample::kernel_pca::kernel_pca;
use contexture::quantity::sample::ridge::ridge;
use contexture::quantity::sample::{
    KernelMinors, Law, NotComputed, OperatorSpectrum, Outcomes, Sample, Symmetry, law, risk,
};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;

struct Case {
    name: &'static str,
    kernel: Matrix,
    marginal: Vec<Rational>,
    draws: usize,
}

fn case(name: &'static str, context: &Context, draws: usize) -> Case {
    Case { name, kernel: context.kernel::<X>(), marginal: context.marginal::<X>(), draws }
}

fn irregular() -> Context {
    Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1], [1, 0, 1, 6]]).expect("a table of counts")
}

fn three() -> Context {
    Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).expect("a table of counts")
}

/// Four points around a cycle: eight symmetries.
fn symmetric() -> Context {
    Context::from_counts(&[[3, 1, 0, 1], [1, 3, 1, 0], [0, 1, 3, 1], [1, 0, 1, 3]]).expect("a table of counts")
}

impl Case {
    fn symmetry(&self) -> Symmetry {
        Symmetry::of(&self.marginal, &[&self.kernel], &[])
    }

    fn identity(&self) -> Symmetry {
        Symmetry::none(self.marginal.len())
    }

    fn outcomes(&self) -> Outcomes {
        Outcomes::new(&self.marginal, self.draws)
    }

    /// The law of the spectrum: every eigenvalue of every outcome is isolated.
    fn spectra(&self, symmetry: &Symmetry) -> Law<OperatorSpectrum> {
        let minors = KernelMinors::of(&self.kernel);
        let of = |sample: &Sample| Ok::<_, Undefined>(minors.spectrum(&sample.empirical()?));
        law(&self.outcomes(), symmetry, of).expect("something is drawn")
    }
}

fn spectra(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("samples/spectra");
    group.sample_size(10);
    let cases =
        [case("N=4 n=12", &irregular(), 12), case("N=4 n=12 cycle", &symmetric(), 12), case("N=3 n=60", &three(), 60)];
    for case in &cases {
        group.bench_function(BenchmarkId::new("all outcomes", case.name), |b| {
            b.iter(|| black_box(case).spectra(&case.identity()));
        });
        group.bench_function(BenchmarkId::new("orbits", case.name), |b| {
            b.iter(|| black_box(case).spectra(&case.symmetry()));
        });
    }
    group.finish();
}

/// From spectra to the sign of `E sum_{i<=2} l^_i - sum_{i<=2} l_i`.
fn comparison(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("samples/mean of the top two against the population");
    group.sample_size(10);
    for case in [case("N=4 n=12", &irregular(), 12), case("N=3 n=60", &three(), 60)] {
        let spectra = case.spectra(&case.symmetry());
        let population = OperatorSpectrum::of(&case.kernel, &case.marginal).top_sum(2);
        group.bench_function(case.name, |b| {
            b.iter(|| spectra.map(|s| s.top_sum(2)).mean().compare(black_box(&population)));
        });
    }
    group.finish();
}

fn estimators(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("samples/estimators N=4 n=12");
    group.sample_size(10);
    let case = case("", &irregular(), 12);
    let labels: Vec<Rational> = (0..4).map(|x| integer(x * x) - integer(2)).collect();
    group.bench_function("ridge", |b| {
        let of = |sample: &Sample| {
            ridge(&case.kernel, &sample.empirical()?, &labels, &ratio(1, 10)).map(|f| risk(&case.marginal, &f, &labels))
        };
        b.iter(|| law(&case.outcomes(), &case.identity(), of).expect("b is positive").mean());
    });
    group.bench_function("kernel PCA", |b| {
        let of = |sample: &Sample| -> Result<Real, NotComputed> {
            kernel_pca(&case.kernel, &case.marginal, &sample.empirical()?, 1)
        };
        b.iter(|| law(&case.outcomes(), &case.identity(), of).expect("one eigenvalue is positive"));
    });
    group.finish();
}

/// `E l^_1^2 + l^_2^2 + ...` by outcomes and by sequences, which are `N^n`.
fn sequences(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("samples/peer N=3 n=7");
    group.sample_size(10);
    let case = case("", &three(), 7);
    let minors = KernelMinors::of(&case.kernel);
    let of = |sample: &Sample| Ok::<_, Undefined>(minors.spectrum(&sample.empirical()?).sum_of_squares());
    group.bench_function("outcomes", |b| {
        b.iter(|| law(&case.outcomes(), &case.identity(), of).expect("something is drawn").mean());
    });
    group.bench_function("sequences", |b| {
        b.iter(|| {
            let mut mean = integer(0);
            for code in 0..3usize.pow(7) {
                let (mut counts, mut probability) = (vec![0; 3], integer(1));
                for k in 0..7 {
                    let x = code / 3usize.pow(k) % 3;
                    counts[x] += 1;
                    probability *= &case.marginal[x];
                }
                mean += probability * of(&Sample::new(counts)).expect("something is drawn");
            }
            mean
        });
    });
    group.finish();
}

criterion_group!(benches, spectra, comparison, estimators, sequences);
criterion_main!(benches);
