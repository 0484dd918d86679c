//! Candidates made for one context: where statements about singular functions are most likely to break.
//! All are rational, distinct, few, and the small ones come first.

use super::values::{by_size, height, simplest_between};
use crate::context::eigenspace::primitive;
use crate::context::{Context, Eigenvalue, Encoder, Function, Side, Spectrum};
use crate::exact::elimination::null_space;
use crate::exact::matrix::Matrix;
use crate::exact::polynomial::Polynomial;
use crate::exact::rational::{Rational, integer, ratio};
use crate::exact::real::Real;
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};
use std::collections::HashSet;

/// The most functions that are made for a context.
pub const MOST_FUNCTIONS: usize = 64;

/// The most encoders that are made for a context and a number of features.
pub const MOST_ENCODERS: usize = 40;

/// The most rationals that are made for a context.
pub const MOST_RATIONALS: usize = 40;

/// Functions for the hypotheses of a context: zero, constants, singular functions with and without a
/// constant, functions of the kernel, sums of two singular functions (among them `3f + 4g` with norms in
/// that ratio, so that the sum has a rational norm where they have), singular functions of norm 1,
/// indicators, centred indicators, and what is left of these beside the top singular functions.
///
/// `spectrum` is that of the context, whichever side the functions are on. Ordered by the largest height
/// of a value, then by the sum of heights, then by the values; at most [`MOST_FUNCTIONS`].
pub fn functions<S: Side>(context: &Context, spectrum: &Spectrum) -> Vec<Function<S>> {
    let size = context.size::<S>();
    let one = Function::<S>::one(size);
    let blocks = blocks::<S>(context, spectrum);
    let singular: Vec<Function<S>> = blocks.iter().flat_map(|b| b.basis.iter().cloned()).collect();
    let indicators: Vec<Function<S>> = (0..size).map(|point| Function::indicator(size, point)).collect();
    let mut made = vec![one.scaled(&integer(0)), one.clone()];
    made.extend(singular.iter().cloned());
    made.extend(singular.iter().map(|f| plus(f, &one)));
    made.extend(indicators.iter().cloned());
    made.extend(singular.iter().filter_map(|f| normalised(context, f)));
    let centred: Vec<Function<S>> = indicators.iter().map(|f| context.centred(f)).collect();
    if let Some(top) = blocks.first() {
        let others = centred.iter().map(|f| beside(context, f, &top.basis)).filter(|f| !f.is_zero());
        made.extend(others.map(|f| primitive(&f)));
    }
    made.extend(centred);
    // Those of the largest singular values, and the last.
    let chosen: Vec<&Function<S>> = singular.iter().take(3).chain(singular.iter().skip(3).next_back()).collect();
    for (i, f) in chosen.iter().enumerate() {
        for g in &chosen[i + 1..] {
            made.extend(sums(context, f, g));
        }
    }
    let values = |f: &Function<S>| f.values().to_vec();
    smallest_first(made, values, MOST_FUNCTIONS)
}

