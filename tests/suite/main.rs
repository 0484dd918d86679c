//! Tests that cross files: laws over whole families of contexts, naive twins, the order of the rooms.

mod foundations;
mod generators;
mod layering;
mod twins;
