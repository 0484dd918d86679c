//! Exact numbers: what every verdict rests on. Nothing here knows of contexts.

pub mod algebraic;
pub mod characteristic;
pub mod definite;
pub mod dyadic;
pub mod eigencolumns;
pub mod elementary;
pub mod elimination;
pub mod enclosure;
pub mod evaluation;
pub mod factor;
pub mod fixed;
pub mod isolation;
pub mod matrix;
pub mod modular;
pub mod null_space;
pub mod pencil;
pub mod polynomial;
pub mod proposal;
pub mod rational;
pub mod rational_roots;
pub mod real;
pub mod separation;
pub mod truth;
