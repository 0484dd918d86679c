//! Floating point guesses, for exact code to confirm or discard.
//!
//! This is the one place of this room where numbers are rounded without a bound. Nothing that is
//! returned may be believed: callers use it to choose where to look, and prove what they find.
#![allow(clippy::float_arithmetic)]

use super::dyadic::Dyadic;
use nalgebra::DMatrix;
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// `C(x,a) / sqrt(r(x) c(a)) - sqrt(r(x) c(a)) / total`: its singular values are those of the operator of a
/// table, without the trivial one.
pub fn standardised_residuals(rows: usize, columns: usize, counts: &[BigInt]) -> DMatrix<f64> {
    // Scaled to a largest count near 2^52, so that huge counts are not infinite.
    let bits = counts.iter().map(BigInt::bits).max().unwrap_or(0) as i64;
    let excess = (bits - 900).max(0);
    let counts: Vec<f64> = counts.iter().map(|c| (c >> excess).to_f64().unwrap_or(0.0)).collect();
    let mut row_sums = vec![0.0; rows];
    let mut column_sums = vec![0.0; columns];
    for (k, count) in counts.iter().enumerate() {
        row_sums[k / columns] += count;
        column_sums[k % columns] += count;
    }
    let total: f64 = row_sums.iter().sum();
    DMatrix::from_fn(rows, columns, |x, a| {
        let geometric = row_sums[x].sqrt() * column_sums[a].sqrt();
        let residual = counts[x * columns + a] / geometric - geometric / total;
        if residual.is_finite() { residual } else { 0.0 }
    })
}

/// Guesses of the eigenvalues of a table's operator, without the trivial one: as many as the shorter side
/// has points.
pub fn eigenvalues(rows: usize, columns: usize, counts: &[BigInt]) -> Vec<Dyadic> {
    let singular_values = standardised_residuals(rows, columns, counts).singular_values();
    singular_values.iter().map(|s| s * s).filter(|s| s.is_finite()).map(Dyadic::from_f64).collect()
}
