//! How badly a probe of an encoder does on compatible tasks.

use super::bound::{basis, columns, form};
use super::context::Joint;
use super::interval::Interval;
use super::limit::Limit;
use super::number;
use super::psd::positive_semidefinite;
use crate::certificate::{HasTask, Number, Share, Square, WorstError};
use crate::exact::elimination::solve;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use num_traits::{One, Signed, Zero};

/// `E(f, h) = <f~ - Phi~ w, h~>` for the best w: `D - p p^T - D F C^-1 F^T D` for a basis F of the span of
/// `Phi~`.
pub(super) fn error_form(joint: &Joint, phi: &Matrix) -> Matrix {
    let basis = basis(joint, phi);
    let weighted = joint.d.times(&basis);
    let explained =
        solve(&joint.covariance(&basis), &weighted.transposed()).expect("a basis has an invertible Gram matrix");
    joint.d.minus(&joint.ones).minus(&weighted.times(&explained))
}

/// What a task shows.
struct Shown {
    /// `rho^2`.
    compatibility: Rational,
    /// The error.
    error: Rational,
}

/// `f = sum sqrt(w) v / ||v||`: of norm 1 and mean 0, since the v are orthogonal; and both forms are sums of those
/// of the v, since they are orthogonal for them too.
fn task(joint: &Joint, e: &Matrix, shares: &[Share], limit: &Limit) -> Result<Shown, String> {
    let functions: Vec<Vec<Number>> = shares.iter().map(|s| s.function.clone()).collect();
    let v = columns(&functions, shares.len(), joint.n, limit)?;
    if shares.iter().any(|s| !s.weight.is_positive()) {
        return Err("a weight of the task is not positive".into());
    }
    if shares.iter().map(|s| &s.weight.0).sum::<Rational>() != Rational::one() {
        return Err("the weights of the task do not sum to 1".into());
    }
    let means = Matrix::rational(1, joint.n, &joint.p).times(&v);
    if means.entries().iter().any(|mean| !mean.is_zero()) {
        return Err("a function of the task has a mean other than 0".into());
    }
    let (gram, image, error) = (form(&joint.d, &v), form(&joint.dk, &v), form(e, &v));
    for (name, matrix) in [("<f, h>", &gram), ("<f, K h>", &image), ("the error", &error)] {
        if (0..shares.len()).any(|i| (0..i).any(|j| !matrix.entry(i, j).is_zero())) {
            return Err(format!("two functions of the task are not orthogonal for {name}"));
        }
    }
    if (0..shares.len()).any(|i| gram.entry(i, i).is_zero()) {
        return Err("a function of the task is zero".into());
    }
    let weighted = |matrix: &Matrix| {
        shares.iter().enumerate().map(|(i, s)| &s.weight.0 * matrix.get(i, i) / gram.get(i, i)).sum::<Rational>()
    };
    Ok(Shown { compatibility: weighted(&image), error: weighted(&error) })
}

/// `E(f, f) <= upper` for all f of norm 1 and mean 0 for which `t <f, K f> >= t rho^2`.
struct Above<'a> {
    upper: &'a Rational,
    multiplier: &'a Option<Number>,
    constant: &'a Option<Number>,
    psd: &'a Option<Vec<Square>>,
}

impl Above<'_> {
    fn check(&self, joint: &Joint, e: &Matrix, rho_squared: &Rational, limit: &Limit) -> Result<(), String> {
        let missing = |member: &str| format!("the upper bound needs the member {member}");
        let t = &self.multiplier.as_ref().ok_or_else(|| missing("multiplier"))?.0;
        let g = &self.constant.as_ref().ok_or_else(|| missing("constant"))?.0;
        let psd = self.psd.as_ref().ok_or_else(|| missing("psd"))?;
        let compatible = joint.d.scaled(rho_squared).minus(&joint.dk).scaled(t);
        let matrix = joint.d.scaled(self.upper).minus(e).plus(&compatible).plus(&joint.ones.scaled(g));
        positive_semidefinite(&matrix, psd, limit).map_err(|condition| format!("upper bound: {condition}"))
    }
}

/// The bounds of `err(Phi; F_eps)`, which has a value since there is a task.
pub(super) fn worst_error(
    joint: &Joint,
    phi: &Matrix,
    witness: &WorstError,
    limit: &Limit,
) -> Result<Interval, String> {
    let e = error_form(joint, phi);
    let rho = number(1) - &witness.eps.0;
    let rho_squared = if rho.is_positive() { &rho * &rho } else { number(0) };
    let shown = task(joint, &e, &witness.task, limit)?;
    if shown.compatibility < rho_squared {
        return Err("the task is not compatible enough".into());
    }
    let lower = witness.lower.as_ref().map_or_else(|| number(0), |l| l.0.clone());
    if shown.error < lower {
        return Err("the task's error is below the lower bound".into());
    }
    let upper = witness.upper.as_ref().map_or_else(|| number(1), |u| u.0.clone());
    if witness.upper.is_some() {
        let t = witness.multiplier.as_ref();
        if t.is_some_and(|t| t.is_negative() || !rho.is_positive() && !t.is_zero()) {
            return Err("the multiplier is negative, or not 0 where every task is compatible".into());
        }
        let (multiplier, constant, psd) = (&witness.multiplier, &witness.constant, &witness.psd);
        Above { upper: &upper, multiplier, constant, psd }.check(joint, &e, &rho_squared, limit)?;
    }
    Interval::new(lower, upper).ok_or_else(|| "the bounds hold no number".into())
}

/// What is known of the tasks of norm 1 and mean 0 with `rho = r`.
#[derive(Clone, Default)]
pub(super) struct Tasks {
    /// One has this error.
    pub attained: Option<Rational>,
    /// None has a larger one.
    pub most: Option<Rational>,
}

impl Tasks {
    /// What both say.
    pub fn and(self, other: &Tasks) -> Tasks {
        let attained = self.attained.into_iter().chain(other.attained.clone()).max();
        Tasks { attained, most: self.most.into_iter().chain(other.most.clone()).min() }
    }
}

/// What a witness shows of the tasks with `rho = r`.
pub(super) fn has_task(joint: &Joint, phi: &Matrix, witness: &HasTask, limit: &Limit) -> Result<Tasks, String> {
    let e = error_form(joint, phi);
    let rho_squared = &witness.rho.0 * &witness.rho.0;
    let mut tasks = Tasks::default();
    if let Some(shares) = &witness.task {
        let shown = task(joint, &e, shares, limit)?;
        if witness.rho.is_negative() || shown.compatibility != rho_squared {
            return Err("the task has another compatibility".into());
        }
        tasks.attained = Some(shown.error);
    }
    if let Some(upper) = &witness.upper {
        let (multiplier, constant, psd) = (&witness.multiplier, &witness.constant, &witness.psd);
        Above { upper, multiplier, constant, psd }.check(joint, &e, &rho_squared, limit)?;
        tasks.most = Some(upper.0.clone());
    }
    match (&tasks.attained, &tasks.most) {
        (None, None) => Err("it has neither a task nor an upper bound".into()),
        _ => Ok(tasks),
    }
}
