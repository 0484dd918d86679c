//! Functions on one side of a context.

use super::side::Side;
use super::table::Context;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use num_traits::{One, Zero};
use std::marker::PhantomData;

/// A rational function on X or on A: one value for each point that carries mass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function<S: Side> {
    values: Vec<Rational>,
    side: PhantomData<S>,
}

impl<S: Side> Function<S> {
    /// The function with these values, in the order of the points.
    pub fn new(values: Vec<Rational>) -> Function<S> {
        Function { values, side: PhantomData }
    }

    /// The constant function 1 on `size` points.
    pub fn one(size: usize) -> Function<S> {
        Function::new(vec![Rational::one(); size])
    }

    /// The function that is 1 at one point and 0 elsewhere.
    pub fn indicator(size: usize, point: usize) -> Function<S> {
        Function::new((0..size).map(|i| integer(u8::from(i == point))).collect())
    }

    /// The values, in the order of the points.
    pub fn values(&self) -> &[Rational] {
        &self.values
    }

    /// The values as a matrix of one column.
    pub fn as_column(&self) -> Matrix {
        Matrix::rational(self.values.len(), 1, &self.values)
    }

    /// Whether every value is zero.
    pub fn is_zero(&self) -> bool {
        self.values.iter().all(Zero::is_zero)
    }

    /// The function times a number.
    pub fn scaled(&self, by: &Rational) -> Function<S> {
        Function::new(self.values.iter().map(|v| v * by).collect())
    }

    /// The difference.
    pub fn minus(&self, other: &Function<S>) -> Function<S> {
        assert_eq!(self.values.len(), other.values.len(), "functions on the same points");
        Function::new(self.values.iter().zip(&other.values).map(|(a, b)| a - b).collect())
    }
}

impl Context {
    /// `<f, g> = sum p f g` on X, with q on A. Panics if a function has not one value a point.
    pub fn inner<S: Side>(&self, f: &Function<S>, g: &Function<S>) -> Rational {
        self.assert_on(f);
        self.assert_on(g);
        let masses = S::masses(self).iter();
        let terms = masses.zip(f.values().iter().zip(g.values())).map(|(w, (f, g))| f * g * integer(w.clone()));
        terms.sum::<Rational>() / integer(self.total().clone())
    }

    /// `||f||^2 = <f, f>`.
    pub fn norm_squared<S: Side>(&self, f: &Function<S>) -> Rational {
        self.inner(f, f)
    }

    /// `mean f = <f, 1>`.
    pub fn mean<S: Side>(&self, f: &Function<S>) -> Rational {
        self.inner(f, &Function::one(f.values().len()))
    }

    /// `f~ = f - mean f`.
    pub fn centred<S: Side>(&self, f: &Function<S>) -> Function<S> {
        let mean = self.mean(f);
        Function::new(f.values().iter().map(|v| v - &mean).collect())
    }

    /// `(T g)(x) = sum_a g(a) P(a|x)`, or `(T* f)(a) = sum_x f(x) P(x|a)`: the expectation of a function
    /// on the other side, given a point on this one.
    pub fn expect<S: Side>(&self, g: &Function<S::Other>) -> Function<S> {
        self.assert_on(g);
        let given = |here: usize| -> Rational {
            let terms = g.values().iter().enumerate();
            let sum: Rational = terms.map(|(there, v)| v * integer(S::weight(self, here, there).clone())).sum();
            sum / integer(S::masses(self)[here].clone())
        };
        Function::new((0..self.size::<S>()).map(given).collect())
    }

    fn assert_on<S: Side>(&self, f: &Function<S>) {
        assert_eq!(f.values().len(), self.size::<S>(), "a function on {} has one value a point", S::NAME);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{A, X};
    use super::*;
    use crate::exact::rational::ratio;

    #[test]
    fn expectations_by_hand() {
        let c = Context::from_counts(&[[1, 3], [2, 0]]).unwrap();
        let g = Function::<A>::new(vec![ratio(1, 1), ratio(-1, 3)]);
        assert_eq!(c.expect::<X>(&g).values(), [ratio(0, 1), ratio(1, 1)]);
        let f = Function::<X>::new(vec![ratio(3, 1), ratio(0, 1)]);
        assert_eq!(c.expect::<A>(&f).values(), [ratio(1, 1), ratio(3, 1)]);
        assert_eq!(c.mean(&f), ratio(2, 1));
        assert_eq!(c.norm_squared(&c.centred(&f)), ratio(2, 1));
        assert_eq!(c.mean(&c.centred(&f)), ratio(0, 1));
    }
}
