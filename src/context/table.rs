//! The joint table.

use super::limits::{MAX_CELLS, MAX_POINTS, affordable_denominator, too_many_cells};
use super::side::{A, Side, X};
use crate::error::Error;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, common_divisor, fraction, integer};
use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use std::collections::HashSet;

/// A joint distribution `P(x, a)` on finite X and A, as integer weights over their total.
///
/// **Invariant:** at least one point on each side, weights are not negative, no row or column is empty,
/// the weights have no common factor, labels are distinct on each side. Points of zero mass are removed
/// on construction ([`Context::removed`]), since no function can tell a value there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    weights: Vec<BigInt>,
    row_sums: Vec<BigInt>,
    column_sums: Vec<BigInt>,
    total: BigInt,
    mass: Rational,
    x_labels: Vec<String>,
    a_labels: Vec<String>,
    removed: Removed,
}

/// Labels of the points that had zero mass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// On X.
    pub x: Vec<String>,
    /// On A.
    pub a: Vec<String>,
}

impl Removed {
    /// Whether nothing was removed.
    pub fn is_empty(&self) -> bool {
        self.x.is_empty() && self.a.is_empty()
    }
}

impl Context {
    /// The context with these weights, one row for each x. Weights need not sum to 1: they are divided by
    /// their sum.
    ///
    /// Errs on ragged or empty rows, a negative weight, weights that are all zero, a label that is
    /// blank or given twice, and beyond [`MAX_POINTS`], [`MAX_CELLS`], [`MAX_DENOMINATOR_BITS`](super::MAX_DENOMINATOR_BITS) or
    /// [`MAX_BITS`](super::MAX_BITS).
    pub fn new(x_labels: Vec<String>, a_labels: Vec<String>, rows: &[Vec<Rational>]) -> Result<Context, Error> {
        validate(&x_labels, &a_labels, rows)?;
        let keep_x: Vec<usize> = (0..rows.len()).filter(|&x| rows[x].iter().any(|w| !w.is_zero())).collect();
        let keep_a: Vec<usize> = (0..a_labels.len()).filter(|&a| rows.iter().any(|row| !row[a].is_zero())).collect();
        if keep_x.is_empty() {
            return Err(Error::new("expected some mass, found only zeros"));
        }
        let mut weights = Vec::with_capacity(keep_x.len() * keep_a.len());
        let kept = || keep_x.iter().flat_map(|&x| keep_a.iter().map(move |&a| &rows[x][a]));
        let denominator = affordable_denominator(kept)?;
        weights.extend(kept().map(|w| w.numer() * (&denominator / w.denom())));
        let common = common_divisor(&weights);
        weights.iter_mut().for_each(|w| *w /= &common);
        let (x_labels, removed_x) = split(x_labels, &keep_x);
        let (a_labels, removed_a) = split(a_labels, &keep_a);
        let mut context = Context::assemble(weights, x_labels, a_labels);
        context.mass = Rational::new(&context.total * common, denominator);
        context.removed = Removed { x: removed_x, a: removed_a };
        Ok(context)
    }

    /// The context with these counts, with labels `x0, x1, ...` and `a0, a1, ...`. Errs like [`Context::new`].
    pub fn from_counts<const M: usize>(rows: &[[u64; M]]) -> Result<Context, Error> {
        let rows: Vec<Vec<Rational>> = rows.iter().map(|row| row.iter().map(|&w| integer(w)).collect()).collect();
        Context::unlabelled(&rows)
    }

    /// The context with these weights, with labels `x0, x1, ...` and `a0, a1, ...`. Errs like [`Context::new`].
    pub fn unlabelled(rows: &[Vec<Rational>]) -> Result<Context, Error> {
        let numbered = |name: &str, n: usize| (0..n).map(|i| format!("{name}{i}")).collect::<Vec<_>>();
        Context::new(numbered("x", rows.len()), numbered("a", rows.first().map_or(0, Vec::len)), rows)
    }

