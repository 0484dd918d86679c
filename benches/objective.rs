//! Objectives with their gradients over a whole population, beside the same formulas in nalgebra, and beside
//! the sums over pairs of points as they are written.
#![allow(missing_docs, clippy::float_arithmetic)]

use contexture::context::{A, Context, X};
use contexture::exact::rational::{Rational, integer};
use contexture::float::objective::contrastive::contrastive;
use contexture::float::objective::low_rank::low_rank;
use contexture::float::objective::{Population, Table};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use nalgebra::{DMatrix, DVector};
use std::hint::black_box;
use std::time::Duration;

mod tables;

/// Sizes N = M, and d.
const SIZES: [(usize, usize); 2] = [(100, 16), (1000, 64)];

/// The largest size for sums over pairs.
const LITERAL: usize = 100;

fn context(n: usize) -> Context {
    let counts = tables::counts(n, tables::SEED);
    let rows: Vec<Vec<Rational>> = counts.chunks(n).map(|row| row.iter().map(|&c| integer(c)).collect()).collect();
    Context::unlabelled(&rows).expect("a table of counts")
}

/// Features without an apparent order, row-major.
fn features(n: usize, d: usize, seed: usize) -> Vec<f64> {
    (0..n * d).map(|i| ((i * 7919 + i * i + seed) % 101) as f64 / 100.0 - 0.5).collect()
}

/// P, p and q in nalgebra.
struct Peer {
    joint: DMatrix<f64>,
    p: DVector<f64>,
    q: DVector<f64>,
}

impl Peer {
    fn of(context: &Context) -> Peer {
        let population = Population::of(context).expect("probabilities in the range of floats");
        let cells = |x: usize, a: usize| context.weight(x, a).to_string().parse::<f64>().expect("an integer");
        let total: f64 = context.total().to_string().parse().expect("an integer");
        Peer {
            joint: DMatrix::from_fn(context.n(), context.m(), |x, a| cells(x, a) / total),
            p: DVector::from_column_slice(population.p()),
            q: DVector::from_column_slice(population.q()),
        }
    }

    fn contrastive(&self, psi: &DMatrix<f64>) -> (f64, DMatrix<f64>) {
        let means = self.q.transpose() * psi;
        let psi = DMatrix::from_fn(psi.nrows(), psi.ncols(), |a, j| psi[(a, j)] - means[j]);
        let weighted = rows_times(&psi, &self.q);
        let gram = psi.tr_mul(&weighted);
        let average = rows_times(&(&self.joint * &psi), &self.p.map(|v| 1.0 / v));
        let value = gram.dot(&gram) / 2.0 - average.dot(&rows_times(&average, &self.p));
        (value, (weighted * gram - self.joint.tr_mul(&average)) * 2.0)
    }

    fn low_rank(&self, phi: &DMatrix<f64>, psi: &DMatrix<f64>) -> (f64, DMatrix<f64>, DMatrix<f64>) {
        let (by_p, by_q) = (rows_times(phi, &self.p), rows_times(psi, &self.q));
        let (gram_phi, gram_psi) = (phi.tr_mul(&by_p), psi.tr_mul(&by_q));
        let across = &self.joint * psi;
        let value = gram_phi.dot(&gram_psi) - 2.0 * phi.dot(&across);
        (value, (by_p * gram_psi - across) * 2.0, (by_q * gram_phi - self.joint.tr_mul(phi)) * 2.0)
    }

    /// `E_{p x q}[(Phi.Psi)^2] - 2 E_P[Phi.Psi]` and its gradients, pair by pair.
    fn literal_low_rank(&self, phi: &DMatrix<f64>, psi: &DMatrix<f64>) -> (f64, DMatrix<f64>, DMatrix<f64>) {
        let d = phi.ncols();
        let mut value = 0.0;
        let (mut by_phi, mut by_psi) = (DMatrix::zeros(phi.nrows(), d), DMatrix::zeros(psi.nrows(), d));
        for x in 0..phi.nrows() {
            for a in 0..psi.nrows() {
                let product: f64 = (0..d).map(|j| phi[(x, j)] * psi[(a, j)]).sum();
                let (joint, apart) = (self.joint[(x, a)], self.p[x] * self.q[a]);
                value += apart * product * product - 2.0 * joint * product;
                let slope = 2.0 * (apart * product - joint);
                for j in 0..d {
                    by_phi[(x, j)] += slope * psi[(a, j)];
                    by_psi[(a, j)] += slope * phi[(x, j)];
                }
            }
        }
        (value, by_phi, by_psi)
    }
}

fn rows_times(table: &DMatrix<f64>, weights: &DVector<f64>) -> DMatrix<f64> {
    DMatrix::from_fn(table.nrows(), table.ncols(), |r, c| weights[r] * table[(r, c)])
}

/// Times are compared only where the answers are the same.
fn assert_same(found: f64, peer: f64) {
    assert!((found - peer).abs() < 1e-10 * (1.0 + peer.abs()), "{found} and {peer}");
}

fn objectives(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("objective");
    group.sample_size(10).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3));
    for (n, d) in SIZES {
        let context = context(n);
        let (n, m) = (context.n(), context.m());
        let (population, peer) = (Population::of(&context).expect("a population"), Peer::of(&context));
        let (on_x, on_a) = (features(n, d, 1), features(m, d, 2));
        let phi = Table::<X>::new(n, d, &on_x).expect("a table");
        let psi = Table::<A>::new(m, d, &on_a).expect("a table");
        let (f, g) = (DMatrix::from_row_slice(n, d, &on_x), DMatrix::from_row_slice(m, d, &on_a));
        let size = format!("{n}x{m}x{d}");
        assert_same(contrastive(&population, &psi).expect("it fits").value, peer.contrastive(&g).0);
        assert_same(low_rank(&population, &phi, &psi).expect("they fit").value, peer.low_rank(&f, &g).0);
        group.bench_function(BenchmarkId::new("contrastive", &size), |b| {
            b.iter(|| contrastive(black_box(&population), black_box(&psi)))
        });
        group.bench_function(BenchmarkId::new("contrastive, nalgebra", &size), |b| {
            b.iter(|| peer.contrastive(black_box(&g)))
        });
        group.bench_function(BenchmarkId::new("low rank", &size), |b| {
            b.iter(|| low_rank(black_box(&population), black_box(&phi), black_box(&psi)))
        });
        group.bench_function(BenchmarkId::new("low rank, nalgebra", &size), |b| {
            b.iter(|| peer.low_rank(black_box(&f), black_box(&g)))
        });
        if n <= LITERAL {
            assert_same(peer.literal_low_rank(&f, &g).0, peer.low_rank(&f, &g).0);
            group.bench_function(BenchmarkId::new("low rank, pair by pair", &size), |b| {
                b.iter(|| peer.literal_low_rank(black_box(&f), black_box(&g)))
            });
        }
    }
    group.finish();
}

criterion_group!(benches, objectives);
criterion_main!(benches);
