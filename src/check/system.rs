//! Singular functions, up to their norms.

use super::bound::{columns, form};
use super::context::Joint;
use super::limit::Limit;
use crate::certificate::System;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use num_traits::{One, Signed, Zero};

/// All singular functions of a context, checked.
pub(super) struct Singular {
    /// `s_i^2`, from `s_0^2 = 1`.
    pub squares: Vec<Rational>,
    /// The columns are multiples of `mu_0, mu_1, ...`.
    pub left: Matrix,
    /// `||v_i||^2`.
    pub left_norms: Vec<Rational>,
    /// The columns are multiples of `nu_0, nu_1, ...`.
    pub right: Matrix,
    /// `||w_i||^2`.
    pub right_norms: Vec<Rational>,
}

/// What the functions are, if they are singular functions in order; otherwise the condition that fails.
pub(super) fn singular(joint: &Joint, system: &System, limit: &Limit) -> Result<Singular, String> {
    let (n, m) = (joint.n, joint.m);
    let left = columns(&system.left, n, n, limit).map_err(|e| format!("left: {e}"))?;
    let right = columns(&system.right, m, m, limit).map_err(|e| format!("right: {e}"))?;
    let q = Matrix::from_fn(m, m, |a, b| if a == b { joint.q[a].clone() } else { Rational::zero() });
    let (left_norms, right_norms) = (norms(&form(&joint.d, &left), "left")?, norms(&form(&q, &right), "right")?);
    for (side, functions) in [("left", &left), ("right", &right)] {
        if functions.column(0).iter().any(|value| !value.is_one()) {
            return Err(format!("{side}: the first function is not constant 1"));
        }
    }
    let images = joint.k().times(&left);
    let mut squares = Vec::with_capacity(n);
    for i in 0..n {
        // <v, K v> / ||v||^2 is the eigenvalue, if v is an eigenfunction.
        let inner = (0..n).map(|x| &joint.p[x] * left.get(x, i) * images.get(x, i)).sum::<Rational>();
        let square = inner / &left_norms[i];
        if (0..n).any(|x| images.get(x, i) != &square * left.get(x, i)) {
            return Err(format!("left: function {i} is no eigenfunction of T T*"));
        }
        if squares.last().is_some_and(|before| *before < square) {
            return Err(format!("left: the singular value of function {i} is larger than the one before"));
        }
        squares.push(square);
    }
    let (expected, seen) = (joint.t_star.times(&left), joint.t.times(&right));
    for i in 0..m {
        if i < n && squares[i].is_positive() {
            // w_i = c T* v_i with c > 0: c is <w_i, T* v_i> / ||T* v_i||^2.
            let (w, image) = (right.column(i), expected.column(i));
            let inner = |f: &[Rational]| (0..m).map(|a| &joint.q[a] * &f[a] * &image[a]).sum::<Rational>();
            let c = inner(&w) / inner(&image);
            if !c.is_positive() || (0..m).any(|a| w[a] != &c * &image[a]) {
                return Err(format!("right: function {i} is no positive multiple of T* of left function {i}"));
            }
        } else if seen.column(i).iter().any(|value| !value.is_zero()) {
            return Err(format!("right: T does not map function {i} to zero"));
        }
    }
    Ok(Singular { squares, left, left_norms, right, right_norms })
}

/// The diagonal of a Gram matrix of functions that are orthogonal and not zero.
fn norms(gram: &Matrix, side: &str) -> Result<Vec<Rational>, String> {
    let size = gram.rows();
    if (0..size).any(|i| (0..i).any(|j| !gram.entry(i, j).is_zero())) {
        return Err(format!("{side}: two functions are not orthogonal"));
    }
    let norms: Vec<Rational> = (0..size).map(|i| gram.get(i, i)).collect();
    match norms.iter().any(Zero::is_zero) {
        true => Err(format!("{side}: a function is zero")),
        false => Ok(norms),
    }
}
