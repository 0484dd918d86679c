//! How large a context may be. The limits bound what a short file can cost, so that bad input ends in a
//! message and not in exhausted memory.

use crate::error::Error;
use crate::exact::rational::{Rational, common_denominator};
use num_bigint::BigInt;

/// The most rows or columns a context may have.
pub const MAX_POINTS: usize = 1 << 16;

/// The most cells a context may have, those without mass included.
pub const MAX_CELLS: usize = 1 << 24;

/// The most bits that the common denominator of a context's weights may have. All weights are kept over
/// it, and unlike fractions make it long.
pub const MAX_DENOMINATOR_BITS: u64 = 1 << 15;

/// The most bits that the weights of a context may take together.
pub const MAX_BITS: u64 = 1 << 33;

/// What is wrong with a table beyond [`MAX_CELLS`].
pub(super) fn too_many_cells(rows: usize, columns: usize) -> String {
    format!("expected at most {MAX_CELLS} cells, found {rows} x {columns}")
}

/// The common denominator of the numbers, if they can be kept over it.
pub(super) fn affordable_denominator<'a, I>(numbers: impl Fn() -> I) -> Result<BigInt, Error>
where
    I: Iterator<Item = &'a Rational>,
{
    let denominator =
        common_denominator(numbers(), MAX_DENOMINATOR_BITS).ok_or_else(|| Error::new(long_denominator()))?;
    let bits: u64 = numbers().map(|w| w.numer().bits() + denominator.bits()).sum();
    if bits > MAX_BITS {
        return Err(Error::new(format!("expected numbers of at most {MAX_BITS} bits in all, found {bits}")));
    }
    Ok(denominator)
}

/// What is wrong with numbers beyond [`MAX_DENOMINATOR_BITS`].
pub(super) fn long_denominator() -> String {
    format!("expected numbers with a common denominator of at most {MAX_DENOMINATOR_BITS} bits, found a longer one")
}
