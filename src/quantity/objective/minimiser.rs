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
