//! Rational encoders that are optimal, where some are found: from rational eigenfunctions of rational eigenvalues.
//! Where an objective asks for functions of norm 1, the norms found have to be rational; others may still exist.

use super::balanced::Commensurable;
use super::better::averaging;
use super::extremum::{SelfAdjoint, gram};
use super::graph::step;
use super::kernel_integral::integral;
use super::supervised::{labelled_operator, no_features, posed};
use crate::context::{A, Context, Encoder, Function, X};
use crate::exact::elimination::null_space;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, rational_root};
use num_traits::Zero;

/// An encoder of d features with the least supervised risk.
pub fn supervised_minimiser(context: &Context, v: &Encoder<A>, d: usize, intercept: bool) -> Option<Encoder<X>> {
    let operator = labelled_operator(context, &posed(context, v, &no_features(context), intercept).0);
    let top = top(&operator, d, intercept)?;
    Some(Encoder::new(beside(context.n(), top.iter().map(|(_, f)| f.as_slice()), d)))
}

/// An encoder of d features with the least class-balanced risk.
pub fn balanced_minimiser(context: &Context, d: usize) -> Option<Encoder<X>> {
    let top = top(Commensurable::of(context)?.operator(), d, true)?;
    Some(Encoder::new(beside(context.n(), top.iter().map(|(_, f)| f.as_slice()), d)))
}

/// An encoder of d features with the least contrastive loss: `s_i nu_i`, with zeros where there is no `nu_i`.
pub fn contrastive_minimiser(context: &Context, d: usize) -> Option<Encoder<A>> {
    let operator = averaging::<A>(context);
    let scaled =
        |(value, f): (Rational, Vec<Rational>)| Some(scaled_by(&f, &rational_root(&(value / square(&operator, &f)))?));
    let columns = top(&operator, d, true)?.into_iter().map(scaled).collect::<Option<Vec<_>>>()?;
    Some(Encoder::new(beside(context.m(), columns.iter().map(Vec::as_slice), d)))
}

/// A pair of d features each with the least low-rank loss: `f_i` and `T* f_i / ||f_i||^2` for the first
/// eigenfunctions of K, the constant among them. Norms do not matter.
pub fn low_rank_minimiser(context: &Context, d: usize) -> Option<(Encoder<X>, Encoder<A>)> {
    let operator = averaging::<X>(context);
    let top = top(&operator, d, false)?;
    let partner = |(_, f): &(Rational, Vec<Rational>)| {
        let image: Function<A> = context.expect(&Function::<X>::new(f.clone()));
        scaled_by(image.values(), &square(&operator, f).recip())
    };
    let partners: Vec<Vec<Rational>> = top.iter().map(partner).collect();
    let phi = beside(context.n(), top.iter().map(|(_, f)| f.as_slice()), d);
    Some((Encoder::new(phi), Encoder::new(beside(context.m(), partners.iter().map(Vec::as_slice), d))))
}

/// An encoder of d features with the least non-contrastive loss.
pub fn noncontrastive_minimiser(context: &Context, d: usize) -> Option<Encoder<A>> {
    orthonormal(&averaging::<A>(context), d).map(Encoder::new)
}

/// An encoder of d features with the least graph loss.
pub fn graph_minimiser(context: &Context, d: usize) -> Option<Encoder<X>> {
    orthonormal(&step(context).ok()?, d).map(Encoder::new)
}

/// An encoder of d features with the least kernel integral.
pub fn kernel_integral_minimiser(weights: &[Rational], k: &Matrix, d: usize) -> Option<Matrix> {
    orthonormal(&integral(weights, k).ok()?, d)
}

/// Orthonormal singular functions `mu_1 .. mu_d`: they explain most, and make the nested sum greatest for all
/// weights.
pub fn singular_encoder(context: &Context, d: usize) -> Option<Encoder<X>> {
    orthonormal(&averaging::<X>(context), d).map(Encoder::new)
}

/// A pair of d features each with the least single-view loss.
pub fn single_view_minimiser(context: &Context, d: usize) -> Option<(Encoder<X>, Encoder<A>)> {
    let phi = singular_encoder(context, d)?;
    let psi = context.expect_encoder(&phi);
    Some((phi, psi))
}

/// A pair of d features each with the least two-sided loss: `mu_i` and `nu_i = T* mu_i / s_i`.
pub fn two_sided_minimiser(context: &Context, d: usize) -> Option<(Encoder<X>, Encoder<A>)> {
    let (on_x, on_a) = (averaging::<X>(context), averaging::<A>(context));
    let kernel = orthonormal(&on_a, d);
    let mut columns = Vec::new();
    let phi = orthonormal(&on_x, d)?;
    for (j, (value, _)) in top(&on_x, d, true)?.iter().enumerate() {
        columns.push(match value.is_zero() {
            // In the kernel of T, and orthogonal to those before.
            true => kernel.as_ref()?.column(j),
            false => {
                let image: Function<A> = context.expect(&Function::<X>::new(phi.column(j)));
                scaled_by(image.values(), &rational_root(value)?.recip())
            }
        });
    }
    let psi = beside(context.m(), columns.iter().map(Vec::as_slice), d);
    Some((Encoder::new(phi), Encoder::new(psi)))
}

