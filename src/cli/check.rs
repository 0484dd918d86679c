//! `contexture check` and `contexture format`.

use super::output::{Output, write_whole};
use super::scope::{Interruption, ScopeArguments, Watch, ending};
use super::{Ending, Outcome};
use crate::context::read::{Form, ZeroMass, read as read_context};
use crate::error::Error;
use crate::ledger::audit;
use crate::report::audit::{AuditReport, StatementReport};
use crate::search::Universe;
use crate::statement::tree::Statement;
use crate::statement::{Diagnostic, MAX_BYTES, format, read};
use clap::Args;
use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// A verdict for your own statements
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    asked: Asked,
}

/// Statements, and where they are looked at.
#[derive(Args)]
pub struct Asked {
    /// Files in the statement language (docs/language-reference.md)
    #[arg(required = true)]
    statements: Vec<PathBuf>,
    /// Only on this context: a table of counts in CSV, JSON if the name ends in .json
    #[arg(long, value_name = "FILE")]
    on: Option<PathBuf>,
    #[command(flatten)]
    pub scope: ScopeArguments,
}

/// Rewrites statements in canonical form
#[derive(Args)]
pub struct FormatArguments {
    /// Files in the statement language
    #[arg(required = true)]
    statements: Vec<PathBuf>,
    /// Change nothing, and end with 1 if something would change
    #[arg(long)]
    check: bool,
}

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let universe = self.asked.universe()?;
        let statements = self.asked.statements()?;
        let saved = self.asked.scope.saved()?;
        let interruption = Interruption::on_signal();
        let watch = Watch::new(&statements, &universe);
        let found =
            audit(&statements, &|_| false, &universe, saved.as_ref(), interruption.flag(), &|n, c| watch.show(n, c))?;
        watch.finish();
        let report = AuditReport {
            version: 1,
            seed: self.asked.scope.seed(),
            scope: universe.describe(),
            interrupted: found.interrupted,
            statements: found.judgements.iter().map(|j| StatementReport::new(j, None, &universe)).collect(),
        }
        .linked();
        output.write(&report, |report| {
            let pages: Vec<String> = report.statements.iter().zip(&statements).map(|(s, of)| s.text(of)).collect();
            pages.join("\n")
        })?;
        if found.interrupted {
            interruption.save(&found.saved, None)?;
            return Ok(Ending::Interrupted);
        }
        Ok(ending(&report.statements))
    }
}

impl Asked {
    /// What is searched: the scope, or the one context.
    pub fn universe(&self) -> Result<Universe, Error> {
        let context = self.on.as_ref().map(|path| read_context(path, &Form::suggested_by(path), ZeroMass::Remove));
        self.scope.universe(context.transpose()?)
    }

    /// All statements, or all that is wrong with them.
    pub fn statements(&self) -> Result<Vec<Statement>, Error> {
        let mut statements = Vec::new();
        let mut wrong = Vec::new();
        for path in &self.statements {
            let text = text_of(path)?;
            match read(&text) {
                Ok(statement) => statements.push(statement),
                Err(found) => wrong.push(rendered(path, &text, &found)),
            }
        }
        if !wrong.is_empty() {
            return Err(Error::new(wrong.join("\n")));
        }
        let mut seen = HashSet::new();
        match statements.iter().find(|s| !seen.insert(&s.id)) {
            Some(twice) => Err(Error::new(format!("two files state {}", twice.id))),
            None => Ok(statements),
        }
    }
}

impl FormatArguments {
    pub fn run(&self) -> Outcome {
        let mut texts = Vec::new();
        for path in &self.statements {
            let text = text_of(path)?;
            let formatted = format(&text).map_err(|found| Error::new(rendered(path, &text, &found)))?;
            texts.push((path, text, formatted));
        }
        let mut ending = Ending::Done;
        for (path, text, formatted) in texts {
            match (text == formatted, self.check) {
                (true, _) => {}
                (false, true) => {
                    eprintln!("{} is not in canonical form", path.display());
                    ending = Ending::Failed;
                }
                (false, false) => write_whole(path, &formatted)?,
            }
        }
        Ok(ending)
    }
}

/// The text of a file that is not too large to be a statement.
pub fn text_of(path: &Path) -> Result<String, Error> {
    let file = File::open(path).map_err(|e| Error::io(path, &e))?;
    if file.metadata().is_ok_and(|m| m.is_dir()) {
        return Err(Error::new(format!("{}: expected a file, found a folder", path.display())));
    }
    let mut bytes = Vec::new();
    let limit = MAX_BYTES as u64 + 1;
    file.take(limit).read_to_end(&mut bytes).map_err(|e| Error::io(path, &e))?;
    if bytes.len() as u64 == limit {
        return Err(Error::new(format!("{}: a statement has at most {MAX_BYTES} bytes", path.display())));
    }
    String::from_utf8(bytes).map_err(|_| Error::new(format!("{}: expected text in UTF-8", path.display())))
}

pub fn rendered(path: &Path, text: &str, found: &[Diagnostic]) -> String {
    let file = path.display().to_string();
    found.iter().map(|d| d.render(&file, text)).collect::<Vec<_>>().join("\n")
}
