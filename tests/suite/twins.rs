//! Naive twins: definitions as the conventions write them, slow and easy to read, against the library.

use crate::generators::random::{AnyContext, check, contexts, encoders, functions};
use crate::generators::{Scope, for_all_contexts};
use contexture::context::{A, Context, Encoder, Function, X};
use contexture::exact::elimination::{determinant, inverse, rank, solve};
use contexture::exact::matrix::Matrix;
use contexture::exact::rational::Rational;
use num_traits::{One, Zero};
use proptest::prelude::*;

/// The table of a context as probabilities, and sums over it written out.
struct Twin {
    joint: Vec<Vec<Rational>>,
    n: usize,
    m: usize,
}

impl Twin {
    fn of(c: &Context) -> Twin {
        let weights: Vec<Vec<Rational>> =
            c.weights().chunks(c.m()).map(|row| row.iter().cloned().map(Rational::from_integer).collect()).collect();
        let sum: Rational = weights.iter().flatten().sum();
        let joint = weights.iter().map(|row| row.iter().map(|w| w / &sum).collect()).collect();
        Twin { joint, n: c.n(), m: c.m() }
    }

    /// `p(x) = sum_a P(x,a)`.
    fn p(&self, x: usize) -> Rational {
        (0..self.m).map(|a| self.joint[x][a].clone()).sum()
    }

    /// `q(a) = sum_x P(x,a)`.
    fn q(&self, a: usize) -> Rational {
        (0..self.n).map(|x| self.joint[x][a].clone()).sum()
    }

    /// `P(a|x)`.
    fn a_given_x(&self, a: usize, x: usize) -> Rational {
        &self.joint[x][a] / self.p(x)
    }

    /// `P(x|a)`.
    fn x_given_a(&self, x: usize, a: usize) -> Rational {
        &self.joint[x][a] / self.q(a)
    }

    /// `(T g)(x) = sum_a g(a) P(a|x)`.
    fn t(&self, g: &[Rational]) -> Vec<Rational> {
        (0..self.n).map(|x| (0..self.m).map(|a| &g[a] * self.a_given_x(a, x)).sum()).collect()
    }

    /// `(T* f)(a) = sum_x f(x) P(x|a)`.
    fn t_star(&self, f: &[Rational]) -> Vec<Rational> {
        (0..self.m).map(|a| (0..self.n).map(|x| &f[x] * self.x_given_a(x, a)).sum()).collect()
    }

    /// `<f, f'> = sum_x p(x) f(x) f'(x)`.
    fn inner_x(&self, f: &[Rational], g: &[Rational]) -> Rational {
        (0..self.n).map(|x| self.p(x) * &f[x] * &g[x]).sum()
    }

    /// `<g, g'> = sum_a q(a) g(a) g'(a)`.
    fn inner_a(&self, f: &[Rational], g: &[Rational]) -> Rational {
        (0..self.m).map(|a| self.q(a) * &f[a] * &g[a]).sum()
    }

    /// `kX(x,x') = sum_a P(x|a) P(x'|a) q(a) / (p(x) p(x'))`.
    fn k_x(&self, x: usize, y: usize) -> Rational {
        let term = |a| self.x_given_a(x, a) * self.x_given_a(y, a) * self.q(a) / (self.p(x) * self.p(y));
        (0..self.m).map(term).sum()
    }

    /// `kA(a,a') = sum_x P(a|x) P(a'|x) p(x) / (q(a) q(a'))`.
    fn k_a(&self, a: usize, b: usize) -> Rational {
        let term = |x| self.a_given_x(a, x) * self.a_given_x(b, x) * self.p(x) / (self.q(a) * self.q(b));
        (0..self.n).map(term).sum()
    }

    /// `(TT*)(x,x') = sum_a P(a|x) P(x'|a)`.
    fn k(&self, x: usize, y: usize) -> Rational {
        (0..self.m).map(|a| self.a_given_x(a, x) * self.x_given_a(y, a)).sum()
    }

