//! Smaller instances, to try in the place of one that was found. Each is strictly smaller in a measure that
//! cannot fall for ever, so that repeated steps end.

use super::values::simplest_between;
use crate::context::Context;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, common_divisor, integer, ratio};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};
use std::collections::HashSet;
use std::hash::Hash;

/// The measure of contexts: the number of cells, then the total of the weights.
pub fn context_size(context: &Context) -> (usize, BigInt) {
    (context.n() * context.m(), context.total().clone())
}

/// The measure of rationals `n/d`: `|n| + d`, then whether it is negative.
pub fn rational_size(value: &Rational) -> (BigInt, bool) {
    (value.numer().abs() + value.denom(), value.is_negative())
}

/// The measure of matrices of one shape: the sum of `|n| + d` over the entries, then how many are negative.
pub fn matrix_size(matrix: &Matrix) -> (BigInt, usize) {
    let sizes = (0..matrix.columns()).flat_map(|c| matrix.column(c)).map(|v| rational_size(&v));
    sizes.fold((BigInt::zero(), 0), |(sum, count), (size, negative)| (sum + size, count + usize::from(negative)))
}

/// A smaller context, and which points of the larger one its points are: a merged point is the first of
/// the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The smaller context.
    pub context: Context,
    /// For each point of its X, a point of the larger X.
    pub x: Vec<usize>,
    /// For each point of its A, a point of the larger A.
    pub a: Vec<usize>,
}

/// The rows of a matrix at some points: what an encoder or a function says there.
pub fn at_points(matrix: &Matrix, points: &[usize]) -> Matrix {
    matrix.transposed().select_columns(points).transposed()
}

/// Contexts that are smaller in [`context_size`], the smallest first: a point left out, two points of a
/// side merged, all weights halved or made 1, one weight removed, halved or lowered by one. Points get the
/// labels `x0, x1, ...` and `a0, a1, ...`; the mass is the total.
pub fn steps(context: &Context) -> Vec<Step> {
    let table = Draft::of(context);
    let mut drafts = table.with_fewer_rows();
    drafts.extend(table.transposed().with_fewer_rows().iter().map(Draft::transposed));
    drafts.extend(table.with_lower_weights());
    let size = context_size(context);
    let mut seen = HashSet::new();
    let steps = drafts.into_iter().filter_map(Draft::step).filter(|step| context_size(&step.context) < size);
    let mut steps: Vec<Step> =
        steps.filter(|s| seen.insert((s.context.weights().to_vec(), s.x.clone(), s.a.clone()))).collect();
    steps.sort_by_cached_key(|s| (context_size(&s.context), s.context.weights().to_vec(), s.x.clone(), s.a.clone()));
    steps
}

/// The contexts of [`steps`], each once.
pub fn contexts(context: &Context) -> Vec<Context> {
    let mut contexts: Vec<Context> = steps(context).into_iter().map(|step| step.context).collect();
    let mut seen = HashSet::new();
    contexts.retain(|c| seen.insert((c.n(), c.weights().to_vec())));
    contexts
}

/// Rationals that are smaller in [`rational_size`], the smallest first: 0, 1, the opposite of a negative
/// number, neighbouring integers, the simplest fractions nearby, and fractions with a smaller numerator or
/// denominator.
pub fn rationals(value: &Rational) -> Vec<Rational> {
    let (n, d) = (value.numer(), value.denom());
    let towards_zero = n - n.signum();
    let shorter = d - 1u8;
    let mut smaller = vec![integer(0), integer(1), -value, value.floor(), value.ceil(), ratio(n / 2u8, d.clone())];
    smaller.push(Rational::new(towards_zero.clone(), d.clone()));
    if shorter.is_positive() {
        for bits in [1u8, 2, 4, 8, 16] {
            let far = ratio(1, BigInt::one() << bits);
            let (below, above) = (value - &far, value + &far);
            smaller.extend([(&below, &above), (&below, value), (value, &above)].map(|(l, u)| simplest_between(l, u)));
        }
        smaller.push(Rational::new(n.clone(), shorter.clone()));
        smaller.push(Rational::new(towards_zero, shorter));
        smaller.push(Rational::new(n / 2u8, d / 2u8));
        smaller.push(Rational::new(n.clone(), d / 2u8));
    }
    smallest_first(smaller, Clone::clone, rational_size, &rational_size(value))
}

