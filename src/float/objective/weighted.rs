//! Sums over points with weights, and products of matrices.

use super::super::matrix::parallelism;
use faer::linalg::matmul::matmul;
use faer::{Accum, Mat, MatRef};

/// `c A B`. Panics if the shapes do not fit.
pub(super) fn product(factor: f64, a: MatRef<f64>, b: MatRef<f64>) -> Mat<f64> {
    add_product(Mat::zeros(a.nrows(), b.ncols()), factor, a, b)
}

/// `S + c A B`. Panics if the shapes do not fit.
pub(super) fn add_product(mut sum: Mat<f64>, factor: f64, a: MatRef<f64>, b: MatRef<f64>) -> Mat<f64> {
    let size = a.nrows().max(a.ncols()).max(b.ncols());
    matmul(sum.as_mut(), Accum::Add, a, b, factor, parallelism(size));
    sum
}

/// Row r times `c w_r`.
pub(super) fn weighted(factor: f64, table: MatRef<f64>, weights: &[f64]) -> Mat<f64> {
    Mat::from_fn(table.nrows(), table.ncols(), |r, c| factor * weights[r] * table[(r, c)])
}

/// Row r divided by `w_r`.
pub(super) fn divided(mut table: Mat<f64>, weights: &[f64]) -> Mat<f64> {
    table.col_iter_mut().for_each(|column| column.iter_mut().zip(weights).for_each(|(v, w)| *v /= w));
    table
}

/// `sum_r w_r A_r` for the rows of A: the means of the features, if the weights are probabilities.
pub(super) fn means(table: MatRef<f64>, weights: &[f64]) -> Vec<f64> {
    table.col_iter().map(|column| column.iter().zip(weights).map(|(v, w)| v * w).sum()).collect()
}

/// Each row less `means`.
pub(super) fn less(table: MatRef<f64>, means: &[f64]) -> Mat<f64> {
    Mat::from_fn(table.nrows(), table.ncols(), |r, c| table[(r, c)] - means[c])
}

/// Every feature less its mean.
pub(super) fn centred(table: MatRef<f64>, weights: &[f64]) -> Mat<f64> {
    less(table, &means(table, weights))
}

/// `sum_{r,c} A(r,c) B(r,c)`.
pub(super) fn inner(a: MatRef<f64>, b: MatRef<f64>) -> f64 {
    let columns = a.col_iter().zip(b.col_iter());
    columns.map(|(a, b)| a.iter().zip(b.iter()).map(|(a, b)| a * b).sum::<f64>()).sum()
}

/// `sum_r w_r ||A_r||^2`.
pub(super) fn square(table: MatRef<f64>, weights: &[f64]) -> f64 {
    table.col_iter().map(|column| column.iter().zip(weights).map(|(v, w)| w * v * v).sum::<f64>()).sum()
}

/// `A^T D_w A`, d x d.
pub(super) fn gram(table: MatRef<f64>, weights: &[f64]) -> Mat<f64> {
    product(1.0, table.transpose(), weighted(1.0, table, weights).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_by_hand() {
        let a = Mat::from_fn(3, 2, |r, c| (2 * r + c) as f64); // rows (0, 1), (2, 3), (4, 5)
        let w = [0.5, 0.25, 0.25];
        assert_eq!(means(a.as_ref(), &w), [1.5, 2.5]);
        assert_eq!(centred(a.as_ref(), &w)[(2, 0)], 2.5);
        assert_eq!(square(a.as_ref(), &w), 0.5 + 13.0 / 4.0 + 41.0 / 4.0);
        assert_eq!(inner(a.as_ref(), a.as_ref()), 55.0);
        assert_eq!(gram(a.as_ref(), &w), Mat::from_fn(2, 2, |r, c| [[5.0, 6.5], [6.5, 9.0]][r][c]));
        assert_eq!(weighted(2.0, a.as_ref(), &w)[(1, 1)], 1.5);
        assert_eq!(divided(a.clone(), &w)[(1, 1)], 12.0);
        let square = product(2.0, a.transpose(), a.as_ref());
        assert_eq!(square[(0, 1)], 52.0);
        assert_eq!(add_product(square, -1.0, a.transpose(), a.as_ref())[(0, 1)], 26.0);
    }

    #[test]
    fn no_features_and_no_points_give_zeros() {
        let none = Mat::<f64>::zeros(3, 0);
        assert_eq!(product(1.0, none.as_ref(), none.transpose()), Mat::<f64>::zeros(3, 3));
        assert_eq!(gram(none.as_ref(), &[1.0; 3]).shape(), (0, 0));
        assert_eq!(square(none.as_ref(), &[1.0; 3]), 0.0);
        assert_eq!(product(1.0, Mat::zeros(2, 0).as_ref(), Mat::zeros(0, 4).as_ref()), Mat::<f64>::zeros(2, 4));
    }
}
