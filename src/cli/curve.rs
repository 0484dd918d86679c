//! `contexture curve`.

use super::input::{Source, counts, positive, task};
use super::output::{Output, write_whole};
use super::{Ending, Outcome};
use crate::context::X;
use crate::context::read::read_encoder;
use crate::error::Error;
use crate::exact::rational::Rational;
use crate::quantity::sample::outcomes::MOST_DRAWS;
use crate::report::curve::{CurveReport, Question};
use clap::Args;
use std::path::PathBuf;

/// The exact expected error of a linear probe fitted to n draws, by n and the number of features
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    source: Source,
    /// The task: a CSV file with a label and a value for each x, or the values themselves: 1,0,-1/2
    #[arg(long, value_name = "FILE|VALUES", allow_hyphen_values = true)]
    task: String,
    /// Numbers of draws: 1..12, or 1..4,8,16
    #[arg(long, value_name = "NUMBERS", value_parser = counts, default_value = "1..8")]
    draws: Counts,
    /// Numbers of features d, in the same form; up to three if not given
    #[arg(long, value_name = "NUMBERS", value_parser = counts)]
    features: Option<Counts>,
    /// The encoder whose first d features are probed: a CSV file with a label and the values of the features for each x.
    /// Without it, the top d singular functions
    #[arg(long, value_name = "FILE")]
    phi: Option<PathBuf>,
    /// Penalise the weights: B |w|^2 is added to the mean square on the draws
    #[arg(long, value_name = "B", value_parser = positive, allow_hyphen_values = true)]
    ridge: Option<Rational>,
    /// Draw the curves in an SVG file
    #[arg(long, value_name = "FILE.svg")]
    picture: Option<PathBuf>,
    /// The most outcomes to go through for one number of draws
    #[arg(long, value_name = "OUTCOMES", default_value_t = 200_000, value_parser = clap::value_parser!(u64).range(1..=100_000_000))]
    budget: u64,
    /// Decimal places
    #[arg(long, default_value_t = 6, value_parser = clap::value_parser!(u16).range(1..=1000))]
    digits: u16,
}

/// Increasing numbers; clap takes a `Vec` for an option that is given many times.
type Counts = Box<[usize]>;

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let context = self.source.context()?;
        let task = task(&self.task, &context)?;
        let encoder = self.phi.as_deref().map(|file| read_encoder::<X>(file, &context)).transpose()?;
        if self.draws[0] == 0 {
            return Err(Error::new("--draws: a probe is fitted to one draw or more, found 0"));
        }
        if let Some(n) = self.draws.iter().find(|&&n| n > MOST_DRAWS) {
            return Err(Error::new(format!("--draws: at most {MOST_DRAWS} draws, found {n}")));
        }
        let most = encoder.as_ref().map_or(context.n() - 1, |phi| phi.dimension());
        let features = self.features.clone().unwrap_or_else(|| (0..=most.min(3)).collect());
        if let Some(d) = features.iter().find(|&&d| d > most) {
            return Err(Error::new(match encoder {
                Some(_) => format!("--features: the encoder has {most} features, found {d}"),
                None => format!("--features: there are {most} singular functions beside the constant, found {d}"),
            }));
        }
        let question = Question {
            context: &context,
            task: &task,
            encoder: encoder.as_ref(),
            ridge: self.ridge.as_ref(),
            draws: &self.draws,
            features: &features,
            budget: self.budget,
            digits: usize::from(self.digits),
        };
        let report = output.working("learning curves", || CurveReport::new(&question));
        if let Some(file) = &self.picture {
            write_whole(file, &report.picture())?;
        }
        output.write(&report, CurveReport::text)?;
        Ok(if report.is_decided() { Ending::Done } else { Ending::Undecided })
    }
}
