//! Exact real numbers as expressions over algebraic ones, known by enclosures as tight as asked.

use super::algebraic::{RealAlgebraic, value_over};
use super::dyadic::Dyadic;
use super::enclosure::Enclosure;
use super::polynomial::Polynomial;
use super::rational::{self, Rational};
use super::truth::{Exhausted, Truth};
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

/// A real number. What is rational by its form is kept as a rational.
///
/// Divisors, radicands and arguments of logarithms are checked when an expression is made, so every
/// expression has a value.
#[derive(Clone)]
pub struct Real(Arc<Node>);

enum Node {
    Rational(Rational),
    Algebraic(RealAlgebraic),
    /// A polynomial's value at an algebraic number.
    PolynomialAt(Polynomial, RealAlgebraic),
    Sum(Vec<Real>),
    Product(Vec<Real>),
    /// The divisor is not zero.
    Quotient(Real, Real),
    /// The radicand is not negative.
    SquareRoot(Real),
    /// The argument is positive.
    Logarithm(Real),
    /// Of at least one number.
    Minimum(Vec<Real>),
    /// Known by enclosures only.
    Bracketed(Arc<dyn Bracket>),
}

/// A number that is known by enclosures only.
pub trait Bracket: Send + Sync {
    /// An enclosure no wider than `2^-precision`.
    fn enclose(&self, precision: i64) -> Result<Enclosure, Exhausted>;
}

/// Signs are looked for up to this many bits.
pub const SIGN_BITS: u64 = 4096;

impl From<Rational> for Real {
    fn from(value: Rational) -> Real {
        Real(Arc::new(Node::Rational(value)))
    }
}

impl From<RealAlgebraic> for Real {
    fn from(value: RealAlgebraic) -> Real {
        match value.as_rational() {
            Some(rational) => Real::from(rational.clone()),
            None => Real(Arc::new(Node::Algebraic(value))),
        }
    }
}

impl Real {
    /// The number in all enclosures of a bracket.
    pub fn bracketed(bracket: Arc<dyn Bracket>) -> Real {
        Real(Arc::new(Node::Bracketed(bracket)))
    }

    /// Zero.
    pub fn zero() -> Real {
        Real::from(Rational::zero())
    }

    /// `p(x)`.
    pub fn polynomial_at(polynomial: Polynomial, x: &RealAlgebraic) -> Real {
        match x.as_rational() {
            Some(x) => Real::from(polynomial.at(x)),
            // Whether an irrational root makes it zero is decided now, once.
            None if x.sign_of(&polynomial) == Ordering::Equal => Real::zero(),
            None => Real(Arc::new(Node::PolynomialAt(polynomial, x.clone()))),
        }
    }

    /// The sum of all terms.
    pub fn sum(terms: impl IntoIterator<Item = Real>) -> Real {
        let mut constant = Rational::zero();
        let mut others = Vec::new();
        for term in terms {
            match &*term.0 {
                Node::Rational(r) => constant += r,
                _ => others.push(term),
            }
        }
        if others.is_empty() {
            return Real::from(constant);
        }
        if !constant.is_zero() {
            others.push(Real::from(constant));
        }
        if others.len() == 1 { others.remove(0) } else { Real(Arc::new(Node::Sum(others))) }
    }

    /// The product of all factors.
    pub fn product(factors: impl IntoIterator<Item = Real>) -> Real {
        let mut constant = Rational::one();
        let mut others = Vec::new();
        for factor in factors {
            match &*factor.0 {
                Node::Rational(r) => constant *= r,
                _ => others.push(factor),
            }
        }
        if others.is_empty() || constant.is_zero() {
            return Real::from(constant);
        }
        if !constant.is_one() {
            others.push(Real::from(constant));
        }
        if others.len() == 1 { others.remove(0) } else { Real(Arc::new(Node::Product(others))) }
    }

    /// The least of some numbers, whichever it is; `None` of no numbers.
    pub fn minimum(numbers: impl IntoIterator<Item = Real>) -> Option<Real> {
        let numbers: Vec<Real> = numbers.into_iter().collect();
        let rationals: Option<Vec<&Rational>> = numbers.iter().map(Real::as_rational).collect();
        match rationals {
            Some(rationals) => rationals.into_iter().min().map(|r| Real::from(r.clone())),
            None if numbers.len() == 1 => numbers.into_iter().next(),
            None => Some(Real(Arc::new(Node::Minimum(numbers)))),
        }
    }

    /// The greatest of some numbers, whichever it is; `None` of no numbers.
    pub fn maximum(numbers: impl IntoIterator<Item = Real>) -> Option<Real> {
        Real::minimum(numbers.into_iter().map(|n| n.negated())).map(|least| least.negated())
    }

    /// The sum.
    pub fn plus(&self, other: &Real) -> Real {
        Real::sum([self.clone(), other.clone()])
    }

