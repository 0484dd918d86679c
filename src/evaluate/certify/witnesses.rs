//! The witnesses that the quantities of an evaluation need.

use super::calls::Call;
use super::learning::{Shown, level};
use super::pencil::Pencil;
use super::system::system;
use super::task::{task_bounds, worst_error_bounds};
use crate::certificate::{
    Bound, HasTask, Learns, Number, Ritz, Rows, SingularFunctions, Spectrum, Witness, WorstError,
};
use crate::context::{Context, Encoder, X};
use crate::evaluate::prepared::Prepared;
use crate::evaluate::table::Table;
use crate::evaluate::value::Value;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::quantity::encoder::centred_rank;
use crate::statement::names::Quantity;
use crate::statement::types::ContextTerm;
use num_traits::ToPrimitive;
use std::collections::BTreeSet;

/// Witnesses, and what stood in the way of others.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Gathered {
    /// Each of another quantity.
    pub witnesses: Vec<Witness>,
    /// Why some are missing, as clauses.
    pub missing: Vec<&'static str>,
}

/// What is needed of one context.
struct Needs<'a> {
    name: &'a ContextTerm,
    context: &'a Prepared,
    /// Singular values with these indices.
    indices: BTreeSet<usize>,
    system: bool,
    /// Ritz values of these encoders.
    ritz: Vec<&'a Matrix>,
}

/// One witness for each quantity and arguments, with bounds that are exact where numbers are rational, else
/// `2^-bits` apart or so.
pub(super) fn witnesses(calls: &[Call], bits: u64) -> Gathered {
    let mut gathered = Gathered::default();
    let mut names: Vec<&ContextTerm> = Vec::new();
    for call in calls {
        if !names.contains(&&call.context) {
            names.push(&call.context);
            let of: Vec<&Call> = calls.iter().filter(|c| c.context == call.context).collect();
            let Value::Context(context) = &call.arguments[0] else { continue };
            Needs::new(&call.context, context, &of).gather(&of, bits, &mut gathered);
        }
    }
    gathered
}

impl<'a> Needs<'a> {
    fn new(name: &'a ContextTerm, context: &'a Prepared, calls: &[&'a Call]) -> Needs<'a> {
        let mut needs = Needs { name, context, indices: BTreeSet::new(), system: false, ritz: Vec::new() };
        for call in calls {
            needs.take(call);
        }
        let last = context.context().n() - 1;
        needs.indices.retain(|i| (1..=last).contains(i));
        needs
    }

    fn take(&mut self, call: &'a Call) {
        let arguments = &call.arguments;
        let n = self.context.context().n();
        match call.quantity {
            Quantity::SingularValue => self.indices.extend(index(&arguments[1])),
            Quantity::TauAt => {
                let last = index(&arguments[1]).map(|d| d + 1).max(index(&arguments[3])).unwrap_or(0);
                self.indices.extend(1..=last.min(n));
            }
            Quantity::TraceGap | Quantity::RitzValue => {
                let Some(features) = matrix(&arguments[1]) else { return };
                if !self.ritz.contains(&features) {
                    self.ritz.push(features);
                }
                if call.quantity == Quantity::TraceGap {
                    let rank = centred_rank(self.context.context(), &Encoder::new(features.clone()));
                    self.indices.extend(1..=rank + 1);
                }
            }
            Quantity::WorstError | Quantity::MaximalCorrelation => self.indices.extend([1]),
            Quantity::HasTask => self.indices.extend([1, n - 1]),
            Quantity::TopWorstError | Quantity::FunctionLipschitz => {
                self.indices.extend([1]);
                self.system = true;
            }
            _ => {}
        }
    }

    fn gather(&self, calls: &[&Call], bits: u64, gathered: &mut Gathered) {
        self.spectrum(bits, gathered);
        for features in &self.ritz {
            self.ritz(features, bits, gathered);
        }
        for call in calls {
            let found = match call.quantity {
                Quantity::Learns => self.learns(call, bits),
                Quantity::WorstError => self.worst_error(call, bits),
                Quantity::HasTask => self.has_task(call, bits),
                _ => Ok(None),
            };
            match found {
                Ok(Some(witness)) if !gathered.witnesses.contains(&witness) => gathered.witnesses.push(witness),
                Ok(_) => {}
                Err(reason) => gathered.missing.push(reason),
            }
        }
    }

    fn spectrum(&self, bits: u64, gathered: &mut Gathered) {
        let (context, transposed) = self.named();
        if self.system {
            match system(self.context.context(), self.context.spectrum(), 0) {
                Ok(s) => {
                    let (left, right) = (s.left, s.right);
                    let functions = SingularFunctions { context, transposed, left, right };
                    return gathered.witnesses.push(Witness::System(functions));
                }
                Err(reason) => gathered.missing.push(reason),
            }
        }
        if self.indices.is_empty() {
            return;
        }
        let pencil = Pencil::on_functions(self.context.context(), self.context.spectrum());
        let bounds = bounds(&pencil, self.indices.iter().copied(), bits, gathered);
        gathered.witnesses.push(Witness::Spectrum(Spectrum { context, transposed, bounds }));
    }

    fn ritz(&self, features: &Matrix, bits: u64, gathered: &mut Gathered) {
        let (context, transposed) = self.named();
        let pencil = Pencil::on_features(self.context.context(), &Encoder::new(features.clone()));
        if pencil.values.is_empty() {
            return;
        }
        let bounds = bounds(&pencil, 1..=pencil.values.len(), bits, gathered);
        gathered.witnesses.push(Witness::Ritz(Ritz { context, transposed, features: rows(features), bounds }));
    }

    fn learns(&self, call: &Call, bits: u64) -> Result<Option<Witness>, &'static str> {
        let (context, transposed) = self.named();
        let features = matrix(&call.arguments[1]).ok_or(IRRATIONAL)?;
        let phi: Encoder<X> = Encoder::new(features.clone());
        let Some((c, shown)) = level(self.of(), self.context.spectrum(), &phi, bits)? else { return Ok(None) };
        let mut witness = Learns {
            context,
            transposed,
            features: rows(features),
            level: Number(c),
            inside_psd: None,
            multiplier: None,
            outside_psd: None,
            family: None,
            floor: None,
            floor_psd: None,
            low: None,
            low_psd: None,
        };
        match shown {
            Shown::Learned { inside_psd, multiplier, outside_psd } => {
                (witness.inside_psd, witness.multiplier) = (Some(inside_psd), Some(multiplier));
                witness.outside_psd = Some(outside_psd);
            }
            Shown::Missed { family, floor, floor_psd, low, low_psd } => {
                (witness.family, witness.floor, witness.floor_psd) = (Some(family), Some(floor), Some(floor_psd));
                (witness.low, witness.low_psd) = (Some(low), Some(low_psd));
            }
        }
        Ok(Some(Witness::Learns(witness)))
    }

    fn worst_error(&self, call: &Call, bits: u64) -> Result<Option<Witness>, &'static str> {
        let (context, transposed) = self.named();
        let features = matrix(&call.arguments[1]).ok_or(IRRATIONAL)?;
        let eps = rational(&call.arguments[2]).ok_or(IRRATIONAL)?;
        let phi: Encoder<X> = Encoder::new(features.clone());
        let Some(bounds) = worst_error_bounds(self.of(), self.context.spectrum(), &phi, eps, bits) else {
            return Ok(None);
        };
        let upper = bounds.upper.as_ref();
        Ok(Some(Witness::WorstError(WorstError {
            context,
            transposed,
            features: rows(features),
            eps: Number(eps.clone()),
            lower: bounds.lower.map(Number),
            task: bounds.task.ok_or("no task shows that the worst-case error is defined")?,
            upper: upper.map(|u| Number(u.bound.clone())),
            multiplier: upper.map(|u| Number(u.multiplier.clone())),
            constant: upper.map(|u| Number(u.constant.clone())),
            psd: upper.map(|u| u.psd.clone()),
        })))
    }

