//! Where contexts for tests come from: every small table, tables with a property worth meeting, and
//! random ones from two generators that share no code. [`for_all_contexts`] runs a law over all of them.

use contexture::context::Context;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

pub mod exhaustive;
pub mod random;
pub mod special;
mod written;

/// Which contexts a law is tried on.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    /// Every table of a shape, while there are at most `10^depth` of them.
    pub depth: u32,
    /// Random contexts from each generator.
    pub random: u32,
    /// The seed of both generators.
    pub seed: u64,
    /// Contexts with more points than this on a side are left out.
    pub points: usize,
}

impl Scope {
    /// The scope of this run. `CONTEXTURE_DEPTH` (default 3) deepens the enumeration and multiplies the
    /// random part; `CONTEXTURE_SEED` (default 0) moves the random part.
    pub fn from_environment() -> Scope {
        let depth = number("CONTEXTURE_DEPTH", 3);
        let random = 40 * 4u32.pow(depth.saturating_sub(3) as u32);
        Scope { depth: depth as u32, random, seed: number("CONTEXTURE_SEED", 0), points: usize::MAX }
    }

    /// The same scope without contexts of more than `points` points on a side.
    pub fn with_points(self, points: usize) -> Scope {
        Scope { points, ..self }
    }
}

/// A number from the environment. A value that is not one is refused, lest a typo shrink a scope.
fn number(name: &str, default: u64) -> u64 {
    std::env::var(name)
        .map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name}: expected a number, found {text:?}")))
}

/// What a law was tried on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Contexts.
    pub contexts: usize,
    /// Instances that satisfied the law's hypotheses, as the law counted them.
    pub instances: usize,
}

/// Runs a law over every context of the scope. The law panics where it fails, and returns how many
/// instances satisfied its hypotheses; over the scope that must not be none, or nothing was tested.
///
/// A failure says the context as text that can be pasted into a test, and the seed if it was random;
/// random ones from proptest are shrunk first.
pub fn for_all_contexts(scope: &Scope, law: impl FnMut(&Context) -> usize) -> Coverage {
    let state = RefCell::new((law, Coverage::default()));
    let visit = |context: &Context| {
        if context.n().max(context.m()) <= scope.points {
            let (law, coverage) = &mut *state.borrow_mut();
            coverage.contexts += 1;
            coverage.instances += law(context);
        }
    };
    special::all().iter().for_each(|(name, c)| explain(c, name, || visit(c)));
    exhaustive::tables(scope.depth, |c| explain(c, "exhaustive", || visit(c)));
    random::visit(scope, visit);
    let coverage = state.into_inner().1;
    assert!(coverage.contexts > 0, "no context was visited");
    assert!(coverage.instances > 0, "nothing satisfied the hypotheses in {} contexts", coverage.contexts);
    coverage
}

/// How many contexts of the scope satisfy a predicate.
pub fn count(scope: &Scope, mut predicate: impl FnMut(&Context) -> bool) -> usize {
    let mut found = 0;
    for_all_contexts(scope, |context| {
        found += usize::from(predicate(context));
        1
    });
    found
}

/// Says on which context a panic came, and passes it on.
fn explain(context: &Context, source: &str, body: impl FnOnce()) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(body)) {
        eprintln!("{source}: the law fails on {}", written::context(context));
        resume_unwind(panic);
    }
}

#[test]
fn a_law_that_fails_is_reported_and_one_that_says_nothing_too() {
    let scope = Scope { depth: 1, random: 5, seed: 0, points: 3 };
    let message = |law: fn(&Context) -> usize| {
        let panic = catch_unwind(|| for_all_contexts(&scope, law)).expect_err("the law was accepted");
        panic.downcast_ref::<String>().cloned().unwrap_or_default()
    };
    assert!(message(|_| 0).starts_with("nothing satisfied the hypotheses"));
    let few_rows = |c: &Context| {
        assert!(c.n() < 3, "{} rows", c.n());
        1
    };
    assert_eq!(message(few_rows), "3 rows");
}

#[test]
fn every_kind_of_context_is_met() {
    let scope = Scope::from_environment();
    type Kind = (&'static str, fn(&Context) -> bool);
    let kinds: [Kind; 8] = [
        ("more rows than columns", |c| c.n() > c.m()),
        ("more columns than rows", |c| c.n() < c.m()),
        ("one point on X", |c| c.n() == 1),
        ("one point on A", |c| c.m() == 1),
        ("zero cells", |c| c.weights().contains(&0.into())),
        ("disconnected", |c| c.components() > 1),
        ("points that were removed", |c| !c.removed().is_empty()),
        ("large weights", |c| c.weights().iter().any(|w| *w > 1_000_000.into())),
    ];
    for (name, kind) in kinds {
        assert!(count(&scope, kind) > 0, "no context with {name}");
    }
}
