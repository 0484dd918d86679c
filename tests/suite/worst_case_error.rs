//! The worst-case error of an encoder, over whole scopes of small contexts and encoders.

use contexture::context::{Context, Encoder, X};
use contexture::exact::matrix::Matrix;
use contexture::exact::rational::{Rational, ratio};
use contexture::quantity::worst_case_error::worst_case_error;

/// All N x M tables with weights 0..=most and no empty row or column, every `step`-th of them.
fn tables(n: usize, m: usize, most: u64, step: usize) -> impl Iterator<Item = Context> {
    let count = (most + 1).pow((n * m) as u32);
    (0..count).step_by(step).filter_map(move |code| {
        let weight = |k: usize| code / (most + 1).pow(k as u32) % (most + 1);
        let rows: Vec<Vec<Rational>> =
            (0..n).map(|x| (0..m).map(|a| ratio(weight(x * m + a), 1)).collect()).collect();
        Context::unlabelled(&rows).ok().filter(|c| (c.n(), c.m()) == (n, m))
    })
}

fn encoder(n: usize, columns: &[&[i64]]) -> Encoder<X> {
    Encoder::new(Matrix::from_fn(n, columns.len(), |x, j| ratio(columns[j][x % columns[j].len()], 1)))
}

/// No feature, a constant, dependent features, all functions, and something in between.
fn encoders(n: usize) -> Vec<Encoder<X>> {
    vec![
        encoder(n, &[]),
        encoder(n, &[&[0], &[3]]),
        encoder(n, &[&[1, 2, 4]]),
        encoder(n, &[&[1, -1, 0], &[2, -2, 0], &[3, 1, 2]]),
        encoder(n, &[&[0, 0, 1, 1]]),
        Encoder::new(Matrix::identity(n)),
    ]
}

fn radii() -> [Rational; 5] {
    [ratio(1, 10), ratio(1, 2), ratio(9, 10), ratio(1, 1), ratio(3, 2)]
}

/// Every instance has two certificates as close as asked, or no value for a reason that can be checked.
#[test]
fn bounds_meet_on_small_contexts() {
    let width = ratio(1, 1_000_000);
    let (mut defined, mut undefined, mut between) = (0, 0, 0);
    let contexts = tables(2, 2, 2, 1).chain(tables(2, 3, 1, 3)).chain(tables(3, 3, 2, 61)).chain(tables(4, 2, 2, 97));
    for context in contexts.chain(tables(1, 2, 2, 1)) {
        for phi in encoders(context.n()) {
            for eps in radii() {
                let Ok(found) = worst_case_error(&context, &phi, &eps, &width) else {
                    undefined += 1;
                    continue;
                };
                let instance = (context.weights(), &phi, &eps);
                assert!(found.check(&context, &phi, &eps), "{instance:?}");
                assert!(found.exhausted.is_none() && found.width() <= width, "{instance:?}: {}", found.width());
                assert!(found.lower.value <= found.upper.value);
                defined += 1;
                between += usize::from(found.exact.is_none());
            }
        }
    }
    println!("{defined} {undefined} {between}");
    assert!(defined > 1000 && undefined > 100 && between > 100, "{defined} {undefined} {between}");
}
