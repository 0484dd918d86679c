//! Singular systems: orthonormal singular functions on both sides, value by value as exact real numbers.

use super::eigenspace::Eigenspace;
use super::function::Function;
use super::side::{A, Side, X};
use super::spectrum::{Eigenvalue, Spectrum};
use super::table::Context;
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::eigencolumns::eigencolumns;
use crate::exact::matrix::Matrix;
use crate::exact::polynomial::Polynomial;
use crate::exact::rational::{Rational, integer, ratio};
use crate::exact::real::Real;
use num_traits::Zero;
use std::cmp::Ordering;

/// How many choices of a singular system there are to try: see [`SingularSystem::of`].
pub const CHOICES: usize = 4;

/// Left and right singular functions of a context, orthonormal, largest singular value first:
/// `T nu_i = s_i mu_i` and `T* mu_i = s_i nu_i`, with `mu_0 = nu_0 = 1`.
#[derive(Clone, Debug)]
pub struct SingularSystem {
    left: Vec<Vec<Real>>,
    right: Vec<Vec<Real>>,
}

/// The choices that differ: all of them where values are tied on either side, else two, which differ in sign.
pub fn choices(context: &Context, spectrum: &Spectrum) -> std::ops::Range<usize> {
    let tied = spectrum.eigenvalues().iter().any(|e| e.multiplicity > 1);
    let kernel = context.m() - 1 - spectrum.rank();
    0..if tied || kernel > 1 { CHOICES } else { 2 }
}

impl SingularSystem {
    /// One of the singular systems of a context with this spectrum. Singular functions are unique only up to
    /// sign, and where singular values are tied up to a rotation, so there are several:
    ///
    /// | choice | is |
    /// | --- | --- |
    /// | 0 | the canonical one |
    /// | 1 | with the sign of every function but the constant ones changed |
    /// | 2 | with the functions of each tie in the opposite order |
    /// | 3 | with the functions of each tie rotated, first and second, third and fourth and so on, by (3/5, 4/5) |
    ///
    /// The kernel of T on A counts as a tie. On a context without ties the choices 0, 2 and 3 are the same.
    /// Panics unless `choice <` [`CHOICES`], or if the spectrum is another context's.
    pub fn of(context: &Context, spectrum: &Spectrum, choice: usize) -> SingularSystem {
        assert!(choice < CHOICES, "the choices of a singular system are numbered below {CHOICES}");
        assert_eq!(spectrum.len() + 1, context.n(), "a context and its own spectrum");
        let adjoint = context.expectation::<A>();
        let mut left = vec![ones(context.n())];
        let mut right = vec![ones(context.m())];
        for eigenvalue in spectrum.eigenvalues() {
            let basis = chosen(orthonormal(context, spectrum, eigenvalue), choice);
            if eigenvalue.value.sign() == Ordering::Greater {
                let s = root(&Real::from(eigenvalue.value.clone()));
                right.extend(basis.iter().map(|mu| divided(&applied(&adjoint, mu), &s)));
            }
            left.extend(basis);
        }
        let zero = Eigenvalue { value: integer(0).into(), multiplicity: 0 };
        right.extend(chosen(rational_orthonormal(context, &context.eigenspace::<A>(&zero)), choice));
        SingularSystem { left, right }
    }

    /// The values of `mu_i` on X; `None` unless `0 <= i <= N - 1`.
    pub fn left(&self, i: usize) -> Option<&[Real]> {
        self.left.get(i).map(Vec::as_slice)
    }

    /// The values of `nu_i` on A; `None` unless `0 <= i <= M - 1`. Past the rank of T they are a basis of its
    /// kernel.
    pub fn right(&self, i: usize) -> Option<&[Real]> {
        self.right.get(i).map(Vec::as_slice)
    }
}

fn ones(size: usize) -> Vec<Real> {
    vec![Real::from(integer(1)); size]
}

/// Orthonormal functions on X that span the eigenspace.
fn orthonormal(context: &Context, spectrum: &Spectrum, eigenvalue: &Eigenvalue) -> Vec<Vec<Real>> {
    let value = &eigenvalue.value;
    if value.as_rational().is_some() {
        return rational_orthonormal(context, &context.eigenspace::<X>(eigenvalue));
    }
    let operator = context.operator::<X>();
    let columns = eigencolumns(&operator, &cofactor(spectrum, value), value, eigenvalue.multiplicity);
    columns.iter().map(|column| normalised_at(context, value, column)).collect()
}

