//! Polynomials with integer coefficients.

use super::modular::prime::{FAST_BITS, Field, primes_below};
use super::modular::reconstruct::{Image, reconstruct, symmetric};
use super::rational::{Rational, common_divisor};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;
use std::fmt;

/// `sum_k c_k x^k`, lowest coefficient first, without leading zeros: the zero polynomial has none.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Polynomial {
    coefficients: Vec<BigInt>,
}

impl Polynomial {
    /// The polynomial with these coefficients, lowest first.
    pub fn new(mut coefficients: Vec<BigInt>) -> Polynomial {
        while coefficients.last().is_some_and(Zero::is_zero) {
            coefficients.pop();
        }
        Polynomial { coefficients }
    }

    /// The polynomial with these small coefficients, lowest first.
    pub fn from_small(coefficients: &[i64]) -> Polynomial {
        Polynomial::new(coefficients.iter().map(|&c| BigInt::from(c)).collect())
    }

    /// The constant 1.
    pub fn one() -> Polynomial {
        Polynomial::from_small(&[1])
    }

    /// `d x - n` for the rational `n/d`.
    pub fn vanishing_at(root: &Rational) -> Polynomial {
        Polynomial::new(vec![-root.numer(), root.denom().clone()])
    }

    /// The coefficients, lowest first.
    pub fn coefficients(&self) -> &[BigInt] {
        &self.coefficients
    }

    /// The degree; 0 for constants, zero included.
    pub fn degree(&self) -> usize {
        self.coefficients.len().saturating_sub(1)
    }

    /// Whether it is the zero polynomial.
    pub fn is_zero(&self) -> bool {
        self.coefficients.is_empty()
    }

    /// The leading coefficient; zero for the zero polynomial.
    pub fn leading(&self) -> BigInt {
        self.coefficients.last().cloned().unwrap_or_default()
    }

    /// The derivative.
    pub fn derivative(&self) -> Polynomial {
        Polynomial::new(self.coefficients.iter().enumerate().skip(1).map(|(k, c)| c * k).collect())
    }

    /// The sum.
    pub fn plus(&self, other: &Polynomial) -> Polynomial {
        let (long, short) = if self.degree() >= other.degree() { (self, other) } else { (other, self) };
        let mut sum = long.coefficients.clone();
        for (k, c) in short.coefficients.iter().enumerate() {
            match sum.get_mut(k) {
                Some(s) => *s += c,
                None => sum.push(c.clone()),
            }
        }
        Polynomial::new(sum)
    }

    /// The product with an integer.
    pub fn scaled(&self, by: &BigInt) -> Polynomial {
        Polynomial::new(self.coefficients.iter().map(|c| c * by).collect())
    }

    /// The difference.
    pub fn minus(&self, other: &Polynomial) -> Polynomial {
        self.plus(&other.scaled(&BigInt::from(-1)))
    }

    /// The product.
    pub fn times(&self, other: &Polynomial) -> Polynomial {
        if self.is_zero() || other.is_zero() {
            return Polynomial::new(Vec::new());
        }
        let mut product = vec![BigInt::zero(); self.coefficients.len() + other.coefficients.len() - 1];
        for (i, a) in self.coefficients.iter().enumerate() {
            for (j, b) in other.coefficients.iter().enumerate() {
                product[i + j] += a * b;
            }
        }
        Polynomial::new(product)
    }

    /// `x^k` times the polynomial.
    pub fn times_power(&self, k: usize) -> Polynomial {
        let mut coefficients = vec![BigInt::zero(); k];
        coefficients.extend(self.coefficients.iter().cloned());
        Polynomial::new(coefficients)
    }

    /// Without the factor common to all coefficients, and with a positive leading coefficient.
    pub fn primitive(&self) -> Polynomial {
        let mut content = common_divisor(&self.coefficients);
        if self.leading().is_negative() {
            content = -content;
        }
        match self.is_zero() || content.is_one() {
            true => self.clone(),
            false => Polynomial::new(self.coefficients.iter().map(|c| c / &content).collect()),
        }
    }

    /// The quotient, if `other` divides the polynomial with integer coefficients. Panics if `other` is zero.
    pub fn divided_by(&self, other: &Polynomial) -> Option<Polynomial> {
        assert!(!other.is_zero(), "a division by the zero polynomial");
        let mut rest = self.coefficients.clone();
        let steps = (self.coefficients.len() + 1).saturating_sub(other.coefficients.len());
        let mut quotient = vec![BigInt::zero(); steps];
        for k in (0..steps).rev() {
            let (q, r) = rest[k + other.degree()].div_rem(other.coefficients.last()?);
            if !r.is_zero() {
                return None;
            }
            if !q.is_zero() {
                for (i, c) in other.coefficients.iter().enumerate() {
                    rest[k + i] -= &q * c;
                }
            }
            quotient[k] = q;
        }
        rest.iter().all(Zero::is_zero).then(|| Polynomial::new(quotient))
    }

