//! Families of contexts with a property worth meeting, each drawn at random.

use super::random::Source;
use crate::context::Context;
use crate::exact::rational::{Rational, integer};
use num_traits::{One, Signed, Zero};
use std::fmt;

/// What a random context is like. Every family has one to five points on each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// All singular values are rational, and so are orthonormal singular functions.
    RationalSpectrum,
    /// A positive singular value stands twice or more.
    Ties,
    /// T has a kernel on either side, and X and A depend on each other.
    RankDeficient,
    /// `P(x,a) = p(x) q(a)`.
    Independent,
    /// X determines A.
    Deterministic,
    /// More than one component: `s_1 = 1`.
    Disconnected,
    /// More points on X than on A.
    Tall,
    /// Fewer points on X than on A.
    Wide,
    /// X and A are adjacent vertices of a bipartite graph: T has the eigenvalue -1.
    BipartiteGraph,
    /// X and A are adjacent vertices of an undirected graph in which every vertex is beside itself.
    LoopedGraph,
    /// Two independent contexts side by side.
    Product,
    /// A block of a table several times over: along the diagonal, or everywhere.
    Repeated,
    /// X and A determine each other: all singular values are 1.
    Perfect,
    /// A side is one point.
    OnePoint,
    /// Counts of at most 3, many of them zero.
    SmallCounts,
    /// Counts of at most 1000.
    LargeCounts,
}

/// All families.
pub const ALL: [Family; 16] = [
    Family::RationalSpectrum,
    Family::Ties,
    Family::RankDeficient,
    Family::Independent,
    Family::Deterministic,
    Family::Disconnected,
    Family::Tall,
    Family::Wide,
    Family::BipartiteGraph,
    Family::LoopedGraph,
    Family::Product,
    Family::Repeated,
    Family::Perfect,
    Family::OnePoint,
    Family::SmallCounts,
    Family::LargeCounts,
];

const MOST_POINTS: usize = 5;

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Family::RationalSpectrum => "rational spectrum",
            Family::Ties => "ties",
            Family::RankDeficient => "rank-deficient",
            Family::Independent => "independent",
            Family::Deterministic => "deterministic",
            Family::Disconnected => "disconnected",
            Family::Tall => "more rows than columns",
            Family::Wide => "fewer rows than columns",
            Family::BipartiteGraph => "bipartite graph",
            Family::LoopedGraph => "graph with self-loops",
            Family::Product => "product",
            Family::Repeated => "repeated blocks",
            Family::Perfect => "perfect",
            Family::OnePoint => "one point on a side",
            Family::SmallCounts => "small counts",
            Family::LargeCounts => "large counts",
        })
    }
}

impl Family {
    /// A context of the family.
    pub fn draw(self, source: &mut Source) -> Context {
        let any = |source: &mut Source| source.size(1, MOST_POINTS);
        match self {
            Family::RationalSpectrum => rational_spectrum(source),
            Family::Ties => ties(source),
            Family::RankDeficient => rank_deficient(source),
            Family::Independent => {
                let (n, m) = (any(source), any(source));
                let (p, q) = (list(source, n, 1, 6), list(source, m, 1, 6));
                of_counts(&table(n, m, |x, a| p[x] * q[a]))
            }
            Family::Deterministic => deterministic(source),
            Family::Disconnected => disconnected(source),
            Family::Tall => {
                let n = source.size(2, MOST_POINTS);
                let m = source.size(1, n - 1);
                of_counts(&counts(source, n, m, 6))
            }
            Family::Wide => Family::Tall.draw(source).transposed(),
            Family::BipartiteGraph => bipartite_graph(source),
            Family::LoopedGraph => looped_graph(source),
            Family::Product => {
                let sizes = [source.size(1, 2), source.size(1, 2)];
                let (first, second) = (counts(source, 2, sizes[0], 3), counts(source, 2, sizes[1], 3));
                let context = of_counts(&product(&first, &second));
                if source.once_in(2) { context } else { context.transposed() }
            }
            Family::Repeated => {
                let (n, m) = (source.size(1, 2), source.size(1, 2));
                let copies = source.size(2, MOST_POINTS / n.max(m));
                let block = counts(source, n, m, 4);
                let everywhere = source.once_in(2);
                of_counts(&product(&table(copies, copies, |i, j| i64::from(everywhere || i == j)), &block))
            }
            Family::Perfect => {
                let n = source.size(2, MOST_POINTS);
                let (weights, partner) = (list(source, n, 1, 6), source.permutation(n));
                of_counts(&table(n, n, |x, a| if partner[x] == a { weights[x] } else { 0 }))
            }
            Family::OnePoint => {
                let n = any(source);
                let context = of_counts(&table(n, 1, |_, _| source.between(1, 6)));
                if source.once_in(2) { context } else { context.transposed() }
            }
            Family::SmallCounts => {
                let (n, m) = (any(source), any(source));
                of_counts(&counts(source, n, m, 3))
            }
            Family::LargeCounts => {
                let (n, m) = (any(source), any(source));
                of_counts(&counts(source, n, m, 1000))
            }
        }
    }
}

