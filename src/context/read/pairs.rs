//! [`Form::Pairs`](super::Form::Pairs).

use super::draft::{Draft, Points};
use super::records::{Record, Records};
use super::text::{Spot, Text, short};
use crate::context::limits::{long_denominator, too_many_cells};
use crate::context::{MAX_CELLS, MAX_DENOMINATOR_BITS};
use crate::error::Error;
use crate::exact::rational::Rational;
use num_traits::{One, Zero};
use std::collections::HashMap;

pub(super) fn parse(text: &Text, x: &str, a: &str, weight: Option<&str>) -> Result<Draft, Error> {
    let (header, records) = Records::with_header(text)?;
    let (x_field, a_field) = (column(text, &header, x)?, column(text, &header, a)?);
    let weight_field = weight.map(|name| column(text, &header, name)).transpose()?;
    let (mut x, mut a) = (Points::new("points of X"), Points::new("points of A"));
    let mut sums: HashMap<(usize, usize), Rational> = HashMap::new();
    for record in records {
        let record = record?;
        record.expect_len(text, header.len())?;
        let pair = (
            x.find_or_add(text, record.get(x_field), record.spot(x_field))?,
            a.find_or_add(text, record.get(a_field), record.spot(a_field))?,
        );
        let (weight, spot) = match weight_field {
            Some(field) => (text.weight(record.get(field), record.spot(field))?, record.spot(field)),
            None => (Rational::one(), record.spot(x_field)),
        };
        add(text, sums.entry(pair).or_insert_with(Rational::zero), weight, spot)?;
    }
    let rows = dense(text, x.len(), a.len(), sums)?;
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

/// Sums of unlike fractions grow with every line, so they are bounded on the way.
fn add(text: &Text, sum: &mut Rational, weight: Rational, spot: Spot) -> Result<(), Error> {
    *sum += weight;
    if sum.denom().bits() > MAX_DENOMINATOR_BITS {
        return Err(text.error(spot, long_denominator()));
    }
    Ok(())
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
