//! The dual kernels `kX` and `kA`, computed on integers over common denominators.

use super::side::Side;
use super::table::Context;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, least_common_multiple};
use num_bigint::BigInt;
use num_traits::Zero;

impl Context {
    /// The dual kernel `kX(x,x') = sum_a P(x|a) P(x'|a) q(a) / (p(x) p(x'))`, or `kA` with the sides
    /// exchanged: symmetric, positive semidefinite, no entry negative.
    pub fn kernel<S: Side>(&self) -> Matrix {
        let n = self.size::<S>();
        let there = least_common_multiple(S::Other::masses(self));
        let here = least_common_multiple(S::masses(self));
        let scaled: Vec<Vec<(usize, BigInt)>> = (0..n).map(|x| self.scaled_row::<S>(x, &there)).collect();
        let by_mass: Vec<BigInt> = S::masses(self).iter().map(|r| &here / r).collect();
        let mut entries = vec![BigInt::zero(); n * n];
        for x in 0..n {
            for y in 0..=x {
                let sum: BigInt = scaled[x].iter().map(|(a, v)| v * S::weight(self, y, *a)).sum();
                let entry = sum * &by_mass[x] * &by_mass[y] * self.total();
                entries[y * n + x] = entry.clone();
                entries[x * n + y] = entry;
            }
        }
        Matrix::over(n, n, entries, there * &here * here)
    }

    /// The diagonal of the dual kernel: `kX(x,x) = sum_a P(a|x)^2 / q(a)`, or that of `kA`. Each at least 1.
    pub fn kernel_diagonal<S: Side>(&self) -> Vec<Rational> {
        let there = least_common_multiple(S::Other::masses(self));
        let entry = |(x, mass): (usize, &BigInt)| {
            let sum: BigInt = self.scaled_row::<S>(x, &there).iter().map(|(a, v)| v * S::weight(self, x, *a)).sum();
            Rational::new(sum * self.total(), &there * mass * mass)
        };
        S::masses(self).iter().enumerate().map(entry).collect()
    }

    /// For each point of the other side that occurs together with `here`, the weight of the pair times
    /// `multiple` over the mass of that point, an integer where `multiple` is a multiple of all masses.
    pub(crate) fn scaled_row<S: Side>(&self, here: usize, multiple: &BigInt) -> Vec<(usize, BigInt)> {
        let masses = S::Other::masses(self).iter().enumerate();
        let occurring = masses.filter(|(there, _)| !S::weight(self, here, *there).is_zero());
        occurring.map(|(there, mass)| (there, S::weight(self, here, there) * (multiple / mass))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{A, X, gallery};
    use super::*;
    use crate::exact::rational::{integer, ratio};

    #[test]
    fn kernels_by_hand() {
        // p = (2/3, 1/3), q = (1/2, 1/2)
        let c = Context::from_counts(&[[1, 3], [2, 0]]).unwrap();
        let k = c.kernel::<X>();
        assert_eq!(
            [k.get(0, 0), k.get(0, 1), k.get(1, 0), k.get(1, 1)],
            [ratio(5, 4), ratio(1, 2), ratio(1, 2), ratio(2, 1)]
        );
        assert_eq!(c.kernel_diagonal::<X>(), [ratio(5, 4), ratio(2, 1)]);
        // P(x|a): (1/3, 2/3), (1, 0); over p
        assert_eq!(c.kernel::<A>(), Matrix::rational(2, 2, &[ratio(3, 2), ratio(1, 2), ratio(1, 2), ratio(3, 2)]));
    }

    /// `k = K / p`, and the diagonal is the diagonal.
    #[test]
    fn kernels_are_those_of_the_operators() {
        fn law<S: Side>(c: &Context) {
            let (k, operator, masses) = (c.kernel::<S>(), c.operator::<S>(), c.marginal::<S>());
            assert_eq!(k, Matrix::from_fn(k.rows(), k.rows(), |x, y| operator.get(x, y) / &masses[y]));
            assert_eq!(c.kernel_diagonal::<S>(), (0..k.rows()).map(|x| k.get(x, x)).collect::<Vec<_>>());
        }
        for exhibit in gallery::exhibits() {
            law::<X>(&exhibit.context);
            law::<A>(&exhibit.context);
        }
        assert_eq!(gallery::independent(3, 4).kernel_diagonal::<A>(), vec![integer(1); 4]);
    }
}