    /// `c^steps` times the polynomial modulo `divisor`, where c is the leading coefficient of `divisor`.
    /// Panics unless `divisor` is not zero and the degree is below its degree plus `steps`.
    pub fn pseudo_remainder(&self, divisor: &Polynomial, steps: usize) -> Polynomial {
        assert!(!divisor.is_zero(), "a division by the zero polynomial");
        let (degree, leading) = (divisor.degree(), divisor.leading());
        assert!(self.coefficients.len() <= degree + steps, "so many steps lower the degree far enough");
        let mut rest = self.coefficients.clone();
        for k in (0..steps).rev() {
            let head = if rest.len() > degree + k { rest.pop().unwrap_or_default() } else { BigInt::zero() };
            rest.iter_mut().for_each(|c| *c *= &leading);
            if !head.is_zero() {
                for (r, c) in rest[k..].iter_mut().zip(&divisor.coefficients) {
                    *r -= &head * c;
                }
            }
        }
        Polynomial::new(rest)
    }

    /// The value at `n/d`, times `d^degree`: an integer.
    pub(crate) fn homogeneous(&self, n: &BigInt, d: &BigInt) -> BigInt {
        let mut power = BigInt::one();
        let mut value = BigInt::zero();
        for c in self.coefficients.iter().rev() {
            value = value * n + c * &power;
            power *= d;
        }
        value
    }

    /// The value at a rational.
    pub fn at(&self, x: &Rational) -> Rational {
        Rational::new(self.homogeneous(x.numer(), x.denom()), x.denom().pow(self.degree() as u32))
    }

    /// The sign at a rational.
    pub fn sign_at(&self, x: &Rational) -> Ordering {
        self.homogeneous(x.numer(), x.denom()).cmp(&BigInt::zero())
    }

    /// `d^degree p(x + n/d)`, by repeated synthetic division.
    pub fn shifted(&self, by: &Rational) -> Polynomial {
        // d^degree p(y/d) has its roots at d times those of p; shift by n, then scale back.
        let (n, d) = (by.numer(), by.denom());
        let mut c = self.coefficients.clone();
        let mut power = BigInt::one();
        for c in c.iter_mut().rev() {
            *c *= &power;
            power *= d;
        }
        for start in 0..self.degree() {
            for k in (start..self.degree()).rev() {
                let carried = n * &c[k + 1];
                c[k] += carried;
            }
        }
        let mut power = BigInt::one();
        for c in &mut c {
            *c *= &power;
            power *= d;
        }
        Polynomial::new(c)
    }

    /// How often the signs of consecutive non-zero coefficients differ (Descartes): an upper bound, of the
    /// same parity, for the number of positive roots; exactly that number where all roots are real.
    pub fn sign_variations(&self) -> usize {
        let nonzero: Vec<_> = self.coefficients.iter().filter(|c| !c.is_zero()).collect();
        nonzero.windows(2).filter(|w| w[0].sign() != w[1].sign()).count()
    }

    /// The coefficients modulo a prime, lowest first; as many as there are here.
    pub(crate) fn residues(&self, field: Field) -> Vec<u64> {
        self.coefficients.iter().map(|c| residue(c, field.prime())).collect()
    }

    /// The greatest common divisor, primitive with positive leading coefficient. Of zero and p it is p.
    pub fn gcd(&self, other: &Polynomial) -> Polynomial {
        if self.is_zero() {
            return other.primitive();
        }
        if other.is_zero() {
            return self.primitive();
        }
        modular_gcd(&self.primitive(), &other.primitive())
    }

    /// Whether it has no repeated factor.
    pub fn is_square_free(&self) -> bool {
        let derivative = self.derivative();
        self.is_coprime_modulo_a_prime(&derivative) || self.gcd(&derivative).degree() == 0
    }

    /// Whether one small prime proves that there is no common factor: one that divides a leading
    /// coefficient proves nothing, and any other cannot lower the degree of the common divisor.
    fn is_coprime_modulo_a_prime(&self, other: &Polynomial) -> bool {
        const PRIME: u64 = (1 << 31) - 1;
        let field = Field::of_prime(PRIME);
        let (a, b) = (self.residues(field), other.residues(field));
        a.last().is_some_and(|&leading| leading != 0) && field.gcd(a, b).len() == 1
    }

