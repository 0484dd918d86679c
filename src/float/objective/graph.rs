//! The energy of an embedding of a graph.

use super::weighted::{add_product, centred, inner, weighted};
use super::{Population, Table, ValueAndGradient};
use crate::context::{Context, X};
use crate::error::Error;

/// `1/2 E_{(u,v)~P} ||Phi(u) - Phi(v)||^2`, not negative but for rounding. The constraint `Cov_p[Phi] = I` is
/// not enforced. Errs on a wrong number of rows, and unless P is the table of a graph, symmetric.
///
/// The gradient is `G = 2 (D_p - P) Phi~`, twice the Laplacian of the weights P times the features, and the
/// value is `1/2 <Phi~, G>`.
///
/// Source: Zhai et al. 2025, Theorem 12.
pub fn graph(population: &Population, phi: &Table<X>) -> Result<ValueAndGradient<Table<X>>, Error> {
    population.check(phi)?;
    require_symmetric(population.context())?;
    // Shifts change nothing, and without them less is lost where the two terms are close.
    let phi = centred(phi.entries(), population.p());
    let weighted = weighted(2.0, phi.as_ref(), population.p());
    let gradient = add_product(weighted, -2.0, population.joint(), phi.as_ref());
    let value = inner(phi.as_ref(), gradient.as_ref()) / 2.0;
    Ok(ValueAndGradient { value, gradient: gradient.into() })
}

fn require_symmetric(context: &Context) -> Result<(), Error> {
    let n = context.n();
    if n != context.m() {
        let found = format!("{n} x {}", context.m());
        return Err(Error::new(format!("expected the symmetric table of a graph, found one of {found}")));
    }
    let mut cells = (0..n).flat_map(|u| (0..u).map(move |v| (u, v)));
    match cells.find(|&(u, v)| context.weight(u, v) != context.weight(v, u)) {
        Some((u, v)) => Err(Error::new(format!(
            "expected the symmetric table of a graph, found different weights from {v} to {u} and from {u} to {v}"
        ))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::differences::{assert_twins, assert_value, assert_zero, distance, integers, table, turned};
    use super::*;
    use crate::context::gallery;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{Rational, integer, ratio};

    fn energy(c: &Context, phi: &Matrix) -> Rational {
        let edges = (0..c.n()).flat_map(|u| (0..c.n()).map(move |v| (u, v)));
        edges.map(|(u, v)| c.joint(u, v) * distance(phi, u, phi, v)).sum::<Rational>() / integer(2)
    }

    #[test]
    fn value_and_gradient_are_the_exact_ones() {
        let weighted = Context::from_counts(&[[3, 1, 0], [1, 0, 2], [0, 2, 5]]).unwrap();
        for c in [weighted, gallery::cycle(5), gallery::complete_bipartite(2, 3), gallery::one_point()] {
            let population = Population::of(&c).unwrap();
            for d in [0, 1, 3] {
                let phi = integers(c.n(), d, 5);
                let found = graph(&population, &table(&phi)).unwrap();
                assert_twins(&found, &phi, |phi| energy(&c, phi));
                let turn = graph(&population, &table(&turned(&phi))).unwrap();
                approx::assert_relative_eq!(found.value, turn.value, max_relative = 1e-12, epsilon = 1e-13);
            }
        }
    }

    #[test]
    fn constants_on_components_cost_nothing() {
        let c = Context::from_counts(&[[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 2, 1], [0, 0, 1, 0]]).unwrap();
        let phi = Matrix::from_fn(4, 2, |u, j| if j == 0 { integer(5) } else { integer(i64::from(u < 2)) });
        let found = graph(&Population::of(&c).unwrap(), &table(&phi)).unwrap();
        assert_zero(&found.gradient);
        approx::assert_abs_diff_eq!(found.value, 0.0, epsilon = 1e-15);
        // The sign of the part has the eigenvalue -1 for T: its energy is 1 - (-1).
        let c = gallery::complete_bipartite(2, 2);
        let sign = Matrix::from_fn(4, 1, |u, _| ratio(if u < 2 { 1 } else { -1 }, 1));
        assert_value(graph(&Population::of(&c).unwrap(), &table(&sign)).unwrap().value, &integer(2));
    }

    #[test]
    fn what_is_no_graph_is_refused() {
        let message = |c: &Context, rows| {
            graph(&Population::of(c).unwrap(), &table(&integers(rows, 1, 1))).unwrap_err().to_string()
        };
        let wide = Context::from_counts(&[[1, 2, 3], [2, 1, 0]]).unwrap();
        assert_eq!(message(&wide, 2), "expected the symmetric table of a graph, found one of 2 x 3");
        let skew = Context::from_counts(&[[1, 2], [3, 1]]).unwrap();
        assert!(message(&skew, 2).ends_with("found different weights from 0 to 1 and from 1 to 0"));
        assert!(message(&gallery::cycle(3), 2).starts_with("expected a row for each of 3 points"));
    }
}
