//! Losses of mini-batches.
//!
//! A batch is a list of draws by their indices. Losses are of the features as they are: with the means of the
//! batch taken out they would be biased. How these losses relate to those of the population is settled
//! exactly in [`quantity::batch`](crate::quantity::batch): with [`Negatives::Others`] they are unbiased,
//! whatever the size, and so are their gradients.

use super::table::alike;
use super::weighted::{add_product, inner, product};
use super::{Both, Table, ValueAndGradient};
use crate::context::{A, Side, X};
use crate::error::Error;
use crate::quantity::batch::Negatives;
use faer::{Mat, MatRef};

/// Two views `a` and `a+` of one point. The point itself does not enter the loss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Views {
    /// `a`, drawn from `P(.|x)`.
    pub a: usize,
    /// `a+`, drawn from `P(.|x)` too.
    pub a_plus: usize,
}

/// A pair drawn from P.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// `x`.
    pub x: usize,
    /// `a`.
    pub a: usize,
}

/// `-mean_i <Psi(a_i), Psi(a+_i)> + 1/2 mean_{i,j} <Psi(a_i), Psi(a+_j)>^2`, i != j or all i and j; and its gradient by
/// the whole table, zero in rows that were not drawn. Estimates
/// [`uncentred_contrastive`](super::contrastive::uncentred_contrastive). Errs on an index outside the table,
/// and where no pair (i, j) counts.
///
/// Costs `O(B d^2)`: no B x B matrix is made.
pub fn contrastive_batch(
    psi: &Table<A>,
    batch: &[Views],
    negatives: Negatives,
) -> Result<ValueAndGradient<Table<A>>, Error> {
    let (first, second): (Vec<usize>, Vec<usize>) = batch.iter().map(|views| (views.a, views.a_plus)).unzip();
    let loss = loss(gathered(psi, &first)?.as_ref(), gathered(psi, &second)?.as_ref(), negatives)?;
    let mut gradient = Mat::zeros(psi.rows(), psi.columns());
    scatter(&mut gradient, &first, loss.gradient.0.as_ref(), 0.5);
    scatter(&mut gradient, &second, loss.gradient.1.as_ref(), 0.5);
    Ok(ValueAndGradient { value: loss.value / 2.0, gradient: gradient.into() })
}

/// `-2 mean_i Phi(x_i).Psi(a_i) + mean_{i,j} (Phi(x_i).Psi(a_j))^2`, i != j or all i and j; and its gradients by the
/// whole tables. Estimates [`low_rank`](super::low_rank::low_rank). Errs on an index outside a table, unless
/// both encoders have equally many features, and where no pair (i, j) counts.
///
/// Costs `O(B d^2)`: no B x B matrix is made.
pub fn low_rank_batch(
    phi: &Table<X>,
    psi: &Table<A>,
    batch: &[Pair],
    negatives: Negatives,
) -> Result<ValueAndGradient<Both>, Error> {
    alike(phi, psi)?;
    let (x, a): (Vec<usize>, Vec<usize>) = batch.iter().map(|pair| (pair.x, pair.a)).unzip();
    let loss = loss(gathered(phi, &x)?.as_ref(), gathered(psi, &a)?.as_ref(), negatives)?;
    let (mut by_phi, mut by_psi) = (Mat::zeros(phi.rows(), phi.columns()), Mat::zeros(psi.rows(), psi.columns()));
    scatter(&mut by_phi, &x, loss.gradient.0.as_ref(), 1.0);
    scatter(&mut by_psi, &a, loss.gradient.1.as_ref(), 1.0);
    Ok(ValueAndGradient { value: loss.value, gradient: (by_phi.into(), by_psi.into()) })
}

/// The rows with these indices.
fn gathered<S: Side>(table: &Table<S>, indices: &[usize]) -> Result<Mat<f64>, Error> {
    if let Some(index) = indices.iter().find(|index| **index >= table.rows()) {
        let (points, side) = (table.rows(), S::NAME);
        return Err(Error::new(format!("expected an index of one of {points} points of {side}, found {index}")));
    }
    Ok(Mat::from_fn(indices.len(), table.columns(), |i, j| table.get(indices[i], j)))
}

/// Adds the rows, times a factor, to those with these indices.
fn scatter(table: &mut Mat<f64>, indices: &[usize], rows: MatRef<f64>, factor: f64) {
    for (column, source) in table.col_iter_mut().zip(rows.col_iter()) {
        let mut column = column;
        indices.iter().zip(source.iter()).for_each(|(&index, value)| column[index] += factor * value);
    }
}

/// A loss of two matrices, and its gradients by them.
type OfRows = ValueAndGradient<(Mat<f64>, Mat<f64>)>;

