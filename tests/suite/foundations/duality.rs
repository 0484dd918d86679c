//! *duality*: `TT*` and `T*T` have the same non-zero eigenvalues, with the same multiplicities.

use super::*;
use contexture::exact::elimination::determinant;

/// Where the two polynomials below are compared: more points than their degree.
fn points(c: &Context) -> impl Iterator<Item = Rational> {
    (0..=(c.n() + c.m()) as i64).map(|i| ratio(2 * i + 1, 3))
}

/// `det(z I - K)`.
fn characteristic(operator: &Matrix, z: &Rational) -> Rational {
    determinant(&Matrix::identity(operator.rows()).scaled(z).minus(operator))
}

/// `z^M det(z I - TT*) = z^N det(z I - T*T)` as polynomials of degree N + M: at N + M + 1 points.
#[test]
fn characteristic_polynomials_agree_up_to_zeros() {
    let law = |c: &Context, on_x: &Matrix, on_a: &Matrix| {
        let side = |operator: &Matrix, zeros: usize, z: &Rational| characteristic(operator, z) * power(z, zeros);
        points(c).all(|z| side(on_x, c.m(), &z) == side(on_a, c.n(), &z))
    };
    holds_and_can_fail(
        |c| law(c, &c.operator::<X>(), &c.operator::<A>()),
        |c| law(c, &c.expectation::<X>().times(&c.expectation::<X>().transposed()), &c.operator::<A>()),
    );
}

fn power(z: &Rational, exponent: usize) -> Rational {
    (0..exponent).map(|_| z).product()
}

/// Numbers that are eigenvalues of many small contexts; with two points on a side, `trace - 1` always is.
pub fn candidates(c: &Context) -> Vec<Rational> {
    let mut candidates: Vec<Rational> =
        [1, 2, 3, 4, 5, 6, 9].into_iter().flat_map(|d| (0..=d).map(move |n| ratio(n, d))).collect();
    candidates.push(c.operator::<X>().trace() - Rational::one());
    candidates.sort();
    candidates.dedup();
    candidates
}

/// A basis of the eigenfunctions on a side, as columns.
pub fn eigenspace<S: Side>(c: &Context, eigenvalue: &Rational) -> Matrix {
    let n = c.size::<S>();
    null_space(&c.operator::<S>().minus(&Matrix::identity(n).scaled(eigenvalue)))
}

/// Multiplicities agree for every rational eigenvalue other than zero; `T nu` and `T* mu` are
/// eigenfunctions, and `||T nu||^2 = s^2 ||nu||^2`, so that `T nu / s` has the norm of nu.
#[test]
fn eigenfunctions_go_back_and_forth() {
    let scope = Scope::from_environment();
    let (mut shared, mut at_zero) = (0, 0);
    for_all_contexts(&scope, |c| {
        let mut eigenvalues = 0;
        for value in candidates(c) {
            let (on_x, on_a) = (eigenspace::<X>(c, &value), eigenspace::<A>(c, &value));
            if value.is_zero() {
                at_zero += usize::from(on_x.columns() != on_a.columns());
            } else {
                assert_eq!(on_x.columns(), on_a.columns(), "multiplicity of {value}");
                travels::<X>(c, &on_a, &value);
                travels::<A>(c, &on_x, &value);
                eigenvalues += on_x.columns();
            }
        }
        shared += eigenvalues.saturating_sub(1);
        eigenvalues
    });
    assert!(shared > 100, "only {shared} rational eigenvalues beside that of the constant function");
    assert!(at_zero > 0, "the eigenvalue zero was never an exception");
}

fn travels<S: Side>(c: &Context, eigenfunctions: &Matrix, value: &Rational) {
    for j in 0..eigenfunctions.columns() {
        let there = Function::<S::Other>::new(eigenfunctions.column(j));
        let here: Function<S> = c.expect(&there);
        assert!(!here.is_zero(), "T nu = 0 for the eigenvalue {value}");
        assert_eq!(apply::<S, S>(&c.operator::<S>(), &here), here.scaled(value));
        assert_eq!(c.norm_squared(&here), c.norm_squared(&there) * value);
        assert_eq!(c.expect::<S::Other>(&here), there.scaled(value), "T* T nu = s^2 nu");
    }
}
