//! Square roots as they are written down.

use super::{Node, Real};
use crate::exact::rational::Rational;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed};

/// Squares of primes up to this one are taken out of a radicand.
const LARGEST_PRIME: u32 = 97;

/// The square root of a positive number. Of a rational it is `a sqrt n` with an integer n that no small
/// prime divides twice; of a rational multiple `c x` of another number it is `a sqrt(n x)`.
pub(super) fn square_root(radicand: &Real) -> Real {
    if let Some(r) = radicand.as_rational() {
        return rational_root(r);
    }
    let Node::Product(product) = &*radicand.node else { return Real::new(Node::SquareRoot(radicand.clone())) };
    // The sign stays with x.
    let (outside, _) = root_parts(&product.coefficient().abs());
    let mut rest = product.clone();
    rest.divide(&Real::from(&outside * &outside));
    Real::new(Node::SquareRoot(rest.into_real())).times(&Real::from(outside))
}

fn rational_root(r: &Rational) -> Real {
    let (outside, inside) = root_parts(r);
    if inside.is_one() {
        return Real::from(outside);
    }
    Real::new(Node::SquareRoot(Real::from(Rational::from(inside)))).times(&Real::from(outside))
}

/// `sqrt a sqrt b` of positive integers.
pub(super) fn product_of_roots(a: &Rational, b: &Rational) -> Real {
    let common = Rational::from(a.numer().gcd(b.numer()));
    let rest = rational_root(&(a / &common * (b / &common)));
    rest.times(&Real::from(common))
}

/// `(a, n)` with `r = a^2 n`, n an integer, for a positive r.
fn root_parts(r: &Rational) -> (Rational, BigInt) {
    // n / d = n d / d^2
    let mut inside = r.numer() * r.denom();
    let mut outside = BigInt::one();
    for p in 2..=LARGEST_PRIME {
        let square = BigInt::from(p * p);
        if square > inside {
            break;
        }
        loop {
            let (quotient, rest) = inside.div_rem(&square);
            if rest != BigInt::ZERO {
                break;
            }
            inside = quotient;
            outside *= p;
        }
    }
    let root = inside.sqrt();
    if &root * &root == inside {
        (outside, inside) = (outside * root, BigInt::one());
    }
    (Rational::new(outside, r.denom().clone()), inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::{integer, ratio};

    #[test]
    fn squares_are_taken_out() {
        for (r, outside, inside) in [
            (ratio(1, 1), ratio(1, 1), 1),
            (ratio(12, 1), ratio(2, 1), 3),
            (ratio(1, 2), ratio(1, 2), 2),
            (ratio(50, 27), ratio(5, 9), 6),
            (ratio(10403, 1) * integer(10403), ratio(10403, 1), 1),
        ] {
            let (a, n) = root_parts(&r);
            assert_eq!((a.clone(), n.clone()), (outside, BigInt::from(inside)), "{r}");
            assert_eq!(&a * &a * Rational::from(n), r);
        }
    }

    #[test]
    fn products_of_roots_are_roots() {
        let root = |n: i64| rational_root(&integer(n));
        assert!(product_of_roots(&integer(6), &integer(10)).is_same(&root(60)));
        assert_eq!(root(6).times(&root(10)).times(&root(15)).as_rational(), Some(&integer(30)));
        assert!(root(2).plus(&root(8)).is_same(&root(18)));
    }
}
