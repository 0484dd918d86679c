//! Primes below a given power of two, and arithmetic modulo one of them.

use std::collections::BTreeMap;
use std::sync::RwLock;

/// The integers modulo a prime below 2^62. Elements are the representatives `0..p`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    prime: u64,
}

impl Field {
    /// The field of `prime` elements.
    ///
    /// Panics unless `prime` is a prime below 2^62: everything modular rests on that.
    pub fn new(prime: u64) -> Field {
        assert!(prime < 1 << 62 && is_prime(prime), "{prime} is not a prime below 2^62");
        Field { prime }
    }

    /// The field of a number that is known to be a prime below 2^62.
    pub(crate) fn of_prime(prime: u64) -> Field {
        debug_assert!(prime < 1 << 62 && is_prime(prime), "{prime} is not a prime below 2^62");
        Field { prime }
    }

    /// The number of elements.
    pub fn prime(self) -> u64 {
        self.prime
    }

    pub(crate) fn add(self, a: u64, b: u64) -> u64 {
        let sum = a + b;
        if sum >= self.prime { sum - self.prime } else { sum }
    }

    pub(crate) fn sub(self, a: u64, b: u64) -> u64 {
        if a >= b { a - b } else { a + self.prime - b }
    }

    pub(crate) fn mul(self, a: u64, b: u64) -> u64 {
        multiply(a, b, self.prime)
    }

    pub(crate) fn power(self, base: u64, exponent: u64) -> u64 {
        power(base, exponent, self.prime)
    }

    /// `1/a`, by Fermat; `a` must not be zero.
    pub(crate) fn inverse(self, a: u64) -> u64 {
        assert!(a != 0, "zero has no inverse");
        self.power(a, self.prime - 2)
    }
}

/// Primes below two to this power are multiplied fastest.
pub const FAST_BITS: u32 = 50;

/// `a b mod modulus` for a and b below the modulus.
///
/// Below 2^50 the quotient is taken in floating point: three roundings of at most 2^-53 each leave it off
/// by less than one before it is cut to an integer, so the remainder is off by at most one modulus. That
/// is then mended; nothing is approximate.
#[allow(clippy::float_arithmetic)]
fn multiply(a: u64, b: u64, modulus: u64) -> u64 {
    if modulus < 1 << FAST_BITS {
        let quotient = (a as f64 * b as f64 / modulus as f64) as u64;
        let remainder = a.wrapping_mul(b).wrapping_sub(quotient.wrapping_mul(modulus)) as i64;
        let modulus = modulus as i64;
        let mended = if remainder < 0 { remainder + modulus } else { remainder };
        return if mended >= modulus { mended - modulus } else { mended } as u64;
    }
    (u128::from(a) * u128::from(b) % u128::from(modulus)) as u64
}

fn power(mut base: u64, mut exponent: u64, modulus: u64) -> u64 {
    let mut result = 1 % modulus;
    base %= modulus;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = multiply(result, base, modulus);
        }
        base = multiply(base, base, modulus);
        exponent >>= 1;
    }
    result
}

const SMALL: [u64; 12] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];

/// Whether `n` is prime. Miller-Rabin to the first twelve prime bases decides every 64-bit number
/// (Sorenson and Webster, *Strong pseudoprimes to twelve prime bases*, 2017).
pub fn is_prime(n: u64) -> bool {
    if n < 2 {
        return false;
    }
    for small in SMALL {
        if n.is_multiple_of(small) {
            return n == small;
        }
    }
    if n < 41 * 41 {
        return true;
    }
    let twos = (n - 1).trailing_zeros();
    let odd = (n - 1) >> twos;
    // The first seven bases suffice below 341,550,071,728,321 (Jaeschke 1993).
    let bases = if n < 341_550_071_728_321 { &SMALL[..7] } else { &SMALL[..] };
    bases.iter().all(|&base| passes(base, odd, twos, n))
}