    /// The difference.
    pub fn minus(&self, other: &Real) -> Real {
        self.plus(&other.negated())
    }

    /// The product.
    pub fn times(&self, other: &Real) -> Real {
        Real::product([self.clone(), other.clone()])
    }

    /// The opposite.
    pub fn negated(&self) -> Real {
        self.times(&Real::from(-Rational::one()))
    }

    /// The quotient; `Ok(None)` if the divisor is zero, and an error if that is not decided.
    pub fn divided_by(&self, divisor: &Real) -> Result<Option<Real>, Exhausted> {
        if divisor.sign()? == Ordering::Equal {
            return Ok(None);
        }
        Ok(Some(match (&*self.0, &*divisor.0) {
            (Node::Rational(a), Node::Rational(b)) => Real::from(a / b),
            (_, Node::Rational(b)) => self.times(&Real::from(b.recip())),
            (Node::Rational(a), _) if a.is_zero() => Real::zero(),
            _ => Real(Arc::new(Node::Quotient(self.clone(), divisor.clone()))),
        }))
    }

    /// The square root; `Ok(None)` of a negative number, and an error if the sign is not decided.
    pub fn sqrt(&self) -> Result<Option<Real>, Exhausted> {
        if self.sign()? == Ordering::Less {
            return Ok(None);
        }
        if let Node::Rational(r) = &*self.0 {
            let (n, d) = (r.numer().sqrt(), r.denom().sqrt());
            if &n * &n == *r.numer() && &d * &d == *r.denom() {
                return Ok(Some(Real::from(Rational::new(n, d))));
            }
        }
        Ok(Some(Real(Arc::new(Node::SquareRoot(self.clone())))))
    }

    /// The natural logarithm; `Ok(None)` unless positive, and an error if the sign is not decided.
    pub fn ln(&self) -> Result<Option<Real>, Exhausted> {
        Ok(match (self.sign()?, &*self.0) {
            (Ordering::Greater, Node::Rational(r)) if r.is_one() => Some(Real::zero()),
            (Ordering::Greater, _) => Some(Real(Arc::new(Node::Logarithm(self.clone())))),
            _ => None,
        })
    }

    /// The value, if it is rational by its form. A form that is not may still have a rational value.
    pub fn as_rational(&self) -> Option<&Rational> {
        match &*self.0 {
            Node::Rational(value) => Some(value),
            _ => None,
        }
    }

    /// An enclosure no wider than `2^-precision`.
    pub fn enclose(&self, precision: i64) -> Enclosure {
        let wanted = Dyadic::new(1, -precision);
        let mut bits = precision.max(0) as u64 + 16;
        loop {
            if let Some(enclosure) = self.with_bits(bits)
                && enclosure.width() <= wanted
            {
                return enclosure;
            }
            bits *= 2;
        }
    }

    /// An enclosure from arithmetic with so many bits; `None` if a divisor or an argument does not yet
    /// show its sign.
    fn with_bits(&self, bits: u64) -> Option<Enclosure> {
        Some(match &*self.0 {
            Node::Rational(value) => Enclosure::rational(value, bits),
            Node::Algebraic(value) => value.enclose(bits as i64),
            Node::Bracketed(bracket) => bracket.enclose(bits as i64).ok()?,
            Node::PolynomialAt(p, x) => value_over(p, &x.enclose(bits as i64), bits),
            Node::Sum(terms) => {
                let mut sum = Enclosure::integer(0);
                for term in terms {
                    sum = sum.add(&term.with_bits(bits)?, bits);
                }
                sum
            }
            Node::Product(factors) => {
                let mut product = Enclosure::integer(1);
                for factor in factors {
                    product = product.mul(&factor.with_bits(bits)?, bits);
                }
                product
            }
            Node::Quotient(a, b) => a.with_bits(bits)?.div(&b.with_bits(bits)?, bits)?,
            Node::SquareRoot(a) => a.with_bits(bits)?.sqrt(bits),
            Node::Logarithm(a) => a.with_bits(bits)?.ln(bits)?,
            Node::Minimum(numbers) => {
                let known: Vec<Enclosure> = numbers.iter().map(|n| n.with_bits(bits)).collect::<Option<_>>()?;
                let least = |end: fn(&Enclosure) -> &Dyadic| known.iter().map(end).min().cloned();
                Enclosure::new(least(Enclosure::lower)?, least(Enclosure::upper)?)
            }
        })
    }

