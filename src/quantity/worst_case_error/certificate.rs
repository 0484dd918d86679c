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
        context.mean(f).is_zero() && !f.is_zero() && compatible >= required_compatibility(eps) * context.norm_squared(f)
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

#[cfg(test)]
mod tests {
    use super::super::worst_case_error;
    use super::*;
    use crate::exact::rational::ratio;

    fn instance() -> (Context, Encoder<X>, Rational) {
        let context = Context::from_counts(&[[9, 1, 0], [2, 7, 1], [1, 1, 5], [0, 2, 3]]).unwrap();
        let features = [[1, 0], [2, 1], [4, 0], [3, 3]];
        (context, Encoder::new(Matrix::from_fn(4, 2, |x, j| ratio(features[x][j], 1))), ratio(2, 5))
    }

    /// The genuine certificates, with a width of 1/1000.
    fn genuine() -> (LowerCertificate, UpperCertificate) {
        let (context, phi, eps) = instance();
        let found = worst_case_error(&context, &phi, &eps, &ratio(1, 1000)).unwrap();
        assert!(found.exact.is_none() && found.check(&context, &phi, &eps), "an instance of the general kind");
        (found.lower, found.upper)
    }

    #[test]
    fn forged_functions_are_rejected() {
        let (context, phi, eps) = instance();
        let (lower, upper) = genuine();
        let rejects = |what: &str, forge: &dyn Fn(&mut LowerCertificate)| {
            let mut forged = lower.clone();
            forge(&mut forged);
            assert!(!forged.check(&context, &phi, &eps), "{what}");
        };
        let refit =
            |c: &mut LowerCertificate, f: &[BigInt]| *c = LowerCertificate::of(&Problem::new(&context, &phi, &eps), f);
        rejects("a larger error", &|c| c.value += ratio(1, 1i64 << 60));
        rejects("the upper bound as error", &|c| c.value = upper.value.clone());
        rejects("another probe", &|c| c.probe[1] += ratio(1, 1000));
        rejects("another intercept", &|c| c.probe[0] += ratio(1, 1000));
        rejects("a probe too short", &|c| drop(c.probe.pop()));
        rejects("a function too short", &|c| c.function = Function::new(c.function.values()[1..].to_vec()));
        rejects("the function zero", &|c| {
            *c = LowerCertificate {
                function: Function::new(vec![integer(0); 4]),
                probe: vec![integer(0); 3],
                ..c.clone()
            };
        });
        rejects("a function that is not of mean zero", &|c| {
            c.function = Function::new(c.function.values().iter().map(|v| v + integer(1)).collect());
            c.probe[0] += integer(1);
        });
        rejects("a function that no probe explains, but too rough", &|c| {
            let problem = Problem::new(&context, &phi, &eps);
            let f = problem.unexplained(&[1, 0, 0, 0].map(BigInt::from));
            refit(c, &f);
            assert_eq!(c.value, integer(1));
        });
        assert!(lower.check(&context, &phi, &(&eps + ratio(1, 10))), "a larger eps allows more");
        assert!(!lower.check(&context, &phi, &(&eps - ratio(1, 10))), "a smaller one less");
        assert!(!lower.check(&context, &phi, &-eps.clone()), "eps is positive");
        assert!(!lower.check(&context.transposed(), &phi, &eps), "another context");
    }

    #[test]
    fn forged_bounds_are_rejected() {
        let (context, phi, eps) = instance();
        let (lower, upper) = genuine();
        let rejects = |what: &str, forge: &dyn Fn(&mut UpperCertificate)| {
            let mut forged = upper.clone();
            forge(&mut forged);
            assert!(!forged.check(&context, &phi, &eps), "{what}");
        };
        let exact = |c: &mut UpperCertificate| c.witness = PsdWitness::Exact;
        rejects("a smaller bound", &|c| c.value -= ratio(1, 100));
        rejects("a bound below the lower one", &|c| {
            c.value = &lower.value - ratio(1, 1_000_000);
            exact(c);
        });
        rejects("a negative multiplier", &|c| {
            (c.value, c.multiplier) = (integer(1), ratio(-1, 1000));
            exact(c);
        });
        rejects("no multiplier", &|c| {
            c.multiplier = integer(0);
            exact(c);
        });
        rejects("a multiplier too large", &|c| {
            c.multiplier *= integer(2);
            exact(c);
        });
        rejects("no probe", &|c| {
            c.probe = Matrix::zero(3, 4);
            exact(c);
        });
        rejects("a probe of another shape", &|c| c.probe = c.probe.transposed());
        rejects("a factor off by one", &|c| {
            let PsdWitness::Dominant { factor, .. } = &mut c.witness else { panic!("a definite matrix") };
            factor[3][3] += 1;
            factor[0][0] += 1i64 << 40;
        });
        rejects("a witness of another exponent", &|c| {
            let PsdWitness::Dominant { exponent, .. } = &mut c.witness else { panic!("a definite matrix") };
            *exponent += 1;
        });
        assert!(!upper.check(&context, &phi, &(&eps + ratio(1, 10))), "a larger eps allows worse");
        assert!(!upper.check(&context, &phi, &-eps.clone()), "eps is positive");
        let other = Encoder::new(phi.matrix().scaled(&ratio(1, 2)));
        assert!(!upper.check(&context, &other, &eps), "the probes are those of another encoder");
    }

    /// The exact witness confirms genuine bounds, so that above it rejects for the right reason.
    #[test]
    fn genuine_bounds_have_an_exact_witness_too() {
        let (context, phi, eps) = instance();
        let upper = UpperCertificate { witness: PsdWitness::Exact, ..genuine().1 };
        assert!(upper.check(&context, &phi, &eps));
        let weaker = UpperCertificate { value: &upper.value + ratio(1, 7), ..upper };
        assert!(weaker.check(&context, &phi, &eps));
    }
}