    /// From weights that keep the invariant.
    fn assemble(weights: Vec<BigInt>, x_labels: Vec<String>, a_labels: Vec<String>) -> Context {
        let m = a_labels.len();
        let row_sums: Vec<BigInt> = weights.chunks(m).map(|row| row.iter().sum()).collect();
        let column_sums = (0..m).map(|a| weights.iter().skip(a).step_by(m).sum()).collect();
        let total: BigInt = row_sums.iter().sum();
        let mass = Rational::from_integer(total.clone());
        Context { weights, row_sums, column_sums, total, mass, x_labels, a_labels, removed: Removed::default() }
    }

    /// Whether another context has the same probabilities, point by point; labels may differ.
    pub fn has_table_of(&self, other: &Context) -> bool {
        (self.n(), self.m()) == (other.n(), other.m())
            && self.weights().iter().zip(other.weights()).all(|(a, b)| a * other.total() == b * self.total())
    }

    /// The number of points of X that carry mass, N.
    pub fn n(&self) -> usize {
        self.row_sums.len()
    }

    /// The number of points of A that carry mass, M.
    pub fn m(&self) -> usize {
        self.column_sums.len()
    }

    /// The weights, row-major N x M: `P(x, a) = weight / total`.
    pub fn weights(&self) -> &[BigInt] {
        &self.weights
    }

    /// The weight of a cell.
    pub fn weight(&self, x: usize, a: usize) -> &BigInt {
        &self.weights[x * self.m() + a]
    }

    /// Sums of rows: `p(x) = row sum / total`. All positive.
    pub fn row_sums(&self) -> &[BigInt] {
        &self.row_sums
    }

    /// Sums of columns: `q(a) = column sum / total`. All positive.
    pub fn column_sums(&self) -> &[BigInt] {
        &self.column_sums
    }

    /// The sum of all weights.
    pub fn total(&self) -> &BigInt {
        &self.total
    }

    /// The sum of the weights as they were given, before common factors were taken out: the number of
    /// observations of a table of counts, 1 for a table of probabilities.
    pub fn mass(&self) -> &Rational {
        &self.mass
    }

    /// The same distribution, as if it had been given by its probabilities: its mass is 1.
    pub fn normalised(mut self) -> Context {
        self.mass = Rational::from_integer(1.into());
        self
    }

    /// The names of the points of X.
    pub fn x_labels(&self) -> &[String] {
        &self.x_labels
    }

    /// The names of the points of A.
    pub fn a_labels(&self) -> &[String] {
        &self.a_labels
    }

    /// What had zero mass and was left out.
    pub fn removed(&self) -> &Removed {
        &self.removed
    }

    /// `P(x, a)`.
    pub fn joint(&self, x: usize, a: usize) -> Rational {
        Rational::new(self.weight(x, a).clone(), self.total.clone())
    }

    /// `p` or `q`.
    pub fn marginal<S: Side>(&self) -> Vec<Rational> {
        S::masses(self).iter().map(|w| Rational::new(w.clone(), self.total.clone())).collect()
    }

    /// The number of points on a side.
    pub fn size<S: Side>(&self) -> usize {
        S::masses(self).len()
    }

    /// Whether it is a graph: as many points on A as on X, and `P(u,v) = P(v,u)`. Labels do not matter.
    pub fn is_symmetric(&self) -> bool {
        self.n() == self.m() && (0..self.n()).all(|u| (0..u).all(|v| self.weight(u, v) == self.weight(v, u)))
    }

    /// The context with X and A exchanged.
    pub fn transposed(&self) -> Context {
        let weights = (0..self.m()).flat_map(|a| (0..self.n()).map(move |x| self.weight(x, a).clone())).collect();
        let mut context = Context::assemble(weights, self.a_labels.clone(), self.x_labels.clone());
        context.mass = self.mass.clone();
        context.removed = Removed { x: self.removed.a.clone(), a: self.removed.x.clone() };
        context
    }