/// Matrices of the same shape that are smaller in [`matrix_size`], the smallest first: a row or a column
/// made zero, a column or everything made of coprime integers or negated or rounded towards zero, and one
/// entry replaced by each of its [`rationals`].
pub fn matrices(matrix: &Matrix) -> Vec<Matrix> {
    let (rows, columns) = (matrix.rows(), matrix.columns());
    let with = |chosen: &dyn Fn(usize, usize) -> bool, change: &dyn Fn(Rational) -> Rational| {
        let entry = |r: usize, c: usize| if chosen(r, c) { change(matrix.get(r, c)) } else { matrix.get(r, c) };
        Matrix::from_fn(rows, columns, entry)
    };
    let mut smaller = Vec::new();
    for row in 0..rows {
        smaller.push(with(&|r, _| r == row, &|_| Rational::zero()));
    }
    let all = std::iter::once(None);
    for chosen in all.chain((0..columns).map(Some)) {
        let inside = |_: usize, c: usize| chosen.is_none_or(|chosen| chosen == c);
        let part = chosen.map_or_else(|| matrix.clone(), |c| matrix.select_columns(&[c]));
        let common = Rational::new(common_divisor(part.entries()), part.denominator().clone());
        smaller.push(with(&inside, &|_| Rational::zero()));
        smaller.push(with(&inside, &|v| v.trunc()));
        smaller.push(with(&inside, &|v| -v));
        if !common.is_zero() {
            smaller.push(with(&inside, &|v| v / &common));
        }
    }
    for row in 0..rows {
        for column in 0..columns {
            for value in rationals(&matrix.get(row, column)) {
                smaller.push(with(&|r, c| (r, c) == (row, column), &|_| value.clone()));
            }
        }
    }
    let entries = |m: &Matrix| (0..columns).flat_map(|c| m.column(c)).collect::<Vec<_>>();
    smallest_first(smaller, entries, matrix_size, &matrix_size(matrix))
}

/// Those below a size, each once, the smallest first; equally small ones by what tells them apart.
fn smallest_first<T, K: Ord + Hash, Z: Ord>(
    items: Vec<T>,
    key: impl Fn(&T) -> K,
    size: impl Fn(&T) -> Z,
    below: &Z,
) -> Vec<T> {
    let mut seen = HashSet::new();
    let mut smaller: Vec<T> = items.into_iter().filter(|item| size(item) < *below && seen.insert(key(item))).collect();
    smaller.sort_by_cached_key(|item| (size(item), key(item)));
    smaller
}

/// A table whose lines may be empty, with the points that they are.
#[derive(Clone)]
struct Draft {
    rows: Vec<Vec<BigInt>>,
    x: Vec<usize>,
    a: Vec<usize>,
}

impl Draft {
    fn of(context: &Context) -> Draft {
        let rows = context.weights().chunks(context.m()).map(<[BigInt]>::to_vec).collect();
        Draft { rows, x: (0..context.n()).collect(), a: (0..context.m()).collect() }
    }

    fn transposed(&self) -> Draft {
        let column = |a: usize| self.rows.iter().map(|row| row[a].clone()).collect();
        Draft { rows: (0..self.a.len()).map(column).collect(), x: self.a.clone(), a: self.x.clone() }
    }

    fn without_row(&self, x: usize) -> Draft {
        let mut draft = self.clone();
        draft.rows.remove(x);
        draft.x.remove(x);
        draft
    }

    fn with_fewer_rows(&self) -> Vec<Draft> {
        let n = self.rows.len();
        let mut drafts: Vec<Draft> = (0..n).map(|x| self.without_row(x)).collect();
        for x in 0..n {
            for y in x + 1..n {
                let mut merged = self.without_row(y);
                merged.rows[x].iter_mut().zip(&self.rows[y]).for_each(|(w, more)| *w += more);
                drafts.push(merged);
            }
        }
        drafts
    }

    fn with_lower_weights(&self) -> Vec<Draft> {
        let every = |change: &dyn Fn(&BigInt) -> BigInt| {
            let rows = self.rows.iter().map(|row| row.iter().map(change).collect()).collect();
            Draft { rows, ..self.clone() }
        };
        let one = BigInt::one();
        let mut drafts =
            vec![every(&|w| w / 2u8), every(&|w| w.div_ceil(&2u8.into())), every(&|w| w.min(&one).clone())];
        for x in 0..self.x.len() {
            for a in (0..self.a.len()).filter(|&a| self.rows[x][a].is_positive()) {
                let w = &self.rows[x][a];
                for lower in [BigInt::zero(), w / 2u8, w - 1u8] {
                    let mut draft = self.clone();
                    draft.rows[x][a] = lower;
                    drafts.push(draft);
                }
            }
        }
        drafts
    }

    /// Without its empty lines; `None` if all are.
    fn step(self) -> Option<Step> {
        let filled = self.without_empty_rows().transposed().without_empty_rows().transposed();
        if filled.rows.is_empty() {
            return None;
        }
        let common = common_divisor(filled.rows.iter().flatten());
        let weights: Vec<Vec<Rational>> =
            filled.rows.iter().map(|row| row.iter().map(|w| integer(w / &common)).collect()).collect();
        let context = Context::unlabelled(&weights).expect("a part of a context is one");
        Some(Step { context, x: filled.x, a: filled.a })
    }

