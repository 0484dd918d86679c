//! Encoders and tasks on X in floats: compatibility, covariances, ratio trace, linear probes.

use super::NotVerified;
use super::ball::Ball;
use super::context::FloatContext;
use super::matrix::BallMatrix;
use super::rounding::{div_up, sub_down};
use super::scaled::Scaled;
use super::svd::{Factors, decompose};
use crate::context::{Context, Encoder, Function, X};
use crate::exact::matrix::Matrix;
use crate::exact::truth::Undefined;
use faer::Mat;
use num_bigint::BigInt;

impl FloatContext<'_> {
    /// The squared compatibility `rho(f)^2 = ||T* f~||^2 / ||f~||^2`. Undefined for a constant f.
    pub fn compatibility_squared(&self, f: &Function<X>) -> Result<Ball, Undefined> {
        let centred = Centred::of(self.context(), &f.as_column());
        if centred.is_zero() {
            return Err(Undefined::new("rho(f)", "f~ is zero"));
        }
        Ok(self.averages(&centred.columns).norm().over(centred.columns.norm()).square())
    }

    /// `C_Phi = Cov_p[Phi]`, d rows of d entries.
    pub fn covariance(&self, phi: &Encoder<X>) -> Vec<Vec<Ball>> {
        let centred = Centred::of(self.context(), phi.matrix());
        centred.gram(&centred.columns)
    }

    /// `B_Phi = Cov_q[T* Phi]`, d rows of d entries.
    pub fn average_covariance(&self, phi: &Encoder<X>) -> Vec<Vec<Ball>> {
        let centred = Centred::of(self.context(), phi.matrix());
        centred.gram(&self.averages(&centred.columns))
    }

    /// The ratio trace `RT(Phi) = Tr(C_Phi^{-1} B_Phi)`.
    ///
    /// Not verified unless floats can tell that C_Phi is invertible.
    pub fn ratio_trace(&self, phi: &Encoder<X>) -> Result<Ball, NotVerified> {
        // RT(Phi G) = RT(Phi): over the nearly orthonormal W, RT = Tr((W^T W)^{-1} B_W), and
        // |Tr((W^T W)^{-1} B_W) - Tr(B_W)| <= ||(W^T W)^{-1} - I|| Tr(B_W), since B_W is PSD.
        let span = Span::of(&Centred::of(self.context(), phi.matrix()))?;
        Ok(self.averages(&span.basis).norm().square() * span.inverse_gram())
    }

    /// The linear-probe error `err(Phi, f) = min_{w,b} ||Phi w + b - f||^2`.
    ///
    /// Not verified unless floats can tell that C_Phi is invertible.
    pub fn probe_error(&self, phi: &Encoder<X>, f: &Function<X>) -> Result<Ball, NotVerified> {
        let task = Centred::of(self.context(), &f.as_column());
        let span = Span::of(&Centred::of(self.context(), phi.matrix()))?;
        // Of r = f - W W^T f, what lies in the span has the squared norm (W^T r)^T (W^T W)^{-1} (W^T r).
        let fitted = span.basis.times(&span.basis.transposed_times(&task.columns));
        let rest = task.columns.clone().minus(&fitted);
        let in_span = span.basis.transposed_times(&rest).norm().square() * span.inverse_gram();
        Ok(task.in_units(rest.norm().square() - in_span, 0, 0))
    }

    /// `Q^T F`: for `F = D_p^{1/2} Phi~` this is `D_q^{1/2} T* Phi~`.
    fn averages(&self, columns: &BallMatrix) -> BallMatrix {
        self.residuals().transposed_times(columns)
    }
}

/// `D_p^{1/2} Phi~`, column j divided by `2^{exponents[j]}` and by a unit common to all, so that the
/// largest entry of each column that is not zero is close to 1.
pub(super) struct Centred {
    columns: BallMatrix,
    exponents: Vec<i64>,
    /// The square of the common unit.
    unit_squared: Scaled,
}

impl Centred {
    /// Centred in integers, where features that are almost constant lose nothing: with weights r of
    /// total T, and features e / D, the entry `sqrt(p) phi~` is `sqrt(r) (T e - sum r e)` in units of
    /// `1 / (D T^{3/2})`.
    pub(super) fn of(context: &Context, features: &Matrix) -> Centred {
        assert_eq!(features.rows(), context.n(), "an encoder has one row a point");
        let roots: Vec<Scaled> = context.row_sums().iter().map(|r| Scaled::from_integer(r).sqrt()).collect();
        let mut error: f64 = 0.0;
        let mut exponents = Vec::with_capacity(features.columns());
        let mut mid = Mat::zeros(features.rows(), features.columns());
        for (j, target) in mid.col_iter_mut().enumerate() {
            let centred = centred_numerators(context, features, j);
            let column: Vec<Scaled> =
                centred.iter().zip(&roots).map(|(e, r)| Scaled::from_integer(e).times(*r)).collect();
            let exponent = column.iter().filter_map(|v| v.magnitude()).max().unwrap_or(0);
            exponents.push(exponent);
            for (entry, value) in target.iter_mut().zip(column) {
                error = error.max(value.relative_error());
                *entry = value.shifted(-exponent).ball().mid();
            }
        }
        let total = Scaled::from_integer(context.total());
        let denominator = Scaled::from_integer(features.denominator());
        let unit = Scaled::from_integer(&BigInt::from(1)).over(denominator).over(total);
        let unit_squared = unit.times(unit).over(total);
        Centred { columns: BallMatrix::relative(mid, error), exponents, unit_squared }
    }

