//! Exact eigenvectors of an irrational eigenvalue: polynomials, read at the eigenvalue.

use super::algebraic::RealAlgebraic;
use super::matrix::Matrix;
use super::polynomial::Polynomial;
use super::rational::{Rational, common_divisor, least_common_multiple};
use num_bigint::BigInt;
use num_traits::{One, Zero};
use std::cmp::Ordering;

/// Orthogonal eigenvectors that span the eigenspace of an eigenvalue, as columns of polynomials whose values
/// at the eigenvalue are the entries. They are not normalised. The first entry of each that is not zero is
/// positive.
///
/// `operator` is self-adjoint for positive weights, the eigenvalue is irrational and has this
/// `multiplicity`, and `cofactor` times the eigenvalue's own polynomial p vanishes at the operator K. Then
/// `cofactor(K) (p(K) - p(x)) / (K - x)` at the eigenvalue x is a multiple of the projection onto its
/// eigenspace: as a kernel, of `sum_i v_i(u) v_i(w)`. One step of a Cholesky factorisation takes a column of
/// it and leaves the projection onto the eigenvectors orthogonal to that column. Whether an entry is zero is
/// asked of the eigenvalue, since p may be reducible; nothing is divided.
pub fn eigencolumns(
    operator: &Matrix,
    cofactor: &Polynomial,
    eigenvalue: &RealAlgebraic,
    multiplicity: usize,
) -> Vec<Vec<Polynomial>> {
    let modulus = eigenvalue.polynomial();
    let mut projection = projection(operator, cofactor, &modulus);
    let mut columns = Vec::with_capacity(multiplicity);
    while columns.len() < multiplicity {
        let pivot = (0..projection.len())
            .find(|&y| eigenvalue.sign_of(&projection[y][y]) != Ordering::Equal)
            .expect("the projection onto an eigenspace has its multiplicity as trace");
        let mut column: Vec<Polynomial> = projection.iter().map(|row| row[pivot].clone()).collect();
        if eigenvalue.sign_of(&column[pivot]) == Ordering::Less {
            column.iter_mut().for_each(|p| *p = p.scaled(&-BigInt::one()));
        }
        divide_by_content(column.iter_mut());
        columns.push(column);
        if columns.len() < multiplicity {
            take_out(&mut projection, pivot, &modulus);
        }
    }
    columns
}

/// `cofactor(K) (p(K) - p(x)) / (K - x)` times an integer, as polynomials in x.
fn projection(operator: &Matrix, cofactor: &Polynomial, p: &Polynomial) -> Vec<Vec<Polynomial>> {
    let n = operator.rows();
    let identity = Matrix::identity(n);
    let multiple = |c: &BigInt| identity.scaled(&Rational::from(c.clone()));
    let zero = Matrix::zero(n, n);
    let onto_roots = cofactor.coefficients().iter().rev().fold(zero, |m, c| m.times(operator).plus(&multiple(c)));
    // (p(y) - p(x)) / (y - x) = sum_i x^i h_i(y), where h_i = p_{i+1} + y h_{i+1}
    let mut powers = Vec::with_capacity(p.degree());
    let mut h = Matrix::zero(n, n);
    for c in p.coefficients().iter().skip(1).rev() {
        h = h.times(operator).plus(&multiple(c));
        powers.push(onto_roots.times(&h));
    }
    powers.reverse();
    let denominator = least_common_multiple(powers.iter().map(Matrix::denominator));
    let entry = |u: usize, w: usize| {
        let coefficients = powers.iter().map(|m| m.entry(u, w) * (&denominator / m.denominator()));
        Polynomial::new(coefficients.collect())
    };
    (0..n).map(|u| (0..n).map(|w| entry(u, w)).collect()).collect()
}

/// Leaves of the kernel k of a projection `k(y,y) k(u,w) - k(u,y) k(y,w)`, reduced modulo p. Columns may be
/// multiplied by weights: they are the same weights in both terms.
fn take_out(kernel: &mut [Vec<Polynomial>], y: usize, modulus: &Polynomial) {
    let row = kernel[y].clone();
    let steps = modulus.degree() - 1;
    for values in kernel.iter_mut() {
        let factor = values[y].clone();
        for (value, above) in values.iter_mut().zip(&row) {
            *value = row[y].times(value).minus(&factor.times(above)).pseudo_remainder(modulus, steps);
        }
    }
    divide_by_content(kernel.iter_mut().flatten());
}

