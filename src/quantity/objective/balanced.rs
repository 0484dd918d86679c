//! The class-balanced risk of a linear probe: errors on a class count by one over the root of its probability.

use super::better::better_balanced;
use super::extremum::{SelfAdjoint, are_top, gram, sum_of_first};
use crate::context::{A, Context, Encoder, X};
use crate::exact::elimination::{independent_columns, solve};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, rational_root};
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth};
use num_traits::One;

/// `min_{W,b} E[||W Phi(X) + b - e_A||^2 / sqrt(q(A))]`, in `[0, sum_a sqrt(q(a))]`.
///
/// For a basis H of the functions spanned by the features and the constant it is
/// `sum_a sqrt(q(a)) - Tr((H^T D_m H)^-1 H^T S H)`, where `m(x) = sum_a P(x,a) / sqrt(q(a))` and
/// `S = P D_q^-1 P^T`, so that `f^T S f = ||T* f||^2`. So it is about K, and orthogonality is that of the
/// measure m, which is not p times a number unless the classes are balanced.
///
/// An error where the roots of the q(a) are not rational multiples of each other and the features and the
/// constant span more than [`MOST_FUNCTIONS`] dimensions.
///
/// Source: Zhai et al. 2025, Theorem 7.
pub fn balanced(context: &Context, phi: &Encoder<X>) -> Result<Real, Exhausted> {
    let functions = with_constant(context, phi);
    match Commensurable::of(context) {
        Some(risk) => Ok(risk.value(&functions)),
        None => irrational_value(context, &functions),
    }
}

/// The least risk of d features: with the roots `sqrt(q(a)) = rho r(a)` it is
/// `rho (sum_a r(a) - 1 / sum_x m'(x) - the d largest eigenvalues)`, where `m'(x) = sum_a P(x,a) / r(a)`, of S
/// against m' on the functions whose m'-mean is zero. An error where the roots are not rational multiples of
/// each other: nothing here computes it.
pub fn least_balanced(context: &Context, d: usize) -> Result<Real, Exhausted> {
    let risk = Commensurable::of(context).ok_or(INCOMMENSURABLE)?;
    let constant = risk.operator.weights().iter().sum::<Rational>().recip();
    let rest = sum_of_first(&risk.operator.eigenvalues_of_mean_zero(), d);
    Ok(Real::from(risk.multiples.iter().sum::<Rational>() - constant).minus(&rest).times(&risk.unit))
}

/// Whether no encoder with as many features has a smaller risk. Decided where the roots of the q(a) are rational
/// multiples of each other: by Ky Fan's principle ([`extremum`](super::extremum)) on functions of m'-mean zero,
/// since the constant is always among the probe's functions. Elsewhere it is true where features and constant
/// span all functions, false where [`better_balanced`] finds a smaller risk,
/// and else unknown.
pub fn minimises_balanced(context: &Context, phi: &Encoder<X>) -> Truth {
    if let Some(Commensurable { operator, .. }) = Commensurable::of(context) {
        let ritz = operator.ritz_values(&operator.centred(phi.matrix()));
        return Truth::from(are_top(&ritz, &operator.eigenvalues_of_mean_zero(), phi.dimension()));
    }
    if with_constant(context, phi).columns() == context.n() {
        return Truth::True;
    }
    match better_balanced(context, phi) {
        Some(_) => Truth::False,
        None => Truth::Unknown(INCOMMENSURABLE),
    }
}

/// Beyond so many dimensions, expressions with roots of different kinds are not made.
pub const MOST_FUNCTIONS: usize = 4;

const INCOMMENSURABLE: Exhausted =
    Exhausted::OutOfReach("the roots of the class probabilities are not rational multiples of each other");

/// The risk where the roots are `sqrt(q(a)) = unit * multiples[a]`.
pub(super) struct Commensurable {
    unit: Real,
    multiples: Vec<Rational>,
    /// `m'`, and S.
    operator: SelfAdjoint,
}

