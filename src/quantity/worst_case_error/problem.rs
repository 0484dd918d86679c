//! The quadratic forms of the problem, exactly.
//!
//! For f of mean zero, in units of total weight: `f^T D f` is the norm, `f^T S f` is `<f, K f>`, and
//! `f^T E f` the probe's error. Wanted is the largest `f^T E f / f^T D f` with `f^T (S - c D) f >= 0`, or,
//! with the [`Sense`] reversed, with `f^T (S - c D) f <= 0`.

use crate::context::{Context, Encoder, Side, X};
use crate::exact::elimination::{independent_columns, solve};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;

/// An instance, with its forms.
pub(super) struct Problem<'a> {
    pub context: &'a Context,
    pub phi: &'a Encoder<X>,
    /// `c`, see [`required_compatibility`].
    pub required: Rational,
    /// D, the row sums on the diagonal.
    pub weights: Matrix,
    /// `S - c D`, or with the sense reversed `c D - S`; the constant function has a negative value.
    pub excess: Matrix,
    /// E.
    pub residual: Matrix,
    /// The best probe of every function, see [`design`].
    pub probe: Matrix,
    /// The rank of `Phi~`.
    pub rank: usize,
}

/// On which side of c the `<f, K f>` of a function of norm 1 has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// `<f, K f> >= c`: f is compatible enough.
    AtLeast,
    /// `<f, K f> <= c`.
    AtMost,
}

impl Sense {
    /// Whether a value that compares like this with c is on the side.
    pub fn admits(self, place: Ordering) -> bool {
        place != if self == Sense::AtLeast { Ordering::Less } else { Ordering::Greater }
    }

    /// `value - c norm`, or its opposite: not negative on the side.
    pub fn excess(self, value: &Matrix, norm: &Matrix, c: &Rational) -> Matrix {
        let difference = value.minus(&norm.scaled(c));
        if self == Sense::AtLeast { difference } else { difference.scaled(&integer(-1)) }
    }
}

/// `c = (1 - eps)^2`, so that `rho(f) >= 1 - eps` says `<f, K f> >= c ||f||^2`; and 0 where `eps >= 1`
/// asks for nothing.
pub(super) fn required_compatibility(eps: &Rational) -> Rational {
    let least = (Rational::one() - eps).max(Rational::zero());
    &least * &least
}

/// `[1 Phi]`: times a column `(b, w)` it is the probe `Phi w + b`.
pub(super) fn design(context: &Context, phi: &Encoder<X>) -> Matrix {
    Matrix::from_fn(context.n(), 1, |_, _| Rational::one()).beside(phi.matrix())
}

/// D: the row sums on the diagonal.
pub(super) fn weight_form(context: &Context) -> Matrix {
    let masses = X::masses(context);
    let n = context.n();
    let entry = |k: usize| if k / n == k % n { masses[k / n].clone() } else { BigInt::zero() };
    Matrix::integer(n, n, (0..n * n).map(entry).collect())
}

/// S: `<f, K f>` less the square of the mean, so that constants count for nothing.
/// `S(x, y) = sum_a C(x, a) C(y, a) / c(a) - r(x) r(y) / total`.
pub(super) fn compatibility_form(context: &Context) -> Matrix {
    let (n, m) = (context.n(), context.m());
    let (rows, total) = (context.row_sums(), context.total());
    let common = context.column_sums().iter().fold(total.clone(), |common, c| common.lcm(c));
    let scales: Vec<BigInt> = context.column_sums().iter().map(|c| &common / c).collect();
    let entry = |x: usize, y: usize| -> BigInt {
        let products = (0..m).map(|a| context.weight(x, a) * context.weight(y, a) * &scales[a]);
        products.sum::<BigInt>() - &rows[x] * &rows[y] * (&common / total)
    };
    Matrix::over(n, n, (0..n * n).map(|k| entry(k / n, k % n)).collect(), common)
}

