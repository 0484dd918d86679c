//! All tables of counts of a shape and a total, up to the names of the points.
//!
//! Two tables are of one class if permutations of rows and of columns turn one into the other. A class is
//! represented by its lexicographically smallest table, read row by row. The rows of such a table do not
//! decrease, its columns neither, and its first rows are the smallest of their own class: so tables grow
//! row by row, and what is not smallest is dropped at once.

use crate::context::Context;
use crate::exact::rational::integer;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, ToPrimitive};
use std::cmp::Ordering;
use std::iter::from_fn;

/// The most rows or columns of an enumerated table. Beyond it there is no end of tables, nor of the
/// permutations that compare them.
pub const MOST_POINTS: usize = 8;

/// The smallest table of a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representative {
    /// Its rows: no row or column is empty, the counts have no common factor.
    pub rows: Vec<Vec<u64>>,
    /// How many distinct tables are in the class.
    pub orbit: u64,
}

impl Representative {
    /// The context with these counts.
    pub fn context(&self) -> Context {
        let rows: Vec<_> = self.rows.iter().map(|row| row.iter().map(|&w| integer(w)).collect()).collect();
        Context::unlabelled(&rows).expect("a table without empty rows")
    }
}

/// One table for each class of the tables with this shape and total, no empty row or column, and no common
/// factor; in lexicographic order. None of a shape without cells. Panics beyond [`MOST_POINTS`].
pub fn representatives(rows: usize, columns: usize, total: u64) -> impl Iterator<Item = Representative> {
    assert!(rows.max(columns) <= MOST_POINTS, "at most {MOST_POINTS} rows and columns are enumerated");
    let mut growth = Growth { height: rows, columns, total, rows: Vec::new(), next: None };
    growth.next = growth.first();
    from_fn(move || growth.next_table())
}

/// The number of tables with this shape and total, no empty row or column, and no common factor: names of
/// points told apart. `None` if it has more than 128 bits. It takes a time like the square root of the total.
///
/// By inclusion and exclusion over the lines that are empty, and Moebius inversion over common factors.
pub fn count(rows: usize, columns: usize, total: u64) -> Option<u128> {
    let divisors = square_free_divisors(total);
    let signed = divisors.into_iter().map(|(d, even)| {
        let tables = without_empty_lines(rows, columns, total / d);
        if even { tables } else { -tables }
    });
    signed.sum::<BigInt>().to_u128()
}

/// `sum_ij (-1)^(n-i+m-j) C(n,i) C(m,j) C(t+ij-1, t)`: tables inside i rows and j columns.
fn without_empty_lines(n: usize, m: usize, total: u64) -> BigInt {
    let places = (1..=n).flat_map(|i| (1..=m).map(move |j| (i, j)));
    let terms = places.map(|(i, j)| {
        let others = (i * j - 1) as u64;
        let choices = binomial(BigInt::from(n), i as u64) * binomial(BigInt::from(m), j as u64);
        let tables = choices * binomial(BigInt::from(total) + others, total.min(others));
        if (n - i + m - j).is_even() { tables } else { -tables }
    });
    terms.sum()
}

/// `C(n, k)`, for `k <= n`.
fn binomial(n: BigInt, k: u64) -> BigInt {
    (0..k).fold(BigInt::one(), |product, i| product * (&n - i) / (i + 1))
}

/// The divisors without a square factor, and whether the number of prime factors is even. None of zero.
fn square_free_divisors(of: u64) -> Vec<(u64, bool)> {
    let mut divisors: Vec<(u64, bool)> = (of > 0).then_some((1, true)).into_iter().collect();
    let mut add = |prime: u64| {
        let with_prime: Vec<_> = divisors.iter().map(|&(d, even)| (d * prime, !even)).collect();
        divisors.extend(with_prime);
    };
    let mut rest = of;
    let mut d = 2;
    while d <= rest / d {
        if rest.is_multiple_of(d) {
            add(d);
            while rest.is_multiple_of(d) {
                rest /= d;
            }
        }
        d += 1;
    }
    if rest > 1 {
        add(rest);
    }
    divisors
}

/// **Invariant:** `rows` are the smallest table of their class, and `next` is the row to try below them.
struct Growth {
    height: usize,
    columns: usize,
    total: u64,
    rows: Vec<Vec<u64>>,
    next: Option<Vec<u64>>,
}

impl Growth {
    fn next_table(&mut self) -> Option<Representative> {
        loop {
            let Some(row) = self.next.take() else {
                // No row fits any more: another one above.
                let row = self.rows.pop()?;
                self.next = self.after(&row);
                continue;
            };
            self.rows.push(row);
            let symmetries = symmetries(&self.rows);
            if symmetries.is_some() && self.rows.len() < self.height {
                self.next = self.first();
                continue;
            }
            let table = symmetries.and_then(|symmetries| self.representative(symmetries));
            let row = self.rows.pop().expect("the row that was pushed");
            self.next = self.after(&row);
            if table.is_some() {
                return table;
            }
        }
    }

