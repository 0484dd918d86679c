//! How far the dual kernel is from 1, which it is for independent X and A.

use crate::context::{Context, X};
use crate::exact::rational::Rational;
use num_bigint::BigInt;
use num_traits::Signed;

/// The kernel deviation `E |kX(x,x') - 1|` over independent `x, x' ~ p`, in [0, 2). Zero exactly for
/// independent X and A.
///
/// Source: Zhai et al. 2025, section 5.1.
pub fn kernel_deviation(context: &Context) -> Rational {
    let (kernel, masses) = (context.kernel::<X>(), context.row_sums());
    let row = |x: usize| -> BigInt {
        let terms = (0..context.n()).map(|y| (kernel.entry(x, y) - kernel.denominator()).abs() * &masses[y]);
        terms.sum::<BigInt>() * &masses[x]
    };
    let sum: BigInt = (0..context.n()).map(row).sum();
    Rational::new(sum, kernel.denominator() * context.total() * context.total())
}

/// The context complexity `kappa^2 = max_x kX(x,x) = 1 + max_x chi2(P(.|x) || q)`, in `[1, 1 / min p]`; 1
/// exactly for independent X and A.
///
/// Source: Zhai et al. 2024, *Understanding augmentation-based self-supervised representation learning via
/// RKHS approximation and regression*.
pub fn context_complexity(context: &Context) -> Rational {
    context.kernel_diagonal::<X>().into_iter().max().expect("X has a point")
}

#[cfg(test)]
mod tests {
    use super::super::association::{is_independent, trace};
    use super::*;
    use crate::context::{A, gallery};
    use crate::exact::rational::{integer, ratio};
    use num_traits::Pow;

    #[test]
    fn two_by_two_by_hand() {
        // kX = [[5/4, 1/2], [1/2, 2]], p = (2/3, 1/3)
        let c = Context::from_counts(&[[1, 3], [2, 0]]).unwrap();
        assert_eq!(kernel_deviation(&c), ratio(4, 9) / ratio(4, 1) + ratio(4, 9) / ratio(2, 1) + ratio(1, 9));
        assert_eq!(context_complexity(&c), ratio(2, 1));
        // n points that are told apart: k = n on the diagonal, 0 beside it
        assert_eq!(kernel_deviation(&gallery::perfect(4)), ratio(2 * 3, 4));
        assert_eq!(context_complexity(&gallery::perfect(4)), ratio(4, 1));
    }

    #[test]
    fn they_are_the_double_sums() {
        for exhibit in gallery::exhibits() {
            let c = exhibit.context;
            let (k, p, q) = (c.kernel::<X>(), c.marginal::<X>(), c.marginal::<A>());
            let pairs = (0..c.n()).flat_map(|x| (0..c.n()).map(move |y| (x, y)));
            let deviation: Rational = pairs.map(|(x, y)| (k.get(x, y) - integer(1)).abs() * &p[x] * &p[y]).sum();
            assert_eq!(kernel_deviation(&c), deviation, "{}", exhibit.name);
            let divergence = |x: usize| -> Rational {
                let given = |a| c.joint(x, a) / &p[x];
                (0..c.m()).map(|a| (given(a) - &q[a]) * (given(a) - &q[a]) / &q[a]).sum()
            };
            let largest = (0..c.n()).map(divergence).max().unwrap();
            assert_eq!(context_complexity(&c), largest + integer(1), "{}", exhibit.name);
            assert_eq!(kernel_deviation(&c) == integer(0), is_independent(&c), "{}", exhibit.name);
            assert_eq!(context_complexity(&c) == integer(1), is_independent(&c), "{}", exhibit.name);
            assert!(kernel_deviation(&c) < integer(2) && trace(&c) <= context_complexity(&c), "{}", exhibit.name);
        }
    }

    /// `(2 - alpha)^d` for masked signs.
    #[test]
    fn complexity_of_masks() {
        for d in 1..5u32 {
            let c = gallery::masked_signs(d as usize, &ratio(1, 3));
            assert_eq!(context_complexity(&c), Pow::pow(ratio(5, 3), d));
        }
    }
}
