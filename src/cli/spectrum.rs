//! `contexture spectrum`.

use super::input::Source;
use super::output::Output;
use super::{Ending, Outcome};
use crate::context::Spectrum;
use crate::float::FloatContext;
use crate::report::float::FloatReport;
use crate::report::spectrum::SpectrumReport;
use clap::Args;

/// Exact spectrum of a context, with multiplicities, trace and measures of association
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    source: Source,
    /// Decimal places
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=10_000))]
    digits: u16,
    /// The fast path: floating point with certified error bounds, for large tables
    #[arg(long)]
    float: bool,
}

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let context = self.source.context()?;
        if self.float {
            output.write(&FloatReport::new(&FloatContext::of(&context)), FloatReport::text)?;
            return Ok(Ending::Done);
        }
        let spectrum = output.working("spectrum", || Spectrum::of(&context));
        output.write(&SpectrumReport::new(&context, &spectrum, usize::from(self.digits)), SpectrumReport::text)?;
        Ok(Ending::Done)
    }
}
