//! [`Form::Pairs`](super::Form::Pairs).

use super::draft::{Draft, Points};
use super::records::{Record, Records};
use super::text::{Spot, Text, short};
use crate::context::limits::{long_denominator, too_many_cells};
use crate::context::{MAX_CELLS, MAX_DENOMINATOR_BITS};
use crate::error::Error;
use crate::exact::rational::{Rational, missing_factor};
use num_bigint::BigInt;
use num_traits::{One, Zero};
use std::collections::HashMap;

pub(super) fn parse(text: &Text, x: &str, a: &str, weight: Option<&str>) -> Result<Draft, Error> {
    let (header, records) = Records::with_header(text)?;
    let (x_field, a_field) = (column(text, &header, x)?, column(text, &header, a)?);
    let weight_field = weight.map(|name| column(text, &header, name)).transpose()?;
    let (mut x, mut a) = (Points::new("points of X"), Points::new("points of A"));
    let mut sums: HashMap<(usize, usize), Sum> = HashMap::new();
    for record in records {
        let record = record?;
        record.expect_len(text, header.len())?;
        let here = x.find_or_add(text, record.get(x_field), record.spot(x_field))?;
        let there = a.find_or_add(text, record.get(a_field), record.spot(a_field))?;
        let sum = sums.entry((here, there)).or_insert_with(Sum::zero);
        match weight_field {
            Some(field) => sum.add_cell(text, record.get(field), record.spot(field))?,
            None => sum.numerator += &sum.denominator,
        }
    }
    let rows = dense(text, x.len(), a.len(), sums.into_iter().map(|(pair, sum)| (pair, sum.value())))?;
    Ok(Draft { x, a, rows })
}

/// The only field of the header with this name.
fn column(text: &Text, header: &Record, name: &str) -> Result<usize, Error> {
    let mut named = (0..header.len()).filter(|&field| header.get(field) == name);
    let name = short(name);
    let Some(first) = named.next() else {
        let found: Vec<String> = header.values().take(10).map(short).collect();
        let message = format!("expected a column named {name}, found {}", found.join(", "));
        return Err(text.error(header.spot(0), message));
    };
    match named.next() {
        Some(second) => {
            Err(text.error(header.spot(second), format!("expected one column named {name}, found another")))
        }
        None => Ok(first),
    }
}

/// A sum of weights, not in lowest terms: over the least common denominator of its terms. Lowest terms
/// after every line would take much longer.
struct Sum {
    numerator: BigInt,
    denominator: BigInt,
}

impl Sum {
    fn zero() -> Sum {
        Sum { numerator: BigInt::zero(), denominator: BigInt::one() }
    }

    fn add_cell(&mut self, text: &Text, cell: &str, spot: Spot) -> Result<(), Error> {
        let weight = text.weight(cell, spot)?;
        let factor = missing_factor(&self.denominator, weight.denom());
        self.numerator *= &factor;
        self.denominator *= factor;
        self.numerator += weight.numer() * (&self.denominator / weight.denom());
        if self.denominator.bits() > MAX_DENOMINATOR_BITS {
            return Err(text.error(spot, long_denominator()));
        }
        Ok(())
    }

    fn value(self) -> Rational {
        Rational::new(self.numerator, self.denominator)
    }
}

/// All cells, zero where there is no weight.
pub(super) fn dense(
    text: &Text,
    n: usize,
    m: usize,
    weights: impl IntoIterator<Item = ((usize, usize), Rational)>,
) -> Result<Vec<Vec<Rational>>, Error> {
    if n * m > MAX_CELLS {
        return Err(text.error_in_whole(too_many_cells(n, m)));
    }
    let mut rows = vec![vec![Rational::zero(); m]; n];
    weights.into_iter().for_each(|((x, a), weight)| rows[x][a] = weight);
    Ok(rows)
}
