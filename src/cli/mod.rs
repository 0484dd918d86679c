//! The command line: one file a subcommand.

mod audit;
mod check;
mod compat;
mod coq;
mod curve;
mod encoder;
mod input;
mod objective;
mod output;
mod sample;
mod scope;
mod spectrum;
mod tightness;
mod verify;

use crate::error::Error;
use clap::{Parser, Subcommand};
use output::Output;
use std::process::ExitCode;

/// Exact verdicts on the contexture theory of representation learning.
#[derive(Parser)]
#[command(name = "contexture", version, about, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    output: Output,
}

#[derive(Subcommand)]
enum Command {
    Audit(audit::Arguments),
    Check(check::Arguments),
    Verify(verify::Arguments),
    Format(check::FormatArguments),
    Coq(coq::Arguments),
    Spectrum(spectrum::Arguments),
    Compat(compat::Arguments),
    Encoder(encoder::Arguments),
    Objective(objective::Arguments),
    Tightness(tightness::Arguments),
    Sample(sample::Arguments),
    Curve(curve::Arguments),
}

/// How a command ended, beyond having an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Done.
    Done,
    /// What was asked to hold does not.
    Failed,
    /// Something was not decided within the budget.
    Undecided,
    /// The user asked for an end; what was found by then was written.
    Interrupted,
}

/// Runs the program with the arguments of the process.
///
/// Exit codes: 0 done; 1 done, and what was asked to hold does not; 2 the input or the call is wrong; 3
/// undecided within the budget; 130 interrupted.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match &arguments.command {
        Command::Audit(command) => command.run(&arguments.output),
        Command::Check(command) => command.run(&arguments.output),
        Command::Verify(command) => command.run(&arguments.output),
        Command::Format(command) => command.run(),
        Command::Coq(command) => command.run(),
        Command::Spectrum(command) => command.run(&arguments.output),
        Command::Compat(command) => command.run(&arguments.output),
        Command::Encoder(command) => command.run(&arguments.output),
        Command::Objective(command) => command.run(&arguments.output),
        Command::Tightness(command) => command.run(&arguments.output),
        Command::Sample(command) => command.run(&arguments.output),
        Command::Curve(command) => command.run(&arguments.output),
    };
    match result {
        Ok(Ending::Done) => ExitCode::SUCCESS,
        Ok(Ending::Failed) => ExitCode::from(1),
        Ok(Ending::Undecided) => ExitCode::from(3),
        Ok(Ending::Interrupted) => ExitCode::from(130),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

type Outcome = Result<Ending, Error>;