    /// `(T*T)(a,a') = sum_x P(x|a) P(a'|x)`.
    fn k_on_a(&self, a: usize, b: usize) -> Rational {
        (0..self.n).map(|x| self.x_given_a(x, a) * self.a_given_x(b, x)).sum()
    }

    /// Points minus rank of the incidence matrix, whose row for a non-zero cell (x, a) is `e_x - e_a`:
    /// a function that this sends to zero is constant on each component.
    fn components(&self) -> usize {
        let cells: Vec<(usize, usize)> = (0..self.n)
            .flat_map(|x| (0..self.m).map(move |a| (x, a)))
            .filter(|&(x, a)| !self.joint[x][a].is_zero())
            .collect();
        let incidence = Matrix::from_fn(cells.len(), self.n + self.m, |cell, point| {
            let (x, a) = cells[cell];
            Rational::from_integer((i32::from(point == x) - i32::from(point == self.n + a)).into())
        });
        self.n + self.m - rank(&incidence)
    }
}

#[test]
fn operators_kernels_and_components() {
    for_all_contexts(&Scope::from_environment(), |c| {
        let twin = Twin::of(c);
        let square = |n, value: &dyn Fn(usize, usize) -> Rational| Matrix::from_fn(n, n, value);
        assert_eq!(c.operator::<X>(), square(c.n(), &|x, y| twin.k(x, y)));
        assert_eq!(c.operator::<A>(), square(c.m(), &|a, b| twin.k_on_a(a, b)));
        assert_eq!(c.kernel::<X>(), square(c.n(), &|x, y| twin.k_x(x, y)));
        assert_eq!(c.kernel::<A>(), square(c.m(), &|a, b| twin.k_a(a, b)));
        assert_eq!(c.expectation::<X>(), Matrix::from_fn(c.n(), c.m(), |x, a| twin.a_given_x(a, x)));
        assert_eq!(c.expectation::<A>(), Matrix::from_fn(c.m(), c.n(), |a, x| twin.x_given_a(x, a)));
        assert_eq!(c.components(), twin.components());
        1
    });
}

#[test]
fn marginals_and_the_table() {
    for_all_contexts(&Scope::from_environment(), |c| {
        let twin = Twin::of(c);
        assert_eq!(c.marginal::<X>(), (0..c.n()).map(|x| twin.p(x)).collect::<Vec<_>>());
        assert_eq!(c.marginal::<A>(), (0..c.m()).map(|a| twin.q(a)).collect::<Vec<_>>());
        assert!((0..c.n()).all(|x| (0..c.m()).all(|a| c.joint(x, a) == twin.joint[x][a])));
        let flipped = Twin::of(&c.transposed());
        assert!((0..c.n()).all(|x| (0..c.m()).all(|a| flipped.joint[a][x] == twin.joint[x][a])));
        1
    });
}

type Furnished = (Context, [Function<X>; 2], [Function<A>; 2], Encoder<X>, Encoder<A>);

/// A context with two functions on each side and two encoders.
fn furnished() -> impl Strategy<Value = Furnished> {
    contexts().prop_flat_map(|c| {
        let (n, m) = (c.n(), c.m());
        let on_x = (functions(n), functions(n)).prop_map(|(f, g)| [f, g]);
        let on_a = (functions(m), functions(m)).prop_map(|(f, g)| [f, g]);
        (Just(c), on_x, on_a, encoders(n), encoders(m))
    })
}

