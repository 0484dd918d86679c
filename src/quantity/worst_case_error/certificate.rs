//! The two certificates of a worst-case error. To check one is to multiply and to compare.

use super::problem::{Problem, compatibility_form, design, form, required_compatibility, weight_form};
use crate::context::{A, Context, Encoder, Function, X};
use crate::exact::definite::PsdWitness;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

/// A function in `F_eps` on which the encoder errs much: `err(Phi; F_eps) >= value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LowerCertificate {
    /// The function: of mean zero, not zero, and compatible.
    pub function: Function<X>,
    /// The best probe `Phi w + b` of it: `[b, w_1 .. w_d]`. What it leaves is orthogonal to 1 and to every
    /// feature.
    pub probe: Vec<Rational>,
    /// At most `||f - Phi w - b||^2 / ||f||^2`.
    pub value: Rational,
}

/// A multiplier that bounds the error on all of `F_eps`: `err(Phi; F_eps) <= value`.
///
/// For every f of mean zero `||f - [1 Phi] W f||^2 + t (<f, K f> - c ||f||^2) <= u ||f||^2`, where
/// `[1 Phi] W f` is some probe of f, and the bracket is not negative on `F_eps`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpperCertificate {
    /// The bound u.
    pub value: Rational,
    /// The multiplier t, not negative.
    pub multiplier: Rational,
    /// W, (1 + d) x N: any matrix is sound; the best probes make the bound tight.
    pub probe: Matrix,
    /// That [`UpperCertificate::form`] is positive semidefinite.
    pub witness: PsdWitness,
}

impl LowerCertificate {
    /// For a function in `F_eps` with these values.
    pub(super) fn of(problem: &Problem, f: &[BigInt]) -> LowerCertificate {
        let common = f.iter().fold(BigInt::zero(), |common, v| common.gcd(v));
        let f: Vec<BigInt> = f.iter().map(|v| v / &common).collect();
        let column = Matrix::integer(f.len(), 1, f.clone());
        let error = Rational::new(form(&problem.residual, &f, &f), problem.residual.denominator().clone());
        LowerCertificate {
            value: error / integer(form(&problem.weights, &f, &f)),
            probe: problem.probe.times(&column).column(0),
            function: Function::new(f.into_iter().map(integer).collect()),
        }
    }

    /// Whether it shows that `err(Phi; F_eps) >= value` for this instance.
    pub fn check(&self, context: &Context, phi: &Encoder<X>, eps: &Rational) -> bool {
        let shaped = self.function.values().len() == context.n() && self.probe.len() == phi.dimension() + 1;
        shaped && eps.is_positive() && self.is_compatible(context, eps) && self.errs(context, phi)
    }

    fn is_compatible(&self, context: &Context, eps: &Rational) -> bool {
        let f = &self.function;
        let compatible = context.norm_squared(&context.expect::<A>(f));
        context.mean(f).is_zero()
            && !f.is_zero()
            && compatible >= required_compatibility(eps) * context.norm_squared(f)
    }

    /// No probe does better than one whose residual is orthogonal to all probes.
    fn errs(&self, context: &Context, phi: &Encoder<X>) -> bool {
        let design = design(context, phi);
        let probe = Matrix::rational(self.probe.len(), 1, &self.probe);
        let residual = self.function.minus(&Function::new(design.times(&probe).column(0)));
        let orthogonal =
            (0..design.columns()).all(|j| context.inner(&residual, &Function::new(design.column(j))).is_zero());
        orthogonal && context.norm_squared(&residual) >= &self.value * context.norm_squared(&self.function)
    }
}

impl UpperCertificate {
    /// The bound 1, by the probe 0: the error of a function is at most its norm.
    pub(super) fn one(problem: &Problem) -> UpperCertificate {
        let probe = Matrix::zero(problem.probe.rows(), problem.probe.columns());
        UpperCertificate { value: integer(1), multiplier: integer(0), probe, witness: zero_witness(problem) }
    }

    /// The bound 0, for an encoder whose probes are all functions.
    pub(super) fn zero(problem: &Problem) -> UpperCertificate {
        assert_eq!(problem.residual, problem.residual.scaled(&integer(0)), "a probe of every function");
        let probe = problem.probe.clone();
        UpperCertificate { value: integer(0), multiplier: integer(0), probe, witness: zero_witness(problem) }
    }

    /// The bound u with the multiplier t and the best probes, if a witness of so many bits is found.
    pub(super) fn of(problem: &Problem, u: Rational, t: Rational, bits: u64) -> Option<UpperCertificate> {
        let form = bound_form(&problem.weights, &problem.excess, &problem.residual, &u, &t);
        let witness = PsdWitness::dominant(&form, bits)?;
        Some(UpperCertificate { value: u, multiplier: t, probe: problem.probe.clone(), witness })
    }

    /// `u D - (I - [1 Phi] W)^T D (I - [1 Phi] W) - t (S - c D)`, in lowest terms. On functions of mean
    /// zero its values say the bound; on constants, where S is zero, `u + t c` less a square.
    ///
    /// Panics if W is not (1 + d) x N.
    pub fn form(&self, context: &Context, phi: &Encoder<X>, eps: &Rational) -> Matrix {
        let weights = weight_form(context);
        let excess = compatibility_form(context).minus(&weights.scaled(&required_compatibility(eps)));
        let left = Matrix::identity(context.n()).minus(&design(context, phi).times(&self.probe));
        let error = left.transposed().times(&weights).times(&left);
        bound_form(&weights, &excess, &error, &self.value, &self.multiplier)
    }

    /// Whether it shows that `err(Phi; F_eps) <= value` for this instance.
    pub fn check(&self, context: &Context, phi: &Encoder<X>, eps: &Rational) -> bool {
        let shaped = (self.probe.rows(), self.probe.columns()) == (phi.dimension() + 1, context.n());
        shaped
            && eps.is_positive()
            && !self.multiplier.is_negative()
            && self.witness.check(&self.form(context, phi, eps))
    }
}

/// `u D - E - t (S - c D)`, in lowest terms.
fn bound_form(weights: &Matrix, excess: &Matrix, error: &Matrix, u: &Rational, t: &Rational) -> Matrix {
    weights.scaled(u).minus(error).minus(&excess.scaled(t)).reduced()
}

fn zero_witness(problem: &Problem) -> PsdWitness {
    let n = problem.context.n();
    PsdWitness::dominant(&Matrix::zero(n, n), 0).expect("zero is positive semidefinite")
}
