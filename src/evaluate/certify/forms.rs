//! The quadratic forms of functions on X, as certificates have them.

use crate::context::{Context, Encoder, X};
use crate::exact::elimination::{independent_columns, inverse};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;

/// Symmetric N x N matrices: `f^T M f` is the form's value on f.
pub(super) struct Forms {
    /// D, the weights p on the diagonal: `||f||^2`.
    pub norm: Matrix,
    /// `(D 1)(D 1)^T`: the square of the mean.
    pub mean: Matrix,
    /// `D K - (D 1)(D 1)^T`: `<f~, K f~>`.
    pub kernel: Matrix,
}

impl Forms {
    /// Of a context.
    pub fn of(context: &Context) -> Forms {
        let (n, m) = (context.n(), context.m());
        let p = context.marginal::<X>();
        let norm = Matrix::diagonal(&p);
        let mean = Matrix::from_fn(n, n, |x, y| &p[x] * &p[y]);
        // sum_a P(x,a) P(y,a) / q(a)
        let joint = Matrix::over(n, m, context.weights().to_vec(), context.total().clone());
        let expected = context.transposed().expectation::<X>();
        let kernel = joint.times(&expected).minus(&mean);
        Forms { norm, mean, kernel }
    }

    /// E: the error of an encoder's best probe of f~.
    ///
    /// With F the leftmost independent columns of `Phi~` it is `D - (D 1)(D 1)^T - D F (F^T D F)^-1 F^T D`.
    pub fn error(&self, features: &Matrix) -> Matrix {
        let basis = features.select_columns(&independent_columns(features));
        let weighted = self.norm.times(&basis);
        let gram =
            inverse(&basis.transposed().times(&weighted)).expect("independent columns have a definite Gram matrix");
        let explained = weighted.times(&gram).times(&weighted.transposed());
        self.norm.minus(&self.mean).minus(&explained)
    }
}

/// `Phi~`.
pub(super) fn centred(context: &Context, phi: &Encoder<X>) -> Matrix {
    context.centred_encoder(phi).matrix().clone()
}

/// `G^T M G`.
pub(super) fn on(form: &Matrix, functions: &Matrix) -> Matrix {
    functions.transposed().times(form).times(functions)
}

/// The value of a form on one column.
pub(super) fn value(form: &Matrix, function: &Matrix) -> Rational {
    on(form, function).get(0, 0)
}

/// `sum_j (M w_j)(M w_j)^T` for the columns of w.
pub(super) fn outer(norm: &Matrix, functions: &Matrix) -> Matrix {
    let images = norm.times(functions);
    images.times(&images.transposed())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{A, Function};
    use crate::exact::rational::ratio;
    use crate::quantity::compatibility::probe_error;

    #[test]
    fn forms_are_what_they_say() {
        let context = Context::from_counts(&[[5, 1, 0], [1, 4, 1], [0, 2, 7]]).unwrap();
        let forms = Forms::of(&context);
        let phi = Encoder::new(Matrix::from_fn(3, 2, |x, j| ratio((x * x) as i64 + 1, 1 + j as i64)));
        let error = forms.error(&centred(&context, &phi));
        for values in [[1, 0, 0], [2, -1, 5], [1, 1, 1]] {
            let f = Function::<X>::new(values.iter().map(|&v| ratio(v, 1)).collect());
            let column = f.as_column();
            let mean = context.mean(&f);
            assert_eq!(value(&forms.norm, &column), context.norm_squared(&f));
            assert_eq!(value(&forms.mean, &column), &mean * &mean);
            let image = context.expect::<A>(&context.centred(&f));
            assert_eq!(value(&forms.kernel, &column), context.norm_squared(&image));
            assert_eq!(value(&error, &column), probe_error(&context, &phi, &f));
        }
    }
}
