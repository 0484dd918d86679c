//! `contexture tightness`.

use super::check::Asked;
use super::output::Output;
use super::scope::{Interruption, Watch};
use super::{Ending, Outcome};
use crate::error::Error;
use crate::report::tightness::{BoundReport, TightnessReport};
use crate::search::Search;
use clap::Args;
use std::sync::atomic::Ordering;

/// How near the two sides of an inequality come to each other
///
/// The claim of a statement is one inequality, `a <= b` or `a >= b`. Wherever it is true, the smaller side is divided by the
/// larger: 1 is an equality, 0 says nothing. Shows the largest ratio, with its instance, and the median.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    asked: Asked,
}

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let universe = self.asked.universe()?;
        let statements = self.asked.statements()?;
        if self.asked.scope.saved()?.is_some() {
            return Err(Error::new("--resume: ratios are not kept when a run is interrupted"));
        }
        let interruption = Interruption::on_signal();
        let watch = Watch::new(&statements, &universe);
        let mut bounds = Vec::new();
        for (number, statement) in statements.iter().enumerate() {
            let Some(mut search) = Search::measuring(statement, universe.clone()) else {
                let message = format!("{}: the claim is not one inequality between two numbers", statement.id);
                return Err(Error::new(message));
            };
            while !search.is_done() && !interruption.flag().load(Ordering::Relaxed) {
                watch.show(number, search.coverage());
                search.advance(interruption.flag());
            }
            bounds.push(BoundReport::new(statement, &search));
        }
        watch.finish();
        let interrupted = interruption.flag().load(Ordering::Relaxed);
        let fails = bounds.iter().any(|bound| bound.fails);
        let report = TightnessReport {
            version: 1,
            seed: self.asked.scope.seed(),
            scope: universe.describe(),
            interrupted,
            bounds,
        };
        output.write(&report, TightnessReport::text)?;
        Ok(match (interrupted, fails) {
            (true, _) => Ending::Interrupted,
            (false, true) => Ending::Failed,
            (false, false) => Ending::Done,
        })
    }
}
