//! Whether some function of `F_eps` is orthogonal to every probe: then no probe explains any of it, and the
//! worst-case error is exactly 1.

use super::picture::Picture;
use super::problem::{Problem, design};
use crate::exact::definite::PsdWitness;
use crate::exact::elimination::{definiteness, null_space};
use crate::exact::rational::{integer, ratio};
use num_bigint::BigInt;
use std::cmp::Ordering;

/// A function of `F_eps` orthogonal to 1 and to every feature; `None` if there is none. The rank of
/// `Phi~` is below N - 1.
pub(super) fn unexplained_function(problem: &Problem) -> Option<Vec<BigInt>> {
    const CHEAP: u64 = 128;
    if let Some(found) = proposed(problem, CHEAP) {
        return Some(found);
    }
    // c D - S on a basis of the functions that no probe explains.
    let basis = null_space(&design(problem.context, problem.phi).transposed().times(&problem.weights));
    let reduced = |form| basis.transposed().times(form).times(&basis);
    let deficit = reduced(&problem.excess).scaled(&integer(-1));
    let margin = reduced(&problem.weights).scaled(&ratio(1, 1i64 << 32));
    if PsdWitness::dominant(&deficit.minus(&margin), CHEAP).is_some() {
        return None;
    }
    match definiteness(&deficit) {
        Ordering::Greater => None,
        Ordering::Equal => Some(basis.times(&null_space(&deficit).select_columns(&[0])).entries().to_vec()),
        // There is one that is more than compatible enough, so some precision finds it.
        Ordering::Less => {
            let found = (1..32).find_map(|doublings| proposed(problem, CHEAP << doublings));
            Some(found.expect("a positive form has a positive value near its top eigenvector"))
        }
    }
}

/// The top eigenvector of K among these functions, if it is compatible enough.
fn proposed(problem: &Problem, bits: u64) -> Option<Vec<BigInt>> {
    let picture = Picture::new(problem, bits);
    let compatibility = picture.unexplained_compatibility(&problem.required);
    let top = picture.fixed.eigen(&compatibility, None).vectors.swap_remove(0);
    let f = problem.unexplained(&picture.function(&top));
    problem.is_compatible(&f).then_some(f)
}