impl Commensurable {
    pub(super) fn of(context: &Context) -> Option<Commensurable> {
        let q = context.marginal::<A>();
        let multiples = q.iter().map(|mass| rational_root(&(mass / &q[0]))).collect::<Option<Vec<Rational>>>()?;
        let operator = SelfAdjoint::of_form(&balanced_measure(context, &multiples), kept(context))
            .expect("m' is positive and S symmetric");
        Some(Commensurable { unit: root(&q[0]), multiples, operator })
    }

    /// S against m'.
    pub(super) fn operator(&self) -> &SelfAdjoint {
        &self.operator
    }

    fn value(&self, functions: &Matrix) -> Real {
        let gram = gram(self.operator.weights(), functions, functions);
        let kept = functions.transposed().times(self.operator.form()).times(functions);
        let explained = solve(&gram, &kept).expect("a basis has an invertible Gram matrix").trace();
        Real::from(self.multiples.iter().sum::<Rational>() - explained).times(&self.unit)
    }
}

/// `sum_a P(x,a) / r(a)`.
pub(super) fn balanced_measure(context: &Context, r: &[Rational]) -> Vec<Rational> {
    let at = |x: usize| r.iter().enumerate().map(|(a, r)| context.joint(x, a) / r).sum();
    (0..context.n()).map(at).collect()
}

/// S: the matrix of `||T* f||^2`.
pub(super) fn kept(context: &Context) -> Matrix {
    let expectation = context.expectation::<A>();
    let q = context.marginal::<A>();
    let weighted = Matrix::from_fn(context.m(), context.n(), |a, x| expectation.get(a, x) * &q[a]);
    expectation.transposed().times(&weighted)
}

/// A basis of what the constant and the features span.
fn with_constant(context: &Context, phi: &Encoder<X>) -> Matrix {
    let all = Matrix::from_fn(context.n(), 1, |_, _| Rational::one()).beside(phi.matrix());
    all.select_columns(&independent_columns(&all))
}

/// By elimination of `[G | H^T S H]`, whose pivots are positive: G is a Gram matrix of a basis.
fn irrational_value(context: &Context, functions: &Matrix) -> Result<Real, Exhausted> {
    let size = functions.columns();
    if size > MOST_FUNCTIONS {
        return Err(Exhausted::OutOfReach("with roots of different kinds it is computed for three features at most"));
    }
    let q = context.marginal::<A>();
    let roots: Vec<Real> = q.iter().map(root).collect();
    let entry = |i: usize, j: usize| {
        let coefficient = |a: usize| -> Rational {
            let at = |x: usize| context.joint(x, a) * functions.get(x, i) * functions.get(x, j);
            (0..context.n()).map(at).sum::<Rational>() / &q[a]
        };
        // 1 / sqrt(q) = sqrt(q) / q
        Real::sum(roots.iter().enumerate().map(|(a, root)| root.times(&Real::from(coefficient(a)))))
    };
    let kept = functions.transposed().times(&kept(context)).times(functions);
    let row = |i: usize| -> Vec<Real> {
        let right = (0..size).map(|j| Real::from(kept.get(i, j)));
        (0..size).map(|j| entry(i, j)).chain(right).collect()
    };
    let mut rows: Vec<Vec<Real>> = (0..size).map(row).collect();
    for k in 0..size {
        let pivot = rows[k][k].clone();
        for value in &mut rows[k] {
            *value = value.divided_by(&pivot)?.expect("a pivot of a positive definite matrix is positive");
        }
        let pivot_row = rows[k].clone();
        for (_, row) in rows.iter_mut().enumerate().filter(|(i, _)| *i != k) {
            let factor = row[k].clone();
            for (value, above) in row.iter_mut().zip(&pivot_row).skip(k) {
                *value = value.minus(&factor.times(above));
            }
        }
    }
    let explained = Real::sum((0..size).map(|i| rows[i][size + i].clone()));
    Ok(Real::sum(roots).minus(&explained))
}

fn root(mass: &Rational) -> Real {
    Real::from(mass.clone()).sqrt().ok().flatten().expect("a probability is not negative")
}
