//! What the tests of the objectives share: contexts, encoders, expectations as literal sums, and how a value, an
//! extreme value and a verdict have to fit together.

use super::extremum::centred;
use crate::context::{A, Context, Encoder, Side, X, gallery};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer, ratio};
use crate::exact::real::Real;
use crate::exact::truth::Truth;
use num_traits::Zero;
use std::cmp::Ordering;

/// Single points, ties, zero cells, several components, low rank, irrational values, wide and tall tables.
pub fn contexts() -> Vec<Context> {
    vec![
        gallery::one_point(),
        gallery::independent(3, 1),
        gallery::independent(1, 3),
        gallery::independent(2, 3),
        Context::from_counts(&[[2, 0, 1], [1, 3, 1], [0, 1, 4]]).unwrap(),
        Context::from_counts(&[[1, 2, 3], [3, 1, 0]]).unwrap(),
        Context::from_counts(&[[3, 1], [0, 1], [1, 3], [1, 1]]).unwrap(),
        Context::from_counts(&[[2, 1, 0, 0], [1, 2, 0, 0], [0, 0, 2, 1], [0, 0, 1, 2]]).unwrap(),
        gallery::flipped_signs(2, &ratio(1, 2)),
        gallery::split_channel(2),
        gallery::deterministic(&[1, 2]),
        gallery::perfect(3),
        gallery::cycle(5),
        gallery::complete_bipartite(1, 2),
    ]
}

/// Tables of four equally likely x, so that there are rational orthonormal functions of mean zero on X; and of four
/// or eight equally likely a.
pub fn uniform_contexts() -> Vec<Context> {
    vec![
        gallery::flipped_signs(2, &ratio(1, 2)),
        gallery::flipped_signs(2, &ratio(3, 2)),
        gallery::split_channel(2),
        gallery::perfect(4),
        gallery::any_other(4),
        gallery::cycle(4),
        Context::from_counts(&[[5, 1, 1, 1], [1, 3, 3, 1], [1, 3, 1, 3], [1, 1, 3, 3]]).unwrap(),
        // Every column twice.
        Context::from_counts(&[
            [5, 5, 1, 1, 1, 1, 1, 1],
            [1, 1, 3, 3, 3, 3, 1, 1],
            [1, 1, 3, 3, 1, 1, 3, 3],
            [1, 1, 1, 1, 3, 3, 3, 3],
        ])
        .unwrap(),
    ]
}

/// Numbers from 0 to 6 that look random.
struct Digits(u64);

impl Digits {
    fn next(&mut self) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % 7) as i64
    }
}

/// Values in halves from -3/2 to 3/2.
pub fn values(rows: usize, d: usize, seed: u64) -> Matrix {
    let mut digits = Digits(seed);
    Matrix::from_fn(rows, d, |_, _| ratio(digits.next() - 3, 2))
}

/// An encoder of such values; for every third seed the last feature is the first once more.
pub fn encoder<S: Side>(context: &Context, d: usize, seed: u64) -> Encoder<S> {
    let all = values(context.size::<S>(), d, seed);
    let repeated: Vec<usize> = (0..d).map(|j| if seed.is_multiple_of(3) && j == d - 1 { 0 } else { j }).collect();
    Encoder::new(all.select_columns(&repeated))
}

/// Orthonormal functions of mean zero on 4 or 8 equally likely points: d of them, turned by a rational reflection.
pub fn orthonormal(points: usize, d: usize, seed: u64) -> Matrix {
    let sign = |x: usize, j: usize| integer(if (x & (j + 1)).count_ones().is_multiple_of(2) { 1 } else { -1 });
    let weights = vec![ratio(1, points as i64); points];
    let signs = Matrix::from_fn(points, d, sign);
    let across = centred(&weights, &values(points, 1, seed));
    let square = across.transposed().times(&across).trace();
    if square.is_zero() {
        return signs;
    }
    let shares = across.transposed().times(&signs).scaled(&(integer(2) / square));
    signs.minus(&across.times(&shares))
}

/// The matrix with a constant added to every column.
pub fn shifted(matrix: &Matrix) -> Matrix {
    Matrix::from_fn(matrix.rows(), matrix.columns(), |x, j| matrix.get(x, j) + ratio(j as i64 + 1, 3))
}

/// `E_P f(X, A)`.
pub fn expected(context: &Context, f: impl Fn(usize, usize) -> Rational) -> Rational {
    let cells = (0..context.n()).flat_map(|x| (0..context.m()).map(move |a| (x, a)));
    cells.map(|(x, a)| context.joint(x, a) * f(x, a)).sum()
}

/// `E f(A, A+)` for two independent draws given one x.
pub fn expected_of_views(context: &Context, f: impl Fn(usize, usize) -> Rational) -> Rational {
    let given =
        |x: usize, a: usize| context.joint(x, a) / (0..context.m()).map(|b| context.joint(x, b)).sum::<Rational>();
    expected(context, |x, a| (0..context.m()).map(|b| given(x, b) * f(a, b)).sum())
}

/// `E_{p x q} f(X, A)`.
pub fn expected_apart(context: &Context, f: impl Fn(usize, usize) -> Rational) -> Rational {
    let (p, q) = (context.marginal::<X>(), context.marginal::<A>());
    let cells = (0..context.n()).flat_map(|x| (0..context.m()).map(move |a| (x, a)));
    cells.map(|(x, a)| &p[x] * &q[a] * f(x, a)).sum()
}

/// `||f(i) - g(j)||^2` for two rows.
pub fn distance_squared(f: &Matrix, i: usize, g: &Matrix, j: usize) -> Rational {
    (0..f.columns()).map(|k| f.get(i, k) - g.get(j, k)).map(|difference| &difference * &difference).sum()
}

/// That no value is below the least, and that it is attained exactly where the verdict says so. Whether it is.
pub fn assert_least(value: &Rational, least: &Real, verdict: Truth, what: &str) -> bool {
    let order = Real::from(value.clone()).compare(least).expect("decided");
    assert_ne!(order, Ordering::Less, "{what}: {value} below the least {least:?}");
    assert_eq!(verdict, Truth::from(order == Ordering::Equal), "{what}: {value}, least {least:?}");
    order == Ordering::Equal
}

/// The derivative at t = 0 of a polynomial of degree four or less, from its values.
pub fn slope(f: impl Fn(Rational) -> Rational) -> Rational {
    let odd = |t: i64| f(integer(t)) - f(integer(-t));
    (odd(1) * integer(8) - odd(2)) / integer(12)
}