    fn without_empty_rows(&self) -> Draft {
        let keep: Vec<usize> = (0..self.rows.len()).filter(|&x| self.rows[x].iter().any(|w| !w.is_zero())).collect();
        let rows = keep.iter().map(|&x| self.rows[x].clone()).collect();
        Draft { rows, x: keep.iter().map(|&x| self.x[x]).collect(), a: self.a.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::random::Source;
    use super::*;
    use crate::context::{A, X};

    /// From start to end by always the first or always the last step; each is smaller than the one before.
    fn walk<T: Clone, Z: Ord>(start: &T, steps: impl Fn(&T) -> Vec<T>, size: impl Fn(&T) -> Z) -> (T, T) {
        let descend = |pick: fn(&[T]) -> Option<&T>| {
            let mut here = start.clone();
            while let Some(next) = pick(&steps(&here)).cloned() {
                assert!(steps(&here).iter().all(|s| size(s) < size(&here)));
                here = next;
            }
            here
        };
        (descend(|s| s.first()), descend(|s| s.last()))
    }

    #[test]
    fn steps_end_at_the_smallest() {
        let one = Context::from_counts(&[[1]]).unwrap();
        for index in 0..20 {
            let mut source = Source::new(6, index);
            let (family, context) = source.context();
            if context.total() < &60.into() {
                let ends = walk(&context, contexts, context_size);
                assert_eq!(ends, (one.clone(), one.clone()), "{family}");
            }
            let (first, last) = walk(&source.rational(), rationals, rational_size);
            assert_eq!((first, last), (integer(0), integer(0)));
            let matrix = source.matrix(2, 2);
            let (first, last) = walk(&matrix, matrices, matrix_size);
            assert_eq!((first, last), (Matrix::zero(2, 2), Matrix::zero(2, 2)));
        }
        assert!(matrices(&Matrix::zero(0, 3)).is_empty());
    }

    #[test]
    fn steps_of_a_table_by_hand() {
        let c = Context::from_counts(&[[2, 1], [0, 3]]).unwrap();
        let shown: Vec<String> = contexts(&c)
            .iter()
            .map(|c| format!("{}:{}", c.n(), c.weights().iter().map(ToString::to_string).collect::<Vec<_>>().join("")))
            .collect();
        // One point; a line left out or merged; weights 1; one weight lower.
        // Lines left out or merged, weights halved and made 1, and one weight lower.
        let expected = [
            "1:1", "2:11", "1:12", "1:21", "2:13", "2:1001", "2:1101", "2:1102", "2:2101", "2:1103", "2:2003", "2:2102",
        ];
        assert_eq!(shown, expected);
    }

    /// Every step can be followed by the values at the points: conditional expectations agree where only
    /// other points of X were left out.
    #[test]
    fn points_are_remembered() {
        let c = Context::from_counts(&[[5, 1, 0], [1, 4, 1], [0, 0, 7]]).unwrap();
        let places = Matrix::from_fn(3, 1, |r, _| integer(r));
        for step in steps(&c) {
            assert_eq!((step.x.len(), step.a.len()), (step.context.n(), step.context.m()));
            assert_eq!(at_points(&places, &step.x).column(0), step.x.iter().map(|&x| integer(x)).collect::<Vec<_>>());
        }
        let dropped = steps(&c).into_iter().find(|s| s.x == [0, 2] && s.context.total() == &13.into()).unwrap();
        assert_eq!(dropped.a, [0, 1, 2]);
        assert_eq!(dropped.context.expectation::<X>(), at_points(&c.expectation::<X>(), &[0, 2]));
        // Without row 1 and column 1 nothing connects the others.
        assert_eq!(dropped.context.size::<A>(), 3);
    }

    /// Whoever has to stay in an interval ends at a short number of it, after few steps.
    #[test]
    fn numbers_come_down_quickly() {
        for (start, lower, upper, end) in [
            (
                ratio(BigInt::from(10).pow(140) * 37 + 1, BigInt::from(10).pow(142)),
                ratio(1, 3),
                ratio(2, 5),
                ratio(3, 8),
            ),
            (ratio(-1001, 1000), ratio(-2, 1), ratio(-1, 1), ratio(-3, 2)),
            (ratio(7, 1_000_000), ratio(0, 1), ratio(1, 100), ratio(1, 101)),
            (ratio(10_000_019, 1), ratio(1000, 1), ratio(100_000_000, 1), ratio(1001, 1)),
        ] {
            let inside = |v: &Rational| lower < *v && *v < upper;
            assert!(inside(&start), "{start}");
            let mut here = start;
            let mut taken = 0;
            while let Some(next) = rationals(&here).into_iter().find(inside) {
                here = next;
                taken += 1;
            }
            assert_eq!(here, end);
            assert!(taken < 300, "{taken} steps to {end}");
        }
        assert_eq!(rationals(&ratio(-2, 3)).last(), Some(&ratio(2, 3)));
        assert!(rationals(&integer(0)).is_empty());
        assert_eq!(rationals(&integer(1)), [integer(0)]);
    }
}
