//! Where instances come from, in which order they are tried, and how a found one gets smaller.
//!
//! ```text
//! every small context ─┐
//! random families ─────┼─► values of the other variables ─► outcome ─► smallest of each kind
//! a user's context ────┘   (all small ones, aimed ones, random ones)
//! ```
//!
//! All values are rational. A search goes from small to large, batch by batch; it can stop after any batch and
//! go on later.

pub mod aimed;
mod coverage;
mod explore;
pub mod families;
mod graphs;
mod minimise;
mod order;
mod plan;
pub mod random;
mod run;
mod scope;
pub mod smaller;
pub mod tables;
mod tightness;
pub mod values;

pub use coverage::Coverage;
pub use families::Family;
pub use order::Size;
pub use random::Source;
pub use run::{Findings, Found, Minimality, Search, Universe};
pub use scope::{Group, MOST_CONTEXTS, Scope};
pub use tightness::{Tightness, sides};
