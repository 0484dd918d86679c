//! Encoders that show that another is not optimal: rational, feasible where the objective has constraints, and
//! strictly better. Floating point proposes them; what is returned was compared exactly.
//!
//! Where the covariance has to stay I, features are moved by reflections `f - 2 w <w, f> / <w, w>`: they are
//! rational, keep all inner products, and with w of mean zero they keep means. A few of them turn orthonormal
//! features into others that are as near to singular functions as wished, and exactly orthonormal.

use super::balanced::{balanced, balanced_measure, kept};
use super::contrastive::contrastive;
use super::explained::explained;
use super::extremum::{SelfAdjoint, centred, gram, has_unit_covariance, is_orthonormal_of_mean_zero};
use super::graph::{graph_loss, step};
use super::kernel_integral::{integral, kernel_integral};
use super::low_rank::low_rank;
use super::nested::nested;
use super::noncontrastive::noncontrastive;
use super::single_view::single_view;
use super::supervised::{labelled_operator, posed, supervised};
use super::two_sided::two_sided;
use crate::context::{A, Context, Encoder, Side, X};
use crate::exact::elimination::inverse;
use crate::exact::matrix::Matrix;
use crate::exact::proposal::{square_root, top_functions};
use crate::exact::rational::{Rational, integer};
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;

/// An encoder with as many features and a smaller contrastive loss, if one is found.
pub fn better_contrastive(context: &Context, psi: &Encoder<A>) -> Option<Encoder<A>> {
    let operator = averaging::<A>(context);
    let top = top_functions(operator.weights(), operator.form(), psi.dimension(), true)?;
    // s_i nu_i
    let scales =
        top.values.iter().map(|v| square_root(&v.clone().max(Rational::zero()))).collect::<Option<Vec<_>>>()?;
    let scaled = Matrix::from_fn(context.m(), scales.len(), |a, j| top.functions.get(a, j) * &scales[j]);
    let found = Encoder::new(widened(scaled, psi.dimension()));
    (contrastive(context, &found) < contrastive(context, psi)).then_some(found)
}

/// An encoder with as many features and a smaller supervised risk, if one is found.
pub fn better_supervised(context: &Context, v: &Encoder<A>, phi: &Encoder<X>, intercept: bool) -> Option<Encoder<X>> {
    let operator = labelled_operator(context, &posed(context, v, phi, intercept).0);
    let top = top_functions(operator.weights(), operator.form(), phi.dimension(), intercept)?;
    let found = Encoder::new(widened(top.functions, phi.dimension()));
    (supervised(context, v, &found, intercept) < supervised(context, v, phi, intercept)).then_some(found)
}

/// An encoder with as many features and a smaller class-balanced risk, if one is found.
pub fn better_balanced(context: &Context, phi: &Encoder<X>) -> Option<Encoder<X>> {
    let roots = context.marginal::<A>().iter().map(square_root).collect::<Option<Vec<Rational>>>()?;
    if !roots.iter().all(Signed::is_positive) {
        return None;
    }
    let top = top_functions(&balanced_measure(context, &roots), &kept(context), phi.dimension(), true)?;
    let found = Encoder::new(widened(top.functions, phi.dimension()));
    let order = balanced(context, &found).ok()?.compare(&balanced(context, phi).ok()?);
    (order == Ok(Ordering::Less)).then_some(found)
}

/// A pair with as many features and a smaller low-rank loss, if one is found.
pub fn better_low_rank(context: &Context, phi: &Encoder<X>, psi: &Encoder<A>) -> Option<(Encoder<X>, Encoder<A>)> {
    let operator = averaging::<X>(context);
    let top = top_functions(operator.weights(), operator.form(), phi.dimension(), false)?;
    // The best Psi for independent features is T* Phi G^-1.
    let features = Encoder::new(top.functions);
    let images: Encoder<A> = context.expect_encoder(&features);
    let partner = images.matrix().times(&inverse(&context.gram(&features, &features))?);
    let found_phi = Encoder::new(widened(features.matrix().clone(), phi.dimension()));
    let found_psi = Encoder::new(widened(partner, phi.dimension()));
    let is_better = low_rank(context, &found_phi, &found_psi) < low_rank(context, phi, psi);
    is_better.then_some((found_phi, found_psi))
}

/// An encoder with the covariance I and a smaller non-contrastive loss, if Psi has that covariance and one is found.
pub fn better_noncontrastive(context: &Context, psi: &Encoder<A>) -> Option<Encoder<A>> {
    let found = has_unit_covariance(context, psi).then(|| turned(&averaging::<A>(context), psi.matrix()))??;
    let found = Encoder::new(found);
    (noncontrastive(context, &found) < noncontrastive(context, psi)).then_some(found)
}

/// An encoder with the covariance I and a smaller graph loss, if Phi has that covariance, the table is symmetric, and
/// one is found.
pub fn better_graph(context: &Context, phi: &Encoder<X>) -> Option<Encoder<X>> {
    let operator = step(context).ok()?;
    let found = Encoder::new(has_unit_covariance(context, phi).then(|| turned(&operator, phi.matrix()))??);
    (graph_loss(context, &found).ok()? < graph_loss(context, phi).ok()?).then_some(found)
}