/// Encoders with d features for a context: zero; features that span top-d singular functions, as far as
/// rational ones do; the same with norms 1 and with norms `s_i`, these also after the constant, mixed, shifted by a constant, with a feature
/// that is repeated, zero, constant, the next singular function, tilted towards the last one, or of the kernel; the
/// last d singular functions; indicators. Where the top ones are not rational, the first d that are stand in for them.
///
/// `spectrum` is that of the context, whichever side the encoders are on. Ordered like [`functions`]; at
/// most [`MOST_ENCODERS`].
pub fn encoders<S: Side>(context: &Context, spectrum: &Spectrum, d: usize) -> Vec<Encoder<S>> {
    let size = context.size::<S>();
    let blocks = blocks::<S>(context, spectrum);
    let zero = Function::<S>::new(vec![Rational::zero(); size]);
    let one = Function::<S>::one(size);
    let indicators = (0..size).map(|point| Function::<S>::indicator(size, point));
    let singular: Vec<Function<S>> = blocks.iter().flat_map(|b| b.basis.iter().cloned()).collect();
    // Enough features for any d: after the singular functions come others.
    let features: Vec<Function<S>> =
        singular.iter().cloned().chain(indicators.clone()).chain(std::iter::repeat_n(zero.clone(), d)).collect();

    let mut tops = learners(spectrum, &blocks, d);
    if tops.is_empty() {
        tops.push(features[..d].to_vec());
    }
    let mut made = vec![vec![zero.clone(); d]];
    made.extend(tops.iter().cloned());
    let top = &tops[0];
    if d > 0 {
        let replaced = |place: usize, by: &Function<S>| {
            let mut features = top.clone();
            features[place] = by.clone();
            features
        };
        let norms: Option<Vec<Function<S>>> = top.iter().map(|f| normalised(context, f)).collect();
        let scaled = norms.as_ref().and_then(|norms| scaled_by_singular_values(spectrum, norms));
        made.extend(norms);
        // The constant stands for `s_0 = 1`.
        made.extend(scaled.iter().map(|scaled| std::iter::once(&one).chain(scaled).take(d).cloned().collect()));
        made.extend(scaled);
        made.push(top.iter().map(|f| plus(f, &one)).collect());
        made.push(replaced(0, &plus(&top[0], &one)));
        made.push(replaced(d - 1, &top[0]));
        made.push(replaced(d - 1, &zero));
        made.push(replaced(d - 1, &one));
        made.push(replaced(0, &plus(&top[0], &top[d - 1])));
        let next = singular.iter().find(|f| beside(context, f, top) == **f && !f.is_zero());
        if let Some(next) = next {
            made.push(replaced(d - 1, next));
            made.push(replaced(d - 1, &plus(&top[d - 1], next)));
            made.push(replaced(0, &plus(&top[0], &next.scaled(&ratio(1, 2)))));
        }
        // A top function tilted a little towards one far below it.
        if let Some(lowest) = singular.iter().rev().find(|f| beside(context, f, top) == **f && !f.is_zero()) {
            made.push(replaced(d - 1, &plus(&top[d - 1], &lowest.scaled(&ratio(1, 4)))));
        }
        let kernel = blocks.last().filter(|b| b.value().is_some_and(Zero::is_zero)).and_then(|b| b.basis.last());
        if let Some(kernel) = kernel {
            made.extend((0..d).map(|place| replaced(place, kernel)));
        }
        made.push(singular.iter().rev().chain(&features[singular.len()..]).take(d).cloned().collect());
        made.push(indicators.clone().chain(std::iter::repeat(zero.clone())).take(d).collect());
        made.push(indicators.clone().rev().chain(std::iter::repeat(zero.clone())).take(d).collect());
        made.push(indicators.map(|f| context.centred(&f)).chain(std::iter::repeat(zero)).take(d).collect());
        made.push(top.iter().map(|f| f.scaled(&integer(2))).collect());
        made.push(top.iter().rev().cloned().collect());
        made.push(std::iter::once(&one).chain(top).take(d).cloned().collect());
    }
    let matrices = made.iter().map(|f| Matrix::from_fn(size, d, |point, j| f[j].values()[point].clone()));
    let values = |e: &Encoder<S>| (0..size * d).map(|k| e.matrix().get(k / d, k % d)).collect();
    smallest_first(matrices.map(Encoder::new).collect(), values, MOST_ENCODERS)
}

/// Rationals at which statements about a context change: 0, 1, 1/2, and `s_i`, `1 - s_i`, `s_i^2`,
/// `1 - s_i^2`, `s_1^2 + ... + s_k^2` and `1 - sqrt((s_1^2 + s_2^2) / 2)`. Those that are irrational are
/// replaced by simple rationals on both sides; and simple rationals lie between neighbours. Ordered by height,
/// then by value; at most [`MOST_RATIONALS`].
pub fn rationals(context: &Context, spectrum: &Spectrum) -> Vec<Rational> {
    let one = Real::from(integer(1));
    let squares: Vec<Real> = spectrum.eigenvalues().iter().map(|e| Real::from(e.value.clone())).collect();
    let roots: Vec<Real> = squares.iter().filter_map(root).collect();
    let less = |values: &[Real]| values.iter().map(|v| one.minus(v)).collect::<Vec<_>>();
    let sums: Vec<Real> = (1..context.n().min(context.m())).filter_map(|d| spectrum.sum_of_squares(d)).collect();
    let mean = spectrum.sum_of_squares(2).map(|sum| sum.times(&Real::from(ratio(1, 2))));
    let thresholds = mean.as_ref().and_then(root).map(|v| one.minus(&v));

    let mut made = vec![integer(0), integer(1), ratio(1, 2)];
    for values in [&less(&roots), &roots, &squares, &less(&squares), &sums, &thresholds.into_iter().collect()] {
        made.extend(values.iter().flat_map(nearby));
    }
    for values in [&roots, &squares] {
        let with_ends = [std::slice::from_ref(&one), values, &[Real::zero()]].concat();
        made.extend(with_ends.windows(2).filter_map(|pair| between(&pair[1], &pair[0])));
    }
    let mut seen = HashSet::new();
    made.retain(|v| seen.insert(v.clone()));
    made.truncate(MOST_RATIONALS);
    made.sort_by(by_size);
    made
}

