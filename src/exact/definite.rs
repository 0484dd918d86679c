//! Witnesses that a symmetric matrix is positive semidefinite, checked by multiplication and comparison.
//!
//! `A = 4^e L L^T + R` with R diagonally dominant: both terms are positive semidefinite, so A is. L is a
//! Cholesky factor of A, rounded to integers, of a matrix a little below A, so that what the rounding
//! leaves over is dominated by the diagonal. It has a few dozen bits an entry where exact elimination has
//! thousands.

use super::elimination::definiteness;
use super::matrix::Matrix;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};
use std::cmp::Ordering;

/// Why a symmetric matrix is positive semidefinite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PsdWitness {
    /// The numerators are `4^exponent L L^T + R`, and every diagonal entry of R is at least the sum of
    /// the absolute values of the others in its row.
    Dominant {
        /// The rows of L up to the diagonal: the i-th has i + 1 entries.
        factor: Vec<Vec<BigInt>>,
        /// The exponent e; it may be negative.
        exponent: i64,
    },
    /// Exact elimination shows it: for a singular matrix, of which no rounded factor can be had.
    Exact,
}

impl PsdWitness {
    /// A witness, or `None` if the matrix is not positive semidefinite. Panics unless symmetric.
    ///
    /// A matrix near the border takes an exact elimination.
    pub fn of(matrix: &Matrix) -> Option<PsdWitness> {
        const CHEAP: u64 = 256;
        if let Some(witness) = PsdWitness::dominant(matrix, CHEAP) {
            return Some(witness);
        }
        match definiteness(matrix) {
            Ordering::Less => None,
            Ordering::Equal => Some(PsdWitness::Exact),
            Ordering::Greater => {
                // Definite, so that some precision is enough.
                let mut finer = std::iter::successors(Some(2 * CHEAP), |bits: &u64| bits.checked_mul(2));
                Some(finer.find_map(|bits| factor(matrix, bits)).expect("a definite matrix has a factor"))
            }
        }
    }

    /// A witness of the dominant kind with entries of at most about so many bits; `None` says nothing of
    /// the matrix. Panics unless symmetric.
    pub fn dominant(matrix: &Matrix, most_bits: u64) -> Option<PsdWitness> {
        assert!(matrix.is_symmetric(), "definiteness is of a symmetric matrix");
        let precisions = std::iter::successors(Some(32), |bits| Some(bits * 2));
        precisions.take_while(|&bits| bits <= most_bits.max(32)).find_map(|bits| factor(matrix, bits))
    }

    /// Whether it shows that this matrix is positive semidefinite.
    pub fn check(&self, matrix: &Matrix) -> bool {
        matrix.is_symmetric()
            && match self {
                PsdWitness::Dominant { factor, exponent } => {
                    let shaped = factor.len() == matrix.rows() && (0..factor.len()).all(|i| factor[i].len() == i + 1);
                    shaped && is_dominant(&remainder(matrix, factor, *exponent))
                }
                PsdWitness::Exact => definiteness(matrix) != Ordering::Less,
            }
    }
}

/// The numerators less `4^exponent L L^T`, times a power of two that makes them integers.
fn remainder(matrix: &Matrix, factor: &[Vec<BigInt>], exponent: i64) -> Vec<Vec<BigInt>> {
    let (raise_matrix, raise_product) = ((-exponent).max(0) * 2, exponent.max(0) * 2);
    let entry = |i: usize, j: usize| -> BigInt {
        let product: BigInt = factor[i].iter().zip(&factor[j]).map(|(a, b)| a * b).sum();
        (matrix.entry(i, j) << raise_matrix) - (product << raise_product)
    };
    (0..factor.len()).map(|i| (0..factor.len()).map(|j| entry(i, j)).collect()).collect()
}

fn is_dominant(rows: &[Vec<BigInt>]) -> bool {
    rows.iter().enumerate().all(|(i, row)| {
        let size: BigInt = row.iter().map(Signed::abs).sum();
        // R_ii >= size - |R_ii|; a negative R_ii fails.
        &row[i] + row[i].abs() >= size
    })
}

/// Cholesky's factor with entries of about `bits` bits.
///
/// Rounding `L_ij` leaves at most `L_jj / 2` over at i, j. Before its root is taken, every pivot is
/// lowered by what its row will have left over, so the remainder is dominated if no pivot vanishes.
fn factor(matrix: &Matrix, bits: u64) -> Option<PsdWitness> {
    let n = matrix.rows();
    let largest = (0..n).map(|i| matrix.entry(i, i).bits()).max().unwrap_or(0);
    let exponent = (largest / 2) as i64 - bits as i64;
    let scaled = |i: usize, j: usize| match exponent {
        e if e >= 0 => matrix.entry(i, j) >> (2 * e),
        e => matrix.entry(i, j) << (-2 * e),
    };
    let mut rows: Vec<Vec<BigInt>> = Vec::with_capacity(n);
    for i in 0..n {
        let mut row: Vec<BigInt> = Vec::with_capacity(i + 1);
        for (j, above) in rows.iter().enumerate() {
            let known: BigInt = row.iter().zip(above).map(|(a, b)| a * b).sum();
            row.push(rounded_quotient(&(scaled(i, j) - known), &above[j]));
        }
        row.push(root_of_pivot(&rows, &row, &scaled(i, i), n)?);
        rows.push(row);
    }
    // Zero pivots are right for zero rows only, so the check decides.
    let witness = PsdWitness::Dominant { factor: rows, exponent };
    witness.check(matrix).then_some(witness)
}

