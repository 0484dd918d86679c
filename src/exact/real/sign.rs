//! Signs of real expressions, exactly: by enclosures, by the signs of the parts, by a separation bound.

use super::collect::Product;
use super::radicals::independent_roots;
use super::{Node, Real, Unknown};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::dyadic::Dyadic;
use crate::exact::enclosure::Enclosure;
use crate::exact::rational::{Rational, integer};
use crate::exact::separation::Separation;
use crate::exact::truth::{Exhausted, Truth};
use num_bigint::BigInt;
use num_traits::Zero;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

/// Signs are looked for up to this many bits where no separation bound helps.
pub const SIGN_BITS: u64 = 4096;

/// Separation bounds are used up to this many bits.
pub const SEPARATION_BITS: u64 = 1 << 14;

/// So many bits separate most numbers from zero, at less cost than anything else.
const FIRST_BITS: u64 = 256;

impl Real {
    /// The sign, exactly.
    ///
    /// Of an expression without logarithms, exponentials and [brackets](super::Bracket) it is decided whenever its
    /// [separation bound](Separation) is above `2^-`[`SEPARATION_BITS`]: then so small an enclosure shows the
    /// sign or proves that the number is zero. Of others a zero is recognised by form only. However small
    /// a number is, its sign is found where those of its parts show it, as of a product, or of a sum of
    /// numbers none of which is negative. What is left gives an error.
    pub fn sign(&self) -> Result<Ordering, Exhausted> {
        match &*self.node {
            Node::Rational(value) => Ok(value.cmp(&Rational::zero())),
            Node::AtRoot(value) => match value.as_algebraic() {
                Some(x) => Ok(x.sign()),
                // Not zero: more bits will tell.
                None => self.sign_within(u64::MAX, None),
            },
            Node::SquareRoot(_) | Node::Exponential(_) => Ok(Ordering::Greater),
            Node::Product(product) => product.sign(),
            Node::Logarithm(a) => a.compare(&Real::from(integer(1))),
            Node::Bracketed(_) => self.sign_within(SIGN_BITS, None),
            Node::Sum(terms) => self.sign_in_steps(|| common_sign(terms), |sum| sum.sign_without_common_factors(terms)),
            Node::Minimum(numbers) => self.sign_in_steps(|| least_sign(numbers), Real::sign_by_separation),
        }
    }

    /// The sign by few bits, else from the parts, else by as many bits as it takes.
    fn sign_in_steps(
        &self,
        by_parts: impl FnOnce() -> Option<Ordering>,
        finally: impl FnOnce(&Real) -> Result<Ordering, Exhausted>,
    ) -> Result<Ordering, Exhausted> {
        if let Ok(sign) = self.sign_within(FIRST_BITS, None) {
            return Ok(sign);
        }
        by_parts().map_or_else(|| finally(self), Ok)
    }

    /// The sign of the factors that all terms have in common, times that of the sum of what is left of the
    /// terms, which has a smaller field.
    fn sign_without_common_factors(&self, terms: &[Real]) -> Result<Ordering, Exhausted> {
        let mut products: Vec<Product> = terms.iter().map(Product::of).collect();
        let common = Product::take_common(&mut products);
        if common.above().is_empty() && common.below().is_empty() {
            return self.sign_by_separation();
        }
        let mut whole = Product::one();
        whole.multiply(&Real::sum(products.into_iter().map(Product::into_real)));
        whole.multiply(&common.into_real());
        whole.sign()
    }

    fn sign_by_separation(&self) -> Result<Ordering, Exhausted> {
        match self.separation_bits() {
            Some(bits) if bits <= SEPARATION_BITS => self.sign_within(u64::MAX, Some(bits)),
            _ => self.sign_within(SIGN_BITS, None),
        }
    }

    /// The sign by enclosures from arithmetic with up to so many bits. Zero is what an enclosure shows to be
    /// smaller than `2^-separation`.
    fn sign_within(&self, most: u64, separation: Option<u64>) -> Result<Ordering, Exhausted> {
        let bound = separation.map(|bits| Dyadic::new(1, -(bits as i64)));
        let is_zero = |e: &Enclosure| bound.as_ref().is_some_and(|b| e.upper() < b && &-e.lower() < b);
        let mut bits = 64;
        while bits <= most {
            match self.with_bits(bits) {
                Ok(enclosure) => match enclosure.sign() {
                    Some(sign) => return Ok(sign),
                    None if is_zero(&enclosure) => return Ok(Ordering::Equal),
                    None => {}
                },
                Err(Unknown::Unsettled) => {}
                Err(Unknown::Exhausted(exhausted)) => return Err(exhausted),
            }
            bits *= 2;
        }
        Err(Exhausted::Bits(most))
    }

