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

/// A guess of the t in `[0, most]` where the largest eigenvalue of `E + t M` is least, for symmetric
/// matrices given by their rows: by halving, on the sign of the slope `y^T M y` of a top eigenvector.
/// `None` if the numbers are out of range.
pub fn balance(e: &[f64], m: &[f64], most: f64) -> Option<Dyadic> {
    const STEPS: usize = 64;
    let n = e.len().isqrt();
    let (e, m) = (DMatrix::from_row_slice(n, n, e), DMatrix::from_row_slice(n, n, m));
    let (mut left, mut right) = (0.0, most);
    for _ in 0..STEPS {
        let t = (left + right) / 2.0;
        let pencil = &e + &m * t;
        if !pencil.iter().all(|v| v.is_finite()) {
            return None;
        }
        let eigen = pencil.symmetric_eigen();
        let y = eigen.eigenvectors.column(eigen.eigenvalues.imax());
        let slope = (y.transpose() * &m * y)[(0, 0)];
        if slope < 0.0 { left = t } else { right = t }
    }
    right.is_finite().then(|| Dyadic::from_f64(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balance_is_where_the_slopes_turn() {
        // max(1 - t, t)
        let t = balance(&[1.0, 0.0, 0.0, 0.0], &[-1.0, 0.0, 0.0, 1.0], 8.0).unwrap().to_f64();
        assert!((t - 0.5).abs() < 1e-12, "{t}");
        // max over y of 2 y0 y1 + t (y1^2 - y0^2): sqrt(1 + t^2), least at the end.
        let t = balance(&[0.0, 1.0, 1.0, 0.0], &[-1.0, 0.0, 0.0, 1.0], 8.0).unwrap().to_f64();
        assert!(t.abs() < 1e-12, "{t}");
        assert_eq!(balance(&[0.0], &[f64::INFINITY], 1.0), None);
    }
}
