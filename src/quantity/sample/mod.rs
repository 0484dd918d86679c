//! What n independent draws of points tell: exactly, as sums over their outcomes.
//!
//! What is asked of a sample here does not depend on the order of the draws. So an outcome is a multiset of n
//! points out of N: there are `binom(n + N - 1, N - 1)` of them, each with a multinomial probability, and a
//! probability or an expectation is a finite sum of rationals.

pub mod curve;
pub mod features;
pub mod outcomes;

pub use outcomes::{Outcomes, Sample};
