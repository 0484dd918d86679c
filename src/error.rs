//! Bad input and failing files. Nothing else in this crate is an error: a term without value is
//! [`Undefined`](crate::exact::truth::Undefined), a spent budget is
//! [`Exhausted`](crate::exact::truth::Exhausted), and our own mistakes panic.

use std::fmt;
use std::path::Path;

/// What is wrong with an input, and where. Its message is one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    place: Option<Place>,
    message: String,
}

/// A place in a file; lines and columns count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    file: String,
    line: Option<u64>,
    column: Option<u64>,
}

impl Place {
    /// The file as a whole.
    pub fn file(path: &Path) -> Place {
        Place { file: path.display().to_string(), line: None, column: None }
    }

    /// A line of the file.
    pub fn line(path: &Path, line: u64) -> Place {
        Place { line: Some(line), ..Place::file(path) }
    }

    /// A line and a column. For a delimited file the column is the number of the field.
    pub fn cell(path: &Path, line: u64, column: u64) -> Place {
        Place { column: Some(column), ..Place::line(path, line) }
    }
}

impl Error {
    /// Something wrong that has no place in a file.
    pub fn new(message: impl Into<String>) -> Error {
        Error { place: None, message: message.into() }
    }

    /// Something wrong at a place.
    pub fn at(place: Place, message: impl Into<String>) -> Error {
        Error { place: Some(place), message: message.into() }
    }

    /// A file that cannot be read or written.
    pub fn io(path: &Path, error: &std::io::Error) -> Error {
        Error::at(Place::file(path), error.to_string())
    }

    /// Where it is, if it has a place.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// What was expected and what was found.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{number}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_begins_with_its_place() {
        let path = Path::new("t.csv");
        assert_eq!(Error::at(Place::cell(path, 3, 2), "no").to_string(), "t.csv:3:2: no");
        assert_eq!(Error::at(Place::line(path, 3), "no").to_string(), "t.csv:3: no");
        assert_eq!(Error::at(Place::file(path), "no").to_string(), "t.csv: no");
        assert_eq!(Error::new("no").to_string(), "no");
    }
}
