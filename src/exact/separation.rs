//! How near to zero a number can be without being zero: a root separation bound for expressions.

use super::polynomial::Polynomial;
use super::rational::Rational;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// More bits than this are never followed: the bound would be of no use.
const MOST_BITS: u64 = 1 << 16;

/// An expression's value as a quotient `U / (c L)`, where c is a positive integer and U and L are algebraic
/// integers, L not zero: bounds for U, L and all their conjugates.
///
/// **Theorem** (Burnikel, Funke, Mehlhorn, Schirra, Schmitt 2001, *A separation bound for real algebraic
/// expressions*). Let `|U| <= u` and `|L| <= l` hold for the numbers and for their images under every
/// embedding into the complex numbers of a field F that contains both, and let D be at least the degree of F
/// over the rationals. If `U / (c L)` is not zero, then `|U / (c L)| >= 1 / (u^(D-1) c l)`.
///
/// *Proof.* U is an algebraic integer, so the product of its conjugates is an integer, and not zero: it is
/// at least 1 in absolute value. There are at most D of them, and each is at most u, so also `u >= 1` and
/// `|U| >= 1 / u^(D-1)`. And `|c L| <= c l`. ∎
///
/// The rules below are those of the source, with one difference: integers in the denominator are kept
/// exactly, so that a sum has the least common multiple of its terms' denominators, not their product. All
/// logarithms are to base 2 and rounded up. F is the field of all algebraic numbers and square roots that
/// occur: whoever asks counts its degree.
#[derive(Clone, Debug)]
pub struct Separation {
    /// `log u`.
    above: i64,
    /// c.
    denominator: BigInt,
    /// `log l`.
    below: i64,
}

impl Separation {
    /// Of a rational `a / b`: U is a, c is b.
    pub fn rational(value: &Rational) -> Separation {
        Separation { above: logarithm(value.numer()), denominator: value.denom().clone(), below: 0 }
    }

    /// Of `p(x) / d` at a root x of a polynomial with integer coefficients and leading coefficient a. With
    /// m the degree of p, `U = a^m p(x)` is a polynomial in the algebraic integer `a x` with integer
    /// coefficients, and c is `a^m d`. Conjugates of x are roots of the polynomial: R bounds them all.
    pub fn at_root(p: &Polynomial, d: &BigInt, polynomial: &Polynomial) -> Option<Separation> {
        let power = polynomial.leading().abs().pow(p.degree() as u32);
        let radius = RootRadius::of(polynomial);
        let terms = p.coefficients().iter().enumerate().filter(|(_, c)| !c.is_zero());
        let logs: Vec<i64> = terms.map(|(k, c)| logarithm(&(c * &power)) + radius.power(k)).collect();
        Separation { above: logarithm_of_sum(&logs), denominator: power * d, below: 0 }.followed()
    }

    /// Of a sum: over the common denominator, `U = sum_i U_i (c / c_i) prod_(j != i) L_j`, `L = prod L_i`.
    pub fn sum(terms: &[Separation]) -> Option<Separation> {
        let denominator = terms.iter().fold(BigInt::one(), |common, t| common.lcm(&t.denominator));
        let below: i64 = terms.iter().map(|t| t.below).sum();
        let logs: Vec<i64> =
            terms.iter().map(|t| t.above + logarithm(&(&denominator / &t.denominator)) + below - t.below).collect();
        Separation { above: logarithm_of_sum(&logs), denominator, below }.followed()
    }

    /// Of a product: products of all three.
    pub fn product(factors: &[Separation]) -> Option<Separation> {
        let denominator = factors.iter().map(|f| &f.denominator).product();
        let above = factors.iter().map(|f| f.above).sum();
        Separation { above, denominator, below: factors.iter().map(|f| f.below).sum() }.followed()
    }

    /// Of a rational multiple: a factor that numerator and denominator have in common is in neither.
    pub fn times(&self, by: &Rational) -> Option<Separation> {
        let common = by.numer().gcd(&self.denominator);
        let above = self.above + logarithm(&(by.numer() / &common));
        Separation { above, denominator: &self.denominator / common * by.denom(), below: self.below }.followed()
    }

