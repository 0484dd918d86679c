//! `contexture spectrum`.

use super::input::Source;
use super::output::Output;
use super::{Ending, Outcome};
use crate::context::read::read_encoder;
use crate::context::{Spectrum, X};
use crate::error::Error;
use crate::float::FloatContext;
use crate::report::float::FloatReport;
use crate::report::spectrum::{Extras, SpectrumReport};
use clap::Args;
use std::path::PathBuf;

/// Exact spectrum of a context, with multiplicities, trace and measures of association
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    source: Source,
    /// Decimal places
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=1000))]
    digits: u16,
    /// The fast path: floating point with certified error bounds, for large tables
    #[arg(long, conflicts_with_all = ["correspondence", "positions"])]
    float: bool,
    /// Correspondence analysis: masses, coordinates, contributions, cos2
    #[arg(long)]
    correspondence: bool,
    /// Positions of the points of X, for Lipschitz constants: a CSV file with a label and coordinates
    #[arg(long, value_name = "FILE")]
    positions: Option<PathBuf>,
}

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let context = self.source.context()?;
        if self.float {
            output.write(&FloatReport::new(&FloatContext::of(&context)), FloatReport::text)?;
            return Ok(Ending::Done);
        }
        let positions = self.positions.as_ref().map(|path| read_encoder::<X>(path, &context)).transpose()?;
        if positions.as_ref().is_some_and(|p| p.dimension() == 0) {
            return Err(Error::new("--positions: expected at least one coordinate, found none"));
        }
        let spectrum = output.working("spectrum", || Spectrum::of(&context));
        let report = output.working("measures of association", || {
            let extras = Extras { correspondence: self.correspondence, positions: positions.as_ref() };
            SpectrumReport::new(&context, &spectrum, &extras, usize::from(self.digits))
        });
        output.write(&report, SpectrumReport::text)?;
        Ok(Ending::Done)
    }
}
