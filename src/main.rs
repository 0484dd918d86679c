//! The command line of the library `contexture`.

use std::process::ExitCode;

fn main() -> ExitCode {
    contexture::cli::main()
}
