//! The joint table in floats.

use super::super::scaled::Scaled;
use super::table::Table;
use super::weighted::{divided, product};
use crate::context::{Context, Side};
use crate::error::Error;
use faer::{Mat, MatRef};
use num_bigint::BigInt;

/// `P`, `p` and `q` of a context, each entry within a few units in the last place. Made once, it serves
/// any number of evaluations.
#[derive(Clone, Debug)]
pub struct Population<'a> {
    context: &'a Context,
    joint: Mat<f64>,
    p: Vec<f64>,
    q: Vec<f64>,
}

impl<'a> Population<'a> {
    /// The population of a context. Errs if a marginal probability is too small for a float: then
    /// `P(a|x)` could not be had from P and p.
    pub fn of(context: &'a Context) -> Result<Population<'a>, Error> {
        let total = Scaled::from_integer(context.total());
        let probability = |weight: &BigInt| Scaled::from_integer(weight).over(total).ball().mid();
        let marginal = |sums: &[BigInt]| sums.iter().map(probability).collect::<Vec<f64>>();
        let (p, q) = (marginal(context.row_sums()), marginal(context.column_sums()));
        if !p.iter().chain(&q).all(|v| v.is_normal()) {
            return Err(Error::new("expected probabilities of points that a float can hold, found a smaller one"));
        }
        let joint = Mat::from_fn(context.n(), context.m(), |x, a| probability(context.weight(x, a)));
        Ok(Population { context, joint, p, q })
    }

    /// The exact context.
    pub fn context(&self) -> &'a Context {
        self.context
    }

    /// `p(x)`, all positive.
    pub fn p(&self) -> &[f64] {
        &self.p
    }

    /// `q(a)`, all positive.
    pub fn q(&self) -> &[f64] {
        &self.q
    }

    /// P, N x M.
    pub(super) fn joint(&self) -> MatRef<'_, f64> {
        self.joint.as_ref()
    }

    /// `T Psi`, N x d.
    pub(super) fn average_of_psi(&self, psi: MatRef<f64>) -> Mat<f64> {
        divided(product(1.0, self.joint(), psi), &self.p)
    }

    /// `T* Phi`, M x d.
    pub(super) fn average_of_phi(&self, phi: MatRef<f64>) -> Mat<f64> {
        divided(product(1.0, self.joint().transpose(), phi), &self.q)
    }

    /// Errs unless a table has a row for each point of its side.
    pub(super) fn check<S: Side>(&self, table: &Table<S>) -> Result<(), Error> {
        let (expected, found) = (self.context.size::<S>(), table.rows());
        if expected == found {
            return Ok(());
        }
        Err(Error::new(format!("expected a row for each of {expected} points of {}, found {found} rows", S::NAME)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{A, X};
    use crate::exact::rational::{integer, ratio};
    use num_traits::One;

    #[test]
    fn the_table_and_its_averages_by_hand() {
        let context = Context::from_counts(&[[1, 3], [2, 0]]).unwrap();
        let population = Population::of(&context).unwrap();
        assert_eq!(population.joint(), Mat::from_fn(2, 2, |x, a| [[1.0, 3.0], [2.0, 0.0]][x][a] / 6.0));
        assert_eq!((population.p(), population.q()), ([4.0 / 6.0, 2.0 / 6.0].as_slice(), [0.5, 0.5].as_slice()));
        let column = Mat::from_fn(2, 1, |r, _| [3.0, -1.0][r]);
        approx::assert_relative_eq!(population.average_of_psi(column.as_ref())[(0, 0)], 0.0, epsilon = 1e-15);
        approx::assert_relative_eq!(population.average_of_psi(column.as_ref())[(1, 0)], 3.0, epsilon = 1e-15);
        approx::assert_relative_eq!(population.average_of_phi(column.as_ref())[(0, 0)], 1.0 / 3.0, epsilon = 1e-15);
    }

    #[test]
    fn rows_are_counted_on_each_side() {
        let context = Context::from_counts(&[[1, 3, 1], [2, 0, 1]]).unwrap();
        let population = Population::of(&context).unwrap();
        assert!(population.check(&Table::<X>::new(2, 1, &[0.0; 2]).unwrap()).is_ok());
        let error = population.check(&Table::<A>::new(2, 1, &[0.0; 2]).unwrap()).unwrap_err();
        assert_eq!(error.to_string(), "expected a row for each of 3 points of A, found 2 rows");
    }

    #[test]
    fn weights_of_any_size_are_fine_and_points_that_vanish_are_refused() {
        let huge = integer(BigInt::from(10).pow(400));
        let context = Context::unlabelled(&[vec![huge.clone(), integer(2) * &huge]]).unwrap();
        approx::assert_relative_eq!(Population::of(&context).unwrap().q()[1], 2.0 / 3.0, max_relative = 1e-15);
        let rows = [vec![huge.clone(), integer(1)], vec![integer(1), ratio(BigInt::one(), 3)]];
        let context = Context::unlabelled(&rows).unwrap();
        assert!(Population::of(&context).unwrap_err().message().contains("a smaller one"));
    }
}
