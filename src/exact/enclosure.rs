//! Intervals with dyadic end points that are certain to contain the real number meant.
//!
//! Every operation returns an interval that contains all values of the operation on members of its
//! arguments, with end points rounded outwards to a stated number of bits. An enclosure decides an
//! order or a sign when it separates, and says nothing when it does not.

use super::dyadic::{Dyadic, Towards};
use super::rational::Rational;
use num_bigint::BigInt;
use num_traits::Signed;
use std::cmp::Ordering;

/// A closed interval `[lower, upper]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosure {
    lower: Dyadic,
    upper: Dyadic,
}

impl Enclosure {
    /// `[lower, upper]`. Panics if they are in the wrong order.
    pub fn new(lower: Dyadic, upper: Dyadic) -> Enclosure {
        assert!(lower <= upper, "an enclosure's lower end is above its upper end");
        Enclosure { lower, upper }
    }

    /// The interval of one point.
    pub fn point(value: Dyadic) -> Enclosure {
        Enclosure { lower: value.clone(), upper: value }
    }

    /// The integer `n`, as a point.
    pub fn integer(n: impl Into<BigInt>) -> Enclosure {
        Enclosure::point(Dyadic::new(n, 0))
    }

    /// The smallest enclosure of a rational with end points of `bits` bits.
    pub fn rational(value: &Rational, bits: u64) -> Enclosure {
        Enclosure {
            lower: Dyadic::from_rational(value, bits, Towards::Below),
            upper: Dyadic::from_rational(value, bits, Towards::Above),
        }
    }

    /// The lower end.
    pub fn lower(&self) -> &Dyadic {
        &self.lower
    }

    /// The upper end.
    pub fn upper(&self) -> &Dyadic {
        &self.upper
    }

    /// `upper - lower`.
    pub fn width(&self) -> Dyadic {
        &self.upper - &self.lower
    }

    /// The middle.
    pub fn midpoint(&self) -> Dyadic {
        self.lower.midpoint(&self.upper)
    }

    /// Whether the interval is one point.
    pub fn is_point(&self) -> bool {
        self.lower == self.upper
    }

    /// Whether `value` is a member.
    pub fn contains(&self, value: &Rational) -> bool {
        self.lower.to_rational() <= *value && *value <= self.upper.to_rational()
    }

    /// Whether zero is a member.
    pub fn contains_zero(&self) -> bool {
        self.lower.sign() != Ordering::Greater && self.upper.sign() != Ordering::Less
    }

    /// The sign that all members share, if they do.
    pub fn sign(&self) -> Option<Ordering> {
        let sign = self.lower.sign();
        (sign == self.upper.sign() && (sign != Ordering::Equal || self.is_point())).then_some(sign)
    }

    /// How all members compare with all members of `other`, if that is one answer.
    pub fn compare(&self, other: &Enclosure) -> Option<Ordering> {
        if self.upper < other.lower {
            Some(Ordering::Less)
        } else if self.lower > other.upper {
            Some(Ordering::Greater)
        } else if self.is_point() && self == other {
            Some(Ordering::Equal)
        } else {
            None
        }
    }

    /// The members of both; `None` if there are none.
    pub fn intersection(&self, other: &Enclosure) -> Option<Enclosure> {
        let lower = (&self.lower).max(&other.lower).clone();
        let upper = (&self.upper).min(&other.upper).clone();
        (lower <= upper).then_some(Enclosure { lower, upper })
    }

    /// End points rounded outwards to `bits` bits.
    pub fn rounded(&self, bits: u64) -> Enclosure {
        Enclosure { lower: self.lower.rounded(bits, Towards::Below), upper: self.upper.rounded(bits, Towards::Above) }
    }

    /// The opposite.
    pub fn negated(&self) -> Enclosure {
        Enclosure { lower: -&self.upper, upper: -&self.lower }
    }

    /// The sum.
    pub fn add(&self, other: &Enclosure, bits: u64) -> Enclosure {
        Enclosure { lower: &self.lower + &other.lower, upper: &self.upper + &other.upper }.rounded(bits)
    }

    /// The difference.
    pub fn sub(&self, other: &Enclosure, bits: u64) -> Enclosure {
        self.add(&other.negated(), bits)
    }

    /// The product.
    pub fn mul(&self, other: &Enclosure, bits: u64) -> Enclosure {
        use Ordering::{Greater, Less};
        let (a, b) = (self, other);
        let (lower, upper) = match (a.lower.sign(), a.upper.sign(), b.lower.sign(), b.upper.sign()) {
            (Less, s, _, _) if s != Greater => return a.negated().mul(b, bits).negated(),
            (_, _, Less, s) if s != Greater => return a.mul(&b.negated(), bits).negated(),
            (Less, _, Less, _) => {
                let lower = (&a.lower * &b.upper).min(&a.upper * &b.lower);
                (lower, (&a.lower * &b.lower).max(&a.upper * &b.upper))
            }
            (Less, _, _, _) => (&a.lower * &b.upper, &a.upper * &b.upper),
            (_, _, Less, _) => (&a.upper * &b.lower, &a.upper * &b.upper),
            _ => (&a.lower * &b.lower, &a.upper * &b.upper),
        };
        Enclosure { lower, upper }.rounded(bits)
    }

    /// The square: never below zero.
    pub fn square(&self, bits: u64) -> Enclosure {
        let (lower, upper) = (&self.lower * &self.lower, &self.upper * &self.upper);
        if self.contains_zero() {
            return Enclosure { lower: Dyadic::zero(), upper: lower.max(upper) }.rounded(bits);
        }
        if lower <= upper { Enclosure { lower, upper } } else { Enclosure { lower: upper, upper: lower } }.rounded(bits)
    }

