//! Contexts whose spectrum is known in closed form.
//!
//! A spectrum here is that of `K = T T*` without the constant function: `N - 1` eigenvalues, written as
//! value x multiplicity.

use super::Context;
use crate::exact::rational::{Rational, integer, ratio};
use num_traits::{One, Signed, Zero};

/// X and A independent, with `p(x_i)` proportional to i + 1 and `q(a_j)` to j + 1.
/// Spectrum: 0 x (n - 1). Panics if n or m is zero.
pub fn independent(n: usize, m: usize) -> Context {
    from_fn(n, m, |x, a| integer((x + 1) * (a + 1)))
}

/// A is a label of X: class j holds `sizes[j]` equally likely points.
/// Spectrum: 1 x (number of classes - 1), 0 x the rest. Panics if there is no class, or an empty one.
pub fn deterministic(sizes: &[usize]) -> Context {
    let classes: Vec<usize> = sizes.iter().enumerate().flat_map(|(class, &size)| vec![class; size]).collect();
    assert!(!sizes.contains(&0), "a class holds points");
    from_fn(classes.len(), sizes.len(), |x, a| integer(u8::from(classes[x] == a)))
}

/// X and A determine each other, with n equally likely values.
/// Spectrum: 1 x (n - 1). Panics if n is zero.
pub fn perfect(n: usize) -> Context {
    from_fn(n, n, |x, a| integer(u8::from(x == a)))
}

/// One point on each side. Its spectrum is empty.
pub fn one_point() -> Context {
    perfect(1)
}

/// A is any value but that of X, all equally likely: every eigenvalue is tied, and T has a negative one.
/// Spectrum: 1/(n-1)^2 x (n - 1). Panics if n < 2.
pub fn any_other(n: usize) -> Context {
    from_fn(n, n, |x, a| integer(u8::from(x != a)))
}

/// A step around a cycle of n points, in either direction; a graph, with two parts where n is even.
/// Spectrum: `cos^2(2 pi k / n)` for k = 1..n-1, so that k and n - k are tied; irrational for n = 5 and
/// n > 6 other than 8 and 12. Panics if n < 3.
pub fn cycle(n: usize) -> Context {
    assert!(n >= 3, "a cycle has three points or more");
    from_fn(n, n, |x, a| integer(u8::from((x + 1) % n == a || (a + 1) % n == x)))
}

/// The complete bipartite graph: every vertex of one part beside every vertex of the other. The sides of
/// the context are the vertices, so that the sign of the part has eigenvalue -1 for T.
/// Spectrum: 1 x 1, 0 x (left + right - 2). Panics if a part is empty.
pub fn complete_bipartite(left: usize, right: usize) -> Context {
    assert!(left > 0 && right > 0, "a part holds vertices");
    let n = left + right;
    from_fn(n, n, |x, a| integer(u8::from((x < left) != (a < left))))
}

/// A symmetric binary channel, 3 : 1, with every letter split into equally likely copies: a table of rank
/// two, whatever its size.
/// Spectrum: 1/4 x 1, 0 x (2 copies - 2). Panics if `copies` is zero.
pub fn split_channel(copies: usize) -> Context {
    from_fn(2 * copies, 2 * copies, |x, a| integer(if x % 2 == a % 2 { 3 } else { 1 }))
}

/// Three components of different kinds: a binary channel, one point, and independent variables.
/// Spectrum: 1 x 2, 1/4 x 1, 0 x 1.
pub fn disconnected() -> Context {
    counts(&[
        [3, 1, 0, 0, 0, 0], //
        [1, 3, 0, 0, 0, 0],
        [0, 0, 5, 0, 0, 0],
        [0, 0, 0, 1, 2, 3],
        [0, 0, 0, 2, 4, 6],
    ])
}

/// A is X, lost with probability `lost`: one column more than rows.
/// Spectrum: (1 - lost) x (n - 1). Panics if n is zero, or `lost` outside [0, 1).
pub fn erasure(n: usize, lost: &Rational) -> Context {
    assert!(!lost.is_negative() && lost < &Rational::one(), "a probability below 1");
    from_fn(n, n + 1, |x, a| match a {
        a if a == n => lost.clone(),
        a if a == x => Rational::one() - lost,
        _ => Rational::zero(),
    })
}

/// X is uniform on `{-,+}^d`, and A is X with each sign replaced by `*` with probability alpha.
/// Spectrum: `(1 - alpha)^k` x binomial(d, k) for k = 1..d: the products of k signs. Panics if d is zero
/// or alpha outside [0, 1], and beyond the limits of a context (d > 9).
pub fn masked_signs(d: usize, alpha: &Rational) -> Context {
    let kept = Rational::one() - alpha;
    let zero = Rational::zero();
    signs(d, "-+*", &[vec![kept.clone(), zero.clone(), alpha.clone()], vec![zero, kept, alpha.clone()]])
}

