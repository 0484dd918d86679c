//! What the tests of objectives share: exact gradients by differences, and sums over pairs of points.

use super::{Table, ValueAndGradient};
use crate::context::{Context, Encoder, Side, X, gallery};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer, ratio};
use num_traits::{One, ToPrimitive, Zero};

/// Small contexts: N != M either way, zero cells, one point, components, independence, low rank.
pub fn contexts() -> Vec<Context> {
    vec![
        Context::from_counts(&[[2, 0, 1], [1, 3, 1], [0, 1, 4]]).unwrap(),
        Context::from_counts(&[[1, 2, 3], [3, 1, 0]]).unwrap(),
        Context::from_counts(&[[1, 2], [3, 0], [5, 7], [0, 1]]).unwrap(),
        gallery::one_point(),
        gallery::independent(1, 3),
        gallery::independent(3, 2),
        gallery::disconnected(),
        gallery::split_channel(2),
    ]
}

/// A table of integers from -4 to 4 without an apparent order.
pub fn integers(rows: usize, columns: usize, seed: usize) -> Matrix {
    Matrix::from_fn(rows, columns, |r, c| integer((r * r * 5 + r * c * 3 + c * 7 + r + seed) as i64 * 11 % 9 - 4))
}

/// The rounded table.
pub fn table<S: Side>(exact: &Matrix) -> Table<S> {
    Table::of(&Encoder::new(exact.clone())).unwrap()
}

/// The first two features turned by the angle with the cosine 3/5.
pub fn turned(features: &Matrix) -> Matrix {
    if features.columns() < 2 {
        return features.clone();
    }
    Matrix::from_fn(features.rows(), features.columns(), |r, c| {
        let (u, v) = (features.get(r, 0), features.get(r, 1));
        match c {
            0 => ratio(3, 5) * u + ratio(4, 5) * v,
            1 => ratio(3, 5) * v - ratio(4, 5) * u,
            _ => features.get(r, c),
        }
    })
}

/// The inner product of row r of one table and row s of another.
pub fn dot(phi: &Matrix, r: usize, psi: &Matrix, s: usize) -> Rational {
    (0..phi.columns()).map(|j| phi.get(r, j) * psi.get(s, j)).sum()
}

/// The squared distance of these rows.
pub fn distance(phi: &Matrix, r: usize, psi: &Matrix, s: usize) -> Rational {
    let difference = |j| phi.get(r, j) - psi.get(s, j);
    (0..phi.columns()).map(|j| difference(j) * difference(j)).sum()
}

/// `E_P[value(X, A)]`.
pub fn mean_of_pairs(c: &Context, value: impl Fn(usize, usize) -> Rational) -> Rational {
    let cells = (0..c.n()).flat_map(|x| (0..c.m()).map(move |a| (x, a)));
    cells.map(|(x, a)| c.joint(x, a) * value(x, a)).sum()
}

/// `E[value(A, A+)]` over two views of a point.
pub fn mean_of_views(c: &Context, value: impl Fn(usize, usize) -> Rational) -> Rational {
    let p = c.marginal::<X>();
    mean_of_pairs(c, |x, a| (0..c.m()).map(|b| c.joint(x, b) / &p[x] * value(a, b)).sum())
}

/// The gradient of a loss whose restriction to a line is a polynomial of degree at most 4: exactly
/// `f'(0) = (f(-2) - 8 f(-1) + 8 f(1) - f(2)) / 12`.
fn gradient(at: &Matrix, loss: impl Fn(&Matrix) -> Rational) -> Matrix {
    Matrix::from_fn(at.rows(), at.columns(), |r, c| {
        let moved = |step: i64| loss(&changed(at, r, c, &integer(step)));
        (moved(-2) - integer(8) * moved(-1) + integer(8) * moved(1) - moved(2)) / integer(12)
    })
}

/// The table with one entry larger by `step`.
pub fn changed(at: &Matrix, row: usize, column: usize, step: &Rational) -> Matrix {
    let moved = |r, c| if (r, c) == (row, column) { step.clone() } else { Rational::zero() };
    Matrix::from_fn(at.rows(), at.columns(), |r, c| at.get(r, c) + moved(r, c))
}

/// The exact value, rounded, is found but for rounding.
pub fn assert_value(found: f64, exact: &Rational) {
    let expected = exact.to_f64().unwrap();
    approx::assert_relative_eq!(found, expected, max_relative = 1e-12, epsilon = 1e-13);
}

/// The table is the exact one, but for rounding relative to its largest entry.
pub fn assert_table<S: Side>(found: &Table<S>, exact: &Matrix) {
    assert_eq!((found.rows(), found.columns()), (exact.rows(), exact.columns()));
    let expected = table::<S>(exact).row_major();
    let largest = expected.iter().fold(1.0, |largest: f64, v| largest.max(v.abs()));
    for (found, expected) in found.row_major().iter().zip(&expected) {
        approx::assert_relative_eq!(*found, *expected, max_relative = 1e-12, epsilon = 1e-13 * largest);
    }
}

/// Every entry is zero, but for rounding.
pub fn assert_zero<S: Side>(found: &Table<S>) {
    assert_table(found, &Matrix::zero(found.rows(), found.columns()));
}

/// Value and gradient are those of the exact loss.
pub fn assert_twins<S: Side>(found: &ValueAndGradient<Table<S>>, at: &Matrix, loss: impl Fn(&Matrix) -> Rational) {
    assert_value(found.value, &loss(at));
    assert_table(&found.gradient, &gradient(at, loss));
}

/// Value and both gradients are those of the exact loss.
pub fn assert_two_twins<S: Side, R: Side>(
    found: &ValueAndGradient<(Table<S>, Table<R>)>,
    (phi, psi): (&Matrix, &Matrix),
    loss: impl Fn(&Matrix, &Matrix) -> Rational,
) {
    assert_value(found.value, &loss(phi, psi));
    assert_table(&found.gradient.0, &gradient(phi, |phi| loss(phi, psi)));
    assert_table(&found.gradient.1, &gradient(psi, |psi| loss(phi, psi)));
}

/// `t^4 + t` has the slope 1 at 0 and 5 at 1.
#[test]
fn differences_are_exact_up_to_the_fourth_degree() {
    let quartic = |m: &Matrix| {
        let t = m.get(0, 0);
        &t * &t * &t * &t + t
    };
    assert_eq!(gradient(&Matrix::zero(1, 1), quartic).get(0, 0), Rational::one());
    assert_eq!(gradient(&Matrix::identity(1), quartic).get(0, 0), integer(5));
}