/// With chosen singular values; once in four, two such contexts side by side, so that `s_1 = 1`. These have
/// shares whose roots are rational, and with them the norms of singular functions.
fn rational_spectrum(source: &mut Source) -> Context {
    let part = |source: &mut Source, least: usize, most: usize| {
        let (n, m) = (source.size(least, most), source.size(least, most));
        let values = source.shares(n.min(m) - 1);
        with_singular_values(source, n, m, &values)
    };
    if !source.once_in(4) {
        return part(source, 2, MOST_POINTS);
    }
    let (first, second) = (part(source, 1, 2), part(source, 1, 3));
    let share = integer(9) / integer(25);
    let (n, m) = (first.n() + second.n(), first.m() + second.m());
    of_weights(&table(n, m, |x, a| match (x < first.n(), a < first.m()) {
        (true, true) => &share * first.joint(x, a),
        (false, false) => (Rational::one() - &share) * second.joint(x - first.n(), a - first.m()),
        _ => Rational::zero(),
    }))
}

/// `P(x,a) = p(x) q(a) (1 + sum_i t s_i mu_i(x) nu_i(a))`, with the largest t in [0, 1] for which no cell
/// is negative: then the singular values are `t s_i`.
///
/// With `p(x)` the squares of the first column of an orthogonal matrix U, `mu_i(x) = U(x,i) / sqrt p(x)`;
/// likewise `nu_i` of V. So `P(x,a) = sqrt(p(x) q(a)) (U D V^T)(x,a)`.
fn with_singular_values(source: &mut Source, n: usize, m: usize, values: &[Rational]) -> Context {
    let u = orthogonal(source, n);
    // With U = V the weight is kept on the diagonal, and large singular values leave no cell negative.
    let mut v = if n == m && source.once_in(3) { u.clone() } else { orthogonal(source, m) };
    if u != v {
        for i in 1..m {
            let sign = integer(if source.once_in(2) { 1 } else { -1 });
            v.iter_mut().for_each(|row| row[i] *= &sign);
        }
    }
    let independent = |x: usize, a: usize| &u[x][0] * &v[a][0];
    let dependent =
        |x: usize, a: usize| -> Rational { values.iter().zip(1..).map(|(s, i)| s * &u[x][i] * &v[a][i]).sum() };
    let cells = (0..n).flat_map(|x| (0..m).map(move |a| (x, a)));
    let bounds =
        cells.filter(|&(x, a)| dependent(x, a).is_negative()).map(|(x, a)| independent(x, a) / -dependent(x, a));
    let t = bounds.chain([Rational::one()]).min().expect("one bound at least");
    let weight = |x, a| independent(x, a) * (independent(x, a) + &t * dependent(x, a));
    of_weights(&table(n, m, weight))
}

/// A rational orthogonal matrix whose first column is positive: a reflection `1 - 2 v v^T / |v|^2`, rows
/// negated where needed.
fn orthogonal(source: &mut Source, n: usize) -> Vec<Vec<Rational>> {
    let mut v: Vec<i64> = (0..n).map(|_| source.between(1, 2) * if source.once_in(2) { 1 } else { -1 }).collect();
    let square = |v: &[i64]| v.iter().map(|e| e * e).sum::<i64>();
    v[0] = v[0].abs();
    if 2 * v[0] * v[0] == square(&v) {
        // The first entry would be zero.
        v[0] += 1;
    }
    let entry =
        |r: usize, c: usize| integer(i64::from(r == c)) - Rational::new((2 * v[r] * v[c]).into(), square(&v).into());
    let mut rows = table(n, n, entry);
    for row in rows.iter_mut().filter(|row| row[0].is_negative()) {
        row.iter_mut().for_each(|e| *e = -&*e);
    }
    rows
}

