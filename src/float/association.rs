//! How strongly X and A are associated: sums over the table that need no spectrum.

use super::ball::Ball;
use super::context::{FloatContext, Machine, products};
use super::matrix::{BallMatrix, norm};
use super::rounding::{TINY, error_of};
use super::scaled::Scaled;
use crate::context::Context;
use num_bigint::BigInt;
use num_traits::Zero;

impl FloatContext<'_> {
    /// The total inertia `sum_{i>=1} s_i^2 = sum_{x,a} Q(x,a)^2`, which is 0 exactly for independence.
    pub fn inertia(&self) -> Ball {
        self.residuals().norm().square()
    }

    /// The trace `sum_{i>=0} s_i^2 = sum_{x,a} P(x,a)^2 / (p(x) q(a))`, one more than the inertia.
    pub fn trace(&self) -> Ball {
        Ball::ONE + self.inertia()
    }

    /// Pearson's chi-square statistic: the inertia times the mass of the table as it was given.
    pub fn chi_square(&self) -> Ball {
        Ball::from_rational(self.context().mass()) * self.inertia()
    }

    /// The kernel deviation `sum_{x,x'} p(x) p(x') |kX(x,x') - 1|`.
    pub fn kernel_deviation(&self) -> Ball {
        // kX(x,x') - 1 = (Q Q^T)(x,x') / sqrt(p(x) p(x'))
        let roots = roots(self.context());
        let kernel = self.residuals().times_transposed(self.residuals()).abs();
        roots.transposed_times(&kernel.times(&roots)).entry(0, 0)
    }

    /// The complexity of the context, `max_x kX(x,x)`.
    pub fn complexity(&self) -> Ball {
        let diagonal = (0..self.context().n()).map(|x| self.row_norm(x).square().over(probability(self.context(), x)));
        Ball::ONE + diagonal.fold(Ball::ZERO, Ball::max)
    }

    /// The norm of a row of Q.
    fn row_norm(&self, x: usize) -> Ball {
        let row = self.residuals().mid().row(x).as_mat();
        norm(row) * Ball::new(1.0, self.relative_error()) + Ball::new(0.0, TINY * row.ncols() as f64)
    }

    /// The mutual information `sum_{x,a} P(x,a) ln(P(x,a) / (p(x) q(a)))`, in nats.
    pub fn mutual_information(&self) -> Ball {
        let context = self.context();
        match Machine::of(context) {
            Some(machine) => information(context, |x, a| {
                let (joint, independent) = machine.products(x, a);
                rounded(joint).over(rounded(independent)).ln()
            }),
            None => information(context, |x, a| {
                let (joint, independent) = products(context, x, a);
                Scaled::from_integer(&joint).over(Scaled::from_integer(&independent)).ln()
            }),
        }
    }
}

/// `sum P(x,a) l(x,a)` over the cells that carry mass.
fn information(context: &Context, logarithm: impl Fn(usize, usize) -> Ball) -> Ball {
    let total = Scaled::from_integer(context.total());
    let joint = |weight: &BigInt| Scaled::from_integer(weight).over(total).ball();
    let cells = |x: usize| (0..context.m()).map(move |a| (a, context.weight(x, a))).filter(|(_, w)| !w.is_zero());
    (0..context.n()).map(|x| cells(x).map(|(a, weight)| joint(weight) * logarithm(x, a)).sum::<Ball>()).sum()
}

/// A machine integer as a ball.
fn rounded(value: i128) -> Ball {
    let mid = value as f64;
    Ball::new(mid, error_of(mid))
}

/// `p(x)`.
fn probability(context: &Context, x: usize) -> Ball {
    Scaled::from_integer(&context.row_sums()[x]).over(Scaled::from_integer(context.total())).ball()
}

/// `sqrt(p)` as a column.
fn roots(context: &Context) -> BallMatrix {
    let roots: Vec<Ball> = (0..context.n()).map(|x| probability(context, x).sqrt()).collect();
    BallMatrix::of_balls(roots.len(), 1, &roots)
}
