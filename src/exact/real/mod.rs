//! Exact real numbers as expressions over algebraic ones, known by enclosures as tight as asked.

mod at_root;
mod collect;
mod radicals;
mod sign;
mod surd;

use super::algebraic::{RealAlgebraic, value_over};
use super::dyadic::Dyadic;
use super::elementary::LARGEST_EXPONENT;
use super::enclosure::Enclosure;
use super::polynomial::Polynomial;
use super::rational::{self, Rational};
use super::truth::Exhausted;
use at_root::AtRoot;
use collect::Product;
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

pub use sign::{SEPARATION_BITS, SIGN_BITS};

/// A real number. What is rational by its form is kept as a rational.
///
/// Divisors, radicands and arguments of logarithms are checked when an expression is made, so every
/// expression has a value. Sums and products are collected as they are made: equal terms and factors,
/// polynomials at one and the same root, square roots of one and the same number, exponentials.
#[derive(Clone)]
pub struct Real {
    node: Arc<Node>,
    /// A hash of the form: equal forms have the same.
    fingerprint: u64,
}

enum Node {
    Rational(Rational),
    /// A polynomial's value at an irrational algebraic number.
    AtRoot(AtRoot),
    /// Of two terms or more, none a sum.
    Sum(Vec<Real>),
    Product(Product),
    /// The radicand is positive.
    SquareRoot(Real),
    /// The argument is positive.
    Logarithm(Real),
    /// Not of a rational zero, nor of a logarithm.
    Exponential(Real),
    /// Of two numbers or more.
    Minimum(Vec<Real>),
    Bracketed(Arc<dyn Bracket>),
}

/// A number that is known only by certified enclosures, up to some budget.
pub trait Bracket: Send + Sync {
    /// An interval that holds the number and is no wider than `2^-precision`; an error if the budget does not
    /// reach so far.
    fn enclose(&self, precision: i64) -> Result<Enclosure, Exhausted>;
}

/// Why arithmetic with so many bits gave no enclosure.
enum Unknown {
    /// A divisor or an argument does not yet show its sign: more bits will do.
    Unsettled,
    /// More bits are not to be had.
    Exhausted(Exhausted),
}

impl From<Rational> for Real {
    fn from(value: Rational) -> Real {
        Real::new(Node::Rational(value))
    }
}

impl From<RealAlgebraic> for Real {
    fn from(value: RealAlgebraic) -> Real {
        match value.as_rational() {
            Some(rational) => Real::from(rational.clone()),
            None => Real::at_root(AtRoot::itself(value)),
        }
    }
}

impl Real {
    fn new(node: Node) -> Real {
        let mut hasher = DefaultHasher::new();
        node.hash(&mut hasher);
        Real { node: Arc::new(node), fingerprint: hasher.finish() }
    }

    fn at_root(value: AtRoot) -> Real {
        Real::new(Node::AtRoot(value))
    }

    /// Zero.
    pub fn zero() -> Real {
        Real::from(Rational::zero())
    }

    /// `p(x)`.
    pub fn polynomial_at(polynomial: Polynomial, x: &RealAlgebraic) -> Real {
        match x.as_rational() {
            Some(x) => Real::from(polynomial.at(x)),
            None => AtRoot::value(polynomial, One::one(), x),
        }
    }

    /// A number that is known only by enclosures. Its sign is decided by them or not at all, and so is that
    /// of every expression in which it stays.
    pub fn bracketed(bracket: Arc<dyn Bracket>) -> Real {
        Real::new(Node::Bracketed(bracket))
    }

    /// The sum of all terms.
    pub fn sum(terms: impl IntoIterator<Item = Real>) -> Real {
        collect::sum(terms)
    }

    /// The product of all factors.
    pub fn product(factors: impl IntoIterator<Item = Real>) -> Real {
        let mut product = Product::one();
        factors.into_iter().for_each(|f| product.multiply(&f));
        product.into_real()
    }

