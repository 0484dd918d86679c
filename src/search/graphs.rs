//! The graphs that a context is, once the points of A have their right names.

use crate::context::Context;
use crate::exact::rational::Rational;
use num_bigint::BigInt;
use std::collections::HashSet;

/// Beyond so many points only the table as it stands is looked at: there are too many orders.
const MOST_ORDERED: usize = 6;

/// Contexts with a symmetric table that are this one with the points of A in another order. Of those that differ by
/// the names of the vertices only, one. Since every table is one of a class up to the names of points, all graphs are
/// found among the graphs of one table of each class.
pub fn graphs(context: &Context) -> Vec<Context> {
    let n = context.n();
    if n != context.m() {
        return Vec::new();
    }
    if n > MOST_ORDERED {
        return if context.is_symmetric() { vec![context.clone()] } else { Vec::new() };
    }
    let mut orders = orders(n);
    orders.sort();
    let weights = |rows: &[usize], columns: &[usize]| -> Vec<BigInt> {
        rows.iter().flat_map(|&x| columns.iter().map(move |&a| context.weight(x, a).clone())).collect()
    };
    let as_given: Vec<usize> = (0..n).collect();
    let mut seen: HashSet<Vec<BigInt>> = HashSet::new();
    let mut found = Vec::new();
    for order in &orders {
        let table = weights(&as_given, order);
        let is_symmetric = (0..n).all(|x| (0..x).all(|a| table[x * n + a] == table[a * n + x]));
        if !is_symmetric || seen.contains(&table) {
            continue;
        }
        for names in &orders {
            let columns: Vec<usize> = names.iter().map(|&v| order[v]).collect();
            seen.insert(weights(names, &columns));
        }
        if *order == as_given {
            found.push(context.clone()); // with its labels
            continue;
        }
        let rows: Vec<Vec<Rational>> =
            table.chunks(n).map(|row| row.iter().cloned().map(Rational::from).collect()).collect();
        found.push(Context::unlabelled(&rows).expect("a context in another order is one").normalised());
    }
    found
}

/// All orders of n things.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let with = |order: Vec<usize>| {
        (0..n).map(move |place| {
            let mut longer = order.clone();
            longer.insert(place, n - 1);
            longer
        })
    };
    orders(n - 1).into_iter().flat_map(with).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tables::representatives;
    use super::*;

    fn tables_of(context: &Context) -> Vec<Vec<BigInt>> {
        graphs(context).iter().map(|g| g.weights().to_vec()).collect()
    }

    #[test]
    fn orders_are_all_of_them() {
        assert_eq!((0..5).map(|n| orders(n).len()).collect::<Vec<_>>(), [1, 1, 2, 6, 24]);
        let distinct: HashSet<_> = orders(4).into_iter().collect();
        assert_eq!(distinct.len(), 24);
    }

    #[test]
    fn two_vertices_as_loops_or_as_an_edge() {
        let identity = Context::from_counts(&[[1, 0], [0, 1]]).unwrap();
        let (loops, edge) = ([1, 0, 0, 1].map(BigInt::from).to_vec(), [0, 1, 1, 0].map(BigInt::from).to_vec());
        let found: HashSet<_> = tables_of(&identity).into_iter().collect();
        assert_eq!(found, HashSet::from([loops, edge]));
        assert!(graphs(&Context::from_counts(&[[1, 2], [3, 4]]).unwrap()).is_empty());
        assert!(graphs(&Context::from_counts(&[[1, 2, 1], [3, 4, 1]]).unwrap()).is_empty());
    }

    /// All symmetric tables of three points and a total, up to their names: found one by one.
    #[test]
    fn no_graph_is_missed_and_none_comes_twice() {
        let n = 3;
        for total in 1..=5_u64 {
            let mut classes: HashSet<Vec<Vec<u64>>> = HashSet::new();
            let digits = |mut k: u64| -> Vec<u64> {
                (0..6)
                    .map(|_| {
                        let digit = k % (total + 1);
                        k /= total + 1;
                        digit
                    })
                    .collect()
            };
            for d in (0..(total + 1).pow(6)).map(digits) {
                let table = [[d[0], d[1], d[2]], [d[1], d[3], d[4]], [d[2], d[4], d[5]]];
                let sum: u64 = table.iter().flatten().sum();
                let common = table.iter().flatten().fold(0, |g, &w| num_integer::gcd(g, w));
                if sum == total && common == 1 && table.iter().all(|row| row.iter().any(|&w| w > 0)) {
                    let named = |names: &Vec<usize>| -> Vec<Vec<u64>> {
                        names.iter().map(|&x| names.iter().map(|&a| table[x][a]).collect()).collect()
                    };
                    classes.insert(orders(n).iter().map(named).min().unwrap());
                }
            }
            let found = representatives(n, n, total).map(|r| graphs(&r.context()).len()).sum::<usize>();
            assert_eq!(found, classes.len(), "graphs of 3 vertices and a total of {total}");
        }
    }

    #[test]
    fn a_large_graph_is_itself() {
        let rows: Vec<Vec<Rational>> =
            (0..7).map(|x: i64| (0..7).map(|a: i64| Rational::from(BigInt::from((x - a).abs()))).collect()).collect();
        assert_eq!(graphs(&Context::unlabelled(&rows).unwrap()).len(), 1);
    }
}
