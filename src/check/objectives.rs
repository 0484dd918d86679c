//! The values of objectives, by their definitions.

use super::bound::form;
use super::context::{Context, Joint};
use super::operator::centred;
use super::pencil::diagonal;
use super::value::{Stop, Value, all};
use super::walk::{CHECKED, Walk};
use crate::exact::elimination::{independent_columns, inverse};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer, ratio};
use crate::statement::names::Quantity;
use crate::statement::tree::{Span, Term};

impl Walk<'_> {
    /// The value of an objective at encoders.
    pub fn objective(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Stop> {
        use Quantity as Q;
        if quantity == Q::Kise {
            let (k, phi, p) = (self.matrix(&of[0])?, self.matrix(&of[1])?, diagonal(&self.weights_of(&of[0])));
            self.spend_on(&[&k, &phi, &p, &p], span)?;
            if !k.is_symmetric() {
                return Stop::undefined(span, "the kernel is not symmetric");
            }
            return Ok(rational(kise(&p, &k, &phi)));
        }
        let (context, tables) = self.tables_of(of, span)?;
        let (x, a) = (context.view(), context.other());
        let value = match (quantity, &tables[..]) {
            (Q::Supervised, [v, phi]) => self.risk(x, a, v, phi, span)?,
            (Q::SupervisedBiased, [v, phi]) => self.risk(x, a, &a.centred(v), &x.centred(phi), span)?,
            // A and A+ have the joint probabilities sum_x P(x,a) P(x,b) / p(x).
            (Q::Noncontrastive, [psi]) => expectation(&a.dk, |a, b| distance(psi, a, psi, b)),
            (Q::GraphLoss, [phi]) => match context.is_symmetric() {
                true => expectation(&x.joint, |u, v| distance(phi, u, phi, v)) * ratio(1, 2),
                false => return Stop::undefined(span, "the table is not symmetric"),
            },
            (Q::Svme, [phi, psi]) => expectation(&x.joint, |x, a| distance(phi, x, psi, a)),
            (Q::TwoSided, [phi, psi]) => {
                let (phi, psi) = (x.centred(phi), a.centred(psi));
                expectation(&x.joint, |x, a| distance(&phi, x, &psi, a))
            }
            (Q::LowRank, [phi, psi]) => {
                let kernel = phi.times(&psi.transposed());
                let apart = expectation(&independent(x), |x, a| kernel.get(x, a) * kernel.get(x, a));
                apart - expectation(&x.joint, |x, a| kernel.get(x, a)) * integer(2)
            }
            (Q::Nested, [c, phi]) => {
                let kept = form(&x.dk, phi);
                (0..phi.columns()).map(|i| c.get(i, 0) * kept.get(i, i)).sum()
            }
            _ => unreachable!("{CHECKED}"),
        };
        Ok(rational(value))
    }

    /// A context, and the rational tables that follow it.
    pub fn tables_of(&mut self, of: &[Term], span: &Span) -> Result<(Context, Vec<Matrix>), Stop> {
        let context = self.context(&of[0])?;
        let tables = all(of[1..].iter().map(|term| self.matrix(term)))?;
        let mut factors = vec![&context.view().joint, &context.view().dk, &context.other().dk];
        factors.extend(&tables);
        self.spend_on(&factors, span)?;
        Ok((context, tables))
    }

    /// `min_W E ||W Phi - v||^2`, by the normal equations for the leftmost independent features F:
    /// `E ||v||^2 - Tr(c^T (F^T D F)^-1 c)` with `c = F^T D T v`.
    fn risk(&self, x: &Joint, a: &Joint, v: &Matrix, phi: &Matrix, span: &Span) -> Result<Rational, Stop> {
        self.within(self.limit.eliminate(phi), span)?;
        let basis = phi.select_columns(&independent_columns(phi));
        let gram = form(&x.d, &basis);
        self.within(self.limit.eliminate(&gram.beside(&gram)), span)?;
        let inverse = inverse(&gram).expect("independent columns have a definite Gram matrix");
        let cross = basis.transposed().times(&x.joint).times(v);
        Ok(form(&a.d, v).trace() - form(&inverse, &cross).trace())
    }
}

/// `E ||Phi~||^2 - E <Phi~(X), (T_k Phi~)(X)>`.
fn kise(p: &Matrix, k: &Matrix, phi: &Matrix) -> Rational {
    let centred = centred(p, phi);
    form(p, &centred).trace() - form(&p.times(k).times(p), &centred).trace()
}

/// `p(x) q(a)`.
fn independent(joint: &Joint) -> Matrix {
    Matrix::from_fn(joint.n, joint.m, |x, a| &joint.p[x] * &joint.q[a])
}

/// The sum over all cells of their weights times the values there.
fn expectation(weights: &Matrix, value: impl Fn(usize, usize) -> Rational) -> Rational {
    let cells = (0..weights.rows()).flat_map(|x| (0..weights.columns()).map(move |a| (x, a)));
    cells.map(|(x, a)| weights.get(x, a) * value(x, a)).sum()
}

/// `||f(x) - g(a)||^2`.
fn distance(f: &Matrix, x: usize, g: &Matrix, a: usize) -> Rational {
    let step = |j: usize| f.get(x, j) - g.get(a, j);
    (0..f.columns()).map(|j| step(j) * step(j)).sum()
}

fn rational(value: Rational) -> Value {
    Value::Number(value.into())
}
