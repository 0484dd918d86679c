//! Exact verdicts on the contexture theory of representation learning.
//!
//! The rooms, in the order of dependence: a room uses only those above it.

pub mod error;
pub mod exact;

pub mod context;
pub mod quantity;
