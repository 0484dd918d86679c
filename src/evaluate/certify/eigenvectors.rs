//! Approximate eigenvectors of one quadratic form against another. Nothing here is bounded: what is found is
//! proved elsewhere.

use crate::exact::fixed::{Fixed, Rows};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

/// Two forms in coordinates in which the second is Euclid's: `B -> L^-1 B L^-T` for `C = L L^T`.
pub(super) struct Coordinates {
    /// The numbers.
    pub fixed: Fixed,
    factor: Rows,
}

impl Coordinates {
    /// For a positive definite norm, with so many bits after the point; `None` if they are too few.
    pub fn new(norm: &Matrix, bits: u64) -> Option<Coordinates> {
        let fixed = Fixed { bits };
        let entries = fixed_rows(norm, bits);
        let mut factor: Rows = Vec::new();
        for (i, entry) in entries.iter().enumerate() {
            let mut row: Vec<BigInt> = Vec::new();
            for (j, above) in factor.iter().enumerate() {
                row.push(fixed.div(&(&entry[j] - fixed.dot(&row, &above[..j])), &above[j]));
            }
            let pivot = &entry[i] - fixed.dot(&row, &row);
            if !pivot.is_positive() {
                return None;
            }
            row.push(fixed.sqrt(&pivot));
            factor.push(row);
        }
        Some(Coordinates { fixed, factor })
    }

    /// A form in these coordinates.
    pub fn form(&self, form: &Matrix) -> Rows {
        let half: Rows = transposed(&fixed_rows(form, self.fixed.bits)).iter().map(|c| self.solved(c)).collect();
        transposed(&half).iter().map(|column| self.solved(column)).collect()
    }

    /// `L^-1 v`.
    fn solved(&self, v: &[BigInt]) -> Vec<BigInt> {
        let mut solution: Vec<BigInt> = Vec::new();
        for (i, row) in self.factor.iter().enumerate() {
            solution.push(self.fixed.div(&(&v[i] - self.fixed.dot(&row[..i], &solution)), &row[i]));
        }
        solution
    }

    /// The vector with these coordinates, `L^-T y`, rounded to so many bits after the point.
    pub fn vector(&self, y: &[BigInt], bits: u64) -> Vec<Rational> {
        let n = y.len();
        let mut solution = vec![BigInt::zero(); n];
        for i in (0..n).rev() {
            let known: BigInt = (i + 1..n).map(|k| &self.factor[k][i] * &solution[k]).sum();
            solution[i] = self.fixed.div(&(&y[i] - (known >> self.fixed.bits)), &self.factor[i][i]);
        }
        let excess = self.fixed.bits.saturating_sub(bits);
        let one = BigInt::from(1) << (self.fixed.bits - excess);
        let rounded = |v: &BigInt| if excess == 0 { v.clone() } else { ((v >> (excess - 1)) + 1u8) >> 1 };
        solution.iter().map(|v| Rational::new(rounded(v), one.clone())).collect()
    }
}

/// Columns near eigenvectors of a form against a positive definite norm, of norm about 1, the largest
/// eigenvalue first, with so many bits after the point.
pub(super) fn eigenvectors(form: &Matrix, norm: &Matrix, bits: u64) -> Matrix {
    let n = norm.rows();
    let precisions = std::iter::successors(Some(2 * bits + 64), |bits| Some(bits * 2));
    let coordinates = precisions.filter_map(|bits| Coordinates::new(norm, bits)).next();
    let coordinates = coordinates.expect("some precision shows that a definite norm is definite");
    let eigen = coordinates.fixed.eigen(&coordinates.form(form), None);
    let columns: Vec<Vec<Rational>> = eigen.vectors.iter().map(|y| coordinates.vector(y, bits)).collect();
    Matrix::from_fn(n, n, |i, j| columns[j][i].clone())
}

fn fixed_rows(matrix: &Matrix, bits: u64) -> Rows {
    let entry = |i: usize, j: usize| (matrix.entry(i, j) << bits) / matrix.denominator();
    (0..matrix.rows()).map(|i| (0..matrix.columns()).map(|j| entry(i, j)).collect()).collect()
}

fn transposed(rows: &Rows) -> Rows {
    (0..rows.len()).map(|j| rows.iter().map(|row| row[j].clone()).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::forms::on;
    use super::*;
    use crate::exact::rational::ratio;

    #[test]
    fn both_forms_are_nearly_diagonal() {
        let norm = Matrix::from_fn(4, 4, |i, j| ratio(1, (i + j + 1) as i64));
        let form = Matrix::from_fn(4, 4, |i, j| ratio(((i + 1) * (j + 1)) as i64 % 5, 3));
        let form = form.plus(&form.transposed());
        let found = eigenvectors(&form, &norm, 60);
        let tiny = ratio(1, 1 << 20);
        let (norm, form) = (on(&norm, &found), on(&form, &found));
        for i in 0..4 {
            for j in 0..4 {
                let expected = ratio(i64::from(i == j), 1);
                assert!((norm.get(i, j) - expected).abs() < tiny);
                assert!(i == j || form.get(i, j).abs() < tiny);
            }
            assert!(i == 0 || form.get(i, i) <= form.get(i - 1, i - 1));
        }
        assert_eq!(eigenvectors(&Matrix::zero(0, 0), &Matrix::zero(0, 0), 20).columns(), 0);
    }
}
