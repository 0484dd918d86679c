//! Squares that show that a matrix is positive semidefinite.

use crate::certificate::{Number, Square};
use crate::exact::definite::PsdWitness;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, common_divisor};
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

/// Up to so many rows the exact squares are tried beside the rounded ones, and the shorter are taken.
const SMALL: usize = 8;

/// Rounded factors of a definite matrix have at most so many bits.
const MOST_BITS: u64 = 256;

/// Squares `w v v^T`, w >= 0, that leave a diagonally dominant remainder of the matrix; `None` if it is not
/// positive semidefinite. Panics unless symmetric.
///
/// There are none for a matrix that is dominant already. The squares of a rounded factor are short; a singular
/// matrix has none, and takes those of an exact `L D L^T`.
pub(super) fn squares(matrix: &Matrix) -> Option<Vec<Square>> {
    assert!(matrix.is_symmetric(), "definiteness is of a symmetric matrix");
    if is_dominant(matrix) {
        return Some(Vec::new());
    }
    let rounded = rounded(matrix);
    let exact = (matrix.rows() <= SMALL || rounded.is_none()).then(|| exact(matrix)).flatten();
    [exact, rounded].into_iter().flatten().min_by_key(|squares| length(squares))
}

fn is_dominant(matrix: &Matrix) -> bool {
    (0..matrix.rows()).all(|i| {
        let others = (0..matrix.rows()).filter(|j| *j != i).map(|j| matrix.entry(i, j).abs());
        *matrix.entry(i, i) >= others.sum::<BigInt>()
    })
}

/// The columns of a rounded Cholesky factor, whose common scale is the weight.
fn rounded(matrix: &Matrix) -> Option<Vec<Square>> {
    let Some(PsdWitness::Dominant { factor, exponent }) = PsdWitness::dominant(matrix, MOST_BITS) else { return None };
    // matrix = (4^exponent L L^T + R) / denominator
    let scale = BigInt::one() << (2 * exponent.unsigned_abs());
    let scale = if exponent < 0 { Rational::new(BigInt::one(), scale) } else { Rational::from(scale) };
    let weight = scale / Rational::from(matrix.denominator().clone());
    let column = |j: usize| (0..factor.len()).map(|i| factor[i].get(j).cloned().unwrap_or_default()).collect();
    Some((0..factor.len()).filter_map(|j| square(&weight, column(j))).collect())
}

/// `w v v^T` with coprime integers in v; `None` of zero.
fn square(weight: &Rational, vector: Vec<BigInt>) -> Option<Square> {
    let common = common_divisor(&vector);
    let nonzero = vector.iter().any(|v| !v.is_zero());
    nonzero.then(|| Square {
        weight: Number(weight * Rational::from(&common * &common)),
        vector: vector.iter().map(|v| Number(Rational::from(v / &common))).collect(),
    })
}

/// Elimination with symmetric pivoting: the column c of a pivot d leaves `A - c c^T / d`. A pivot of zero
/// demands a row of zeros.
fn exact(matrix: &Matrix) -> Option<Vec<Square>> {
    let n = matrix.rows();
    let mut left: Vec<Vec<Rational>> = (0..n).map(|i| matrix.column(i)).collect();
    let mut found = Vec::new();
    loop {
        if (0..n).any(|i| left[i][i].is_negative()) {
            return None;
        }
        let size = |i: &usize| left[*i][*i].numer().bits() + left[*i][*i].denom().bits();
        let Some(pivot) = (0..n).filter(|i| left[*i][*i].is_positive()).min_by_key(size) else { break };
        let column = left[pivot].clone();
        let d = column[pivot].clone();
        let whole = Matrix::rational(n, 1, &column);
        let scale = Rational::from(whole.denominator() * whole.denominator());
        found.extend(square(&(d.recip() / scale), whole.entries().to_vec()));
        for (i, row) in left.iter_mut().enumerate() {
            let factor = &column[i] / &d;
            for (entry, c) in row.iter_mut().zip(&column) {
                *entry -= &factor * c;
            }
        }
    }
    left.iter().flatten().all(Zero::is_zero).then_some(found)
}

/// How long the numbers are, in bits.
fn length(squares: &[Square]) -> u64 {
    let numbers = squares.iter().flat_map(|s| s.vector.iter().chain([&s.weight]));
    numbers.map(|n| n.numer().bits() + n.denom().bits()).sum()
}

/// As the page says it: weights are not negative, and the remainder is dominant.
#[cfg(test)]
pub(super) fn shows(squares: &[Square], matrix: &Matrix) -> bool {
    let n = matrix.rows();
    let sum = squares.iter().fold(matrix.clone(), |rest, s| {
        rest.minus(&Matrix::from_fn(n, n, |i, j| &s.weight.0 * &s.vector[i].0 * &s.vector[j].0))
    });
    squares.iter().all(|s| !s.weight.is_negative()) && is_dominant(&sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::elimination::definiteness;
    use crate::exact::rational::ratio;
    use std::cmp::Ordering;

    #[test]
    fn squares_are_found_for_semidefinite_matrices_only() {
        let mut kinds = [0; 3]; // indefinite, singular, definite
        for code in 0..4i64.pow(6) {
            let e: Vec<i64> = (0..6).map(|k| code / 4i64.pow(k) % 4 - 1).collect();
            let full = [e[0], e[1], e[2], e[1], e[3], e[4], e[2], e[4], e[5]];
            let m = Matrix::from_fn(3, 3, |i, j| ratio(full[3 * i + j], 6));
            let expected = definiteness(&m);
            kinds[(expected as i8 + 1) as usize] += 1;
            for found in [squares(&m), rounded(&m).or_else(|| exact(&m)), exact(&m)] {
                assert_eq!(found.is_some(), expected != Ordering::Less, "{m:?}");
                assert!(found.is_none_or(|found| shows(&found, &m)), "{m:?}");
            }
        }
        assert!(kinds.iter().all(|&k| k > 0), "{kinds:?}");
    }

    /// Rank two in six dimensions, and the Hilbert matrix of ten.
    #[test]
    fn singular_and_ill_conditioned_matrices() {
        let v = |i: usize, k: i64| ratio((i as i64 * 7 + k) % 11 - 5, 1 + k);
        let low = Matrix::from_fn(6, 6, |i, j| v(i, 1) * v(j, 1) + v(i, 2) * v(j, 2));
        let hilbert = Matrix::from_fn(10, 10, |i, j| ratio(1, (i + j + 1) as i64));
        for m in [&low, &hilbert] {
            assert!(shows(&squares(m).unwrap(), m));
        }
        assert_eq!(squares(&low).unwrap().len(), 2);
        assert!(squares(&low.minus(&Matrix::identity(6).scaled(&ratio(1, 1_000_000)))).is_none());
        assert_eq!(squares(&Matrix::zero(0, 0)), Some(vec![]));
    }
}
