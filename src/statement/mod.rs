//! The statement language: what a claim looks like as text, and what it says. Nothing here evaluates.
//!
//! ```text
//! text ──parse──► syntax tree (names, as written) ──elaborate──► typed tree (what each name means)
//! ```
//!
//! The syntax tree is what the formatter prints; the typed tree is what an evaluator or a checker walks.

pub mod names;
pub mod tree;
pub mod types;