    /// The sign, exactly. Zero is recognised by form: of a rational, an algebraic number, a product of
    /// such, a quotient and a root of such. A sum that is zero for deeper reasons exhausts
    /// [`SIGN_BITS`]. However small a number is, its sign is found where those of its parts show it, as of
    /// a product, or of a sum of numbers none of which is negative.
    pub fn sign(&self) -> Result<Ordering, Exhausted> {
        match &*self.0 {
            Node::Rational(value) => return Ok(value.cmp(&Rational::zero())),
            Node::Algebraic(value) => return Ok(value.sign()),
            Node::SquareRoot(a) => return a.sign(),
            _ => {}
        }
        let mut bits = 64;
        while bits <= SIGN_BITS {
            if let Some(sign) = self.with_bits(bits).and_then(|e| e.sign()) {
                return Ok(sign);
            }
            bits *= 2;
        }
        self.sign_by_parts()?.ok_or(Exhausted::Bits(SIGN_BITS))
    }

    /// The sign that follows from those of the parts, if one does.
    fn sign_by_parts(&self) -> Result<Option<Ordering>, Exhausted> {
        let signs = |parts: &[Real]| parts.iter().map(Real::sign).collect::<Result<Vec<Ordering>, Exhausted>>();
        Ok(match &*self.0 {
            // Not zero: that was decided when it was made.
            Node::PolynomialAt(p, x) => Some(x.sign_of(p)),
            Node::Sum(terms) => common_sign(&signs(terms)?),
            Node::Product(factors) => Some(product_sign(&signs(factors)?)),
            Node::Quotient(a, b) => Some(product_sign(&[a.sign()?, b.sign()?])),
            Node::Minimum(numbers) => signs(numbers)?.into_iter().min(),
            _ => None,
        })
    }

    /// How it compares with another number.
    pub fn compare(&self, other: &Real) -> Result<Ordering, Exhausted> {
        if let (Node::Algebraic(a), Node::Algebraic(b)) = (&*self.0, &*other.0) {
            return Ok(a.cmp(b));
        }
        self.minus(other).sign()
    }

    /// Whether it is at most another number.
    pub fn at_most(&self, other: &Real) -> Truth {
        match self.compare(other) {
            Ok(order) => Truth::from(order != Ordering::Greater),
            Err(exhausted) => Truth::Unknown(exhausted),
        }
    }

    /// The value to `places` decimal places: correctly rounded, except that a value which is, for all that
    /// [`SIGN_BITS`] bits can tell, half way between two decimals may be rounded to either.
    pub fn decimal(&self, places: usize) -> String {
        match &*self.0 {
            Node::Rational(value) => return rational::decimal(value, places),
            Node::Algebraic(value) => return value.decimal(places),
            _ => {}
        }
        let mut precision = 4 * places as i64 + 8;
        loop {
            let interval = self.enclose(precision);
            let [lower, upper] =
                [interval.lower(), interval.upper()].map(|e| rational::decimal(&e.to_rational(), places));
            if lower == upper || precision as u64 > SIGN_BITS {
                return if lower.starts_with('-') && interval.contains_zero() { upper } else { lower };
            }
            precision *= 2;
        }
    }

    /// The absolute value; an error if the sign is not decided.
    pub fn abs(&self) -> Result<Real, Exhausted> {
        Ok(match &*self.0 {
            Node::Rational(value) => Real::from(value.abs()),
            _ if self.sign()? == Ordering::Less => self.negated(),
            _ => self.clone(),
        })
    }
}

/// The sign of a sum, if no two terms have opposite signs.
fn common_sign(terms: &[Ordering]) -> Option<Ordering> {
    let has = |sign| terms.contains(&sign);
    match (has(Ordering::Less), has(Ordering::Greater)) {
        (true, true) => None,
        (true, false) => Some(Ordering::Less),
        (false, true) => Some(Ordering::Greater),
        (false, false) => Some(Ordering::Equal),
    }
}

/// The sign of a product.
fn product_sign(factors: &[Ordering]) -> Ordering {
    factors.iter().fold(Ordering::Greater, |sign, factor| match factor {
        Ordering::Less => sign.reverse(),
        Ordering::Equal => Ordering::Equal,
        Ordering::Greater => sign,
    })
}

