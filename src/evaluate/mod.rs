//! What a statement says of an instance, exactly.
//!
//! ```text
//! typed tree + values of its variables ──► true · false · undefined, with its place · undecided, with its budget
//! ```
//!
//! A term without a value is not false: what a statement leaves undefined is a finding of its own. A sign
//! that no budget decides is not guessed: it stays unknown through every connective that needs it.

mod arithmetic;
mod certify;
mod explanation;
mod instance;
mod memory;
mod objective;
mod prepared;
mod quantity;
mod sample;
mod table;
mod term;
mod value;

pub use certify::{NotCertified, certify};
pub use explanation::Fact;
pub use instance::{Instance, Outcome, outcome};
pub use prepared::Prepared;
pub use sample::Drawn;
pub use table::Table;
pub use term::Evaluation;
pub use value::{Halt, NoValue, Value};
