//! Arithmetic modulo primes.
pub mod lanczos;
pub mod lanes;
pub mod prime;
