//! `contexture sample`.

use super::input::{Source, number, positive};
use super::output::Output;
use super::{Ending, Outcome};
use crate::context::X;
use crate::error::Error;
use crate::exact::rational::{Rational, ratio};
use crate::quantity::sample::outcomes::{MOST_DRAWS, Outcomes};
use crate::report::sample::{Question, SampleReport};
use clap::Args;

/// What n independent draws from X tell of the spectrum, exactly: the distribution of the sample's top eigenvalues
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    source: Source,
    /// The number of draws, n
    #[arg(long, value_name = "N")]
    draws: usize,
    /// The largest number of eigenvalues that are summed; up to three if not given
    #[arg(long, value_name = "D")]
    features: Option<usize>,
    /// Ask for the probability that the sum is at least this
    #[arg(long, value_name = "NUMBER", value_parser = number, allow_hyphen_values = true)]
    at_least: Option<Rational>,
    /// Compare the gap of kernel PCA with the bound that is to hold with probability 1 - DELTA
    #[arg(long, value_name = "DELTA", value_parser = share, allow_hyphen_values = true)]
    delta: Option<Rational>,
    /// The most outcomes to go through; of more, the most probable ones give bounds
    #[arg(long, value_name = "OUTCOMES", default_value_t = 200_000, value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    budget: u64,
    /// Decimal places
    #[arg(long, default_value_t = 6, value_parser = clap::value_parser!(u16).range(1..=1000))]
    digits: u16,
}

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let context = self.source.context()?;
        if !(1..=MOST_DRAWS).contains(&self.draws) {
            return Err(Error::new(format!("--draws: expected 1 to {MOST_DRAWS}, found {}", self.draws)));
        }
        let most = context.n();
        let features = self.features.unwrap_or(most.min(3));
        if !(1..=most).contains(&features) {
            let reason =
                format!("--features: expected 1 to {most}, as many as the kernel has eigenvalues, found {features}");
            return Err(Error::new(reason));
        }
        let question = Question {
            context: &context,
            draws: self.draws,
            features,
            at_least: self.at_least.as_ref(),
            delta: self.delta.as_ref(),
            budget: self.budget,
            digits: usize::from(self.digits),
        };
        let count = Outcomes::new(&context.marginal::<X>(), self.draws).count();
        let work = || SampleReport::new(&question);
        match output.working(format!("{count} outcomes of {} draws", self.draws), work) {
            Ok(report) => {
                output.write(&report, SampleReport::text)?;
                Ok(if report.is_decided() { Ending::Done } else { Ending::Undecided })
            }
            Err(exhausted) => {
                eprintln!("undecided: {exhausted}");
                Ok(Ending::Undecided)
            }
        }
    }
}

/// A number between 0 and 1, both excluded.
fn share(text: &str) -> Result<Rational, Error> {
    match positive(text)? {
        value if value < ratio(1, 1) => Ok(value),
        _ => Err(Error::new(format!("expected a number below 1, found {text}"))),
    }
}