/// A number that is rational, or simple rationals below and above it.
fn nearby(value: &Real) -> Vec<Rational> {
    if let Some(value) = value.as_rational() {
        return vec![value.clone()];
    }
    let enclosure = value.enclose(30);
    let (lower, upper) = (enclosure.lower().to_rational(), enclosure.upper().to_rational());
    let far = ratio(1, 24);
    vec![simplest_between(&(&lower - &far), &lower), simplest_between(&upper, &(&upper + &far))]
}

/// A simple rational between two numbers; `None` where they are too near to each other, or equal.
fn between(lower: &Real, upper: &Real) -> Option<Rational> {
    let (lower, upper) = (lower.enclose(30).upper().to_rational(), upper.enclose(30).lower().to_rational());
    (lower < upper).then(|| simplest_between(&lower, &upper))
}

fn root(square: &Real) -> Option<Real> {
    square.sqrt().ok().flatten()
}

fn rational_root(square: &Rational) -> Option<Rational> {
    root(&Real::from(square.clone())).and_then(|root| root.as_rational().cloned())
}

/// A space of functions on a side that `K` maps into itself and that rational functions span: the
/// eigenspace of a rational eigenvalue, or those of all irrational eigenvalues with one polynomial together.
struct Block<S: Side> {
    /// Places in [`Spectrum::eigenvalues`]. The kernel comes last; on A it may have no place there.
    places: Vec<usize>,
    /// The eigenvalue, if it is rational.
    eigenvalue: Option<Rational>,
    /// Orthogonal to each other and to the constant function; not normalised.
    basis: Vec<Function<S>>,
}

impl<S: Side> Block<S> {
    fn value(&self) -> Option<&Rational> {
        self.eigenvalue.as_ref()
    }
}

/// All of them, by their largest eigenvalue; the kernel last. Together they span the functions of mean zero.
fn blocks<S: Side>(context: &Context, spectrum: &Spectrum) -> Vec<Block<S>> {
    let positive = spectrum.eigenvalues().iter().enumerate().filter(|(_, e)| e.value.sign().is_gt());
    let mut blocks: Vec<Block<S>> = Vec::new();
    let mut polynomials: Vec<Polynomial> = Vec::new();
    let mut nonzero = 0;
    for (place, eigenvalue) in positive {
        nonzero = place + 1;
        if let Some(value) = eigenvalue.value.as_rational() {
            blocks.push(eigenspace(context, vec![place], value));
            polynomials.push(Polynomial::vanishing_at(value));
            continue;
        }
        let polynomial = eigenvalue.value.polynomial();
        match polynomials.iter().position(|p| *p == polynomial) {
            Some(known) => blocks[known].places.push(place),
            None => {
                let space = null_space(&at_operator(&polynomial, &context.operator::<S>()));
                let basis = with_rational_norms(context, orthogonal(context, &space));
                blocks.push(Block { places: vec![place], eigenvalue: None, basis });
                polynomials.push(polynomial);
            }
        }
    }
    let kernel = eigenspace(context, vec![nonzero], &Rational::zero());
    blocks.extend((!kernel.basis.is_empty()).then_some(kernel));
    blocks
}

fn eigenspace<S: Side>(context: &Context, places: Vec<usize>, value: &Rational) -> Block<S> {
    // The multiplicity is not asked for a rational eigenvalue, and that of 0 differs between the sides.
    let space = context.eigenspace::<S>(&Eigenvalue { value: value.clone().into(), multiplicity: 0 });
    let basis = space.rational_basis().expect("a rational eigenvalue has rational eigenfunctions").to_vec();
    Block { places, eigenvalue: Some(value.clone()), basis: with_rational_norms(context, basis) }
}

/// `p(K)`, by Horner's rule.
fn at_operator(polynomial: &Polynomial, operator: &Matrix) -> Matrix {
    let n = operator.rows();
    let coefficients = polynomial.coefficients().iter().rev();
    coefficients.fold(Matrix::zero(n, n), |sum, c| {
        sum.times(operator).plus(&Matrix::identity(n).scaled(&Rational::from_integer(c.clone())))
    })
}

