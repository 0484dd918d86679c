//! The singular value decomposition, as a proposal: whoever uses it bounds its error afterwards.

use super::matrix::parallelism;
use faer::diag::Diag;
use faer::dyn_stack::{MemBuffer, MemStack};
use faer::linalg::svd::{ComputeSvdVectors, svd, svd_scratch};
use faer::{Mat, MatRef, Spec};

/// `U diag(s) V^T`, with as many columns in U and V as the shorter side of the matrix has entries.
pub struct Factors {
    pub left: Mat<f64>,
    pub values: Vec<f64>,
    pub right: Mat<f64>,
}

/// Approximate factors of a matrix of finite entries; zeros if the iteration does not converge.
pub fn decompose(matrix: MatRef<f64>) -> Factors {
    let (rows, columns) = matrix.shape();
    let size = rows.min(columns);
    let zeros = || (Mat::zeros(rows, size), Diag::zeros(size), Mat::zeros(columns, size));
    let (mut left, mut values, mut right) = zeros();
    let par = parallelism(rows.max(columns));
    let thin = ComputeSvdVectors::Thin;
    let mut memory = MemBuffer::new(svd_scratch::<f64>(rows, columns, thin, thin, par, Spec::default()));
    let stack = MemStack::new(&mut memory);
    let done = svd(matrix, values.as_mut(), Some(left.as_mut()), Some(right.as_mut()), par, stack, Spec::default());
    if done.is_err() {
        (left, values, right) = zeros();
    }
    Factors { left, values: values.column_vector().iter().copied().collect(), right }
}