    /// `[(g_1, 1), (g_2, 2), ...]` with `p = c prod g_k^k`, the `g_k` square-free, coprime and not constant
    /// (Yun 1976). Primitive, unless p itself is square-free: then it is returned as it is.
    pub fn square_free_parts(&self) -> Vec<(Polynomial, usize)> {
        if self.degree() == 0 {
            return Vec::new();
        }
        if self.is_coprime_modulo_a_prime(&self.derivative()) {
            return vec![(self.clone(), 1)];
        }
        let exact = |p: &Polynomial, q: &Polynomial| p.divided_by(q).expect("a common divisor divides");
        let p = self.primitive();
        let derivative = p.derivative();
        let common = p.gcd(&derivative);
        let (mut w, mut y) = (exact(&p, &common), exact(&derivative, &common));
        let mut parts = Vec::new();
        for k in 1.. {
            if w.degree() == 0 {
                break;
            }
            let z = y.minus(&w.derivative());
            let part = w.gcd(&z);
            w = exact(&w, &part);
            y = exact(&z, &part);
            if part.degree() > 0 {
                parts.push((part, k));
            }
        }
        parts
    }
}

/// The residue in `0..p` of an integer.
pub(crate) fn residue(n: &BigInt, p: u64) -> u64 {
    let r = (n.magnitude() % p).to_u64().expect("a remainder is below its modulus");
    if r != 0 && n.is_negative() { p - r } else { r }
}

/// The gcd of primitive polynomials: images modulo primes, put together until the result divides both.
/// A prime that does not divide the leading coefficients can only give too large a degree, so the
/// smallest degree seen is kept, and division proves the end.
fn modular_gcd(a: &Polynomial, b: &Polynomial) -> Polynomial {
    let leading = a.leading().gcd(&b.leading());
    let mut images: Vec<Image> = Vec::new();
    let mut degree = a.degree().min(b.degree());
    let mut tried_at = 0;
    for prime in primes_below(FAST_BITS) {
        let field = Field::of_prime(prime);
        if residue(&leading, prime) == 0 {
            continue;
        }
        let mut image = field.gcd(a.residues(field), b.residues(field));
        if image.len() == 1 {
            return Polynomial::one();
        }
        if image.len() - 1 > degree {
            continue;
        }
        if image.len() - 1 < degree {
            degree = image.len() - 1;
            images.clear();
            tried_at = 0;
        }
        let scale = residue(&leading, prime);
        image.iter_mut().for_each(|c| *c = field.mul(*c, scale));
        images.push(Image { prime, residues: image });
        // Trying costs a division: try at 1, 2, 4, 8, ... images.
        if images.len() >= 2 * tried_at {
            tried_at = images.len();
            let candidate = Polynomial::new(symmetric(reconstruct(&images))).primitive();
            if a.divided_by(&candidate).is_some() && b.divided_by(&candidate).is_some() {
                return candidate;
            }
        }
    }
    unreachable!("there are more primes below 2^50 than the gcd has bits")
}

impl fmt::Display for Polynomial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let terms = self.coefficients.iter().enumerate().rev().filter(|(_, c)| !c.is_zero());
        let mut first = true;
        for (k, c) in terms {
            let sign = match (first, c.is_negative()) {
                (true, true) => "-",
                (true, false) => "",
                (false, true) => " - ",
                (false, false) => " + ",
            };
            let size = c.magnitude();
            let power = match k {
                0 => String::new(),
                1 => "x".into(),
                _ => format!("x^{k}"),
            };
            let shown = if size.is_one() && k > 0 { String::new() } else { size.to_string() };
            let space = if shown.is_empty() || power.is_empty() { "" } else { " " };
            write!(f, "{sign}{shown}{space}{power}")?;
            first = false;
        }
        if first { f.write_str("0") } else { Ok(()) }
    }
}