/// Orthogonal functions with the span of the columns.
fn orthogonal<S: Side>(context: &Context, columns: &Matrix) -> Vec<Function<S>> {
    let mut basis: Vec<Function<S>> = Vec::new();
    for j in 0..columns.columns() {
        basis.push(primitive(&beside(context, &Function::new(columns.column(j)), &basis)));
    }
    basis
}

/// The same span, where pairs of functions with irrational norms are turned so that these become rational,
/// if small numbers do it: with norms `|f| = |g|` that of `a f + b g` and `b f - a g` is `|f| sqrt(a^2 + b^2)`.
fn with_rational_norms<S: Side>(context: &Context, mut basis: Vec<Function<S>>) -> Vec<Function<S>> {
    let irrational = |f: &Function<S>| rational_root(&context.norm_squared(f)).is_none();
    for i in 0..basis.len() {
        for j in i + 1..basis.len() {
            let (f, g) = (&basis[i], &basis[j]);
            if !irrational(f) || !irrational(g) {
                continue;
            }
            let Some(scale) = rational_root(&(context.norm_squared(f) / context.norm_squared(g))) else { continue };
            let g = g.scaled(&scale);
            let turned = [(1, 1), (1, 2), (1, 3), (2, 3)].map(|(a, b)| {
                let (a, b) = (integer(a), integer(b));
                [plus(&f.scaled(&a), &g.scaled(&b)), f.scaled(&b).minus(&g.scaled(&a))]
            });
            if let Some([f, g]) = turned.into_iter().find(|[f, _]| !irrational(f)) {
                basis[i] = primitive(&f);
                basis[j] = primitive(&g);
            }
        }
    }
    basis
}

/// What is left of a function without its shares in some orthogonal functions; zero ones have none.
fn beside<S: Side>(context: &Context, f: &Function<S>, others: &[Function<S>]) -> Function<S> {
    others.iter().filter(|g| !g.is_zero()).fold(f.clone(), |rest, g| {
        let share = context.inner(f, g) / context.norm_squared(g);
        rest.minus(&g.scaled(&share))
    })
}

/// Sets of functions that span top-d singular functions: where an eigenspace is cut, its first functions,
/// its last, and a sum. None where d is too large, or an irrational eigenspace is cut off from the others
/// of its block.
fn learners<S: Side>(spectrum: &Spectrum, blocks: &[Block<S>], d: usize) -> Vec<Vec<Function<S>>> {
    let dimension: usize = blocks.iter().map(|b| b.basis.len()).sum();
    if d > dimension {
        return Vec::new();
    }
    // How many singular functions of each place are among the top ones.
    let mut left = d;
    let mut taken = Vec::new();
    for eigenvalue in spectrum.eigenvalues().iter().filter(|e| e.value.sign().is_gt()) {
        taken.push(eigenvalue.multiplicity.min(left));
        left -= eigenvalue.multiplicity.min(left);
    }
    // What is left is of the kernel.
    taken.push(left);
    let mut sets: Vec<Vec<Function<S>>> = vec![Vec::new()];
    for block in blocks {
        let all = block.basis.len();
        let from: usize = block.places.iter().map(|&place| taken[place]).sum();
        match from {
            0 => {}
            _ if from == all => sets.iter_mut().for_each(|set| set.extend(block.basis.iter().cloned())),
            _ if block.eigenvalue.is_none() => return Vec::new(),
            _ => {
                let first = block.basis[..from].to_vec();
                let last = block.basis[all - from..].to_vec();
                let mut mixed = first.clone();
                mixed[0] = plus(&mixed[0], &block.basis[all - 1]);
                sets = [first, last, mixed].iter().map(|part| [sets[0].clone(), part.clone()].concat()).collect();
            }
        }
    }
    sets
}

/// The i-th feature times `s_i`; `None` unless all of these are rational. They are zero past the last.
fn scaled_by_singular_values<S: Side>(spectrum: &Spectrum, features: &[Function<S>]) -> Option<Vec<Function<S>>> {
    let scaled = features.iter().zip(1..).map(|(f, i)| match spectrum.singular_value(i) {
        Some(s) => s.as_rational().map(|s| f.scaled(s)),
        None => Some(f.scaled(&Rational::zero())),
    });
    scaled.collect()
}

