//! Contexts with a property that random tables rarely have.

use contexture::context::Context;
use contexture::exact::rational::{Rational, integer};

/// Name and context.
pub fn all() -> Vec<(String, Context)> {
    let mut contexts: Vec<(String, Context)> =
        WRITTEN_OUT.iter().map(|(name, rows)| (name.to_string(), table(rows))).collect();
    for n in 2..=5 {
        contexts.push((format!("identity {n}"), circulant(&first(n, &[1]))));
        contexts.push((format!("independent {n}"), independent(&[1, 2, 3, 5, 8][..n], &[3, 1, 4])));
        contexts.push((format!("cycle graph {n}"), graph(n, &cycle(n))));
        contexts.push((format!("path graph {n}"), graph(n, &cycle(n)[1..])));
    }
    contexts.push(("circulant with ties".into(), circulant(&[3, 1, 0, 1])));
    contexts.push(("circulant of two shifts".into(), circulant(&[1, 1, 0, 0, 0])));
    contexts.push(("all equal but the diagonal".into(), circulant(&[2, 1, 1, 1])));
    contexts.push(("complete bipartite graph".into(), graph(5, &bipartite(2, 3))));
    contexts.push(("star graph".into(), graph(5, &bipartite(1, 4))));
    contexts.push(("two components of a graph".into(), graph(5, &[(0, 1), (2, 3), (3, 4), (4, 2)])));
    contexts
}

const WRITTEN_OUT: &[(&str, &[&[u64]])] = &[
    ("one point", &[&[7]]),
    ("one column", &[&[1], &[2], &[3]]),
    ("one row", &[&[3, 1, 2]]),
    ("deterministic onto A", &[&[1, 0], &[2, 0], &[0, 3], &[0, 1]]),
    ("deterministic onto X", &[&[1, 2, 0, 0], &[0, 0, 3, 1]]),
    ("a bijection with unequal masses", &[&[0, 5, 0], &[1, 0, 0], &[0, 0, 2]]),
    ("ties", &[&[2, 1, 1], &[1, 2, 1], &[1, 1, 2]]),
    ("a tie between components", &[&[2, 1, 0, 0], &[1, 2, 0, 0], &[0, 0, 2, 1], &[0, 0, 1, 2]]),
    ("zero cells", &[&[1, 1, 0], &[0, 1, 1], &[1, 0, 1]]),
    ("proportional rows", &[&[1, 2, 3], &[2, 4, 6], &[1, 0, 1]]),
    ("equal columns", &[&[1, 1, 2], &[3, 3, 0], &[0, 0, 1]]),
    ("disconnected", &[&[1, 1, 0], &[0, 0, 2]]),
    ("disconnected, larger", &[&[1, 2, 0, 0, 0], &[2, 1, 0, 0, 0], &[0, 0, 1, 1, 3], &[0, 0, 2, 0, 1]]),
    ("wide", &[&[1, 0, 2, 1, 1], &[0, 3, 1, 1, 0]]),
    ("tall", &[&[1, 0], &[0, 3], &[2, 1], &[1, 1], &[1, 0]]),
    ("irrational spectrum", &[&[2, 1, 0], &[1, 1, 1], &[0, 1, 3]]),
    ("masses far apart", &[&[1_000_000, 1, 0], &[0, 1, 1], &[1, 0, 999_983]]),
    ("nearly independent", &[&[1000, 1001], &[1001, 1000]]),
    ("points without mass", &[&[1, 0, 2], &[0, 0, 0], &[3, 0, 1]]),
];

/// A context from counts.
fn table<R: AsRef<[u64]>>(rows: &[R]) -> Context {
    let rows: Vec<Vec<Rational>> = rows.iter().map(|row| row.as_ref().iter().map(|&w| integer(w)).collect()).collect();
    Context::unlabelled(&rows).expect("a special table is valid")
}

/// Row x is the first row shifted x places.
fn circulant(first: &[u64]) -> Context {
    let n = first.len();
    table(&(0..n).map(|x| (0..n).map(|a| first[(a + n - x) % n]).collect()).collect::<Vec<Vec<u64>>>())
}

/// `P = p q^T`.
fn independent(p: &[u64], q: &[u64]) -> Context {
    table(&p.iter().map(|x| q.iter().map(|a| x * a).collect()).collect::<Vec<Vec<u64>>>())
}

/// The adjacency matrix of an undirected graph, as a table.
fn graph(n: usize, edges: &[(usize, usize)]) -> Context {
    let joined = |u: usize, v: usize| u64::from(edges.contains(&(u, v)) || edges.contains(&(v, u)));
    table(&(0..n).map(|u| (0..n).map(|v| joined(u, v)).collect()).collect::<Vec<Vec<u64>>>())
}

fn cycle(n: usize) -> Vec<(usize, usize)> {
    (0..n).map(|i| ((i + n - 1) % n, i)).collect()
}

fn bipartite(left: usize, right: usize) -> Vec<(usize, usize)> {
    (0..left).flat_map(|u| (0..right).map(move |v| (u, left + v))).collect()
}

/// `values`, filled up to length n with zeros.
fn first(n: usize, values: &[u64]) -> Vec<u64> {
    (0..n).map(|i| values.get(i).copied().unwrap_or(0)).collect()
}
