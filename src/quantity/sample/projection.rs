//! Projections onto the eigenspaces of an operator, as numbers of the eigenvalue's field.

use crate::exact::algebraic::RealAlgebraic;
use crate::exact::matrix::Matrix;
use crate::exact::polynomial::Polynomial;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use num_traits::{One, Zero};

/// The projections onto the eigenspaces of a diagonalisable matrix M, along the others.
///
/// With the square-free polynomial p that has its eigenvalues as roots, and `(p(y) - p(l)) / (y - l) = sum_i l^i h_i(y)`,
/// the projection onto the eigenspace of l is `sum_i l^i h_i(M) / p'(l)`.
pub(super) struct Projections {
    polynomial: Polynomial,
    /// `h_i(M)`.
    powers: Vec<Matrix>,
}

impl Projections {
    /// Of a matrix with this characteristic polynomial, up to a factor.
    pub fn of(matrix: &Matrix, characteristic: &Polynomial) -> Projections {
        let parts = characteristic.square_free_parts();
        let polynomial = parts.iter().fold(Polynomial::one(), |product, (part, _)| product.times(part));
        let identity = Matrix::identity(matrix.rows());
        let mut powers = Vec::with_capacity(polynomial.degree());
        let mut h = Matrix::zero(matrix.rows(), matrix.rows());
        for c in polynomial.coefficients().iter().skip(1).rev() {
            h = h.times(matrix).plus(&identity.scaled(&Rational::from(c.clone())));
            powers.push(h.clone());
        }
        powers.reverse();
        Projections { polynomial, powers }
    }

    /// `Tr(P C)` for the projection P of an eigenvalue.
    pub fn trace(&self, eigenvalue: &RealAlgebraic, c: &Matrix) -> Real {
        let traces: Vec<Rational> = self.powers.iter().map(|h| trace_of_product(h, c)).collect();
        self.value(eigenvalue, &traces, 1)
    }

    /// `Tr(P C P C)` for the projection P of an eigenvalue.
    pub fn trace_of_square(&self, eigenvalue: &RealAlgebraic, c: &Matrix) -> Real {
        let products: Vec<Matrix> = self.powers.iter().map(|h| h.times(c)).collect();
        let mut traces = vec![Rational::zero(); (2 * products.len()).saturating_sub(1)];
        for (i, a) in products.iter().enumerate() {
            for (j, b) in products.iter().enumerate() {
                traces[i + j] += trace_of_product(a, b);
            }
        }
        self.value(eigenvalue, &traces, 2)
    }

    /// `L P v` for the projection P of an eigenvalue, a matrix L and a column v: an entry for each row of L.
    pub fn image(&self, eigenvalue: &RealAlgebraic, left: &Matrix, v: &Matrix) -> Vec<Real> {
        let images: Vec<Matrix> = self.powers.iter().map(|h| left.times(&h.times(v))).collect();
        let entry = |x: usize| {
            let coefficients: Vec<Rational> = images.iter().map(|image| image.get(x, 0)).collect();
            self.value(eigenvalue, &coefficients, 1)
        };
        (0..left.rows()).map(entry).collect()
    }

    /// `sum_i c_i l^i / p'(l)^times`.
    fn value(&self, eigenvalue: &RealAlgebraic, coefficients: &[Rational], times: usize) -> Real {
        let row = Matrix::rational(1, coefficients.len(), coefficients);
        let numerator = Real::polynomial_at(Polynomial::new(row.entries().to_vec()), eigenvalue);
        let slope = Real::polynomial_at(self.polynomial.derivative(), eigenvalue);
        let scale = Real::from(Rational::new(One::one(), row.denominator().clone()));
        (0..times).fold(numerator.times(&scale), |value, _| quotient(&value, &slope))
    }
}

/// The quotient by a number that is an eigenvalue other than zero, or a polynomial's slope at a simple root.
pub(super) fn quotient(a: &Real, b: &Real) -> Real {
    a.divided_by(b).expect("a number at a root has a sign").expect("it is not zero")
}

fn trace_of_product(a: &Matrix, b: &Matrix) -> Rational {
    let n = a.rows();
    let terms = (0..n * n).map(|k| a.entry(k / n, k % n) * b.entry(k % n, k / n));
    Rational::new(terms.sum(), a.denominator() * b.denominator())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::algebraic::real_roots;
    use crate::exact::characteristic::characteristic_polynomial;
    use crate::exact::rational::{integer, ratio};
    use std::cmp::Ordering;

    /// Traces are ranks, projections sum to the identity, and `M P = l P`.
    #[test]
    fn projections_are_projections() {
        // Eigenvalues: 2 once and the golden ratio twice; 1, 1, 3; 5, 0.
        let golden = [1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2];
        let (tied, singular) = ([2, 1, 0, 1, 2, 0, 0, 0, 1], [1, 2, 2, 4]);
        for entries in [&golden[..], &tied, &singular] {
            let n = entries.len().isqrt();
            let matrix = Matrix::from_fn(n, n, |i, j| ratio(entries[i * n + j], 3));
            let characteristic = characteristic_polynomial(&matrix);
            let projections = Projections::of(&matrix, &characteristic);
            let v = Matrix::from_fn(n, 1, |i, _| ratio(i * i + 1, 2));
            let identity = Matrix::identity(n);
            let c = Matrix::from_fn(n, n, |i, j| integer(2 * i + 3 * j));
            let (mut sum, mut traces) = (vec![Real::zero(); n], Vec::new());
            for (l, multiplicity) in real_roots(&characteristic, &[]) {
                assert_eq!(projections.trace(&l, &identity).as_rational(), Some(&integer(multiplicity)));
                assert_eq!(projections.trace_of_square(&l, &identity).as_rational(), Some(&integer(multiplicity)));
                let image = projections.image(&l, &identity, &v);
                let through = projections.image(&l, &matrix, &v);
                for x in 0..n {
                    assert_eq!(through[x].compare(&image[x].times(&l.clone().into())), Ok(Ordering::Equal));
                    sum[x] = sum[x].plus(&image[x]);
                }
                traces.push(projections.trace(&l, &c));
            }
            let sum: Vec<_> = sum.iter().map(|s| s.as_rational().cloned()).collect();
            assert_eq!(sum, (0..n).map(|x| Some(v.get(x, 0))).collect::<Vec<_>>());
            assert_eq!(Real::sum(traces).as_rational(), Some(&c.trace()), "by its form");
        }
    }
}