impl fmt::Debug for Real {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Node::Rational(value) => write!(f, "{value}"),
            _ => write!(f, "{}...", self.decimal(9)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::algebraic::real_roots;
    use super::super::rational::{integer, ratio};
    use super::*;

    fn sqrt(n: i64) -> Real {
        Real::from(integer(n)).sqrt().unwrap().unwrap()
    }

    #[test]
    fn rational_forms_stay_rational() {
        let half = Real::from(ratio(1, 2));
        assert_eq!(half.plus(&half).times(&half).as_rational(), Some(&ratio(1, 2)));
        assert_eq!(sqrt(49).as_rational(), Some(&ratio(7, 1)));
        assert_eq!(Real::from(ratio(4, 9)).sqrt().unwrap().unwrap().as_rational(), Some(&ratio(2, 3)));
        assert!(half.divided_by(&Real::zero()).unwrap().is_none());
        assert!(Real::from(ratio(-1, 2)).sqrt().unwrap().is_none());
        assert!(Real::zero().ln().unwrap().is_none());
        assert_eq!(Real::from(ratio(1, 1)).ln().unwrap().unwrap().as_rational(), Some(&ratio(0, 1)));
    }

    #[test]
    fn enclosures_tighten_and_signs_are_found() {
        // sqrt 2 + sqrt 3 against sqrt(5 + 2 sqrt 6), nearly: 10^-30 apart
        let sum = sqrt(2).plus(&sqrt(3));
        let tiny = Real::from(ratio(1, num_bigint::BigInt::from(10).pow(30)));
        let other = Real::from(integer(5)).plus(&Real::from(integer(2)).times(&sqrt(6))).sqrt().unwrap().unwrap();
        assert_eq!(sum.compare(&other.plus(&tiny)), Ok(Ordering::Less));
        assert_eq!(sum.at_most(&other.plus(&tiny)), Truth::True);
        assert_eq!(other.plus(&tiny).at_most(&sum), Truth::False);
        // Equal for a deeper reason: undecided, never claimed.
        assert_eq!(sum.at_most(&other), Truth::Unknown(Exhausted::Bits(SIGN_BITS)));
        assert_eq!(sum.decimal(20), "3.14626436994197234233");
        assert!(sum.enclose(500).width() <= Dyadic::new(1, -500));
        let least = Real::minimum([sqrt(3), sqrt(2), other.clone()]).unwrap();
        assert_eq!(least.decimal(15), sqrt(2).decimal(15));
        assert_eq!(sqrt(2).minus(&sqrt(3)).abs().unwrap().decimal(5), "0.31784");
    }

    #[test]
    fn greatest_numbers() {
        let greatest = Real::maximum([sqrt(3), sqrt(2), sqrt(5).negated()]).unwrap();
        assert_eq!(greatest.decimal(15), sqrt(3).decimal(15));
        let greatest = Real::maximum([ratio(1, 3), ratio(1, 2)].map(Real::from)).unwrap();
        assert_eq!(greatest.as_rational(), Some(&ratio(1, 2)));
        assert!(Real::maximum([]).is_none());
    }

    /// `sqrt 2 / 2^5000` does not show its sign with [`SIGN_BITS`] bits.
    #[test]
    fn signs_below_every_budget_follow_from_the_parts() {
        let tiny = sqrt(2).times(&Real::from(ratio(1, num_bigint::BigInt::from(1) << 5000)));
        assert_eq!(tiny.sign(), Ok(Ordering::Greater));
        assert_eq!(tiny.negated().sign(), Ok(Ordering::Less));
        assert_eq!(tiny.plus(&tiny).sign(), Ok(Ordering::Greater));
        assert_eq!(tiny.negated().plus(&tiny.negated()).sign(), Ok(Ordering::Less));
        assert_eq!(tiny.minus(&tiny).sign(), Err(Exhausted::Bits(SIGN_BITS)), "a difference says nothing");
        assert_eq!(Real::minimum([tiny.clone(), sqrt(3)]).unwrap().sign(), Ok(Ordering::Greater));
        assert_eq!(Real::maximum([tiny.clone(), sqrt(3).negated()]).unwrap().sign(), Ok(Ordering::Greater));
        let quotient = tiny.divided_by(&tiny.negated()).unwrap().unwrap();
        assert_eq!(quotient.decimal(3), "-1.000");
        // 2^5000 (x - r) at x = sqrt 2, for a rational r some 2^-5000 below it
        let root = &real_roots(&Polynomial::from_small(&[-2, 0, 1]), &[])[0].0;
        let near = root.enclose(5000).lower().to_rational();
        let difference = Polynomial::new(vec![-near.numer(), near.denom().clone()]);
        let scale = Real::from(ratio(1, near.denom().clone()));
        assert_eq!(Real::polynomial_at(difference, root).times(&scale).sign(), Ok(Ordering::Greater));
    }

    #[test]
    fn polynomials_at_roots_know_their_zeros() {
        let root = &real_roots(&Polynomial::from_small(&[-1, -1, 1]), &[])[0].0;
        let zero = Real::polynomial_at(Polynomial::from_small(&[0, -1, -1, 1]), root);
        assert_eq!(zero.as_rational(), Some(&ratio(0, 1)));
        let square = Real::polynomial_at(Polynomial::from_small(&[0, 0, 1]), root);
        assert_eq!(square.decimal(12), "2.618033988750");
        let quotient = Real::from(root.clone()).divided_by(&square).unwrap().unwrap();
        assert_eq!(quotient.decimal(12), "0.618033988750");
        assert_eq!(square.ln().unwrap().unwrap().decimal(10), "0.9624236501");
    }
}
