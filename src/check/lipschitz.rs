//! Lipschitz constants over pairs of points at different positions.

use super::value::{Stop, Value};
use super::walk::Walk;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::tree::{Span, Term};
use num_traits::Zero;

/// Pairs of points at different positions, with their squared distances.
fn apart(z: &Matrix) -> Vec<(usize, usize, Rational)> {
    let step = |x: usize, y: usize, j: usize| z.get(x, j) - z.get(y, j);
    let distance = |x, y| (0..z.columns()).map(|j| step(x, y, j) * step(x, y, j)).sum::<Rational>();
    let pairs = (0..z.rows()).flat_map(|x| (0..x).map(move |y| (x, y)));
    pairs.map(|(x, y)| (x, y, distance(x, y))).filter(|(.., distance)| !distance.is_zero()).collect()
}

const NOTHING: &str = "no two points have different positions";

impl Walk<'_> {
    /// `max |kX(y,x) - kX(y,w)| / ||z(x) - z(w)||`.
    pub fn kernel_lipschitz(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (context, z) = self.on_x(of)?;
        let (kernel, n) = (context.view().kernel(), context.view().n);
        let step = |y: usize, x: usize, w: usize| kernel.get(y, x) - kernel.get(y, w);
        let squares = apart(&z).into_iter().flat_map(|(x, w, distance)| {
            (0..n).map(|y| step(y, x, w) * step(y, x, w) / &distance).collect::<Vec<Rational>>()
        });
        match squares.max() {
            Some(square) => self.root(&square.into(), span),
            None => Stop::undefined(span, NOTHING),
        }
    }

    /// The largest `|mu(x) - mu(y)| / ||z(x) - z(y)||` over all singular functions of norm 1: on an eigenspace the
    /// largest square is the sum of those of an orthonormal basis.
    pub fn function_lipschitz(&mut self, of: &[Term], span: &Span) -> Result<Value, Stop> {
        let (context, z) = self.on_x(of)?;
        let pairs = apart(&z);
        if pairs.is_empty() {
            return Stop::undefined(span, NOTHING);
        }
        let Some(system) = self.facts.system(context.key) else {
            return Stop::not_shown(span, "it needs a witness of all singular functions");
        };
        let square = |i: usize, x: usize, y: usize| {
            let step = system.left.get(x, i) - system.left.get(y, i);
            &step * &step / &system.left_norms[i]
        };
        let mut largest = Rational::zero();
        for t in &system.squares[1..] {
            let space: Vec<usize> = (1..system.squares.len()).filter(|i| system.squares[*i] == *t).collect();
            for (x, y, distance) in &pairs {
                let sum = space.iter().map(|i| square(*i, *x, *y)).sum::<Rational>();
                largest = largest.max(sum / distance);
            }
        }
        self.root(&largest.into(), span)
    }
}
