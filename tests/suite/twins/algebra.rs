//! Determinant, rank, solutions and inertia by the formulas of a first course.

use crate::generators::{Scope, for_all_contexts};
use contexture::context::{Context, X};
use contexture::exact::elimination::{Inertia, determinant, inertia, inverse, rank, solve};
use contexture::exact::matrix::Matrix;
use contexture::exact::rational::Rational;
use num_traits::{One, Signed, Zero};

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

/// Sylvester's law read off the characteristic polynomial `sum (-1)^k e_k x^(n-k)`, where `e_k` is the sum
/// of the principal k x k minors: all roots are real, so Descartes' rule counts the positive ones.
fn inertia_by_descartes(matrix: &Matrix) -> Inertia {
    let n = matrix.rows();
    let minor = |set: &Vec<usize>| {
        laplace(&set.iter().map(|&r| set.iter().map(|&c| matrix.get(r, c)).collect()).collect::<Vec<_>>())
    };
    let sign = |k: usize| if k.is_multiple_of(2) { Rational::one() } else { -Rational::one() };
    let coefficients: Vec<Rational> =
        (0..=n).map(|k| sign(k) * subsets(n, k).iter().map(minor).sum::<Rational>()).collect();
    let zero = coefficients.iter().rev().take_while(|c| c.is_zero()).count();
    let signs: Vec<bool> = coefficients.iter().filter(|c| !c.is_zero()).map(Signed::is_positive).collect();
    let positive = signs.windows(2).filter(|pair| pair[0] != pair[1]).count();
    Inertia { positive, zero, negative: n - zero - positive }
}

/// Symmetric matrices with eigenvalues of all signs: the bipartite `[0 P; P^T 0]`, whose diagonal gives
/// no pivot, and the kernel less half the identity.
fn symmetric_matrices(c: &Context) -> [Matrix; 2] {
    let (n, m) = (c.n(), c.m());
    let bipartite = Matrix::from_fn(n + m, n + m, |i, j| match (i < n, j < n) {
        (true, false) => c.joint(i, j - n),
        (false, true) => c.joint(j, i - n),
        _ => Rational::zero(),
    });
    let half = Rational::new(1.into(), 2.into());
    let shifted = c.kernel::<X>().minus(&Matrix::identity(n).scaled(&half));
    [bipartite, shifted]
}

#[test]
fn inertias() {
    let (mut indefinite, mut singular) = (0, 0);
    for_all_contexts(&Scope::from_environment().with_points(3), |c| {
        let symmetric = symmetric_matrices(c);
        for matrix in &symmetric {
            let found = inertia(matrix);
            assert_eq!(found, inertia_by_descartes(matrix));
            let positive_and_negative = found.positive > 0 && found.negative > 0;
            indefinite += usize::from(positive_and_negative);
            singular += usize::from(found.zero > 0);
        }
        symmetric.len()
    });
    assert!(indefinite > 100 && singular > 100, "{indefinite} indefinite, {singular} singular");
}
