//! The spectrum of a context in floats, with certified enclosures by index.

use super::NotVerified;
use super::ball::Ball;
use super::context::FloatContext;
use super::matrix::BallMatrix;
use super::rounding::{add_up, mul_up};
use super::svd::{Factors, decompose};
use crate::context::Context;
use crate::exact::rational::Rational;
use crate::exact::truth::Undefined;

/// Enclosures of `s_1 >= ... >= s_{N-1}`. They may overlap; the i-th contains the i-th singular value,
/// counted with multiplicity, whether or not it is separated from others.
#[derive(Clone, Debug, PartialEq)]
pub struct FloatSpectrum {
    singular_values: Vec<Ball>,
}

impl FloatSpectrum {
    /// The spectrum of a context.
    pub fn of(context: &Context) -> FloatSpectrum {
        FloatContext::of(context).spectrum()
    }

    /// A spectrum with these enclosures.
    #[cfg(test)]
    pub(super) fn from_balls(singular_values: Vec<Ball>) -> FloatSpectrum {
        FloatSpectrum { singular_values }
    }

    /// `s_1, ..., s_{N-1}`; empty if X is one point.
    pub fn singular_values(&self) -> &[Ball] {
        &self.singular_values
    }

    /// `s_i`, for i from 1 to N-1; otherwise undefined.
    pub fn singular_value(&self, i: usize) -> Result<Ball, Undefined> {
        let found = i.checked_sub(1).and_then(|k| self.singular_values.get(k).copied());
        found.ok_or_else(|| {
            Undefined::new(format!("s_{i}"), format!("i is not from 1 to {}", self.singular_values.len()))
        })
    }

    /// `s_1^2, ..., s_{N-1}^2`: the eigenvalues of K without that of the constant function.
    pub fn eigenvalues(&self) -> Vec<Ball> {
        self.singular_values.iter().map(|s| s.square()).collect()
    }

    /// `tau_d = 1/(1 - s_{d+1}^2) + beta (s_1^2 + ... + s_d^2) / (s_1^2 + ... + s_d0^2)`. Undefined if an
    /// index leaves `1..N-1`, or for `d0 = 0`; unknown if a denominator may be zero.
    pub fn tau(&self, d: usize, beta: &Rational, d0: usize) -> Result<Ball, Undefined> {
        let next = self.singular_value(d + 1)?;
        self.singular_value(d0)?;
        let sum = |count: usize| self.singular_values[..count].iter().map(|s| s.square()).sum::<Ball>();
        let first = Ball::ONE.over((Ball::ONE - next) * (Ball::ONE + next));
        Ok(first + Ball::from_rational(beta) * sum(d).over(sum(d0)))
    }

    /// The decay rate: the lambda for which `s_i^2 = exp(-lambda i)` fits best by least squares of
    /// logarithms, over the i with `s_i > 0`. That is `- sum i ln(s_i^2) / sum i^2`.
    ///
    /// Not verified if the number of positive singular values is not certain, or none is positive.
    pub fn decay_rate(&self) -> Result<Ball, NotVerified> {
        let positive = self.singular_values.iter().take_while(|s| !s.is_zero()).count();
        if positive == 0 {
            return Err(NotVerified { premise: "some singular value after the first is positive" });
        }
        let values = &self.singular_values[..positive];
        if values.iter().any(|s| s.contains_zero()) {
            return Err(NotVerified { premise: "each singular value is either positive or zero" });
        }
        let index = |k: usize| Ball::exact((k + 1) as f64);
        let logarithms: Ball = values.iter().enumerate().map(|(k, s)| index(k) * s.ln()).sum();
        let squares: Ball = (0..positive).map(|k| index(k).square()).sum();
        Ok(Ball::exact(-2.0) * logarithms.over(squares))
    }
}

impl FloatContext<'_> {
    /// Enclosures of the singular values of Q, which are those of T after the first.
    pub fn spectrum(&self) -> FloatSpectrum {
        self.spectrum_near(&decompose(self.residuals().mid()))
    }

    /// The enclosures that these factors of Q give.
    pub(super) fn spectrum_near(&self, factors: &Factors) -> FloatSpectrum {
        let n = self.context().n();
        // Q takes sqrt(q) to zero: its rank is less than M, and everything from index M on is zero.
        let mut singular_values = enclosures(self.residuals(), factors);
        singular_values.truncate(n.min(self.context().m()) - 1);
        singular_values.resize(n - 1, Ball::ZERO);
        FloatSpectrum { singular_values }
    }
}

