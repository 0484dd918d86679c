//! The class-balanced risk of a linear probe: errors on a class count by one over the root of its probability.

use super::better::better_balanced;
use super::extremum::{Among, SelfAdjoint, gram, sum_of_first};
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
/// since the constant is always among the probe's functions. Elsewhere it is true of no features, and where
/// features and constant span all functions, false where [`better_balanced`] finds a smaller risk,
/// and else unknown.
pub fn minimises_balanced(context: &Context, phi: &Encoder<X>) -> Truth {
    if let Some(Commensurable { operator, .. }) = Commensurable::of(context) {
        return Truth::from(operator.is_top(&operator.centred(phi.matrix()), phi.dimension(), Among::MeanZero));
    }
    // There is one encoder without features.
    if phi.dimension() == 0 || with_constant(context, phi).columns() == context.n() {
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

#[cfg(test)]
mod tests {
    use super::super::minimiser::balanced_minimiser;
    use super::super::naive;
    use super::*;
    use crate::context::{Spectrum, gallery};
    use crate::exact::proposal::square_root;
    use crate::exact::rational::{integer, ratio};
    use crate::quantity::learning::learns;
    use num_traits::Zero;
    use std::cmp::Ordering;

    /// `E ||W Phi + b - e_A||^2 / r(A)` at the W and b where its gradient is zero.
    fn literal_risk(c: &Context, r: &[Rational], phi: &Encoder<X>) -> (Matrix, Rational) {
        let inputs = phi.matrix().beside(&Matrix::from_fn(c.n(), 1, |_, _| integer(1)));
        let size = inputs.columns();
        let label = |a: usize, k: usize| integer(u8::from(a == k));
        let moment = |i, j| naive::expected(c, |x, a| inputs.get(x, i) * inputs.get(x, j) / &r[a]);
        let cross = |i, k| naive::expected(c, |x, a| inputs.get(x, i) * label(a, k) / &r[a]);
        let w = solve(&Matrix::from_fn(size, size, moment), &Matrix::from_fn(size, c.m(), cross)).unwrap();
        let predicted = inputs.times(&w);
        for i in 0..size {
            for k in 0..c.m() {
                let error = |x: usize, a: usize| predicted.get(x, k) - label(a, k);
                assert!(naive::expected(c, |x, a| inputs.get(x, i) * error(x, a) / &r[a]).is_zero());
            }
        }
        let one_hot = Matrix::identity(c.m());
        let risk = naive::expected(c, |x, a| naive::distance_squared(&predicted, x, &one_hot, a) / &r[a]);
        (predicted, risk)
    }

    /// Roots that are rational multiples of each other: equal, rational, and multiples of root 2.
    fn commensurable() -> Vec<(Context, Vec<i64>)> {
        vec![
            (gallery::one_point(), vec![1]),
            (gallery::flipped_signs(2, &ratio(1, 2)), vec![1; 4]),
            (gallery::cycle(5), vec![1; 5]),
            (gallery::deterministic(&[1, 4, 4]), vec![1, 2, 2]),
            (Context::from_counts(&[[1, 1, 3], [0, 2, 3], [0, 1, 3]]).unwrap(), vec![1, 2, 3]),
            (Context::from_counts(&[[1, 1, 7], [0, 7, 1], [1, 0, 0]]).unwrap(), vec![1, 2, 2]),
            (Context::from_counts(&[[1, 0], [1, 3], [0, 5]]).unwrap(), vec![1, 2]),
        ]
    }

    #[test]
    fn risks_are_literal_and_least_where_said() {
        let (mut best, mut others) = (0, 0);
        for (k, (context, r)) in commensurable().into_iter().enumerate() {
            let r: Vec<Rational> = r.into_iter().map(integer).collect();
            let unit = root(&(&context.marginal::<A>()[0] / (&r[0] * &r[0])));
            for (d, seed) in [(0, 1), (1, 2), (1, 4), (2, 3), (2, 5), (4, 6)] {
                let phi = naive::encoder(&context, d, seed + 10 * k as u64);
                let least = least_balanced(&context, d).unwrap();
                let mut encoders = vec![phi];
                encoders.extend(balanced_minimiser(&context, d));
                for phi in encoders {
                    let risk = balanced(&context, &phi).unwrap();
                    let literal = Real::from(literal_risk(&context, &r, &phi).1).divided_by(&unit).unwrap().unwrap();
                    assert_eq!(risk.compare(&literal), Ok(Ordering::Equal), "{context:?}, {phi:?}");
                    let order = risk.compare(&least).unwrap();
                    assert_ne!(order, Ordering::Less, "{context:?}, {phi:?}");
                    assert_eq!(minimises_balanced(&context, &phi), Truth::from(order == Ordering::Equal));
                    assert_eq!(better_balanced(&context, &phi).is_some(), order == Ordering::Greater, "{context:?}");
                    *(if order == Ordering::Equal { &mut best } else { &mut others }) += 1;
                    let shifted = Encoder::new(naive::shifted(phi.matrix()));
                    assert_eq!(balanced(&context, &shifted).unwrap().compare(&risk), Ok(Ordering::Equal));
                }
            }
        }
        assert!(best > 20 && others > 10, "{best} and {others}");
    }

    /// Deterministic labels with q = (1, 4, 4) / 9: m' = (1, 2, 2) / 9 and S = (1, 4, 4) / 9 on the classes, so that
    /// (0, 1, -1) has 2 and (4, -1, -1) has 6/5. All of them have `s = 1`.
    #[test]
    fn a_tie_of_k_is_none_of_the_balanced_risk() {
        let context = gallery::deterministic(&[1, 4, 4]);
        let of_class = |values: [i64; 3]| -> Encoder<X> {
            Encoder::new(Matrix::from_fn(9, 1, |x, _| integer(values[if x == 0 { 0 } else { x.div_ceil(4) }])))
        };
        let (large, small) = (of_class([0, 1, -1]), of_class([8, -1, -1]));
        let value = |phi: &Encoder<X>| balanced(&context, phi).unwrap().as_rational().cloned();
        assert_eq!(value(&large), Some(ratio(2, 5)));
        assert_eq!(value(&small), Some(ratio(2, 3)));
        assert_eq!(least_balanced(&context, 1).unwrap().as_rational(), Some(&ratio(2, 5)));
        assert_eq!(minimises_balanced(&context, &large), Truth::True);
        assert_eq!(minimises_balanced(&context, &small), Truth::False);
        let spectrum = Spectrum::of(&context);
        assert!(learns(&context, &spectrum, &large).is_ok() && learns(&context, &spectrum, &small).is_ok());
    }

    /// q = (2, 3, 5) / 10: roots of three kinds.
    #[test]
    fn roots_of_different_kinds() {
        let context = Context::from_counts(&[[2, 1, 1], [0, 2, 1], [0, 0, 3]]).unwrap();
        let close = |a: &Real, b: &Real| {
            let difference = a.minus(b).abs().unwrap();
            difference.compare(&Real::from(ratio(1, 1_000_000_000))) == Ok(Ordering::Less)
        };
        let q = context.marginal::<A>();
        let about: Vec<Rational> = q.iter().map(|q| square_root(q).unwrap()).collect();
        for d in 0..3 {
            let phi = Encoder::new(naive::values(3, d, 5));
            // The exact risk of about the best prediction.
            let predicted = literal_risk(&context, &about, &phi).0;
            let one_hot = Matrix::identity(3);
            let terms = (0..3).map(|a| {
                let error = |x| context.joint(x, a) * naive::distance_squared(&predicted, x, &one_hot, a);
                Real::from((0..3).map(error).sum::<Rational>()).divided_by(&root(&q[a])).unwrap().unwrap()
            });
            let risk = balanced(&context, &phi).unwrap();
            assert!(close(&risk, &Real::sum(terms)), "{d} features: {risk:?}");
        }
        // Without features: sum sqrt q - 1 / sum sqrt q.
        let sum = Real::sum(q.iter().map(root));
        let inverse = Real::from(integer(1)).divided_by(&sum).unwrap().unwrap();
        let none = balanced(&context, &Encoder::new(Matrix::zero(3, 0))).unwrap();
        assert_eq!(none.compare(&sum.minus(&inverse)), Ok(Ordering::Equal));
        let verdict = |columns: &[&[i64]]| {
            minimises_balanced(
                &context,
                &Encoder::new(Matrix::from_fn(3, columns.len(), |x, j| integer(columns[j][x]))),
            )
        };
        assert_eq!(verdict(&[&[0, 1, 0]]), Truth::False);
        assert_eq!(verdict(&[&[1, 0, 0], &[0, 1, 0]]), Truth::True, "with the constant all functions");
        assert_eq!(verdict(&[&[1, 0, 0], &[1, 0, 0]]), Truth::False);
        assert_eq!(verdict(&[]), Truth::True, "there is no other");
        assert!(least_balanced(&context, 1).is_err());
        // Five points and four features are too many.
        let context = Context::from_counts(&[[1, 2], [2, 1], [3, 1], [1, 5], [1, 2]]).unwrap();
        assert!(balanced(&context, &Encoder::new(naive::values(5, 3, 1))).is_ok());
        assert!(balanced(&context, &Encoder::new(naive::values(5, 4, 1))).is_err());
    }
}