/// With chosen singular values, or a table in which every row is the one above, moved on by one place: of
/// its Fourier coefficients, k and n - k have one size.
fn ties(source: &mut Source) -> Context {
    if source.once_in(2) {
        let (n, m) = (source.size(3, MOST_POINTS), source.size(3, MOST_POINTS));
        let tied = source.inner_share();
        let mut values = source.shares(n.min(m) - 1);
        values[..2].fill(tied);
        return with_singular_values(source, n, m, &values);
    }
    // For a prime n they are not zero unless all entries are equal.
    let n = *source.choice(&[3, 5]);
    let mut row = list(source, n, 0, 3);
    if row.iter().all(|w| *w == row[0]) {
        row[0] += 1;
    }
    of_counts(&table(n, n, |x, a| row[(a + n - x) % n]))
}

/// A product of a tall and a wide table, of inner dimension at least two and smaller than both sides. Row x
/// of the tall one starts with class x, so that not all rows are proportional.
fn rank_deficient(source: &mut Source) -> Context {
    let (n, m) = (source.size(3, MOST_POINTS), source.size(3, MOST_POINTS));
    let inner = source.size(2, n.min(m) - 1);
    let mut tall = counts(source, n, inner, 3);
    let mut wide = counts(source, inner, m, 3);
    for (i, row) in tall.iter_mut().take(2).enumerate() {
        row.iter_mut().enumerate().for_each(|(j, w)| *w = i64::from(i == j));
    }
    // The rows above may have held all that was in the other columns.
    tall[2].iter_mut().skip(2).for_each(|w| *w = (*w).max(1));
    // Two rows of the product are two rows of the wide table: not proportional to each other.
    if (0..m).all(|a| (0..m).all(|b| wide[0][a] * wide[1][b] == wide[0][b] * wide[1][a])) {
        let lone = (0..m).find(|&a| wide[0][a] > 0).expect("no row is empty");
        wide[1][lone] += 1;
        wide[1][(lone + 1) % m] += 1;
        wide[0][(lone + 1) % m] = 0;
    }
    of_counts(&table(n, m, |x, a| (0..inner).map(|k| tall[x][k] * wide[k][a]).sum()))
}

/// The first rows fill every column.
fn deterministic(source: &mut Source) -> Context {
    let n = source.size(2, MOST_POINTS);
    let m = source.size(1, n);
    let classes: Vec<usize> = (0..n).map(|x| if x < m { x } else { source.size(0, m - 1) }).collect();
    let (weights, order) = (list(source, n, 1, 4), source.permutation(n));
    of_counts(&table(n, m, |x, a| if classes[order[x]] == a { weights[x] } else { 0 }))
}

/// Two tables along the diagonal, points in a random order.
fn disconnected(source: &mut Source) -> Context {
    let (n, m) = (source.size(2, MOST_POINTS), source.size(2, MOST_POINTS));
    let (rows, columns) = (source.size(1, n - 1), source.size(1, m - 1));
    let (first, second) = (counts(source, rows, columns, 4), counts(source, n - rows, m - columns, 4));
    let (x_order, a_order) = (source.permutation(n), source.permutation(m));
    of_counts(&table(n, m, |x, a| match (x_order[x], a_order[a]) {
        (x, a) if x < rows && a < columns => first[x][a],
        (x, a) if x >= rows && a >= columns => second[x - rows][a - columns],
        _ => 0,
    }))
}

fn bipartite_graph(source: &mut Source) -> Context {
    let n = source.size(2, MOST_POINTS);
    let left = source.size(1, n - 1);
    let most = source.between(1, 2);
    let between = counts(source, left, n - left, most);
    of_counts(&table(n, n, |x, a| match (x < left, a < left) {
        (true, false) => between[x][a - left],
        (false, true) => between[a][x - left],
        _ => 0,
    }))
}

fn looped_graph(source: &mut Source) -> Context {
    let n = source.size(1, MOST_POINTS);
    let most = source.between(1, 2);
    let edges = table(n, n, |_, _| source.between(0, most));
    let loops = list(source, n, 1, most);
    of_counts(&table(n, n, |x, a| if x == a { loops[x] } else { edges[x.min(a)][x.max(a)] }))
}

/// The weight of a pair of pairs is the product of the weights.
fn product(first: &[Vec<i64>], second: &[Vec<i64>]) -> Vec<Vec<i64>> {
    let (n, m) = (second.len(), second[0].len());
    table(first.len() * n, first[0].len() * m, |x, a| first[x / n][a / m] * second[x % n][a % m])
}

