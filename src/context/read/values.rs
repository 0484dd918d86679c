//! Functions and encoders, whose values are matched to points by label.

use super::records::{Record, Records};
use super::table::{columns, numbers, refuse_too_many_cells};
use super::text::{Text, short};
use crate::context::limits::affordable_denominator;
use crate::context::{Context, Encoder, Function, Side};
use crate::error::Error;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, parse_rational};
use std::collections::HashMap;
use std::path::Path;

/// An encoder on a side, from a CSV file: the header `label,phi1,phi2,...`, with names of features that
/// are free but distinct, then a line for each point. Coordinates of points are read the same way.
///
/// Every point has one line, in any order. Points that were removed from the context may have one; it is
/// left out. Errs if a point is missing, unknown or given twice, and on whatever is no number.
pub fn read_encoder<S: Side>(path: &Path, context: &Context) -> Result<Encoder<S>, Error> {
    encoder(&Text::open(path)?, context)
}

/// A function on a side, from a CSV file with two columns and the header `label,value`: an encoder with one
/// feature. Errs like [`read_encoder`], and on more columns.
pub fn read_function<S: Side>(path: &Path, context: &Context) -> Result<Function<S>, Error> {
    let text = Text::open(path)?;
    let (header, _) = Records::with_header(&text)?;
    header.expect_len(&text, 2)?;
    Ok(encoder(&text, context)?.feature(0))
}

/// A function on a side, from numbers with commas between, in the order of the points: `1,0,-1/2`.
/// Errs on a wrong number of them, and on whatever is no number.
pub fn parse_function<S: Side>(list: &str, context: &Context) -> Result<Function<S>, Error> {
    let cells: Vec<&str> = list.split(',').collect();
    let (expected, found) = (context.size::<S>(), cells.len());
    if found != expected {
        return Err(Error::new(format!(
            "expected {expected} values, one for each point of {}, found {found}",
            S::NAME
        )));
    }
    let value = |(i, cell): (usize, &&str)| {
        parse_rational(cell).map_err(|e| Error::new(format!("value {}: expected a number, {e}", i + 1)))
    };
    Ok(Function::new(cells.iter().enumerate().map(value).collect::<Result<_, _>>()?))
}

fn encoder<S: Side>(text: &Text, context: &Context) -> Result<Encoder<S>, Error> {
    let (header, records) = Records::with_header(text)?;
    let dimension = columns(text, &header)?.len();
    refuse_too_many_cells(text, dimension)?;
    let mut slots = Slots::new::<S>(context);
    for record in records {
        let record = record?;
        let values = numbers(&record, text, header.len(), Text::number)?;
        slots.fill(text, &record, values)?;
    }
    let values = slots.filled(text)?;
    affordable_denominator(|| values.iter()).map_err(|e| text.error_in_whole(e.message()))?;
    Ok(Encoder::new(Matrix::rational(context.size::<S>(), dimension, &values)))
}

/// The values of each point, as far as they are known.
struct Slots<'c> {
    side: &'static str,
    labels: &'c [String],
    index: HashMap<&'c str, usize>,
    removed: HashMap<&'c str, Option<u64>>,
    given: Vec<Option<(Vec<Rational>, u64)>>,
}

impl<'c> Slots<'c> {
    fn new<S: Side>(context: &'c Context) -> Slots<'c> {
        let labels = S::labels(context);
        let removed = S::removed(context).iter().map(|label| (label.as_str(), None)).collect();
        let index = labels.iter().map(String::as_str).zip(0..).collect();
        Slots { side: S::NAME, labels, index, removed, given: vec![None; labels.len()] }
    }

    fn fill(&mut self, text: &Text, record: &Record, values: Vec<Rational>) -> Result<(), Error> {
        let (label, spot) = (record.get(0), record.spot(0));
        let earlier = match (self.index.get(label), self.removed.get_mut(label)) {
            (Some(&point), _) => self.given[point].replace((values, spot.line)).map(|(_, line)| line),
            (None, Some(line)) => line.replace(spot.line),
            (None, None) => {
                let message = format!("expected the label of a point of {}, found {}", self.side, short(label));
                return Err(text.error(spot, message));
            }
        };
        match earlier {
            Some(line) => {
                let message = format!("expected every point once, found {} again (first on line {line})", short(label));
                Err(text.error(spot, message))
            }
            None => Ok(()),
        }
    }

    /// Row-major.
    fn filled(self, text: &Text) -> Result<Vec<Rational>, Error> {
        if let Some(missing) = self.given.iter().position(Option::is_none) {
            let label = short(&self.labels[missing]);
            let message =
                format!("expected a line for each point of {} below the header, found none for {label}", self.side);
            return Err(text.error_in_whole(message));
        }
        Ok(self.given.into_iter().flatten().flat_map(|(values, _)| values).collect())
    }
}
