//! Arithmetic modulo primes, and the way back to the integers.

pub mod hessenberg;
pub mod lanczos;
pub mod lanes;
mod polynomial;
pub mod prime;
pub mod reconstruct;
