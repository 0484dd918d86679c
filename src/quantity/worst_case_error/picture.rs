//! The problem in fixed point, in coordinates in which the norm is Euclid's: `y_x = sqrt(r_x) f_x`.
//!
//! What is found here is turned into integers and proved elsewhere.

use super::problem::Problem;
use crate::exact::dyadic::Dyadic;
use crate::exact::fixed::{Fixed, Rows, Vector};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use num_bigint::BigInt;
use num_traits::One;

/// E and `M = K - c` with entries over `2^bits`. The constant function has eigenvalues 0 and -c.
pub(super) struct Picture {
    pub fixed: Fixed,
    pub residual: Rows,
    pub excess: Rows,
    /// `1 / sqrt(r_x)`, over `2^root_bits`.
    inverse_roots: Vec<BigInt>,
    root_bits: u64,
    /// Bits of the largest `sqrt(r_x)`.
    weight_bits: u64,
}

impl Picture {
    pub fn new(problem: &Problem, bits: u64) -> Picture {
        let rows = problem.context.row_sums();
        let weight_bits = rows.iter().map(BigInt::bits).max().unwrap_or(0) / 2 + 1;
        // So that the smallest root has as many digits as asked.
        let root_bits = bits + weight_bits;
        let inverse_roots: Vec<BigInt> = rows.iter().map(|r| ((BigInt::one() << (2 * root_bits)) / r).sqrt()).collect();
        let scaled = |matrix: &Matrix| -> Rows {
            let entry = |x: usize, y: usize| -> BigInt {
                let product = matrix.entry(x, y) * &inverse_roots[x] * &inverse_roots[y];
                (product >> (2 * root_bits - bits)) / matrix.denominator()
            };
            (0..rows.len()).map(|x| (0..rows.len()).map(|y| entry(x, y)).collect()).collect()
        };
        let (residual, excess) = (scaled(&problem.residual), scaled(&problem.excess));
        Picture { fixed: Fixed { bits }, residual, excess, inverse_roots, root_bits, weight_bits }
    }

    /// An integer multiple of a function near the one with these coordinates, not centred. All functions
    /// have the same multiple.
    pub fn function(&self, y: &[BigInt]) -> Vec<BigInt> {
        let excess = self.root_bits - self.weight_bits;
        y.iter().zip(&self.inverse_roots).map(|(y, root)| (y * root) >> excess).collect()
    }

    /// `E + t M`.
    pub fn lagrangian(&self, t: &BigInt) -> Rows {
        let rows = self.residual.iter().zip(&self.excess);
        rows.map(|(e, m)| e.iter().zip(m).map(|(e, m)| e + self.fixed.mul(t, m)).collect()).collect()
    }

    /// `M` seen on what no probe explains: `E M E`, with the norm's multiple c put back, so that its top
    /// eigenvector is that of K there.
    pub fn unexplained_compatibility(&self, required: &Rational) -> Rows {
        let c = self.to_fixed(required);
        let kernel: Rows = (0..self.excess.len())
            .map(|x| {
                let mut row = self.excess[x].clone();
                row[x] += &c;
                row
            })
            .collect();
        // E is symmetric: rows of E K, then of E K E.
        let half: Rows = self.residual.iter().map(|row| self.fixed.apply(&kernel, row)).collect();
        half.iter().map(|row| self.fixed.apply(&self.residual, row)).collect()
    }

    /// `y^T M y`.
    pub fn slope(&self, y: &[BigInt]) -> BigInt {
        self.fixed.form(&self.excess, y, y)
    }

    /// `y^T E y`.
    pub fn error(&self, y: &[BigInt]) -> BigInt {
        self.fixed.form(&self.residual, y, y)
    }

    pub fn to_fixed(&self, value: &Rational) -> BigInt {
        (value.numer() << self.fixed.bits) / value.denom()
    }

    pub fn to_dyadic(&self, value: &BigInt) -> Dyadic {
        Dyadic::new(value.clone(), -(self.fixed.bits as i64))
    }

    /// The top eigenvector of K.
    pub fn most_compatible(&self) -> Vector {
        self.fixed.eigen(&self.excess, None).vectors.swap_remove(0)
    }
}
