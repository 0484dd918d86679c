//! Random contexts: a proptest strategy, and quickcheck's `Arbitrary`, written apart from each other.

use super::{Scope, explain, written};
use contexture::context::{Context, Encoder, Function, Side};
use contexture::exact::matrix::Matrix;
use contexture::exact::rational::{Rational, integer, ratio};
use num_traits::Zero;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use quickcheck::{Arbitrary, Gen};

/// Random contexts of both generators.
pub fn visit(scope: &Scope, visit: impl Fn(&Context)) {
    check(scope, &contexts(), |context| visit(&context));
    let mut generator = Gen::from_size_and_seed(20, scope.seed);
    for _ in 0..scope.random {
        let AnyContext(context) = AnyContext::arbitrary(&mut generator);
        explain(&context, &format!("quickcheck, seed {}", scope.seed), || visit(&context));
    }
}

/// Runs a law over random values, from the scope's seed; a failure is shrunk and told.
pub fn check<S: Strategy>(scope: &Scope, values: &S, law: impl Fn(S::Value)) {
    let config = Config { cases: scope.random, failure_persistence: None, ..Config::default() };
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&scope.seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let result = runner.run(values, |value| {
        law(value);
        Ok(())
    });
    match result {
        Ok(()) => {}
        Err(TestError::Fail(reason, value)) => panic!("proptest, seed {}: {reason}, on {value:?}", scope.seed),
        Err(TestError::Abort(reason)) => panic!("proptest, seed {}: {reason}", scope.seed),
    }
}

/// Weights: many zeros, many small, some large, some decimals and fractions.
fn weight() -> impl Strategy<Value = Rational> {
    prop_oneof![
        4 => Just(Rational::zero()),
        6 => (1..=4i64).prop_map(integer),
        1 => (1..=1_000_000i64).prop_map(integer),
        1 => (1..=2000i64).prop_map(|n| ratio(n, 1000)),
        1 => (1..=9i64, 1..=12i64).prop_map(|(n, d)| ratio(n, d)),
    ]
}

/// Contexts of at most 5 x 5 points.
pub fn contexts() -> impl Strategy<Value = Context> {
    let rows =
        (1..=5usize, 1..=5usize).prop_flat_map(|(n, m)| prop::collection::vec(prop::collection::vec(weight(), m), n));
    rows.prop_filter_map("a table needs mass", |rows| Context::unlabelled(&rows).ok())
}

/// Values of functions: small, of both signs, with ties.
fn value() -> impl Strategy<Value = Rational> {
    prop_oneof![2 => (-3..=3i64).prop_map(integer), 1 => (-20..=20i64, 1..=7i64).prop_map(|(n, d)| ratio(n, d))]
}

/// Functions on a side of `size` points.
pub fn functions<S: Side>(size: usize) -> impl Strategy<Value = Function<S>> {
    prop::collection::vec(value(), size).prop_map(Function::new)
}

/// How a feature is made.
#[derive(Clone, Debug)]
enum Feature {
    Fresh(Vec<Rational>),
    Constant(Rational),
    /// A multiple of an earlier feature, plus a constant.
    Multiple(prop::sample::Index, Rational, Rational),
}

fn feature(size: usize) -> impl Strategy<Value = Feature> {
    prop_oneof![
        4 => prop::collection::vec(value(), size).prop_map(Feature::Fresh),
        1 => value().prop_map(Feature::Constant),
        1 => (any::<prop::sample::Index>(), value(), value()).prop_map(|(i, by, plus)| Feature::Multiple(i, by, plus)),
    ]
}

/// Encoders of 1 to 4 features; some are constant, or dependent on others.
pub fn encoders<S: Side>(size: usize) -> impl Strategy<Value = Encoder<S>> {
    prop::collection::vec(feature(size), 1..=4).prop_map(move |features| {
        let mut columns: Vec<Vec<Rational>> = Vec::new();
        for feature in features {
            columns.push(column(feature, size, &columns));
        }
        Encoder::new(Matrix::from_fn(size, columns.len(), |i, j| columns[j][i].clone()))
    })
}