/// X is uniform on `{-,+}^d`, and A is X with each sign flipped with probability alpha/2.
/// Spectrum: `(1 - alpha)^2k` x binomial(d, k) for k = 1..d: the products of k signs. Panics if d is zero
/// or alpha outside [0, 2], and beyond the limits of a context (d > 12).
pub fn flipped_signs(d: usize, alpha: &Rational) -> Context {
    let flipped = alpha / integer(2);
    let kept = Rational::one() - &flipped;
    signs(d, "-+", &[vec![kept.clone(), flipped.clone()], vec![flipped, kept]])
}

/// d independent copies of a context of one sign: rows are `-` and `+`, columns are `letters`.
fn signs(d: usize, letters: &str, rows: &[Vec<Rational>]) -> Context {
    assert!(d > 0, "one sign or more");
    let (x, a) = (words("-+", d), words(letters, d));
    let weight = |x: &[usize], a: &[usize]| x.iter().zip(a).map(|(&x, &a)| rows[x][a].clone()).product();
    let rows: Vec<Vec<Rational>> = x.iter().map(|(_, x)| a.iter().map(|(_, a)| weight(x, a)).collect()).collect();
    let labels = |words: Vec<(String, Vec<usize>)>| words.into_iter().map(|(word, _)| word).collect();
    Context::new(labels(x), labels(a), &rows).unwrap_or_else(|e| panic!("a context of {d} signs: {e}"))
}

/// All words of d letters, with the indices of their letters.
fn words(letters: &str, d: usize) -> Vec<(String, Vec<usize>)> {
    let longer = |words: Vec<(String, Vec<usize>)>| {
        let append = |(word, indices): &(String, Vec<usize>), (i, letter): (usize, char)| {
            (format!("{word}{letter}"), [indices.as_slice(), &[i]].concat())
        };
        words.iter().flat_map(|word| letters.chars().enumerate().map(move |next| append(word, next))).collect()
    };
    (0..d).fold(vec![(String::new(), Vec::new())], |words, _| longer(words))
}

fn from_fn(n: usize, m: usize, weight: impl Fn(usize, usize) -> Rational) -> Context {
    let rows: Vec<Vec<Rational>> = (0..n).map(|x| (0..m).map(|a| weight(x, a)).collect()).collect();
    Context::unlabelled(&rows).unwrap_or_else(|e| panic!("a context of {n} x {m}: {e}"))
}

fn counts<const M: usize>(rows: &[[u64; M]]) -> Context {
    Context::from_counts(rows).expect("a table with mass")
}

/// A context with its name and its spectrum.
#[derive(Clone, Debug)]
pub struct Exhibit {
    /// As the function of this module that makes it, with its arguments.
    pub name: &'static str,
    /// The context.
    pub context: Context,
    /// The eigenvalues of `K`, largest first, with their multiplicities, without the constant function.
    pub spectrum: Vec<(Rational, usize)>,
}