    /// Whether every feature is constant.
    pub(super) fn is_zero(&self) -> bool {
        self.columns.mid().col_iter().all(|c| c.iter().all(|x| *x == 0.0))
    }

    /// The columns, N x d.
    pub(super) fn columns(&self) -> &BallMatrix {
        &self.columns
    }

    /// A product of columns i and j in the units of the theory.
    fn in_units(&self, product: Ball, i: usize, j: usize) -> Ball {
        Scaled::from(product).times(self.unit_squared).shifted(self.exponents[i] + self.exponents[j]).ball()
    }

    /// `V^T V` in the units of the theory, for columns V in the units of these.
    fn gram(&self, columns: &BallMatrix) -> Vec<Vec<Ball>> {
        let (gram, d) = (columns.transposed_times(columns), columns.columns());
        (0..d).map(|i| (0..d).map(|j| self.in_units(gram.entry(i, j), i, j)).collect()).collect()
    }
}

/// `T e - sum r e` for a feature with numerators e.
fn centred_numerators(context: &Context, features: &Matrix, j: usize) -> Vec<BigInt> {
    let feature = || (0..features.rows()).map(|x| features.entry(x, j));
    let sum: BigInt = feature().zip(context.row_sums()).map(|(e, r)| e * r).sum();
    feature().map(|e| e * context.total() - &sum).collect()
}

/// A basis W of the span of centred features, with `||W^T W - I|| <= defect < 1`.
struct Span {
    basis: BallMatrix,
    defect: f64,
}

impl Span {
    /// `W = F V S^{-1}` for factors `F ~ U S V^T`. If `W^T W` is invertible, so is `F^T F`.
    fn of(centred: &Centred) -> Result<Span, NotVerified> {
        let Factors { values, right, .. } = decompose(centred.columns.mid());
        let inverses: Vec<f64> = values.iter().map(|s| 1.0 / s).collect();
        let span = Span::with_basis(centred.columns.times(&BallMatrix::exact(right).scaled_columns(&inverses)));
        // With more features than points W has too few columns to span them.
        if span.defect < 1.0 && span.basis.columns() == centred.columns.columns() {
            Ok(span)
        } else {
            Err(NotVerified { premise: "the covariance of the encoder is invertible" })
        }
    }

    fn with_basis(basis: BallMatrix) -> Span {
        let defect = basis.transposed_times(&basis).minus_identity().norm_up();
        Span { basis, defect }
    }

    /// A ball around 1 that contains the eigenvalues of `(W^T W)^{-1}`.
    fn inverse_gram(&self) -> Ball {
        Ball::new(1.0, div_up(self.defect, sub_down(1.0, self.defect)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::ratio;

    #[test]
    fn a_basis_need_not_be_orthonormal() {
        for length in [0.8, 1.0, 1.25] {
            let span =
                Span::with_basis(BallMatrix::exact(Mat::from_fn(2, 1, |x, _| if x == 0 { length } else { 0.0 })));
            assert!(span.inverse_gram().lower() <= 1.0 / (length * length));
            assert!(span.inverse_gram().upper() >= 1.0 / (length * length));
        }
    }

    #[test]
    fn dependent_or_too_many_features_are_not_verified() {
        let context = Context::from_counts(&[[3, 1], [1, 2], [2, 2]]).unwrap();
        let float = FloatContext::of(&context);
        let f = Function::indicator(3, 0);
        let features = |d: usize, value: fn(usize, usize) -> i64| {
            Encoder::new(Matrix::from_fn(3, d, |x, j| ratio(value(x, j), 1)))
        };
        for (phi, verified) in [
            (features(2, |x, j| (x as i64 + 1).pow(j as u32 + 1)), true),
            (features(2, |x, j| (x as i64) * (j as i64 + 1)), false),
            (features(1, |_, _| 5), false),
            (features(3, |x, j| i64::from(x == j)), false),
            (features(4, |x, j| (x * x + j) as i64), false),
            (features(0, |_, _| 0), true),
        ] {
            assert_eq!(float.ratio_trace(&phi).is_ok(), verified, "{phi:?}");
            assert_eq!(float.probe_error(&phi, &f).is_ok(), verified, "{phi:?}");
        }
        assert!(float.compatibility_squared(&Function::one(3)).is_err());
    }
}