/// Divides by the greatest integer that divides every coefficient of every polynomial.
fn divide_by_content<'a>(polynomials: impl Iterator<Item = &'a mut Polynomial>) {
    let all: Vec<&mut Polynomial> = polynomials.collect();
    let content = common_divisor(all.iter().flat_map(|p| p.coefficients()));
    if !content.is_zero() && !content.is_one() {
        for p in all {
            *p = Polynomial::new(p.coefficients().iter().map(|c| c / &content).collect());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::algebraic::real_roots;
    use super::super::rational::ratio;
    use super::*;

    /// `(K - x) v = 0`, entry by entry, and orthogonality, by exact zero tests.
    fn assert_eigenvectors(rows: usize, entries: &[i64], own: &[i64], cofactor: &[i64], multiplicity: usize) {
        let operator = Matrix::integer(rows, rows, entries.iter().map(|&e| BigInt::from(e)).collect());
        let operator = operator.scaled(&ratio(1, 3));
        // Roots are divided by 3: p(3 x).
        let scaled = |p: &[i64]| {
            let power = |k: usize| BigInt::from(3).pow(k as u32);
            Polynomial::new(p.iter().enumerate().map(|(k, &c)| power(k) * c).collect())
        };
        for (root, _) in real_roots(&scaled(own), &[]) {
            let columns = eigencolumns(&operator, &scaled(cofactor), &root, multiplicity);
            assert_eq!(columns.len(), multiplicity);
            for (i, v) in columns.iter().enumerate() {
                for u in 0..rows {
                    let image =
                        (0..rows).fold(Polynomial::new(vec![]), |sum, w| sum.plus(&v[w].scaled(operator.entry(u, w))));
                    let multiple = v[u].times_power(1).scaled(operator.denominator());
                    assert_eq!(root.sign_of(&image.minus(&multiple)), Ordering::Equal);
                }
                let first = v.iter().map(|p| root.sign_of(p)).find(|s| *s != Ordering::Equal);
                assert_eq!(first, Some(Ordering::Greater));
                for w in &columns[..i] {
                    let inner = v.iter().zip(w).fold(Polynomial::new(vec![]), |sum, (a, b)| sum.plus(&a.times(b)));
                    assert_eq!(root.sign_of(&inner), Ordering::Equal);
                }
            }
        }
    }

    #[test]
    fn eigenvectors_of_symmetric_matrices() {
        // [[1, 1], [1, 0]]: the golden ratio; x^2 - x - 1
        assert_eigenvectors(2, &[1, 1, 1, 0], &[-1, -1, 1], &[1], 1);
        // Twice the same, and three times; and beside it a 2.
        assert_eigenvectors(4, &[1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0], &[-1, -1, 1], &[1], 2);
        let blocks: Vec<i64> = (0..49)
            .map(|k| match (k / 7, k % 7) {
                (6, 6) => 2,
                (u, w) if u < 6 && w < 6 && u / 2 == w / 2 => i64::from(u % 2 == 0 || w % 2 == 0),
                _ => 0,
            })
            .collect();
        assert_eigenvectors(7, &blocks, &[-1, -1, 1], &[-2, 1], 3);
        // x^2 - x - 1 and x^2 - 2, each once: roots of a polynomial that is reducible.
        let product: Vec<i64> = Polynomial::from_small(&[-1, -1, 1])
            .times(&Polynomial::from_small(&[-2, 0, 1]))
            .coefficients()
            .iter()
            .map(|c| i64::try_from(c).unwrap())
            .collect();
        assert_eigenvectors(4, &[1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, -1], &product, &[1], 1);
        // The cycle of five: the golden ratio less one, twice, and 2.
        let cycle: Vec<i64> = (0..25).map(|k| i64::from([1, 4].contains(&((k / 5 + 5 - k % 5) % 5)))).collect();
        assert_eigenvectors(5, &cycle, &[-1, 1, 1], &[-2, 1], 2);
    }
}