/// A small context of every kind whose spectrum is rational: ties, zero cells, low rank, several
/// components, one point, tables that are wide or tall.
pub fn exhibits() -> Vec<Exhibit> {
    let (zero, one, half) = (integer(0), integer(1), ratio(1, 2));
    let exhibit = |name, context, spectrum: &[(&Rational, usize)]| {
        let spectrum = spectrum.iter().map(|&(value, multiplicity)| (value.clone(), multiplicity)).collect();
        Exhibit { name, context, spectrum }
    };
    let quarter = ratio(1, 4);
    vec![
        exhibit("independent(3, 2)", independent(3, 2), &[(&zero, 2)]),
        exhibit("independent(1, 3)", independent(1, 3), &[]),
        exhibit("deterministic([1, 3, 2])", deterministic(&[1, 3, 2]), &[(&one, 2), (&zero, 3)]),
        exhibit("perfect(4)", perfect(4), &[(&one, 3)]),
        exhibit("one_point()", one_point(), &[]),
        exhibit("any_other(2)", any_other(2), &[(&one, 1)]),
        exhibit("any_other(4)", any_other(4), &[(&ratio(1, 9), 3)]),
        exhibit("cycle(3)", cycle(3), &[(&quarter, 2)]),
        exhibit("cycle(6)", cycle(6), &[(&one, 1), (&quarter, 4)]),
        exhibit("cycle(8)", cycle(8), &[(&one, 1), (&half, 4), (&zero, 2)]),
        exhibit("complete_bipartite(2, 3)", complete_bipartite(2, 3), &[(&one, 1), (&zero, 3)]),
        exhibit("split_channel(2)", split_channel(2), &[(&quarter, 1), (&zero, 2)]),
        exhibit("disconnected()", disconnected(), &[(&one, 2), (&quarter, 1), (&zero, 1)]),
        exhibit("erasure(3, 1/3)", erasure(3, &ratio(1, 3)), &[(&ratio(2, 3), 2)]),
        exhibit("masked_signs(2, 1/2)", masked_signs(2, &half), &[(&half, 2), (&quarter, 1)]),
        exhibit("flipped_signs(2, 1/2)", flipped_signs(2, &half), &[(&quarter, 2), (&ratio(1, 16), 1)]),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::{A, X};
    use super::*;
    use crate::exact::elimination::{determinant, null_space};
    use crate::exact::matrix::Matrix;
    use num_traits::Pow;

    fn shifted(k: &Matrix, eigenvalue: &Rational) -> Matrix {
        k.minus(&Matrix::identity(k.rows()).scaled(eigenvalue))
    }

    /// K can be diagonalised, so eigenspaces that fill the space are its whole spectrum.
    #[test]
    fn every_spectrum_is_that_of_its_context() {
        for Exhibit { name, context, spectrum } in exhibits() {
            let k = context.operator::<X>();
            assert!(spectrum.is_sorted_by(|a, b| a.0 > b.0), "{name}: largest first");
            assert_eq!(spectrum.iter().map(|e| e.1).sum::<usize>(), context.n() - 1, "{name}: N - 1 eigenvalues");
            for (eigenvalue, multiplicity) in spectrum {
                let constant = usize::from(eigenvalue.is_one());
                let eigenspace = null_space(&shifted(&k, &eigenvalue)).columns();
                assert_eq!(eigenspace, multiplicity + constant, "{name}: the multiplicity of {eigenvalue}");
                assert!(determinant(&shifted(&k, &eigenvalue)).is_zero());
            }
        }
    }

    #[test]
    fn names_are_distinct_and_kinds_are_all_there() {
        let all = exhibits();
        let mut names: Vec<_> = all.iter().map(|e| e.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all.len());
        for (kind, test) in [
            ("wide", (|c| c.n() < c.m()) as fn(&Context) -> bool),
            ("tall", |c| c.n() > c.m()),
            ("disconnected", |c| c.components() == 3),
            ("one point", |c| (c.n(), c.m()) == (1, 1)),
            ("zero cells", |c| c.weights().iter().any(Zero::is_zero)),
        ] {
            assert!(all.iter().any(|e| test(&e.context)), "no exhibit is {kind}");
        }
    }

    /// `cos^2(2 pi k / 5)` are the roots of `16 t^2 - 12 t + 1`, each twice.
    #[test]
    fn the_pentagon_has_irrational_ties() {
        let k = cycle(5).operator::<X>();
        let one = Matrix::identity(5);
        let q = k.times(&k).scaled(&integer(16)).minus(&k.scaled(&integer(12))).plus(&one);
        assert_eq!(null_space(&q).columns(), 4);
        assert_eq!(k.trace(), integer(1) + ratio(12, 16) * integer(2), "both roots equally often");
    }

    /// Its context complexity `max kX(x,x)` is `(2 - alpha)^d`, or `(alpha^2 - 2 alpha + 2)^d` with flips.
    #[test]
    fn signs_have_the_known_spectrum_and_complexity() {
        let alpha = ratio(1, 3);
        for (d, binomials) in [(1, vec![1]), (3, vec![3, 3, 1])] {
            let (masked, flipped) = (masked_signs(d, &alpha), flipped_signs(d, &alpha));
            for (k, multiplicity) in (1..).zip(binomials) {
                let eigenvalue: Rational = Pow::pow(Rational::one() - &alpha, k as u32);
                let square = &eigenvalue * &eigenvalue;
                assert_eq!(null_space(&shifted(&masked.operator::<X>(), &eigenvalue)).columns(), multiplicity);
                assert_eq!(null_space(&shifted(&flipped.operator::<X>(), &square)).columns(), multiplicity);
            }
            let complexity: Rational = Pow::pow(integer(2) - &alpha, d as u32);
            assert_eq!(masked.kernel::<X>().get(0, 0), complexity);
            let complexity: Rational = Pow::pow(&alpha * &alpha - integer(2) * &alpha + integer(2), d as u32);
            assert_eq!(flipped.kernel::<X>().get(0, 0), complexity);
        }
        assert_eq!(masked_signs(2, &ratio(1, 2)).joint(0, 2), ratio(1, 16), "-- becomes -* once in four");
        assert_eq!(masked_signs(2, &integer(1)).m(), 1, "all is lost");
        assert_eq!(masked_signs(2, &alpha).index::<A>("*+"), Some(7));
    }
}
