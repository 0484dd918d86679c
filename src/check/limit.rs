//! How much work a certificate may ask for: enough for all that are meant to be checked, and an end for others.

use crate::certificate::Number;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, common_denominator};
use std::cell::Cell;

/// About so many elementary steps, some ten seconds.
const MOST_WORK: u64 = 1 << 33;

/// The common denominator of a table has at most so many bits.
const MOST_BITS: u64 = 1 << 17;

/// What is left of the work.
pub(super) struct Limit {
    left: Cell<u64>,
}

/// Nothing is left.
pub(super) struct Spent;

impl Limit {
    pub fn new() -> Limit {
        Limit { left: Cell::new(MOST_WORK) }
    }

    /// So many operations on numbers of so many bits. A product of rationals in lowest terms takes some hundred
    /// steps for each pair of words.
    pub fn spend(&self, operations: usize, bits: u64) -> Result<(), Spent> {
        let words = bits / 64 + 1;
        let work = (operations as u64).saturating_mul(words.saturating_mul(words).saturating_mul(64));
        let left = self.left.get().checked_sub(work.saturating_add(16)).ok_or(Spent)?;
        self.left.set(left);
        Ok(())
    }
}

/// The matrix with these rows; `None` if they do not have this shape, or the numbers are too long to be put
/// over one denominator.
pub(super) fn matrix_of(rows: &[Vec<Number>], height: usize, width: usize) -> Option<Matrix> {
    if rows.len() != height || rows.iter().any(|row| row.len() != width) {
        return None;
    }
    let values: Vec<Rational> = rows.iter().flatten().map(|n| n.0.clone()).collect();
    common_denominator(&values, MOST_BITS)?;
    Some(Matrix::rational(height, width, &values))
}
