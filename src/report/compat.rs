//! How well a task fits a context, for people and for programs.

use super::columns::{columns, facts};
use super::number::Number;
use super::spectrum::indices;
use crate::context::{Context, Function, Spectrum, X};
use crate::exact::real::Real;
use crate::exact::truth::Undefined;
use crate::quantity::compatibility::{compatibility, compatibility_squared, shares};
use serde::Serialize;

/// The compatibility of a task, and its share on each eigenspace.
#[derive(Clone, Debug, Serialize)]
pub struct CompatReport {
    /// N.
    pub n: usize,
    /// M.
    pub m: usize,
    /// `rho(f)^2`, rational.
    pub rho_squared: Number,
    /// `rho(f)`.
    pub rho: Number,
    /// One for each distinct eigenvalue, largest first.
    pub shares: Vec<ShareReport>,
}

/// The share of a task on one eigenspace.
#[derive(Clone, Debug, Serialize)]
pub struct ShareReport {
    /// The first index of the eigenvalue.
    pub index: usize,
    /// The dimension of the eigenspace.
    pub multiplicity: usize,
    /// `s^2`.
    pub eigenvalue: Number,
    /// `||P f~||^2 / ||f~||^2`.
    pub share: Number,
    /// The sum of the shares so far.
    pub cumulated: Number,
}

impl CompatReport {
    /// The report, to this many decimal places; undefined for a constant task.
    pub fn new(context: &Context, task: &Function<X>, digits: usize) -> Result<CompatReport, Undefined> {
        let squared = compatibility_squared(context, task)?;
        let spectrum = Spectrum::of(context);
        let shares = shares(context, &spectrum, task)?;
        let (mut index, mut cumulated) = (1, Real::zero());
        let mut rows = Vec::new();
        for (eigenvalue, share) in spectrum.eigenvalues().iter().zip(&shares) {
            cumulated = cumulated.plus(share);
            rows.push(ShareReport {
                index,
                multiplicity: eigenvalue.multiplicity,
                eigenvalue: Number::algebraic(&eigenvalue.value, digits),
                share: Number::real(share, digits),
                cumulated: Number::real(&cumulated, digits),
            });
            index += eigenvalue.multiplicity;
        }
        Ok(CompatReport {
            n: context.n(),
            m: context.m(),
            rho_squared: Number::rational(&squared, digits),
            rho: Number::real(&compatibility(context, task)?, digits),
            shares: rows,
        })
    }

    /// The report as text.
    pub fn text(&self) -> String {
        let mut text = facts(&[("rho^2", self.rho_squared.text()), ("rho", self.rho.text())]);
        text.push_str("\nShare of the task on each eigenspace of K = T T*\n");
        let mut rows = vec![["i", "s_i^2", "share", "cumulated"].map(String::from).to_vec()];
        for row in &self.shares {
            let numbers = [&row.eigenvalue, &row.share, &row.cumulated].map(|n| n.decimal.clone());
            rows.push([vec![indices(row.index, row.multiplicity)], numbers.to_vec()].concat());
        }
        text + &columns(&rows, |c| c > 0)
    }
}
