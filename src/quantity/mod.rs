//! What the theory derives from a context.

pub mod association;
pub mod batch;
pub mod compatibility;
pub mod correspondence;
pub mod encoder;
pub mod induced_space;
pub mod information;
pub mod kernel;
pub mod learning;
pub mod lipschitz;
pub mod maximal_correlation;
pub mod objective;
pub mod realisation;
pub mod sample;
pub mod usefulness;
pub mod worst_case_error;
