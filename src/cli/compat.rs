//! `contexture compat`.

use super::input::{Source, task};
use super::output::Output;
use super::{Ending, Outcome};
use crate::error::Error;
use crate::report::compat::CompatReport;
use clap::Args;

/// Compatibility rho of a task with a context, and the task's share on each singular function
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    source: Source,
    /// The task: a CSV file with a label and a value for each x, or the values themselves: 1,0,-1/2
    #[arg(long, value_name = "FILE|VALUES", allow_hyphen_values = true)]
    task: String,
    /// Decimal places
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=1000))]
    digits: u16,
}

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let context = self.source.context()?;
        let task = task(&self.task, &context)?;
        let report = CompatReport::new(&context, &task, usize::from(self.digits))
            .map_err(|undefined| Error::new(format!("--task: {undefined}")))?;
        output.write(&report, CompatReport::text)?;
        Ok(Ending::Done)
    }
}