    /// The table that is complete, if no column is empty and the counts have no common factor.
    fn representative(&self, symmetries: u64) -> Option<Representative> {
        // Columns do not decrease: if one is empty, the first is.
        let filled = self.rows.iter().any(|row| row[0] > 0);
        let common = self.rows.iter().flatten().fold(0, |common: u64, w| common.gcd(w));
        let relabellings = factorial(self.height) * factorial(self.columns);
        let orbit = relabellings / symmetries;
        (filled && common == 1).then(|| Representative { rows: self.rows.clone(), orbit })
    }

    /// The first row to try: not smaller than the one above it, and not empty.
    fn first(&self) -> Option<Vec<u64>> {
        let least = match self.rows.last() {
            Some(row) => row.clone(),
            None => (1..=self.columns).map(|c| u64::from(c == self.columns)).collect(),
        };
        let most = self.most()?;
        let row = if least.iter().sum::<u64>() <= most { Some(least) } else { successor(&least, most) };
        row.map(|row| self.filled_up(row, most))
    }

    /// The row to try after this one.
    fn after(&self, row: &[u64]) -> Option<Vec<u64>> {
        let most = self.most()?;
        successor(row, most).map(|row| self.filled_up(row, most))
    }

    /// The last row holds all that is left; this is the first such row that is not smaller.
    fn filled_up(&self, mut row: Vec<u64>, most: u64) -> Vec<u64> {
        if self.rows.len() + 1 == self.height {
            row[self.columns - 1] += most - row.iter().sum::<u64>();
        }
        row
    }

    /// The largest sum of the next row: every row below it needs one at least. `None` if there is nothing
    /// for it.
    fn most(&self) -> Option<u64> {
        let below = self.height.checked_sub(self.rows.len() + 1)?;
        let used: u64 = self.rows.iter().flatten().sum();
        (self.total - used).checked_sub(below as u64).filter(|&most| most > 0 && self.columns > 0)
    }
}

/// The next list in lexicographic order whose sum is at most `most`; `None` after the last.
fn successor(list: &[u64], most: u64) -> Option<Vec<u64>> {
    let grows = (0..list.len()).rev().find(|&i| list[..=i].iter().sum::<u64>() < most)?;
    let mut next = vec![0; list.len()];
    next[..=grows].copy_from_slice(&list[..=grows]);
    next[grows] += 1;
    Some(next)
}

/// How many pairs of a row and a column permutation leave the table as it is; `None` if some pair makes it
/// smaller.
fn symmetries(rows: &[Vec<u64>]) -> Option<u64> {
    let columns = (0..rows[0].len()).collect();
    arrangements(rows, &mut vec![false; rows.len()], 0, &[columns])
}

/// The same once some rows have their places: `depth` of them, which are marked in `placed`. Columns of one
/// class agree in all of these, and classes have theirs.
fn arrangements(rows: &[Vec<u64>], placed: &mut [bool], depth: usize, classes: &[Vec<usize>]) -> Option<u64> {
    let Some(target) = rows.get(depth) else {
        return Some(classes.iter().map(|class| factorial(class.len())).product());
    };
    let mut symmetries = 0;
    for r in 0..rows.len() {
        let equal = |&other: &usize| !placed[other] && rows[other] == rows[r];
        if placed[r] || (0..r).any(|other| equal(&other)) {
            continue;
        }
        let copies = (r..rows.len()).filter(equal).count() as u64;
        // The smallest that the row can be made.
        let refined = refined(&rows[r], classes);
        match refined.iter().flatten().map(|&c| rows[r][c]).cmp(target.iter().copied()) {
            Ordering::Less => return None,
            Ordering::Greater => {}
            Ordering::Equal => {
                placed[r] = true;
                symmetries += copies * arrangements(rows, placed, depth + 1, &refined)?;
                placed[r] = false;
            }
        }
    }
    Some(symmetries)
}

/// Each class ordered by the values of a row, and split where they differ.
fn refined(row: &[u64], classes: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut refined = Vec::with_capacity(row.len());
    for class in classes {
        let mut class = class.clone();
        class.sort_by_key(|&c| row[c]);
        refined.extend(class.chunk_by(|&b, &c| row[b] == row[c]).map(<[usize]>::to_vec));
    }
    refined
}