/// An encoder with the covariance I and a smaller kernel integral, if Phi has that covariance, the kernel is symmetric,
/// and one is found.
pub fn better_kernel_integral(weights: &[Rational], k: &Matrix, phi: &Matrix) -> Option<Matrix> {
    let operator = integral(weights, k).ok()?;
    let features = centred(weights, phi);
    let is_feasible = gram(weights, &features, &features) == Matrix::identity(phi.columns());
    let found = is_feasible.then(|| turned(&operator, phi))??;
    (kernel_integral(weights, k, &found).ok()? < kernel_integral(weights, k, phi).ok()?).then_some(found)
}

/// A pair with a smaller single-view loss and `Cov_p[Phi] = I`, if Phi has that covariance and one is found.
pub fn better_single_view(context: &Context, phi: &Encoder<X>, psi: &Encoder<A>) -> Option<(Encoder<X>, Encoder<A>)> {
    let turned = has_unit_covariance(context, phi).then(|| turned(&averaging::<X>(context), phi.matrix()))?;
    let value = single_view(context, phi, psi);
    // It may be enough to change Psi.
    [turned.map(Encoder::new), Some(phi.clone())].into_iter().flatten().find_map(|phi| {
        let psi: Encoder<A> = context.expect_encoder(&phi);
        (single_view(context, &phi, &psi) < value).then_some((phi, psi))
    })
}

/// A pair with a smaller two-sided loss and both covariances I, if Phi and Psi have them and one is found.
pub fn better_two_sided(context: &Context, phi: &Encoder<X>, psi: &Encoder<A>) -> Option<(Encoder<X>, Encoder<A>)> {
    let d = phi.dimension();
    let is_feasible = psi.dimension() == d && has_unit_covariance(context, phi) && has_unit_covariance(context, psi);
    let (on_x, on_a) = (averaging::<X>(context), averaging::<A>(context));
    let found_phi = Encoder::new(is_feasible.then(|| turned(&on_x, phi.matrix()))??);
    let images: Encoder<A> = context.expect_encoder(&found_phi);
    let top = top_functions(on_a.weights(), on_a.form(), d, true)?;
    // T* phi / s, and where s is about zero a function that T sends to about zero.
    let is_kept = |j: usize| top.values[j] > Rational::new(1.into(), 1_000_000.into());
    let scales = top.values.iter().map(|v| square_root(&v.abs())).collect::<Option<Vec<Rational>>>()?;
    let target = |a: usize, j: usize| match is_kept(j) {
        true => images.matrix().get(a, j) / &scales[j],
        false => top.functions.get(a, j),
    };
    let targets = Matrix::from_fn(context.m(), d, target);
    let found_psi = Encoder::new(reflected(on_a.weights(), psi.matrix(), &targets));
    let is_better = two_sided(context, &found_phi, &found_psi) < two_sided(context, phi, psi);
    is_better.then_some((found_phi, found_psi))
}

/// Orthonormal features of mean zero that explain more, if Phi is of that kind and some are found.
pub fn better_explained(context: &Context, phi: &Encoder<X>) -> Option<Encoder<X>> {
    let found = is_orthonormal_of_mean_zero(context, phi).then(|| turned(&averaging::<X>(context), phi.matrix()))??;
    let found = Encoder::new(found);
    (explained(context, &found) > explained(context, phi)).then_some(found)
}

/// Orthonormal features of mean zero with a larger nested sum, if Phi is of that kind and some are found.
pub fn better_nested(context: &Context, c: &[Rational], phi: &Encoder<X>) -> Option<Encoder<X>> {
    let found = is_orthonormal_of_mean_zero(context, phi).then(|| turned(&averaging::<X>(context), phi.matrix()))??;
    let found = Encoder::new(found);
    (nested(context, c, &found) > nested(context, c, phi)).then_some(found)
}

/// `K = T T*` on X, or `T* T` on A.
pub(super) fn averaging<S: Side>(context: &Context) -> SelfAdjoint {
    SelfAdjoint::of_operator(&context.marginal::<S>(), &context.operator::<S>()).expect("K is self-adjoint")
}

/// Features with the covariance I, turned to about the top functions of mean zero of an operator.
fn turned(operator: &SelfAdjoint, features: &Matrix) -> Option<Matrix> {
    let top = top_functions(operator.weights(), operator.form(), features.columns(), true)?;
    Some(reflected(operator.weights(), features, &top.functions))
}

/// Features with the covariance I, turned to about as many functions that are about orthonormal: by a reflection
/// for each that sends the feature to about the function's opposite, or to the function, whichever is farther.
fn reflected(weights: &[Rational], features: &Matrix, targets: &Matrix) -> Matrix {
    let (mut features, targets) = (centred(weights, features), centred(weights, targets));
    for j in 0..features.columns() {
        let (feature, target) = (features.select_columns(&[j]), targets.select_columns(&[j]));
        let sign = match gram(weights, &feature, &target).trace().is_positive() {
            true => -Rational::one(),
            false => Rational::one(),
        };
        let across = feature.minus(&target.scaled(&sign));
        let square = gram(weights, &across, &across).trace();
        if square.is_zero() {
            continue;
        }
        let shares = gram(weights, &across, &features).scaled(&(integer(2) / square));
        let moved = features.minus(&across.times(&shares));
        features = Matrix::from_fn(moved.rows(), moved.columns(), |x, k| match k == j {
            true => moved.get(x, k) * &sign,
            false => moved.get(x, k),
        });
    }
    features
}

/// With columns of zeros, up to so many.
pub(super) fn widened(features: Matrix, columns: usize) -> Matrix {
    let missing = columns - features.columns();
    features.beside(&Matrix::zero(features.rows(), missing))
}
