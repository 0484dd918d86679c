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
