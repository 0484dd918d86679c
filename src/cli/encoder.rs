//! `contexture encoder`.

use super::input::{Source, positive, task};
use super::output::Output;
use super::{Ending, Outcome};
use crate::context::X;
use crate::context::read::read_encoder;
use crate::error::Error;
use crate::exact::rational::{Rational, ratio};
use crate::report::encoder::{EncoderReport, Question};
use clap::Args;
use std::path::PathBuf;

/// Rank, ratio trace, trace gap and worst-case error of an encoder, and whether it learns the contexture
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    source: Source,
    /// The encoder: a CSV file with a label and the values of the features for each x
    #[arg(long, value_name = "FILE")]
    phi: PathBuf,
    /// The tolerance of F_eps, the tasks with rho >= 1 - eps: a positive number, 1/10 or 0.1
    #[arg(long, value_name = "NUMBER", value_parser = positive, allow_hyphen_values = true)]
    eps: Rational,
    /// How far apart the two bounds of the worst-case error may be
    #[arg(long, value_name = "NUMBER", value_parser = width, default_value = "1e-12", allow_hyphen_values = true)]
    width: Rational,
    /// A task to probe: a CSV file with a label and a value for each x, or the values themselves
    #[arg(long, value_name = "FILE|VALUES", allow_hyphen_values = true)]
    task: Option<String>,
    /// Decimal places
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=1000))]
    digits: u16,
}

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let context = self.source.context()?;
        let encoder = read_encoder::<X>(&self.phi, &context)?;
        let task = self.task.as_deref().map(|text| task(text, &context)).transpose()?;
        let report = output.working("worst-case error", || {
            EncoderReport::new(&Question {
                context: &context,
                encoder: &encoder,
                eps: &self.eps,
                width: &self.width,
                task: task.as_ref(),
                digits: usize::from(self.digits),
            })
        });
        output.write(&report, EncoderReport::text)?;
        Ok(if report.is_decided() { Ending::Done } else { Ending::Undecided })
    }
}

fn width(text: &str) -> Result<Rational, Error> {
    const DIGITS: u32 = 200;
    let width = positive(text)?;
    if width < ratio(1, num_bigint::BigInt::from(10).pow(DIGITS)) {
        return Err(Error::new(format!("expected a width of at least 1e-{DIGITS}")));
    }
    Ok(width)
}