    /// The least of some numbers, whichever it is; `None` of no numbers.
    pub fn minimum(numbers: impl IntoIterator<Item = Real>) -> Option<Real> {
        let mut distinct: Vec<Real> = Vec::new();
        for number in numbers {
            if !distinct.iter().any(|n| n.is_same(&number)) {
                distinct.push(number);
            }
        }
        let (rationals, mut others): (Vec<Real>, Vec<Real>) =
            distinct.into_iter().partition(|n| n.as_rational().is_some());
        let least = rationals.iter().filter_map(Real::as_rational).min();
        others.extend(least.map(|r| Real::from(r.clone())));
        match others.len() {
            0 | 1 => others.pop(),
            _ => Some(Real::new(Node::Minimum(others))),
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
        let mut product = Product::of(self);
        product.divide(divisor);
        Ok(Some(product.into_real()))
    }

    /// The square root; `Ok(None)` of a negative number, and an error if the sign is not decided.
    pub fn sqrt(&self) -> Result<Option<Real>, Exhausted> {
        Ok(match self.sign()? {
            Ordering::Less => None,
            Ordering::Equal => Some(Real::zero()),
            Ordering::Greater => Some(surd::square_root(self)),
        })
    }

    /// The natural logarithm; `Ok(None)` unless positive, and an error if the sign is not decided.
    pub fn ln(&self) -> Result<Option<Real>, Exhausted> {
        Ok(match (self.sign()?, self.as_rational()) {
            (Ordering::Greater, Some(r)) if r.is_one() => Some(Real::zero()),
            (Ordering::Greater, _) => Some(match &*self.node {
                Node::Exponential(a) => a.clone(),
                _ => Real::new(Node::Logarithm(self.clone())),
            }),
            _ => None,
        })
    }

    /// The exponential: positive. It is 1 by its form of a rational zero, and undoes a logarithm.
    pub fn exp(&self) -> Real {
        match &*self.node {
            Node::Rational(value) if value.is_zero() => Real::from(Rational::one()),
            Node::Logarithm(a) => a.clone(),
            _ => Real::new(Node::Exponential(self.clone())),
        }
    }

    /// The absolute value; an error if the sign is not decided.
    pub fn abs(&self) -> Result<Real, Exhausted> {
        Ok(match &*self.node {
            Node::Rational(value) => Real::from(value.abs()),
            _ if self.sign()? == Ordering::Less => self.negated(),
            _ => self.clone(),
        })
    }

    /// The value, if it is rational by its form. A form that is not may still have a rational value.
    pub fn as_rational(&self) -> Option<&Rational> {
        match &*self.node {
            Node::Rational(value) => Some(value),
            _ => None,
        }
    }

    /// The value, if it is an irrational algebraic number by its form.
    fn as_algebraic(&self) -> Option<&RealAlgebraic> {
        match &*self.node {
            Node::AtRoot(value) => value.as_algebraic(),
            _ => None,
        }
    }

    /// An enclosure no wider than `2^-precision`. Panics if a [`Bracket`] or an exponential does not reach so far:
    /// [`Real::try_enclose`] is for numbers that may have one.
    pub fn enclose(&self, precision: i64) -> Enclosure {
        self.try_enclose(precision)
            .unwrap_or_else(|e| panic!("an enclosure to 2^-{precision} of a bracketed number: {e}"))
    }

    /// An enclosure no wider than `2^-precision`; an error if a [`Bracket`] in it does not reach so far,
    /// or an exponential is too large or too small to be written out.
    pub fn try_enclose(&self, precision: i64) -> Result<Enclosure, Exhausted> {
        let wanted = Dyadic::new(1, -precision);
        let mut bits = precision.max(0) as u64 + 16;
        loop {
            match self.with_bits(bits) {
                Ok(enclosure) if enclosure.width() <= wanted => return Ok(enclosure),
                Err(Unknown::Exhausted(exhausted)) => return Err(exhausted),
                _ => bits *= 2,
            }
        }
    }

    /// An enclosure from arithmetic with so many bits.
    fn with_bits(&self, bits: u64) -> Result<Enclosure, Unknown> {
        Ok(match &*self.node {
            Node::Rational(value) => Enclosure::rational(value, bits),
            Node::AtRoot(value) => match value.as_algebraic() {
                Some(x) => x.enclose(bits as i64),
                None => {
                    let numerator = value_over(value.numerator(), &value.x().enclose(bits as i64), bits);
                    match value.denominator().is_one() {
                        true => numerator,
                        false => {
                            let denominator = Enclosure::integer(value.denominator().clone());
                            numerator.div(&denominator, bits).ok_or(Unknown::Unsettled)?
                        }
                    }
                }
            },
            Node::Sum(terms) => {
                let mut sum = Enclosure::integer(0);
                for term in terms {
                    sum = sum.add(&term.with_bits(bits)?, bits);
                }
                sum
            }
            Node::Product(product) => {
                let mut value = Enclosure::rational(product.coefficient(), bits);
                for factor in product.above() {
                    value = value.mul(&factor.with_bits(bits)?, bits);
                }
                for divisor in product.below() {
                    value = value.div(&divisor.with_bits(bits)?, bits).ok_or(Unknown::Unsettled)?;
                }
                value
            }
            Node::SquareRoot(a) => a.with_bits(bits)?.sqrt(bits),
            Node::Logarithm(a) => a.with_bits(bits)?.ln(bits).ok_or(Unknown::Unsettled)?,
            Node::Exponential(a) => {
                let argument = a.with_bits(bits)?;
                let beyond = Dyadic::new(LARGEST_EXPONENT, 0);
                if argument.lower() > &beyond || argument.upper() < &-&beyond {
                    return Err(Unknown::Exhausted(Exhausted::OutOfReach("an exponential of so large a number")));
                }
                argument.exp(bits).ok_or(Unknown::Unsettled)?
            }
            Node::Minimum(numbers) => {
                let known = numbers.iter().map(|n| n.with_bits(bits)).collect::<Result<Vec<Enclosure>, Unknown>>()?;
                let least = |end: fn(&Enclosure) -> &Dyadic| known.iter().map(end).min().cloned();
                let ends = (least(Enclosure::lower), least(Enclosure::upper));
                let (Some(lower), Some(upper)) = ends else { return Err(Unknown::Unsettled) };
                Enclosure::new(lower, upper)
            }
            Node::Bracketed(bracket) => bracket.enclose(bits as i64).map_err(Unknown::Exhausted)?,
        })
    }

    /// The value to `places` decimal places: correctly rounded, except that a value which is, for all that
    /// [`SIGN_BITS`] bits can tell, half way between two decimals may be rounded to either. `?` where a
    /// [`Bracket`] does not reach so far.
    pub fn decimal(&self, places: usize) -> String {
        if let Some(value) = self.as_rational() {
            return rational::decimal(value, places);
        }
        if let Some(value) = self.as_algebraic() {
            return value.decimal(places);
        }
        let mut precision = 4 * places as i64 + 8;
        loop {
            let Ok(interval) = self.try_enclose(precision) else { return "?".into() };
            let [lower, upper] =
                [interval.lower(), interval.upper()].map(|e| rational::decimal(&e.to_rational(), places));
            if lower == upper || precision as u64 > SIGN_BITS {
                return if lower.starts_with('-') && interval.contains_zero() { upper } else { lower };
            }
            precision *= 2;
        }
    }

    /// Whether both are written alike, up to the order of terms and factors. Equal numbers may be written
    /// otherwise.
    fn is_same(&self, other: &Real) -> bool {
        if Arc::ptr_eq(&self.node, &other.node) {
            return true;
        }
        let all = |a: &[Real], b: &[Real]| {
            let mut rest: Vec<&Real> = b.iter().collect();
            let mut found = |a: &Real| rest.iter().position(|b| a.is_same(b)).map(|k| rest.swap_remove(k)).is_some();
            a.len() == b.len() && a.iter().all(&mut found)
        };
        self.fingerprint == other.fingerprint
            && match (&*self.node, &*other.node) {
                (Node::Rational(a), Node::Rational(b)) => a == b,
                (Node::AtRoot(a), Node::AtRoot(b)) => a == b,
                (Node::Sum(a), Node::Sum(b)) | (Node::Minimum(a), Node::Minimum(b)) => all(a, b),
                (Node::Product(a), Node::Product(b)) => {
                    a.coefficient() == b.coefficient() && all(a.above(), b.above()) && all(a.below(), b.below())
                }
                (Node::SquareRoot(a), Node::SquareRoot(b))
                | (Node::Logarithm(a), Node::Logarithm(b))
                | (Node::Exponential(a), Node::Exponential(b)) => a.is_same(b),
                (Node::Bracketed(a), Node::Bracketed(b)) => Arc::ptr_eq(a, b),
                _ => false,
            }
    }
}

impl Hash for Node {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        // In whatever order.
        let all = |numbers: &[Real], state: &mut H| {
            numbers.iter().fold(0u64, |sum, n| sum.wrapping_add(n.fingerprint)).hash(state);
        };
        match self {
            Node::Rational(value) => (value.numer(), value.denom()).hash(state),
            Node::AtRoot(value) => value.hash(state),
            Node::Sum(numbers) | Node::Minimum(numbers) => all(numbers, state),
            Node::Product(product) => {
                (product.coefficient().numer(), product.coefficient().denom()).hash(state);
                all(product.above(), state);
                product.above().len().hash(state);
                all(product.below(), state);
            }
            Node::SquareRoot(a) | Node::Logarithm(a) | Node::Exponential(a) => a.fingerprint.hash(state),
            // Not its address: every run is to go the same way.
            Node::Bracketed(_) => {}
        }
    }
}