/// The multiple of norm 1, if it is rational.
fn normalised<S: Side>(context: &Context, f: &Function<S>) -> Option<Function<S>> {
    let norm = rational_root(&context.norm_squared(f)).filter(Signed::is_positive)?;
    Some(f.scaled(&norm.recip()))
}

/// `f + g`, `f - g`, `3f + 4g`, `4f + 3g`; and with g scaled to the norm of f, where that is rational.
fn sums<S: Side>(context: &Context, f: &Function<S>, g: &Function<S>) -> Vec<Function<S>> {
    let equal = rational_root(&(context.norm_squared(f) / context.norm_squared(g)));
    let mut sums = Vec::new();
    for scale in [Some(Rational::one()), equal].into_iter().flatten() {
        let g = g.scaled(&scale);
        for (a, b) in [(1, 1), (1, -1), (3, 4), (4, 3)] {
            sums.push(primitive(&plus(&f.scaled(&integer(a)), &g.scaled(&integer(b)))));
        }
    }
    sums
}

fn plus<S: Side>(f: &Function<S>, g: &Function<S>) -> Function<S> {
    f.minus(&g.scaled(&integer(-1)))
}

/// Each once, the first `most` of them, in the order of size: the largest height of a value, the sum of
/// heights, the values.
fn smallest_first<T>(items: Vec<T>, values: impl Fn(&T) -> Vec<Rational>, most: usize) -> Vec<T> {
    let mut seen = HashSet::new();
    let mut items: Vec<T> = items.into_iter().filter(|item| seen.insert(values(item))).take(most).collect();
    items.sort_by_cached_key(|item| {
        let values = values(item);
        let heights: Vec<BigInt> = values.iter().map(height).collect();
        (heights.iter().max().cloned(), heights.iter().sum::<BigInt>(), values)
    });
    items
}

#[cfg(test)]
mod tests {
    use super::super::random::Source;
    use super::*;
    use crate::context::gallery::{exhibits, flipped_signs};
    use crate::context::{A, X};
    use crate::quantity::learning::learns;

    fn samples() -> Vec<Context> {
        let random = (0..40).map(|index| Source::new(11, index).context().1);
        exhibits().into_iter().map(|e| e.context).chain(random).filter(|c| c.n() < 10).collect()
    }

    /// Blocks fill the functions of mean zero, are orthogonal, and `K` maps each into itself; a rational
    /// eigenvalue is that of its functions.
    fn assert_blocks<S: Side>(context: &Context, spectrum: &Spectrum) {
        let blocks = blocks::<S>(context, spectrum);
        let all: Vec<&Function<S>> = blocks.iter().flat_map(|b| &b.basis).collect();
        assert_eq!(all.len(), context.size::<S>() - 1);
        for (i, f) in all.iter().enumerate() {
            assert!(context.mean(f).is_zero() && !f.is_zero());
            assert!(all[..i].iter().all(|g| context.inner(f, g).is_zero()));
        }
        for block in &blocks {
            for f in &block.basis {
                let image = context.expect::<S>(&context.expect::<S::Other>(f));
                assert!(beside(context, &image, &block.basis).is_zero(), "leaves its block");
                if let Some(value) = block.value() {
                    assert_eq!(image, f.scaled(value));
                }
            }
        }
    }

    #[test]
    fn blocks_are_the_spectral_decomposition_over_the_rationals() {
        for context in samples() {
            let spectrum = Spectrum::of(&context);
            assert_blocks::<X>(&context, &spectrum);
            assert_blocks::<A>(&context, &spectrum);
        }
    }

    /// By the definition of learning, which knows nothing of how they are made.
    #[test]
    fn learners_learn() {
        let (mut learned, mut irrational) = (0, 0);
        for context in samples() {
            let spectrum = Spectrum::of(&context);
            let blocks = blocks::<X>(&context, &spectrum);
            for d in 0..=context.n() {
                let sets = learners(&spectrum, &blocks, d);
                assert!(sets.is_empty() || d < context.n());
                let rational = spectrum.eigenvalues().iter().all(|e| e.value.as_rational().is_some());
                assert!(!rational || d >= context.n() || !sets.is_empty(), "a learner was missed");
                for set in &sets {
                    let encoder = Encoder::new(Matrix::from_fn(context.n(), d, |x, j| set[j].values()[x].clone()));
                    assert_eq!(learns(&context, &spectrum, &encoder), Ok(()), "{:?}, d = {d}", context.weights());
                    learned += 1;
                    irrational += usize::from(!rational && d > 0);
                }
            }
        }
        assert!(learned > 100 && irrational > 10, "{learned}, {irrational}");
    }

