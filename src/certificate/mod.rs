//! Certificates as plain data: what `docs/certificates.md` describes, read strictly and written in one way.
//!
//! Nothing here knows what a certificate shows; that is for [`check`](crate::check) to find out.

mod bounds;
mod digest;
mod document;
mod number;
mod scan;
mod value;
mod witness;

pub use bounds::{Bound, Share, Square};
pub use digest::digest;
pub use document::{Certificate, Finding, MAX_WITNESSES, Malformed, VERSION};
pub use number::{MAX_DIGITS, Number};
pub use scan::{MAX_BYTES, MAX_DEPTH};
pub use value::{JointTable, System, Value};
pub use witness::{HasTask, Learns, Pencil, Ritz, SingularFunctions, Spectrum, Witness, WorstError};

/// A function on the points of a side, or the coefficients of one: one number for each.
pub type Function = Vec<Number>;

/// A table, row by row; all rows have as many numbers.
pub type Rows = Vec<Vec<Number>>;
