//! A context's table and operators, by their definitions.

use super::limit::{Limit, matrix_of};
use crate::certificate::JointTable;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::tree::Slot;
use num_traits::{One, Signed, Zero};
use std::collections::HashSet;
use std::rc::Rc;

/// The most points of a side.
const MAX_POINTS: usize = 64;

/// A context variable, as given or with X and A exchanged.
#[derive(Clone)]
pub(super) struct Context {
    /// Which variable, and whether it is exchanged: what a witness is about.
    pub key: (Slot, bool),
    both: Rc<[Joint; 2]>,
}

/// One side's view of a context: N points on X, M on A.
pub(super) struct Joint {
    pub n: usize,
    pub m: usize,
    /// `p(x)`.
    pub p: Vec<Rational>,
    /// `q(a)`.
    pub q: Vec<Rational>,
    /// `P(x,a)`.
    pub joint: Matrix,
    /// `T`, N x M: `P(x,a) / p(x)`.
    pub t: Matrix,
    /// `T*`, M x N: `P(x,a) / q(a)`.
    pub t_star: Matrix,
    /// `D`, with p on the diagonal.
    pub d: Matrix,
    /// `D K = sum_a P(x,a) P(y,a) / q(a)`, symmetric, for `K = T T*`.
    pub dk: Matrix,
    /// `(D 1)(D 1)^T = p p^T`.
    pub ones: Matrix,
}

impl Context {
    /// What the file gives, if it is a context; otherwise why it is none, as a clause.
    pub fn new(slot: Slot, table: &JointTable, limit: &Limit) -> Result<Context, String> {
        let (n, m) = (table.x.len(), table.a.len());
        if n == 0 || m == 0 || n > MAX_POINTS || m > MAX_POINTS {
            return Err(format!("a side has 1 to {MAX_POINTS} points"));
        }
        for labels in [&table.x, &table.a] {
            if labels.iter().any(|l| l.trim().is_empty()) || labels.iter().collect::<HashSet<_>>().len() < labels.len()
            {
                return Err("labels are distinct and not blank".into());
            }
        }
        let joint =
            matrix_of(&table.joint, n, m).ok_or("the joint table has another shape, or its numbers are too long")?;
        if joint.entries().iter().any(Signed::is_negative) {
            return Err("a probability is negative".into());
        }
        let (p, q) = (margin(&joint), margin(&joint.transposed()));
        if p.iter().sum::<Rational>() != Rational::one() {
            return Err("the probabilities do not sum to 1".into());
        }
        if p.iter().chain(&q).any(Zero::is_zero) {
            return Err("a row or a column has only zeros".into());
        }
        let bits = joint.denominator().bits();
        if limit.spend(n * m * (n + m), bits).is_err() {
            return Err("its numbers take more work than the limit".into());
        }
        let both = [Joint::new(joint.clone(), p.clone(), q.clone()), Joint::new(joint.transposed(), q, p)];
        Ok(Context { key: (slot, false), both: Rc::new(both) })
    }

    /// The same with X and A exchanged.
    pub fn transposed(&self) -> Context {
        Context { key: (self.key.0, !self.key.1), both: self.both.clone() }
    }

    /// Whether it is a graph: `P(u,v) = P(v,u)` for all vertices.
    pub fn is_symmetric(&self) -> bool {
        self.view().joint.is_symmetric()
    }

    pub fn view(&self) -> &Joint {
        &self.both[usize::from(self.key.1)]
    }

    pub fn other(&self) -> &Joint {
        &self.both[usize::from(!self.key.1)]
    }
}

fn margin(joint: &Matrix) -> Vec<Rational> {
    (0..joint.rows()).map(|x| (0..joint.columns()).map(|a| joint.get(x, a)).sum()).collect()
}

impl Joint {
    fn new(joint: Matrix, p: Vec<Rational>, q: Vec<Rational>) -> Joint {
        let (n, m) = (p.len(), q.len());
        let t = Matrix::from_fn(n, m, |x, a| joint.get(x, a) / &p[x]);
        let t_star = Matrix::from_fn(m, n, |a, x| joint.get(x, a) / &q[a]);
        let d = Matrix::diagonal(&p);
        let dk = joint.times(&t_star);
        let ones = Matrix::from_fn(n, n, |x, y| &p[x] * &p[y]);
        Joint { n, m, p, q, joint, t, t_star, d, dk, ones }
    }

    /// `K = T T*`.
    pub fn k(&self) -> Matrix {
        self.t.times(&self.t_star)
    }

    /// `kX(x,y) = sum_a P(x|a) P(y|a) q(a) / (p(x) p(y))`.
    pub fn kernel(&self) -> Matrix {
        Matrix::from_fn(self.n, self.n, |x, y| self.dk.get(x, y) / (&self.p[x] * &self.p[y]))
    }

    /// `F~`: every column less its mean.
    pub fn centred(&self, functions: &Matrix) -> Matrix {
        let means = Matrix::rational(1, self.n, &self.p).times(functions);
        functions.minus(&Matrix::from_fn(self.n, functions.columns(), |_, j| means.get(0, j)))
    }

    /// `C = F~^T D F~`.
    pub fn covariance(&self, functions: &Matrix) -> Matrix {
        let centred = self.centred(functions);
        centred.transposed().times(&self.d).times(&centred)
    }

    /// `B = F~^T D K F~`, which is the covariance of `T* F` on A.
    pub fn expected_covariance(&self, functions: &Matrix) -> Matrix {
        let centred = self.centred(functions);
        centred.transposed().times(&self.dk).times(&centred)
    }
}
