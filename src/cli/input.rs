//! What the commands read.

use crate::context::read::{Form, ZeroMass, parse_function, read, read_function};
use crate::context::{Context, Function, X};
use crate::error::Error;
use clap::Args;
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
