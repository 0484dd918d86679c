//! What `audit` and `check` have in common: the scope, the progress, the interruption, how they end.

use super::Ending;
use super::output::write_whole;
use crate::context::Context;
use crate::error::Error;
use crate::report::audit::StatementReport;
use crate::search::{Coverage, Scope, Universe};
use crate::statement::tree::Statement;
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::{fs, process};

/// How far to search.
#[derive(Args)]
pub struct ScopeArguments {
    /// Enumerate all contexts up to so many rows, columns and counts: 3x3:7 by default
    #[arg(long, value_name = "RxC:TOTAL")]
    scope: Option<String>,
    /// Try about so many instances on each enumerated context
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    effort: Option<u64>,
    /// Add so many random contexts of every kind
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(0..=10_000_000))]
    random: Option<u64>,
    /// The seed of random contexts and values
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Go on where an interrupted run left off
    #[arg(long, value_name = "FILE")]
    resume: Option<PathBuf>,
}

/// Instances that are tried on one context of the user's, unless the effort says otherwise.
const EFFORT_ON_ONE: u64 = 400;

impl ScopeArguments {
    /// All small contexts, or the one given.
    pub fn universe(&self, context: Option<Context>) -> Result<Universe, Error> {
        if let Some(context) = context {
            return Ok(Universe::One(Box::new(context), self.effort.unwrap_or(EFFORT_ON_ONE), self.seed));
        }
        let mut scope = Scope { seed: self.seed, ..Scope::default() };
        if let Some(shape) = &self.scope {
            scope = scope.with_shape(shape).map_err(|e| Error::new(format!("--scope: {e}")))?;
        }
        scope.effort = self.effort.unwrap_or(scope.effort);
        scope.random = self.random.unwrap_or(scope.random);
        Ok(Universe::All(scope))
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// What an interrupted run left.
    pub fn saved(&self) -> Result<Option<Json>, Error> {
        let Some(path) = &self.resume else { return Ok(None) };
        let text = fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
        let json = serde_json::from_str(&text)
            .map_err(|e| Error::new(format!("{}: expected the file of an interrupted run: {e}", path.display())))?;
        Ok(Some(json))
    }
}

/// Shows how far the searches have come, on a terminal.
pub struct Watch<'a> {
    statements: &'a [Statement],
    bar: ProgressBar,
}

impl<'a> Watch<'a> {
    /// Says how large the scope is.
    pub fn new(statements: &'a [Statement], universe: &Universe) -> Watch<'a> {
        // Hidden where the error output is no terminal.
        let bar = ProgressBar::new(statements.len() as u64);
        let style = ProgressStyle::with_template("{bar:20} {pos}/{len} {elapsed} {msg}").expect("a valid template");
        bar.set_style(style);
        if let Universe::All(scope) = universe {
            let contexts = scope.contexts().expect("a scope is limited");
            bar.println(format!("{scope}: {contexts} contexts, names of points told apart"));
        }
        Watch { statements, bar }
    }

    /// What was seen of a statement so far.
    pub fn show(&self, number: usize, coverage: &Coverage) {
        self.bar.set_position(number as u64);
        let contexts = coverage.contexts + coverage.random_contexts;
        let id = &self.statements[number].id;
        self.bar.set_message(format!("{id}: {contexts} contexts, {} instances", coverage.instances));
    }

    /// Nothing more will be shown.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Whether the user has pressed Ctrl-C.
pub struct Interruption(Arc<AtomicBool>);

impl Interruption {
    /// The first signal asks for an end after the current batch, the second ends the process.
    pub fn on_signal() -> Interruption {
        let flag = Arc::new(AtomicBool::new(false));
        let asked = flag.clone();
        // Without a handler the signal ends the process, which loses only the report.
        let _ = ctrlc::set_handler(move || {
            if asked.swap(true, Ordering::Relaxed) {
                process::exit(130);
            }
        });
        Interruption(flag)
    }

    /// True once the user has asked for an end.
    pub fn flag(&self) -> &AtomicBool {
        &self.0
    }

    /// Writes what is needed to go on: `resume.json` in the folder, or `contexture-resume.json` here.
    pub fn save(&self, saved: &Json, folder: Option<&Path>) -> Result<(), Error> {
        let path = folder.map_or_else(|| PathBuf::from("contexture-resume.json"), |f| f.join("resume.json"));
        write_whole(&path, &format!("{saved}\n"))?;
        eprintln!("interrupted; go on with --resume {}", path.display());
        Ok(())
    }
}

/// How a command ends that came to these verdicts.
pub fn ending(statements: &[StatementReport]) -> Ending {
    if statements.iter().any(|s| !s.as_expected && s.verdict != "undecided") {
        Ending::Failed
    } else if statements.iter().any(|s| !s.as_expected || s.scope.coverage.undecided > 0 && s.verdict == "undecided") {
        Ending::Undecided
    } else {
        Ending::Done
    }
}
