//! Lines of comma-separated fields.
//!
//! Stricter than most readers: a quote that opens no field or closes none is an error, not a guess. A
//! missing quote would otherwise swallow lines and leave a table that looks whole.

use super::text::{Spot, Text, short};
use crate::error::Error;
use std::borrow::Cow;

/// The records of a text, in order. After an error there are no more.
pub(super) struct Records<'t> {
    text: &'t Text,
    rest: &'t str,
    line: u64,
}

/// A record: at least one field.
pub(super) struct Record<'t> {
    fields: Vec<Field<'t>>,
}

struct Field<'t> {
    value: Cow<'t, str>,
    line: u64,
}

impl<'t> Record<'t> {
    /// The number of fields.
    pub fn len(&self) -> usize {
        self.fields.len()
    }

    /// The value of a field.
    pub fn get(&self, field: usize) -> &str {
        &self.fields[field].value
    }

    /// The values.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|f| f.value.as_ref())
    }

    /// Where a field is, or would be.
    pub fn spot(&self, field: usize) -> Spot {
        Spot { line: self.fields[field.min(self.len() - 1)].line, column: field as u64 + 1 }
    }

    /// Errs unless there are so many fields.
    pub fn expect_len(&self, text: &Text, expected: usize) -> Result<(), Error> {
        let found = self.len();
        if found == expected {
            return Ok(());
        }
        Err(text.error(self.spot(found.min(expected)), format!("expected {expected} fields, found {found}")))
    }

    fn is_blank(&self) -> bool {
        matches!(self.fields.as_slice(), [Field { value: Cow::Borrowed(""), .. }])
    }
}

impl<'t> Records<'t> {
    /// The records, the header among them.
    pub fn new(text: &'t Text) -> Records<'t> {
        Records { text, rest: text.content(), line: 1 }
    }

    /// The header, and the records below it. Errs if there is no header, or nothing below it.
    pub fn with_header(text: &'t Text) -> Result<(Record<'t>, Records<'t>), Error> {
        let mut records = Records::new(text);
        let start = Spot { line: 1, column: 1 };
        let header =
            records.next().unwrap_or_else(|| Err(text.error(start, "expected a header, found an empty file")))?;
        if records.rest.trim().is_empty() {
            let below = Spot { line: header.spot(0).line + 1, column: 1 };
            return Err(text.error(below, "expected a line below the header, found the end of the file"));
        }
        Ok((header, records))
    }

    fn record(&mut self) -> Result<Record<'t>, Error> {
        let mut fields = Vec::new();
        loop {
            fields.push(self.field(fields.len())?);
            match self.rest.strip_prefix(',') {
                Some(rest) => self.rest = rest,
                None => break,
            }
        }
        self.end_line();
        Ok(Record { fields })
    }

    fn field(&mut self, index: usize) -> Result<Field<'t>, Error> {
        let line = self.line;
        let spot = Spot { line, column: index as u64 + 1 };
        let blanks = self.rest.trim_start_matches([' ', '\t']);
        let value = match blanks.strip_prefix('"') {
            Some(inside) => self.quoted_field(inside, spot)?,
            None => self.bare_field(spot)?,
        };
        Ok(Field { value, line })
    }

    fn bare_field(&mut self, spot: Spot) -> Result<Cow<'t, str>, Error> {
        let (value, rest) = self.rest.split_at(self.rest.find([',', '\n', '\r']).unwrap_or(self.rest.len()));
        if value.contains('"') {
            let found = short(value);
            return Err(self
                .text
                .error(spot, format!("expected quotes around the whole field or none, found {found}")));
        }
        self.rest = rest;
        Ok(Cow::Borrowed(value.trim()))
    }

    /// `inside` begins after the opening quote; two quotes stand for one.
    fn quoted_field(&mut self, inside: &'t str, spot: Spot) -> Result<Cow<'t, str>, Error> {
        let mut end = 0;
        let (value, rest) = loop {
            let Some(quote) = inside[end..].find('"') else {
                return Err(self.text.error(spot, "expected a closing quote, found the end of the file"));
            };
            end += quote;
            if !inside[end + 1..].starts_with('"') {
                break (&inside[..end], &inside[end + 1..]);
            }
            end += 2;
        };
        self.line += line_ends(value);
        self.rest = rest.trim_start_matches([' ', '\t']);
        match self.rest.chars().next() {
            None | Some(',' | '\n' | '\r') => Ok(Cow::Owned(value.replace("\"\"", "\""))),
            Some(c) => {
                let message = format!("expected a comma or a line end after the closing quote, found {c:?}");
                Err(self.text.error(spot, message))
            }
        }
    }

    fn end_line(&mut self) {
        let ends = ["\r\n", "\n", "\r"];
        if let Some(rest) = ends.iter().find_map(|end| self.rest.strip_prefix(end)) {
            self.rest = rest;
            self.line += 1;
        }
    }
}

/// Line ends of all three kinds.
fn line_ends(value: &str) -> u64 {
    (value.split(['\n', '\r']).count() - 1 - value.matches("\r\n").count()) as u64
}

impl<'t> Iterator for Records<'t> {
    type Item = Result<Record<'t>, Error>;

    /// The next record that is not a blank line.
    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            match self.record() {
                Ok(record) if record.is_blank() => {}
                Ok(record) => return Some(Ok(record)),
                Err(error) => {
                    self.rest = "";
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::path::Path;

    fn text(content: &str) -> Text {
        Text::from_bytes(Path::new("t.csv"), content.into()).unwrap()
    }

    fn values(content: &str) -> Result<Vec<Vec<String>>, String> {
        let all: Result<Vec<_>, _> = Records::new(&text(content)).map(|r| r.map(owned)).collect();
        all.map_err(|e| e.to_string())
    }

    fn owned(record: Record) -> Vec<String> {
        record.values().map(str::to_string).collect()
    }

    #[test]
    fn fields_are_trimmed_unless_quoted() {
        let expected = [vec!["a", " b ", ""], vec!["c,\"d\"\ne"], vec![""]];
        let found = values("\r\n a ,\t\" b \" ,\r\r\n   \n\"c,\"\"d\"\"\ne\"\n\"\"").unwrap();
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_are_counted_whatever_ends_them() {
        let content = "\u{feff}a,b\r\n\r\n\"c\r\nd\ne\rf\",g\rh,i\n\n\nj,\"k";
        let text = text(content);
        let mut records = Records::new(&text);
        let mut spots = || records.next().unwrap().map(|r| (r.spot(0).line, r.spot(1).line));
        assert_eq!(spots().unwrap(), (1, 1));
        assert_eq!(spots().unwrap(), (3, 6));
        assert_eq!(spots().unwrap(), (7, 7));
        assert_eq!(spots().unwrap_err().to_string(), "t.csv:10:2: expected a closing quote, found the end of the file");
        assert!(records.next().is_none());
    }

    proptest! {
        /// Another reader's writer, with quotes everywhere, so that trimming plays no part.
        #[test]
        fn what_the_csv_crate_writes_is_read(records in prop::collection::vec(prop::collection::vec("[ a,\"\n\r]{0,4}", 1..4), 0..4)) {
            let style = csv::QuoteStyle::Always;
            let mut writer = csv::WriterBuilder::new().quote_style(style).flexible(true).from_writer(Vec::new());
            records.iter().for_each(|r| writer.write_record(r).unwrap());
            let written = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            prop_assert_eq!(values(&written), Ok(records));
        }
    }
}
