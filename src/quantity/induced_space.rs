//! The function space that a context induces on A.

use crate::context::{A, Context, Function};
use crate::exact::elimination::solve;
use crate::exact::rational::Rational;
use crate::exact::truth::Undefined;

/// `sum u_i v_i / s_i^2` over `s_i > 0`, i = 0 included, for `h = sum u_i nu_i` and `k = sum v_i nu_i`. It is
/// `<h, w>` for any w with `T* T w = k`, which is rational linear algebra. Undefined if h or k is not in
/// the range of `T*`: then it has a part where `s_i = 0`.
///
/// Source: Zhai et al. 2025, Definition 19 (the second formula for the inner product of the space H).
pub fn spectral_inner(context: &Context, h: &Function<A>, k: &Function<A>) -> Result<Rational, Undefined> {
    // T* T has the range of T*.
    let operator = context.operator::<A>();
    let weighted = |function: &Function<A>, name: &str| {
        let undefined = || {
            let reason = format!("{name} is not in the range of T*, so it is divided by a singular value that is zero");
            Undefined::new("sum u_i v_i / s_i^2", reason)
        };
        solve(&operator, &function.as_column()).ok_or_else(undefined)
    };
    weighted(h, "h")?;
    // h is orthogonal to the kernel, so it does not matter which w is found.
    let w = weighted(k, "k")?;
    Ok(context.inner(h, &Function::new(w.column(0))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Eigenspace, Spectrum, X, gallery};
    use crate::exact::rational::ratio;
    use num_traits::Zero;

    fn task(n: usize, seed: i64) -> Function<X> {
        Function::new((0..n as i64).map(|x| ratio((x * x * seed + 3 * x + seed) % 7 - 2, 1)).collect())
    }

    /// By the right singular functions themselves, where eigenvalues are rational.
    fn by_singular_functions(c: &Context, h: &Function<A>, k: &Function<A>) -> Rational {
        let mut sum = c.mean(h) * c.mean(k);
        // The right side has all positive eigenvalues of the left.
        for eigenvalue in Spectrum::of(c).eigenvalues() {
            let s = eigenvalue.value.as_rational().expect("a rational spectrum").clone();
            if s.is_zero() {
                continue;
            }
            let space: Eigenspace<A> = c.eigenspace(eigenvalue);
            for nu in space.rational_basis().unwrap() {
                sum += c.inner(h, nu) * c.inner(k, nu) / c.norm_squared(nu) / &s;
            }
        }
        sum
    }

    #[test]
    fn it_is_the_sum_over_singular_functions() {
        for exhibit in gallery::exhibits() {
            let c = &exhibit.context;
            for seed in 1..4 {
                let (h, k) = (c.expect::<A>(&task(c.n(), seed)), c.expect::<A>(&task(c.n(), seed + 2)));
                let found = spectral_inner(c, &h, &k).unwrap();
                assert_eq!(found, by_singular_functions(c, &h, &k), "{}", exhibit.name);
                assert_eq!(found, spectral_inner(c, &k, &h).unwrap());
            }
        }
    }

    #[test]
    fn it_is_the_inner_product_of_the_tasks_where_t_is_injective() {
        let c = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        let (f, g) = (task(3, 1), task(3, 2));
        assert_eq!(spectral_inner(&c, &c.expect::<A>(&f), &c.expect::<A>(&g)), Ok(c.inner(&f, &g)));
    }

    #[test]
    fn a_part_without_singular_value_leaves_it_undefined() {
        let c = gallery::independent(2, 3);
        let (constant, other) = (Function::<A>::one(3), Function::<A>::indicator(3, 0));
        assert_eq!(spectral_inner(&c, &constant, &constant), Ok(ratio(1, 1)));
        let first = spectral_inner(&c, &other, &constant).unwrap_err();
        assert!(first.reason().starts_with("h is not"), "{first}");
        let second = spectral_inner(&c, &constant, &other).unwrap_err();
        assert!(second.reason().starts_with("k is not"), "{second}");
    }
}
