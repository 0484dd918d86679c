//! What people and programs are shown: each report is plain data that serialises to JSON, and a text.

mod columns;
pub mod compat;
pub mod encoder;
pub mod float;
mod number;
pub mod spectrum;

pub use number::{Number, Quantity};