/// The diagonal entry that follows this row; `None` if the diagonal is negative, and zero if too little is
/// left of it.
fn root_of_pivot(rows: &[Vec<BigInt>], row: &[BigInt], diagonal: &BigInt, n: usize) -> Option<BigInt> {
    let squares: BigInt = row.iter().map(|a| a * a).sum();
    let pivot = diagonal - squares - left_over(rows, diagonal, n);
    (!diagonal.is_negative()).then(|| if pivot.is_negative() { BigInt::zero() } else { pivot.sqrt() })
}

/// A bound of the sum of what is left over in the next row, without its diagonal.
fn left_over(rows: &[Vec<BigInt>], diagonal: &BigInt, n: usize) -> BigInt {
    if !diagonal.is_positive() {
        return BigInt::zero();
    }
    let before: BigInt = rows.iter().map(|row| row.last().expect("a row has a diagonal") / 2 + 2).sum();
    before + (diagonal.sqrt() / 2 + 2) * (n - 1 - rows.len())
}

fn rounded_quotient(n: &BigInt, d: &BigInt) -> BigInt {
    if d.is_zero() { BigInt::zero() } else { Integer::div_floor(&(n * 2 + d), &(d * 2)) }
}

#[cfg(test)]
mod tests {
    use super::super::rational::ratio;
    use super::*;

    fn square(n: usize, entries: &[i64]) -> Matrix {
        Matrix::integer(n, n, entries.iter().map(|&e| BigInt::from(e)).collect())
    }

    /// All symmetric 3 x 3 matrices with entries in -1..=2: a witness is found exactly where there is one.
    #[test]
    fn witnesses_are_found_for_semidefinite_matrices_only() {
        let mut kinds = [0; 3]; // indefinite, singular, definite
        for code in 0..4i64.pow(6) {
            let e: Vec<i64> = (0..6).map(|k| code / 4i64.pow(k) % 4 - 1).collect();
            let m = square(3, &[e[0], e[1], e[2], e[1], e[3], e[4], e[2], e[4], e[5]]);
            let expected = definiteness(&m);
            match PsdWitness::of(&m) {
                None => assert_eq!(expected, Ordering::Less, "{m:?}"),
                Some(witness) => {
                    assert_ne!(expected, Ordering::Less, "{m:?}");
                    assert!(witness.check(&m));
                    let dominant = matches!(witness, PsdWitness::Dominant { .. });
                    assert!(dominant || expected == Ordering::Equal, "a definite matrix has a rounded factor");
                }
            }
            kinds[(expected as i8 + 1) as usize] += 1;
        }
        assert!(kinds.iter().all(|&k| k > 0), "{kinds:?}");
    }

    #[test]
    fn hilbert_matrices_and_bad_scales_are_no_obstacle() {
        for n in 1..=12usize {
            let scale = |i: usize| ratio(BigInt::from(10).pow(3 * i as u32), 1);
            let m = Matrix::from_fn(n, n, |i, j| ratio(1, (i + j + 1) as i64) * scale(i) * scale(j));
            let witness = PsdWitness::of(&m).unwrap();
            assert!(matches!(witness, PsdWitness::Dominant { .. }) && witness.check(&m));
            // The smallest eigenvalue of H_n is below 1/(2n - 1) for n > 1.
            let below = m.minus(&Matrix::from_fn(n, n, |i, j| {
                if i == j { ratio(1, 2 * n as i64 - 1) * scale(i) * scale(j) } else { ratio(0, 1) }
            }));
            assert_eq!(PsdWitness::of(&below), (n == 1).then(|| PsdWitness::of(&below).unwrap()));
        }
    }

    #[test]
    fn forged_witnesses_are_rejected() {
        let m = square(2, &[5, 2, 2, 1]);
        let genuine = |l: [i64; 3], exponent| PsdWitness::Dominant {
            factor: vec![vec![l[0].into()], vec![l[1].into(), l[2].into()]],
            exponent,
        };
        assert!(genuine([2, 1, 0], 0).check(&m), "the remainder is [1 0; 0 0]");
        for (name, forged) in [
            ("a factor off by one", genuine([2, 2, 0], 0)),
            ("a factor off by one below", genuine([2, 0, 1], 0)),
            ("a diagonal too large", genuine([3, 1, 0], 0)),
            ("another exponent", genuine([2, 1, 0], 1)),
            ("another exponent below", genuine([2, 1, 0], -1)),
            ("too few rows", PsdWitness::Dominant { factor: vec![vec![2.into()]], exponent: 0 }),
            (
                "not triangular",
                PsdWitness::Dominant { factor: vec![vec![2.into(), 0.into()], vec![1.into()]], exponent: 0 },
            ),
        ] {
            assert!(!forged.check(&m), "{name}");
        }
        assert!(!genuine([2, 1, 0], 0).check(&square(2, &[5, 2, 1, 1])), "not symmetric");
        assert!(!PsdWitness::Exact.check(&square(2, &[1, 2, 2, 1])), "not semidefinite");
        assert!(PsdWitness::Exact.check(&square(2, &[1, 1, 1, 1])));
    }
}
