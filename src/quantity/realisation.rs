//! Tasks as expectations of functions on A: which g stands behind f, and how much it varies given x.

use crate::context::{A, Context, Function, X};
use crate::exact::elimination::solve;
use crate::exact::rational::{Rational, integer};
use crate::exact::truth::Undefined;

/// `E_X E_{A,A'~P(.|X)} (g(A) - g(A'))^2 = 2 (||g||^2 - ||T g||^2)`, in `[0, 2 ||g~||^2]`: twice the expected
/// variance of g given x. A and A' are drawn independently given X.
///
/// Source: Zhai et al. 2025, Theorem 14.
pub fn dispersion(context: &Context, g: &Function<A>) -> Rational {
    integer(2) * (context.norm_squared(g) - context.norm_squared(&context.expect::<X>(g)))
}

/// The g on A of smallest norm with `T g = f`: `g = T* h` for any h with `T T* h = f`, so that g is
/// orthogonal to all that T maps to zero. Undefined if f is not in the range of T.
pub fn least_preimage(context: &Context, f: &Function<X>) -> Result<Function<A>, Undefined> {
    // T T* has the range of T.
    let h = solve(&context.operator::<X>(), &f.as_column()).ok_or_else(|| {
        Undefined::new("the least preimage of f", "f is not in the range of T, so it is the expectation of no g")
    })?;
    Ok(context.expect::<A>(&Function::new(h.column(0))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::gallery;
    use crate::exact::elimination::null_space;
    use crate::exact::rational::ratio;
    use num_traits::Zero;

    fn on_a(values: &[i64]) -> Function<A> {
        Function::new(values.iter().map(|&v| ratio(v, 1)).collect())
    }

    fn on_x(values: &[i64]) -> Function<X> {
        Function::new(values.iter().map(|&v| ratio(v, 1)).collect())
    }

    /// The expectation as its sum over x, a and a'.
    fn literal_dispersion(c: &Context, g: &Function<A>) -> Rational {
        let p = c.marginal::<X>();
        let mut sum = Rational::zero();
        for (x, mass) in p.iter().enumerate() {
            for a in 0..c.m() {
                for b in 0..c.m() {
                    let difference = &g.values()[a] - &g.values()[b];
                    sum += c.joint(x, a) * c.joint(x, b) / mass * &difference * &difference;
                }
            }
        }
        sum
    }

    #[test]
    fn dispersion_is_the_literal_sum() {
        let c = Context::from_counts(&[[1, 3], [2, 0]]).unwrap();
        // Given x_0, g differs with probability 2 * 1/4 * 3/4; given x_1 never. P(x_0) = 2/3.
        assert_eq!(dispersion(&c, &on_a(&[1, 0])), ratio(2 * 3, 16) * ratio(2, 3));
        for exhibit in gallery::exhibits() {
            for seed in 1..5 {
                let g = on_a(&(0..exhibit.context.m() as i64).map(|a| (a * a * seed + a) % 7).collect::<Vec<_>>());
                let expected = literal_dispersion(&exhibit.context, &g);
                assert_eq!(dispersion(&exhibit.context, &g), expected, "{}", exhibit.name);
            }
        }
    }

    #[test]
    fn functions_without_dispersion() {
        // In a perfect context x decides a.
        assert_eq!(dispersion(&gallery::perfect(3), &on_a(&[1, -4, 9])), ratio(0, 1));
        assert_eq!(dispersion(&gallery::cycle(5), &on_a(&[2; 5])), ratio(0, 1), "a constant");
    }

    /// T g = f, and g is orthogonal to the kernel of T: so no other preimage is shorter.
    #[test]
    fn preimages_are_the_shortest() {
        let tables: [Context; 4] = [
            Context::from_counts(&[[1, 3, 1], [2, 0, 1]]).unwrap(),
            Context::from_counts(&[[1, 1], [2, 2], [1, 3]]).unwrap(),
            gallery::split_channel(2),
            gallery::disconnected(),
        ];
        for c in tables {
            let kernel = null_space(&c.expectation::<X>());
            for seed in 1..6 {
                let g = on_a(&(0..c.m() as i64).map(|a| (a * seed + a * a) % 5 - 2).collect::<Vec<_>>());
                let f = c.expect::<X>(&g);
                let least = least_preimage(&c, &f).unwrap();
                assert_eq!(c.expect::<X>(&least), f);
                for j in 0..kernel.columns() {
                    assert!(c.inner(&least, &Function::new(kernel.column(j))).is_zero());
                }
                assert!(c.norm_squared(&least) <= c.norm_squared(&g));
            }
        }
    }

    #[test]
    fn tasks_that_are_no_expectation() {
        // Rows 0 and 1 are proportional, so every T g agrees there.
        let c = Context::from_counts(&[[1, 1], [2, 2], [1, 3]]).unwrap();
        assert!(least_preimage(&c, &on_x(&[1, 2, 0])).is_err());
        assert!(least_preimage(&c, &on_x(&[2, 2, 0])).is_ok());
        let reason = least_preimage(&gallery::independent(2, 3), &on_x(&[1, 0])).unwrap_err();
        assert!(reason.to_string().contains("not in the range of T"), "{reason}");
        let one = least_preimage(&gallery::independent(2, 3), &on_x(&[1, 1])).unwrap();
        assert_eq!(one, on_a(&[1, 1, 1]));
    }
}
