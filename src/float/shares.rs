//! How a task is spread over the singular functions.

use super::ball::Ball;
use super::context::FloatContext;
use super::encoder::Centred;
use super::matrix::BallMatrix;
use super::rounding::{add_up, div_up, mul_up, sub_down};
use super::spectrum::{FloatSpectrum, defect};
use super::svd::decompose;
use crate::context::{Function, X};
use crate::exact::truth::Undefined;
use std::ops::Range;

/// The part of a task that lies in the span of some consecutive singular functions.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The indices i of the `mu_i`, from 1: one, unless their singular values were not told apart.
    pub indices: Range<usize>,
    /// `sum of <f~, mu_i>^2 over the indices, divided by ||f~||^2`, between 0 and 1.
    pub share: Ball,
}

impl FloatContext<'_> {
    /// The shares of a function on the left singular functions `mu_1, ..., mu_{N-1}`, grouped where
    /// enclosures of singular values overlap. Together they make 1. Undefined for a constant function.
    pub fn shares(&self, f: &Function<X>) -> Result<Vec<Share>, Undefined> {
        let task = Centred::of(self.context(), &f.as_column());
        if task.is_zero() {
            return Err(Undefined::new("the shares of f", "f~ is zero"));
        }
        let factors = decompose(self.residuals().mid());
        let spectrum = self.spectrum_near(&factors);
        let groups = groups(&spectrum);
        let projector = Projector::new(self.residuals(), BallMatrix::exact(factors.left), factors.values);
        let share = |range: &Range<usize>| projector.share(&spectrum, range, task.columns());
        let mut shares: Vec<Share> =
            groups.iter().map(|r| Share { indices: r.start + 1..r.end + 1, share: share(r) }).collect();
        let (next, end) = (groups.last().map_or(0, |r| r.end), spectrum.singular_values().len());
        if next < end {
            // Those not told from zero have what is left.
            let rest = Ball::ONE - shares.iter().map(|s| s.share).sum();
            shares.push(Share { indices: next + 1..end + 1, share: fraction(rest) });
        }
        Ok(shares)
    }
}

/// Indices, from 0, of singular values that are certainly positive, in groups that certainly differ.
fn groups(spectrum: &FloatSpectrum) -> Vec<Range<usize>> {
    let values = spectrum.singular_values();
    let mut groups = Vec::new();
    let mut start = 0;
    for k in 0..values.len() {
        let below = values[k + 1..].iter().map(|s| s.upper()).fold(0.0, f64::max);
        if values[start..=k].iter().all(|s| s.lower() > below) {
            groups.push(start..k + 1);
            start = k + 1;
        }
    }
    groups
}

/// Approximate eigenvectors U of `Q Q^T` with the squares of `values` as eigenvalues.
struct Projector {
    vectors: BallMatrix,
    values: Vec<f64>,
    /// `Q Q^T U - U S^2`.
    residual: BallMatrix,
    /// `||U^T U - I||` or more.
    defect: f64,
}

impl Projector {
    fn new(q: &BallMatrix, vectors: BallMatrix, values: Vec<f64>) -> Projector {
        let image = q.times(&q.transposed_times(&vectors));
        let scaled = vectors.clone().scaled_columns(&values).scaled_columns(&values);
        Projector { residual: image.minus(&scaled), defect: defect(&vectors), vectors, values }
    }

    /// `||P f||^2 / ||f||^2` for the orthogonal projector P onto the eigenspace of a group.
    ///
    /// A column u of the group with residual r has `||u - P u|| <= ||r|| / gap`, since `Q Q^T - s^2` is at
    /// least the gap on the other eigenvectors. So `B = P U` has `||B^T B - I|| <= defect + eta^2` and
    /// `||B^T f - U^T f|| <= eta ||f||`, and `||P f||^2 = (B^T f)^T (B^T B)^{-1} (B^T f)`.
    fn share(&self, spectrum: &FloatSpectrum, group: &Range<usize>, f: &BallMatrix) -> Ball {
        let columns = |m: &BallMatrix| m.selected_columns(group);
        let gap = group.clone().map(|j| self.gap(spectrum, group, j)).fold(f64::INFINITY, f64::min);
        if gap <= 0.0 {
            return fraction(Ball::UNKNOWN);
        }
        let eta = div_up(columns(&self.residual).norm_up(), gap);
        let defect = add_up(self.defect, mul_up(eta, eta));
        if defect >= 1.0 {
            return fraction(Ball::UNKNOWN);
        }
        let on_basis = columns(&self.vectors).transposed_times(f).norm().over(f.norm()).widened(eta);
        fraction(on_basis.square() * Ball::new(1.0, div_up(defect, sub_down(1.0, defect))))
    }

    /// A lower bound of the distance of `values[j]^2` from the eigenvalues outside the group.
    fn gap(&self, spectrum: &FloatSpectrum, group: &Range<usize>, j: usize) -> f64 {
        let (all, own) = (spectrum.singular_values(), Ball::exact(self.values[j]).square());
        let above = all[..group.start].iter().map(|s| (s.square() - own).lower());
        // Zero is always an eigenvalue: that of the constant function.
        let below = all[group.end..].iter().chain([&Ball::ZERO]).map(|s| (own - s.square()).lower());
        above.chain(below).fold(f64::INFINITY, f64::min)
    }
}

/// The ball, or `[0, 1]` if it says less: the number meant is a fraction.
fn fraction(ball: Ball) -> Ball {
    if ball.radius() <= 0.5 { ball } else { Ball::between(0.0, 1.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use faer::Mat;

    /// Of the exact eigenvectors e_1, e_2 the shares are known; the vectors proposed are turned or too long.
    #[test]
    fn shares_do_not_trust_the_vectors() {
        let q = BallMatrix::exact(Mat::from_fn(3, 3, |r, c| if r == c { [0.75, 0.25, 0.0][r] } else { 0.0 }));
        let balls = FloatSpectrum::from_balls(vec![Ball::new(0.75, 1e-12), Ball::new(0.25, 1e-12)]);
        for (turn, length) in [(0.0, 1.0), (0.01, 1.0), (0.1, 1.0), (0.0, 1.1), (1.5, 1.0)] {
            let (sin, cos) = f64::sin_cos(turn);
            let turned = [[cos, -sin], [sin, cos], [0.0, 0.0]];
            let vectors = BallMatrix::exact(Mat::from_fn(3, 2, |r, c| turned[r][c] * length));
            let projector = Projector::new(&q, vectors, vec![0.75, 0.25]);
            for (group, inside) in [(0..1, 0.36), (1..2, 0.64), (0..2, 1.0)] {
                let f = BallMatrix::exact(Mat::from_fn(3, 1, |r, _| [3.0, 4.0, 0.0][r]));
                let share = projector.share(&balls, &group, &f);
                assert!(share.lower() <= inside && inside <= share.upper(), "{turn} {length} {group:?} {share:?}");
            }
        }
    }
}
