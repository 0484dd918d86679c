//! Naive twins: definitions as the conventions write them, slow and easy to read, against the library.

use crate::generators::random::{AnyContext, check, contexts, encoders, functions};
use crate::generators::{Scope, for_all_contexts};
use contexture::context::{A, Context, Encoder, Function, X};
use contexture::exact::elimination::rank;
use contexture::exact::matrix::Matrix;
use contexture::exact::rational::Rational;
use num_traits::{One, Zero};
use proptest::prelude::*;

mod algebra;

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