/// Enclosures of the singular values of Q, given any factors whatever; the better the factors, the
/// closer they are.
///
/// By Weyl, `|s_i(Q) - s_i(U S V^T)| <= ||Q - U S V^T||`. By Ostrowski, `s_i(U S V^T)` is `s_i` times a
/// factor between the products of the smallest and of the largest singular values of U and V, whose
/// squares are within `||U^T U - I||` and `||V^T V - I||` of 1.
fn enclosures(q: &BallMatrix, factors: &Factors) -> Vec<Ball> {
    let (left, right) = (BallMatrix::exact(factors.left.clone()), BallMatrix::exact(factors.right.clone()));
    let defect = f64::max(defect(&left), defect(&right));
    let product = left.scaled_columns(&factors.values).times_transposed(&right);
    let residual = product.minus(q).norm_up();
    let mut values: Vec<f64> = factors.values.iter().map(|s| s.abs()).collect();
    values.sort_by(|a, b| b.total_cmp(a));
    values.iter().map(|&s| Ball::new(s, add_up(residual, mul_up(defect, s)))).collect()
}

/// `||U^T U - I||` or more.
pub(super) fn defect(u: &BallMatrix) -> f64 {
    u.transposed_times(u).minus_identity().norm_up()
}

#[cfg(test)]
mod tests {
    use super::*;
    use faer::Mat;

    /// Values 3/4, 1/2, 1/4 in a matrix that is known to `1/1000`.
    fn diagonal() -> BallMatrix {
        BallMatrix::new(Mat::from_fn(4, 3, |r, c| if r == c { 0.75 - 0.25 * c as f64 } else { 0.0 }), 1e-3)
    }

    fn assert_enclosed(factors: &Factors) {
        let balls = enclosures(&diagonal(), factors);
        for (ball, value) in balls.iter().zip([0.75, 0.5, 0.25]) {
            // The matrix meant may be off by its radius in any direction.
            assert!(ball.lower() <= value - 1e-3 && ball.upper() >= value + 1e-3, "{ball:?} {value}");
        }
    }

    #[test]
    fn good_factors_give_close_enclosures() {
        let factors = decompose(diagonal().mid());
        assert_enclosed(&factors);
        assert!(enclosures(&diagonal(), &factors).iter().all(|ball| ball.radius() < 1.001e-3));
    }

    #[test]
    fn enclosures_do_not_trust_the_factors() {
        for place in 0..3 {
            for wrong in [-1.0, 0.0, 0.1, 1.5, 100.0] {
                let mut factors = decompose(diagonal().mid());
                factors.values[place] = wrong;
                assert_enclosed(&factors);
                let mut factors = decompose(diagonal().mid());
                factors.left[(place, 0)] += wrong;
                factors.right[(0, place)] -= wrong;
                assert_enclosed(&factors);
            }
        }
        let mut swapped = decompose(diagonal().mid());
        swapped.values.swap(0, 2);
        assert_enclosed(&swapped);
        // The right product from a left factor that is twice too long.
        let mut long = decompose(diagonal().mid());
        long.values.iter_mut().for_each(|s| *s /= 2.0);
        long.left.col_iter_mut().for_each(|column| column.iter_mut().for_each(|x| *x *= 2.0));
        assert_enclosed(&long);
        let zeros = Factors { left: Mat::zeros(4, 3), values: vec![0.0; 3], right: Mat::zeros(3, 3) };
        assert_enclosed(&zeros);
        let mut no_numbers = decompose(diagonal().mid());
        no_numbers.left[(1, 1)] = f64::NAN;
        assert!(
            enclosures(&diagonal(), &no_numbers)
                .iter()
                .all(|ball| *ball == Ball::UNKNOWN || ball.radius().is_infinite())
        );
    }

    #[test]
    fn terms_outside_the_spectrum_are_undefined() {
        let spectrum = FloatSpectrum::of(&Context::from_counts(&[[1, 2], [2, 1]]).unwrap());
        assert!(spectrum.singular_value(0).is_err() && spectrum.singular_value(2).is_err());
        assert!(spectrum.singular_value(1).is_ok());
        let point = FloatSpectrum::of(&Context::from_counts(&[[1, 2]]).unwrap());
        assert!(point.singular_values().is_empty() && point.decay_rate().is_err());
    }
}