    /// A k such that the number is zero or at least `2^-k` in absolute value; `None` where logarithms,
    /// exponentials or brackets are in it, or the bound is too small to follow.
    fn separation_bits(&self) -> Option<u64> {
        let mut survey = Survey::default();
        let separation = survey.separation(self)?;
        Some(separation.bits(survey.degree()))
    }

    /// How it compares with another number.
    pub fn compare(&self, other: &Real) -> Result<Ordering, Exhausted> {
        if let (Some(a), Some(b)) = (self.as_algebraic(), other.as_algebraic()) {
            return Ok(a.cmp(b));
        }
        if let (Node::SquareRoot(a), Node::SquareRoot(b)) | (Node::Exponential(a), Node::Exponential(b)) =
            (&*self.node, &*other.node)
        {
            return a.compare(b);
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
}

impl Product {
    /// The sign: from those of its factors.
    fn sign(&self) -> Result<Ordering, Exhausted> {
        let mut sign = self.coefficient().cmp(&Rational::zero());
        for factor in self.above().iter().chain(self.below()) {
            sign = match factor.sign()? {
                Ordering::Less => sign.reverse(),
                Ordering::Equal => return Ok(Ordering::Equal),
                Ordering::Greater => sign,
            };
        }
        Ok(sign)
    }
}

/// The sign of a sum, if those of its terms are known and no two are opposite.
fn common_sign(terms: &[Real]) -> Option<Ordering> {
    let mut common = Ordering::Equal;
    for term in terms {
        match (term.sign().ok()?, common) {
            (Ordering::Equal, _) => {}
            (sign, Ordering::Equal) => common = sign,
            (sign, known) if sign != known => return None,
            _ => {}
        }
    }
    Some(common)
}

/// The sign of the least of some numbers: one that is negative tells, or all.
fn least_sign(numbers: &[Real]) -> Option<Ordering> {
    let signs: Vec<Option<Ordering>> = numbers.iter().map(|n| n.sign().ok()).collect();
    match signs.contains(&Some(Ordering::Less)) {
        true => Some(Ordering::Less),
        false => signs.into_iter().collect::<Option<Vec<Ordering>>>()?.into_iter().min(),
    }
}

/// The numbers that may be the least, for all that a few bits show.
fn candidates(numbers: &[Real]) -> Vec<Real> {
    let known: Vec<Option<Enclosure>> = numbers.iter().map(|n| n.with_bits(FIRST_BITS).ok()).collect();
    let Some(bound) = known.iter().flatten().map(Enclosure::upper).min() else { return numbers.to_vec() };
    let may_be_least = |e: &Option<Enclosure>| e.as_ref().is_none_or(|e| e.lower() <= bound);
    numbers.iter().zip(&known).filter(|(_, e)| may_be_least(e)).map(|(n, _)| n.clone()).collect()
}

/// What a separation bound needs to know of an expression.
#[derive(Default)]
struct Survey {
    /// The distinct square roots.
    radicals: Vec<Real>,
    /// The distinct algebraic numbers.
    roots: Vec<RealAlgebraic>,
    known: HashMap<*const Node, Separation>,
}

impl Survey {
    fn separation(&mut self, number: &Real) -> Option<Separation> {
        let place = Arc::as_ptr(&number.node);
        if let Some(known) = self.known.get(&place) {
            return Some(known.clone());
        }
        let separation = match &*number.node {
            Node::Rational(value) => Separation::rational(value),
            Node::AtRoot(value) => {
                if !self.roots.iter().any(|x| x.is_same_root(value.x())) {
                    self.roots.push(value.x().clone());
                }
                Separation::at_root(value.numerator(), value.denominator(), value.modulus())?
            }
            Node::Sum(terms) => Separation::sum(&self.all(terms)?)?,
            Node::Product(product) => {
                let above = Separation::product(&self.all(product.above())?)?;
                let below = Separation::product(&self.all(product.below())?)?;
                above.over(&below)?.times(product.coefficient())?
            }
            Node::SquareRoot(radicand) => {
                let separation = self.separation(radicand)?.square_root()?;
                if !self.radicals.iter().any(|r| r.is_same(number)) {
                    self.radicals.push(number.clone());
                }
                separation
            }
            Node::Minimum(numbers) => Separation::one_of(&self.all(&candidates(numbers))?)?,
            Node::Logarithm(_) | Node::Exponential(_) | Node::Bracketed(_) => return None,
        };
        self.known.insert(place, separation.clone());
        Some(separation)
    }

    fn all(&mut self, numbers: &[Real]) -> Option<Vec<Separation>> {
        numbers.iter().map(|n| self.separation(n)).collect()
    }

    /// A bound for the degree of the field of all roots that occur, over the rationals. Each square root at
    /// most doubles it, unless it is of an integer and depends on others. Of the roots of a polynomial of
    /// degree n the first has degree at most n, the second at most n - 1 over the first, and so on.
    fn degree(&self) -> u64 {
        let radicands = self.radicals.iter().filter_map(|r| match &*r.node {
            Node::SquareRoot(radicand) => radicand.as_rational(),
            _ => None,
        });
        // Radicands that are rational are integers: n d instead of n / d is one in any case.
        let integers: Vec<BigInt> = radicands.map(|r| r.numer() * r.denom()).collect();
        let doublings = self.radicals.len() - integers.len() + independent_roots(&integers);
        let mut degree = 1u64.checked_shl(doublings as u32).unwrap_or(u64::MAX);
        for (k, x) in self.roots.iter().enumerate() {
            let Some((modulus, _)) = x.as_root() else { continue };
            let before = self.roots[..k].iter().filter(|y| y.as_root().is_some_and(|(p, _)| p == modulus)).count();
            degree = degree.saturating_mul((modulus.degree() - before) as u64);
        }
        degree
    }
}

#[cfg(test)]
mod tests {
    use super::super::Bracket;
    use super::*;
    use crate::exact::algebraic::real_roots;
    use crate::exact::polynomial::Polynomial;
    use crate::exact::rational::ratio;
    use proptest::prelude::*;

    fn number(n: i64) -> Real {
        Real::from(integer(n))
    }

    fn root(of: &Real) -> Real {
        of.sqrt().unwrap().unwrap()
    }

    fn sqrt(n: i64) -> Real {
        root(&number(n))
    }

    fn roots(coefficients: &[i64]) -> Vec<Real> {
        let all = real_roots(&Polynomial::from_small(coefficients), &[]);
        all.into_iter().map(|(x, _)| Real::from(x)).collect()
    }

    /// Equal, and told apart from numbers `10^-60` away.
    fn assert_equal(a: &Real, b: &Real) {
        assert_eq!(a.compare(b), Ok(Ordering::Equal), "{a:?} {b:?}");
        let near = Real::from(ratio(1, BigInt::from(10).pow(60)));
        assert_eq!(a.compare(&b.plus(&near)), Ok(Ordering::Less));
        assert_eq!(a.compare(&b.minus(&near)), Ok(Ordering::Greater));
        let irrational = near.times(&sqrt(7));
        assert_eq!(b.minus(&irrational).compare(a), Ok(Ordering::Less));
    }

    #[test]
    fn nested_radicals() {
        let inner = number(2).times(&sqrt(6));
        let (sum, difference) = (root(&number(5).plus(&inner)), root(&number(5).minus(&inner)));
        assert_equal(&sum, &sqrt(2).plus(&sqrt(3)));
        assert_equal(&difference, &sqrt(3).minus(&sqrt(2)));
        assert_equal(&sum.times(&difference), &number(1));
        assert_equal(&number(1).divided_by(&sum).unwrap().unwrap(), &difference);
        let golden = number(1).plus(&sqrt(5)).times(&Real::from(ratio(1, 2)));
        assert_equal(&root(&number(1).plus(&golden)), &golden);
        assert_equal(&root(&number(1).plus(&root(&golden.plus(&number(1))))), &golden);
        // Shanks 1974
        let left = sqrt(5).plus(&root(&number(22).plus(&number(2).times(&sqrt(5)))));
        let innermost = root(&number(55).minus(&number(10).times(&sqrt(29))));
        let twice = innermost.minus(&sqrt(29)).times(&number(2));
        let right = root(&number(11).plus(&number(2).times(&sqrt(29)))).plus(&root(&number(16).plus(&twice)));
        assert_equal(&left, &right);
    }

    #[test]
    fn symmetric_functions_of_conjugate_roots() {
        // The last has roots near -2, -1, 0, 1, 2.
        for p in [vec![1, -4, 0, 1], vec![1, 0, -10, 0, 1], vec![3, -9, 0, 2], vec![1, 4, 0, -5, 0, 1]] {
            let x = roots(&p);
            let n = x.len();
            assert_eq!(n + 1, p.len(), "all real and simple");
            let (leading, sign) = (p[n], if n.is_multiple_of(2) { 1 } else { -1 });
            let sum = Real::sum(x.iter().cloned());
            assert_eq!(sum.as_rational(), Some(&ratio(-p[n - 1], leading)), "by its form");
            assert_equal(&Real::product(x.iter().cloned()), &Real::from(ratio(sign * p[0], leading)));
            let pairs = (0..n).flat_map(|i| (0..i).map(move |j| (i, j)));
            let second = Real::sum(pairs.map(|(i, j)| x[i].times(&x[j])));
            assert_equal(&second, &Real::from(ratio(p[n - 2], leading)));
            // The sum without the last is not zero for being a sum of roots.
            let most = Real::sum(x[1..].iter().cloned());
            assert_equal(&most, &Real::from(ratio(-p[n - 1], leading)).minus(&x[0]));
            // N(x - 3) = p(3) / leading, up to sign
            let norm = Real::product(x.iter().map(|x| x.minus(&number(3))));
            let at_three = Polynomial::from_small(&p).at(&integer(3));
            assert_equal(&norm, &Real::from(at_three * ratio(sign, leading)));
        }
    }

    #[test]
    fn roots_of_different_polynomials_and_radicals() {
        // The roots of x^4 - 10 x^2 + 1 are +-sqrt 2 +- sqrt 3.
        let x = roots(&[1, 0, -10, 0, 1]);
        assert_equal(&x[0], &sqrt(2).plus(&sqrt(3)));
        assert_equal(&x[1], &sqrt(3).minus(&sqrt(2)));
        assert_equal(&x[0].times(&x[1]), &number(1));
        // (x^2 - 2)(x^2 - 3) is reducible.
        let y = roots(&[6, 0, -5, 0, 1]);
        assert_equal(&y[0].plus(&y[1]), &x[0]);
        assert_equal(&number(1).divided_by(&y[0]).unwrap().unwrap().times(&number(3)), &y[0]);
        assert_eq!(y[0].times(&y[0]).as_rational().cloned().unwrap_or(integer(3)), integer(3));
        assert_equal(&y[0].times(&y[0]), &number(3));
    }

    #[test]
    fn hidden_zeros_are_no_divisors_and_have_the_root_zero() {
        let zero = sqrt(2).plus(&sqrt(3)).minus(&root(&number(5).plus(&number(2).times(&sqrt(6)))));
        assert!(zero.as_rational().is_none());
        assert!(number(1).divided_by(&zero).unwrap().is_none());
        assert_eq!(zero.sqrt().unwrap().unwrap().as_rational(), Some(&integer(0)));
        assert!(zero.ln().unwrap().is_none());
        assert_eq!(zero.plus(&number(1)).ln().unwrap().unwrap().sign(), Ok(Ordering::Equal));
        assert_eq!(zero.times(&sqrt(7)).sign(), Ok(Ordering::Equal));
    }

    #[test]
    fn least_and_greatest_numbers_are_compared() {
        let (a, b) = (sqrt(2).plus(&sqrt(3)), root(&number(5).plus(&number(2).times(&sqrt(6)))));
        let (least, greatest) =
            (|n: &[Real]| Real::minimum(n.to_vec()).unwrap(), |n: &[Real]| Real::maximum(n.to_vec()).unwrap());
        assert_equal(&least(&[a.clone(), b.clone(), sqrt(10)]), &a);
        assert_equal(&greatest(&[a.clone(), b.clone(), sqrt(9)]), &b);
        let both = [sqrt(11), a.clone()];
        assert_equal(&least(&both).plus(&greatest(&both)), &both[0].plus(&both[1]));
        let above = a.plus(&Real::from(ratio(1, BigInt::from(10).pow(60))));
        assert_eq!(least(&[above.clone(), b.clone()]).compare(&a), Ok(Ordering::Equal));
        assert_eq!(greatest(&[above, b.clone()]).compare(&a), Ok(Ordering::Greater));
        // Many numbers that are far from the least do not make it harder.
        let far = (100..140).map(sqrt);
        let many = Real::minimum(far.chain([a.clone(), b])).unwrap();
        assert_equal(&many, &a);
    }

    #[test]
    fn logarithms_have_no_bound() {
        let ln = |n: i64| number(n).ln().unwrap().unwrap();
        let zero = ln(2).plus(&ln(3)).minus(&ln(6));
        assert_eq!(zero.sign(), Err(Exhausted::Bits(SIGN_BITS)));
        assert_eq!(ln(2).plus(&ln(3)).compare(&ln(7)), Ok(Ordering::Less));
        assert_eq!(ln(5).minus(&ln(5)).as_rational(), Some(&integer(0)));
    }

    #[test]
    fn bounds_beyond_the_budget_decide_nothing() {
        // Fourteen radicals: 2^14 conjugates.
        let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41];
        let sum = Real::sum(primes.map(sqrt));
        let again = root(&sum.times(&sum));
        assert_eq!(again.compare(&sum), Err(Exhausted::Bits(SIGN_BITS)));
        assert_eq!(again.compare(&sum.plus(&Real::from(ratio(1, BigInt::from(10).pow(60))))), Ok(Ordering::Less));
    }

    /// Powers of units of number fields: small, with few and small coefficients, so that the bound is not far
    /// below them.
    #[test]
    fn numbers_that_are_as_small_as_can_be() {
        let mut small = Vec::new();
        let x = &real_roots(&Polynomial::from_small(&[1, -4, 0, 1]), &[])[1].0;
        let x_many = &real_roots(&Polynomial::from_small(&[3, -9, 0, 2]), &[])[1].0;
        // e + f sqrt 2 = (sqrt 2 - 1)^k, and a + b sqrt 2 + c sqrt 3 + d sqrt 6 is it times (sqrt 3 - sqrt 2)^k.
        let [mut e, mut f] = [1, 0].map(BigInt::from);
        let [mut a, mut b, mut c, mut d] = [1, 0, 0, 0].map(BigInt::from);
        let whole = |n: &BigInt| Real::from(integer(n.clone()));
        for k in 1..40 {
            small.push(Real::polynomial_at(Polynomial::one().times_power(k), x));
            small.push(Real::polynomial_at(Polynomial::one().times_power(k), x_many));
            (a, b, c, d) = (&b * 2 - &a, &a - &b, &d * 2 - &c, &c - &d);
            (e, f) = (&f * 2 - &e, &e - &f);
            let power = whole(&e).plus(&whole(&f).times(&sqrt(2)));
            // (sqrt 2 + 1)^k
            let size = |n: &BigInt| whole(&n.magnitude().clone().into());
            let large = size(&e).plus(&size(&f).times(&sqrt(2)));
            if k < 20 {
                small.push(number(1).divided_by(&large).unwrap().unwrap());
                small.push(number(1).divided_by(&large.times(&sqrt(3)).plus(&number(1))).unwrap().unwrap());
                small.push(root(&large.plus(&number(1))).minus(&root(&large)));
                small.push(Real::minimum([power, number(5)]).unwrap());
            }
            (a, b, c, d) = (&c * 3 - &b * 2, &d * 3 - &a, &a - &d * 2, &b - &c);
            let terms = [(&a, 1), (&b, 2), (&c, 3), (&d, 6)].map(|(n, root)| whole(n).times(&sqrt(root)));
            small.push(Real::sum(terms));
        }
        for number in small {
            let bits = number.separation_bits().unwrap() as i64;
            let value = number.enclose(2 * bits + 64);
            let size = value.lower().clone().max(-value.upper());
            assert!(size >= Dyadic::new(1, -bits), "{number:?} is below 2^-{bits}");
            let magnitude = size.magnitude().unwrap();
            assert!(bits <= 16 * (16 - magnitude), "2^-{bits} is far below {number:?}, 2^{magnitude}");
        }
    }

    /// The root of two, to 200 bits and no further.
    struct Some200;

    impl Bracket for Some200 {
        fn enclose(&self, precision: i64) -> Result<Enclosure, Exhausted> {
            if precision > 200 { Err(Exhausted::Bits(200)) } else { Ok(sqrt(2).enclose(precision)) }
        }
    }

    #[test]
    fn bracketed_numbers_are_known_as_far_as_they_go() {
        let b = Real::bracketed(Arc::new(Some200));
        let spent = Err(Exhausted::Bits(200));
        assert_eq!(b.sign(), Ok(Ordering::Greater));
        assert_eq!(b.compare(&sqrt(3)), Ok(Ordering::Less));
        assert_eq!(b.compare(&sqrt(2)), spent);
        assert_eq!(b.at_most(&sqrt(2)), Truth::Unknown(Exhausted::Bits(200)));
        assert_eq!(b.minus(&b).as_rational(), Some(&integer(0)), "the same bracket");
        assert_eq!(b.minus(&Real::bracketed(Arc::new(Some200))).sign(), spent, "another may be another number");
        assert_eq!(b.times(&b).minus(&number(2)).sqrt().map(|_| ()), Err(Exhausted::Bits(200)));
        assert_eq!(root(&b).plus(&b).decimal(10), "2.6034206774");
        assert_eq!(b.decimal(500), "?");
        assert!(b.try_enclose(100).is_ok());
        assert_eq!(b.plus(&sqrt(3)).try_enclose(1000), Err(Exhausted::Bits(200)));
        assert_eq!(Real::minimum([b.clone(), number(-1)]).unwrap().sign(), Ok(Ordering::Less));
        let tiny = Real::from(ratio(1, BigInt::from(10).pow(100)));
        assert_eq!(b.times(&tiny).plus(&tiny).sign(), Ok(Ordering::Greater), "by its parts");
    }

    /// The sign of `a + b sqrt c`, by squaring.
    fn sign_of_two(a: &Rational, b: &Rational, c: &Rational) -> Ordering {
        let zero = integer(0);
        let (left, right) = (a.cmp(&zero), (b * c).cmp(&zero));
        match (left, right) {
            (Ordering::Equal, s) | (s, Ordering::Equal) => s,
            (l, r) if l == r => l,
            (Ordering::Greater, _) => (a * a).cmp(&(b * b * c)),
            _ => (b * b * c).cmp(&(a * a)),
        }
    }

    /// The sign of `a + b sqrt c + d sqrt e`, by squaring twice.
    fn sign_of_three([a, b, c, d, e]: &[Rational; 5]) -> Ordering {
        let (left, right) = (sign_of_two(a, b, c), (d * e).cmp(&integer(0)));
        let squares = sign_of_two(&(a * a + b * b * c - d * d * e), &(a * b * integer(2)), c);
        match (left, right) {
            (Ordering::Equal, s) | (s, Ordering::Equal) => s,
            (l, r) if l == r => l,
            (Ordering::Greater, _) => squares,
            _ => squares.reverse(),
        }
    }

    proptest! {
        /// `|a + b sqrt c| + d sqrt e` with the absolute value as the root of a square, so that nothing is
        /// seen by the form.
        #[test]
        fn signs_agree_with_squaring(a in -6i64..7, b in -3i64..4, c in 0i64..13, d in -4i64..5, e in 0i64..13, f in 1i64..4) {
            let values = [ratio(a, f), integer(b), integer(c), ratio(d, f), integer(e)];
            let reals = values.clone().map(Real::from);
            let [a_, b_, c_, d_, e_] = &values;
            // (a + b sqrt c)^2 = a^2 + b^2 c + 2 a b sqrt c
            let rational = Real::from(a_ * a_ + b_ * b_ * c_);
            let square = rational.plus(&Real::from(a_ * b_ * integer(2)).times(&root(&reals[2])));
            let size = root(&square);
            let direct = reals[0].plus(&reals[1].times(&root(&reals[2])));
            prop_assert_eq!(size.compare(&direct.abs().unwrap()), Ok(Ordering::Equal));
            let flip = if sign_of_two(a_, b_, c_) == Ordering::Less { integer(-1) } else { integer(1) };
            let expected = sign_of_three(&[a_ * &flip, b_ * &flip, c_.clone(), d_.clone(), e_.clone()]);
            prop_assert_eq!(size.plus(&reals[3].times(&root(&reals[4]))).sign(), Ok(expected));
        }
    }
}
