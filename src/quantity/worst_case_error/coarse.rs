//! Bounds that floating point is good enough to find: what most comparisons need.

use super::certificate::UpperCertificate;
use super::moved_inside;
use super::problem::{Problem, form};
use crate::exact::proposal::saddle;
use crate::exact::rational::{Rational, integer};

/// A lower and an upper bound of the largest error, no farther apart than `width`, each proved: the error of
/// a rational function that satisfies the constraint, and a number for which a matrix is positive
/// semidefinite. `None` if floating point does not see them, as for a width below its own.
pub(super) fn coarse_bounds(problem: &Problem, width: &Rational) -> Option<(Rational, Rational)> {
    const FACTOR_BITS: u64 = 64;
    let proposed = saddle(problem.context.row_sums(), &problem.residual, &problem.excess)?;
    let upper = proposed.value.to_rational() + width / integer(4);
    let inside = problem.centred(&proposed.inside);
    let f = problem.is_compatible(&inside).then(|| {
        let near = problem.centred(&proposed.worst);
        moved_inside(problem, &near, &inside, FACTOR_BITS)
    })??;
    let lower = Rational::new(form(&problem.residual, &f, &f), problem.residual.denominator().clone())
        / integer(form(&problem.weights, &f, &f));
    if &upper - &lower > *width {
        return None;
    }
    UpperCertificate::of(problem, upper, proposed.multiplier.to_rational(), FACTOR_BITS)
        .map(|certificate| (lower, certificate.value))
}

#[cfg(test)]
mod tests {
    use super::super::worst_case_error;
    use super::*;
    use crate::context::{Context, Encoder};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::ratio;

    #[test]
    fn coarse_bounds_enclose_the_fine_ones() {
        let context = Context::from_counts(&[[9, 1, 0], [2, 7, 1], [1, 1, 5], [0, 2, 3]]).unwrap();
        let features = [[1, 0], [2, 1], [4, 0], [3, 3]];
        for columns in [[0].as_slice(), &[1], &[0, 1]] {
            let phi = Encoder::new(Matrix::from_fn(4, columns.len(), |x, j| ratio(features[x][columns[j]], 1)));
            let mut found = 0;
            for eps in [ratio(3, 10), ratio(2, 5), ratio(9, 20), ratio(1, 2)] {
                let Ok(fine) = worst_case_error(&context, &phi, &eps, &ratio(1, 1i64 << 40)) else { continue };
                if fine.exact.is_some() {
                    continue;
                }
                let problem = Problem::new(&context, &phi, &eps);
                for bits in [1, 10, 25] {
                    let width = ratio(1, 1i64 << bits);
                    let (lower, upper) = coarse_bounds(&problem, &width).expect("a width that floats can see");
                    assert!(lower <= fine.upper.value && fine.lower.value <= upper && &upper - &lower <= width);
                    found += 1;
                }
                assert!(coarse_bounds(&problem, &ratio(1, 1i64 << 62)).is_none(), "beyond floating point");
            }
            assert!(found > 2, "{columns:?}: {found}");
        }
    }
}
