//! Primes below a given power of two, and arithmetic modulo one of them.

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

fn multiply(a: u64, b: u64, modulus: u64) -> u64 {
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

/// The primes below `2^bits`, largest first.
pub fn primes_below(bits: u32) -> impl Iterator<Item = u64> {
    assert!((3..=62).contains(&bits), "primes of {bits} bits");
    let top = (1u64 << bits) - 1;
    (0..top / 2).map(move |i| top - 2 * i).filter(|&n| is_prime(n))
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
    fn strong_pseudoprimes_are_not_primes() {
        // Composite, yet they pass the first 4, 6, 7 and 9 bases.
        for n in [3_215_031_751, 3_474_749_660_383, 341_550_071_728_321, 3_825_123_056_546_413_051] {
            assert!(!is_prime(n), "{n}");
        }
        assert!(is_prime((1 << 61) - 1));
    }

    #[test]
    fn primes_come_largest_first() {
        assert_eq!(primes_below(5).collect::<Vec<_>>(), [31, 29, 23, 19, 17, 13, 11, 7, 5, 3]);
    }

    #[test]
    fn inverse_times_itself_is_one() {
        let field = Field::new(101);
        for a in 1..101 {
            assert_eq!(field.mul(a, field.inverse(a)), 1);
        }
    }
}