/// `-2 mean_i u_i.v_i + mean_{i,j} (u_i.v_j)^2` for rows of U and V, and the gradients by U and V.
///
/// The sum of squares over all i, j is `Tr (U^T U) (V^T V)`; with i != j the squares of the `u_i.v_i` are taken
/// out again.
fn loss(u: MatRef<f64>, v: MatRef<f64>, negatives: Negatives) -> Result<OfRows, Error> {
    let pairs = negatives.pairs(u.nrows()).map_err(|undefined| Error::new(undefined.to_string()))? as f64;
    let size = u.nrows() as f64;
    let products: Vec<f64> =
        (0..u.nrows()).map(|i| u.row(i).iter().zip(v.row(i).iter()).map(|(u, v)| u * v).sum()).collect();
    let equal = match negatives {
        Negatives::Others => 1.0,
        Negatives::All => 0.0,
    };
    let (gram_u, gram_v) = (product(1.0, u.transpose(), u), product(1.0, v.transpose(), v));
    let linear: f64 = products.iter().sum();
    let squares: f64 = products.iter().map(|t| t * t).sum();
    let value = (inner(gram_u.as_ref(), gram_v.as_ref()) - equal * squares) / pairs - 2.0 * linear / size;
    // By u_i: -2/B v_i + 2/pairs (sum_j (u_i.v_j) v_j - (u_i.v_i) v_i)
    let direct = |other: MatRef<f64>| {
        Mat::from_fn(other.nrows(), other.ncols(), |i, j| {
            -(2.0 / size + equal * 2.0 * products[i] / pairs) * other[(i, j)]
        })
    };
    let by_u = add_product(direct(v), 2.0 / pairs, u, gram_v.as_ref());
    let by_v = add_product(direct(u), 2.0 / pairs, v, gram_u.as_ref());
    Ok(ValueAndGradient { value, gradient: (by_u, by_v) })
}

#[cfg(test)]
mod tests {
    use super::super::Population;
    use super::super::contrastive::uncentred_contrastive;
    use super::super::differences::{
        assert_twins, assert_two_twins, assert_value, assert_zero, dot, integers, table, turned,
    };
    use super::super::low_rank::low_rank;
    use super::*;
    use crate::context::{Context, Encoder};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{Rational, integer};
    use crate::quantity::batch::{expected_contrastive_batch, expected_low_rank_batch};
    use num_traits::ToPrimitive;

    const EITHER: [Negatives; 2] = [Negatives::Others, Negatives::All];

    /// The loss as written, for rows `r_i` of one table and `s_j` of the other.
    fn literal(phi: &Matrix, psi: &Matrix, draws: &[(usize, usize)], negatives: Negatives) -> Rational {
        let mut squares = Vec::new();
        for (i, (r, _)) in draws.iter().enumerate() {
            for (j, (_, s)) in draws.iter().enumerate() {
                if i != j || negatives == Negatives::All {
                    squares.push(dot(phi, *r, psi, *s) * dot(phi, *r, psi, *s));
                }
            }
        }
        let linear: Rational = draws.iter().map(|&(r, s)| dot(phi, r, psi, s)).sum();
        squares.iter().sum::<Rational>() / integer(squares.len()) - integer(2) * linear / integer(draws.len())
    }

    /// Points drawn twice, equal views, points not drawn.
    const DRAWS: [(usize, usize); 5] = [(0, 1), (2, 2), (0, 1), (1, 0), (2, 0)];

    #[test]
    fn value_and_gradient_are_the_exact_ones() {
        for (size, negatives) in [2, 3, 5].into_iter().flat_map(|size| EITHER.map(|n| (size, n))) {
            let draws = &DRAWS[..size];
            for d in [0, 1, 2, 4] {
                let psi = integers(4, d, 3);
                let views: Vec<Views> = draws.iter().map(|&(a, a_plus)| Views { a, a_plus }).collect();
                let found = contrastive_batch(&table(&psi), &views, negatives).unwrap();
                assert_twins(&found, &psi, |psi| literal(psi, psi, draws, negatives) / integer(2));
                let turn = contrastive_batch(&table(&turned(&psi)), &views, negatives).unwrap();
                approx::assert_relative_eq!(found.value, turn.value, max_relative = 1e-12, epsilon = 1e-12);
                let phi = integers(3, d, 5);
                let pairs: Vec<Pair> = draws.iter().map(|&(x, a)| Pair { x, a }).collect();
                let found = low_rank_batch(&table(&phi), &table(&psi), &pairs, negatives).unwrap();
                assert_two_twins(&found, (&phi, &psi), |phi, psi| literal(phi, psi, draws, negatives));
            }
        }
    }

