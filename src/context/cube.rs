//! Bit vectors that are masked or flipped: contexts of self-supervised learning whose spectrum is known.
//!
//! X is `{-1, 1}^D`, all points equally likely. Point k, from 0, has -1 in bit i where bit i of k is set. Points of
//! A are in the order of the ternary numbers that have the digits 0 for 1, 1 for -1 and 2 for masked, bit 0 first;
//! those without mass are left out, as everywhere.

use super::Context;
use crate::exact::rational::{Rational, integer};
use num_traits::{One, Signed, Zero};

/// Beyond so many bits no context is made: `2^6 x 3^6` cells.
pub const MOST_BITS: usize = 6;

/// Each bit is masked with probability alpha. `kX(x,x) = (2 - alpha)^D`. `None` unless `0 <= alpha <= 1`; panics beyond
/// [`MOST_BITS`]. Source: ssl24.
pub fn masked(bits: usize, alpha: &Rational) -> Option<Context> {
    let kept = probability(alpha)?;
    Some(cube(bits, |x, a| {
        product(bits, |i| match (digit(x, 2, i), digit(a, 3, i)) {
            (_, 2) => alpha.clone(),
            (here, there) if here == there => kept.clone(),
            _ => Rational::zero(),
        })
    }))
}

/// Each bit is flipped with probability alpha/2: drawn anew with probability alpha. `kX(x,x) = (alpha^2 - 2 alpha + 2)^D`.
/// `None` unless `0 <= alpha <= 1`; panics beyond [`MOST_BITS`]. Source: ssl24.
pub fn flipped(bits: usize, alpha: &Rational) -> Option<Context> {
    probability(alpha)?;
    let flip = alpha / integer(2);
    let kept = Rational::one() - &flip;
    Some(cube(bits, |x, a| {
        product(bits, |i| match (digit(x, 2, i), digit(a, 3, i)) {
            (_, 2) => Rational::zero(),
            (here, there) if here == there => kept.clone(),
            _ => flip.clone(),
        })
    }))
}

/// A block of so many consecutive bits is masked; its D-b+1 places are equally likely. `kX(x,x) = 2^(D-b)` where the
/// block is not empty. `None` unless `length <= bits`; panics beyond [`MOST_BITS`]. Source: ssl24.
pub fn block_masked(bits: usize, length: usize) -> Option<Context> {
    let places = bits.checked_sub(length)? + 1;
    let at = |x: usize, a: usize, start: usize| {
        (0..bits).all(|i| match digit(a, 3, i) {
            2 => (start..start + length).contains(&i),
            there => !(start..start + length).contains(&i) && there == digit(x, 2, i),
        })
    };
    Some(cube(bits, |x, a| integer((0..places).filter(|start| at(x, a, *start)).count())))
}

/// The character of a set of bits, given as the bits of a number: `chi(x) = prod x_i` over the set.
pub fn character(set: usize, points: usize) -> Vec<Rational> {
    (0..points)
        .map(|x| if (x & set).count_ones().is_multiple_of(2) { Rational::one() } else { -Rational::one() })
        .collect()
}

/// `1 - alpha`, if alpha is a probability.
fn probability(alpha: &Rational) -> Option<Rational> {
    let rest = Rational::one() - alpha;
    (!alpha.is_negative() && !rest.is_negative()).then_some(rest)
}

fn digit(number: usize, base: usize, place: usize) -> usize {
    number / base.pow(place as u32) % base
}

fn product(bits: usize, factor: impl Fn(usize) -> Rational) -> Rational {
    (0..bits).map(factor).product()
}

fn cube(bits: usize, weight: impl Fn(usize, usize) -> Rational) -> Context {
    assert!(bits <= MOST_BITS, "a context of at most {MOST_BITS} bits");
    let (points, views) = (2usize.pow(bits as u32), 3usize.pow(bits as u32));
    let label = |number: usize, base: usize| -> String {
        let text: String = (0..bits).map(|i| ["+", "-", "*"][digit(number, base, i)]).collect();
        if text.is_empty() { "0".into() } else { text }
    };
    let rows: Vec<Vec<Rational>> = (0..points).map(|x| (0..views).map(|a| weight(x, a)).collect()).collect();
    let labels = |count: usize, base: usize| (0..count).map(|k| label(k, base)).collect();
    Context::new(labels(points, 2), labels(views, 3), &rows).expect("every x has a view")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{A, Spectrum, X};
    use crate::exact::rational::ratio;

    #[test]
    fn complexities_are_those_of_the_source() {
        for bits in 0..4 {
            for alpha in [ratio(0, 1), ratio(1, 3), ratio(1, 2), ratio(1, 1)] {
                let power = |base: Rational| (0..bits).map(|_| base.clone()).product::<Rational>();
                let all_are = |context: &Context, value: Rational| {
                    assert!(context.kernel_diagonal::<X>().iter().all(|k| *k == value), "{bits} {alpha}");
                };
                all_are(&masked(bits, &alpha).unwrap(), power(integer(2) - &alpha));
                let flip = &alpha * &alpha - integer(2) * &alpha + integer(2);
                all_are(&flipped(bits, &alpha).unwrap(), power(flip));
            }
            for length in 0..=bits {
                let context = block_masked(bits, length).unwrap();
                let value = integer(2usize.pow((bits - length) as u32));
                assert!(context.kernel_diagonal::<X>().iter().all(|k| *k == value), "{bits} {length}");
            }
        }
    }

    #[test]
    fn characters_are_eigenfunctions_of_masks() {
        let alpha = ratio(1, 3);
        let context = masked(3, &alpha).unwrap();
        assert_eq!((context.n(), context.m()), (8, 27));
        let kernel = context.kernel::<X>();
        for set in 0..8usize {
            let chi = character(set, 8);
            let image = |x: usize| (0..8).map(|y| kernel.get(x, y) * &chi[y]).sum::<Rational>() / integer(8);
            let value: Rational = (0..set.count_ones()).map(|_| ratio(2, 3)).product();
            assert!((0..8).all(|x| image(x) == &value * &chi[x]), "{set}");
        }
        assert_eq!(Spectrum::of(&context).len(), 7);
    }

    #[test]
    fn what_is_no_probability_makes_no_context() {
        assert!(masked(2, &ratio(-1, 2)).is_none() && masked(2, &ratio(3, 2)).is_none());
        assert!(flipped(2, &ratio(-1, 2)).is_none() && flipped(2, &ratio(3, 2)).is_none());
        assert!(block_masked(2, 3).is_none() && block_masked(2, 2).is_some());
        // All is masked: one view. Nothing is: the context knows x.
        assert_eq!(masked(2, &ratio(1, 1)).unwrap().m(), 1);
        assert_eq!(masked(2, &ratio(0, 1)).unwrap().m(), 4);
        assert_eq!(masked(0, &ratio(1, 2)).unwrap().marginal::<A>(), [ratio(1, 1)]);
        assert_eq!(block_masked(2, 1).unwrap().a_labels(), ["*+", "*-", "+*", "-*"]);
    }
}