/// The product of the polynomials of all eigenvalues that are not roots of this one's.
fn cofactor(spectrum: &Spectrum, value: &RealAlgebraic) -> Polynomial {
    let own = value.polynomial();
    // The constant function's eigenvalue is 1, and may be no other's.
    let mut others = vec![Polynomial::vanishing_at(&integer(1))];
    for polynomial in spectrum.eigenvalues().iter().map(|e| e.value.polynomial()) {
        if polynomial != own && !others.contains(&polynomial) {
            others.push(polynomial);
        }
    }
    others.iter().fold(Polynomial::one(), |product, p| product.times(p))
}

/// A function whose values are polynomials at an algebraic number, over its norm.
fn normalised_at(context: &Context, at: &RealAlgebraic, values: &[Polynomial]) -> Vec<Real> {
    let modulus = at.polynomial();
    let squares = values.iter().zip(context.row_sums()).map(|(f, w)| f.times(f).scaled(w));
    let sum = squares.fold(Polynomial::new(Vec::new()), |sum, square| sum.plus(&square));
    // The denominators: reduction multiplies by a power of the leading coefficient.
    let steps = modulus.degree() - 1;
    let scale = modulus.leading().pow(steps as u32) * context.total();
    let square = Real::polynomial_at(sum.pseudo_remainder(&modulus, steps), at);
    let norm = root(&square.times(&Real::from(Rational::from(scale).recip())));
    divided(&values.iter().map(|f| Real::polynomial_at(f.clone(), at)).collect::<Vec<_>>(), &norm)
}

/// The rational basis of an eigenspace, each function over its norm.
fn rational_orthonormal<S: Side>(context: &Context, space: &Eigenspace<S>) -> Vec<Vec<Real>> {
    let basis = space.rational_basis().expect("the eigenvalue is rational");
    let normalised = |f: &Function<S>| {
        // f / sqrt(r) = (f / r) sqrt(r)
        let square = context.norm_squared(f);
        let norm = root(&Real::from(square.clone()));
        f.values().iter().map(|v| norm.times(&Real::from(v / &square))).collect()
    };
    basis.iter().map(normalised).collect()
}

/// The functions of one tie as a choice has them.
fn chosen(mut basis: Vec<Vec<Real>>, choice: usize) -> Vec<Vec<Real>> {
    match choice {
        1 => basis.iter_mut().flatten().for_each(|v| *v = v.negated()),
        2 => basis.reverse(),
        3 => {
            let combined = |f: &[Real], g: &[Real], c: &Real, s: &Real| -> Vec<Real> {
                f.iter().zip(g).map(|(f, g)| f.times(c).plus(&g.times(s))).collect()
            };
            let (c, s) = (Real::from(ratio(3, 5)), Real::from(ratio(4, 5)));
            for pair in basis.chunks_exact_mut(2) {
                let first = combined(&pair[0], &pair[1], &c, &s);
                pair[1] = combined(&pair[0], &pair[1], &s.negated(), &c);
                pair[0] = first;
            }
        }
        _ => {}
    }
    basis
}

/// A rational matrix times a column.
fn applied(matrix: &Matrix, f: &[Real]) -> Vec<Real> {
    let entry = |row: usize| {
        let terms = f.iter().enumerate().map(|(k, value)| (matrix.get(row, k), value));
        Real::sum(terms.filter(|(c, _)| !c.is_zero()).map(|(c, value)| value.times(&Real::from(c))))
    };
    (0..matrix.rows()).map(entry).collect()
}

/// Every value over a positive number.
fn divided(f: &[Real], by: &Real) -> Vec<Real> {
    f.iter().map(|v| v.divided_by(by).ok().flatten().expect("a positive number with a known sign")).collect()
}

/// The root of a number whose sign follows from its form, and which is not negative.
fn root(square: &Real) -> Real {
    square.sqrt().ok().flatten().expect("not negative, with a known sign")
}

#[cfg(test)]
mod tests {
    use super::super::gallery;
    use super::*;
    use crate::exact::dyadic::Dyadic;
    use crate::exact::enclosure::Enclosure;

    const BITS: u64 = 160;

    fn enclosures(f: &[Real]) -> Vec<Enclosure> {
        f.iter().map(|v| v.enclose(100)).collect()
    }

    fn sum(terms: impl IntoIterator<Item = Enclosure>) -> Enclosure {
        terms.into_iter().fold(Enclosure::integer(0), |s, t| s.add(&t, BITS))
    }

