//! Contexts, functions and encoders from files.
//!
//! Every number is read exactly: `0.1` is 1/10. Whatever is wrong with a file is one [`Error`] that says
//! where it is, what was expected and what was found.
//!
//! What all CSV forms have in common: UTF-8, with or without a byte order mark; commas between fields,
//! quotes around fields that hold commas, quotes or line breaks; any line end; blank lines are skipped, and
//! blanks around a field that is not quoted are no part of it. A file has at most [`MAX_BYTES`] bytes.
//!
//! ```
//! use contexture::context::read::{parse_function, read_table};
//! use contexture::context::X;
//! use contexture::exact::rational::{integer, ratio};
//!
//! let context = read_table("data/haireye.csv".as_ref())?;
//! assert_eq!(context.x_labels(), ["Black", "Brown", "Red", "Blond"]);
//! assert_eq!(context.mass(), &integer(592));
//! assert_eq!(context.mean(&parse_function::<X>("0, 0, 0, 1", &context)?), ratio(127, 592));
//! # Ok::<(), contexture::error::Error>(())
//! ```

mod draft;
mod edges;
mod json;
mod pairs;
mod records;
mod table;
mod text;
mod values;

pub use text::MAX_BYTES;
pub use values::{parse_function, read_encoder, read_function};

use super::Context;
use crate::error::Error;
use std::path::Path;
use text::Text;

/// How a file holds a context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// CSV: the labels of A in the first line, after a cell that is free; then a line for each x, its label
    /// and its weights.
    Table,
    /// CSV: one observation a line, its x and its a in the columns with these names, and its weight in a
    /// third (1 where there is none). Weights of equal pairs are added; points are in order of first
    /// appearance.
    Pairs {
        /// The column that holds x.
        x: String,
        /// The column that holds a.
        a: String,
        /// The column that holds weights.
        weight: Option<String>,
    },
    /// CSV with the header `u,v`, `source,target` or `from,to`, and `weight` as a third column where edges
    /// are weighted: an undirected graph. Its context has the vertices as X and as A, and
    /// `P(u, v) = w(u, v) / sum w`, so that an edge between two vertices fills two cells and a self-loop
    /// one. Vertices are in order of first appearance, or in the order of integers if all are integers.
    Edges,
    /// `{"x": [labels], "a": [labels], "joint": [["1/24", ...], ...]}`, a row for each x. Entries are
    /// strings that hold numbers, or integers. If all are integers they are counts; else they sum to 1.
    Json,
}

impl Form {
    /// The form that the name of a file suggests: JSON if it ends in `.json`, else a table.
    pub fn suggested_by(path: &Path) -> Form {
        let json = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
        if json { Form::Json } else { Form::Table }
    }
}

/// What becomes of points without mass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZeroMass {
    /// They are left out, and listed in [`Context::removed`].
    Remove,
    /// They are an error.
    Refuse,
}

/// The context in a file.
///
/// Errs if the file cannot be read, does not have the form, or holds no context ([`Context::new`]), and on
/// labels that are blank.
pub fn read(path: &Path, form: &Form, zero_mass: ZeroMass) -> Result<Context, Error> {
    let text = Text::open(path)?;
    let draft = match form {
        Form::Table => table::parse(&text)?,
        Form::Pairs { x, a, weight } => pairs::parse(&text, x, a, weight.as_deref())?,
        Form::Edges => edges::parse(&text)?,
        Form::Json => json::parse(&text)?,
    };
    draft.context(&text, zero_mass)
}

/// [`read`] for [`Form::Table`]; points without mass are removed.
pub fn read_table(path: &Path) -> Result<Context, Error> {
    read(path, &Form::Table, ZeroMass::Remove)
}

/// [`read`] for [`Form::Pairs`]; points without mass are removed.
pub fn read_pairs(path: &Path, x: &str, a: &str, weight: Option<&str>) -> Result<Context, Error> {
    let form = Form::Pairs { x: x.to_string(), a: a.to_string(), weight: weight.map(str::to_string) };
    read(path, &form, ZeroMass::Remove)
}

/// [`read`] for [`Form::Edges`]; points without mass are removed.
pub fn read_edges(path: &Path) -> Result<Context, Error> {
    read(path, &Form::Edges, ZeroMass::Remove)
}

/// [`read`] for [`Form::Json`]; points without mass are removed.
pub fn read_json(path: &Path) -> Result<Context, Error> {
    read(path, &Form::Json, ZeroMass::Remove)
}
