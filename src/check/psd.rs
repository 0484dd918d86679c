//! Positive semidefinite matrices: a sum of squares that leaves a diagonally dominant remainder.

use super::limit::{Limit, matrix_of};
use crate::certificate::{Number, Square};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use num_bigint::BigInt;
use num_traits::Signed;

/// Whether the squares show that a symmetric matrix is positive semidefinite; otherwise the condition that
/// fails, as a clause.
///
/// `A = sum w v v^T + R` with w >= 0, and `R_ii >= sum_{j != i} |R_ij|` (Gershgorin).
pub(super) fn positive_semidefinite(matrix: &Matrix, squares: &[Square], limit: &Limit) -> Result<(), String> {
    let (n, k) = (matrix.rows(), squares.len());
    if squares.iter().any(|s| s.weight.is_negative()) {
        return Err("a square has a negative weight".into());
    }
    let vectors: Vec<Vec<Number>> = squares.iter().map(|s| s.vector.clone()).collect();
    let weights: Vec<Vec<Number>> = squares.iter().map(|s| vec![s.weight.clone()]).collect();
    let too_long = "a square's numbers take more work than the limit";
    if vectors.iter().any(|v| v.len() != n) {
        return Err(format!("a square's vector has not {n} entries"));
    }
    let vectors = matrix_of(&vectors, k, n).ok_or(too_long)?;
    let weights = matrix_of(&weights, k, 1).ok_or(too_long)?;
    let bits = vectors.denominator().bits() + weights.denominator().bits() + matrix.denominator().bits();
    limit
        .spend(n * n * (k + 2), longest(&vectors) + longest(&weights) + longest(matrix) + bits)
        .map_err(|_| too_long)?;
    // sum w v v^T = V^T (diag(w) V), over one denominator.
    let weighted: Vec<BigInt> = (0..k * n).map(|c| weights.entry(c / n, 0) * &vectors.entries()[c]).collect();
    let weighted = Matrix::over(k, n, weighted, weights.denominator() * vectors.denominator());
    let rest = matrix.minus(&vectors.transposed().times(&weighted));
    for i in 0..n {
        let beside: BigInt = (0..n).filter(|j| *j != i).map(|j| rest.entry(i, j).abs()).sum();
        if *rest.entry(i, i) < beside {
            return Err(format!("what the squares leave is not diagonally dominant in row {}", i + 1));
        }
    }
    Ok(())
}

/// The most bits of an entry's numerator.
pub(super) fn longest(matrix: &Matrix) -> u64 {
    matrix.entries().iter().map(BigInt::bits).max().unwrap_or(0)
}

/// `A + weight * sum_j u_j u_j^T` for the columns u of a matrix.
pub(super) fn plus_squares(matrix: &Matrix, weight: &Rational, columns: &Matrix) -> Matrix {
    matrix.plus(&columns.times(&columns.transposed()).scaled(weight))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::ratio;

    fn square(weight: i64, vector: &[i64]) -> Square {
        let number = |n: i64| Number(ratio(n, 1));
        Square { weight: number(weight), vector: vector.iter().map(|n| number(*n)).collect() }
    }

    fn shown(entries: &[i64], squares: &[Square]) -> Result<(), String> {
        let matrix = Matrix::integer(2, 2, entries.iter().map(|e| (*e).into()).collect());
        positive_semidefinite(&matrix, squares, &Limit::new())
    }

    #[test]
    fn squares_and_a_dominant_rest() {
        assert_eq!(shown(&[2, 1, 1, 1], &[square(1, &[1, 1])]), Ok(()));
        assert_eq!(shown(&[4, 2, 2, 1], &[square(1, &[2, 1])]), Ok(()), "of rank 1, with nothing left");
        assert_eq!(shown(&[0, 0, 0, 0], &[]), Ok(()));
        assert_eq!(shown(&[2, -2, -2, 2], &[]), Ok(()));
        assert!(shown(&[2, -2, -2, 1], &[]).unwrap_err().contains("row 2"));
        assert!(shown(&[-1, 0, 0, 1], &[square(1, &[0, 1])]).is_err(), "indefinite");
        assert!(shown(&[-1, 0, 0, 1], &[square(-1, &[1, 0])]).unwrap_err().contains("negative weight"));
        assert!(shown(&[4, 2, 2, 1], &[square(1, &[2, 2])]).is_err(), "off by one");
        assert!(shown(&[4, 2, 2, 1], &[square(1, &[2])]).unwrap_err().contains("entries"));
    }

    /// Nothing indefinite can be shown, by any squares of small entries.
    #[test]
    fn no_squares_show_a_falsehood() {
        let small: Vec<[i64; 2]> = (-2..3).flat_map(|a| (-2..3).map(move |b| [a, b])).collect();
        for (first, second) in small.iter().flat_map(|a| small.iter().map(move |b| (a, b))) {
            assert!(shown(&[1, 2, 2, 3], &[square(1, first), square(1, second)]).is_err());
        }
    }
}
