//! Dense rational matrices, kept as integers over one common denominator.

use super::rational::{Rational, common_denominator, common_divisor};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};
use std::fmt;

/// `entries / denominator`, row-major. The denominator is positive; no common factor is promised.
#[derive(Clone)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    entries: Vec<BigInt>,
    denominator: BigInt,
}

impl Matrix {
    /// A matrix of integers, row-major. Panics if their number is not `rows * columns`.
    pub fn integer(rows: usize, columns: usize, entries: Vec<BigInt>) -> Matrix {
        Matrix::over(rows, columns, entries, BigInt::one())
    }

    /// `entries / denominator`. Panics if the shape is wrong or the denominator not positive.
    pub fn over(rows: usize, columns: usize, entries: Vec<BigInt>, denominator: BigInt) -> Matrix {
        assert_eq!(entries.len(), rows * columns, "the entries do not fill a {rows} x {columns} matrix");
        assert!(denominator.is_positive(), "a denominator is positive");
        Matrix { rows, columns, entries, denominator }
    }

    /// A matrix of rationals, row-major.
    pub fn rational(rows: usize, columns: usize, values: &[Rational]) -> Matrix {
        let denominator = common_denominator(values, u64::MAX).expect("no limit");
        let entries = values.iter().map(|v| v.numer() * (&denominator / v.denom())).collect();
        Matrix::over(rows, columns, entries, denominator)
    }

    /// The matrix whose entry in row i and column j is `value(i, j)`.
    pub fn from_fn(rows: usize, columns: usize, mut value: impl FnMut(usize, usize) -> Rational) -> Matrix {
        let values: Vec<Rational> = (0..rows * columns).map(|k| value(k / columns, k % columns)).collect();
        Matrix::rational(rows, columns, &values)
    }

    /// The identity.
    pub fn identity(n: usize) -> Matrix {
        Matrix::integer(n, n, (0..n * n).map(|k| BigInt::from(u8::from(k / n == k % n))).collect())
    }

    /// The square matrix with these numbers on its diagonal and zeros elsewhere.
    pub fn diagonal(values: &[Rational]) -> Matrix {
        let n = values.len();
        Matrix::from_fn(n, n, |i, j| if i == j { values[i].clone() } else { Rational::zero() })
    }

