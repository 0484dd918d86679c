//! The f64 mirror of the exact kernel: fast, and certain about its error.
//!
//! Every result but those of [`objective`] is a [`Ball`], a float with a bound on its distance from the exact real number. Rust
//! rounds to nearest only, so a bound is computed from the a-priori error of each operation and pushed
//! outward by a neighbouring float wherever it is itself rounded. A result of infinite radius says
//! nothing, not even that the number exists.
//!
//! [`objective`] has plain floats for people who train encoders: losses with their gradients, without a bound.
//!
//! [`sample`] has means over samples by simulation: their intervals miss with a stated probability.
//!
//! Nothing here concludes: a ball proposes a number, and the exact kernel decides.
#![allow(clippy::float_arithmetic)]

pub mod association;
pub mod ball;
pub mod context;
pub mod encoder;
pub mod matrix;
pub mod objective;
mod rounding;
pub mod sample;
pub mod scaled;
pub mod shares;
pub mod spectrum;
mod svd;

pub use ball::Ball;
pub use context::FloatContext;
pub use spectrum::FloatSpectrum;

use std::fmt;

/// Floats could not certify a premise of the question, which may be true or false.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotVerified {
    premise: &'static str,
}

impl NotVerified {
    /// The premise, as a clause.
    pub fn premise(&self) -> &'static str {
        self.premise
    }
}

impl fmt::Display for NotVerified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not verified in floats: {}", self.premise)
    }
}
