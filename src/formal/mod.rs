//! A statement as a proposition of Coq, in the words of `proofs/theory/vocabulary.v`.
//!
//! Nobody has to read a hand-written theorem against its statement: what is proved, or shown to fail, is the proposition
//! that is written here from the statement's tree. It says what the language says:
//!
//! - for every finite context, and rational variables run over a whole real closed field;
//! - a claim has a value and is true: each condition under which a term has one is a part of the proposition;
//! - a hypothesis that has no value, or is false, puts an instance out of scope;
//! - a quantity that is a largest or a least of infinitely many things is a relation. That such a value exists is a part of
//!   the proposition as well.
//!
//! Terms of Coq are total: where a statement's term has no value, Coq's has some value, which the conditions keep out.

mod condition;
mod entry;
mod fold;
mod gallina;
mod integer;
mod linear;
mod proposition;
mod quantity;
mod term;
mod translation;
mod truth;

pub use proposition::proposition;
pub use translation::Untranslated;
