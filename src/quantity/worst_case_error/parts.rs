//! The functions of mean zero in two orthogonal parts: what probes explain, and what they do not.

use super::problem::{Sense, compatibility_form, design, weight_form};
use crate::context::{Context, Encoder, X};
use crate::exact::elimination::{definiteness, independent_columns, null_space};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, common_divisor};
use num_traits::Zero;
use std::cmp::Ordering;

/// The two forms on a basis of each part, in units of total weight.
pub(super) struct Parts {
    /// `span Phi~`.
    pub explained: Part,
    /// The functions orthogonal to 1 and to every feature.
    pub unexplained: Part,
    /// `<u, K v>` for the basis functions u of the unexplained part and v of the explained one.
    pub across: Matrix,
}

/// One part.
pub(super) struct Part {
    /// A basis, one function a column.
    basis: Matrix,
    /// The norm on the basis.
    pub norm: Matrix,
    /// `<f, K f>` on the basis.
    pub value: Matrix,
}

impl Parts {
    pub fn new(context: &Context, phi: &Encoder<X>) -> Parts {
        assert_eq!(phi.matrix().rows(), context.n(), "an encoder has a row for each point");
        let (weights, kernel) = (weight_form(context), compatibility_form(context));
        let features = context.centred_encoder(phi);
        let explained = integral(&features.matrix().select_columns(&independent_columns(features.matrix())));
        let unexplained = integral(&null_space(&design(context, phi).transposed().times(&weights)));
        let across = unexplained.transposed().times(&kernel).times(&explained);
        let part = |basis: Matrix| {
            let on_basis = |form: &Matrix| basis.transposed().times(form).times(&basis);
            Part { norm: on_basis(&weights), value: on_basis(&kernel), basis }
        };
        Parts { explained: part(explained), unexplained: part(unexplained), across }
    }

    /// Whether K maps each part into itself.
    pub fn are_invariant(&self) -> bool {
        self.across.entries().iter().all(Zero::is_zero)
    }
}

/// A multiple with small integers.
fn integral(matrix: &Matrix) -> Matrix {
    let common = common_divisor(matrix.entries());
    let entries = matrix.entries().iter().map(|e| e / &common).collect();
    Matrix::integer(matrix.rows(), matrix.columns(), entries)
}

impl Part {
    /// The number of dimensions.
    pub fn dimension(&self) -> usize {
        self.basis.columns()
    }

    /// Whether some function of norm 1 in this part has its `<f, K f>` on the side of c.
    pub fn meets(&self, sense: Sense, c: &Rational) -> bool {
        let opposite = if sense == Sense::AtLeast { Sense::AtMost } else { Sense::AtLeast };
        // On no dimensions every form is definite.
        definiteness(&opposite.excess(&self.value, &self.norm, c)) != Ordering::Greater
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::gallery::flipped_signs;
    use crate::exact::rational::ratio;

    fn encoder(columns: &[[i64; 4]]) -> Encoder<X> {
        Encoder::new(Matrix::from_fn(4, columns.len(), |x, j| ratio(columns[j][x], 1)))
    }

    /// Signs u, v and u v with eigenvalues 1/4, 1/4 and 1/16.
    #[test]
    fn parts_of_two_signs() {
        let c = flipped_signs(2, &ratio(1, 2));
        let parts = Parts::new(&c, &encoder(&[[1, 1, 3, 3], [5, 5, 5, 5]]));
        assert_eq!((parts.explained.dimension(), parts.unexplained.dimension()), (1, 2));
        assert!(parts.are_invariant());
        for (c, above, below) in [
            (ratio(1, 20), true, false),
            (ratio(1, 16), true, true),
            (ratio(1, 8), true, true),
            (ratio(1, 4), true, true),
            (ratio(3, 10), false, true),
        ] {
            assert_eq!(parts.unexplained.meets(Sense::AtLeast, &c), above, "{c}");
            assert_eq!(parts.unexplained.meets(Sense::AtMost, &c), below, "{c}");
        }
        assert!(!Parts::new(&c, &encoder(&[[4, -2, -4, 2]])).are_invariant(), "v and u v are mixed");
        let everything = Parts::new(&c, &Encoder::new(Matrix::identity(4)));
        assert_eq!(everything.unexplained.dimension(), 0);
        assert!(!everything.unexplained.meets(Sense::AtLeast, &ratio(0, 1)));
    }
}
