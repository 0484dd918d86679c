//! Tables of exact reals: functions, encoders, operators, matrices.

use super::value::Shown;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::Truth;
use num_traits::Zero;
use std::cmp::Ordering;
use std::fmt;

/// A table of reals. What is rational in every entry, by its form, is kept as a rational matrix.
#[derive(Clone, Debug)]
pub enum Table {
    /// All entries are rational.
    Rational(Matrix),
    /// Some are not, by their form.
    Real {
        /// The number of rows.
        rows: usize,
        /// The number of columns.
        columns: usize,
        /// Row by row.
        entries: Vec<Real>,
    },
}

impl From<Matrix> for Table {
    fn from(matrix: Matrix) -> Table {
        Table::Rational(matrix)
    }
}

impl Table {
    /// The table with these entries, row by row. Panics if they do not fill it.
    pub fn new(rows: usize, columns: usize, entries: Vec<Real>) -> Table {
        assert_eq!(entries.len(), rows * columns, "the entries do not fill a {rows} x {columns} table");
        let rationals: Option<Vec<Rational>> = entries.iter().map(|e| e.as_rational().cloned()).collect();
        match rationals {
            Some(values) => Table::Rational(Matrix::rational(rows, columns, &values)),
            None => Table::Real { rows, columns, entries },
        }
    }

    /// The table whose entry in row i and column j is `entry(i, j)`.
    pub fn from_fn(rows: usize, columns: usize, mut entry: impl FnMut(usize, usize) -> Real) -> Table {
        let mut entries = Vec::with_capacity(rows * columns);
        for i in 0..rows {
            entries.extend((0..columns).map(|j| entry(i, j)));
        }
        Table::new(rows, columns, entries)
    }

    /// One column.
    pub fn column_of(entries: &[Real]) -> Table {
        Table::new(entries.len(), 1, entries.to_vec())
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        match self {
            Table::Rational(matrix) => matrix.rows(),
            Table::Real { rows, .. } => *rows,
        }
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        match self {
            Table::Rational(matrix) => matrix.columns(),
            Table::Real { columns, .. } => *columns,
        }
    }

    /// An entry.
    pub fn get(&self, row: usize, column: usize) -> Real {
        match self {
            Table::Rational(matrix) => Real::from(matrix.get(row, column)),
            Table::Real { columns, entries, .. } => entries[row * columns + column].clone(),
        }
    }

    /// The matrix, if all entries are rational by their form.
    pub fn rational(&self) -> Option<&Matrix> {
        match self {
            Table::Rational(matrix) => Some(matrix),
            Table::Real { .. } => None,
        }
    }

    /// The sum.
    pub fn plus(&self, other: &Table) -> Table {
        match (self, other) {
            (Table::Rational(a), Table::Rational(b)) => Table::Rational(a.plus(b)),
            _ => Table::from_fn(self.rows(), self.columns(), |i, j| self.get(i, j).plus(&other.get(i, j))),
        }
    }

    /// The opposite.
    pub fn negated(&self) -> Table {
        self.scaled(&Real::from(Rational::from_integer((-1).into())))
    }

    /// Every entry times a number.
    pub fn scaled(&self, by: &Real) -> Table {
        match (self, by.as_rational()) {
            (Table::Rational(matrix), Some(by)) => Table::Rational(matrix.scaled(by)),
            _ => Table::from_fn(self.rows(), self.columns(), |i, j| self.get(i, j).times(by)),
        }
    }

    /// The product of matrices.
    pub fn times(&self, other: &Table) -> Table {
        if let (Table::Rational(a), Table::Rational(b)) = (self, other) {
            return Table::Rational(a.times(b));
        }
        Table::from_fn(self.rows(), other.columns(), |i, j| {
            Real::sum((0..self.columns()).map(|k| self.get(i, k).times(&other.get(k, j))))
        })
    }

    /// Rows and columns exchanged.
    pub fn transposed(&self) -> Table {
        match self {
            Table::Rational(matrix) => Table::Rational(matrix.transposed()),
            Table::Real { .. } => Table::from_fn(self.columns(), self.rows(), |i, j| self.get(j, i)),
        }
    }

    /// One column.
    pub fn column(&self, column: usize) -> Table {
        match self {
            Table::Rational(matrix) => Table::Rational(matrix.select_columns(&[column])),
            Table::Real { .. } => Table::from_fn(self.rows(), 1, |i, _| self.get(i, column)),
        }
    }

    /// `[F G]`.
    pub fn beside(&self, other: &Table) -> Table {
        let split = self.columns();
        match (self, other) {
            (Table::Rational(a), Table::Rational(b)) => Table::Rational(a.beside(b)),
            _ => Table::from_fn(self.rows(), split + other.columns(), |i, j| {
                if j < split { self.get(i, j) } else { other.get(i, j - split) }
            }),
        }
    }

    /// Every row times its weight.
    pub fn weighted(&self, weights: &[Rational]) -> Table {
        match self {
            Table::Rational(matrix) => {
                let entry = |i: usize, j: usize| matrix.get(i, j) * &weights[i];
                Table::Rational(Matrix::from_fn(matrix.rows(), matrix.columns(), entry))
            }
            Table::Real { .. } => {
                let weight = |i: usize| Real::from(weights[i].clone());
                Table::from_fn(self.rows(), self.columns(), |i, j| self.get(i, j).times(&weight(i)))
            }
        }
    }

    /// The inner products `<F_i, G_j>` of columns, for these weights of the rows.
    pub fn gram(&self, other: &Table, weights: &[Rational]) -> Table {
        self.weighted(weights).transposed().times(other)
    }

    /// Every column less its mean, for weights that sum to 1.
    pub fn centred(&self, weights: &[Rational]) -> Table {
        let one = Table::Rational(Matrix::integer(self.rows(), 1, vec![1.into(); self.rows()]));
        let means = one.gram(self, weights);
        self.plus(&one.times(&means).negated())
    }

    /// The sum of the diagonal.
    pub fn trace(&self) -> Real {
        Real::sum((0..self.rows()).map(|i| self.get(i, i)))
    }

    /// Whether all entries agree.
    pub fn equals(&self, other: &Table) -> Truth {
        if (self.rows(), self.columns()) != (other.rows(), other.columns()) {
            return Truth::False;
        }
        if let (Table::Rational(a), Table::Rational(b)) = (self, other) {
            return Truth::from(a.minus(b).entries().iter().all(Zero::is_zero));
        }
        let mut all = Truth::True;
        for (i, j) in (0..self.rows()).flat_map(|i| (0..self.columns()).map(move |j| (i, j))) {
            all = all.and(match self.get(i, j).compare(&other.get(i, j)) {
                Ok(order) => Truth::from(order == Ordering::Equal),
                Err(exhausted) => Truth::Unknown(exhausted),
            });
            if all == Truth::False {
                break;
            }
        }
        all
    }
}

impl fmt::Display for Table {
    /// A column as `[1, 2, 3]`, anything else row by row, as `[1, 0; 0, 1]`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let separator = if self.columns() == 1 { ", " } else { "; " };
        f.write_str("[")?;
        for i in 0..self.rows() {
            f.write_str(if i > 0 { separator } else { "" })?;
            for j in 0..self.columns() {
                write!(f, "{}{}", if j > 0 { ", " } else { "" }, Shown(&self.get(i, j)))?;
            }
        }
        f.write_str("]")
    }
}
