//! What the commands read.

use crate::context::read::{Form, ZeroMass, parse_function, read, read_function};
use crate::context::{Context, Function, X};
use crate::error::Error;
use crate::exact::rational::{Rational, parse_rational};
use clap::Args;
use num_traits::Signed;
use std::path::{Path, PathBuf};

/// Where the context comes from.
#[derive(Args)]
pub struct Source {
    /// The context: a table of counts in CSV, JSON if the name ends in .json
    file: PathBuf,
    #[command(flatten)]
    form: FormArguments,
}

/// Where the context comes from, if it comes from a file.
#[derive(Args)]
pub struct OptionalSource {
    /// A context: a table of counts in CSV, JSON if the name ends in .json
    file: Option<PathBuf>,
    #[command(flatten)]
    form: FormArguments,
}

/// How a file holds a context.
#[derive(Args)]
struct FormArguments {
    /// The file has one observation a row: its x and its a in the columns --x and --a
    #[arg(long, requires_all = ["x", "a"], conflicts_with = "graph")]
    pairs: bool,
    /// The column that holds x
    #[arg(long, value_name = "COLUMN", requires = "pairs")]
    x: Option<String>,
    /// The column that holds a
    #[arg(long, value_name = "COLUMN", requires = "pairs")]
    a: Option<String>,
    /// The column that holds the weight of an observation
    #[arg(long, value_name = "COLUMN", requires = "pairs")]
    weight: Option<String>,
    /// The file has one edge a row: u,v or u,v,weight, undirected
    #[arg(long)]
    graph: bool,
    /// Refuse rows and columns without mass instead of leaving them out
    #[arg(long)]
    strict: bool,
}

impl Source {
    /// The context in it.
    pub fn context(&self) -> Result<Context, Error> {
        self.form.read(&self.file)
    }
}

impl OptionalSource {
    /// The context in it, if there is a file.
    pub fn context(&self) -> Result<Option<Context>, Error> {
        self.file.as_deref().map(|file| self.form.read(file)).transpose()
    }
}

impl FormArguments {
    fn read(&self, file: &Path) -> Result<Context, Error> {
        let form = match (&self.x, &self.a) {
            (Some(x), Some(a)) if self.pairs => Form::Pairs { x: x.clone(), a: a.clone(), weight: self.weight.clone() },
            _ if self.graph => Form::Edges,
            _ => Form::suggested_by(file),
        };
        read(file, &form, if self.strict { ZeroMass::Refuse } else { ZeroMass::Remove })
    }
}

/// A task on X from a file, or written out as a list of values. What is not a file and begins like a
/// number is a list.
pub fn task(argument: &str, context: &Context) -> Result<Function<X>, Error> {
    let path = Path::new(argument);
    let like_a_number = argument.trim_start().starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    if path.exists() || !like_a_number {
        read_function(path, context)
    } else {
        parse_function(argument, context).map_err(|e| Error::new(format!("--task: {e}")))
    }
}

/// A number.
pub fn number(text: &str) -> Result<Rational, Error> {
    parse_rational(text).map_err(|reason| Error::new(format!("expected a number, {reason}")))
}

/// A positive number.
pub fn positive(text: &str) -> Result<Rational, Error> {
    match number(text)? {
        value if value.is_positive() => Ok(value),
        _ => Err(Error::new(format!("expected a positive number, found {text}"))),
    }
}

/// The most numbers that a list of ranges may stand for.
const MOST_COUNTS: usize = 10_000;

/// Increasing counts, written as numbers and ranges with both ends included: `1..4,8,16`.
pub fn counts(text: &str) -> Result<Box<[usize]>, Error> {
    let number = |part: &str| -> Result<usize, Error> {
        let digits = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let read = digits.then(|| part.parse().ok()).flatten();
        read.ok_or_else(|| Error::new(format!("expected numbers or ranges such as 1..4,8, found {text:?}")))
    };
    let mut found = Vec::new();
    for part in text.split(',').map(str::trim) {
        let (from, to) = match part.split_once("..") {
            Some((from, to)) => (number(from)?, number(to)?),
            None => (number(part)?, number(part)?),
        };
        if to < from {
            return Err(Error::new(format!("the range {part} is empty: its first number is the larger")));
        }
        if to - from >= MOST_COUNTS - found.len() {
            return Err(Error::new(format!("expected at most {MOST_COUNTS} numbers, found more")));
        }
        if found.last().is_some_and(|&last| from <= last) {
            return Err(Error::new(format!("expected increasing numbers, found {text:?}")));
        }
        found.extend(from..=to);
    }
    Ok(found.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_ranges_and_numbers() {
        let read = |text: &str| counts(text).map(|c| c.to_vec()).map_err(|e| e.to_string());
        assert_eq!(read("3"), Ok(vec![3]));
        assert_eq!(read("0..2"), Ok(vec![0, 1, 2]));
        assert_eq!(read("1..3, 8,10..10"), Ok(vec![1, 2, 3, 8, 10]));
        for (text, message) in [
            ("5..2", "is empty"),
            ("", "expected numbers or ranges"),
            ("1,,2", "expected numbers or ranges"),
            ("-1..2", "expected numbers or ranges"),
            ("1..", "expected numbers or ranges"),
            ("1...3", "expected numbers or ranges"),
            ("99999999999999999999", "expected numbers or ranges"),
            ("1..18446744073709551615", "at most 10000"),
            ("0..9999,10000", "at most 10000"),
            ("1..3,3", "increasing"),
        ] {
            let found = read(text).unwrap_err();
            assert!(found.contains(message), "{text}: {found}");
        }
    }
}
