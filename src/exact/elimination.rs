//! Exact elimination on integral matrices: rank, determinant, solutions, null space, inertia.
//!
//! All of it is fraction-free (Bareiss 1968): after k steps every entry is a minor of the input, so
//! the division by the previous pivot is exact and entries stay as small as minors are.

use super::matrix::Matrix;
use super::rational::Rational;
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;

/// The reduced row echelon form, times a common integer.
pub struct Echelon {
    matrix: Matrix,
    /// The pivot columns, increasing; pivot i is in row i.
    pivots: Vec<usize>,
    /// Every pivot entry equals this.
    scale: BigInt,
    odd_swaps: bool,
}

/// Fraction-free Gauss-Jordan elimination of the numerators, with pivots in the first `columns` columns.
fn eliminate(matrix: &Matrix, columns: usize) -> Echelon {
    let (rows, width) = (matrix.rows(), matrix.columns());
    let mut e: Vec<Vec<BigInt>> = (0..rows).map(|r| matrix.entries()[r * width..(r + 1) * width].to_vec()).collect();
    let (mut pivots, mut scale, mut odd_swaps) = (Vec::new(), BigInt::one(), false);
    for column in 0..columns {
        let top = pivots.len();
        // The smallest pivot keeps intermediate products small.
        let candidates = (top..rows).filter(|&r| !e[r][column].is_zero());
        let Some(found) = candidates.min_by_key(|&r| e[r][column].bits()) else { continue };
        if found != top {
            e.swap(found, top);
            odd_swaps = !odd_swaps;
        }
        let pivot_row = e[top].clone();
        let pivot = pivot_row[column].clone();
        for (r, row) in e.iter_mut().enumerate() {
            if r == top {
                continue;
            }
            let factor = row[column].clone();
            for (value, above) in row.iter_mut().zip(&pivot_row) {
                *value = (&pivot * &*value - &factor * above) / &scale;
            }
        }
        pivots.push(column);
        scale = pivot;
        if pivots.len() == rows {
            break;
        }
    }
    Echelon { matrix: Matrix::integer(rows, width, e.concat()), pivots, scale, odd_swaps }
}

/// The dimension of the column span.
pub fn rank(matrix: &Matrix) -> usize {
    eliminate(matrix, matrix.columns()).pivots.len()
}

/// Indices of columns that form a basis of the column span: the first that are independent.
pub fn independent_columns(matrix: &Matrix) -> Vec<usize> {
    eliminate(matrix, matrix.columns()).pivots
}

/// The determinant. Panics unless square.
pub fn determinant(matrix: &Matrix) -> Rational {
    assert_eq!(matrix.rows(), matrix.columns(), "a determinant is of a square matrix");
    let echelon = eliminate(matrix, matrix.columns());
    if echelon.pivots.len() < matrix.rows() {
        return Rational::zero();
    }
    let integer = if echelon.odd_swaps { -echelon.scale } else { echelon.scale };
    Rational::new(integer, matrix.denominator().pow(matrix.rows() as u32))
}

/// A matrix `Z` with `matrix Z = right`; `None` if there is none. Where there are many, the entries of
/// Z that can be chosen are zero.
pub fn solve(matrix: &Matrix, right: &Matrix) -> Option<Matrix> {
    let echelon = eliminate(&matrix.beside(right), matrix.columns());
    let n = matrix.columns();
    let solvable = (echelon.pivots.len()..matrix.rows())
        .all(|r| (0..right.columns()).all(|c| echelon.matrix.entry(r, n + c).is_zero()));
    solvable.then(|| {
        let mut entries = vec![BigInt::zero(); n * right.columns()];
        for (row, &pivot) in echelon.pivots.iter().enumerate() {
            for c in 0..right.columns() {
                entries[pivot * right.columns() + c] = echelon.matrix.entry(row, n + c) * echelon.scale.signum();
            }
        }
        Matrix::over(n, right.columns(), entries, echelon.scale.abs()).reduced()
    })
}