    fn times(a: &Enclosure, b: &Rational) -> Enclosure {
        a.mul(&Enclosure::rational(b, BITS), BITS)
    }

    /// That the enclosure holds the number and little else.
    fn assert_is(found: &Enclosure, expected: &Rational, what: &str) {
        assert!(found.contains(expected), "{what}: {expected} is not in {found:?}");
        assert!(found.width() <= Dyadic::new(1, -60), "{what}: {found:?} is wide");
    }

    fn assert_orthonormal(functions: &[Vec<Enclosure>], weights: &[Rational], what: &str) {
        for (i, f) in functions.iter().enumerate() {
            for (j, g) in functions.iter().enumerate().take(i + 1) {
                let inner = sum(f.iter().zip(g).zip(weights).map(|((f, g), w)| times(&f.mul(g, BITS), w)));
                assert_is(&inner, &integer(u8::from(i == j)), &format!("{what}: <{i}, {j}>"));
            }
        }
    }

    /// Everything that makes a singular system, by enclosures.
    fn assert_singular_system(context: &Context, what: &str) {
        let spectrum = Spectrum::of(context);
        let (n, m) = (context.n(), context.m());
        let (to_x, to_a) = (context.expectation::<X>(), context.expectation::<A>());
        let image = |matrix: &Matrix, f: &[Enclosure], row: usize| {
            sum(f.iter().enumerate().map(|(k, v)| times(v, &matrix.get(row, k))))
        };
        let mut seen: Vec<Vec<Vec<Enclosure>>> = Vec::new();
        for choice in 0..CHOICES {
            let what = format!("{what}, choice {choice}");
            let system = SingularSystem::of(context, &spectrum, choice);
            let left: Vec<_> = (0..n).map(|i| enclosures(system.left(i).unwrap())).collect();
            let right: Vec<_> = (0..m).map(|i| enclosures(system.right(i).unwrap())).collect();
            assert!(system.left(n).is_none() && system.right(m).is_none());
            assert!(left[0].iter().chain(&right[0]).all(|v| *v == Enclosure::integer(1)));
            // Mean zero is orthogonality to the first.
            assert_orthonormal(&left, &context.marginal::<X>(), &what);
            assert_orthonormal(&right, &context.marginal::<A>(), &what);
            let s: Vec<_> = (0..n).map(|i| spectrum.singular_value(i).unwrap().enclose(100)).collect();
            let zero = integer(0);
            for i in 0..m.max(n) {
                let s_i = s.get(i).cloned().unwrap_or(Enclosure::integer(0));
                for x in (0..n).filter(|_| i < m) {
                    let expected = left.get(i).map_or(Enclosure::integer(0), |mu| mu[x].mul(&s_i, BITS));
                    assert_is(&image(&to_x, &right[i], x).sub(&expected, BITS), &zero, &format!("{what}: T nu_{i}"));
                }
                for a in (0..m).filter(|_| i < n) {
                    let expected = right.get(i).map_or(Enclosure::integer(0), |nu| nu[a].mul(&s_i, BITS));
                    assert_is(&image(&to_a, &left[i], a).sub(&expected, BITS), &zero, &format!("{what}: T* mu_{i}"));
                }
            }
            let (p, q) = (context.marginal::<X>(), context.marginal::<A>());
            for (x, p) in p.iter().enumerate() {
                for (a, q) in q.iter().enumerate() {
                    let terms = (0..n.min(m)).map(|i| s[i].mul(&left[i][x], BITS).mul(&right[i][a], BITS));
                    let joint = times(&sum(terms), &(p * q));
                    assert_is(&joint, &context.joint(x, a), &format!("{what}: P({x}, {a})"));
                }
            }
            seen.push(left);
        }
        let flipped = |a: &Enclosure, b: &Enclosure| a.add(b, BITS).contains_zero();
        assert!((1..n).all(|i| seen[0][i].iter().zip(&seen[1][i]).all(|(a, b)| flipped(a, b))));
        // The second and third choices differ from the first exactly where there are ties.
        let values = |k: usize| seen[k].iter().flatten();
        let same = |k: usize| values(0).zip(values(k)).all(|(a, b)| a.sub(b, BITS).contains_zero());
        let tied = spectrum.eigenvalues().iter().any(|e| e.multiplicity > 1);
        assert_eq!((same(2), same(3)), (!tied, !tied), "{what}");
    }

