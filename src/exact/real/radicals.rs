//! How many square roots of integers are independent.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Zero};

/// A k such that the square roots of these positive integers lie in a field of degree `2^k`: the rank of
/// their factorisations modulo squares. Integers are factored only as far as they are not coprime.
pub(super) fn independent_roots(radicands: &[BigInt]) -> usize {
    let mut base = Vec::new();
    radicands.iter().for_each(|n| refine(&mut base, n.clone()));
    base.retain(|b| b.sqrt().pow(2) != *b);
    // Rows modulo 2; where one is the sum of others, its root is a product of theirs times a rational.
    let mut rows: Vec<Vec<bool>> =
        radicands.iter().map(|n| base.iter().map(|b| is_odd_power(n, b)).collect()).collect();
    let mut rank = 0;
    for column in 0..base.len() {
        let Some(pivot) = (rank..rows.len()).find(|&r| rows[r][column]) else { continue };
        rows.swap(rank, pivot);
        let (above, below) = rows.split_at_mut(rank + 1);
        for row in below.iter_mut().filter(|row| row[column]) {
            row.iter_mut().zip(&above[rank]).for_each(|(value, pivot)| *value ^= pivot);
        }
        rank += 1;
    }
    rank
}

/// Adds a positive integer to a list of pairwise coprime ones, so that all are products of what is in it.
fn refine(base: &mut Vec<BigInt>, n: BigInt) {
    if n.is_one() {
        return;
    }
    let Some(k) = base.iter().position(|b| !b.gcd(&n).is_one()) else { return base.push(n) };
    let b = base.swap_remove(k);
    let common = b.gcd(&n);
    for part in [b / &common, n / &common, common] {
        refine(base, part);
    }
}

/// Whether n is an odd power of b times an integer that b is coprime to.
fn is_odd_power(n: &BigInt, b: &BigInt) -> bool {
    let (mut rest, mut odd) = (n.clone(), false);
    loop {
        let (quotient, remainder) = rest.div_rem(b);
        if !remainder.is_zero() {
            return odd;
        }
        (rest, odd) = (quotient, !odd);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_roots_are_dependent() {
        for (radicands, rank) in [
            (vec![], 0),
            (vec![2, 3], 2),
            (vec![2, 3, 6], 2),
            (vec![6, 10, 15], 2),
            (vec![6, 10, 15, 30], 3),
            (vec![12, 27, 75], 1),
            (vec![2, 8, 18, 3], 2),
            (vec![10403, 101, 103], 2),
            (vec![2, 3, 5, 7, 210], 4),
        ] {
            let radicands: Vec<BigInt> = radicands.into_iter().map(BigInt::from).collect();
            assert_eq!(independent_roots(&radicands), rank, "{radicands:?}");
        }
    }
}