/// The inverse; `None` if singular.
pub fn inverse(matrix: &Matrix) -> Option<Matrix> {
    assert_eq!(matrix.rows(), matrix.columns(), "an inverse is of a square matrix");
    // Of a singular matrix, some equations have no solution.
    solve(matrix, &Matrix::identity(matrix.rows()))
}

/// A basis of `{ v : matrix v = 0 }`, as columns of integers.
pub fn null_space(matrix: &Matrix) -> Matrix {
    let echelon = eliminate(matrix, matrix.columns());
    let n = matrix.columns();
    let free: Vec<usize> = (0..n).filter(|c| !echelon.pivots.contains(c)).collect();
    let mut entries = vec![BigInt::zero(); n * free.len()];
    for (k, &column) in free.iter().enumerate() {
        entries[column * free.len() + k] = echelon.scale.clone();
        for (row, &pivot) in echelon.pivots.iter().enumerate() {
            entries[pivot * free.len() + k] = -echelon.matrix.entry(row, column);
        }
    }
    Matrix::integer(n, free.len(), entries)
}

/// How many eigenvalues of a symmetric matrix are positive, zero and negative (Sylvester's law).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inertia {
    /// Positive eigenvalues, with multiplicity.
    pub positive: usize,
    /// Zero eigenvalues.
    pub zero: usize,
    /// Negative eigenvalues.
    pub negative: usize,
}

/// The inertia of a symmetric matrix, by fraction-free `L D L^T` with symmetric pivoting. Where the
/// remaining diagonal is zero and the rest is not, adding row and column j to row and column i makes a
/// diagonal entry of `2 a_ij`: a congruence, so the inertia stays.
///
/// Panics unless symmetric.
pub fn inertia(matrix: &Matrix) -> Inertia {
    assert!(matrix.is_symmetric(), "inertia is of a symmetric matrix");
    let n = matrix.rows();
    let mut a: Vec<Vec<BigInt>> = (0..n).map(|r| (0..n).map(|c| matrix.entry(r, c).clone()).collect()).collect();
    let mut previous = BigInt::one();
    let mut result = Inertia { positive: 0, zero: 0, negative: 0 };
    for k in 0..n {
        if !bring_pivot(&mut a, k) {
            result.zero = n - k;
            return result;
        }
        let pivot = a[k][k].clone();
        // d_k = (this leading minor) / (the previous one)
        match pivot.is_positive() == previous.is_positive() {
            true => result.positive += 1,
            false => result.negative += 1,
        }
        let (head, rest) = a.split_at_mut(k + 1);
        let pivot_row = &head[k];
        for row in rest {
            let factor = row[k].clone();
            for c in k + 1..n {
                row[c] = (&pivot * &row[c] - &factor * &pivot_row[c]) / &previous;
            }
        }
        previous = pivot;
    }
    result
}

/// Brings a non-zero diagonal entry to place k by congruence; `false` if all that remains is zero.
fn bring_pivot(a: &mut [Vec<BigInt>], k: usize) -> bool {
    let n = a.len();
    if let Some(i) = (k..n).filter(|&i| !a[i][i].is_zero()).min_by_key(|&i| a[i][i].bits()) {
        a.swap(i, k);
        a.iter_mut().for_each(|row| row.swap(i, k));
        return true;
    }
    let off_diagonal = (k..n).flat_map(|i| (i + 1..n).map(move |j| (i, j))).find(|&(i, j)| !a[i][j].is_zero());
    let Some((i, j)) = off_diagonal else { return false };
    let row_j = a[j].clone();
    for (value, added) in a[i].iter_mut().zip(&row_j).skip(k) {
        *value += added;
    }
    for row in &mut a[k..n] {
        let added = row[j].clone();
        row[i] += added;
    }
    a.swap(i, k);
    a.iter_mut().for_each(|row| row.swap(i, k));
    true
}