    /// The sum of batches' gradients, weighted by their probabilities, is the gradient of the population for
    /// i != j, and their mean value the exact expectation.
    #[test]
    fn batches_are_unbiased_on_average() {
        let c = Context::from_counts(&[[2, 1, 0], [0, 3, 1]]).unwrap();
        let population = Population::of(&c).unwrap();
        let (phi, psi) = (integers(2, 2, 4), integers(3, 2, 8));
        let (on_x, on_a) = (table::<X>(&phi), table::<A>(&psi));
        let p = c.marginal::<X>();
        let cells = || (0..c.n()).flat_map(|x| (0..c.m()).map(move |a| (x, a)));
        let pairs: Vec<(f64, Pair)> = cells().map(|(x, a)| (c.joint(x, a).to_f64().unwrap(), Pair { x, a })).collect();
        let views: Vec<(f64, Views)> = cells()
            .flat_map(|(x, a)| (0..c.m()).map(move |b| (x, a, b)))
            .map(|(x, a, b)| ((c.joint(x, a) * c.joint(x, b) / &p[x]).to_f64().unwrap(), Views { a, a_plus: b }))
            .collect();
        for negatives in EITHER {
            let (mut value, mut by_psi) = (0.0, vec![0.0; 6]);
            for (w, first) in &views {
                for (v, second) in &views {
                    let found = contrastive_batch(&on_a, &[*first, *second], negatives).unwrap();
                    value += w * v * found.value;
                    by_psi.iter_mut().zip(found.gradient.row_major()).for_each(|(sum, slope)| *sum += w * v * slope);
                }
            }
            let exact = expected_contrastive_batch(&c, &Encoder::new(psi.clone()), 2, negatives).unwrap();
            assert_value(value, &exact);
            let whole = uncentred_contrastive(&population, &on_a).unwrap();
            let unbiased = close(&by_psi, &whole.gradient.row_major());
            assert_eq!(unbiased, negatives == Negatives::Others);

            let (mut value, mut by_phi) = (0.0, vec![0.0; 4]);
            for (w, first) in &pairs {
                for (v, second) in &pairs {
                    let found = low_rank_batch(&on_x, &on_a, &[*first, *second], negatives).unwrap();
                    value += w * v * found.value;
                    by_phi.iter_mut().zip(found.gradient.0.row_major()).for_each(|(sum, s)| *sum += w * v * s);
                }
            }
            let (exact_x, exact_a) = (Encoder::new(phi.clone()), Encoder::new(psi.clone()));
            assert_value(value, &expected_low_rank_batch(&c, &exact_x, &exact_a, 2, negatives).unwrap());
            let whole = low_rank(&population, &on_x, &on_a).unwrap();
            assert_eq!(close(&by_phi, &whole.gradient.0.row_major()), negatives == Negatives::Others);
        }
    }

    fn close(found: &[f64], expected: &[f64]) -> bool {
        found.iter().zip(expected).all(|(f, e)| (f - e).abs() < 1e-11)
    }

    #[test]
    fn batches_that_say_nothing_or_reach_outside_are_refused() {
        let psi = table::<A>(&integers(3, 1, 1));
        let views = |a, a_plus| Views { a, a_plus };
        let message = |batch: &[Views], negatives| contrastive_batch(&psi, batch, negatives).unwrap_err().to_string();
        assert_eq!(
            message(&[views(0, 1)], Negatives::Others),
            "mean over i != j is undefined: the batch has no two draws"
        );
        assert!(message(&[], Negatives::Others).contains("no two draws"));
        assert!(message(&[], Negatives::All).contains("the batch is empty"));
        assert!(contrastive_batch(&psi, &[views(0, 1)], Negatives::All).is_ok());
        assert_eq!(
            message(&[views(0, 1), views(2, 3)], Negatives::All),
            "expected an index of one of 3 points of A, found 3"
        );
        let phi = table::<X>(&integers(2, 1, 1));
        let pair = |x, a| Pair { x, a };
        assert!(low_rank_batch(&phi, &psi, &[pair(2, 0), pair(0, 0)], Negatives::All).is_err());
        assert!(low_rank_batch(&phi, &psi, &[pair(1, 3), pair(0, 0)], Negatives::All).is_err());
        assert!(low_rank_batch(&table(&integers(2, 2, 1)), &psi, &[pair(0, 0)], Negatives::All).is_err());
        assert!(low_rank_batch(&phi, &psi, &[pair(0, 0)], Negatives::Others).is_err());
    }

    #[test]
    fn rows_that_were_not_drawn_have_no_slope() {
        let psi = table::<A>(&integers(4, 2, 3));
        let found = contrastive_batch(&psi, &[Views { a: 0, a_plus: 1 }, Views { a: 1, a_plus: 0 }], Negatives::Others);
        let gradient = found.unwrap().gradient;
        let rest = Table::<A>::new(2, 2, &gradient.row_major()[4..]).unwrap();
        assert_zero(&rest);
    }
}
