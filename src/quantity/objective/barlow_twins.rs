//! The Barlow Twins loss: the correlations of the features of two views are to be the identity.

use crate::context::{A, Context, Encoder, X};
use crate::exact::rational::{Rational, integer};
use crate::exact::truth::Undefined;
use num_traits::Zero;

/// `sum_i (1 - C_ii)^2 + lambda sum_{i != j} C_ij^2` with the correlations
/// `C_ij = Cov(psi_i(A), psi_j(A+)) / (sd_i sd_j)`; 0 of no features, not negative for `lambda >= 0`. A and A+ come from
/// one x. Undefined where a feature is constant: its standard deviation in the denominator is zero.
///
/// `Cov(psi_i(A), psi_j(A+)) = <T psi_i~, T psi_j~>`, and `C_ii` is a ratio of variances: all of it is rational.
///
/// Source: Zbontar et al. 2021, the population value.
pub fn barlow_twins(context: &Context, psi: &Encoder<A>, lambda: &Rational) -> Result<Rational, Undefined> {
    let centred = context.centred_encoder(psi);
    let images: Encoder<X> = context.expect_encoder(&centred);
    let (within, across) = (context.gram(&centred, &centred), context.gram(&images, &images));
    let d = psi.dimension();
    if let Some(j) = (0..d).find(|&j| within.entry(j, j).is_zero()) {
        return Err(Undefined::new("the Barlow Twins loss", format!("feature {} is constant", j + 1)));
    }
    let variance = |j: usize| within.get(j, j);
    let of_pair = |i: usize, j: usize| match i == j {
        true => {
            let missing = integer(1) - across.get(i, i) / variance(i);
            &missing * &missing
        }
        false => lambda * across.get(i, j) * across.get(i, j) / (variance(i) * variance(j)),
    };
    Ok((0..d).flat_map(|i| (0..d).map(move |j| (i, j))).map(|(i, j)| of_pair(i, j)).sum())
}

#[cfg(test)]
mod tests {
    use super::super::naive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::ratio;
    use crate::exact::real::Real;

    /// With expectations as sums over pairs of views, and standard deviations as roots.
    fn literal(context: &Context, psi: &Encoder<A>, lambda: &Rational) -> Real {
        let value = |a: usize, j: usize| psi.matrix().get(a, j);
        let mean = |j: usize| naive::expected(context, |_, a| value(a, j));
        let covariance = |i: usize, j: usize| {
            naive::expected_of_views(context, |a, b| value(a, i) * value(b, j)) - mean(i) * mean(j)
        };
        let deviation = |j: usize| {
            let variance = naive::expected(context, |_, a| value(a, j) * value(a, j)) - mean(j) * mean(j);
            Real::from(variance).sqrt().unwrap().unwrap()
        };
        let mut loss = Real::zero();
        for i in 0..psi.dimension() {
            for j in 0..psi.dimension() {
                let scale = deviation(i).times(&deviation(j));
                let correlation = Real::from(covariance(i, j)).divided_by(&scale).unwrap().unwrap();
                let missing = Real::from(integer(1)).minus(&correlation);
                loss = loss.plus(&match i == j {
                    true => missing.times(&missing),
                    false => correlation.times(&correlation).times(&lambda.clone().into()),
                });
            }
        }
        loss
    }

    /// The literal sum; shifts, scales and signs of single features change nothing.
    #[test]
    fn losses_are_literal_and_see_neither_shifts_nor_scales() {
        let (mut defined, mut undefined) = (0, 0);
        for (k, context) in naive::contexts().into_iter().enumerate() {
            for (d, seed) in [(0, 1), (1, 2), (2, 4), (3, 3), (3, 5)] {
                let psi: Encoder<A> = naive::encoder(&context, d, seed + 10 * k as u64);
                for lambda in [ratio(1, 200), integer(0), integer(3)] {
                    let is_constant = |j: &usize| {
                        let column = psi.matrix().column(*j);
                        column.iter().all(|v| *v == column[0])
                    };
                    match barlow_twins(&context, &psi, &lambda) {
                        Ok(loss) => {
                            let difference = literal(&context, &psi, &lambda).minus(&loss.clone().into());
                            assert_eq!(difference.sign(), Ok(std::cmp::Ordering::Equal), "{context:?}");
                            let scale =
                                |a: usize, j: usize| psi.matrix().get(a, j) * ratio(j as i64 * 3 - 1, 7) + integer(j);
                            let moved = Encoder::new(Matrix::from_fn(context.m(), d, scale));
                            assert_eq!(barlow_twins(&context, &moved, &lambda), Ok(loss));
                            assert_eq!((0..d).find(is_constant), None);
                            defined += 1;
                        }
                        Err(reason) => {
                            let j = (0..d).find(is_constant).expect("a constant feature");
                            assert!(reason.reason().contains(&format!("feature {}", j + 1)));
                            undefined += 1;
                        }
                    }
                }
            }
        }
        assert!(defined > 60 && undefined > 20, "{defined} and {undefined}");
    }

    /// Two signs, of which each keeps half: `C = I / 4`. A copy of one has the correlation 1/4 with it too.
    #[test]
    fn by_hand() {
        let context = gallery::flipped_signs(2, &ratio(1, 2));
        let sign = |bit: usize, a: usize| integer(if a >> bit & 1 == 1 { 1 } else { -1 });
        let of = |bits: &[usize]| Encoder::new(Matrix::from_fn(4, bits.len(), |a, j| sign(bits[j], a)));
        let loss = |bits: &[usize], lambda| barlow_twins(&context, &of(bits), &lambda).unwrap();
        assert_eq!(loss(&[0], integer(7)), ratio(9, 16));
        assert_eq!(loss(&[0, 1], integer(7)), ratio(9, 8));
        assert_eq!(loss(&[0, 0], integer(7)), ratio(9, 8) + integer(7) * ratio(2, 16));
        assert_eq!(loss(&[], integer(7)), integer(0));
        // Nothing is lost: the loss is zero.
        let perfect =
            Encoder::new(Matrix::from_fn(3, 2, |a, j| integer(i64::from(a == j) * 3 - 1 + 2 * (a * j) as i64)));
        let c = barlow_twins(&gallery::perfect(3), &perfect, &integer(0)).unwrap();
        assert_eq!(c, integer(0));
    }
}
