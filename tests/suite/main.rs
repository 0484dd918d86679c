//! Tests across the rooms, in one binary.
#![allow(clippy::float_arithmetic)]
