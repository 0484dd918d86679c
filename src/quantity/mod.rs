//! What the theory derives from a context.

pub mod compatibility;
pub mod encoder;
pub mod learning;
pub mod worst_case_error;