    fn has_task(&self, call: &Call, bits: u64) -> Result<Option<Witness>, &'static str> {
        let (context, transposed) = self.named();
        let features = matrix(&call.arguments[1]).ok_or(IRRATIONAL)?;
        let rho = rational(&call.arguments[2]).ok_or(IRRATIONAL)?;
        let Value::Number(error) = &call.arguments[3] else { return Ok(None) };
        let phi: Encoder<X> = Encoder::new(features.clone());
        let Some(bounds) = task_bounds(self.of(), self.context.spectrum(), &phi, rho, error, bits) else {
            return Ok(None);
        };
        if bounds.task.is_none() && bounds.upper.is_none() {
            return Err("no rational functions make a task of that compatibility");
        }
        let upper = bounds.upper.as_ref().filter(|_| bounds.task.is_none());
        Ok(Some(Witness::HasTask(HasTask {
            context,
            transposed,
            features: rows(features),
            rho: Number(rho.clone()),
            upper: upper.map(|u| Number(u.bound.clone())),
            multiplier: upper.map(|u| Number(u.multiplier.clone())),
            constant: upper.map(|u| Number(u.constant.clone())),
            psd: upper.map(|u| u.psd.clone()),
            task: bounds.task,
        })))
    }

    fn of(&self) -> &Context {
        self.context.context()
    }

    /// The context's variable, and whether X and A are exchanged.
    fn named(&self) -> (String, bool) {
        match self.name {
            ContextTerm::Variable(name) | ContextTerm::Graph(name) => (name.clone(), false),
            ContextTerm::Transposed(inner) => (inner.to_string(), true),
        }
    }
}

const IRRATIONAL: &str = "an argument of a quantity is not rational";

fn bounds(pencil: &Pencil, indices: impl Iterator<Item = usize>, bits: u64, gathered: &mut Gathered) -> Vec<Bound> {
    let mut found = Vec::new();
    for index in indices {
        match pencil.bound(index, bits) {
            Some(bound) => found.push(bound),
            None => gathered.missing.push("no bounds of an eigenvalue were shown"),
        }
    }
    found
}

/// The rows of a rational matrix.
pub(super) fn rows(matrix: &Matrix) -> Rows {
    (0..matrix.rows()).map(|i| (0..matrix.columns()).map(|j| Number(matrix.get(i, j))).collect()).collect()
}

fn matrix(value: &Value) -> Option<&Matrix> {
    match value {
        Value::Table(table) => Table::rational(table),
        _ => None,
    }
}

fn rational(value: &Value) -> Option<&Rational> {
    match value {
        Value::Number(number) => Real::as_rational(number),
        _ => None,
    }
}

fn index(value: &Value) -> Option<usize> {
    rational(value).filter(|v| v.is_integer())?.to_integer().to_usize()
}
