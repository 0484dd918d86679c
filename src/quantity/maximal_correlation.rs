//! The maximal correlation, from its definition: the spectrum is not asked.

use crate::context::{A, Context, Encoder, Side, X};
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::real::Real;
use crate::exact::truth::Undefined;
use num_bigint::BigInt;
use num_traits::Zero;

/// `max <f, T g> / (||f|| ||g||)` over f on X and g on A, of mean zero and not zero, in [0, 1]. Zero exactly
/// for independent variables, 1 exactly for a table that falls into components. Undefined if a side is one
/// point: it has no such function, and the maximum is over nothing.
///
/// The best partner of g is `T g`, so the square is the largest `||T g||^2 / ||g||^2`; the best one of f is
/// `T* f`. Taken is the side with fewer points.
///
/// Source: Hirschfeld 1935, Gebelein 1941, Rényi 1959.
pub fn maximal_correlation(context: &Context) -> Result<Real, Undefined> {
    if context.n().min(context.m()) == 1 {
        let reason = "a side is one point, so the maximum is over no functions";
        return Err(Undefined::new("the maximal correlation", reason));
    }
    Ok(if context.n() < context.m() { largest_gain::<X>(context) } else { largest_gain::<A>(context) })
}

/// The largest `||T g|| / ||g||` over the g of mean zero on side `S`, or `||T* f|| / ||f||`.
fn largest_gain<S: Side>(context: &Context) -> Real {
    let functions = mean_zero_basis::<S>(context);
    let images: Encoder<S::Other> = context.expect_encoder(&functions);
    let (norms, gains) = (context.gram(&functions, &functions), context.gram(&images, &images));
    let largest = pencil_eigenvalues(&norms, &gains).swap_remove(0);
    Real::from(largest).sqrt().ok().flatten().expect("a quotient of squares is not negative")
}

/// A basis of the functions of mean zero on a side: for every point but the last, the function that takes
/// the last point's weight there, the negative of its own at the last point, and 0 elsewhere.
fn mean_zero_basis<S: Side>(context: &Context) -> Encoder<S> {
    let masses = S::masses(context);
    let last = masses.len() - 1;
    let entry = |k: usize| -> BigInt {
        let (point, j) = (k / last, k % last);
        match point {
            _ if point == j => masses[last].clone(),
            _ if point == last => -&masses[j],
            _ => BigInt::zero(),
        }
    };
    Encoder::new(Matrix::integer(last + 1, last, (0..(last + 1) * last).map(entry).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Function, Spectrum, gallery};
    use crate::exact::elimination::rank;
    use crate::exact::rational::{Rational, ratio};
    use crate::exact::truth::Truth;

    #[test]
    fn two_points_by_hand() {
        // phi^2 = (3 * 5 - 1 * 2)^2 / (4 * 7 * 5 * 6) = 169 / 840
        let c = Context::from_counts(&[[3, 1], [2, 5]]).unwrap();
        assert_eq!(maximal_correlation(&c).unwrap().decimal(12), "0.448542613573", "13 / sqrt 840");
        let c = Context::from_counts(&[[3, 1], [1, 3]]).unwrap();
        assert_eq!(maximal_correlation(&c).unwrap().as_rational(), Some(&ratio(1, 2)));
    }

    #[test]
    fn it_is_the_first_singular_value_where_both_are_defined() {
        for gallery::Exhibit { name, context: c, spectrum } in gallery::exhibits() {
            let expected = (c.m() > 1 && c.n() > 1).then(|| spectrum[0].0.clone());
            let squared = maximal_correlation(&c).ok().map(|r| r.times(&r).as_rational().cloned());
            match expected {
                None => assert!(squared.is_none(), "{name}"),
                // The square of a root that is not rational is known by enclosures.
                Some(s) => match squared.expect(name) {
                    Some(square) => assert_eq!(square, s, "{name}"),
                    None => {
                        let root = maximal_correlation(&c).unwrap();
                        assert!(root.times(&root).enclose(100).contains(&s), "{name}");
                    }
                },
            }
        }
        let irrational = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        for c in [irrational.transposed(), irrational] {
            let s = Spectrum::of(&c).singular_value(1).unwrap();
            assert_eq!(maximal_correlation(&c).unwrap().decimal(30), s.decimal(30));
        }
    }

    /// Every pair of functions stays below, and the same number comes out on both sides.
    #[test]
    fn it_bounds_every_correlation() {
        let c = Context::from_counts(&[[2, 0, 1], [1, 3, 1], [0, 1, 4], [1, 1, 1]]).unwrap();
        assert_eq!(largest_gain::<X>(&c).decimal(20), largest_gain::<A>(&c).decimal(20));
        let bound = maximal_correlation(&c).unwrap();
        let mut largest = Rational::zero();
        for seed in 1..60 {
            let f = Function::<X>::new((0..4).map(|x| ratio((seed * (x + 2) * (x + seed)) % 13, 1)).collect());
            let g = Function::<A>::new((0..3).map(|a| ratio((seed * (a + 5) * (a + 1)) % 11, 1)).collect());
            let (f, g) = (c.centred(&f), c.centred(&g));
            if f.is_zero() || g.is_zero() {
                continue;
            }
            let inner = c.inner(&f, &c.expect(&g));
            let square = &inner * &inner / (c.norm_squared(&f) * c.norm_squared(&g));
            assert_eq!(Real::from(square.clone()).at_most(&bound.times(&bound)), Truth::True);
            largest = largest.max(square);
        }
        assert!(largest > ratio(1, 10), "the bound was not empty: {largest}");
    }

    #[test]
    fn a_basis_of_mean_zero() {
        let c = Context::from_counts(&[[1, 2], [3, 1], [0, 5]]).unwrap();
        let basis = mean_zero_basis::<X>(&c);
        assert!((0..2).all(|j| c.mean(&basis.feature(j)).is_zero()));
        assert_eq!(rank(basis.matrix()), 2);
    }
}