    /// `<mu_i, mu_j>` and `sum s mu nu p q = P` are decided, not only enclosed.
    fn assert_decided(context: &Context, what: &str) {
        let spectrum = Spectrum::of(context);
        let (p, q) = (context.marginal::<X>(), context.marginal::<A>());
        for choice in 0..CHOICES {
            let system = SingularSystem::of(context, &spectrum, choice);
            for i in 0..context.n() {
                for j in 0..=i {
                    let (f, g) = (system.left(i).unwrap(), system.left(j).unwrap());
                    let terms = f.iter().zip(g).zip(&p).map(|((f, g), w)| f.times(g).times(&Real::from(w.clone())));
                    let expected = Real::from(integer(u8::from(i == j)));
                    let found = Real::sum(terms).compare(&expected);
                    assert_eq!(found, Ok(Ordering::Equal), "{what}: <{i}, {j}>");
                }
            }
            for (x, p) in p.iter().enumerate() {
                for (a, q) in q.iter().enumerate() {
                    let terms = (0..context.n().min(context.m())).map(|i| {
                        let s = spectrum.singular_value(i).unwrap();
                        let weight = Real::from(p * q);
                        Real::product([
                            s,
                            system.left(i).unwrap()[x].clone(),
                            system.right(i).unwrap()[a].clone(),
                            weight,
                        ])
                    });
                    let found = Real::sum(terms).compare(&Real::from(context.joint(x, a)));
                    assert_eq!(found, Ok(Ordering::Equal), "{what}: P({x}, {a})");
                }
            }
        }
    }

    #[test]
    fn equations_of_singular_systems_are_decided() {
        assert_decided(&gallery::cycle(5), "cycle of 5");
        for rows in [
            [[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]].as_slice(),
            &[[3, 1, 0, 0], [2, 5, 0, 0], [0, 0, 3, 1], [0, 0, 2, 5]],
            &[[1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 1]],
            &[[2, 1, 0, 0], [1, 2, 1, 0], [0, 1, 3, 1], [0, 0, 1, 1]],
            &[[68, 20, 15, 5], [119, 84, 54, 29], [26, 17, 14, 14], [7, 94, 10, 16]],
        ] {
            assert_decided(&Context::from_counts(rows).unwrap(), &format!("{rows:?}"));
        }
    }

    #[test]
    fn systems_of_the_gallery() {
        let mut irrational_ties = 0;
        for exhibit in gallery::exhibits() {
            if exhibit.context.n().max(exhibit.context.m()) <= 7 {
                assert_singular_system(&exhibit.context, exhibit.name);
            }
        }
        for n in [5, 7] {
            let context = gallery::cycle(n);
            irrational_ties +=
                Spectrum::of(&context).eigenvalues().iter().filter(|e| e.value.as_rational().is_none()).count();
            assert_singular_system(&context, &format!("cycle of {n}"));
        }
        assert_eq!(irrational_ties, 5);
    }

    #[test]
    fn systems_of_small_tables() {
        let tables: [&[&[u64]]; 9] = [
            &[&[3]],
            &[&[1, 2, 3]],
            &[&[1], &[2], &[3]],
            &[&[3, 1], &[2, 5]],
            &[&[5, 1, 0, 2], &[1, 4, 1, 1], &[0, 2, 7, 1]],
            &[&[5, 1, 0], &[1, 4, 2], &[0, 1, 7], &[2, 1, 1], &[1, 1, 1]],
            // Rank two, three dimensions of zeros.
            &[&[1, 2, 3, 4], &[2, 4, 6, 8], &[1, 1, 1, 1], &[2, 2, 2, 2]],
            // Two copies of one table with irrational eigenvalues: 1, and two ties.
            &[
                &[5, 1, 0, 0, 0, 0],
                &[1, 4, 2, 0, 0, 0],
                &[0, 1, 7, 0, 0, 0],
                &[0, 0, 0, 5, 1, 0],
                &[0, 0, 0, 1, 4, 2],
                &[0, 0, 0, 0, 1, 7],
            ],
            &[&[68, 20, 15, 5], &[119, 84, 54, 29], &[26, 17, 14, 14], &[7, 94, 10, 16]],
        ];
        for rows in tables {
            let rationals: Vec<Vec<Rational>> = rows.iter().map(|r| r.iter().map(|&v| integer(v)).collect()).collect();
            assert_singular_system(&Context::unlabelled(&rationals).unwrap(), &format!("{rows:?}"));
        }
    }
}
