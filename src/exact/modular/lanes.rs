//! Sixteen prime fields side by side, in floating point registers.
//!
//! A residue is an `f64` that holds an integer exactly; a [`Lanes`] is one residue for each of
//! sixteen primes. **Nothing here rounds**: every intermediate is an integer below 2^53, or the
//! exact high and low halves of a product. The bounds that make this so are stated at each
//! operation, and [`Moduli::new`] and the callers assert them.
//!
//! Residues are *centred*: `|r| <= 0.51 p`. They are not unique representatives, so a test for zero
//! goes through `Moduli::is_zero`.
#![allow(clippy::float_arithmetic)] // integers below 2^53, in f64: exact

/// How many primes are worked on at once.
pub const LANES: usize = 16;

/// Primes are below 2^44. A product of centred residues is then below 2^87 and its quotient by p below
/// 2^43, so the quotient that three roundings propose is off by less than 2^-8 before it is rounded:
/// what remains is at most 0.51 p.
pub const MAX_PRIME_BITS: u32 = 44;

/// The largest integer below which all integers are `f64`s.
pub const EXACT: f64 = 9_007_199_254_740_992.0;

/// One residue for each of [`LANES`] primes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(64))]
pub struct Lanes(pub [f64; LANES]);

impl Lanes {
    /// Zero in every field.
    pub const ZERO: Lanes = Lanes([0.0; LANES]);
    /// One in every field.
    pub const ONE: Lanes = Lanes([1.0; LANES]);

    #[inline(always)]
    pub(crate) fn map(self, f: impl Fn(f64) -> f64) -> Lanes {
        let mut out = self;
        for l in 0..LANES {
            out.0[l] = f(self.0[l]);
        }
        out
    }

    #[inline(always)]
    pub(crate) fn add(self, other: Lanes) -> Lanes {
        let mut out = self;
        for l in 0..LANES {
            out.0[l] += other.0[l];
        }
        out
    }

    #[inline(always)]
    pub(crate) fn sub(self, other: Lanes) -> Lanes {
        let mut out = self;
        for l in 0..LANES {
            out.0[l] -= other.0[l];
        }
        out
    }
}

/// Sixteen primes, with what reduction modulo each of them needs.
#[derive(Clone, Debug)]
pub struct Moduli {
    primes: [u64; LANES],
    p: Lanes,
    reciprocal: Lanes,
}

impl Moduli {
    /// Panics unless every prime is odd and below `2^MAX_PRIME_BITS`.
    pub fn new(primes: [u64; LANES]) -> Moduli {
        assert!(primes.iter().all(|&p| p % 2 == 1 && p < 1 << MAX_PRIME_BITS), "primes out of range");
        let p = Lanes(primes.map(|p| p as f64));
        Moduli { primes, p, reciprocal: p.map(|p| 1.0 / p) }
    }

    /// The primes, in lane order.
    pub fn primes(&self) -> &[u64; LANES] {
        &self.primes
    }

    /// The centred residue of an integer `|x| <= 2^53`.
    #[inline(always)]
    pub(crate) fn reduce(&self, x: Lanes) -> Lanes {
        let mut out = x;
        for l in 0..LANES {
            let quotient = (x.0[l] * self.reciprocal.0[l]).round_ties_even();
            // |x - quotient p| <= 0.51 p is an integer that one fused operation gives exactly.
            out.0[l] = (-quotient).mul_add(self.p.0[l], x.0[l]);
        }
        out
    }

    /// `a b`, centred, for centred `a` and `b`.
    #[inline(always)]
    pub(crate) fn mul(&self, a: Lanes, b: Lanes) -> Lanes {
        let mut out = a;
        for l in 0..LANES {
            let (a, b, p) = (a.0[l], b.0[l], self.p.0[l]);
            let high = a * b;
            let low = a.mul_add(b, -high); // a b = high + low, exactly
            let quotient = (high * self.reciprocal.0[l]).round_ties_even();
            out.0[l] = (-quotient).mul_add(p, high) + low;
        }
        out
    }

    /// `a - b c`, centred.
    #[inline(always)]
    pub(crate) fn sub_mul(&self, a: Lanes, b: Lanes, c: Lanes) -> Lanes {
        self.reduce(a.sub(self.mul(b, c)))
    }

    /// `1/a` where `a` is not zero, and 0 where it is: `a^(p-2)`.
    #[inline(always)]
    pub(crate) fn inverse(&self, a: Lanes) -> Lanes {
        let mut result = Lanes::ONE;
        let mut square = a;
        let mut exponent = self.primes.map(|p| p - 2);
        for _ in 0..MAX_PRIME_BITS {
            let mut factor = square;
            for (factor, exponent) in factor.0.iter_mut().zip(&mut exponent) {
                if *exponent & 1 == 0 {
                    *factor = 1.0;
                }
                *exponent >>= 1;
            }
            result = self.mul(result, factor);
            square = self.mul(square, square);
        }
        result
    }

    /// In which lanes a centred residue is zero.
    #[inline(always)]
    pub(crate) fn is_zero(&self, a: Lanes) -> [bool; LANES] {
        a.0.map(|r| r == 0.0)
    }

    /// Residues of one unsigned integer per lane.
    #[inline(always)]
    pub(crate) fn lanes_of(&self, residues: impl Fn(u64) -> u64) -> Lanes {
        self.reduce(Lanes(self.primes.map(|p| {
            let r = residues(p);
            debug_assert!(r < p);
            r as f64
        })))
    }

    /// The representative in `0..p` of the residue in one lane.
    pub(crate) fn to_residue(&self, a: Lanes, lane: usize) -> u64 {
        (a.0[lane] as i64).rem_euclid(self.primes[lane] as i64) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::super::prime::{Field, primes_below};
    use super::*;

    /// The largest primes, and residues at the corners of their range: where a bound would break first.
    #[test]
    fn operations_agree_with_integers() {
        let mut list = primes_below(MAX_PRIME_BITS);
        let primes: [u64; LANES] = std::array::from_fn(|_| list.next().expect("enough primes"));
        let moduli = Moduli::new(primes);
        let corners = |p: u64| [0, 1, 2, p / 2 - 1, p / 2, p / 2 + 1, p - 2, p - 1, p / 3, 2 * (p / 3)];
        for i in 0..10 {
            for j in 0..10 {
                let a = moduli.lanes_of(|p| corners(p)[i]);
                let b = moduli.lanes_of(|p| corners(p)[j]);
                let (product, difference) = (moduli.mul(a, b), moduli.sub_mul(a, a, b));
                let inverse = moduli.inverse(a);
                for (lane, &p) in primes.iter().enumerate() {
                    let field = Field::new(p);
                    let (x, y) = (corners(p)[i], corners(p)[j]);
                    assert_eq!(moduli.to_residue(a, lane), x);
                    assert!(product.0[lane].abs() <= 0.51 * p as f64, "not centred");
                    assert_eq!(moduli.to_residue(product, lane), field.mul(x, y));
                    assert_eq!(moduli.to_residue(difference, lane), field.sub(x, field.mul(x, y)));
                    let expected = if x == 0 { 0 } else { field.inverse(x) };
                    assert_eq!(moduli.to_residue(inverse, lane), expected);
                }
            }
        }
    }
}
