//! [`Form::Json`](super::Form::Json).

use super::draft::{Draft, Points};
use super::text::{Spot, Text, short};
use crate::context::MAX_CELLS;
use crate::context::limits::{affordable_denominator, too_many_cells};
use crate::error::Error;
use crate::exact::rational::{Rational, fraction};
use num_bigint::BigInt;
use num_traits::One;
use serde::Deserialize;
use serde_json::value::RawValue;

/// Everything keeps its own text, which has the places and the exact numbers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
struct Document<'t> {
    #[serde(borrow)]
    x: Vec<&'t RawValue>,
    #[serde(borrow)]
    a: Vec<&'t RawValue>,
    #[serde(borrow)]
    joint: Vec<&'t RawValue>,
}

pub(super) fn parse(text: &Text) -> Result<Draft, Error> {
    let source = Source::new(text);
    source.expect_object()?;
    let document: Document = serde_json::from_str(text.content()).map_err(|e| malformed(text, &e))?;
    let x = source.labels("labels on X", &document.x)?;
    let a = source.labels("labels on A", &document.a)?;
    if x.len() * a.len() > MAX_CELLS {
        return Err(text.error_in_whole(too_many_cells(x.len(), a.len())));
    }
    if document.joint.len() != x.len() {
        let (expected, found) = (x.len(), document.joint.len());
        return Err(
            text.error_in_whole(format!("expected {expected} rows in \"joint\", one for each x, found {found}"))
        );
    }
    let rows = document.joint.iter().map(|row| source.row(row, a.len())).collect::<Result<Vec<_>, _>>()?;
    check_sum(text, &rows)?;
    Ok(Draft { x, a, rows })
}

const EXPECTED: &str = r#"{"x": [labels], "a": [labels], "joint": [[numbers], ...]}"#;

fn malformed(text: &Text, error: &serde_json::Error) -> Error {
    let full = error.to_string();
    let found = full.strip_suffix(&format!(" at line {} column {}", error.line(), error.column())).unwrap_or(&full);
    // It may quote the file: line breaks and any length.
    let found: String = found.chars().take(120).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let spot = Spot { line: error.line().max(1) as u64, column: error.column().max(1) as u64 };
    text.error(spot, format!("expected {EXPECTED}, found an error: {found}"))
}

/// Counts may have any sum; numbers that are not all integers are probabilities.
fn check_sum(text: &Text, rows: &[Vec<Rational>]) -> Result<(), Error> {
    let entries = || rows.iter().flatten();
    let denominator = affordable_denominator(entries).map_err(|e| text.error_in_whole(e.message()))?;
    let sum: BigInt = entries().map(|w| w.numer() * (&denominator / w.denom())).sum();
    if denominator.is_one() || sum == denominator {
        return Ok(());
    }
    let found = fraction(&Rational::new(sum, denominator));
    Err(text
        .error_in_whole(format!("expected probabilities that sum to 1, or integers, found the sum {}", short(&found))))
}

/// The text with the places of its lines: values of the document are slices of it.
struct Source<'t> {
    text: &'t Text,
    line_starts: Vec<usize>,
}

impl<'t> Source<'t> {
    fn new(text: &'t Text) -> Source<'t> {
        let line_starts = std::iter::once(0).chain(text.content().match_indices('\n').map(|(i, _)| i + 1)).collect();
        Source { text, line_starts }
    }

    /// Without this, a list of three would be read as the three fields in their order.
    fn expect_object(&self) -> Result<(), Error> {
        let content = self.text.content().trim_start();
        match content.chars().next() {
            Some('{') | None => Ok(()),
            Some(c) => Err(self.text.error(self.spot(content), format!("expected {EXPECTED}, found {c:?}"))),
        }
    }

    /// Where a slice of the text begins.
    fn spot(&self, slice: &str) -> Spot {
        let offset = slice.as_ptr().addr() - self.text.content().as_ptr().addr();
        let line = self.line_starts.partition_point(|&start| start <= offset);
        Spot { line: line as u64, column: (offset - self.line_starts[line - 1]) as u64 + 1 }
    }

    fn labels(&self, side: &'static str, values: &[&RawValue]) -> Result<Points, Error> {
        let mut points = Points::new(side);
        for value in values {
            let label = string(value).ok_or_else(|| self.mismatch(value, "a label in quotes"))?;
            points.add(self.text, &label, self.spot(value.get()))?;
        }
        Ok(points)
    }

    fn row(&self, value: &RawValue, m: usize) -> Result<Vec<Rational>, Error> {
        let entries: Vec<&RawValue> =
            serde_json::from_str(value.get()).map_err(|_| self.mismatch(value, "a row in brackets"))?;
        if entries.len() != m {
            let message = format!("expected {m} entries in the row, one for each a, found {}", entries.len());
            return Err(self.text.error(self.spot(value.get()), message));
        }
        // Entries borrow from the row, which borrows from the text.
        entries.into_iter().map(|entry| self.entry(entry)).collect()
    }

    fn entry(&self, value: &RawValue) -> Result<Rational, Error> {
        let spot = self.spot(value.get());
        if let Some(number) = string(value) {
            return self.text.weight(&number, spot);
        }
        if !value.get().starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            return Err(self.mismatch(value, "an integer, or a number in quotes"));
        }
        if value.get().contains(['.', 'e', 'E']) {
            let found = short(value.get()).replace('"', "");
            let message = format!("expected an integer, or a number in quotes, found {found} (write \"{found}\")");
            return Err(self.text.error(spot, message));
        }
        self.text.weight(value.get(), spot)
    }

    fn mismatch(&self, value: &RawValue, expected: &str) -> Error {
        let found = match value.get().as_bytes()[0] {
            b'[' => "an array".into(),
            b'{' => "an object".into(),
            _ => short(value.get()),
        };
        self.text.error(self.spot(value.get()), format!("expected {expected}, found {found}"))
    }
}

fn string(value: &RawValue) -> Option<String> {
    serde_json::from_str(value.get()).ok()
}