#[test]
fn functions_and_encoders() {
    let scope = Scope { random: 5 * Scope::from_environment().random, ..Scope::from_environment() };
    check(&scope, &furnished(), |(c, [f1, f2], [g1, g2], phi, psi)| {
        let twin = Twin::of(&c);
        assert_eq!(c.expect::<X>(&g1).values(), twin.t(g1.values()));
        assert_eq!(c.expect::<A>(&f1).values(), twin.t_star(f1.values()));
        assert_eq!(c.inner(&f1, &f2), twin.inner_x(f1.values(), f2.values()));
        assert_eq!(c.inner(&g1, &g2), twin.inner_a(g1.values(), g2.values()));
        encoder(&c, &phi, &|f, g| twin.inner_x(f, g));
        encoder(&c, &psi, &|f, g| twin.inner_a(f, g));
        let average: Encoder<X> = c.expect_encoder(&psi);
        for j in 0..psi.dimension() {
            assert_eq!(average.matrix().column(j), twin.t(&psi.matrix().column(j)));
        }
    });
}

/// Gram matrix and centring, from an inner product.
fn encoder<S: contexture::context::Side>(
    c: &Context,
    phi: &Encoder<S>,
    inner: &dyn Fn(&[Rational], &[Rational]) -> Rational,
) {
    let (gram, centred) = (c.gram(phi, phi), c.centred_encoder(phi));
    for i in 0..phi.dimension() {
        let feature = phi.matrix().column(i);
        let mean = inner(&feature, &vec![Rational::one(); feature.len()]);
        assert_eq!(centred.matrix().column(i), feature.iter().map(|v| v - &mean).collect::<Vec<_>>());
        assert_eq!(c.mean(&phi.feature(i)), mean);
        for j in 0..phi.dimension() {
            assert_eq!(gram.get(i, j), inner(&feature, &phi.matrix().column(j)));
        }
    }
}

#[test]
fn norms_and_means_under_quickcheck() {
    fn law(AnyContext(c): AnyContext, values: Vec<i8>) -> bool {
        let value = |i: usize| values.get(i).copied().unwrap_or(1).into();
        let f = Function::<X>::new((0..c.n()).map(|i| Rational::from_integer(value(i))).collect());
        let twin = Twin::of(&c);
        let centred = c.centred(&f);
        c.norm_squared(&f) == twin.inner_x(f.values(), f.values())
            && c.norm_squared(&f) == c.norm_squared(&centred) + c.mean(&f) * c.mean(&f)
            && c.mean(&centred).is_zero()
            && f.minus(&f).is_zero()
    }
    let scope = Scope::from_environment();
    quickcheck::QuickCheck::new()
        .rng(quickcheck::Gen::from_size_and_seed(20, scope.seed))
        .tests(u64::from(scope.random))
        .quickcheck(law as fn(AnyContext, Vec<i8>) -> bool);
}

/// Expansion along the first row.
fn laplace(matrix: &[Vec<Rational>]) -> Rational {
    let Some((first, rest)) = matrix.split_first() else { return Rational::one() };
    let minor = |c: usize| -> Vec<Vec<Rational>> { rest.iter().map(|row| without(row, c)).collect() };
    let sign = |c: usize| if c.is_multiple_of(2) { Rational::one() } else { -Rational::one() };
    (0..first.len()).filter(|&c| !first[c].is_zero()).map(|c| sign(c) * &first[c] * laplace(&minor(c))).sum()
}

fn without(row: &[Rational], column: usize) -> Vec<Rational> {
    row.iter().enumerate().filter(|&(c, _)| c != column).map(|(_, v)| v.clone()).collect()
}

/// The size of the largest minor that is not zero.
fn rank_by_minors(matrix: &Matrix) -> usize {
    let submatrix_is_regular = |rows: &[usize], columns: &[usize]| {
        let rows: Vec<Vec<Rational>> =
            rows.iter().map(|&r| columns.iter().map(|&c| matrix.get(r, c)).collect()).collect();
        !laplace(&rows).is_zero()
    };
    let has_rank = |k: usize| {
        let columns = subsets(matrix.columns(), k);
        subsets(matrix.rows(), k).iter().any(|r| columns.iter().any(|c| submatrix_is_regular(r, c)))
    };
    (1..=matrix.rows().min(matrix.columns())).rev().find(|&k| has_rank(k)).unwrap_or(0)
}

