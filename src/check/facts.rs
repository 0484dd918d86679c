//! What the witnesses show: each is checked once, and then believed for the arguments it names.

use super::bound;
use super::context::Context;
use super::interval::Interval;
use super::learns;
use super::limit::{Limit, longest, matrix_of};
use super::number;
use super::pencil::{Eigenvalue, pencil};
use super::system::{Singular, singular};
use super::task;
use crate::certificate::{MAX_WITNESSES, Number, Rows, System, Witness};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::tree::Slot;
use std::cell::RefCell;
use std::rc::Rc;

/// A context's variable, and whether X and A are exchanged.
pub(super) type Key = (Slot, bool);

/// All that was shown.
#[derive(Default)]
pub(super) struct Facts {
    spectra: Vec<(Key, usize, Interval)>,
    systems: Vec<(Key, Rc<Singular>)>,
    ritz: Vec<(Key, Matrix, usize, Interval)>,
    learns: Vec<(Key, Matrix, bool)>,
    worst: Vec<(Key, Matrix, Rational, Interval)>,
    tasks: Vec<(Key, Matrix, Rational, task::Tasks)>,
    eigenvalues: Vec<(Eigenvalue, Interval)>,
    /// Those that were asked for, known or not.
    pub asked: RefCell<Vec<Eigenvalue>>,
}

impl Facts {
    /// Adds what a witness shows; otherwise the condition that fails, as a clause. The context is the one that the
    /// witness is about, if it is about one.
    pub fn add(&mut self, witness: &Witness, context: Option<&Context>, limit: &Limit) -> Result<(), String> {
        if let Witness::Pencil(w) = witness {
            self.eigenvalues.extend(pencil(w, limit)?);
            return Ok(());
        }
        let context = context.ok_or("it is about no context")?;
        let (key, joint) = (context.key, context.view());
        let features = |rows: &Rows| features(rows, joint.n, limit);
        match witness {
            Witness::Spectrum(w) => {
                for bound in &w.bounds {
                    self.spectra.push((key, bound.index, bound::spectrum(joint, bound, limit)?));
                }
            }
            Witness::System(w) => {
                let system = System { left: w.left.clone(), right: w.right.clone() };
                self.believe(key, Rc::new(singular(joint, &system, limit)?));
            }
            Witness::Ritz(w) => {
                let phi = features(&w.features)?;
                for bound in &w.bounds {
                    self.ritz.push((key, phi.clone(), bound.index, bound::ritz(joint, &phi, bound, limit)?));
                }
            }
            Witness::Learns(w) => {
                let phi = features(&w.features)?;
                let shown = learns::learns(joint, &phi, w, limit)?;
                self.learns.push((key, phi, shown));
            }
            Witness::WorstError(w) => {
                let phi = features(&w.features)?;
                let bounds = task::worst_error(joint, &phi, w, limit)?;
                self.worst.push((key, phi, w.eps.0.clone(), bounds));
            }
            Witness::HasTask(w) => {
                let phi = features(&w.features)?;
                let tasks = task::has_task(joint, &phi, w, limit)?;
                self.tasks.push((key, phi, w.rho.0.clone(), tasks));
            }
            Witness::Pencil(_) => {} // above
        }
        Ok(())
    }

    /// Adds singular functions that were checked.
    pub fn believe(&mut self, key: Key, system: Rc<Singular>) {
        self.systems.push((key, system));
    }

    /// Singular functions of a context.
    pub fn system(&self, key: Key) -> Option<&Singular> {
        self.systems.iter().find(|(of, _)| *of == key).map(|(_, system)| &**system)
    }

    /// Where `s_i^2` is, for `i >= 1`: in [0, 1] if nothing is shown.
    pub fn squared(&self, key: Key, i: usize) -> Interval {
        if let Some(system) = self.system(key) {
            return system.squares[i].clone().into();
        }
        together(self.spectra.iter().filter(|(of, index, _)| (*of, *index) == (key, i)).map(|(.., bounds)| bounds))
    }

    /// Where the i-th Ritz value is, from 1.
    pub fn ritz(&self, key: Key, phi: &Matrix, i: usize) -> Interval {
        together(self.ritz.iter().filter(|(of, f, index, _)| (*of, *index) == (key, i) && f == phi).map(|(.., b)| b))
    }

    /// Whether an encoder was shown to span top-d singular functions, or not to.
    pub fn learns(&self, key: Key, phi: &Matrix) -> Option<bool> {
        self.learns.iter().find(|(of, f, _)| *of == key && f == phi).map(|(.., shown)| *shown)
    }

    /// Where a worst-case error is that has a value.
    pub fn worst_error(&self, key: Key, phi: &Matrix, eps: &Rational) -> Option<Interval> {
        let mut found = self.worst.iter().filter(|(of, f, e, _)| *of == key && f == phi && e == eps).peekable();
        found.peek()?;
        Some(together(found.map(|(.., bounds)| bounds)))
    }

    /// What is known of the tasks of a compatibility.
    pub fn tasks(&self, key: Key, phi: &Matrix, rho: &Rational) -> task::Tasks {
        let found = self.tasks.iter().filter(|(of, f, r, _)| *of == key && f == phi && r == rho);
        found.fold(task::Tasks::default(), |all, (.., tasks)| all.and(tasks))
    }

    /// Where an eigenvalue of a pencil is, if a witness bounds it and the work of looking is left.
    pub fn eigenvalue(&self, of: Eigenvalue, limit: &Limit) -> Option<Interval> {
        limit.spend(self.eigenvalues.len(), 1).ok()?;
        let bounds = self.eigenvalues.iter().filter(|(known, _)| *known == of).map(|(_, bounds)| bounds.clone());
        let found = bounds.reduce(|all, bound| all.meet(&bound).expect(TRUE_BOUNDS));
        let mut asked = self.asked.borrow_mut();
        // There cannot be more witnesses.
        if asked.len() < MAX_WITNESSES && !asked.contains(&of) {
            asked.push(of);
        }
        found
    }
}

const TRUE_BOUNDS: &str = "true bounds of a number have it in common";

/// What several bounds of a number in [0, 1] say together.
fn together<'a>(bounds: impl Iterator<Item = &'a Interval>) -> Interval {
    let unit = Interval::new(number(0), number(1)).expect("0 is below 1");
    bounds.fold(unit, |all, bound| all.meet(bound).expect(TRUE_BOUNDS))
}

/// An encoder that a witness names: N rows.
fn features(rows: &[Vec<Number>], n: usize, limit: &Limit) -> Result<Matrix, String> {
    let width = rows.first().map_or(0, Vec::len);
    let phi = matrix_of(rows, n, width).ok_or("its features have another shape, or are too long")?;
    limit.spend(n * n * (width + 1), longest(&phi) + phi.denominator().bits())?;
    Ok(phi)
}
