//! What concerns more than one file of the library: laws, twins, bad input.

mod bad_input;
mod files;
mod reading;