fn factorial(n: usize) -> u64 {
    (1..=n as u64).product()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{HashMap, HashSet};

    /// Every list of so many counts with this sum.
    fn lists(length: usize, sum: u64) -> Vec<Vec<u64>> {
        if length == 0 {
            return if sum == 0 { vec![vec![]] } else { vec![] };
        }
        let first = |k: u64| lists(length - 1, sum - k).into_iter().map(move |rest| [vec![k], rest].concat());
        (0..=sum).flat_map(first).collect()
    }

    fn permutations(n: usize) -> Vec<Vec<usize>> {
        (0..n).fold(vec![vec![]], |shorter, k| {
            let insert = |p: Vec<usize>| (0..=k).map(move |i| [&p[..i], &[k], &p[i..]].concat());
            shorter.into_iter().flat_map(insert).collect()
        })
    }

    /// Every table, each with the smallest of all its relabellings: nothing pruned.
    fn by_brute_force(n: usize, m: usize, total: u64) -> Vec<(Vec<u64>, u64)> {
        let valid = |t: &Vec<u64>| {
            t.chunks(m).all(|row| row.iter().any(|&w| w > 0))
                && (0..m).all(|a| t.iter().skip(a).step_by(m).any(|&w| w > 0))
                && (2..=total).all(|d| t.iter().any(|w| w % d > 0))
        };
        let mut orbits: HashMap<Vec<u64>, u64> = HashMap::new();
        for table in lists(n * m, total).into_iter().filter(valid) {
            let relabelled = |rows: &Vec<usize>, columns: &Vec<usize>| -> Vec<u64> {
                rows.iter().flat_map(|&x| columns.iter().map(move |&a| (x, a))).map(|(x, a)| table[x * m + a]).collect()
            };
            let (rows, columns) = (permutations(n), permutations(m));
            let smallest = rows.iter().flat_map(|r| columns.iter().map(move |c| relabelled(r, c))).min();
            *orbits.entry(smallest.unwrap()).or_default() += 1;
        }
        let mut orbits: Vec<_> = orbits.into_iter().collect();
        orbits.sort();
        orbits
    }

    #[test]
    fn classes_and_orbits_are_those_of_every_table() {
        for (n, m, most) in [(1, 1, 4), (1, 3, 6), (3, 1, 6), (2, 2, 9), (2, 3, 7), (3, 2, 7), (3, 3, 6), (2, 4, 6)] {
            for total in 0..=most {
                let expected = by_brute_force(n, m, total);
                let found: Vec<_> = representatives(n, m, total).map(|r| (r.rows.concat(), r.orbit)).collect();
                assert_eq!(found, expected, "{n} x {m}, total {total}");
                let labelled: u64 = expected.iter().map(|(_, orbit)| orbit).sum();
                assert_eq!(count(n, m, total), Some(u128::from(labelled)), "{n} x {m}, total {total}");
            }
        }
    }

    #[test]
    fn orbits_of_larger_shapes_sum_to_the_formula() {
        for (n, m, total) in [(4, 4, 7), (3, 4, 9), (4, 3, 9), (5, 2, 9), (5, 5, 6), (2, 2, 40), (8, 8, 8), (1, 8, 12)]
        {
            let mut seen = HashSet::new();
            let mut sum = 0;
            let mut last = Vec::new();
            for r in representatives(n, m, total) {
                assert!(last < r.rows, "in lexicographic order");
                last = r.rows.clone();
                sum += u128::from(r.orbit);
                assert!(seen.insert(r.rows));
            }
            assert_eq!(count(n, m, total), Some(sum), "{n} x {m}, total {total}");
        }
    }

    /// Matrices of non-negative integers with a given sum and no empty line, up to permutations of rows and
    /// of columns: 1, 4, 10, 33, 91, 298, 910 (OEIS A007716). Those with a common factor d are as many as
    /// there are of sum n/d.
    #[test]
    fn published_counts() {
        let published = [1, 4, 10, 33, 91, 298, 910];
        let primitive = |n: u64| -> usize {
            let shapes = (1..=n as usize).flat_map(|r| (1..=n as usize).map(move |c| (r, c)));
            shapes.map(|(r, c)| representatives(r, c, n).count()).sum()
        };
        let found: Vec<usize> = (1..=7).map(primitive).collect();
        for n in 1..=7 {
            let all: usize = (1..=n).filter(|d| n % d == 0).map(|d| found[d - 1]).sum();
            assert_eq!(all, published[n - 1], "sum {n}");
        }
    }

    #[test]
    fn shapes_without_tables() {
        for (n, m, total) in [(0, 3, 2), (3, 0, 2), (0, 0, 0), (2, 2, 0), (3, 3, 2), (1, 1, 2)] {
            assert_eq!(representatives(n, m, total).count(), 0, "{n} x {m}, total {total}");
            assert_eq!(count(n, m, total), Some(0), "{n} x {m}, total {total}");
        }
        assert_eq!(count(12, 12, 1000), None, "more than 128 bits");
        assert_eq!(representatives(1, 1, 1).next().unwrap().context(), Context::from_counts(&[[1]]).unwrap());
    }
}
