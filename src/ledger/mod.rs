//! The published statements, and the verdicts that the machine comes to.
//!
//! The folder `proofs/` is the registry: a statement is `proofs/<chapter>/<id>/statement.claim`, with its
//! evidence beside it. It is part of the program, and read like a file of anybody's.

mod audit;
mod entry;
mod judgement;

pub use audit::{Audit, audit};
pub use entry::{CHAPTERS, Entry, entries};
pub use judgement::{Direction, Judgement};