/// The first d eigenfunctions of an operator with their values, largest first, orthogonal: of all functions, or of the
/// operator seen on those of mean zero. Fewer if there are fewer; `None` if one of the values is irrational.
fn top(operator: &SelfAdjoint, d: usize, of_mean_zero: bool) -> Option<Vec<(Rational, Vec<Rational>)>> {
    let n = operator.weights().len();
    let basis = if of_mean_zero { operator.functions_of_mean_zero() } else { Matrix::identity(n) };
    let mut values = operator.ritz_values(&basis);
    values.truncate(d);
    values.dedup();
    let mut found: Vec<(Rational, Vec<Rational>)> = Vec::new();
    for value in values {
        let value = value.as_rational()?.clone();
        // Of a tie that is cut, the first will do.
        let space = basis.times(&null_space(&operator.shifted_on(&basis, &value)));
        for j in 0..space.columns().min(d - found.len()) {
            let mut f = space.select_columns(&[j]);
            for (_, other) in &found {
                let other = Matrix::rational(n, 1, other);
                let share = gram(operator.weights(), &other, &f).trace() / square(operator, &other.column(0));
                f = f.minus(&other.scaled(&share));
            }
            found.push((value.clone(), f.column(0)));
        }
    }
    Some(found)
}

/// The first d of mean zero, of norm 1; `None` if there are fewer, or if one of the norms found is irrational.
fn orthonormal(operator: &SelfAdjoint, d: usize) -> Option<Matrix> {
    let top = top(operator, d, true)?;
    let normalised =
        |(_, f): &(Rational, Vec<Rational>)| Some(scaled_by(f, &rational_root(&square(operator, f))?.recip()));
    let columns = top.iter().map(normalised).collect::<Option<Vec<_>>>()?;
    (columns.len() == d).then(|| beside(operator.weights().len(), columns.iter().map(Vec::as_slice), d))
}

/// `||f||^2`.
fn square(operator: &SelfAdjoint, f: &[Rational]) -> Rational {
    f.iter().zip(operator.weights()).map(|(f, w)| f * f * w).sum()
}

fn scaled_by(f: &[Rational], by: &Rational) -> Vec<Rational> {
    f.iter().map(|v| v * by).collect()
}

/// The columns, then zeros up to d.
fn beside<'a>(rows: usize, columns: impl Iterator<Item = &'a [Rational]>, d: usize) -> Matrix {
    let columns: Vec<&[Rational]> = columns.collect();
    Matrix::from_fn(rows, d, |x, j| columns.get(j).map_or_else(Rational::zero, |f| f[x].clone()))
}

#[cfg(test)]
mod tests {
    use super::super::extremum::{has_unit_covariance, is_orthonormal_of_mean_zero};
    use super::super::naive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::{integer, ratio};

    /// A tie is cut, values come largest first, and what is irrational is not found.
    #[test]
    fn eigenfunctions_that_are_found_and_that_are_not() {
        let context = gallery::flipped_signs(2, &ratio(1, 2));
        let operator = averaging::<X>(&context);
        for d in 0..5 {
            let found = top(&operator, d, true).unwrap();
            let values: Vec<Rational> = found.iter().map(|(value, _)| value.clone()).collect();
            assert_eq!(values, [ratio(1, 4), ratio(1, 4), ratio(1, 16)][..d.min(3)]);
            for (value, f) in &found {
                let f = Function::<X>::new(f.clone());
                let image: Function<X> = context.expect(&context.expect::<A>(&f));
                assert_eq!(image, f.scaled(value));
            }
            assert_eq!(top(&operator, d, false).unwrap().len(), d.min(4), "the constant too");
        }
        assert!(top(&averaging::<X>(&gallery::cycle(5)), 1, true).is_none());
        assert!(top(&averaging::<X>(&gallery::cycle(5)), 1, false).is_some(), "the constant is rational");
        // Functions of mean zero on (1/5, 4/5) of norm 1: (2, -1/2). On (1/3, 2/3) the norm is a root of 2.
        let uneven = Context::from_counts(&[[1, 0], [1, 3]]).unwrap();
        let phi = singular_encoder(&uneven, 1).unwrap();
        assert_eq!(phi.matrix().get(0, 0) * phi.matrix().get(0, 0), integer(4));
        assert!(is_orthonormal_of_mean_zero(&uneven, &phi));
        assert!(singular_encoder(&Context::from_counts(&[[1, 0], [1, 1]]).unwrap(), 1).is_none());
        assert!(singular_encoder(&uneven, 2).is_none(), "more than there are");
    }

    /// Where s = 0 the partners are in the kernel of T; where A is too short there are none.
    #[test]
    fn partners_of_zeros() {
        for context in naive::uniform_contexts() {
            for d in 0..4 {
                if let Some((phi, psi)) = two_sided_minimiser(&context, d) {
                    assert!(has_unit_covariance(&context, &phi) && has_unit_covariance(&context, &psi));
                }
            }
        }
        assert!(two_sided_minimiser(&gallery::deterministic(&[2, 2]), 2).is_none());
    }
}