    fn assert_in_order<T>(items: &[T], most: usize, values: impl Fn(&T) -> Vec<Rational>) {
        assert!(!items.is_empty() && items.len() <= most);
        let largest = |item: &T| values(item).iter().map(height).max();
        assert!(items.is_sorted_by_key(largest));
        assert_eq!(items.iter().map(values).collect::<HashSet<_>>().len(), items.len(), "each once");
    }

    #[test]
    fn candidates_are_few_distinct_and_in_order() {
        for context in samples() {
            let spectrum = Spectrum::of(&context);
            let on_x = functions::<X>(&context, &spectrum);
            let on_a = functions::<A>(&context, &spectrum);
            assert_in_order(&on_x, MOST_FUNCTIONS, |f| f.values().to_vec());
            assert_in_order(&on_a, MOST_FUNCTIONS, |f| f.values().to_vec());
            assert!(on_x.iter().any(Function::is_zero) && on_a.contains(&Function::one(context.m())));
            for d in 0..=context.n() {
                let made = encoders::<A>(&context, &spectrum, d);
                assert!(made.iter().all(|e| (e.matrix().rows(), e.dimension()) == (context.m(), d)));
                let made = encoders::<X>(&context, &spectrum, d);
                assert!(made.iter().all(|e| (e.matrix().rows(), e.dimension()) == (context.n(), d)));
                assert_in_order(&made, MOST_ENCODERS, |e| (0..d).flat_map(|j| e.matrix().column(j)).collect());
                assert_eq!(made.len() == 1, d == 0, "without features there is one encoder");
            }
            let made = rationals(&context, &spectrum);
            assert_in_order(&made, MOST_RATIONALS, |v| vec![v.clone()]);
            assert!(made.contains(&integer(0)) && made.contains(&integer(1)));
        }
    }

    /// Two signs, each flipped once in four: singular values 1/2, 1/2, 1/4, characters as functions.
    #[test]
    fn candidates_of_two_signs_by_hand() {
        let context = flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&context);
        let made = rationals(&context, &spectrum);
        for expected in [ratio(1, 4), ratio(3, 4), ratio(1, 16), ratio(15, 16), ratio(9, 16), ratio(2, 3), ratio(1, 3)]
        {
            assert!(made.contains(&expected), "{expected} in {made:?}");
        }
        let function = |values: [i64; 4]| Function::<X>::new(values.map(integer).to_vec());
        let made = functions::<X>(&context, &spectrum);
        // The product of the signs, shifted too.
        assert!(made.contains(&function([1, -1, -1, 1])) && made.contains(&function([2, 0, 0, 2])));
        // 3 and 4 in norms of 1.
        assert!(made.iter().any(|f| context.norm_squared(f) == integer(25)));
        let made = encoders::<X>(&context, &spectrum, 2);
        let count = |test: &dyn Fn(&Encoder<X>) -> bool| made.iter().filter(|e| test(e)).count();
        let identity = Matrix::identity(2);
        assert!(count(&|e| learns(&context, &spectrum, e).is_ok()) >= 3);
        assert!(count(&|e| learns(&context, &spectrum, e).is_err()) >= 10);
        assert!(count(&|e| learns(&context, &spectrum, e).is_ok() && context.gram(e, e) == identity) >= 1);
        assert!(count(&|e| context.gram(e, e) == identity.scaled(&ratio(1, 4))) >= 1, "of norms s_i");
    }

    #[test]
    fn irrational_numbers_get_neighbours_on_both_sides() {
        // s^2 = 169/840, between 1/5 and 3/14.
        let context = Context::from_counts(&[[3, 1], [2, 5]]).unwrap();
        let spectrum = Spectrum::of(&context);
        let made = rationals(&context, &spectrum);
        assert!(made.contains(&ratio(169, 840)));
        let s = spectrum.singular_value(1).unwrap();
        assert!(s.as_rational().is_none());
        let below = made.iter().any(|v| Real::from(v.clone()).compare(&s).unwrap().is_lt() && *v > ratio(2, 5));
        let above = made.iter().any(|v| Real::from(v.clone()).compare(&s).unwrap().is_gt() && *v < ratio(1, 2));
        assert!(below && above, "{made:?}");
    }
}
