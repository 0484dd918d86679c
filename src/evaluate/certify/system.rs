//! Singular functions that are rational up to their norms.

use crate::certificate::{Function, Number, System};
use crate::context::{A, Context, Eigenvalue, Function as OnSide, Side, Spectrum, X};
use crate::exact::rational::{Rational, integer};
use num_bigint::BigInt;
use num_traits::One;
use std::cmp::Ordering;

/// The singular system with the number of a choice
/// ([`SingularSystem::of`](crate::context::singular::SingularSystem::of)), every function times a positive
/// number; the error says why there is none.
pub(super) fn system(context: &Context, spectrum: &Spectrum, choice: usize) -> Result<System, &'static str> {
    let (mut left, mut right) = (vec![ones(context.n())], vec![ones(context.m())]);
    for eigenvalue in spectrum.eigenvalues() {
        let space = context.eigenspace::<X>(eigenvalue);
        let basis = space.rational_basis().ok_or("singular functions are not rational, not even up to their norms")?;
        let basis = chosen(context, basis.to_vec(), choice)?;
        if eigenvalue.value.sign() == Ordering::Greater {
            right.extend(basis.iter().map(|mu| function(&context.expect::<A>(mu))));
        }
        left.extend(basis.iter().map(function));
    }
    let zero = Eigenvalue { value: integer(0).into(), multiplicity: 0 };
    let kernel = context.eigenspace::<A>(&zero);
    let basis = kernel.rational_basis().expect("zero is rational").to_vec();
    right.extend(chosen(context, basis, choice)?.iter().map(function));
    Ok(System { left, right })
}

fn ones(size: usize) -> Function {
    vec![Number(Rational::one()); size]
}

fn function<S: Side>(f: &OnSide<S>) -> Function {
    f.values().iter().cloned().map(Number).collect()
}

/// The orthogonal functions of one tie as a choice has them.
fn chosen<S: Side>(
    context: &Context,
    mut basis: Vec<OnSide<S>>,
    choice: usize,
) -> Result<Vec<OnSide<S>>, &'static str> {
    match choice {
        1 => basis = basis.iter().map(|f| f.scaled(&integer(-1))).collect(),
        2 => basis.reverse(),
        3 => {
            for pair in basis.chunks_exact_mut(2) {
                // (3/5) f / ||f|| + (4/5) g / ||g||, times 5 ||f||: g is to have the norm of f.
                let ratio = context.norm_squared(&pair[0]) / context.norm_squared(&pair[1]);
                let ratio = root(&ratio).ok_or("a rotation of singular functions is not rational up to its norm")?;
                let (f, g) = (pair[0].clone(), pair[1].scaled(&ratio));
                let combined = |a: i64, b: i64| f.scaled(&integer(a)).minus(&g.scaled(&integer(-b)));
                (pair[0], pair[1]) = (combined(3, 4), combined(-4, 3));
            }
        }
        _ => {}
    }
    Ok(basis)
}

/// The rational square root.
fn root(square: &Rational) -> Option<Rational> {
    let exact = |n: &BigInt| Some(n.sqrt()).filter(|r| r * r == *n);
    Some(Rational::new(exact(square.numer())?, exact(square.denom())?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::SingularSystem;
    use crate::context::gallery;
    use crate::context::singular::CHOICES;
    use crate::exact::real::Real;

    /// That a function is a positive multiple of one of norm 1.
    fn assert_multiple(found: &Function, normed: &[Real], what: &str) {
        let terms = found.iter().zip(normed).map(|(f, g)| Real::from(f.0.clone()).times(g));
        assert_eq!(Real::sum(terms).compare(&Real::zero()), Ok(Ordering::Greater), "{what}");
        for (i, j) in (0..found.len()).flat_map(|i| (0..i).map(move |j| (i, j))) {
            let cross = |i: usize, j: usize| Real::from(found[i].0.clone()).times(&normed[j]);
            assert_eq!(cross(i, j).compare(&cross(j, i)), Ok(Ordering::Equal), "{what}");
        }
    }

    #[test]
    fn choices_are_those_of_the_system_itself() {
        let tables: [&[[u64; 3]]; 3] =
            [&[[2, 1, 1], [1, 2, 1], [1, 1, 2]], &[[0, 0, 1], [0, 1, 0], [1, 0, 1]], &[[1, 1, 1], [2, 2, 2]]];
        let mut rotated = 0;
        let contexts = tables.iter().map(|rows| Context::from_counts(rows).unwrap());
        for context in contexts.chain([gallery::flipped_signs(2, &crate::exact::rational::ratio(1, 2))]) {
            let spectrum = Spectrum::of(&context);
            for choice in 0..CHOICES {
                let expected = SingularSystem::of(&context, &spectrum, choice);
                let Ok(found) = system(&context, &spectrum, choice) else {
                    assert_eq!(choice, 3, "only rotations leave the rationals here");
                    continue;
                };
                rotated += usize::from(choice == 3);
                for (i, f) in found.left.iter().enumerate() {
                    assert_multiple(f, expected.left(i).unwrap(), &format!("{choice}, mu_{i}"));
                }
                for (i, f) in found.right.iter().enumerate() {
                    assert_multiple(f, expected.right(i).unwrap(), &format!("{choice}, nu_{i}"));
                }
                assert_eq!((found.left.len(), found.right.len()), (context.n(), context.m()));
            }
        }
        assert!(rotated > 0);
        let irrational = Context::from_counts(&[[5, 1, 0], [1, 4, 1], [0, 2, 7]]).unwrap();
        assert!(system(&irrational, &Spectrum::of(&irrational), 0).is_err());
    }
}
