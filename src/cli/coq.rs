//! `contexture coq`.

use super::check::{rendered, text_of};
use super::{Ending, Outcome};
use crate::certificate::digest;
use crate::error::Error;
use crate::formal::proposition;
use crate::statement::{format, read};
use clap::Args;
use std::path::PathBuf;

/// Writes your statements as propositions of Coq, for those who want to prove them
#[derive(Args)]
pub struct Arguments {
    /// Files in the statement language
    #[arg(required = true)]
    statements: Vec<PathBuf>,
}

impl Arguments {
    pub fn run(&self) -> Outcome {
        let mut files = Vec::new();
        for path in &self.statements {
            let text = text_of(path)?;
            let wrong = |found: &_| Error::new(rendered(path, &text, found));
            let (statement, canonical) = (read(&text).map_err(|e| wrong(&e))?, format(&text).map_err(|e| wrong(&e))?);
            let written = proposition(&statement, &digest(&canonical));
            files.push(written.map_err(|e| Error::new(format!("{}: {e}", path.display())))?);
        }
        // All or nothing: a file is not cut off by an error in the next.
        print!("{}", files.join("\n"));
        Ok(Ending::Done)
    }
}