    /// Of a quotient by a number that is not zero: `U_1 c_2 L_2 / (c_1 L_1 U_2)`.
    pub fn over(&self, divisor: &Separation) -> Option<Separation> {
        let above = self.above + logarithm(&divisor.denominator) + divisor.below;
        let denominator = self.denominator.clone();
        Separation { above, denominator, below: self.below + divisor.above }.followed()
    }

    /// Of a square root: `sqrt(U c L) / (c L)` or `U / sqrt(U c L)`, whichever has the smaller bounds. The
    /// field grows by the one root, and conjugates of `sqrt(U c L)` are square roots of conjugates of
    /// `U c L`.
    pub fn square_root(&self) -> Option<Separation> {
        let divisor = logarithm(&self.denominator) + self.below;
        let root = (self.above + divisor + 1).div_euclid(2);
        match self.above >= divisor {
            true => Separation { above: root, denominator: self.denominator.clone(), below: self.below },
            false => Separation { above: self.above, denominator: BigInt::one(), below: root },
        }
        .followed()
    }

    /// Of a number that is one of these, whichever.
    pub fn one_of(numbers: &[Separation]) -> Option<Separation> {
        let denominator = numbers.iter().fold(BigInt::one(), |common, n| common.lcm(&n.denominator));
        let above = numbers.iter().map(|n| n.above + logarithm(&(&denominator / &n.denominator))).max()?;
        Separation { above, denominator, below: numbers.iter().map(|n| n.below).max()? }.followed()
    }

    /// A k such that the value is zero or at least `2^-k` in absolute value, where the degree of the field is
    /// at most this.
    pub fn bits(&self, degree: u64) -> u64 {
        let conjugates = degree.saturating_sub(1).saturating_mul(self.above.max(0) as u64);
        conjugates.saturating_add((logarithm(&self.denominator) + self.below).max(0) as u64)
    }

    /// `None` where a bound has become too large to follow.
    fn followed(self) -> Option<Separation> {
        let small = |log: i64| log.unsigned_abs() <= MOST_BITS;
        (small(self.above) && small(self.below) && self.denominator.bits() <= MOST_BITS).then_some(self)
    }
}

/// `log |n|`, rounded up; 0 of zero, which bounds it as well as any.
fn logarithm(n: &BigInt) -> i64 {
    let size = n.magnitude();
    let power_of_two = size.trailing_zeros().is_some_and(|zeros| zeros + 1 == size.bits());
    size.bits() as i64 - i64::from(power_of_two)
}

/// `log sum 2^e`, rounded up, of numbers below `2^e`; 0 of none.
fn logarithm_of_sum(logs: &[i64]) -> i64 {
    let largest = logs.iter().copied().max().unwrap_or(0);
    // What is 2^-60 of the largest, and less, counts as much.
    let scaled: u128 = logs.iter().map(|e| 1u128 << (e - largest + 60).max(0)).sum();
    largest - 60 + logarithm(&BigInt::from(scaled))
}

/// A bound for all roots of a polynomial, real or not.
struct RootRadius {
    /// `log R^(2^steps)`, rounded up.
    log: i64,
    steps: u32,
}

impl RootRadius {
    /// Fujiwara's bound (1916) `R <= 2 max_k |c_(n-k) / c_n|^(1/k)`, of the polynomial whose roots are the
    /// `2^steps`-th powers of the roots (Graeffe): so its error, a factor of at most 2 n, loses its weight.
    fn of(polynomial: &Polynomial) -> RootRadius {
        let steps = if polynomial.degree() <= 12 { 4 } else { 0 };
        let powers = (0..steps).fold(polynomial.clone(), |p, _| squared_roots(&p));
        let (n, leading) = (powers.degree(), logarithm_below(&powers.leading()));
        let ratios = (1..=n).filter(|k| !powers.coefficients()[n - k].is_zero()).map(|k| {
            let log = logarithm(&powers.coefficients()[n - k]) - leading;
            log.div_euclid(k as i64) + i64::from(log.rem_euclid(k as i64) != 0)
        });
        // No ratio: all roots are zero.
        RootRadius { log: 1 + ratios.max().unwrap_or(-1), steps }
    }

    /// `log R^k`, rounded up.
    fn power(&self, k: usize) -> i64 {
        let log = self.log * k as i64;
        (log >> self.steps) + i64::from(log & ((1 << self.steps) - 1) != 0)
    }
}

