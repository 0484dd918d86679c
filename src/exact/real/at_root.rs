//! Arithmetic with numbers of one field: polynomials at the same algebraic number.

use super::Real;
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::elimination::solve;
use crate::exact::matrix::Matrix;
use crate::exact::polynomial::Polynomial;
use crate::exact::rational::{Rational, common_denominator, common_divisor};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};
use std::hash::{Hash, Hasher};

/// Above this degree nothing is reduced or merged: coefficients would grow long, and an expression is short.
const MOST: usize = 8;

/// `numerator(x) / denominator` at an irrational x.
///
/// **Invariant:** it is not zero, and not written as a constant; the denominator is positive and has no factor
/// in common with the numerator's coefficients. Up to degree [`MOST`] of x the numerator has a smaller
/// degree than x.
#[derive(Clone)]
pub(super) struct AtRoot {
    numerator: Polynomial,
    denominator: BigInt,
    x: RealAlgebraic,
}

impl AtRoot {
    /// The number itself, which is irrational.
    pub fn itself(x: RealAlgebraic) -> AtRoot {
        AtRoot { numerator: Polynomial::from_small(&[0, 1]), denominator: BigInt::one(), x }
    }

    /// `numerator(x) / denominator`, for any irrational x and any denominator but zero.
    pub fn value(numerator: Polynomial, denominator: BigInt, x: &RealAlgebraic) -> Real {
        let (mut numerator, mut denominator) = (numerator, denominator);
        let modulus = modulus(x);
        if modulus.degree() <= MOST && numerator.degree() >= modulus.degree() {
            let steps = numerator.degree() + 1 - modulus.degree();
            numerator = numerator.pseudo_remainder(modulus, steps);
            denominator *= modulus.leading().pow(steps as u32);
        }
        if numerator.degree() == 0 {
            return Real::from(
                numerator.coefficients().first().map_or(Rational::zero(), |c| Rational::new(c.clone(), denominator)),
            );
        }
        if x.is_root_of(&numerator) {
            return Real::zero();
        }
        let mut common = common_divisor(std::iter::once(&denominator).chain(numerator.coefficients()));
        if denominator.is_negative() {
            common = -common;
        }
        if !common.is_one() {
            numerator = Polynomial::new(numerator.coefficients().iter().map(|c| c / &common).collect());
            denominator /= common;
        }
        Real::at_root(AtRoot { numerator, denominator, x: x.clone() })
    }

    pub fn numerator(&self) -> &Polynomial {
        &self.numerator
    }

    pub fn denominator(&self) -> &BigInt {
        &self.denominator
    }

    /// The irrational number.
    pub fn x(&self) -> &RealAlgebraic {
        &self.x
    }

    /// The polynomial that x is given as a root of.
    pub fn modulus(&self) -> &Polynomial {
        modulus(&self.x)
    }

    /// The algebraic number that it is by its form: x itself.
    pub fn as_algebraic(&self) -> Option<&RealAlgebraic> {
        let is_x = self.denominator.is_one() && self.numerator == Polynomial::from_small(&[0, 1]);
        is_x.then_some(&self.x)
    }

    /// Whether x is of a degree at which sums and products are worth it.
    pub fn merges(&self) -> bool {
        self.modulus().degree() <= MOST
    }

    /// Whether both can be merged.
    pub fn merges_with(&self, other: &AtRoot) -> bool {
        self.merges() && self.x.is_same_root(&other.x)
    }

    /// The sum of two that merge.
    pub fn plus(&self, other: &AtRoot) -> Real {
        let common = self.denominator.lcm(&other.denominator);
        let scaled = |n: &AtRoot| n.numerator.scaled(&(&common / &n.denominator));
        AtRoot::value(scaled(self).plus(&scaled(other)), common.clone(), &self.x)
    }

    /// The sum with a rational.
    pub fn plus_rational(&self, r: &Rational) -> Real {
        let numerator = self.numerator.scaled(r.denom());
        let constant = Polynomial::new(vec![r.numer() * &self.denominator]);
        AtRoot::value(numerator.plus(&constant), &self.denominator * r.denom(), &self.x)
    }

    /// The product of two that merge.
    pub fn times(&self, other: &AtRoot) -> Real {
        AtRoot::value(self.numerator.times(&other.numerator), &self.denominator * &other.denominator, &self.x)
    }

    /// The product with a rational that is not zero.
    pub fn scaled(&self, by: &Rational) -> AtRoot {
        let (n, d) = (by.numer(), by.denom() * &self.denominator);
        let content = common_divisor(self.numerator.coefficients());
        let common = (n * content).gcd(&d);
        let coefficients = self.numerator.coefficients().iter().map(|c| c * n / &common).collect();
        AtRoot { numerator: Polynomial::new(coefficients), denominator: d / common, x: self.x.clone() }
    }

    /// `(c, f)` with the number `c f`, f a primitive polynomial with positive leading coefficient at x.
    pub fn split(&self) -> (Rational, AtRoot) {
        let numerator = self.numerator.primitive();
        let content = self.numerator.leading() / numerator.leading();
        let primitive = AtRoot { numerator, denominator: BigInt::one(), x: self.x.clone() };
        (Rational::new(content, self.denominator.clone()), primitive)
    }

    /// The inverse as a polynomial at x; `None` if there is none, where the modulus is reducible, or if x is
    /// of too high a degree.
    pub fn inverse(&self) -> Option<Real> {
        if !self.merges() {
            return None;
        }
        let n = self.modulus().degree();
        // numerator z = denominator modulo the modulus, for the coefficients of z
        let one = Matrix::identity(n).select_columns(&[0]).scaled(&Rational::from(self.denominator.clone()));
        let inverse = solve(&self.multiplication(), &one)?.column(0);
        let common = common_denominator(&inverse, u64::MAX)?;
        let coefficients = inverse.iter().map(|c| c.numer() * (&common / c.denom())).collect();
        Some(AtRoot::value(Polynomial::new(coefficients), common, &self.x))
    }

    /// The sum of the same polynomial at all roots of the modulus.
    pub fn trace(&self) -> Rational {
        self.multiplication().trace() / Rational::from(self.denominator.clone())
    }

    /// Multiplication with the numerator modulo the modulus, as a matrix that acts on coefficients.
    fn multiplication(&self) -> Matrix {
        let n = self.modulus().degree();
        let steps = n - 1;
        let columns: Vec<Polynomial> =
            (0..n).map(|k| self.numerator.times_power(k).pseudo_remainder(self.modulus(), steps)).collect();
        let scale = self.modulus().leading().pow(steps as u32);
        Matrix::from_fn(n, n, |row, column| {
            let c = columns[column].coefficients().get(row).cloned().unwrap_or_default();
            Rational::new(c, scale.clone())
        })
    }
}

fn modulus(x: &RealAlgebraic) -> &Polynomial {
    x.as_root().expect("x is irrational").0
}

/// The same form, not only the same value.
impl PartialEq for AtRoot {
    fn eq(&self, other: &AtRoot) -> bool {
        self.denominator == other.denominator && self.numerator == other.numerator && self.x.is_same_root(&other.x)
    }
}

impl Hash for AtRoot {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.numerator.hash(state);
        self.denominator.hash(state);
        // Of x what is short.
        let root = self.x.as_root().map(|(polynomial, index)| (polynomial.coefficients().first(), index));
        root.hash(state);
    }
}
