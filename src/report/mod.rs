//! What people and programs are shown: each report is plain data that serialises to JSON, and a text.

pub mod association;
pub mod audit;
pub mod chart;
mod columns;
pub mod compat;
pub mod coq;
pub mod correspondence;
pub mod curve;
pub mod encoder;
pub mod float;
mod number;
pub mod objective;
pub mod page;
pub mod sample;
pub mod spectrum;
pub mod tightness;
pub mod verification;

pub use number::{Number, Quantity};
