//! Random instances from a seed: the same on every platform and in every release that keeps its draws.

use super::families::{ALL, Family};
use crate::context::{Context, Encoder, Function, Side};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer, ratio};
use num_traits::{One, Zero};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Draws from one stream of random numbers.
#[derive(Clone, Debug)]
pub struct Source(ChaCha8Rng);

impl Source {
    /// The source of instance `index` of a seed. Its numbers do not depend on how many others were drawn:
    /// seed and index are the key of the generator, ChaCha with 8 rounds.
    pub fn new(seed: u64, index: u64) -> Source {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&index.to_le_bytes());
        Source(ChaCha8Rng::from_seed(key))
    }

    /// A number below `bound`, each as likely. Panics if the bound is zero.
    pub fn below(&mut self, bound: u64) -> u64 {
        // What exceeds the last whole multiple of the bound would favour small numbers.
        let whole = u64::MAX - u64::MAX % bound;
        loop {
            let drawn = self.0.next_u64();
            if drawn < whole {
                return drawn % bound;
            }
        }
    }

    /// An integer from `least` to `most`, both included. Panics if there is none.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + self.below(least.abs_diff(most) + 1) as i64
    }

    /// A number of points or an index, from `least` to `most`, both included. Panics if there is none.
    pub fn size(&mut self, least: usize, most: usize) -> usize {
        least + self.below((most - least) as u64 + 1) as usize
    }

    /// One of some items. Panics if there is none.
    pub fn choice<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.size(0, items.len() - 1)]
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// The numbers below `n` in a random order.
    pub fn permutation(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            order.swap(i, self.size(0, i));
        }
        order
    }

    /// A context of a random family, with one to five points on each side.
    pub fn context(&mut self) -> (Family, Context) {
        let family = *self.choice(&ALL);
        (family, family.draw(self))
    }

    /// An integer: most often small and not negative, as an index or a number of features; sometimes of
    /// either sign.
    pub fn integer(&mut self) -> i64 {
        if self.once_in(4) { self.between(-10, 10) } else { self.between(0, 4) }
    }

    /// A rational: most often in [0, 1] with a small denominator, as a bound or a share; sometimes larger or
    /// negative; rarely with a long denominator.
    pub fn rational(&mut self) -> Rational {
        match self.below(10) {
            0..=5 => {
                let denominator = self.between(1, 12);
                ratio(self.between(0, denominator), denominator)
            }
            6 | 7 => ratio(self.between(0, 30), self.between(1, 8)),
            8 => ratio(self.between(-20, 20), self.between(1, 8)),
            _ => ratio(self.between(0, 1000), 1000),
        }
    }

    /// A function: an indicator, a constant, small integers, fractions, or few values that are not zero;
    /// half of the time centred.
    pub fn function<S: Side>(&mut self, context: &Context) -> Function<S> {
        let size = context.size::<S>();
        let f = match self.below(8) {
            0 => Function::indicator(size, self.size(0, size - 1)),
            1 => Function::one(size).scaled(&self.rational()),
            2 | 3 => self.values(size, |source| source.small_fraction()),
            4 => self.values(size, |source| if source.once_in(3) { source.small_integer() } else { Rational::zero() }),
            _ => self.values(size, |source| source.small_integer()),
        };
        if self.once_in(2) { context.centred(&f) } else { f }
    }

    /// An encoder with d features: random functions; sometimes what `K` makes of them, so that they lean
    /// towards the top; sometimes a feature that depends on others, is zero or is constant.
    pub fn encoder<S: Side>(&mut self, context: &Context, d: usize) -> Encoder<S> {
        let size = context.size::<S>();
        let mut features: Vec<Function<S>> = (0..d).map(|_| self.function(context)).collect();
        if self.once_in(4) {
            let operator = |f: &Function<S>| context.expect::<S>(&context.expect::<S::Other>(f));
            features.iter_mut().for_each(|f| *f = operator(f));
        }
        if d > 0 && self.once_in(3) {
            let replaced = self.size(0, d - 1);
            features[replaced] = match self.below(3) {
                0 => Function::new(vec![Rational::zero(); size]),
                1 => Function::one(size),
                _ => features[self.size(0, d - 1)].scaled(&self.small_integer()),
            };
        }
        Encoder::new(Matrix::from_fn(size, d, |point, j| features[j].values()[point].clone()))
    }

    /// A matrix with small entries: integers or fractions, sparse or diagonal; a square one is half of the
    /// time `B B^T`, so positive semidefinite.
    pub fn matrix(&mut self, rows: usize, columns: usize) -> Matrix {
        if rows == columns && self.once_in(2) {
            let inner = self.size(1, rows.max(1));
            let factor = self.any_matrix(rows, inner);
            return factor.times(&factor.transposed());
        }
        self.any_matrix(rows, columns)
    }

    fn any_matrix(&mut self, rows: usize, columns: usize) -> Matrix {
        let kind = self.below(6);
        Matrix::from_fn(rows, columns, |r, c| match kind {
            0 => self.small_fraction(),
            1 if r != c => Rational::zero(),
            2 if !self.once_in(3) => Rational::zero(),
            _ => self.small_integer(),
        })
    }

    fn values<S: Side>(&mut self, size: usize, mut value: impl FnMut(&mut Source) -> Rational) -> Function<S> {
        Function::new((0..size).map(|_| value(self)).collect())
    }

    fn small_integer(&mut self) -> Rational {
        integer(self.between(-3, 3))
    }

    fn small_fraction(&mut self) -> Rational {
        ratio(self.between(-12, 12), self.between(1, 6))
    }

    /// A probability strictly between 0 and 1 with a small denominator.
    pub(super) fn inner_share(&mut self) -> Rational {
        let denominator = self.between(2, 6);
        ratio(self.between(1, denominator - 1), denominator)
    }

    /// Numbers in [0, 1], largest first, among them zeros and ties.
    pub(super) fn shares(&mut self, length: usize) -> Vec<Rational> {
        let mut shares: Vec<Rational> = Vec::with_capacity(length);
        for _ in 0..length {
            let share = match (self.below(6), shares.last()) {
                (0, _) => Rational::zero(),
                (1, _) => Rational::one(),
                (2, Some(last)) => last.clone(),
                _ => self.inner_share(),
            };
            shares.push(share);
        }
        shares.sort_by(|a, b| b.cmp(a));
        shares
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{A, X};
    use crate::exact::elimination::definiteness;
    use std::collections::{HashMap, HashSet};

    /// The first block of the generator for the key of zeros, published with it:
    /// the draws are ChaCha8's and no others.
    #[test]
    fn the_stream_is_the_published_one() {
        let mut source = Source::new(0, 0);
        let bytes: Vec<u8> = (0..2).flat_map(|_| source.0.next_u64().to_le_bytes()).collect();
        assert_eq!(
            bytes,
            [0x3e, 0x00, 0xef, 0x2f, 0x89, 0x5f, 0x40, 0xd6, 0x7f, 0x5b, 0xb8, 0xe8, 0x1f, 0x09, 0xa5, 0xa1]
        );
    }

    /// A change here changes what every recorded seed means.
    #[test]
    fn the_first_contexts_of_a_seed() {
        let shown: Vec<String> = (0..6)
            .map(|index| {
                let (family, c) = Source::new(0, index).context();
                let weights: Vec<String> = c.weights().iter().map(ToString::to_string).collect();
                format!("{family}, {} rows: {}", c.n(), weights.join(" "))
            })
            .collect();
        let expected = [
            "small counts, 1 rows: 3 1",
            "disconnected, 3 rows: 1 0 1 0 0 1 0 0 0 2 0 4",
            "ties, 3 rows: 3 2 2 2 3 2 2 2 3",
            "disconnected, 3 rows: 0 0 0 2 0 4 2 2 0 4 2 1 0 0 1",
            "one point on a side, 4 rows: 3 1 2 5",
            "graph with self-loops, 5 rows: 2 1 1 0 0 1 2 1 1 0 1 1 1 0 1 0 1 0 1 0 0 0 1 0 1",
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn instances_do_not_depend_on_each_other() {
        let draw = |seed, index| Source::new(seed, index).context();
        assert_eq!(draw(3, 5), draw(3, 5));
        let distinct: HashSet<String> =
            (0..8).flat_map(|i| [(0, i), (1, i)]).map(|(s, i)| format!("{:?}", draw(s, i))).collect();
        assert!(distinct.len() > 10);
        assert_ne!(Source::new(1, 0).below(u64::MAX), Source::new(0, 1).below(u64::MAX));
    }

    #[test]
    fn every_family_is_met() {
        let mut met: HashMap<Family, usize> = HashMap::new();
        for index in 0..400 {
            *met.entry(Source::new(0, index).context().0).or_default() += 1;
        }
        for family in ALL {
            assert!(met.get(&family).is_some_and(|&n| n > 8), "{family}: {:?}", met.get(&family));
        }
    }

    #[test]
    fn numbers_keep_their_ranges_and_reach_their_ends() {
        let mut source = Source::new(4, 4);
        let drawn: HashSet<i64> = (0..300).map(|_| source.between(-3, 4)).collect();
        assert_eq!(drawn.len(), 8);
        assert!(drawn.iter().all(|v| (-3..=4).contains(v)));
        assert_eq!(source.between(5, 5), 5);
        assert_eq!(source.size(2, 2), 2);
        let mut order = source.permutation(9);
        order.sort_unstable();
        assert_eq!(order, (0..9).collect::<Vec<_>>());
        let shares = source.shares(30);
        assert!(shares.is_sorted_by(|a, b| a >= b) && shares[0] <= Rational::one() && shares[29] >= Rational::zero());
        let one = Rational::one();
        let inside = (0..400).filter(|_| (Rational::zero()..=one.clone()).contains(&source.rational())).count();
        assert!((240..400).contains(&inside), "most are shares, not all: {inside}");
        assert!((0..200).any(|_| source.integer() < 0));
    }

    #[test]
    fn functions_encoders_and_matrices_have_their_shapes_and_kinds() {
        let context = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        let mut source = Source::new(9, 0);
        let functions: Vec<Function<A>> = (0..60).map(|_| source.function(&context)).collect();
        assert!(functions.iter().all(|f| f.values().len() == 4));
        assert!(functions.iter().any(|f| context.mean(f).is_zero() && !f.is_zero()));
        assert!(functions.iter().any(|f| !context.mean(f).is_zero()));
        for d in 0..4 {
            let encoders: Vec<Encoder<X>> = (0..60).map(|_| source.encoder(&context, d)).collect();
            assert!(encoders.iter().all(|e| (e.matrix().rows(), e.matrix().columns()) == (3, d)));
        }
        let kernels: Vec<Matrix> = (0..60).map(|_| source.matrix(3, 3)).collect();
        assert!(kernels.iter().filter(|k| k.is_symmetric() && definiteness(k).is_ge()).count() > 20);
        assert!(kernels.iter().any(|k| !k.is_symmetric()));
        for (rows, columns) in [(0, 0), (0, 2), (2, 0), (1, 4)] {
            let matrix = source.matrix(rows, columns);
            assert_eq!((matrix.rows(), matrix.columns()), (rows, columns));
        }
    }
}
