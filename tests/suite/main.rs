//! Tests across the rooms, in one binary.
#![allow(clippy::float_arithmetic)] // floats are tested here

mod float_containment;