/// The polynomial whose roots are the squares of the roots: `p(x) p(-x)` in `x^2`.
fn squared_roots(p: &Polynomial) -> Polynomial {
    let signed = p.coefficients().iter().enumerate().map(|(k, c)| if k % 2 == 0 { c.clone() } else { -c });
    let product = p.times(&Polynomial::new(signed.collect()));
    Polynomial::new(product.coefficients().iter().step_by(2).cloned().collect()).primitive()
}

/// `log |n|`, rounded down, of an n that is not zero.
fn logarithm_below(n: &BigInt) -> i64 {
    n.bits() as i64 - 1
}

#[cfg(test)]
mod tests {
    use super::super::rational::{integer, ratio};
    use super::*;

    #[test]
    fn logarithms_are_rounded_up() {
        for (n, log) in [(0, 0), (1, 0), (2, 1), (3, 2), (4, 2), (5, 3), (-8, 3), (-9, 4)] {
            assert_eq!(logarithm(&BigInt::from(n)), log, "{n}");
        }
        assert_eq!(logarithm_of_sum(&[3, 3, 3]), 5);
        assert_eq!(logarithm_of_sum(&[3, 3]), 4);
        assert_eq!(logarithm_of_sum(&[-7]), -7);
        assert_eq!(logarithm_of_sum(&[0, -1000]), 1);
    }

    #[test]
    fn radii_hold_all_roots_and_little_more() {
        // (x - 5)(x + 3)(2 x - 1), x^2 - 2, x^2 + 100 with complex roots, (3 x - 1)^2 x
        for (coefficients, largest) in
            [(vec![15, -28, -5, 2], ratio(5, 1)), (vec![100, 0, 1], ratio(10, 1)), (vec![0, 1, -6, 9], ratio(1, 3))]
        {
            let radius = RootRadius::of(&Polynomial::from_small(&coefficients));
            for k in [1, 2, 7] {
                let power = (0..k).fold(integer(1), |power, _| power * &largest);
                let bound = radius.power(k);
                let two = |e: i64| if e < 0 { ratio(1, BigInt::one() << -e) } else { integer(BigInt::one() << e) };
                assert!(power <= two(bound), "{coefficients:?} {k} {bound}");
                assert!(two(bound) < power * integer(2 + k as i64), "{coefficients:?} {k} {bound}");
            }
        }
    }

    /// `|sqrt 2 - a/b|` is bounded from below for the best rational approximations, and not by much too little.
    #[test]
    fn nearest_fractions_to_the_root_of_two() {
        let root = Separation::rational(&integer(2)).square_root().unwrap();
        let (mut a, mut b) = (BigInt::from(1), BigInt::from(1));
        for _ in 0..60 {
            (a, b) = (&a + &b * 2, &a + &b);
            let difference = Separation::sum(&[root.clone(), Separation::rational(&ratio(-&a, b.clone()))]).unwrap();
            let bits = difference.bits(2);
            // |sqrt 2 - a/b| = 1 / (b^2 (sqrt 2 + a/b)) and sqrt 2 + a/b lies between 2 and 4.
            let exact = 2 * b.bits() as i64 + 1;
            assert!(bits as i64 >= exact - 2, "{a}/{b}: {bits}");
            assert!(bits as i64 <= exact + 4, "{a}/{b}: {bits}");
        }
    }

    #[test]
    fn conjugates_of_numbers_at_a_root_are_bounded() {
        // (7 x - 3) / 5 at roots of 3 x^2 - 6 x + 1, which lie in (0, 2): 3 (7 x - 3) <= 33 < 2^6.
        let p = Polynomial::from_small(&[1, -6, 3]);
        let bound = Separation::at_root(&Polynomial::from_small(&[-3, 7]), &BigInt::from(5), &p).unwrap();
        assert_eq!(bound.denominator, BigInt::from(15));
        assert!(bound.above >= 6 && bound.above <= 7, "{bound:?}");
        // A denominator that a factor cancels.
        assert_eq!(bound.times(&integer(15)).unwrap().denominator, BigInt::one());
        assert_eq!(bound.times(&ratio(5, 7)).unwrap().denominator, BigInt::from(21));
    }
}