/// Counts of at most `most`, some of them zero, no row or column empty.
fn counts(source: &mut Source, n: usize, m: usize, most: i64) -> Vec<Vec<i64>> {
    let sparse = source.once_in(2);
    let mut rows = table(n, m, |_, _| if sparse && source.once_in(3) { 0 } else { source.between(0, most) });
    for row in rows.iter_mut().filter(|row| row.iter().all(|w| *w == 0)) {
        row[source.size(0, m - 1)] = source.between(1, most);
    }
    for a in 0..m {
        if rows.iter().all(|row| row[a] == 0) {
            rows[source.size(0, n - 1)][a] = source.between(1, most);
        }
    }
    rows
}

fn list(source: &mut Source, length: usize, least: i64, most: i64) -> Vec<i64> {
    (0..length).map(|_| source.between(least, most)).collect()
}

fn table<T>(n: usize, m: usize, mut entry: impl FnMut(usize, usize) -> T) -> Vec<Vec<T>> {
    (0..n).map(|x| (0..m).map(|a| entry(x, a)).collect()).collect()
}

fn of_counts(rows: &[Vec<i64>]) -> Context {
    of_weights(&table(rows.len(), rows[0].len(), |x, a| integer(rows[x][a])))
}

fn of_weights(rows: &[Vec<Rational>]) -> Context {
    let context = Context::unlabelled(rows).unwrap_or_else(|e| panic!("a family makes a valid table: {e}"));
    assert!(context.removed().is_empty(), "a family leaves no row or column empty");
    context
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{A, Spectrum, X};
    use crate::exact::elimination::rank;
    use crate::exact::matrix::Matrix;
    use crate::exact::real::Real;
    use std::collections::HashSet;

    fn first_is_one(c: &Context) -> bool {
        Spectrum::of(c).squared(1).and_then(|v| v.as_rational().cloned()).is_some_and(|v| v.is_one())
    }

    fn symmetric(c: &Context) -> bool {
        c.n() == c.m() && (0..c.n()).all(|x| (0..x).all(|y| c.weight(x, y) == c.weight(y, x)))
    }

    /// Whether the family's promise holds, from the table or by the exact spectrum.
    fn keeps(family: Family, c: &Context) -> bool {
        let joint = Matrix::from_fn(c.n(), c.m(), |x, a| c.joint(x, a));
        let (p, q) = (c.marginal::<X>(), c.marginal::<A>());
        let independent = (0..c.n()).all(|x| (0..c.m()).all(|a| joint.get(x, a) == &p[x] * &q[a]));
        let shortest = c.n().min(c.m());
        let filled = |x: usize| (0..c.m()).filter(|&a| !c.weight(x, a).is_zero()).count();
        match family {
            Family::RationalSpectrum => {
                let spectrum = Spectrum::of(c);
                let rational = |square: &Real| square.sqrt().unwrap().unwrap().as_rational().is_some();
                (1..c.n()).all(|i| rational(&Real::from(spectrum.squared(i).unwrap().clone())))
                    && p.iter().chain(&q).all(|mass| rational(&Real::from(mass.clone())))
            }
            Family::Ties => {
                let spectrum = Spectrum::of(c);
                spectrum.eigenvalues().iter().any(|e| e.multiplicity >= 2 && e.value.sign().is_gt())
            }
            Family::RankDeficient => rank(&joint) < shortest && !independent,
            Family::Independent => independent && Spectrum::of(c).rank() == 0,
            Family::Deterministic => (0..c.n()).all(|x| filled(x) == 1),
            Family::Disconnected => c.components() > 1 && first_is_one(c),
            Family::Tall => c.n() > c.m(),
            Family::Wide => c.n() < c.m(),
            Family::BipartiteGraph => {
                // T has the eigenvalue -1: T + 1 is singular.
                let t = c.expectation::<X>();
                symmetric(c) && rank(&t.plus(&Matrix::identity(c.n()))) < c.n() && first_is_one(c)
            }
            Family::LoopedGraph => symmetric(c) && (0..c.n()).all(|x| !c.weight(x, x).is_zero()),
            Family::Product => [(2, 1), (1, 2), (2, 2)].iter().any(|&(n, m)| is_product(&joint, n, m)),
            Family::Repeated => (1..=2).any(|n| (1..=2).any(|m| is_repeated(&joint, n, m))),
            Family::Perfect => {
                let spectrum = Spectrum::of(c);
                first_is_one(c) && spectrum.eigenvalues().len() == 1 && c.n() == c.m()
            }
            Family::OnePoint => shortest == 1,
            Family::SmallCounts => c.weights().iter().all(|w| *w <= 3.into()),
            Family::LargeCounts => c.weights().iter().all(|w| *w <= 1000.into()),
        }
    }

    /// Written as a table of blocks of n x m, one block a row, it has rank one.
    fn is_product(joint: &Matrix, n: usize, m: usize) -> bool {
        if !joint.rows().is_multiple_of(n) || !joint.columns().is_multiple_of(m) {
            return false;
        }
        let (down, across) = (joint.rows() / n, joint.columns() / m);
        let entry = |block: usize, cell: usize| joint.get(block / across * n + cell / m, block % across * m + cell % m);
        rank(&Matrix::from_fn(down * across, n * m, entry)) == 1
    }

    /// A product with the identity or ones.
    fn is_repeated(joint: &Matrix, n: usize, m: usize) -> bool {
        let next = |x: usize, a: usize| joint.get((x + n) % joint.rows(), (a + m) % joint.columns());
        let cells = || (0..joint.rows()).flat_map(|x| (0..joint.columns()).map(move |a| (x, a)));
        is_product(joint, n, m) && joint.rows() >= 2 * n && cells().all(|(x, a)| joint.get(x, a) == next(x, a))
    }

    #[test]
    fn every_family_keeps_its_promise_and_varies() {
        for family in ALL {
            let drawn: Vec<Context> = (0..60).map(|index| family.draw(&mut Source::new(7, index))).collect();
            for c in &drawn {
                assert!(c.n().max(c.m()) <= MOST_POINTS && c.n().min(c.m()) >= 1);
                assert!(keeps(family, c), "{family}: {:?}, {} rows", c.weights(), c.n());
            }
            let distinct: HashSet<_> = drawn.iter().map(|c| (c.n(), c.weights().to_vec())).collect();
            assert!(distinct.len() > 15, "{family}: {} of 60 differ", distinct.len());
        }
    }

    /// Ties, zeros and 1 among rational singular values; and numbers that stay short.
    #[test]
    fn rational_spectra_are_of_every_kind() {
        let spectra: Vec<(Vec<Rational>, u64)> = (0..80)
            .map(|index| {
                let c = Family::RationalSpectrum.draw(&mut Source::new(3, index));
                let spectrum = Spectrum::of(&c);
                let values = (1..c.n()).map(|i| spectrum.squared(i).unwrap().as_rational().unwrap().clone()).collect();
                (values, c.total().bits())
            })
            .collect();
        let met = |test: &dyn Fn(&[Rational]) -> bool| spectra.iter().any(|(values, _)| test(values));
        assert!(met(&|v| v.first().is_some_and(One::is_one)));
        assert!(met(&|v| v.windows(2).any(|w| w[0] == w[1] && w[0].is_positive() && !w[0].is_one())));
        assert!(met(&|v| v.first().is_some_and(Signed::is_positive) && v.last().is_some_and(Zero::is_zero)));
        assert!(met(&|v| v.len() == 4 && v.windows(2).all(|w| w[0] > w[1])));
        assert!(spectra.iter().all(|(_, bits)| *bits < 64), "{:?}", spectra.iter().map(|s| s.1).max());
    }

    /// That a promise holds says something only if other contexts break it.
    #[test]
    fn promises_can_be_broken() {
        let c = Context::from_counts(&[[5, 1, 0], [1, 4, 1], [0, 2, 7]]).unwrap();
        let kept: Vec<Family> = ALL.into_iter().filter(|f| keeps(*f, &c)).collect();
        assert_eq!(kept, [Family::LargeCounts]);
    }

    #[test]
    fn chosen_singular_values_are_those_of_the_context_up_to_a_factor() {
        let share = |n: i64, d: i64| Rational::new(n.into(), d.into());
        let mut unscaled = 0;
        for index in 0..40 {
            let values = [share(1, 2), share(1, 2), share(1, 5), Rational::zero()];
            let c = with_singular_values(&mut Source::new(1, index), 5, 5, &values);
            let spectrum = Spectrum::of(&c);
            let found: Vec<Rational> =
                (1..5).map(|i| spectrum.singular_value(i).unwrap().as_rational().unwrap().clone()).collect();
            let factor = &found[0] / &values[0];
            assert!(factor.is_positive() && factor <= Rational::one());
            assert_eq!(found, values.map(|v| v * &factor));
            unscaled += usize::from(factor.is_one());
        }
        assert!(unscaled > 0);
    }

    #[test]
    fn orthogonal_matrices_are() {
        for n in 1..=5 {
            for index in 0..20 {
                let rows = orthogonal(&mut Source::new(2, index), n);
                let u = Matrix::from_fn(n, n, |r, c| rows[r][c].clone());
                assert_eq!(u.transposed().times(&u), Matrix::identity(n));
                assert!(rows.iter().all(|row| row[0].is_positive()));
            }
        }
    }
}
