//! A context: the joint table of an input X and a context variable A, and what lives on it.

pub mod cube;
pub mod eigenspace;
pub mod encoder;
pub mod function;
pub mod gallery;
mod kernel;
mod limits;
pub mod read;
pub mod side;
pub mod singular;
pub mod spectrum;
mod table;
pub mod write;

pub use eigenspace::Eigenspace;
pub use encoder::Encoder;
pub use function::Function;
pub use limits::{MAX_BITS, MAX_CELLS, MAX_DENOMINATOR_BITS, MAX_POINTS};
pub use side::{A, Side, X};
pub use singular::SingularSystem;
pub use spectrum::{Eigenvalue, Spectrum, TopChoice};
pub use table::{Context, Removed};
