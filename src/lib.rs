//! Exact verdicts on the contexture theory of representation learning.
//!
//! On a finite domain everything in the theory is a rational table, a matrix, and real algebraic numbers,
//! so it can be settled exactly. A table of counts goes in:
//!
//! ```
//! use contexture::context::{Context, Spectrum};
//!
//! let context = Context::from_counts(&[[2, 1, 1], [1, 2, 1], [1, 1, 2]])?;
//! let spectrum = Spectrum::of(&context);
//! let top = &spectrum.eigenvalues()[0];
//! assert_eq!(top.value.as_rational().unwrap().to_string(), "1/16");
//! assert_eq!(top.multiplicity, 2); // a tie, known to be one
//! # Ok::<(), contexture::error::Error>(())
//! ```
//!
//! The rooms, in the order of dependence: each uses only those above it.

// Bad input and files that cannot be read or written.
pub mod error;
// Rationals, enclosures, matrices, polynomials, real algebraic numbers. Knows nothing of contexts.
pub mod exact;
// The statement language: syntax, types, the table of names. No evaluation.
pub mod statement;
// What shows that a statement fails on an instance, as plain data with a versioned text form. No mathematics.
pub mod certificate;
// Whether a certificate shows what it says: multiplication and comparison, no search.
pub mod check;
// A statement as a proposition of Coq: what the proofs are of.
pub mod formal;
// The joint table, functions and encoders on its two sides, operators, spectrum; reading and writing.
pub mod context;
// What the theory derives from a context.
pub mod quantity;
// What a statement says of an instance, exactly.
pub mod evaluate;
// The same questions in f64, each answer with a bound on its error. It proposes, it never concludes.
pub mod float;
// Where instances come from, in which order they are tried, and how a found one gets smaller.
pub mod search;
// The published statements with their evidence, and the verdicts on them.
pub mod ledger;
// What is shown to people and to programs.
pub mod report;
// The command line.
pub mod cli;

/// The README's examples are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