impl fmt::Debug for Polynomial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::super::rational::ratio;
    use super::*;

    fn p(c: &[i64]) -> Polynomial {
        Polynomial::from_small(c)
    }

    fn product(factors: &[&Polynomial]) -> Polynomial {
        factors.iter().fold(Polynomial::one(), |acc, f| acc.times(f))
    }

    #[test]
    fn gcd_and_square_free_parts_recover_what_was_multiplied() {
        let atoms = [p(&[-1, 2]), p(&[0, 1]), p(&[-2, 0, 1]), p(&[1, 0, 1]), p(&[3, -7, 5])];
        for code in 0..3usize.pow(5) {
            let exponents: Vec<usize> = (0..5).map(|k| code / 3usize.pow(k) % 3).collect();
            let mut whole = p(&[-6]);
            for (atom, &e) in atoms.iter().zip(&exponents) {
                (0..e).for_each(|_| whole = whole.times(atom));
            }
            let with = |e| {
                product(&atoms.iter().zip(&exponents).filter(|(_, k)| **k == e).map(|(a, _)| a).collect::<Vec<_>>())
            };
            let expected: Vec<_> = [(with(1), 1), (with(2), 2)].into_iter().filter(|(g, _)| g.degree() > 0).collect();
            let found: Vec<_> = whole.square_free_parts().iter().map(|(g, k)| (g.primitive(), *k)).collect();
            assert_eq!(found, expected, "{exponents:?}");
            assert_eq!(whole.is_square_free(), exponents.iter().all(|&e| e < 2));
            let common = whole.gcd(&product(&[&atoms[0], &atoms[2], &atoms[2]]).scaled(&BigInt::from(10)));
            let mut expected = Polynomial::one();
            (0..exponents[0].min(1)).for_each(|_| expected = expected.times(&atoms[0]));
            (0..exponents[2].min(2)).for_each(|_| expected = expected.times(&atoms[2]));
            assert_eq!(common, expected);
        }
    }

    #[test]
    fn large_gcds_are_found() {
        let big = |k: u64| Polynomial::new((0..12).map(|i| BigInt::from(k * k + 7 * i).pow(20) - i).collect());
        let (g, a, b) = (big(3).primitive(), big(5), big(8));
        assert_eq!(g.times(&a).gcd(&g.times(&b)), g);
    }

    #[test]
    fn values_shifts_and_signs_agree() {
        let q = p(&[3, -7, 0, 5, -1]);
        for n in -8i64..8 {
            for d in 1i64..4 {
                let x = ratio(n, d);
                let expected: Rational =
                    q.coefficients().iter().rev().fold(ratio(0, 1), |v, c| v * &x + Rational::from(c.clone()));
                assert_eq!(q.at(&x), expected);
                assert_eq!(q.sign_at(&x), expected.cmp(&ratio(0, 1)));
                let shifted = q.shifted(&x);
                let scale = Rational::from(x.denom().pow(4));
                for y in [ratio(0, 1), ratio(1, 1), ratio(-2, 3)] {
                    assert_eq!(shifted.at(&y), q.at(&(&x + &y)) * &scale, "{x} {y}");
                }
            }
        }
    }

    #[test]
    fn descartes_counts_the_positive_roots_of_a_real_rooted_polynomial() {
        let roots = [ratio(-3, 2), ratio(0, 1), ratio(1, 3), ratio(1, 3), ratio(5, 1)];
        let q = roots.iter().fold(Polynomial::one(), |acc, r| acc.times(&Polynomial::vanishing_at(r)));
        for c in [ratio(-2, 1), ratio(-3, 2), ratio(0, 1), ratio(1, 4), ratio(1, 3), ratio(4, 1), ratio(5, 1)] {
            let above = roots.iter().filter(|r| **r > c).count();
            assert_eq!(q.shifted(&c).sign_variations(), above, "above {c}");
        }
    }

    #[test]
    fn division_is_exact_or_refused() {
        let (a, b) = (p(&[1, 2, 3]), p(&[-5, 0, 2]));
        assert_eq!(a.times(&b).divided_by(&b), Some(a.clone()));
        assert_eq!(a.times(&b).plus(&p(&[1])).divided_by(&b), None);
        assert_eq!(a.divided_by(&p(&[2])), None);
        assert_eq!(p(&[1]).divided_by(&b), None);
        assert_eq!(p(&[]).divided_by(&b), Some(p(&[])));
    }

    #[test]
    fn pseudo_remainders_differ_by_multiples_of_the_divisor() {
        let divisor = p(&[-5, 1, 3]);
        for (dividend, steps) in [(p(&[2, 0, -7, 4, 1]), 3), (p(&[2, 0, -7]), 3), (p(&[1, 2]), 2), (p(&[]), 1)] {
            let remainder = dividend.pseudo_remainder(&divisor, steps);
            assert!(remainder.degree() < 2);
            let scaled = dividend.scaled(&BigInt::from(3).pow(steps as u32));
            assert!(scaled.minus(&remainder).divided_by(&divisor).is_some(), "{dividend} {steps}");
        }
    }

    #[test]
    fn text_is_readable() {
        assert_eq!(p(&[-1, 0, 3, -1, 1]).to_string(), "x^4 - x^3 + 3 x^2 - 1");
        assert_eq!(p(&[]).to_string(), "0");
    }
}