/// One round of Miller-Rabin for `n = odd * 2^twos + 1`.
fn passes(base: u64, odd: u64, twos: u32, n: u64) -> bool {
    let mut x = power(base, odd, n);
    if x == 1 || x == n - 1 {
        return true;
    }
    for _ in 1..twos {
        x = multiply(x, x, n);
        if x == n - 1 {
            return true;
        }
    }
    false
}

/// The odd primes below `2^bits`, largest first.
///
/// What was found once is remembered for the life of the process: the same few primes serve every table.
pub fn primes_below(bits: u32) -> impl Iterator<Item = u64> {
    assert!((3..=62).contains(&bits), "primes of {bits} bits");
    (0..).map_while(move |index| known_prime(bits, index).or_else(|| find_prime(bits, index)))
}

/// For each number of bits, the primes found so far, largest first and without gaps.
static KNOWN: RwLock<BTreeMap<u32, Vec<u64>>> = RwLock::new(BTreeMap::new());

fn known_prime(bits: u32, index: usize) -> Option<u64> {
    KNOWN.read().expect("no panic while primes are listed").get(&bits)?.get(index).copied()
}

/// Extends the list to this index; `None` if there are not so many.
fn find_prime(bits: u32, index: usize) -> Option<u64> {
    let mut lists = KNOWN.write().expect("no panic while primes are listed");
    let list = lists.entry(bits).or_default();
    while list.len() <= index {
        let top = list.last().map_or((1 << bits) - 1, |last| last - 2);
        list.push((3..=top).rev().step_by(2).find(|&n| is_prime(n))?);
    }
    list.get(index).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn primality_agrees_with_trial_division() {
        let naive = |n: u64| n > 1 && (2..n).take_while(|d| d * d <= n).all(|d| !n.is_multiple_of(d));
        for n in 0..5000 {
            assert_eq!(is_prime(n), naive(n), "{n}");
        }
    }

    #[test]
    fn fast_products_are_exact() {
        let mut state = 1u64;
        let mut next = |modulus: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 8) % modulus
        };
        for modulus in [2, 3, 101, (1 << 31) - 1, (1 << 44) - 17, (1 << 49) + 1, (1 << 50) - 27, (1 << 50) - 1] {
            for k in 0..20_000u64 {
                // Corners, and anywhere.
                let a = if k % 3 == 0 { modulus - 1 - (k / 3) % modulus.min(50) } else { next(modulus) };
                let b = if k % 5 == 0 { modulus - 1 - (k / 5) % modulus.min(50) } else { next(modulus) };
                let expected = (u128::from(a) * u128::from(b) % u128::from(modulus)) as u64;
                assert_eq!(multiply(a, b, modulus), expected, "{a} {b} mod {modulus}");
            }
        }
    }

    #[test]
    fn strong_pseudoprimes_are_not_primes() {
        // Composite, yet they pass the first 4, 6, 7 and 9 bases.
        for n in [3_215_031_751, 3_474_749_660_383, 341_550_071_728_321, 3_825_123_056_546_413_051] {
            assert!(!is_prime(n), "{n}");
        }
        assert!(is_prime((1 << 61) - 1));
    }

    #[test]
    fn primes_come_largest_first() {
        for _ in 0..2 {
            assert_eq!(primes_below(5).collect::<Vec<_>>(), [31, 29, 23, 19, 17, 13, 11, 7, 5, 3]);
        }
        let (few, more): (Vec<_>, Vec<_>) = (primes_below(40).take(3).collect(), primes_below(40).take(9).collect());
        assert_eq!(few, more[..3]);
        assert!(more.windows(2).all(|w| (w[1] + 1..w[0]).all(|n| !is_prime(n)) && is_prime(w[1])));
    }

    #[test]
    fn inverse_times_itself_is_one() {
        let field = Field::new(101);
        for a in 1..101 {
            assert_eq!(field.mul(a, field.inverse(a)), 1);
        }
    }
}
