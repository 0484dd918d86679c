//! Eigenvalues of one quadratic form against another.

use super::algebraic::{RealAlgebraic, real_roots};
use super::characteristic::pencil_polynomial;
use super::elimination::definiteness;
use super::matrix::Matrix;
use super::rational::Rational;
use std::cmp::Ordering;

/// The x with `det(x C - B) = 0`, largest first, repeated by multiplicity: the values at which
/// `<f, B f> / <f, C f>` is stationary. They are real, as many as C has rows, the first the maximum.
///
/// B is symmetric and C symmetric and positive definite. Panics if C is singular, or a root is not real.
pub fn pencil_eigenvalues(c: &Matrix, b: &Matrix) -> Vec<RealAlgebraic> {
    // Over one denominator, which the roots do not depend on.
    let scaled = |m: &Matrix, other: &Matrix| m.scaled(&Rational::from(m.denominator() * other.denominator()));
    let polynomial = pencil_polynomial(&scaled(c, b), &scaled(b, c)).expect("a definite form is not singular");
    let roots = real_roots(&polynomial, &[]).into_iter();
    roots.flat_map(|(value, multiplicity)| std::iter::repeat_n(value, multiplicity)).collect()
}

/// The generalised eigenvalues: the theta with `B v = theta C v` for some v other than zero, largest first,
/// repeated by multiplicity. `None` unless B is symmetric, and C symmetric and positive definite and as large.
pub fn generalised_eigenvalues(b: &Matrix, c: &Matrix) -> Option<Vec<RealAlgebraic>> {
    let are_forms = b.is_symmetric() && c.is_symmetric() && b.rows() == c.rows();
    (are_forms && definiteness(c) == Ordering::Greater).then(|| pencil_eigenvalues(c, b))
}

#[cfg(test)]
mod tests {
    use super::super::rational::ratio;
    use super::*;

    fn matrix(n: usize, entries: &[(i64, i64)]) -> Matrix {
        Matrix::from_fn(n, n, |i, j| ratio(entries[i * n + j].0, entries[i * n + j].1))
    }

    #[test]
    fn forms_over_different_denominators() {
        // diag(1/2, 1/3) against diag(1/4, 2/3): 2 and 1/2
        let b = matrix(2, &[(1, 2), (0, 1), (0, 1), (1, 3)]);
        let c = matrix(2, &[(1, 4), (0, 1), (0, 1), (2, 3)]);
        let found = pencil_eigenvalues(&c, &b);
        assert_eq!(found, [RealAlgebraic::from(ratio(2, 1)), ratio(1, 2).into()]);
        let twice = pencil_eigenvalues(&c, &c);
        assert_eq!(twice, [RealAlgebraic::from(ratio(1, 1)), ratio(1, 1).into()], "a root is repeated");
        assert!(pencil_eigenvalues(&Matrix::zero(0, 0), &Matrix::zero(0, 0)).is_empty());
    }

    #[test]
    fn irrational_values() {
        // x^2 - x/2 - 1/4 = 0: (1 +- sqrt 5) / 4
        let b = matrix(2, &[(1, 2), (1, 2), (1, 2), (0, 1)]);
        let found = pencil_eigenvalues(&Matrix::identity(2), &b);
        assert_eq!(found[0].decimal(9), "0.809016994");
        assert_eq!(found[1].decimal(9), "-0.309016994");
    }

    #[test]
    fn forms_that_are_none_are_refused() {
        let definite = matrix(2, &[(2, 1), (1, 1), (1, 1), (2, 1)]);
        let signed = matrix(2, &[(0, 1), (1, 1), (1, 1), (0, 1)]);
        // (1, 1): 1/3; (1, -1): -1
        let found = generalised_eigenvalues(&signed, &definite);
        assert_eq!(found, Some(vec![ratio(1, 3).into(), ratio(-1, 1).into()]));
        assert_eq!(generalised_eigenvalues(&definite, &signed), None, "neither definite");
        let singular = matrix(2, &[(1, 1), (1, 1), (1, 1), (1, 1)]);
        assert_eq!(generalised_eigenvalues(&definite, &singular), None);
        let skew = matrix(2, &[(1, 1), (1, 1), (0, 1), (1, 1)]);
        assert_eq!(generalised_eigenvalues(&skew, &definite), None);
        assert_eq!(generalised_eigenvalues(&definite, &skew), None);
        assert_eq!(generalised_eigenvalues(&Matrix::identity(3), &definite), None);
        assert_eq!(generalised_eigenvalues(&Matrix::zero(2, 3), &definite), None);
        assert_eq!(generalised_eigenvalues(&Matrix::zero(0, 0), &Matrix::zero(0, 0)), Some(Vec::new()));
    }
}