/// J: the square of the mean, `f^T J f = (sum_x r(x) f(x))^2 / total`.
fn mean_form(context: &Context) -> Matrix {
    let (n, rows) = (context.n(), context.row_sums());
    Matrix::over(n, n, (0..n * n).map(|k| &rows[k / n] * &rows[k % n]).collect(), context.total().clone())
}

/// `f^T M g`, without the denominator of M.
pub(super) fn form(matrix: &Matrix, f: &[BigInt], g: &[BigInt]) -> BigInt {
    let row = |x: usize| -> BigInt { (0..g.len()).map(|y| matrix.entry(x, y) * &g[y]).sum() };
    (0..f.len()).filter(|&x| !f[x].is_zero()).map(|x| &f[x] * row(x)).sum()
}

impl<'a> Problem<'a> {
    /// The problem of `F_eps`.
    pub fn new(context: &'a Context, phi: &'a Encoder<X>, eps: &Rational) -> Problem<'a> {
        Problem::beside(context, phi, required_compatibility(eps), Sense::AtLeast)
    }

    /// The problem with c given, and the side of it.
    pub fn beside(context: &'a Context, phi: &'a Encoder<X>, required: Rational, sense: Sense) -> Problem<'a> {
        assert_eq!(phi.matrix().rows(), context.n(), "an encoder has a row for each point");
        let weights = weight_form(context);
        let excess = sense.excess(&compatibility_form(context), &weights, &required);
        let excess = match sense {
            Sense::AtLeast => excess,
            // c on the constant function, which is not asked for: -(c + 1) keeps it out.
            Sense::AtMost => excess.minus(&mean_form(context).scaled(&(integer(2) * &required + integer(1)))),
        };
        let (probe, rank) = best_probe(&design(context, phi), &weights);
        let fitted = weights.times(&design(context, phi)).times(&probe);
        let residual = weights.minus(&fitted).reduced();
        Problem { context, phi, required, weights, excess, residual, probe, rank }
    }

    /// Whether f is in `F_eps`, its mean being zero.
    pub fn is_compatible(&self, f: &[BigInt]) -> bool {
        f.iter().any(|v| !v.is_zero()) && !form(&self.excess, f, f).is_negative()
    }

    /// `f - mean f`, times the total weight.
    pub fn centred(&self, f: &[BigInt]) -> Vec<BigInt> {
        let total = self.context.total();
        let sum: BigInt = f.iter().zip(self.context.row_sums()).map(|(f, r)| f * r).sum();
        f.iter().map(|f| f * total - &sum).collect()
    }

    /// `f` less its best probe, times a positive integer: of mean zero and orthogonal to every feature.
    pub fn unexplained(&self, f: &[BigInt]) -> Vec<BigInt> {
        let rows = self.context.row_sums().iter().enumerate();
        // E f = D (f - probe of f)
        let images = rows.map(|(x, r)| {
            let image: BigInt = (0..f.len()).map(|y| self.residual.entry(x, y) * &f[y]).sum();
            Rational::new(image, r.clone())
        });
        let images: Vec<Rational> = images.collect();
        Matrix::rational(f.len(), 1, &images).entries().to_vec()
    }
}

/// W with `[1 Phi] W f` the orthogonal projection of f, and the rank of `Phi~`: the normal equations on
/// independent columns, and zero for the others.
fn best_probe(design: &Matrix, weights: &Matrix) -> (Matrix, usize) {
    let basis = independent_columns(design);
    let columns = design.select_columns(&basis);
    let right = columns.transposed().times(weights);
    let solution = solve(&right.times(&columns), &right).expect("the Gram matrix of independent columns is regular");
    let row = |j: usize| basis.iter().position(|&b| b == j);
    let entry = |j: usize, x: usize| row(j).map_or_else(|| integer(0), |k| solution.get(k, x));
    (Matrix::from_fn(design.columns(), weights.rows(), entry), basis.len() - 1)
}