impl fmt::Debug for Real {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_rational() {
            Some(value) => write!(f, "{value}"),
            None => write!(f, "{}...", self.decimal(9)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::algebraic::real_roots;
    use super::super::rational::{integer, ratio};
    use super::super::truth::Truth;
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
        // Equal for a deeper reason.
        assert_eq!(sum.compare(&other), Ok(Ordering::Equal));
        assert_eq!(sum.decimal(20), "3.14626436994197234233");
        assert!(sum.enclose(500).width() <= Dyadic::new(1, -500));
        let least = Real::minimum([sqrt(3), sqrt(2), other.clone()]).unwrap();
        assert_eq!(least.decimal(15), sqrt(2).decimal(15));
        assert_eq!(sqrt(2).minus(&sqrt(3)).abs().unwrap().decimal(5), "0.31784");
    }

    #[test]
    fn forms_are_collected() {
        let rational = |r: Real| r.as_rational().cloned();
        assert_eq!(rational(sqrt(2).times(&sqrt(2))), Some(integer(2)));
        assert_eq!(rational(sqrt(2).times(&sqrt(8))), Some(integer(4)));
        assert_eq!(rational(sqrt(2).plus(&sqrt(2)).divided_by(&sqrt(8)).unwrap().unwrap()), Some(integer(1)));
        let (a, b) = (sqrt(2).plus(&sqrt(3)), sqrt(3).plus(&sqrt(2)));
        assert!(a.is_same(&b), "in any order");
        assert_eq!(rational(a.minus(&b)), Some(integer(0)));
        assert_eq!(rational(a.times(&sqrt(5)).divided_by(&b.times(&sqrt(20))).unwrap().unwrap()), Some(ratio(1, 2)));
        let nested = b.sqrt().unwrap().unwrap();
        assert!(nested.times(&nested).is_same(&a));
        assert_eq!(rational(nested.divided_by(&nested).unwrap().unwrap()), Some(integer(1)));
        let inverse = Real::from(integer(1)).divided_by(&nested).unwrap().unwrap();
        assert_eq!(rational(inverse.times(&inverse).times(&a)), Some(integer(1)));
        assert_eq!(rational(nested.times(&inverse)), Some(integer(1)));
        // One field: the golden ratio g, with g^2 = g + 1 and 1/g = g - 1.
        let golden = Real::from(real_roots(&Polynomial::from_small(&[-1, -1, 1]), &[])[0].0.clone());
        let one = Real::from(integer(1));
        assert!(golden.times(&golden).is_same(&golden.plus(&one)));
        assert!(one.divided_by(&golden).unwrap().unwrap().is_same(&golden.minus(&one)));
        let root = golden.sqrt().unwrap().unwrap();
        let combination = golden.times(&root).minus(&root).times(&golden).minus(&root);
        assert_eq!(rational(combination), Some(integer(0)));
        // Both roots of 3 x^2 - 5 x + 1: the sum of their squares is 25/9 - 2/3.
        let roots = real_roots(&Polynomial::from_small(&[1, -5, 3]), &[]);
        let squares = roots.iter().map(|(x, _)| Real::polynomial_at(Polynomial::from_small(&[0, 0, 1]), x));
        assert_eq!(rational(Real::sum(squares)), Some(ratio(19, 9)));
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
        assert_eq!(tiny.minus(&tiny).as_rational(), Some(&ratio(0, 1)));
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

    #[test]
    fn exponentials() {
        let rational = |r: Real| r.as_rational().cloned();
        let exp = |n: i64, d: i64| Real::from(ratio(n, d)).exp();
        assert_eq!(rational(exp(0, 1)), Some(integer(1)));
        assert_eq!(exp(1, 1).decimal(20), "2.71828182845904523536");
        assert_eq!(sqrt(2).negated().exp().decimal(12), "0.243116734434");
        // By form: products, quotients, logarithms and sums.
        assert_eq!(rational(exp(1, 2).times(&exp(-1, 2))), Some(integer(1)));
        assert!(exp(1, 2).times(&exp(1, 3)).is_same(&exp(5, 6)));
        assert_eq!(rational(exp(5, 6).divided_by(&exp(1, 3).times(&exp(1, 2))).unwrap().unwrap()), Some(integer(1)));
        let two = Real::from(integer(2));
        assert_eq!(rational(two.ln().unwrap().unwrap().exp()), Some(integer(2)));
        assert_eq!(rational(two.times(&exp(3, 1)).minus(&exp(3, 1)).ln().unwrap().unwrap()), Some(integer(3)));
        let inverse = Real::from(integer(1)).divided_by(&sqrt(2).exp()).unwrap().unwrap();
        assert!(inverse.is_same(&sqrt(2).negated().exp()));
        // Signs and order.
        assert_eq!(exp(-60_000, 1).sign(), Ok(Ordering::Greater));
        assert_eq!(exp(1, 1).compare(&Real::from(ratio(271_828_182_846_i64, 100_000_000_000_i64))), Ok(Ordering::Less));
        assert_eq!(sqrt(2).exp().compare(&sqrt(3).exp()), Ok(Ordering::Less));
        // e^(1/10^30) > 1 + 1/10^30, by 5/10^61
        let tiny = Real::from(ratio(1, num_bigint::BigInt::from(10).pow(30)));
        assert_eq!(tiny.exp().compare(&tiny.plus(&Real::from(integer(1)))), Ok(Ordering::Greater));
        // Equal, and not by form: undecided.
        let (a, b) =
            (sqrt(2).plus(&sqrt(3)), Real::from(integer(5)).plus(&two.times(&sqrt(6))).sqrt().unwrap().unwrap());
        assert_eq!(a.exp().compare(&b.exp()), Ok(Ordering::Equal), "their exponents are");
        let one = Real::from(integer(1));
        assert!(a.exp().plus(&one).compare(&b.exp().plus(&one)).is_err());
        assert_eq!(a.exp().plus(&one).compare(&b.exp()), Ok(Ordering::Greater));
    }

    #[test]
    fn enormous_exponentials_are_not_written_out() {
        let enormous = Real::from(integer(10).pow(30)).exp();
        assert_eq!(enormous.sign(), Ok(Ordering::Greater));
        assert!(enormous.minus(&Real::from(integer(1))).sign().is_err());
        assert!(enormous.try_enclose(10).is_err());
        assert_eq!(enormous.decimal(3), "?");
        assert_eq!(enormous.compare(&enormous.times(&Real::from(integer(3)).exp())), Ok(Ordering::Less));
        let tiny = Real::from(-integer(10).pow(30)).exp();
        assert_eq!(tiny.times(&enormous).as_rational(), Some(&integer(1)));
        assert!(Real::from(integer(1)).divided_by(&tiny.minus(&enormous.exp())).is_err());
    }
}
