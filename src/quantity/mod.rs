//! What the theory derives from a context.

pub mod association;
pub mod compatibility;
pub mod correspondence;
pub mod encoder;
pub mod information;
pub mod kernel;
pub mod learning;
pub mod lipschitz;
pub mod usefulness;
pub mod worst_case_error;
