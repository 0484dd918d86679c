//! [`Form::Table`](super::Form::Table).

use super::draft::{Draft, Points};
use super::records::{Record, Records};
use super::text::Text;
use crate::context::MAX_CELLS;
use crate::context::limits::too_many_cells;
use crate::error::Error;
use crate::exact::rational::Rational;

pub(super) fn parse(text: &Text) -> Result<Draft, Error> {
    let (header, records) = Records::with_header(text)?;
    let a = columns(text, &header)?;
    refuse_too_many_cells(text, a.len())?;
    let mut x = Points::new("rows");
    let mut rows = Vec::new();
    for record in records {
        let record = record?;
        x.add(text, record.get(0), record.spot(0))?;
        rows.push(numbers(&record, text, header.len(), Text::weight)?);
    }
    Ok(Draft { x, a, rows })
}

/// Before a number is read, since a table of numbers is much larger than its text.
pub(super) fn refuse_too_many_cells(text: &Text, columns: usize) -> Result<(), Error> {
    let rows = Records::new(text).count() - 1;
    if rows * columns > MAX_CELLS { Err(text.error_in_whole(too_many_cells(rows, columns))) } else { Ok(()) }
}

/// The labels of a header behind its first field.
pub(super) fn columns(text: &Text, header: &Record) -> Result<Points, Error> {
    if header.len() == 1 {
        let hint = if header.get(0).contains([';', '\t']) { " (fields are separated by commas)" } else { "" };
        return Err(text.error(header.spot(1), format!("expected at least 2 fields, found 1{hint}")));
    }
    let mut labels = Points::new("columns");
    for field in 1..header.len() {
        labels.add(text, header.get(field), header.spot(field))?;
    }
    Ok(labels)
}

/// The numbers of a record behind its first field.
pub(super) fn numbers(
    record: &Record,
    text: &Text,
    fields: usize,
    number: impl Fn(&Text, &str, super::text::Spot) -> Result<Rational, Error>,
) -> Result<Vec<Rational>, Error> {
    record.expect_len(text, fields)?;
    (1..fields).map(|field| number(text, record.get(field), record.spot(field))).collect()
}