    /// Zeros.
    pub fn zero(rows: usize, columns: usize) -> Matrix {
        Matrix::integer(rows, columns, vec![BigInt::zero(); rows * columns])
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The numerators, row-major, over [`Matrix::denominator`].
    pub fn entries(&self) -> &[BigInt] {
        &self.entries
    }

    /// The common denominator, positive.
    pub fn denominator(&self) -> &BigInt {
        &self.denominator
    }

    /// The numerator of an entry.
    pub fn entry(&self, row: usize, column: usize) -> &BigInt {
        &self.entries[row * self.columns + column]
    }

    /// An entry.
    pub fn get(&self, row: usize, column: usize) -> Rational {
        Rational::new(self.entry(row, column).clone(), self.denominator.clone())
    }

    /// A column.
    pub fn column(&self, column: usize) -> Vec<Rational> {
        (0..self.rows).map(|row| self.get(row, column)).collect()
    }

    /// The columns with these indices, in this order.
    pub fn select_columns(&self, indices: &[usize]) -> Matrix {
        let entries = (0..self.rows).flat_map(|r| indices.iter().map(move |&c| self.entry(r, c).clone())).collect();
        Matrix::over(self.rows, indices.len(), entries, self.denominator.clone())
    }

    /// This matrix with the columns of another to its right. Panics if the numbers of rows differ.
    pub fn beside(&self, other: &Matrix) -> Matrix {
        assert_eq!(self.rows, other.rows, "matrices side by side have the same rows");
        Matrix::from_blocks(self, other)
    }

    fn from_blocks(left: &Matrix, right: &Matrix) -> Matrix {
        let denominator = left.denominator.lcm(&right.denominator);
        let (by_left, by_right) = (&denominator / &left.denominator, &denominator / &right.denominator);
        let mut entries = Vec::with_capacity(left.entries.len() + right.entries.len());
        for row in 0..left.rows {
            entries.extend((0..left.columns).map(|c| left.entry(row, c) * &by_left));
            entries.extend((0..right.columns).map(|c| right.entry(row, c) * &by_right));
        }
        Matrix::over(left.rows, left.columns + right.columns, entries, denominator)
    }

    /// The transpose.
    pub fn transposed(&self) -> Matrix {
        let entries = (0..self.columns).flat_map(|c| (0..self.rows).map(move |r| self.entry(r, c).clone())).collect();
        Matrix::over(self.columns, self.rows, entries, self.denominator.clone())
    }

    /// The product. Panics if the shapes do not fit.
    pub fn times(&self, other: &Matrix) -> Matrix {
        assert_eq!(self.columns, other.rows, "the shapes of a product fit");
        let mut entries = Vec::with_capacity(self.rows * other.columns);
        for r in 0..self.rows {
            for c in 0..other.columns {
                entries.push((0..self.columns).map(|k| self.entry(r, k) * other.entry(k, c)).sum());
            }
        }
        Matrix::over(self.rows, other.columns, entries, &self.denominator * &other.denominator).reduced()
    }

    /// The sum. Panics if the shapes differ.
    pub fn plus(&self, other: &Matrix) -> Matrix {
        assert_eq!((self.rows, self.columns), (other.rows, other.columns), "the shapes of a sum agree");
        let denominator = self.denominator.lcm(&other.denominator);
        let (by_self, by_other) = (&denominator / &self.denominator, &denominator / &other.denominator);
        let sums = self.entries.iter().zip(&other.entries).map(|(a, b)| a * &by_self + b * &by_other).collect();
        Matrix::over(self.rows, self.columns, sums, denominator)
    }

    /// The difference.
    pub fn minus(&self, other: &Matrix) -> Matrix {
        self.plus(&other.scaled(&-Rational::one()))
    }

    /// Every entry times a number.
    pub fn scaled(&self, by: &Rational) -> Matrix {
        let entries = self.entries.iter().map(|e| e * by.numer()).collect();
        Matrix::over(self.rows, self.columns, entries, &self.denominator * by.denom()).reduced()
    }

    /// The sum of the diagonal. Panics unless square.
    pub fn trace(&self) -> Rational {
        assert_eq!(self.rows, self.columns, "a trace is of a square matrix");
        Rational::new((0..self.rows).map(|i| self.entry(i, i)).sum(), self.denominator.clone())
    }

    /// Whether it equals its transpose.
    pub fn is_symmetric(&self) -> bool {
        self.rows == self.columns && (0..self.rows).all(|r| (0..r).all(|c| self.entry(r, c) == self.entry(c, r)))
    }

    /// The same matrix without a factor common to all entries and the denominator.
    pub fn reduced(mut self) -> Matrix {
        let common = common_divisor(std::iter::once(&self.denominator).chain(&self.entries));
        if !common.is_one() {
            self.entries.iter_mut().for_each(|e| *e /= &common);
            self.denominator /= &common;
        }
        self
    }
}

/// Equal as matrices of rationals, whatever the denominators.
impl PartialEq for Matrix {
    fn eq(&self, other: &Matrix) -> bool {
        (self.rows, self.columns) == (other.rows, other.columns)
            && self.entries.iter().zip(&other.entries).all(|(a, b)| a * &other.denominator == b * &self.denominator)
    }
}

impl Eq for Matrix {}

impl fmt::Debug for Matrix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for r in 0..self.rows {
            let row: Vec<String> = (0..self.columns).map(|c| self.get(r, c).to_string()).collect();
            writeln!(f, "[{}]", row.join(", "))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::rational::ratio;
    use super::*;

    #[test]
    fn arithmetic_is_entrywise_rational_arithmetic() {
        let a = Matrix::from_fn(2, 3, |r, c| ratio(r as i64 + 1, c as i64 + 2));
        let b = Matrix::from_fn(3, 2, |r, c| ratio(1 - r as i64, 3 + c as i64));
        let product = a.times(&b);
        for r in 0..2 {
            for c in 0..2 {
                let expected: Rational = (0..3).map(|k| a.get(r, k) * b.get(k, c)).sum();
                assert_eq!(product.get(r, c), expected);
                assert_eq!(a.minus(&b.transposed()).get(r, c), a.get(r, c) - b.get(c, r));
            }
        }
        assert_eq!(a.scaled(&ratio(-2, 7)).get(1, 1), ratio(-2, 7) * a.get(1, 1));
        assert_eq!(a.beside(&b.transposed()).get(1, 4), b.get(1, 1));
        assert_eq!(Matrix::identity(2).times(&a), a);
        assert_ne!(a, a.scaled(&ratio(2, 1)));
    }
}
