//! The text of a file, and places in it.

use crate::error::{Error, Place};
use crate::exact::rational::{Rational, parse_rational};
use num_traits::Signed;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The most bytes that are read from a file.
pub const MAX_BYTES: u64 = 1 << 28;

/// A file that has been read: UTF-8, without byte order mark.
pub(super) struct Text {
    path: PathBuf,
    content: String,
}

/// A line and a column. In CSV the column is the number of the field, in JSON of the byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub line: u64,
    pub column: u64,
}

impl Text {
    /// Reads a file. Errs if it is not there, is too long, or is not UTF-8.
    pub fn open(path: &Path) -> Result<Text, Error> {
        let io = |e: std::io::Error| Error::io(path, &e);
        let file = File::open(path).map_err(io)?;
        if file.metadata().map_err(io)?.is_dir() {
            return Err(Error::at(Place::file(path), "expected a file, found a directory"));
        }
        let mut bytes = Vec::new();
        file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(io)?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(Error::at(Place::file(path), format!("expected at most {MAX_BYTES} bytes, found more")));
        }
        Text::from_bytes(path, bytes)
    }

    /// The bytes as the content of a file of this name.
    pub fn from_bytes(path: &Path, bytes: Vec<u8>) -> Result<Text, Error> {
        let mut content =
            String::from_utf8(bytes).map_err(|e| not_utf8(path, e.as_bytes(), e.utf8_error().valid_up_to()))?;
        if content.starts_with('\u{feff}') {
            content.remove(0);
        }
        Ok(Text { path: path.to_path_buf(), content })
    }

    /// All of it.
    pub fn content(&self) -> &str {
        &self.content
    }

    /// Something wrong at a spot.
    pub fn error(&self, spot: Spot, message: impl Into<String>) -> Error {
        Error::at(Place::cell(&self.path, spot.line, spot.column), message)
    }

    /// Something wrong with the file as a whole.
    pub fn error_in_whole(&self, message: impl Into<String>) -> Error {
        Error::at(Place::file(&self.path), message)
    }

    /// The number in a cell.
    pub fn number(&self, cell: &str, spot: Spot) -> Result<Rational, Error> {
        parse_rational(cell).map_err(|e| self.error(spot, format!("expected a number, {e}")))
    }

    /// The number in a cell that may not be negative.
    pub fn weight(&self, cell: &str, spot: Spot) -> Result<Rational, Error> {
        let weight = self.number(cell, spot)?;
        if weight.is_negative() {
            return Err(self.error(spot, format!("expected a weight that is not negative, found {}", short(cell))));
        }
        Ok(weight)
    }
}

/// Text from a file in quotes, on one line, and shortened if it is long.
pub(super) use crate::exact::rational::quoted as short;

fn not_utf8(path: &Path, bytes: &[u8], valid_up_to: usize) -> Error {
    let line = 1 + bytes[..valid_up_to].iter().filter(|&&b| b == b'\n').count() as u64;
    let found = bytes[valid_up_to];
    Error::at(Place::line(path, line), format!("expected UTF-8 text, found the byte 0x{found:02x}"))
}