    /// The quotient; `None` if `other` may be zero.
    pub fn div(&self, other: &Enclosure, bits: u64) -> Option<Enclosure> {
        use Ordering::{Greater, Less};
        match other.sign()? {
            Ordering::Equal => return None,
            Less => return self.negated().div(&other.negated(), bits),
            Greater => {}
        }
        let (smallest, largest) = (&other.lower, &other.upper);
        let lower_by = if self.lower.sign() == Less { smallest } else { largest };
        let upper_by = if self.upper.sign() == Less { largest } else { smallest };
        Some(Enclosure {
            lower: divide(&self.lower, lower_by, bits, Towards::Below),
            upper: divide(&self.upper, upper_by, bits, Towards::Above),
        })
    }

    /// The square root. Members below zero are taken for zero: the number meant is not among them.
    pub fn sqrt(&self, bits: u64) -> Enclosure {
        Enclosure {
            lower: square_root(&self.lower, bits, Towards::Below),
            upper: square_root(&self.upper, bits, Towards::Above),
        }
    }
}

fn divide(n: &Dyadic, d: &Dyadic, bits: u64, towards: Towards) -> Dyadic {
    Dyadic::quotient(n.mantissa(), d.mantissa(), bits, towards).shifted(n.exponent() - d.exponent())
}

fn square_root(value: &Dyadic, bits: u64, towards: Towards) -> Dyadic {
    if value.sign() != Ordering::Greater {
        return Dyadic::zero();
    }
    // m 2^e = (m 2^k) 2^(e-k), with e-k even and 2 bits of m 2^k for each bit of its root.
    let wanted = (2 * bits as i64 + 2 - value.mantissa().bits() as i64).max(0);
    let shift = wanted + (value.exponent() - wanted).rem_euclid(2);
    let radicand: BigInt = value.mantissa() << shift;
    let mut root = radicand.sqrt();
    if towards == Towards::Above && &root * &root != radicand {
        root += 1;
    }
    debug_assert!(!root.is_negative());
    Dyadic::new(root, (value.exponent() - shift) / 2).rounded(bits, towards)
}

#[cfg(test)]
mod tests {
    use super::super::rational::ratio;
    use super::*;

    /// Intervals with corners on every side of zero, and points.
    fn some() -> Vec<Enclosure> {
        let ends = [-7i64, -2, 0, 1, 5];
        let mut all = Vec::new();
        for lower in ends {
            for upper in ends {
                if lower <= upper {
                    all.push(Enclosure::new(Dyadic::new(lower, -1), Dyadic::new(upper, -1)));
                }
            }
        }
        all
    }

    fn members(e: &Enclosure) -> Vec<Rational> {
        let (l, u) = (e.lower().to_rational(), e.upper().to_rational());
        (0..=6).map(|i| &l + (&u - &l) * ratio(i, 6)).collect()
    }

    #[test]
    fn results_contain_the_results_of_members() {
        for bits in [3, 40] {
            for a in some() {
                for b in some() {
                    for x in members(&a) {
                        for y in members(&b) {
                            assert!(a.add(&b, bits).contains(&(&x + &y)));
                            assert!(a.sub(&b, bits).contains(&(&x - &y)));
                            assert!(a.mul(&b, bits).contains(&(&x * &y)), "{a:?} {b:?}");
                            if let Some(quotient) = a.div(&b, bits) {
                                assert!(quotient.contains(&(&x / &y)), "{a:?} {b:?}");
                            } else {
                                assert!(b.contains_zero());
                            }
                        }
                        assert!(a.square(bits).contains(&(&x * &x)));
                    }
                }
            }
        }
    }

    #[test]
    fn products_and_quotients_are_tight() {
        // With enough bits the ends of a product are products of ends.
        for a in some() {
            for b in some() {
                let product = a.mul(&b, 60);
                let ends = |e: &Enclosure| [e.lower().to_rational(), e.upper().to_rational()];
                let corners: Vec<_> = ends(&a).iter().flat_map(|x| ends(&b).map(|y| x * y)).collect();
                assert_eq!(product.lower().to_rational(), *corners.iter().min().unwrap());
                assert_eq!(product.upper().to_rational(), *corners.iter().max().unwrap());
            }
        }
    }

    #[test]
    fn roots_bracket_closely() {
        for n in 0i64..200 {
            for e in -3..3 {
                let value = Dyadic::new(n, e);
                let root = Enclosure::point(value.clone()).sqrt(30);
                let (l, u) = (root.lower().to_rational(), root.upper().to_rational());
                let value = value.to_rational();
                assert!(&l * &l <= value && value <= &u * &u, "{n} 2^{e}");
                assert!(&u - &l <= &u * ratio(1, 1 << 28));
            }
        }
        assert!(Enclosure::integer(9).sqrt(30).is_point());
    }

    #[test]
    fn signs_and_orders_are_claimed_only_when_shared() {
        for a in some() {
            let signs: Vec<_> = members(&a).iter().map(|x| x.cmp(&ratio(0, 1))).collect();
            let shared = signs.iter().all(|s| *s == signs[0]).then_some(signs[0]);
            assert_eq!(a.sign(), shared);
            for b in some() {
                if let Some(order) = a.compare(&b) {
                    assert!(members(&a).iter().all(|x| members(&b).iter().all(|y| x.cmp(y) == order)));
                }
            }
        }
    }
}