fn column(feature: Feature, size: usize, earlier: &[Vec<Rational>]) -> Vec<Rational> {
    match feature {
        Feature::Fresh(values) => values,
        Feature::Constant(value) => vec![value; size],
        Feature::Multiple(_, _, plus) if earlier.is_empty() => vec![plus; size],
        Feature::Multiple(i, by, plus) => i.get(earlier).iter().map(|v| v * &by + &plus).collect(),
    }
}

/// A context for quickcheck.
#[derive(Clone)]
pub struct AnyContext(pub Context);

impl std::fmt::Debug for AnyContext {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&written::context(&self.0))
    }
}

impl Arbitrary for AnyContext {
    fn arbitrary(g: &mut Gen) -> AnyContext {
        let side = |g: &mut Gen| *g.choose(&[1, 2, 2, 3, 3, 4, 5]).expect("not empty");
        let (rows, columns): (usize, usize) = (side(g), side(g));
        loop {
            let table: Vec<Vec<Rational>> =
                (0..rows).map(|_| (0..columns).map(|_| arbitrary_weight(g)).collect()).collect();
            if let Ok(context) = Context::unlabelled(&table) {
                return AnyContext(context);
            }
        }
    }

    /// Without a row, without a column, with a smaller weight. Each has fewer cells or a smaller total,
    /// so that shrinking ends.
    fn shrink(&self) -> Box<dyn Iterator<Item = AnyContext>> {
        let context = &self.0;
        let (n, m) = (context.n(), context.m());
        let table: Vec<Vec<Rational>> =
            context.weights().chunks(m).map(|row| row.iter().cloned().map(integer).collect()).collect();
        let mut smaller: Vec<Vec<Vec<Rational>>> = Vec::new();
        for x in 0..n {
            let mut shorter = table.clone();
            shorter.remove(x);
            smaller.push(shorter);
        }
        for a in 0..m {
            let mut narrower = table.clone();
            narrower.iter_mut().for_each(|row| drop(row.remove(a)));
            smaller.push(narrower);
        }
        for (x, a) in (0..n).flat_map(|x| (0..m).map(move |a| (x, a))) {
            for by in [0, 2] {
                let mut lighter = table.clone();
                lighter[x][a] = if by == 0 { Rational::zero() } else { (&table[x][a] / integer(by)).floor() };
                if lighter != table {
                    smaller.push(lighter);
                }
            }
        }
        Box::new(smaller.into_iter().filter_map(|rows| Context::unlabelled(&rows).ok()).map(AnyContext))
    }
}

fn arbitrary_weight(g: &mut Gen) -> Rational {
    match u8::arbitrary(g) % 8 {
        0..=2 => Rational::zero(),
        3..=5 => integer(u8::arbitrary(g) % 3 + 1),
        6 => integer(u32::arbitrary(g) % 100_000),
        _ => ratio(u16::arbitrary(g), u64::from(u8::arbitrary(g)) + 1),
    }
}

#[test]
fn shrinking_ends_at_one_point() {
    let mut generator = Gen::from_size_and_seed(20, 1);
    for _ in 0..30 {
        let mut current = AnyContext::arbitrary(&mut generator).0;
        loop {
            let measure = |c: &Context| (c.n() * c.m(), c.total().clone());
            let shrunk: Vec<Context> = AnyContext(current.clone()).shrink().map(|AnyContext(c)| c).collect();
            assert!(shrunk.iter().all(|c| measure(c) < measure(&current)), "{current:?} does not shrink");
            let Some(next) = shrunk.into_iter().last() else { break };
            current = next;
        }
        assert_eq!((current.n(), current.m()), (1, 1), "{current:?}");
    }
}

#[test]
fn encoders_are_of_full_and_of_deficient_rank() {
    use contexture::context::X;
    use contexture::exact::elimination::rank;
    let (full, deficient) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    check(&Scope { depth: 1, random: 100, seed: 0, points: 5 }, &encoders::<X>(5), |phi| {
        let counter = if rank(phi.matrix()) == phi.dimension() { &full } else { &deficient };
        counter.set(counter.get() + 1);
    });
    assert!(full.get() > 10 && deficient.get() > 10, "{full:?} {deficient:?}");
}
