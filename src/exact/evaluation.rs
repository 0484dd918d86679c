//! Fast certified values of a polynomial at dyadic points.
//!
//! Coefficients of a characteristic polynomial have thousands of bits; a sign needs few of them. Here
//! the polynomial is scaled so that the points asked for are at most 1 in size, its coefficients are cut
//! to a working precision, and Horner's rule runs on integers with a known error.

use super::dyadic::{Dyadic, Towards};
use super::polynomial::Polynomial;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use std::cmp::Ordering;

/// A polynomial prepared for values at points `x` with `|x| <= 2^scale`.
pub struct Evaluator<'a> {
    polynomial: &'a Polynomial,
    scale: i64,
    /// `log2` of the largest term that a coefficient can contribute: `max_k bits(c_k) + scale k`.
    top: i64,
    /// The coefficients in units of `2^(top - precision)`, rounded down.
    truncated: Vec<BigInt>,
    precision: u64,
}

/// `value * 2^unit`, off by at most `error * 2^unit`.
pub struct Approximation {
    value: BigInt,
    error: BigInt,
    unit: i64,
}

impl Approximation {
    /// The sign, if the error does not reach zero.
    pub fn sign(&self) -> Option<Ordering> {
        (self.value.abs() > self.error).then(|| self.value.cmp(&BigInt::zero()))
    }

    /// The approximate value, as a dyadic.
    pub fn dyadic(&self) -> Dyadic {
        Dyadic::new(self.value.clone(), self.unit)
    }
}

impl<'a> Evaluator<'a> {
    /// For points of size at most `2^scale`, with some first precision. Panics for the zero polynomial.
    pub fn new(polynomial: &'a Polynomial, scale: i64) -> Evaluator<'a> {
        assert!(!polynomial.is_zero(), "signs of the zero polynomial");
        let terms = polynomial.coefficients().iter().enumerate().filter(|(_, c)| !c.is_zero());
        let top = terms.map(|(k, c)| c.bits() as i64 + scale * k as i64).max().expect("not zero");
        let mut evaluator = Evaluator { polynomial, scale, top, truncated: Vec::new(), precision: 0 };
        evaluator.set_precision(64 + 3 * polynomial.degree() as u64);
        evaluator
    }

    fn set_precision(&mut self, precision: u64) {
        let unit = self.top - precision as i64;
        let cut = |(k, c): (usize, &BigInt)| {
            let shift = unit - self.scale * k as i64;
            if shift > 0 { c >> shift } else { c << -shift }
        };
        self.truncated = self.polynomial.coefficients().iter().enumerate().map(cut).collect();
        self.precision = precision;
    }

    /// The value at a point, to the current precision.
    ///
    /// With y = x / 2^scale, |y| <= 1, and y itself cut to `precision` bits by at most one unit: each
    /// Horner step multiplies the error so far by |y|, and adds one unit for the cut coefficient, one for
    /// rounding the product, and `|acc| 2^-precision` for the cut of y, where `|acc| <= (n + 1) 2^precision`.
    pub fn at(&self, x: &Dyadic) -> Approximation {
        assert!(x.magnitude().is_none_or(|e| e <= self.scale), "a point beyond the scale");
        let bits = self.precision;
        let y = x.shifted(-self.scale);
        let exact = y.is_zero() || y.exponent() >= -(bits as i64);
        // A short point keeps its few bits; the products stay short too.
        let fraction = if exact { (-y.exponent()).max(0) as u64 } else { bits };
        let y = y.to_multiple(-(fraction as i64), Towards::Below);
        let mut value = BigInt::zero();
        for c in self.truncated.iter().rev() {
            value = ((value * &y) >> fraction) + c;
        }
        let n = self.truncated.len() as u64;
        let per_step = if exact { 2 } else { 2 + n + 1 };
        Approximation { value, error: BigInt::from(n * per_step), unit: self.top - bits as i64 }
    }

    /// The sign at a point. Precision is doubled until the sign shows; beyond the size of an exact value
    /// the exact value decides.
    pub fn sign_at(&mut self, x: &Dyadic) -> Ordering {
        let exact_bits = self.exact_bits(x);
        loop {
            if let Some(sign) = self.at(x).sign() {
                return sign;
            }
            if self.precision > exact_bits {
                return self.polynomial.sign_at(&x.to_rational());
            }
            self.set_precision(self.precision * 2);
        }
    }

    /// The value at a point that is not a root, to about `bits` bits of relative precision.
    pub fn value_at(&mut self, x: &Dyadic, bits: u64) -> Dyadic {
        let exact_bits = self.exact_bits(x) + bits;
        loop {
            let found = self.at(x);
            if found.value.abs() > &found.error << bits || self.precision > exact_bits {
                return found.dyadic();
            }
            self.set_precision(self.precision * 2);
        }
    }

    /// A precision at which every term is whole.
    fn exact_bits(&self, x: &Dyadic) -> u64 {
        let coefficient = self.polynomial.coefficients().iter().map(BigInt::bits).max().unwrap_or(0);
        coefficient + x.mantissa().bits() * self.truncated.len() as u64
    }
}

#[cfg(test)]
mod tests {
    use super::super::rational::{Rational, ratio};
    use super::*;

    #[test]
    fn approximations_contain_the_value_and_signs_are_exact() {
        // prod (30 x - k)^2 has many small values and many zeros of both its value and its slope.
        let atoms: Vec<Polynomial> = (1..9).map(|k| Polynomial::vanishing_at(&ratio(k, 32))).collect();
        let p = atoms.iter().fold(Polynomial::from_small(&[-5]), |p, a| p.times(a));
        let q = p.times(&Polynomial::from_small(&[-1, 3])).scaled(&BigInt::from(7).pow(200));
        for polynomial in [p, q] {
            for scale in [-1i64, 0, 3] {
                let mut evaluator = Evaluator::new(&polynomial, scale);
                for numerator in -40i64..=40 {
                    for denominator in [5u32, 7, 90] {
                        let x = Dyadic::new(numerator, -i64::from(denominator));
                        if x.magnitude().is_some_and(|e| e > scale) {
                            continue;
                        }
                        let exact = polynomial.at(&x.to_rational());
                        let found = evaluator.at(&x);
                        let unit = Dyadic::new(1, found.unit).to_rational();
                        let off = (found.dyadic().to_rational() - &exact).abs();
                        assert!(off <= Rational::from(found.error.clone()) * unit, "{x:?}");
                        assert_eq!(evaluator.sign_at(&x), exact.cmp(&ratio(0, 1)));
                    }
                }
            }
        }
    }
}
