//! Which of two instances is smaller.

use super::values::height;
use crate::evaluate::{Instance, Value};
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

/// A size; sizes are compared member by member, in this order:
///
/// 1. the number of cells of the contexts,
/// 2. the sum of their counts,
/// 3. the weight of all other values: for each number `n/d`, `|n| + d - 1`,
/// 4. the number of points of X, then the counts and values themselves in the order of the statement, where
///    0 comes before 1, 1 before -1, -1 before 2.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size {
    cells: usize,
    total: BigInt,
    weight: BigInt,
    rows: usize,
    places: Vec<(BigInt, BigInt, bool)>,
}

impl Size {
    /// The size of an instance.
    pub fn of(instance: &Instance) -> Size {
        let mut size = Size { cells: 0, total: BigInt::zero(), weight: BigInt::zero(), rows: 0, places: Vec::new() };
        for (_, value) in instance.values() {
            match value {
                Value::Context(prepared) => {
                    let context = prepared.context();
                    size.cells += context.n() * context.m();
                    size.total += context.total();
                    size.rows += context.n();
                    size.places.extend(context.weights().iter().map(|w| place(&Rational::from(w.clone()))));
                }
                Value::Table(table) => {
                    for (i, j) in (0..table.rows()).flat_map(|i| (0..table.columns()).map(move |j| (i, j))) {
                        size.add(&table.get(i, j));
                    }
                }
                Value::Number(number) => size.add(number),
                Value::Point(index) | Value::System(_, index) => {
                    size.add(&Real::from(Rational::from(BigInt::from(*index))))
                }
                Value::Sample(drawn) => {
                    drawn
                        .sample
                        .counts()
                        .iter()
                        .for_each(|count| size.add(&Real::from(Rational::from(BigInt::from(*count)))));
                }
                Value::Truth(_) => {}
            }
        }
        size
    }

    fn add(&mut self, number: &Real) {
        let Some(number) = number.as_rational() else { return };
        self.weight += weight(number);
        self.places.push(place(number));
    }
}

/// `|n| + d - 1`: 0 of 0, 1 of 1 and -1, 2 of 2 and 1/2.
pub fn weight(number: &Rational) -> BigInt {
    number.numer().abs() + number.denom() - 1
}

/// Compares in the order 0, 1, -1, 2, 1/2, ...
fn place(number: &Rational) -> (BigInt, BigInt, bool) {
    let rank = if number.is_zero() { BigInt::zero() } else { height(number) };
    (rank, number.denom().clone(), number.is_negative())
}
