//! What terms denote for the checker, and why a term was given no value.

use super::context::Context;
use super::interval::Interval;
use super::sample::Counts;
use super::system::Singular;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::tree::Span;
use std::rc::Rc;

/// A value.
#[derive(Clone)]
pub(super) enum Value {
    /// `None` if it has a value that the bounds do not decide.
    Truth(Option<bool>),
    Number(Interval),
    Table(Rc<Table>),
    Context(Context),
    System(Rc<Singular>),
    /// Counted from 0.
    Point(usize),
    Sample(Counts),
}

/// A table of intervals, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub rows: usize,
    pub columns: usize,
    pub entries: Vec<Interval>,
}

/// A term at a place, and what is said of it, as a clause.
#[derive(Clone, Debug)]
pub(super) struct Note {
    pub span: Span,
    pub reason: String,
}

/// Why there is no value.
#[derive(Clone, Debug)]
pub(super) enum Stop {
    /// The term has none.
    Undefined(Note),
    /// It may have one that the certificate does not show.
    NotShown(Note),
}

impl Stop {
    pub fn undefined<T>(span: &Span, reason: impl Into<String>) -> Result<T, Stop> {
        Err(Stop::Undefined(Note { span: span.clone(), reason: reason.into() }))
    }

    /// The first of two if it is undefined, else the second if that is: where both terms are evaluated.
    pub fn either(self, other: Option<Stop>) -> Stop {
        match (self, other) {
            (Stop::NotShown(_), Some(undefined @ Stop::Undefined(_))) => undefined,
            (first, _) => first,
        }
    }

    pub fn not_shown<T>(span: &Span, reason: impl Into<String>) -> Result<T, Stop> {
        Err(Stop::NotShown(Note { span: span.clone(), reason: reason.into() }))
    }
}

/// Two values that are both needed: one that is undefined wins over one that is not shown.
pub(super) fn both<A, B>(a: Result<A, Stop>, b: Result<B, Stop>) -> Result<(A, B), Stop> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(a), b) => Err(a.either(b.err())),
        (_, Err(b)) => Err(b),
    }
}

/// Values that are all needed: one that is undefined wins over those that are not shown.
pub(super) fn all<T>(values: impl IntoIterator<Item = Result<T, Stop>>) -> Result<Vec<T>, Stop> {
    let mut found = Ok(Vec::new());
    for value in values {
        found = both(found, value).map(|(mut found, value)| {
            found.push(value);
            found
        });
    }
    found
}

impl Table {
    pub fn from_fn(rows: usize, columns: usize, mut entry: impl FnMut(usize, usize) -> Interval) -> Table {
        let mut entries = Vec::with_capacity(rows * columns);
        for i in 0..rows {
            entries.extend((0..columns).map(|j| entry(i, j)));
        }
        Table { rows, columns, entries }
    }

    pub fn of(matrix: &Matrix) -> Table {
        Table::from_fn(matrix.rows(), matrix.columns(), |i, j| matrix.get(i, j).into())
    }

    pub fn column_of(values: &[Rational]) -> Table {
        Table::from_fn(values.len(), 1, |i, _| values[i].clone().into())
    }

    pub fn get(&self, row: usize, column: usize) -> &Interval {
        &self.entries[row * self.columns + column]
    }

    /// The matrix, if every entry is a point.
    pub fn points(&self) -> Option<Matrix> {
        let values: Option<Vec<Rational>> = self.entries.iter().map(|e| e.point().cloned()).collect();
        Some(Matrix::rational(self.rows, self.columns, &values?))
    }

    /// How many bits the longest entry has.
    pub fn bits(&self) -> u64 {
        self.entries.iter().map(Interval::bits).max().unwrap_or(1)
    }

    pub fn map(&self, apply: impl Fn(&Interval) -> Interval) -> Table {
        Table { entries: self.entries.iter().map(apply).collect(), ..*self }
    }

    pub fn plus(&self, other: &Table) -> Table {
        let sums = self.entries.iter().zip(&other.entries).map(|(a, b)| a.plus(b));
        Table { entries: sums.collect(), ..*self }
    }

    pub fn minus(&self, other: &Table) -> Table {
        self.plus(&other.map(Interval::negated))
    }

    pub fn times(&self, other: &Table) -> Table {
        Table::from_fn(self.rows, other.columns, |i, j| {
            // Most entries of a diagonal, or of an empirical distribution, are zero.
            let both = (0..self.columns).map(|k| (self.get(i, k), other.get(k, j)));
            let products = both.filter(|(a, b)| !a.is_zero() && !b.is_zero()).map(|(a, b)| a.times(b));
            products.fold(Interval::integer(0), |sum, product| sum.plus(&product))
        })
    }

    pub fn transposed(&self) -> Table {
        Table::from_fn(self.columns, self.rows, |i, j| self.get(j, i).clone())
    }

    /// Every row times its weight.
    pub fn weighted(&self, weights: &[Rational]) -> Table {
        let weight = |i: usize| Interval::from(weights[i].clone());
        Table::from_fn(self.rows, self.columns, |i, j| self.get(i, j).times(&weight(i)))
    }

    /// `sum_i w_i F_ij G_ik`.
    pub fn gram(&self, other: &Table, weights: &[Rational]) -> Table {
        self.weighted(weights).transposed().times(other)
    }

    /// Every column less its mean, for weights that sum to 1.
    pub fn centred(&self, weights: &[Rational]) -> Table {
        let one = Table::from_fn(self.rows, 1, |_, _| Interval::integer(1));
        self.minus(&one.times(&one.gram(self, weights)))
    }
}