    /// The conditional expectation operator onto side `S`, as a matrix of its size times the other's:
    /// `T(x,a) = P(a|x)` onto X, `T*(a,x) = P(x|a)` onto A.
    pub fn expectation<S: Side>(&self) -> Matrix {
        Matrix::from_fn(self.size::<S>(), self.size::<S::Other>(), |here, there| {
            Rational::new(S::weight(self, here, there).clone(), S::masses(self)[here].clone())
        })
    }

    /// `K = T T*` on X, or `T* T` on A, as a matrix that acts on columns of values.
    pub fn operator<S: Side>(&self) -> Matrix {
        self.expectation::<S>().times(&self.expectation::<S::Other>())
    }

    /// The number of connected components of the table as a bipartite graph: the multiplicity of the
    /// eigenvalue 1 of K, constant function included.
    pub fn components(&self) -> usize {
        let mut seen = vec![false; self.n()];
        let mut components = 0;
        for start in 0..self.n() {
            if !std::mem::replace(&mut seen[start], true) {
                components += 1;
                self.visit(start, &mut seen);
            }
        }
        components
    }

    fn visit(&self, start: usize, seen: &mut [bool]) {
        let mut seen_a = vec![false; self.m()];
        let mut queue = vec![start];
        while let Some(x) = queue.pop() {
            for a in (0..self.m()).filter(|&a| !self.weight(x, a).is_zero()) {
                if !std::mem::replace(&mut seen_a[a], true) {
                    for y in (0..self.n()).filter(|&y| !self.weight(y, a).is_zero()) {
                        if !std::mem::replace(&mut seen[y], true) {
                            queue.push(y);
                        }
                    }
                }
            }
        }
    }

    /// The index of a label on a side.
    pub fn index<S: Side>(&self, label: &str) -> Option<usize> {
        S::labels(self).iter().position(|l| l == label)
    }
}

fn validate(x_labels: &[String], a_labels: &[String], rows: &[Vec<Rational>]) -> Result<(), Error> {
    if rows.is_empty() || a_labels.is_empty() {
        return Err(Error::new("expected at least one row and one column, found none"));
    }
    if x_labels.len() != rows.len() {
        return Err(Error::new(format!("expected a label for each of {} rows, found {}", rows.len(), x_labels.len())));
    }
    if rows.len().max(a_labels.len()) > MAX_POINTS {
        let found = rows.len().max(a_labels.len());
        return Err(Error::new(format!("expected at most {MAX_POINTS} rows and columns, found {found}")));
    }
    if rows.len() * a_labels.len() > MAX_CELLS {
        return Err(Error::new(too_many_cells(rows.len(), a_labels.len())));
    }
    for (label, row) in x_labels.iter().zip(rows) {
        if row.len() != a_labels.len() {
            let (found, expected) = (row.len(), a_labels.len());
            return Err(Error::new(format!("row {label:?}: expected {expected} weights, found {found}")));
        }
        if let Some(a) = row.iter().position(Signed::is_negative) {
            let found = fraction(&row[a]);
            return Err(Error::new(format!(
                "row {label:?}, column {:?}: expected a weight that is not negative, found {found}",
                a_labels[a]
            )));
        }
    }
    distinct::<X>(x_labels)?;
    distinct::<A>(a_labels)
}

fn distinct<S: Side>(labels: &[String]) -> Result<(), Error> {
    if labels.iter().any(|l| l.trim().is_empty()) {
        return Err(Error::new(format!("expected labels on {}, found a blank one", S::NAME)));
    }
    let mut seen = HashSet::new();
    match labels.iter().find(|l| !seen.insert(*l)) {
        Some(twice) => Err(Error::new(format!("expected distinct labels on {}, found {twice:?} twice", S::NAME))),
        None => Ok(()),
    }
}