/// The subsets of `0..n` with k elements.
fn subsets(n: usize, k: usize) -> Vec<Vec<usize>> {
    let members = |set: u32| (0..n).filter(move |i| set >> i & 1 == 1).collect::<Vec<usize>>();
    (0..1u32 << n).map(members).filter(|set| set.len() == k).collect()
}

/// Cramer's rule for one right-hand side; none if the matrix is singular.
fn cramer(matrix: &Matrix, right: &[Rational]) -> Option<Vec<Rational>> {
    let n = matrix.rows();
    let rows = |replaced: Option<usize>| -> Vec<Vec<Rational>> {
        let cell = |r: usize, c: usize| if replaced == Some(c) { right[r].clone() } else { matrix.get(r, c) };
        (0..n).map(|r| (0..n).map(|c| cell(r, c)).collect()).collect()
    };
    let whole = laplace(&rows(None));
    (!whole.is_zero()).then(|| (0..n).map(|c| laplace(&rows(Some(c))) / &whole).collect())
}

/// Matrices that contexts bring: the table, and `I - K / 2`, which is always regular.
fn matrices(c: &Context) -> [Matrix; 2] {
    let half = Rational::new(1.into(), 2.into());
    let table = Matrix::from_fn(c.n(), c.m(), |x, a| c.joint(x, a));
    [table, Matrix::identity(c.n()).minus(&c.operator::<X>().scaled(&half))]
}

#[test]
fn ranks() {
    let (mut full, mut deficient) = (0, 0);
    for_all_contexts(&Scope::from_environment().with_points(4), |c| {
        let [table, regular] = matrices(c);
        let expected = rank_by_minors(&table);
        assert_eq!(rank(&table), expected);
        assert_eq!(rank(&table.transposed()), expected);
        assert_eq!(rank(&regular), c.n());
        *(if expected == c.n().min(c.m()) { &mut full } else { &mut deficient }) += 1;
        1
    });
    assert!(full > 100 && deficient > 100, "{full} of full rank, {deficient} not");
}

#[test]
fn determinants_and_solutions() {
    let mut singular = 0;
    for_all_contexts(&Scope::from_environment(), |c| {
        let square = matrices(c).into_iter().filter(|m| m.rows() == m.columns());
        square
            .inspect(|matrix| {
                let n = matrix.rows();
                let rows: Vec<Vec<Rational>> = (0..n).map(|r| matrix.transposed().column(r)).collect();
                assert_eq!(determinant(matrix), laplace(&rows));
                let right = c.marginal::<X>();
                match cramer(matrix, &right) {
                    Some(solution) => {
                        let column = Matrix::rational(n, 1, &right);
                        assert_eq!(solve(matrix, &column).map(|z| z.column(0)), Some(solution));
                        assert_eq!(inverse(matrix).map(|i| i.times(&column)), solve(matrix, &column));
                    }
                    None => {
                        singular += 1;
                        assert!(inverse(matrix).is_none());
                    }
                }
            })
            .count()
    });
    assert!(singular > 100, "only {singular} singular matrices");
}

/// A twin that is wrong is told apart: the definitions with p and q exchanged, and without weights.
#[test]
fn wrong_twins_are_caught() {
    let (mut exchanged, mut unweighted) = (0, 0);
    for_all_contexts(&Scope::from_environment(), |c| {
        let twin = Twin::of(c);
        let k = c.operator::<X>();
        let cells = || (0..c.n()).flat_map(|x| (0..c.n()).map(move |y| (x, y)));
        exchanged += usize::from(cells().any(|(x, y)| k.get(x, y) != twin.k(y, x)));
        let plain: Rational = (0..c.n()).map(|x| k.get(x, x)).sum::<Rational>() / Rational::from_integer(c.n().into());
        unweighted += usize::from(plain != c.mean(&Function::<X>::new((0..c.n()).map(|x| k.get(x, x)).collect())));
        1
    });
    assert!(exchanged > 100 && unweighted > 100, "{exchanged} and {unweighted} caught");
}
