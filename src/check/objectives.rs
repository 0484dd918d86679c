//! The values of objectives, by their definitions.

use super::arithmetic::quotient;
use super::bound::form;
use super::context::{Context, Joint};
use super::elementary::COST;
use super::interval::{Interval, Partial};
use super::operator::centred;
use super::value::{Stop, Value, all, both};
use super::walk::{CHECKED, Walk};
use crate::exact::elimination::{independent_columns, inverse};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer, ratio};
use crate::statement::names::Quantity;
use crate::statement::tree::{Span, Term};
use num_traits::{Signed, Zero};

impl Walk<'_> {
    /// The value of an objective at encoders.
    pub fn objective(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Stop> {
        use Quantity as Q;
        if quantity == Q::Kise {
            let (k, phi, p) = (self.matrix(&of[0])?, self.matrix(&of[1])?, Matrix::diagonal(&self.weights_of(&of[0])));
            self.spend_on(&[&k, &phi, &p, &p], span)?;
            if !k.is_symmetric() {
                return Stop::undefined(span, "the kernel is not symmetric");
            }
            return Ok(rational(kise(&p, &k, &phi)));
        }
        match quantity {
            Q::BarlowTwins => return self.barlow_twins(of, span),
            Q::Vicreg => return self.vicreg(of, span),
            Q::InfoNce | Q::NtXent => return self.info_nce(of, quantity == Q::NtXent, span),
            _ => {}
        }
        let (context, tables) = self.tables_of(of, span)?;
        let (x, a) = (context.view(), context.other());
        let value = match (quantity, &tables[..]) {
            (Q::Supervised, [v, phi]) => self.risk(x, a, v, phi, span)?,
            (Q::SupervisedBiased, [v, phi]) => self.risk(x, a, &a.centred(v), &x.centred(phi), span)?,
            // A and A+ have the joint probabilities sum_x P(x,a) P(x,b) / p(x).
            (Q::Noncontrastive, [psi]) => expectation(&a.dk, |a, b| distance(psi, a, psi, b)),
            (Q::SpectralContrastive, [psi]) => {
                let inner = psi.times(&psi.transposed());
                let apart = expectation(&square_of(&a.p), |a, b| inner.get(a, b) * inner.get(a, b));
                apart - expectation(&a.dk, |a, b| inner.get(a, b)) * integer(2)
            }
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

    /// `sum_i (1 - C_ii)^2 + lambda sum_{i != j} C_ij^2`, `C_ij^2 = Cov_ij^2 / (Var_i Var_j)`.
    fn barlow_twins(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let ((context, tables), lambda) = both(self.tables_of(&of[..2], span), self.rational(&of[2]))?;
        let (a, psi) = (context.other(), &tables[0]);
        let (within, across) = (a.covariance(psi), form(&a.dk, &a.centred(psi)));
        let d = psi.columns();
        if (0..d).any(|j| within.entry(j, j).is_zero()) {
            return Stop::undefined(span, "a feature is constant");
        }
        let term = |(i, j): (usize, usize)| match i == j {
            true => (integer(1) - across.get(i, i) / within.get(i, i)).pow(2),
            false => &lambda * across.get(i, j).pow(2) / (within.get(i, i) * within.get(j, j)),
        };
        Ok(rational((0..d).flat_map(|i| (0..d).map(move |j| (i, j))).map(term).sum()))
    }

    /// `lambda E ||Psi(A) - Psi(A+)||^2 + (2/d) (mu sum_j max(0, 1 - sqrt(Var_j + eps)) + nu sum_{i != j} Cov_ij^2)`.
    fn vicreg(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let ((context, tables), weights) =
            both(self.tables_of(&of[..2], span), all(of[2..].iter().map(|weight| self.rational(weight))))?;
        let [lambda, mu, nu, eps] = &weights[..] else { unreachable!("{CHECKED}") };
        let (a, psi) = (context.other(), &tables[0]);
        let (d, covariance) = (psi.columns(), a.covariance(psi));
        if d == 0 {
            return Stop::undefined(span, "there are no features");
        }
        let mut missing = Interval::integer(0);
        for root in all((0..d).map(|j| self.root(&(covariance.get(j, j) + eps).into(), span)))? {
            let Value::Number(root) = root else { unreachable!("{CHECKED}") };
            missing = missing.plus(&Interval::integer(1).minus(&root).larger(&Interval::integer(0)));
        }
        let pairs = (0..d).flat_map(|i| (0..d).filter(move |j| *j != i).map(move |j| (i, j)));
        let together: Rational = pairs.map(|(i, j)| covariance.get(i, j).pow(2)).sum();
        let apart = expectation(&a.dk, |a, b| distance(psi, a, psi, b));
        let of_both = ratio(2, d);
        let sure = lambda * apart + nu * &of_both * together;
        Ok(Value::Number(missing.times(&(mu * of_both).into()).plus(&sure.into())))
    }

    /// `-E f(A, A+) + E_A ln E_{A-} exp f(A, A-)` for `f(a, b) = <Psi(a), Psi(b)> / tau`, of features divided by their
    /// norms or not.
    fn info_nce(&mut self, of: &[Term], normalised: bool, span: &Span) -> Result<Value, Stop> {
        let ((context, tables), tau) = both(self.tables_of(&of[..2], span), self.rational(&of[2]))?;
        let (a, psi) = (context.other(), &tables[0]);
        if !tau.is_positive() {
            return Stop::undefined(span, "the temperature is not positive");
        }
        let inner = psi.times(&psi.transposed());
        if normalised && (0..a.n).any(|x| inner.entry(x, x).is_zero()) {
            return Stop::undefined(span, "the features of a point are all zero");
        }
        let pairs = (0..a.n).flat_map(|x| (0..=x).map(move |y| (x, y)));
        let similarity = |(x, y): (usize, usize)| {
            let product = Interval::from(inner.get(x, y) / &tau);
            match normalised {
                false => Ok(product),
                true => match self.root(&(inner.get(x, x) * inner.get(y, y)).into(), span)? {
                    Value::Number(norms) => quotient(&product, &norms, span),
                    _ => unreachable!("{CHECKED}"),
                },
            }
        };
        let similarities = all(pairs.map(similarity))?;
        let exponentials = all(similarities.iter().map(|f| self.exponential(f, span)))?;
        let place = |x: usize, y: usize| x.max(y) * (x.max(y) + 1) / 2 + x.min(y);
        let mean = |weights: &dyn Fn(usize) -> Rational, of: &[Interval], x: usize| {
            let term = |y: usize| of[place(x, y)].times(&weights(y).into());
            (0..a.n).fold(Interval::integer(0), |sum, y| sum.plus(&term(y)))
        };
        let mut loss = Interval::integer(0);
        for x in 0..a.n {
            let logarithm = self.logarithm(&mean(&|y| a.p[y].clone(), &exponentials, x), span)?;
            loss = loss.plus(&logarithm.times(&a.p[x].clone().into()));
            loss = loss.minus(&mean(&|y| a.dk.get(x, y), &similarities, x));
        }
        Ok(Value::Number(loss))
    }

    /// The mutual information: `sum P ln(P / (p q))` over the cells that are not zero.
    pub fn mutual_information(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let context = self.context(&of[0])?;
        let x = context.view();
        let mut sum = Interval::integer(0);
        for (i, j) in (0..x.n).flat_map(|i| (0..x.m).map(move |j| (i, j))) {
            let together = x.joint.get(i, j);
            if !together.is_zero() {
                let logarithm = self.logarithm(&(&together / (&x.p[i] * &x.q[j])).into(), span)?;
                sum = sum.plus(&logarithm.times(&together.into()));
            }
        }
        Ok(Value::Number(sum))
    }

    /// The exponential of a number at a place.
    pub fn exponential(&self, of: &Interval, span: &Span) -> Result<Interval, Stop> {
        self.spend(2 * COST.0, COST.1 + of.bits(), span)?;
        match of.exp() {
            Partial::Known(value) => Ok(value),
            _ => Stop::not_shown(span, "exponentials are computed of numbers from -256 to 256"),
        }
    }

    /// The logarithm of a number at a place.
    pub fn logarithm(&self, of: &Interval, span: &Span) -> Result<Interval, Stop> {
        self.spend(2 * COST.0, COST.1 + of.bits(), span)?;
        match of.ln() {
            Partial::Known(value) => Ok(value),
            Partial::Undefined => Stop::undefined(span, "a logarithm's argument is not positive"),
            Partial::NotShown => Stop::not_shown(span, "a logarithm's argument may not be positive"),
        }
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

/// `p(x) p(y)`.
fn square_of(p: &[Rational]) -> Matrix {
    Matrix::from_fn(p.len(), p.len(), |x, y| &p[x] * &p[y])
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