/// The labels that stay, and those that go.
fn split(labels: Vec<String>, keep: &[usize]) -> (Vec<String>, Vec<String>) {
    let keep: HashSet<usize> = keep.iter().copied().collect();
    let (kept, gone): (Vec<_>, Vec<_>) = labels.into_iter().enumerate().partition(|(i, _)| keep.contains(i));
    let labels = |pairs: Vec<(usize, String)>| pairs.into_iter().map(|(_, l)| l).collect();
    (labels(kept), labels(gone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::ratio;
    use num_traits::One;

    fn labels(names: &[&str]) -> Vec<String> {
        names.iter().map(|s| s.to_string()).collect()
    }

    #[test]
    fn points_without_mass_are_removed_and_remembered() {
        let c = Context::from_counts(&[[2, 0, 4], [0, 0, 0], [0, 0, 6]]).unwrap();
        assert_eq!((c.n(), c.m()), (2, 2));
        assert_eq!(c.removed(), &Removed { x: labels(&["x1"]), a: labels(&["a1"]) });
        assert_eq!(c.weights(), [1, 2, 0, 3].map(BigInt::from), "the common factor is taken out");
        assert_eq!(c.mass(), &ratio(12, 1), "and remembered");
        assert_eq!(c.joint(1, 1), ratio(1, 2));
        assert_eq!(c.marginal::<A>(), [ratio(1, 6), ratio(5, 6)]);
        assert_eq!(c.transposed().transposed(), c);
    }

    #[test]
    fn invalid_tables_are_refused() {
        let row = |values: &[i64]| values.iter().map(|&v| ratio(v, 3)).collect::<Vec<_>>();
        for (x, a, rows, message) in [
            (vec![], vec![], vec![], "at least one row"),
            (vec!["u"], vec![], vec![row(&[])], "at least one row"),
            (vec!["u"], vec!["s", "t"], vec![row(&[1])], "row \"u\": expected 2 weights, found 1"),
            (vec!["u"], vec!["s", "t"], vec![row(&[1, -2])], "row \"u\", column \"t\""),
            (vec!["u"], vec!["s", "t"], vec![row(&[0, 0])], "only zeros"),
            (vec!["u", "u"], vec!["s"], vec![row(&[1]), row(&[1])], "distinct labels on X, found \"u\" twice"),
            (vec!["u"], vec!["s", "s"], vec![row(&[1, 1])], "distinct labels on A, found \"s\" twice"),
            (vec!["u"], vec!["s", " "], vec![row(&[1, 1])], "expected labels on A, found a blank one"),
            (vec!["u"], vec!["s"], vec![row(&[1]), row(&[1])], "a label for each of 2 rows, found 1"),
        ] {
            let error = Context::new(labels(&x), labels(&a), &rows).unwrap_err();
            assert!(error.message().contains(message), "{error}");
        }
    }

    /// Each number is short, their common denominator is not.
    #[test]
    fn unlike_fractions_without_end_are_refused() {
        let power = |k: u32| Rational::new(BigInt::one(), BigInt::from(3).pow(k) + 1);
        let rows: Vec<Vec<Rational>> = (1..400).map(|k| vec![power(k)]).collect();
        assert!(Context::unlabelled(&rows[..50]).is_ok());
        let error = Context::unlabelled(&rows).unwrap_err();
        assert!(error.message().contains("a common denominator of at most 32768 bits"), "{error}");
    }

    #[test]
    fn components_are_counted() {
        for (rows, expected) in [
            ([[1, 0, 0], [0, 1, 0], [0, 0, 1]], 3),
            ([[1, 1, 0], [0, 1, 0], [0, 0, 1]], 2),
            ([[1, 1, 0], [0, 1, 1], [0, 0, 1]], 1),
        ] {
            assert_eq!(Context::from_counts(&rows).unwrap().components(), expected, "{rows:?}");
        }
    }
}