/// The sign of the smallest eigenvalue of a symmetric matrix: `Greater` for positive definite, `Equal`
/// for positive semidefinite and singular, `Less` for neither.
pub fn definiteness(matrix: &Matrix) -> Ordering {
    match inertia(matrix) {
        Inertia { negative: 0, zero: 0, .. } => Ordering::Greater,
        Inertia { negative: 0, .. } => Ordering::Equal,
        _ => Ordering::Less,
    }
}

#[cfg(test)]
mod tests {
    use super::super::rational::ratio;
    use super::*;

    /// All 3 x 3 matrices with entries in -1..=1, and each over 2.
    fn small() -> impl Iterator<Item = Matrix> {
        (0..3u32.pow(9)).map(|code| {
            let entries = (0..9).map(|k| BigInt::from(code / 3u32.pow(k) % 3) - 1).collect();
            Matrix::over(3, 3, entries, BigInt::from(2))
        })
    }

    fn laplace(m: &Matrix) -> Rational {
        let term = |p: [usize; 3]| m.get(0, p[0]) * m.get(1, p[1]) * m.get(2, p[2]);
        term([0, 1, 2]) + term([1, 2, 0]) + term([2, 0, 1]) - term([0, 2, 1]) - term([1, 0, 2]) - term([2, 1, 0])
    }

    #[test]
    fn determinant_rank_inverse_and_null_space_agree() {
        for m in small() {
            let det = laplace(&m);
            assert_eq!(determinant(&m), det, "{m:?}");
            assert_eq!(rank(&m) == 3, !det.is_zero());
            let kernel = null_space(&m);
            assert_eq!(kernel.columns() + rank(&m), 3);
            assert_eq!(rank(&kernel), kernel.columns());
            assert_eq!(m.times(&kernel), Matrix::zero(3, kernel.columns()));
            match inverse(&m) {
                Some(inverse) => assert_eq!(m.times(&inverse), Matrix::identity(3)),
                None => assert!(det.is_zero()),
            }
        }
    }

    #[test]
    fn solutions_solve_and_their_absence_shows_in_the_rank() {
        let right = Matrix::from_fn(3, 1, |r, _| ratio(r as i64 + 1, 3));
        let mut unsolvable = 0;
        for m in small().step_by(7) {
            match solve(&m, &right) {
                Some(z) => assert_eq!(m.times(&z), right),
                None => {
                    unsolvable += 1;
                    assert!(rank(&m.beside(&right)) > rank(&m));
                }
            }
        }
        assert!(unsolvable > 0);
    }

    #[test]
    fn inertia_is_read_off_the_characteristic_polynomial() {
        // For a symmetric matrix Descartes' rule is exact: signs of det(x I - m) = x^3 - t x^2 + s x - d.
        for m in small().filter(Matrix::is_symmetric) {
            let d = laplace(&m);
            let minor = |i: usize, j: usize| m.get(i, i) * m.get(j, j) - m.get(i, j) * m.get(j, i);
            let s = minor(0, 1) + minor(0, 2) + minor(1, 2);
            let coefficients = [Rational::one(), -m.trace(), s, -d];
            let nonzero: Vec<_> = coefficients.iter().filter(|c| !c.is_zero()).collect();
            let positive = nonzero.windows(2).filter(|w| w[0].is_positive() != w[1].is_positive()).count();
            let zero = coefficients.iter().rev().take_while(|c| c.is_zero()).count();
            let found = inertia(&m);
            assert_eq!(found, Inertia { positive, zero, negative: 3 - positive - zero }, "{m:?}");
            let order = match found {
                Inertia { positive: 3, .. } => Ordering::Greater,
                Inertia { negative: 0, .. } => Ordering::Equal,
                _ => Ordering::Less,
            };
            assert_eq!(definiteness(&m), order);
        }
    }
}
