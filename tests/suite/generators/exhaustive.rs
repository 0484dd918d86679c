//! Every small table.

use contexture::context::Context;
use contexture::exact::rational::{Rational, integer};

/// The longest side.
const SIDE: usize = 4;

/// Every context whose table has at most [`SIDE`] rows and columns and entries `0..=k`, where k is the
/// largest for which a shape has at most `10^depth` tables; shapes without a `k >= 1` are left out.
///
/// Each context comes once: tables with an empty row or column belong to a smaller shape, which has at
/// least the same k, and tables with a common factor to smaller entries.
pub fn tables(depth: u32, mut visit: impl FnMut(&Context)) {
    for (rows, columns) in shapes() {
        let largest = largest_entry(rows * columns, 10u64.pow(depth));
        if largest > 0 {
            of_shape(rows, columns, largest, &mut visit);
        }
    }
}

fn shapes() -> impl Iterator<Item = (usize, usize)> {
    (1..=SIDE).flat_map(|rows| (1..=SIDE).map(move |columns| (rows, columns)))
}

/// The largest k with `(k+1)^cells <= limit`.
fn largest_entry(cells: usize, limit: u64) -> u64 {
    (1..).take_while(|k: &u64| (k + 1).checked_pow(cells as u32).is_some_and(|n| n <= limit)).last().unwrap_or(0)
}

/// The contexts of one shape with entries `0..=largest`; returns how many there are.
pub fn of_shape(rows: usize, columns: usize, largest: u64, visit: &mut impl FnMut(&Context)) -> usize {
    let mut generated = 0;
    let mut table = vec![0; rows * columns];
    while advance(&mut table, largest) {
        if is_representative(&table, columns) {
            let rows: Vec<Vec<Rational>> =
                table.chunks(columns).map(|row| row.iter().map(|&w| integer(w)).collect()).collect();
            visit(&Context::unlabelled(&rows).expect("the table has mass"));
            generated += 1;
        }
    }
    generated
}

/// The next table, read as a number with digits `0..=largest`; `false` after the last.
fn advance(table: &mut [u64], largest: u64) -> bool {
    for digit in table {
        if *digit < largest {
            *digit += 1;
            return true;
        }
        *digit = 0;
    }
    false
}

fn is_representative(table: &[u64], columns: usize) -> bool {
    let row_is_empty = |row: &[u64]| row.iter().all(|&w| w == 0);
    let column_is_empty = |a: usize| table.iter().skip(a).step_by(columns).all(|&w| w == 0);
    table.iter().fold(0, |gcd, &w| num_integer::gcd(gcd, w)) == 1
        && !table.chunks(columns).any(row_is_empty)
        && !(0..columns).any(column_is_empty)
}

#[test]
fn every_table_comes_once() {
    // Binary matrices without an empty row or column: 1, 7, 265 (square), 25 (2 x 3).
    for (rows, columns, expected) in [(1, 1, 1), (2, 2, 7), (2, 3, 25), (3, 2, 25), (3, 3, 265)] {
        let mut seen = std::collections::HashSet::new();
        let generated = of_shape(rows, columns, 1, &mut |c| {
            assert_eq!((c.n(), c.m()), (rows, columns));
            assert!(seen.insert(c.weights().to_vec()), "{c:?} came twice");
        });
        assert_eq!(generated, expected, "{rows} x {columns}");
    }
    // Pairs (a, b) of coprime positive numbers up to 4.
    assert_eq!(of_shape(1, 2, 4, &mut |_| ()), 11);
}

#[test]
fn a_deeper_enumeration_has_more() {
    let size = |depth| {
        let mut contexts = 0;
        tables(depth, |_| contexts += 1);
        contexts
    };
    assert!(0 < size(1) && size(1) < size(2) && size(2) < size(3));
    assert_eq!([largest_entry(4, 1000), largest_entry(9, 1000), largest_entry(12, 1000)], [4, 1, 0]);
}
