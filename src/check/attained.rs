//! Whether encoders attain the extreme value of an objective.

use super::bound::form;
use super::context::Joint;
use super::interval::{Interval, exact_root};
use super::operator::{Operator, centred};
use super::value::{Stop, Value};
use super::walk::{CHECKED, Walk};
use crate::exact::elimination::rank;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::names::Quantity;
use crate::statement::tree::{Span, Term};
use num_traits::{Signed, Zero};

impl Walk<'_> {
    /// Whether no other encoders of as many features are better.
    pub fn attained(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Stop> {
        use Quantity as Q;
        if quantity == Q::MinimisesBalanced {
            return self.minimises_balanced(of, span);
        }
        let operator = self.operator(quantity, of, span)?;
        if quantity == Q::MinimisesKise {
            let phi = self.matrix(&of[1])?;
            self.spend_on(&[&operator.mass, &phi], span)?;
            let centred = operator.functions(&phi);
            return match is_identity(&form(&operator.mass, &centred)) {
                true => self.at_top(&operator, &phi, span),
                false => Ok(NO),
            };
        }
        let (context, tables) = self.tables_of(of, span)?;
        let (x, a) = (context.view(), context.other());
        match (quantity, &tables[..]) {
            (Q::MinimisesSupervised, [_, phi]) => self.at_top(&operator, phi, span),
            (Q::MinimisesSupervisedBiased, [_, phi]) => self.at_top(&operator, &x.centred(phi), span),
            (Q::MinimisesNoncontrastive, [psi]) if is_identity(&a.covariance(psi)) => self.at_top(&operator, psi, span),
            (Q::MinimisesSvme, [phi, psi]) if is_identity(&x.covariance(phi)) && x.t_star.times(phi) == *psi => {
                self.at_top(&operator, phi, span)
            }
            (Q::MinimisesGraphLoss, [phi]) if is_identity(&x.covariance(phi)) => self.at_top(&operator, phi, span),
            (Q::MaximisesExplained, [phi]) if are_orthonormal(x, phi) => self.at_top(&operator, phi, span),
            (Q::MinimisesContrastive, [psi]) => {
                let (centred, gram) = (a.centred(psi), a.covariance(psi));
                if a.k().times(&centred) != centred.times(&gram) {
                    return Ok(NO);
                }
                let d = gram.rows();
                let pencil = (gram, Matrix::identity(d));
                let gamma: Vec<_> = (1..=d).map(|i| self.eigenvalue_of(&pencil, i)).collect();
                self.are_first(&gamma, &operator, span)
            }
            (Q::MinimisesSpectralContrastive, [psi]) => {
                let gram = form(&a.d, psi);
                if a.k().times(psi) != psi.times(&gram) {
                    return Ok(NO);
                }
                // Beyond the size of the operator its eigenvalues are 0, like these.
                let d = gram.rows();
                let pencil = (gram, Matrix::identity(d));
                let gamma: Vec<_> = (1..=d).map(|i| self.eigenvalue_of(&pencil, i)).collect();
                self.are_first(&gamma, &operator, span)
            }
            (Q::MinimisesLowRank, [phi, psi]) => {
                let kernel = phi.times(&psi.transposed());
                let ratio = Matrix::from_fn(x.n, x.m, |i, j| x.joint.get(i, j) / (&x.p[i] * &x.q[j]));
                let (weighted, rest) = (kernel.times(&a.d).times(&kernel.transposed()), ratio.minus(&kernel));
                let is_projection = is_zero(&rest.times(&a.d).times(&kernel.transposed()))
                    && is_zero(&rest.transposed().times(&x.d).times(&kernel));
                if !is_projection {
                    return Ok(NO);
                }
                let pencil = (form(&weighted, &x.d), x.d.clone());
                let theta: Vec<_> = (1..=phi.columns().min(x.n)).map(|i| self.eigenvalue_of(&pencil, i)).collect();
                self.are_first(&theta, &operator, span)
            }
            (Q::MinimisesTwoSided, [phi, psi])
                if is_identity(&x.covariance(phi)) && is_identity(&a.covariance(psi)) =>
            {
                let together = x.centred(phi).transposed().times(&x.joint).times(&a.centred(psi));
                if !together.is_symmetric() {
                    return Ok(NO);
                }
                let d = together.rows();
                let pencil = (together, Matrix::identity(d));
                let kappa: Vec<_> = (1..=d).map(|i| self.eigenvalue_of(&pencil, i)).collect();
                if kappa.iter().flatten().any(|kappa| kappa.upper().is_negative()) {
                    return Ok(NO);
                }
                let squares: Vec<_> = kappa.iter().map(|kappa| kappa.as_ref().map(|k| k.times(k))).collect();
                self.are_first(&squares, &operator, span)
            }
            (Q::MaximisesNested, [c, phi]) => {
                if !is_decreasing(c) {
                    return Stop::undefined(span, "the weights are not positive and decreasing");
                }
                if !are_orthonormal(x, phi) {
                    return Ok(NO);
                }
                let kept = form(&x.dk, phi);
                let kept: Vec<_> = (0..phi.columns()).map(|i| Some(Interval::from(kept.get(i, i)))).collect();
                self.are_first(&kept, &operator, span)
            }
            // The constraints do not hold.
            (Q::MinimisesNoncontrastive | Q::MinimisesGraphLoss | Q::MaximisesExplained, [_])
            | (Q::MinimisesSvme | Q::MinimisesTwoSided, [_, _]) => Ok(NO),
            _ => unreachable!("{CHECKED}"),
        }
    }

    /// Whether features are independent and span a space of eigenfunctions with the largest eigenvalues.
    pub fn extracts(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (k, phi, weights) = (self.matrix(&of[0])?, self.matrix(&of[1])?, self.weights_of(&of[0]));
        let mass = Matrix::diagonal(&weights);
        self.spend_on(&[&mass, &k, &phi], span)?;
        let form = mass.times(&k);
        if !form.is_symmetric() {
            return Stop::undefined(span, "the operator is not self-adjoint");
        }
        let with_images = phi.beside(&k.times(&phi));
        self.within(self.limit.eliminate(&with_images), span)?;
        let d = phi.columns();
        match rank(&phi) == d && rank(&with_images) == d {
            true => self.at_top(&Operator::on_all(form, &weights), &phi, span),
            false => Ok(NO),
        }
    }

    /// The biased risk of one-hot labels under the weights `P(x,a) / sqrt(q(a))`, where these are rational up to a
    /// common factor.
    fn minimises_balanced(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (context, tables) = self.tables_of(of, span)?;
        let (x, phi) = (context.view(), &tables[0]);
        let roots: Option<Vec<Rational>> = x.q.iter().map(|q| exact_root(&(q / &x.q[0]))).collect();
        let Some(roots) = roots else {
            return Ok(self.undecided(span, "the roots of the q(a) are no rational multiples of each other"));
        };
        let joint = Matrix::from_fn(x.n, x.m, |i, a| x.joint.get(i, a) / &roots[a]);
        let weights: Vec<Rational> = (0..x.n).map(|i| (0..x.m).map(|a| joint.get(i, a)).sum()).collect();
        let mass = Matrix::diagonal(&weights);
        let labels = Matrix::from_fn(x.n, x.m, |i, a| joint.get(i, a) / &weights[i]);
        self.spend_on(&[&mass, &labels, phi], span)?;
        let labels = mass.times(&centred(&mass, &labels));
        let operator = Operator::on_all(labels.times(&labels.transposed()), &weights);
        self.at_top(&operator, &centred(&mass, phi), span)
    }
}

const NO: Value = Value::Truth(Some(false));

/// `c_1 > ... > c_d > 0`.
pub(super) fn is_decreasing(c: &Matrix) -> bool {
    let c = c.column(0);
    c.iter().all(Signed::is_positive) && c.windows(2).all(|pair| pair[0] > pair[1])
}

/// Orthonormal, and of mean zero.
fn are_orthonormal(x: &Joint, phi: &Matrix) -> bool {
    is_identity(&form(&x.d, phi)) && is_zero(&Matrix::rational(1, x.n, &x.p).times(phi))
}

fn is_identity(matrix: &Matrix) -> bool {
    *matrix == Matrix::identity(matrix.rows())
}

fn is_zero(matrix: &Matrix) -> bool {
    matrix.entries().iter().all(Zero::is_zero)
}
