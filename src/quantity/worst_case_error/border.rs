//! The border `c = s_1^2`: `F_eps` is the top eigenspace of K, which is rational since c is.

use super::certificate::{LowerCertificate, UpperCertificate};
use super::problem::Problem;
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::elimination::{inverse, null_space};
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::{Rational, integer};
use num_bigint::BigInt;

/// The top eigenspace, with the forms on it.
pub(super) struct Border<'a> {
    problem: &'a Problem<'a>,
    basis: Matrix,
    weights: Matrix,
    residual: Matrix,
}

impl<'a> Border<'a> {
    /// For `c = s_1^2 > 0`, so that `S - c D` is zero on the top eigenspace only.
    pub fn new(problem: &'a Problem<'a>) -> Border<'a> {
        let basis = null_space(&problem.excess);
        let reduced = |form: &Matrix| basis.transposed().times(form).times(&basis);
        let (weights, residual) = (reduced(&problem.weights), reduced(&problem.residual));
        Border { problem, basis, weights, residual }
    }

    /// Some function of the eigenspace.
    pub fn function(&self) -> Vec<BigInt> {
        self.problem.centred(self.basis.select_columns(&[0]).entries())
    }

    /// The largest x with `det(x D - E) = 0` on the eigenspace: the worst-case error itself.
    pub fn value(&self) -> RealAlgebraic {
        pencil_eigenvalues(&self.weights, &self.residual).swap_remove(0)
    }

    /// From a function near the top eigenvector: a column of `(x D - E)^-1`, for x just above the value.
    pub fn lower(&self, value: &RealAlgebraic, bits: u64) -> LowerCertificate {
        if let Some(exact) = value.as_rational() {
            let top = null_space(&self.weights.scaled(exact).minus(&self.residual));
            return self.certify(&top.select_columns(&[0]));
        }
        let above = value.enclose(bits as i64).upper().to_rational();
        let shifted = inverse(&self.weights.scaled(&above).minus(&self.residual)).expect("not an eigenvalue");
        let longest = (0..shifted.columns()).max_by_key(|&j| shifted.entry(j, j) * self.weights.entry(j, j));
        self.certify(&rounded(&shifted.select_columns(&[longest.expect("an eigenspace is not zero")]), bits))
    }

    fn certify(&self, coordinates: &Matrix) -> LowerCertificate {
        LowerCertificate::of(self.problem, &self.problem.centred(self.basis.times(coordinates).entries()))
    }

    /// The bound `u = value + width / 2`. Off the eigenspace `K - c <= -gap`, and E maps at most half of a
    /// vector across, so `t = (1 / width + 1) / gap` leaves the Schur complement
    /// `width / 2 - (1/4) width > 0`.
    pub fn upper(
        &self,
        value: &RealAlgebraic,
        gap: &Rational,
        width: &Rational,
        bits: u64,
    ) -> Option<UpperCertificate> {
        let u = value.enclose(bits as i64).upper().to_rational() + width / integer(2);
        let t = ((width.recip() + integer(1)) / gap).ceil();
        UpperCertificate::of(self.problem, u, t, bits)
    }
}

/// The numerators with about so many leading bits: any coordinates give a function of the eigenspace.
fn rounded(column: &Matrix, bits: u64) -> Matrix {
    let size = column.entries().iter().map(BigInt::bits).max().unwrap_or(0);
    let excess = size.saturating_sub(bits);
    let entries: Vec<BigInt> = column.entries().iter().map(|e| e >> excess).collect();
    Matrix::integer(column.rows(), 1, entries)
}
